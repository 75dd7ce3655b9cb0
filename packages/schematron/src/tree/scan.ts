import { XML_NAMESPACE, XMLNS_NAMESPACE } from './builder.js';
import { KIND, SPACE, Unusual } from './characters.js';

// What XML 1.0 excludes (§2.2); halves of pairs were looked for before.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
const EXCLUDED = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** The content of a comment, an instruction or a CDATA section, its line ends made one (XML 1.0 §2.11). */
export function allowed(raw: string): string {
  if (EXCLUDED.test(raw)) throw new Unusual();
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

/** Namespaces in XML 1.0 §3 and §5; what is unusual besides is left to the complete reader. */
export function isDeclarable(prefix: string, uri: string): boolean {
  if (prefix === 'xml' || prefix === 'xmlns' || uri === XML_NAMESPACE || uri === XMLNS_NAMESPACE) return false;
  return uri === uri.trim() && (prefix === '' || uri !== '');
}

/** The first place from there that is not white space. */
export function skipSpace(source: string, from: number): number {
  let at = from;
  let code = source.charCodeAt(at);
  while (code < 128 && ((KIND[code] ?? 0) & SPACE) !== 0) {
    at += 1;
    code = source.charCodeAt(at);
  }
  return at;
}
