import type { Expr, QNameRef } from '../../xpath/ast.js';

/** An attribute, own or of a child element, that must have one of some values for a predicate to hold. */
export interface Discriminator {
  readonly child?: QNameRef;
  readonly attribute: QNameRef;
  readonly values: readonly string[];
}

/**
 * What a predicate asks of an attribute, when it can only hold for some values of it: `@code = 'x'`, `t/@root = ('x', 'y')`,
 * `t[@root = 'x']`, their `or` on one attribute, their `and` with anything. A necessary condition, seldom the whole of it. It only
 * uses that an attribute has no type, and compares with a string as a string.
 */
export function discriminatorOf(predicates: readonly Expr[]): Discriminator | undefined {
  let best: Discriminator | undefined;
  for (const predicate of predicates) {
    const found = ofTest(predicate);
    if (found !== undefined && (best === undefined || found.values.length < best.values.length)) best = found;
  }
  return best;
}

function ofTest(expr: Expr): Discriminator | undefined {
  switch (expr.kind) {
    case 'and':
      return discriminatorOf(expr.operands);
    case 'or':
      return ofAny(expr.operands);
    case 'general':
      if (expr.operator !== '=') return undefined;
      return ofEquality(expr.left, expr.right) ?? ofEquality(expr.right, expr.left);
    case 'value':
      return expr.operator === 'eq'
        ? (ofEquality(expr.left, expr.right) ?? ofEquality(expr.right, expr.left))
        : undefined;
    case 'step':
      return ofChild(expr);
    case 'sequence':
      return expr.items.length === 1 && expr.items[0] !== undefined ? ofTest(expr.items[0]) : undefined;
    default:
      return undefined;
  }
}

function ofAny(operands: readonly Expr[]): Discriminator | undefined {
  const all = operands.map(ofTest);
  const [first] = all;
  if (first === undefined) return undefined;
  const values = new Set<string>();
  for (const each of all) {
    if (each === undefined || !sameName(each.attribute, first.attribute) || !sameName(each.child, first.child))
      return undefined;
    for (const value of each.values) values.add(value);
  }
  return { ...first, values: [...values] };
}

/** `t[@root = 'x']`: an element of that name that has it. */
function ofChild(expr: Expr): Discriminator | undefined {
  if (expr.kind !== 'step' || expr.axis !== 'child' || expr.test.kind !== 'name') return undefined;
  const inner = discriminatorOf(expr.predicates);
  return inner === undefined || inner.child !== undefined ? undefined : { ...inner, child: expr.test.name };
}

function ofEquality(path: Expr, literal: Expr): Discriminator | undefined {
  const values = literals(literal);
  if (values === undefined) return undefined;
  const own = attributeOf(path);
  if (own !== undefined) return { attribute: own, values };
  if (path.kind !== 'path') return undefined;
  const { left, right } = path;
  const attribute = attributeOf(right);
  if (attribute === undefined || left.kind !== 'step' || left.axis !== 'child' || left.test.kind !== 'name')
    return undefined;
  return { child: left.test.name, attribute, values };
}

function attributeOf(expr: Expr): QNameRef | undefined {
  return expr.kind === 'step' && expr.axis === 'attribute' && expr.test.kind === 'name' ? expr.test.name : undefined;
}

function literals(expr: Expr): readonly string[] | undefined {
  if (expr.kind === 'string') return [expr.value];
  if (expr.kind !== 'sequence' || expr.items.length === 0) return undefined;
  const values = expr.items.map(literals);
  return values.every((each) => each !== undefined) ? values.flatMap((each) => each ?? []) : undefined;
}

function sameName(a: QNameRef | undefined, b: QNameRef | undefined): boolean {
  return a?.prefix === b?.prefix && a?.local === b?.local;
}
