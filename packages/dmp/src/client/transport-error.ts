import { isSocleError, type SocleError } from '@socle-sante/core/error';
import {
  DmpConfigError,
  type DmpErrorCode,
  type DmpErrorInit,
  DmpProtocolError,
  DmpUnavailableError,
} from '../errors.js';

/** What the transport threw, as one of the errors of this package. Errors of this package pass unchanged. */
export function fromTransport(error: unknown, messageId?: string): unknown {
  if (isSocleError(error)) return error.service === 'dmp' ? error : fromWire(error, messageId);
  if (isAbort(error)) return abortedError(messageId, error);
  return new DmpUnavailableError({
    code: 'dmp.unavailable',
    message: 'The transport failed without saying why.',
    retryable: true,
    cause: error,
    ...(messageId === undefined ? {} : { messageId }),
  });
}

/** What prevented a call from being made: a card that was taken out, a signer that failed. */
export function fromPreparation(error: unknown): unknown {
  if (isSocleError(error) && error.service === 'dmp') return error;
  if (isAbort(error)) return abortedError(undefined, error);
  const known = isSocleError(error);
  return new DmpConfigError({
    code: 'dmp.config.vihf',
    origin: 'argument',
    message: known
      ? `The assertion could not be made: ${error.message}`
      : 'The assertion could not be made. Nothing was sent.',
    cause: error,
    ...(known ? { findings: error.findings, userMessage: error.userMessage, audience: error.audience } : {}),
  });
}

/** The call was cancelled by the caller. A deposit may have arrived all the same. */
export function abortedError(messageId?: string, cause?: unknown): DmpUnavailableError {
  return new DmpUnavailableError({
    code: 'aborted',
    message: 'The call to the DMP was cancelled by the caller.',
    ...(messageId === undefined ? {} : { messageId }),
    ...(cause === undefined ? {} : { cause }),
    userMessage: {
      fr: { title: 'Demande annulée', action: 'Relancez-la si besoin' },
      en: { title: 'Request cancelled', action: 'Start it again if needed' },
    },
  });
}

/** No connection was made: this message, at least, did not arrive. */
export function neverConnected(error: unknown): boolean {
  if (!isSocleError(error)) return false;
  if (['network.refused', 'network.dns', 'network.unreachable'].includes(error.code)) return true;
  const { cause } = error;
  return error.code === 'timeout' && cause instanceof Error && 'phase' in cause && cause.phase === 'connect';
}

function fromWire(error: SocleError, messageId?: string): Error {
  const init: DmpErrorInit = {
    code: error.code as DmpErrorCode,
    message: error.message,
    ...(messageId === undefined ? {} : { messageId }),
    retryable: error.retryable,
    audience: error.audience,
    userMessage: error.userMessage,
    cause: error,
    ...(error.httpStatus === undefined ? {} : { httpStatus: error.httpStatus }),
  };
  if (error.code === 'response.tooLarge') return new DmpProtocolError({ ...init, code: 'dmp.protocol.tooLarge' });
  if (error.origin === 'argument')
    return new DmpConfigError({ ...init, code: 'dmp.config.transport', origin: 'argument' });
  if (/^(?:tls|proxy)\./.test(error.code)) return new DmpConfigError({ ...init, origin: 'unreachable' });
  if (error.origin === 'answer') return new DmpProtocolError({ ...init, code: 'dmp.protocol.answer' });
  return new DmpUnavailableError(init);
}

function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'AbortError';
}
