import type { Pattern } from './ast.js';
import { AutomatonMatcher } from './automaton.js';
import { BacktrackingMatcher } from './backtracking.js';
import { isAnchored, longestNativeInput } from './cost.js';
import { RegexError } from './error.js';
import { Budget, type Match, type Matcher } from './matcher.js';
import { hasNativeGroups, toNative } from './native.js';
import { parsePattern } from './parse.js';
import { compileProgram } from './program.js';
import { parseReplacement, type Replacement, usesGroups } from './replacement.js';
import type { RegexEngine, RegexOptions, XRegex } from './types.js';

const DEFAULT_MAX_STEPS = 20_000_000;

/** Inputs shorter than this are the rule: a pattern that is not safe for them is not run natively at all. */
const USUAL_LENGTH = 32;

/**
 * Compiles a pattern of `fn:matches`, `fn:replace` or `fn:tokenize`. It is worth keeping: nothing is kept here.
 *
 * @throws RegexError FORX0001 for the flags, FORX0002 for the pattern (also one longer than 10 000 characters, deeper than 200 levels
 * or of more than 10 000 states once its counts are worked out)
 */
export function compileRegex(pattern: string, flags: string, options: RegexOptions = {}): XRegex {
  return new CompiledRegex(parsePattern(pattern, flags, options), options);
}

class CompiledRegex implements XRegex {
  readonly engine: RegexEngine;
  readonly matchesEmpty: boolean;
  readonly #pattern: Pattern;
  readonly #matcher: Matcher;
  readonly #maxSteps: number;
  /** Longest input for the native engine. */
  readonly #nativeLength: number;
  readonly #native: RegExp | undefined;
  /** The same, once they are asked for: global, without groups and with them. */
  readonly #global: { plain?: RegExp; groups?: RegExp } = {};

  constructor(pattern: Pattern, options: RegexOptions) {
    this.#pattern = pattern;
    this.#maxSteps = options.maxSteps ?? DEFAULT_MAX_STEPS;
    const backtracking = pattern.hasBackReferences || options.engine === 'backtracking';
    const program = compileProgram(pattern, backtracking ? 'backtracking' : 'automaton');
    this.#matcher = backtracking
      ? new BacktrackingMatcher(program, this.#maxSteps)
      : new AutomatonMatcher(program, isAnchored(pattern.root, pattern.multiline), this.#maxSteps);
    const length = nativeLength(pattern, this.#maxSteps, options.engine);
    this.#native = length >= USUAL_LENGTH ? toNative(pattern, 'u', false) : undefined;
    this.#nativeLength = this.#native ? length : -1;
    this.engine = this.#native ? 'native' : backtracking ? 'backtracking' : 'automaton';
    this.matchesEmpty = this.matches('');
  }

  matches(input: string): boolean {
    if (this.#native && input.length <= this.#nativeLength) {
      const found = unlessTooMuch(() => this.#native?.test(input));
      if (found !== undefined) return found;
    }
    return this.#matcher.test(input);
  }

  tokenize(input: string): string[] {
    if (input === '') return [];
    this.#mustNotMatchEmpty('tokenize');
    if (this.#native && input.length <= this.#nativeLength) {
      const tokens = unlessTooMuch(() => this.#native && input.split(this.#native));
      if (tokens) return tokens;
    }
    const tokens: string[] = [];
    let from = 0;
    for (const match of this.#all(input, false)) {
      tokens.push(input.slice(from, match[0]));
      from = match[1] ?? from;
    }
    tokens.push(input.slice(from));
    return tokens;
  }

  replace(input: string, replacement: string): string {
    this.#mustNotMatchEmpty('replace');
    const { groups, literal } = this.#pattern;
    const parts: Replacement = literal ? [replacement] : parseReplacement(replacement, groups);
    const captures = usesGroups(parts, groups);
    const native = input.length <= this.#nativeLength ? this.#globalNative(captures) : undefined;
    if (native) {
      const replaced = unlessTooMuch(() =>
        input.replace(native, (...found) => fill(parts, (group) => found[group], groups)),
      );
      if (replaced !== undefined) return replaced;
    }
    let result = '';
    let from = 0;
    for (const match of this.#all(input, captures)) {
      result += input.slice(from, match[0]) + fill(parts, (group) => groupText(input, match, group), groups);
      from = match[1] ?? from;
    }
    return result + input.slice(from);
  }

  /** Every match that does not overlap the one before. None is empty: the pattern would match the zero-length string. */
  *#all(input: string, captures: boolean): Generator<ArrayLike<number>, void> {
    const budget = new Budget(this.#maxSteps);
    for (let from = 0; from < input.length; ) {
      const match: Match = this.#matcher.find(input, from, captures, budget);
      if (!match) return;
      yield match;
      from = Math.max(match[1] ?? 0, from + 1);
    }
  }

  #globalNative(captures: boolean): RegExp | undefined {
    const kind = captures ? 'groups' : 'plain';
    if (!this.#native || (captures && !hasNativeGroups(this.#pattern.root))) return undefined;
    this.#global[kind] ??= toNative(this.#pattern, 'gu', captures);
    return this.#global[kind];
  }

  #mustNotMatchEmpty(what: string): void {
    if (this.matchesEmpty)
      throw new RegexError('FORX0003', `${what}: the regular expression matches the zero-length string`);
  }
}

function nativeLength(pattern: Pattern, maxSteps: number, forced: RegexEngine | undefined): number {
  if (pattern.hasBackReferences) return -1;
  if (forced) return forced === 'native' ? Number.POSITIVE_INFINITY : -1;
  return longestNativeInput(pattern, maxSteps);
}

/**
 * Undefined when the native engine gives up: it may run out of stack on a long input, or find the expression too large when it first
 * runs it, and each platform has an error of its own for that.
 */
function unlessTooMuch<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function groupText(input: string, match: ArrayLike<number>, group: number): string {
  const from = match[2 * group] ?? -1;
  const to = match[2 * group + 1] ?? -1;
  return from < 0 || to < from ? '' : input.slice(from, to);
}

function fill(parts: Replacement, textOf: (group: number) => unknown, groups: number): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if (part <= groups) text += textOf(part) ?? '';
  }
  return text;
}
