import { SocleUnreachableError } from '@socle-sante/core/error';
import { unreachableTexts } from './unreachable-texts.js';

/** Why no usable answer came back. Every TLS failure has its own code; none of them is ever retried. */
export type WireUnreachableCode =
  | 'tls.unknownAuthority'
  | 'tls.serverCertificateExpired'
  | 'tls.hostname'
  | 'tls.revoked'
  | 'tls.revocationUnknown'
  | 'tls.pinMismatch'
  | 'tls.clientCertificateExpired'
  | 'tls.clientCertificateNotYetValid'
  | 'tls.clientCertificateRefused'
  | 'tls.closedByServer'
  | 'tls.handshake'
  | 'proxy.refused'
  | 'proxy.authentication'
  | 'network.refused'
  | 'network.dns'
  | 'network.reset'
  | 'network.unreachable'
  | 'timeout'
  | 'aborted'
  | 'response.tooLarge'
  | 'response.truncated'
  | 'response.invalid';

/** Where a time-out struck. `send` and `receive`: nothing moved any more while a large body was sent or received. */
export type TimeoutPhase = 'connect' | 'send' | 'firstByte' | 'receive' | 'total';

export interface WireUnreachableInit {
  readonly code: WireUnreachableCode;
  /** Host and port only: a path or a query may hold identifiers. */
  readonly target?: string;
  /** Technical word to add to the message: an OpenSSL reason, a system code. Never content. */
  readonly reason?: string;
  readonly phase?: TimeoutPhase;
  readonly limit?: number;
  readonly messageId?: string;
  readonly httpStatus?: number;
  readonly cause?: unknown;
}

/** The service was not reached, or its answer did not arrive whole. `code` says why, `userMessage` what to do. */
export class WireUnreachableError extends SocleUnreachableError {
  declare readonly code: WireUnreachableCode;
  /** For 'timeout' only. */
  declare readonly phase?: TimeoutPhase;

  constructor(init: WireUnreachableInit) {
    const text = unreachableTexts[init.code];
    const where = init.target === undefined ? '' : ` [${init.target}]`;
    const details = [
      init.phase && `phase ${init.phase}`,
      init.limit !== undefined && `limit ${init.limit}`,
      init.reason,
    ]
      .filter(Boolean)
      .join(', ');
    super({
      code: init.code,
      service: 'wire',
      message: `${text.message}${where}${details === '' ? '' : ` (${details})`}`,
      retryable: text.retryable,
      audience: text.audience,
      userMessage: { fr: text.fr, en: text.en },
      ...(init.messageId === undefined ? {} : { messageId: init.messageId }),
      ...(init.httpStatus === undefined ? {} : { httpStatus: init.httpStatus }),
      ...(init.cause === undefined ? {} : { cause: init.cause }),
    });
    if (init.phase !== undefined) this.phase = init.phase;
  }
}
