import { isSocleError, type SocleError } from '@socle-sante/core';
import {
  InsiConfigError,
  type InsiErrorCode,
  type InsiErrorInit,
  InsiProtocolError,
  InsiUnavailableError,
} from '../insi/errors.js';

/**
 * What the transport threw, as one of the errors of this package: an authority, a host name or a certificate to mend is a
 * matter of configuration; the rest is unavailability. Errors of this package pass unchanged.
 */
export function fromTransport(error: unknown, messageId: string): unknown {
  if (isSocleError(error)) return error.service === 'insi' ? error : fromWire(error, messageId);
  if (isAbort(error)) return abortedError(messageId, error);
  return new InsiUnavailableError({
    code: 'insi.unavailable',
    message: 'The transport failed without saying why.',
    messageId,
    cause: error,
  });
}

/** What prevented a call from being made, as one of the errors of this package. */
export function fromPreparation(error: unknown): unknown {
  if (isSocleError(error)) return error.service === 'insi' ? error : fromWire(error);
  if (isAbort(error)) return abortedError(undefined, error);
  return new InsiConfigError({
    code: 'insi.config.credentials',
    origin: 'argument',
    message: 'What proves who calls could not be obtained: card, signer, or headers. Nothing was sent.',
    userMessage: {
      fr: {
        title: 'Carte ou moyen d’identification indisponible',
        action: 'Vérifiez la carte et son lecteur, puis recommencez',
      },
      en: {
        title: 'Card or means of identification unavailable',
        action: 'Check the card and its reader, then try again',
      },
    },
    cause: error,
  });
}

/** The call was cancelled by the caller. */
export function abortedError(messageId?: string, cause?: unknown): InsiUnavailableError {
  return new InsiUnavailableError({
    code: 'aborted',
    message: 'The call to INSi was cancelled by the caller.',
    ...(messageId === undefined ? {} : { messageId }),
    ...(cause === undefined ? {} : { cause }),
    userMessage: {
      fr: { title: 'Recherche annulée', action: 'Relancez la recherche si besoin' },
      en: { title: 'Search cancelled', action: 'Start the search again if needed' },
    },
  });
}

function fromWire(error: SocleError, messageId?: string): Error {
  const init: InsiErrorInit = {
    code: error.code as InsiErrorCode,
    message: error.message,
    ...(messageId === undefined ? {} : { messageId }),
    retryable: error.retryable,
    audience: error.audience,
    userMessage: error.userMessage,
    cause: error,
    ...(error.httpStatus === undefined ? {} : { httpStatus: error.httpStatus }),
  };
  if (error.code === 'response.tooLarge') return new InsiProtocolError({ ...init, code: 'insi.protocol.tooLarge' });
  if (error.origin === 'argument') return new InsiConfigError({ ...init, origin: 'argument' });
  if (/^(?:tls|proxy)\./.test(error.code)) return new InsiConfigError({ ...init, origin: 'unreachable' });
  return new InsiUnavailableError(init);
}

function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'AbortError';
}
