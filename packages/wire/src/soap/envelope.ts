import { element, serializeXml, type XmlNode } from '../xml/write.js';
import { SOAP12 } from './namespaces.js';

/** What goes into an envelope. Order of `headers` is kept. */
export interface EnvelopeParts {
  readonly headers: readonly XmlNode[];
  /** Content of the Body; absent, the Body is empty. */
  readonly body?: XmlNode;
  /** Prefixes declared on the Envelope, beside the SOAP one: prefix to URI. */
  readonly namespaces?: Readonly<Record<string, string>>;
  /** Prefix of SOAP 1.2. Default `soap`. */
  readonly prefix?: string;
}

const encoder = new TextEncoder();

/** Writes a SOAP 1.2 envelope, UTF-8, with its XML declaration. Without header parts no Header element is written. */
export function encodeEnvelope(parts: EnvelopeParts): Uint8Array {
  const prefix = parts.prefix ?? 'soap';
  const name = (local: string) => ({ prefix, namespace: SOAP12, local });
  const envelope = element(
    name('Envelope'),
    {},
    [parts.headers.length > 0 && element(name('Header'), {}, parts.headers), element(name('Body'), {}, [parts.body])],
    parts.namespaces,
  );
  return encoder.encode(serializeXml(envelope, { declaration: true }));
}

/**
 * Content type of a SOAP 1.2 request (RFC 3902): the action is a parameter, there is no SOAPAction header.
 * `application/soap+xml; charset=utf-8; action="urn:…"`.
 */
export function soapContentType(action?: string): string {
  const base = 'application/soap+xml; charset=utf-8';
  return action === undefined ? base : `${base}; action="${action.replace(/[\\"]/g, '\\$&')}"`;
}
