import type { CodeSet } from './code-set.js';

/** A pattern, read. Flags are gone: they have been worked into the sets. */
export type RegexNode =
  | { readonly kind: 'empty' }
  /** One character of a set. */
  | { readonly kind: 'set'; readonly set: CodeSet }
  /** `^`. */
  | { readonly kind: 'start' }
  /** `$`. */
  | { readonly kind: 'end' }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly RegexNode[] }
  /** `(…)`, numbered from 1. */
  | { readonly kind: 'group'; readonly index: number; readonly body: RegexNode }
  | RepeatNode
  /** `\1`. */
  | { readonly kind: 'backReference'; readonly index: number };

/** `*`, `+`, `?` and `{…}`. */
export interface RepeatNode {
  readonly kind: 'repeat';
  readonly body: RegexNode;
  readonly min: number;
  /** May be `Infinity`. */
  readonly max: number;
  readonly greedy: boolean;
}

/** A pattern and what the engines must know of it. */
export interface Pattern {
  readonly root: RegexNode;
  readonly groups: number;
  readonly hasBackReferences: boolean;
  /** Flag `m`: anchors also match at lines. */
  readonly multiline: boolean;
  /** Flag `i`: back-references compare without regard to case. */
  readonly caseBlind: boolean;
  /** Flag `q`: a replacement is plain text too. */
  readonly literal: boolean;
}

/** Does it match the zero-length string wherever it stands, as far as can be told without looking at the input? */
export function alwaysMatchesEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'empty':
      return true;
    case 'sequence':
      return node.items.every(alwaysMatchesEmpty);
    case 'choice':
      return node.branches.some(alwaysMatchesEmpty);
    case 'group':
      return alwaysMatchesEmpty(node.body);
    case 'repeat':
      return node.min === 0 || alwaysMatchesEmpty(node.body);
    default:
      return false;
  }
}
