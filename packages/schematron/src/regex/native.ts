import type { Pattern, RegexNode, RepeatNode } from './ast.js';
import { type CodeSet, complement, LAST_CODE_POINT } from './code-set.js';

/** UTF-16 units of a native expression, that platforms compile without trouble. */
const MAX_SOURCE_LENGTH = 200_000;

/**
 * The pattern as a native regular expression with flag `u`, or undefined where the platform cannot make it. Flags are in the sets
 * already; anchors of flag `m` are written as assertions, since natively they know more line ends than a line feed.
 *
 * @param captures write the groups as groups
 */
export function toNative(pattern: Pattern, flags: 'u' | 'gu', captures: boolean): RegExp | undefined {
  const source = write(pattern.root, pattern.multiline, captures);
  if (source.length > MAX_SOURCE_LENGTH) return undefined;
  try {
    return new RegExp(source, flags);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Are the groups of the native expression those of the other engines? Natively a group forgets what it took when the loop around it
 * goes on, so none may be skipped by a later turn of the loop.
 */
export function hasNativeGroups(node: RegexNode, inLoop = false, skippable = false): boolean {
  switch (node.kind) {
    case 'group':
      return !(inLoop && skippable) && hasNativeGroups(node.body, inLoop, skippable);
    case 'sequence':
      return node.items.every((item) => hasNativeGroups(item, inLoop, skippable));
    case 'choice':
      return node.branches.every((branch) => hasNativeGroups(branch, inLoop, inLoop));
    case 'repeat':
      return hasNativeGroups(node.body, inLoop || node.max > 1, skippable || (inLoop && node.min === 0));
    default:
      return true;
  }
}

function write(node: RegexNode, multiline: boolean, captures: boolean): string {
  switch (node.kind) {
    case 'empty':
      return '';
    case 'set':
      return setText(node.set);
    case 'start':
      return multiline ? '(?:^|(?<=\\n)(?!$))' : '^';
    case 'end':
      return multiline ? '(?=\\n|$)' : '$';
    case 'sequence':
      return node.items.map((item) => closed(item, multiline, captures)).join('');
    case 'choice':
      return node.branches.map((branch) => write(branch, multiline, captures)).join('|');
    case 'group':
      return `(${captures ? '' : '?:'}${write(node.body, multiline, captures)})`;
    case 'repeat':
      return quantified(node, multiline, captures);
    case 'backReference':
      throw new TypeError('A back-reference is not run natively');
  }
}

/** As one item of a sequence. */
function closed(node: RegexNode, multiline: boolean, captures: boolean): string {
  const text = write(node, multiline, captures);
  return node.kind === 'choice' ? `(?:${text})` : text;
}

function quantified(node: RepeatNode, multiline: boolean, captures: boolean): string {
  const body = write(node.body, multiline, captures);
  const single = node.body.kind === 'set' || node.body.kind === 'group';
  const { min, max } = node;
  const most = max === Number.POSITIVE_INFINITY ? '' : max;
  const simple = most === '' ? ['*', '+'][min] : min === 0 && max === 1 ? '?' : undefined;
  return `${single ? body : `(?:${body})`}${simple ?? (min === max ? `{${min}}` : `{${min},${most}}`)}${node.greedy ? '' : '?'}`;
}

const texts = new WeakMap<CodeSet, string>();

function setText(set: CodeSet): string {
  const known = texts.get(set);
  if (known !== undefined) return known;
  const negative = set[set.length - 1] === LAST_CODE_POINT;
  const single = set.length === 2 && set[0] === set[1];
  const text = single
    ? codeText(set[0] ?? 0)
    : `[${negative ? '^' : ''}${rangesText(negative ? complement(set) : set)}]`;
  texts.set(set, text);
  return text;
}

function rangesText(set: CodeSet): string {
  let text = '';
  for (let at = 0; at + 1 < set.length; at += 2) {
    const first = set[at] ?? 0;
    const last = set[at + 1] ?? 0;
    text += codeText(first) + (last > first ? (last > first + 1 ? '-' : '') + codeText(last) : '');
  }
  return text;
}

function codeText(code: number): string {
  const character = String.fromCodePoint(code);
  return /^[0-9A-Za-z]$/.test(character) ? character : `\\u{${code.toString(16)}}`;
}
