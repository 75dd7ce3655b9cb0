import { XmlWriteError } from '../errors/xml-error.js';

// What XML 1.0 (fifth edition, §2.2, production Char) forbids: most controls, lone surrogates, U+FFFE and U+FFFF.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find control characters
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Refuses a text that XML 1.0 cannot carry. The message gives the offset and the code point, never the text. */
export function assertXmlText(value: string): void {
  const found = forbidden.exec(value);
  if (!found) return;
  const point = value.charCodeAt(found.index).toString(16).toUpperCase().padStart(4, '0');
  throw new XmlWriteError(
    'xml.invalidCharacter',
    `A text holds the character U+${point} at offset ${found.index}, which XML 1.0 cannot carry. Remove it before sending.`,
  );
}

const inText: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const inAttribute: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

// Most texts of a message: nothing to refuse, nothing to escape. One look instead of two.
const plain = /^[ !#-%'-;=?-~]*$/;

/** Escapes a text exactly as Canonical XML 1.0 §1.1 writes it, so that canonicalising changes nothing. */
export function escapeText(value: string): string {
  if (plain.test(value)) return value;
  assertXmlText(value);
  return /[&<>\r]/.test(value) ? value.replace(/[&<>\r]/g, (c) => inText[c] ?? c) : value;
}

/** Escapes an attribute value exactly as Canonical XML 1.0 §1.1 writes it. */
export function escapeAttribute(value: string): string {
  if (plain.test(value)) return value;
  assertXmlText(value);
  return /[&<"\t\n\r]/.test(value) ? value.replace(/[&<"\t\n\r]/g, (c) => inAttribute[c] ?? c) : value;
}
