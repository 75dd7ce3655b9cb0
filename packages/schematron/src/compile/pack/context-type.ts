import type { Pattern, PatternStep } from '../../xpath/ast.js';
import { Kind, type StaticType } from '../static-type.js';
import { homeNode } from './expressions.js';

const BY_TEST: Readonly<Record<string, number>> = {
  element: Kind.element,
  attribute: Kind.attribute,
  text: Kind.text,
  comment: Kind.comment,
  'processing-instruction': Kind.instruction,
  'document-node': Kind.document,
};

/** What the nodes that match a pattern are: what is known of a rule's context before it runs. */
export function contextType(pattern: Pattern): StaticType {
  let kinds = 0;
  for (const { steps } of pattern.alternatives) {
    const [last] = steps;
    kinds |= last === undefined ? Kind.document : kindsOf(last);
  }
  return homeNode(kinds === 0 ? Kind.node : kinds);
}

/** What the nodes that pass the test of a step are: the context of its predicates. */
export function stepType(step: PatternStep): StaticType {
  return homeNode(kindsOf(step));
}

function kindsOf({ axis, test }: PatternStep): number {
  if (test.kind !== 'name' && test.kind !== 'wildcard') return BY_TEST[test.kind] ?? Kind.node;
  return axis === 'attribute' ? Kind.attribute : Kind.element;
}
