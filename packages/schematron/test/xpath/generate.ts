import type { Expr, Pattern } from '../../src/xpath/ast.js';

/** A tree without its spans, to be compared with another. */
export function withoutSpans(tree: Expr | Pattern): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  );
}
