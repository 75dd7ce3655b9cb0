const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

// What XML 1.0 excludes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
const EXCLUDED = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** A character that XML excludes, a CDATA section or its end mark, a carriage return that no line feed follows. */
export function isUnusual(source: string): boolean {
  if (source.includes(']]>') || source.includes('<![') || EXCLUDED.test(source)) return true;
  return source.includes('\r') && /\r(?!\n)/.test(source);
}

/** What makes a document unusual: it is left to the complete reader. */
export class Unusual extends Error {}

/** Characters between two places: a pair of surrogates is one. */
export function charactersIn(source: string, from: number, to: number): number {
  let count = to - from;
  for (let index = from; index < to; index += 1) {
    const code = source.charCodeAt(index);
    if (code >= 0xd800 && code <= 0xdbff) count -= 1;
  }
  return count;
}

/** A text with its references replaced. Throws {@link Unusual} for one that a plain document does not have. */
export function resolved(raw: string): string {
  if (!raw.includes('&')) return raw;
  if (raw.replace(REFERENCE, '').includes('&')) throw new Unusual();
  return raw.replace(REFERENCE, (_whole, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    if (!isCharacter(code)) throw new Unusual();
    return String.fromCodePoint(code);
  });
}

function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
