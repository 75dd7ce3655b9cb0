/** What a character may be, by code, for ASCII only: bits of {@link NAME_START}, {@link NAME}, {@link SPACE}, {@link PLAIN}. */
export const KIND = new Uint8Array(128);

/** Begins a name without a colon. */
export const NAME_START = 1;
/** Goes on in a name without a colon. */
export const NAME = 2;
export const SPACE = 4;
/** May stand in a text as it is: neither markup, nor reference, nor `]`, nor carriage return, nor what XML excludes. */
export const PLAIN = 8;
/** May stand in an attribute value as it is, whatever its quotation mark. */
export const PLAIN_VALUE = 16;

for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  KIND[code] =
    (/[A-Za-z_]/.test(character) ? NAME_START | NAME : 0) |
    (/[0-9.-]/.test(character) ? NAME : 0) |
    (/[ \t\r\n]/.test(character) ? SPACE : 0) |
    ((code >= 0x20 && !/[<&\]]/.test(character)) || code === 9 || code === 10 ? PLAIN : 0) |
    (code >= 0x20 && !/[<&"']/.test(character) ? PLAIN_VALUE : 0);
}

const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What makes a document unusual: it is left to the complete reader. */
export class Unusual extends Error {}

/** A text with its references replaced (XML 1.0 §4.1, §4.6). Throws {@link Unusual} for one that is not allowed. */
export function resolved(raw: string): string {
  if (!raw.includes('&')) return raw;
  let references = 0;
  const text = raw.replace(REFERENCE, (_whole, name?: string, decimal?: string, hexadecimal?: string) => {
    references += 1;
    if (name !== undefined) return NAMED[name] ?? '';
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    if (!isCharacter(code)) throw new Unusual();
    return String.fromCodePoint(code);
  });
  let ampersands = 0;
  for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', at + 1)) ampersands += 1;
  if (ampersands !== references) throw new Unusual();
  return text;
}

/** Char (XML 1.0 §2.2, production 2). */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
