import type { Pattern } from '../../xpath/ast.js';
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
    if (last === undefined) kinds |= Kind.document;
    else if (last.test.kind === 'name' || last.test.kind === 'wildcard') {
      kinds |= last.axis === 'attribute' ? Kind.attribute : Kind.element;
    } else kinds |= BY_TEST[last.test.kind] ?? Kind.node;
  }
  return homeNode(kinds === 0 ? Kind.node : kinds);
}
