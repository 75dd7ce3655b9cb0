// From the HTTP answer to a typed answer or a typed error.

import { isSocleError } from '@socle-sante/core';
import type { WireResponse } from '@socle-sante/wire';
import { type DecodedEnvelope, decodeEnvelope } from '@socle-sante/wire/soap';
import type { XmlElement, XmlLimits } from '@socle-sante/wire/xml';
import {
  InsiConfigError,
  type InsiErrorCode,
  type InsiErrorInit,
  InsiProtocolError,
  InsiTechnicalError,
  InsiUnavailableError,
} from './errors.js';
import { hideSensitive, type InsiAnswerContext, insiFaultError } from './fault.js';
import { NS } from './namespaces.js';
import { isEquivocal, type ResultatRecu, readResultat } from './received.js';
import { type InsiSnapshot, toSnapshot } from './snapshot.js';

/** What the service decided. Only `00` holds an identity; there is never a list of candidates. */
export type InsiAnswer =
  | { readonly code: '00'; readonly label: string; readonly identity: InsiSnapshot }
  | { readonly code: '01' | '02'; readonly label: string };

/** Bounds of an answer: genuine ones are under 4 kB. */
export const INSI_ANSWER_LIMITS: XmlLimits = {
  maxBytes: 1_048_576,
  maxDepth: 64,
  maxElements: 20_000,
  maxAttributes: 64,
  maxTextLength: 65_536,
  maxMillis: 1_000,
};

/**
 * Reads the answer to either search.
 *
 * @throws InsiConfigError, InsiUnavailableError, InsiTechnicalError for a fault or a failing HTTP status;
 * InsiProtocolError for everything that must not be used. Nothing else.
 */
export function decodeInsiAnswer(response: WireResponse, context: InsiAnswerContext = {}): InsiAnswer {
  const body = decodeInsiBody(response, context);
  if (body.namespace !== NS.res || body.local !== 'RESULTAT') {
    throw protocol('insi.protocol.unexpectedBody', response, context, 'The Body does not hold a RESULTAT.');
  }
  if (isEquivocal(body)) {
    throw protocol(
      'insi.protocol.unexpectedBody',
      response,
      context,
      'The RESULTAT repeats an element that stands once.',
    );
  }
  const received = readResultat(body);
  const label = received.libelleCR?.trim() ?? '';
  const code = received.codeCR?.trim();
  switch (code) {
    case '00':
      return { code, label, identity: snapshotOf(received, response, context) };
    case '01':
    case '02':
      return { code, label };
    default:
      throw unknownCode(code, label, response, context);
  }
}

/** The element inside the SOAP Body of a good answer; a fault or a failing status is thrown as a typed error. */
export function decodeInsiBody(response: WireResponse, context: InsiAnswerContext = {}): XmlElement {
  const decoded = envelope(response, context);
  if (decoded.kind === 'fault') throw insiFaultError(decoded.fault, context, response.status);
  if (response.status !== 200) throw failingStatus(response, context);
  return decoded.body;
}

function envelope(response: WireResponse, context: InsiAnswerContext): DecodedEnvelope {
  const contentType = response.headers['content-type'];
  try {
    return decodeEnvelope(response.body, {
      ...INSI_ANSWER_LIMITS,
      httpStatus: response.status,
      ...(contentType === undefined ? {} : { contentType }),
    });
  } catch (cause) {
    if (response.status !== 200) throw failingStatus(response, context, cause);
    const code = isSocleError(cause) ? cause.code : '';
    throw protocol(PROTOCOL_CODES[code] ?? 'insi.protocol.xml', response, context, 'It cannot be read.', cause);
  }
}

const PROTOCOL_CODES: Readonly<Record<string, InsiErrorCode>> = {
  'xml.tooLarge': 'insi.protocol.tooLarge',
  'xml.tooDeep': 'insi.protocol.tooLarge',
  'xml.tooMany': 'insi.protocol.tooLarge',
  'xml.tooSlow': 'insi.protocol.tooLarge',
  'xml.doctype': 'insi.protocol.doctype',
  'soap.empty': 'insi.protocol.notSoap',
  'soap.notXml': 'insi.protocol.notSoap',
  'soap.version': 'insi.protocol.notSoap',
  'soap.notEnvelope': 'insi.protocol.notSoap',
  'soap.structure': 'insi.protocol.notSoap',
};

/** An answer that is no SOAP message, or whose status contradicts it: what the status says is all there is. */
function failingStatus(response: WireResponse, context: InsiAnswerContext, cause?: unknown): Error {
  const { status } = response;
  const init = {
    message: `INSi answered HTTP ${status} without a SOAP fault.`,
    httpStatus: status,
    ...(context.messageId === undefined ? {} : { messageId: context.messageId }),
    ...(cause === undefined ? {} : { cause }),
  };
  if (status === 408 || status === 429 || (status >= 502 && status <= 504)) {
    const wait = retryAfter(response.headers['retry-after']);
    return new InsiUnavailableError({
      ...init,
      code: 'insi.unavailable',
      retryable: true,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    });
  }
  if (status >= 500) return new InsiTechnicalError({ ...init, code: 'insi.technical', retryable: true });
  if (status >= 300) return new InsiConfigError({ ...init, code: 'insi.config.http', origin: 'refused' });
  return new InsiProtocolError({ ...init, code: 'insi.protocol.notSoap' });
}

function retryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,5}$/.test(header.trim()) ? Number(header) * 1000 : undefined;
}

function snapshotOf(received: ResultatRecu, response: WireResponse, context: InsiAnswerContext): InsiSnapshot {
  try {
    return toSnapshot(received, context);
  } catch (error) {
    if (!(error instanceof InsiProtocolError)) throw error;
    throw new InsiProtocolError({ ...copy(error), httpStatus: response.status, officialCode: '00' });
  }
}

function copy(error: InsiProtocolError): InsiErrorInit {
  const { code, message, audience, userMessage, findings, messageId } = error;
  return { code, message, audience, userMessage, findings, ...(messageId === undefined ? {} : { messageId }) };
}

function unknownCode(
  code: string | undefined,
  label: string,
  response: WireResponse,
  context: InsiAnswerContext,
): InsiProtocolError {
  const shown = code !== undefined && /^[A-Za-z0-9_.-]{1,20}$/.test(code) ? code : '?';
  const said = hideSensitive(label, context.sensitive ?? []).slice(0, 80);
  return protocol(
    'insi.protocol.unknownCode',
    response,
    context,
    `CodeCR ${shown}${said === '' ? '' : ` (${said})`} is not known.`,
    undefined,
    shown,
  );
}

function protocol(
  code: InsiErrorCode,
  response: WireResponse,
  context: InsiAnswerContext,
  message: string,
  cause?: unknown,
  officialCode?: string,
): InsiProtocolError {
  return new InsiProtocolError({
    code,
    message: `The answer of INSi is refused: ${message}`,
    httpStatus: response.status,
    ...(context.messageId === undefined ? {} : { messageId: context.messageId }),
    ...(cause === undefined ? {} : { cause }),
    ...(officialCode === undefined ? {} : { officialCode }),
  });
}
