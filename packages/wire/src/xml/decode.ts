import { XmlError } from '../errors/xml-error.js';

const accepted = new Set(['utf-8', 'utf8']);

/**
 * Bytes to text: UTF-8 only, with or without a byte order mark. UTF-16 and any other declared encoding are refused
 * ('xml.encoding'): SOAP 1.2 messages of the national services are UTF-8, and a second decoder is a second reading.
 */
export function decodeXmlBytes(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  const utf16 = (a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe);
  const bare16 =
    (a === 0 && b === 0x3c) ||
    (a === 0x3c && b === 0) ||
    (a === 0 && b === 0 && (c === 0 || c === 0xfe) && d !== undefined);
  if (utf16 || bare16) {
    throw new XmlError('xml.encoding', 'The document is in UTF-16 or UTF-32; only UTF-8 is read.');
  }
  try {
    return stripBom(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new XmlError('xml.encoding', 'The document is not valid UTF-8.');
  }
}

/** Removes one leading byte order mark. */
export function stripBom(source: string): string {
  return source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
}

/** Refuses an XML declaration that announces something other than XML 1.0 in UTF-8. */
export function checkDeclaration(declaration: { version?: string; encoding?: string }): void {
  if (declaration.version !== undefined && declaration.version !== '1.0') {
    throw new XmlError('xml.malformed', 'The document declares a version of XML other than 1.0.');
  }
  if (declaration.encoding !== undefined && !accepted.has(declaration.encoding.toLowerCase())) {
    throw new XmlError('xml.encoding', 'The document declares an encoding other than UTF-8; only UTF-8 is read.');
  }
}

/**
 * Refuses a DOCTYPE before any parser sees the document: reads the prolog only (declaration, comments, instructions),
 * so that the letters `<!DOCTYPE` inside a comment or a CDATA section do no harm.
 */
export function refuseDoctype(source: string): void {
  let at = 0;
  for (;;) {
    while (isSpace(source.charCodeAt(at))) at += 1;
    if (source.startsWith('<?', at)) {
      const end = source.indexOf('?>', at + 2);
      if (end < 0) return;
      at = end + 2;
    } else if (source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 4);
      if (end < 0) return;
      at = end + 3;
    } else {
      if (/^<!doctype/i.test(source.slice(at, at + 9))) {
        throw new XmlError('xml.doctype', 'The document holds a DOCTYPE: it is refused, whatever it declares.');
      }
      return;
    }
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x9 || code === 0xa || code === 0xd;
}
