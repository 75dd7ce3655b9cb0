import { SoapError } from '../errors/soap-error.js';
import { XmlError } from '../errors/xml-error.js';
import { parseXml, type XmlParseOptions } from '../xml/parse.js';
import { children, elements, type XmlElement } from '../xml/tree.js';
import { readFault, type SoapFault } from './fault.js';
import { SOAP11, SOAP12 } from './namespaces.js';

/** Bounds of the parse, and what is known of the HTTP answer, so that an error can tell it. */
export interface DecodeEnvelopeOptions extends XmlParseOptions {
  readonly contentType?: string | undefined;
  readonly httpStatus?: number;
  readonly messageId?: string;
}

export type DecodedEnvelope =
  | { readonly kind: 'body'; readonly headers: readonly XmlElement[]; readonly body: XmlElement }
  | { readonly kind: 'fault'; readonly headers: readonly XmlElement[]; readonly fault: SoapFault };

/**
 * Reads a SOAP 1.2 envelope. Elements are matched by namespace and local name, whatever their prefixes
 * (`env:Body` inside `soap:Envelope` is fine).
 *
 * Throws {@link SoapError} when the answer is not SOAP 1.2 at all (HTML of a proxy, empty body, SOAP 1.1, two elements in
 * the Body), {@link XmlError} when it is XML that we refuse.
 */
export function decodeEnvelope(input: Uint8Array | string, options: DecodeEnvelopeOptions = {}): DecodedEnvelope {
  const { contentType, httpStatus, messageId, ...limits } = options;
  const about = {
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(messageId === undefined ? {} : { messageId }),
  };
  const status = httpStatus === undefined ? '' : ` (HTTP ${httpStatus})`;
  if (input.length === 0)
    throw new SoapError('soap.empty', `The answer is empty${status}; a SOAP envelope was expected.`, about);
  const what = notXml(input, contentType);
  if (what !== undefined) {
    throw new SoapError('soap.notXml', `The answer is ${what}${status}; a SOAP envelope was expected.`, about);
  }
  let root: XmlElement;
  try {
    root = parseXml(input, limits);
  } catch (cause) {
    // A page in XHTML style, or a truncated one: when the server itself says that it is not SOAP, say that first.
    if (cause instanceof XmlError && cause.code === 'xml.malformed' && httpStatus !== undefined && httpStatus >= 400) {
      throw new SoapError('soap.notXml', `The answer is not well-formed XML${status}; a SOAP envelope was expected.`, {
        ...about,
        cause,
      });
    }
    throw cause;
  }
  return readEnvelope(root, about, status);
}

function readEnvelope(
  root: XmlElement,
  about: { httpStatus?: number; messageId?: string },
  status: string,
): DecodedEnvelope {
  if (root.local !== 'Envelope' || root.namespace !== SOAP12) {
    if (root.local === 'Envelope' && root.namespace === SOAP11) {
      throw new SoapError('soap.version', `The answer is a SOAP 1.1 envelope${status}; SOAP 1.2 was expected.`, about);
    }
    throw new SoapError('soap.notEnvelope', `The answer is XML but not a SOAP 1.2 envelope${status}.`, about);
  }
  const bodies = children(root, SOAP12, 'Body');
  const heads = children(root, SOAP12, 'Header');
  const [body] = bodies;
  if (body === undefined || bodies.length > 1 || heads.length > 1) {
    throw new SoapError(
      'soap.structure',
      `The envelope has ${bodies.length} Body and ${heads.length} Header; one Body and at most one Header were expected.`,
      about,
    );
  }
  const headers = heads[0] === undefined ? [] : elements(heads[0]);
  const content = elements(body);
  const [first] = content;
  if (first === undefined || content.length > 1) {
    throw new SoapError(
      'soap.structure',
      `The Body holds ${content.length} elements; exactly one was expected.`,
      about,
    );
  }
  if (first.local === 'Fault' && first.namespace === SOAP12) return { kind: 'fault', headers, fault: readFault(first) };
  return { kind: 'body', headers, body: first };
}

/** Says in words what the answer is when it is plainly not XML, from its first characters and its content type. */
function notXml(input: Uint8Array | string, contentType: string | undefined): string | undefined {
  const head = (
    typeof input === 'string' ? input.slice(0, 512) : new TextDecoder('latin1').decode(input.subarray(0, 512))
  )
    .replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '')
    .trimStart();
  if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return 'an HTML page';
  const declared = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (declared === 'text/html') return 'an HTML page';
  if (head.startsWith('{') || head.startsWith('[')) return 'JSON';
  // UTF-16 also begins with bytes that are not '<': the XML reader says so better.
  if (head.length > 0 && !head.startsWith('<') && ![0, 0xfe, 0xff].includes(head.charCodeAt(0))) return 'not XML';
  return undefined;
}
