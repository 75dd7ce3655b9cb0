import { XPathError } from '../error.js';

/** May XML 1.0 hold this character? */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  if (code < 0xd800) return true;
  return (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** `fn:codepoints-to-string`. @throws XPathError FOCH0001 for what is no character of XML 1.0 */
export function codepointsToString(codes: readonly number[]): string {
  let result = '';
  for (const code of codes) {
    if (!isXmlCharacter(code)) throw new XPathError('FOCH0001', `not a character of XML: ${code}`);
    result += String.fromCodePoint(code);
  }
  return result;
}

/** `fn:string-to-codepoints`. */
export function stringToCodepoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

const FORMS: ReadonlySet<string> = new Set(['NFC', 'NFD', 'NFKC', 'NFKD']);

/**
 * `fn:normalize-unicode`. The form is trimmed and may be in lower case; '' changes nothing. FULLY-NORMALIZED is not supported,
 * neither here nor by the reference engine.
 *
 * @throws XPathError FOCH0003 for another form
 */
export function normalizeUnicode(text: string, form: string): string {
  const name = form.trim().toUpperCase();
  if (name === '') return text;
  if (!FORMS.has(name)) throw new XPathError('FOCH0003', `normalization form not supported: ${form}`);
  return text.normalize(name);
}
