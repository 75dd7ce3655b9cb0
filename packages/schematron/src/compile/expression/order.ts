import type { AxisStep, Expr } from '../../xpath/ast.js';

/**
 * What is known of the nodes that a path has reached, to leave out sorting and the removal of duplicates where they change nothing
 * (Hidders, Michiels, "Avoiding unnecessary ordering operations in XPath", 2003).
 */
export interface Reached {
  readonly single: boolean;
  readonly distinct: boolean;
  /** In the order of the document. */
  readonly ordered: boolean;
  /** No node is an ancestor of another. */
  readonly disjoint: boolean;
}

export const SINGLE: Reached = { single: true, distinct: true, ordered: true, disjoint: true };
/** A sequence that was sorted. */
export const SORTED: Reached = { single: false, distinct: true, ordered: true, disjoint: false };
export const UNKNOWN: Reached = { single: false, distinct: false, ordered: false, disjoint: false };

/** What a step reaches. `one`: it gives one node at most for each. */
export function reach(from: Reached, step: AxisStep, one: boolean): Reached {
  const { single, distinct, ordered, disjoint } = from;
  switch (step.axis) {
    case 'self':
      return from;
    case 'attribute':
      return { single: single && one, distinct, ordered: ordered && distinct, disjoint: distinct };
    case 'child':
      return {
        single: single && one,
        distinct,
        ordered: ordered && distinct && disjoint,
        disjoint: distinct && disjoint,
      };
    case 'descendant':
    case 'descendant-or-self': {
      const apart = distinct && disjoint;
      return { single: single && one, distinct: apart, ordered: apart && ordered, disjoint: single && one };
    }
    case 'parent':
      return single ? SINGLE : UNKNOWN;
    case 'following-sibling':
      return { single: single && one, distinct: single, ordered: single, disjoint: single };
    case 'following':
      return { single: single && one, distinct: single, ordered: single, disjoint: single && one };
    case 'preceding-sibling':
      return { single: single && one, distinct: single, ordered: single && one, disjoint: single };
    default:
      // Ancestors and preceding nodes come last first.
      return { single: single && one, distinct: single, ordered: single && one, disjoint: single && one };
  }
}

/** The parts of a path from left to right. */
export function partsOf(expr: Expr): Expr[] {
  return expr.kind === 'path' ? [...partsOf(expr.left), expr.right] : [expr];
}

/** `//a` is written `/descendant-or-self::node()/child::a`; without positions it is `/descendant::a`. */
export function shortened(parts: readonly Expr[], positional: (step: AxisStep) => boolean): Expr[] {
  const out: Expr[] = [];
  for (const part of parts) {
    const before = out.at(-1);
    if (
      part.kind === 'step' &&
      before?.kind === 'step' &&
      before.axis === 'descendant-or-self' &&
      before.test.kind === 'node' &&
      before.predicates.length === 0 &&
      (part.axis === 'child' || part.axis === 'descendant') &&
      !positional(part)
    ) {
      out[out.length - 1] = { ...part, axis: 'descendant' };
    } else out.push(part);
  }
  return out;
}

/** The path made of parts again. */
export function joined(parts: readonly Expr[]): Expr {
  const [first, ...rest] = parts;
  if (first === undefined) throw new RangeError('a path has parts');
  return rest.reduce<Expr>((left, right) => ({ kind: 'path', left, right, start: left.start, end: right.end }), first);
}
