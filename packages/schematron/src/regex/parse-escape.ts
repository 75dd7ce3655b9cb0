import { type CodeSet, complement } from './code-set.js';
import type { PatternReader } from './reader.js';
import { block, category, multiCharEscape } from './unicode.js';

/** What stands after a backslash. */
export type Escape =
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'set'; readonly set: CodeSet }
  | { readonly kind: 'backReference'; readonly index: number };

/** XML Schema Part 2 §F.1.1 [24], and `$`, which Functions and Operators §7.6.1 adds. */
const SINGLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const SELF = '\\|.-^?*+{}()[]$';

/** Reads an escape, from its backslash on. @throws RegexError FORX0002 */
export function parseEscape(reader: PatternReader, inClass: boolean): Escape {
  reader.next();
  const letter = reader.next();
  if (letter === '') return reader.fail('a backslash ends it');
  const single = SELF.includes(letter) ? letter : SINGLE[letter];
  if (single !== undefined) return { kind: 'character', code: single.charCodeAt(0) };
  if (letter === 'p' || letter === 'P') return { kind: 'set', set: parseProperty(reader, letter === 'P') };
  if (/^[1-9]$/.test(letter)) {
    if (inClass) return reader.fail('a back-reference within a class');
    return { kind: 'backReference', index: parseBackReference(reader, Number(letter)) };
  }
  const set = /^[sicdwSICDW]$/.test(letter) ? multiCharEscape(letter) : undefined;
  return set ? { kind: 'set', set } : reader.fail(`\\${letter} is not an escape`);
}

/** `{Lu}` or `{IsBasicLatin}`. XML Schema Part 2 §F.1.1 [26] to [36]. */
function parseProperty(reader: PatternReader, negative: boolean): CodeSet {
  if (!reader.skip('{')) return reader.fail('{ is missing after \\p');
  let name = '';
  while (reader.peek() !== '}') {
    if (reader.atEnd) return reader.fail('} is missing after \\p{');
    name += reader.next();
  }
  reader.next();
  const set = name.startsWith('Is') && name.length > 2 ? block(name.slice(2)) : category(name);
  if (!set) return reader.fail('no such category or block of characters');
  return negative ? complement(set) : set;
}

/**
 * The digits of a back-reference: one more is taken only when so many groups were opened before it. It may only speak of a group that
 * is closed. Functions and Operators §7.6.1.
 */
function parseBackReference(reader: PatternReader, first: number): number {
  let index = first;
  while (/^[0-9]$/.test(reader.peek())) {
    const longer = index * 10 + Number(reader.peek());
    if (longer > reader.groups) break;
    index = longer;
    reader.next();
  }
  if (!reader.closed.has(index)) return reader.fail(`\\${index} speaks of no group closed before it`);
  reader.hasBackReferences = true;
  return index;
}
