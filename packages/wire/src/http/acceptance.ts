import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** Code of the error raised when the server hangs up instead of accepting the connection. */
export const CLOSED_AFTER_HANDSHAKE = 'SOCLE_CLOSED_AFTER_HANDSHAKE';

/**
 * In TLS 1.3 the client believes the handshake over before the server has looked at its certificate: the refusal (an alert,
 * or a mere close) comes after, and is lost when a request is already on its way. So the socket of a new mutual-TLS connection
 * is held until the server shows that it accepted it, by its session ticket (RFC 8446 §4.6.1), one round trip later; a server
 * that sends no ticket costs `graceMs` for each new connection. TLS 1.2 refuses inside the handshake: nothing to wait for.
 */
export function afterAcceptance(socket: Socket, graceMs: number, done: (error: Error | null) => void): void {
  if (!(socket instanceof TLSSocket) || socket.getProtocol() !== 'TLSv1.3') {
    done(null);
    return;
  }
  let over = false;
  const finish = (error: Error | null) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    socket.off('session', accepted).off('error', refused).off('end', closed).off('close', closed);
    // An error that comes later must find a listener until the new owner puts its own.
    if (error !== null) socket.on('error', () => undefined).destroy();
    done(error);
  };
  // Not at once: the event comes in the middle of a read of OpenSSL, and a write there would never leave.
  const accepted = () => {
    setImmediate(() => finish(null));
  };
  const refused = (error: Error) => finish(error);
  const closed = () =>
    finish(Object.assign(new Error('the server closed the connection'), { code: CLOSED_AFTER_HANDSHAKE }));
  const timer = setTimeout(accepted, graceMs);
  socket.on('session', accepted).on('error', refused).on('end', closed).on('close', closed);
}
