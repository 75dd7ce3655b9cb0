import { type CodeSet, complement, difference, setOf, union } from './code-set.js';
import { parseEscape } from './parse-escape.js';
import type { PatternReader } from './reader.js';
import { caseVariants, withCaseVariants } from './unicode.js';

/**
 * Reads a class, from its `[` on (XML Schema Part 2 §F.1 [12] to [23]). A hyphen stands for itself wherever it cannot make a range, as
 * in XML Schema 1.1, which is what Saxon reads. Flag `i` adds the case variants of characters and ranges, not of escapes (Functions
 * and Operators §7.6.1.1); like Saxon, it does not for a character just before the last hyphen or a subtraction.
 *
 * @throws RegexError FORX0002
 */
export function parseClass(reader: PatternReader): CodeSet {
  return reader.nested(() => {
    reader.next();
    if (reader.atEnd || reader.peek() === ']') return reader.fail('a class is empty');
    const negative = reader.skip('^');
    if (reader.follows('-[')) return reader.fail('nothing stands before a subtraction');
    if (reader.peek() === ']') return reader.fail('a class is empty');
    return parseMembers(reader, negative);
  });
}

function parseMembers(reader: PatternReader, negative: boolean): CodeSet {
  const bounds: number[] = [];
  const sets: CodeSet[] = [];
  let subtracted: CodeSet | undefined;
  while (reader.peek() !== ']') {
    if (reader.atEnd) return reader.fail('] is missing');
    if (reader.skip('-[')) {
      reader.at -= 1;
      subtracted = parseClass(reader);
      if (reader.peek() !== ']') return reader.fail('] is missing after a subtraction');
      break;
    }
    const member = parseMember(reader);
    if (typeof member !== 'number') sets.push(member);
    else if (isRangeNext(reader)) addRange(reader, member, bounds);
    else addCharacter(reader, member, bounds);
  }
  reader.next();
  const positive = union(setOf(bounds), ...sets);
  const set = negative ? complement(positive) : positive;
  return subtracted ? difference(set, subtracted) : set;
}

/** A character, or the set of an escape. */
function parseMember(reader: PatternReader): number | CodeSet {
  if (reader.peek() === '[') return reader.fail('[ within a class');
  if (reader.peek() === '\\') {
    const escaped = parseEscape(reader, true);
    if (escaped.kind === 'character') return escaped.code;
    return escaped.kind === 'set' ? escaped.set : reader.fail('a back-reference within a class');
  }
  if (reader.follows('--') && !reader.follows('--[')) return reader.fail('a hyphen cannot start a range');
  return reader.next().codePointAt(0) ?? 0;
}

/** Does the hyphen that follows a character make a range with it? */
function isRangeNext(reader: PatternReader): boolean {
  if (!reader.follows('-') || reader.follows('-]') || reader.follows('-[') || reader.follows('--[')) return false;
  if (reader.follows('--')) return reader.fail('a hyphen cannot end a range');
  return true;
}

function addRange(reader: PatternReader, first: number, bounds: number[]): void {
  reader.next();
  if (reader.atEnd) reader.fail('] is missing');
  const last = parseMember(reader);
  if (typeof last !== 'number') reader.fail('an escape of several characters cannot end a range');
  if (first > last) reader.fail('a range ends before it starts');
  if (!reader.flags.caseBlind) bounds.push(first, last);
  else for (const bound of withCaseVariants([first, last])) bounds.push(bound);
}

function addCharacter(reader: PatternReader, code: number, bounds: number[]): void {
  bounds.push(code, code);
  if (!reader.flags.caseBlind || reader.peek() === '-') return;
  for (const other of caseVariants(code)) bounds.push(other, other);
}
