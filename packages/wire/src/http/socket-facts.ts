import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** What is known of the connection on which an exchange failed. */
export interface SocketFacts {
  /** The TLS handshake was over. */
  readonly secured: boolean;
  /** Nothing had come from the server on this connection: it never answered anything. */
  readonly silent: boolean;
}

const facts = new WeakMap<object, SocketFacts>();

/** Remembers, for each error of this socket, what state it was in. Called once the connection is made. */
export function watchSocket(socket: Socket): void {
  socket.prependListener('error', (error) => {
    facts.set(error, { secured: socket instanceof TLSSocket, silent: socket.bytesRead === 0 });
  });
}

/** Facts about the socket that raised this error, or one of its causes. */
export function factsOf(error: unknown): SocketFacts | undefined {
  return typeof error === 'object' && error !== null ? facts.get(error) : undefined;
}
