// From an HTTP answer to the element in its SOAP body, or to the error that says why there is none.

import { isSocleError } from '@socle-sante/core/error';
import type { WireResponse } from '@socle-sante/wire/http';
import { decodeMultipart, isMultipart } from '@socle-sante/wire/multipart';
import { type DecodedEnvelope, decodeEnvelope, readAddressing } from '@socle-sante/wire/soap';
import type { XmlElement, XmlLimits } from '@socle-sante/wire/xml';
import { DmpProtocolError } from '../errors.js';
import { faultError, httpError, waitAsked } from './fault.js';
import type { DmpAnswerContext } from './operation.js';

/** A search may list thousands of entries of a hundred elements each. */
export const ANSWER_LIMITS: Partial<XmlLimits> = {
  maxBytes: 64 * 1_048_576,
  maxElements: 2_000_000,
  maxMillis: 20_000,
};

/** What a decoded answer holds. */
export interface DmpAnswer {
  readonly body: XmlElement;
  /** MessageID of the request when it is known, else that of the answer. */
  readonly messageId: string;
}

/**
 * Reads an answer: plain SOAP, or the root part of a multipart one. A fault becomes an error, whatever the HTTP status; so does an
 * answer that relates to another message. The Action of the answer is not looked at: official sources differ.
 */
export function readAnswer(response: WireResponse, context: DmpAnswerContext): DmpAnswer {
  const contentType = response.headers['content-type'];
  const about = {
    ...(context.messageId === undefined ? {} : { messageId: context.messageId }),
    httpStatus: response.status,
  };
  if (isMultipart(contentType)) {
    const root = guarded(() => decodeMultipart(response.body, contentType).root.body, about);
    return readEnvelope(root, response, context, undefined);
  }
  return readEnvelope(response.body, response, context, contentType);
}

/** The same for an envelope that was taken out of its transport already. */
export function readEnvelope(
  envelope: Uint8Array,
  response: Pick<WireResponse, 'status' | 'headers'>,
  context: DmpAnswerContext,
  contentType: string | undefined,
  /** Largest envelope, when it may hold documents in base64. */
  maxBytes?: number,
): DmpAnswer {
  const about = {
    ...(context.messageId === undefined ? {} : { messageId: context.messageId }),
    httpStatus: response.status,
  };
  let decoded: DecodedEnvelope;
  try {
    const limits = maxBytes === undefined ? ANSWER_LIMITS : { ...ANSWER_LIMITS, maxBytes, maxTextLength: maxBytes };
    decoded = decodeEnvelope(envelope, { ...limits, contentType, ...about });
  } catch (cause) {
    if (response.status >= 400) throw httpError(response, about, cause);
    throw protocolError(cause, about);
  }
  const addressing = readAddressing(decoded.headers);
  if (decoded.kind === 'fault') {
    const wait = waitAsked(response.headers);
    throw faultError(decoded.fault, { ...about, ...(wait === undefined ? {} : { retryAfterMs: wait }) });
  }
  if (response.status >= 400) throw httpError(response, about);
  if (
    context.messageId !== undefined &&
    addressing.relatesTo !== undefined &&
    addressing.relatesTo.toLowerCase() !== context.messageId.toLowerCase()
  ) {
    throw new DmpProtocolError({
      code: 'dmp.protocol.relatesTo',
      message: 'The answer relates to another message: it is not used.',
      ...about,
    });
  }
  return { body: decoded.body, messageId: context.messageId ?? addressing.messageId ?? '' };
}

/** Runs a decoder; what it throws becomes an error of this package. */
export function guarded<T>(run: () => T, about: { readonly messageId?: string; readonly httpStatus?: number }): T {
  try {
    return run();
  } catch (cause) {
    throw protocolError(cause, about);
  }
}

/** Any failure to read an answer, as an error of this package. */
export function protocolError(
  cause: unknown,
  about: { readonly messageId?: string; readonly httpStatus?: number },
): unknown {
  if (!isSocleError(cause)) return cause;
  if (cause.service === 'dmp' || cause.origin === 'unreachable') return cause;
  const tooLarge = cause.code === 'xml.tooLarge' || cause.code === 'multipart.tooLarge';
  const code = tooLarge
    ? 'dmp.protocol.tooLarge'
    : cause.code.startsWith('multipart.')
      ? 'dmp.protocol.multipart'
      : 'dmp.protocol.answer';
  return new DmpProtocolError({ code, message: `The answer cannot be read: ${cause.message}`, cause, ...about });
}

/** An answer that is not the one asked for. */
export function unexpected(local: string, messageId: string): DmpProtocolError {
  return new DmpProtocolError({
    code: 'dmp.protocol.answer',
    message: `The answer holds no ${local}.`,
    ...(messageId === '' ? {} : { messageId }),
  });
}
