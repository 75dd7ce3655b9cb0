import { alwaysMatchesEmpty, type Pattern, type RegexNode } from './ast.js';
import { ALL_CODE_POINTS, type CodeSet, complement, setOf } from './code-set.js';
import { RegexError } from './error.js';
import { type Flags, parseFlags } from './flags.js';
import { parseClass } from './parse-class.js';
import { parseEscape } from './parse-escape.js';
import { PatternReader } from './reader.js';
import type { RegexOptions } from './types.js';
import { caseVariants } from './unicode.js';

/** UTF-16 units that a pattern may have. */
const MAX_PATTERN_LENGTH = 10_000;

/** `.` without flag `s`: neither line feed nor carriage return (XML Schema Part 2 §F.1.1 [37]). */
const NOT_LINE_END = complement([10, 10, 13, 13]);

const EMPTY: RegexNode = { kind: 'empty' };

/**
 * Reads a pattern: XML Schema Part 2 appendix F with what Functions and Operators §7.6.1 adds, and `(?:…)` of version 3.0.
 *
 * @throws RegexError FORX0001 for the flags, FORX0002 for the pattern
 */
export function parsePattern(pattern: string, flagLetters: string, options: RegexOptions = {}): Pattern {
  const flags = parseFlags(flagLetters);
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new RegexError('FORX0002', `Regular expression: longer than ${MAX_PATTERN_LENGTH} characters`);
  }
  const reader = new PatternReader(pattern, flags.literal ? { ...flags, extended: false } : flags);
  const root = flags.literal ? parseLiteral(reader) : parseWhole(reader, options.quantifiedAnchors === 'accept');
  return {
    root,
    groups: reader.groups,
    hasBackReferences: reader.hasBackReferences,
    multiline: flags.multiline,
    caseBlind: flags.caseBlind,
    literal: flags.literal,
  };
}

function parseLiteral(reader: PatternReader): RegexNode {
  const items: RegexNode[] = [];
  while (!reader.atEnd) items.push(character(reader.next().codePointAt(0) ?? 0, reader.flags));
  return sequence(items);
}

function parseWhole(reader: PatternReader, quantifiedAnchors: boolean): RegexNode {
  const root = parseChoice(reader, quantifiedAnchors);
  return reader.atEnd ? root : reader.fail(') closes nothing');
}

function parseChoice(reader: PatternReader, quantifiedAnchors: boolean): RegexNode {
  const branches = [parseBranch(reader, quantifiedAnchors)];
  while (reader.skip('|')) branches.push(parseBranch(reader, quantifiedAnchors));
  return branches.length === 1 ? (branches[0] ?? EMPTY) : { kind: 'choice', branches };
}

function parseBranch(reader: PatternReader, quantifiedAnchors: boolean): RegexNode {
  const items: RegexNode[] = [];
  while (!reader.atEnd && reader.peek() !== '|' && reader.peek() !== ')') {
    const atom = parseAtom(reader, quantifiedAnchors);
    const piece = quantified(reader, atom, quantifiedAnchors);
    if (piece.kind !== 'empty') items.push(piece);
  }
  return sequence(items);
}

function sequence(items: readonly RegexNode[]): RegexNode {
  return items.length === 1 ? (items[0] ?? EMPTY) : items.length === 0 ? EMPTY : { kind: 'sequence', items };
}

function character(code: number, flags: Flags): RegexNode {
  const others = flags.caseBlind ? caseVariants(code) : [];
  return { kind: 'set', set: setOf([code, ...others].flatMap((one) => [one, one])) };
}

function parseAtom(reader: PatternReader, quantifiedAnchors: boolean): RegexNode {
  const next = reader.peek();
  switch (next) {
    case '[':
      return { kind: 'set', set: parseClass(reader) };
    case '(':
      return parseGroup(reader, quantifiedAnchors);
    case '\\': {
      const escaped = parseEscape(reader, false);
      if (escaped.kind === 'character') return character(escaped.code, reader.flags);
      return escaped;
    }
    case ']':
      return reader.fail('] closes nothing');
    case '?':
    case '*':
    case '+':
    case '{':
      return reader.fail('nothing stands before a quantifier');
    default:
      reader.next();
      if (next === '^') return { kind: 'start' };
      if (next === '$') return { kind: 'end' };
      if (next === '.') return { kind: 'set', set: anyCharacter(reader.flags) };
      return character(next.codePointAt(0) ?? 0, reader.flags);
  }
}

function anyCharacter(flags: Flags): CodeSet {
  return flags.dotAll ? ALL_CODE_POINTS : NOT_LINE_END;
}

function parseGroup(reader: PatternReader, quantifiedAnchors: boolean): RegexNode {
  const capturing = !reader.skip('(?:');
  if (capturing) {
    reader.next();
    reader.groups += 1;
  }
  const index = reader.groups;
  const body = reader.nested(() => parseChoice(reader, quantifiedAnchors));
  if (!reader.skip(')')) return reader.fail(') is missing');
  if (!capturing) return body;
  reader.closed.add(index);
  return { kind: 'group', index, body };
}

/** Reads the quantifier that may follow an atom. Functions and Operators §7.6.1: reluctant with a `?` after it. */
function quantified(reader: PatternReader, atom: RegexNode, quantifiedAnchors: boolean): RegexNode {
  const bounds = parseQuantifier(reader);
  if (!bounds) return atom;
  const { min, max } = bounds;
  if (atom.kind === 'start' || atom.kind === 'end') {
    if (!quantifiedAnchors) return reader.fail('a quantifier follows an anchor');
    // As Saxon reads it, which knows `^+?` and not `^*?`.
    if (min > 0) reader.skip('?');
    return min === 0 ? EMPTY : atom;
  }
  const greedy = !reader.skip('?');
  if (max === 0) return EMPTY;
  if (min === 1 && max === 1) return atom;
  if (alwaysMatchesEmpty(atom)) {
    // As Saxon reads it: what may be empty may be there any number of times, whatever the bounds.
    return min === 0 && max === 1
      ? atom
      : { kind: 'repeat', body: atom, min: 1, max: Number.POSITIVE_INFINITY, greedy };
  }
  return { kind: 'repeat', body: atom, min, max, greedy };
}

function parseQuantifier(reader: PatternReader): { min: number; max: number } | undefined {
  if (reader.skip('?')) return { min: 0, max: 1 };
  if (reader.skip('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (reader.skip('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (!reader.skip('{')) return undefined;
  const min = parseCount(reader);
  let max = min;
  if (reader.skip(',')) max = reader.peek() === '}' ? Number.POSITIVE_INFINITY : parseCount(reader);
  if (max < min) return reader.fail('a quantifier whose bounds are in the wrong order');
  if (!reader.skip('}')) return reader.fail('} is missing');
  return { min, max };
}

function parseCount(reader: PatternReader): number {
  let digits = '';
  while (/^[0-9]$/.test(reader.peek())) digits += reader.next();
  if (digits === '') return reader.fail('a number is missing');
  const count = Number(digits);
  return count <= 0x7fffffff ? count : reader.fail('a number too large');
}
