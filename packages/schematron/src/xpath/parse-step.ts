import type { Axis, AxisStep, Expr, NodeTest } from './ast.js';
import type { Cursor } from './cursor.js';
import { isKindTest, KIND_TESTS, readKindTest } from './parse-type.js';

const AXES: ReadonlySet<string> = new Set<Axis>([
  'child',
  'descendant',
  'attribute',
  'self',
  'descendant-or-self',
  'following-sibling',
  'following',
  'namespace',
  'parent',
  'ancestor',
  'preceding-sibling',
  'preceding',
  'ancestor-or-self',
]);

function isAxis(name: string): name is Axis {
  return AXES.has(name);
}

/** Names that no function may have without a prefix (A.3). */
const RESERVED: ReadonlySet<string> = new Set([...KIND_TESTS, 'empty-sequence', 'if', 'item', 'typeswitch']);

/** The step between the two slashes of `//`. */
export function anyDescendant(cursor: Cursor, start: number): AxisStep {
  return { kind: 'step', axis: 'descendant-or-self', test: { kind: 'node' }, predicates: [], ...cursor.span(start) };
}

/** Whether a StepExpr can begin with the terminal that comes (constraint `leading-lone-slash`). */
export function beginsStep(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek();
  if (kind === 'symbol')
    return text === '*' || text === '.' || text === '..' || text === '@' || text === '(' || text === '$';
  return kind !== 'end';
}

/** StepExpr [27]: an axis step, or a primary expression and its predicates. */
export function readStep(cursor: Cursor): Expr {
  const start = cursor.start;
  const primary = readPrimary(cursor);
  if (primary === undefined) return readAxisStep(cursor);
  if (!cursor.isSymbol('[')) return primary;
  const predicates = readPredicates(cursor);
  return { kind: 'filter', operand: primary, predicates, ...cursor.span(start) };
}

/** AxisStep [28] with its predicates. */
export function readAxisStep(cursor: Cursor): AxisStep {
  const start = cursor.start;
  if (cursor.take('..')) {
    const predicates = readPredicates(cursor);
    return { kind: 'step', axis: 'parent', test: { kind: 'node' }, predicates, ...cursor.span(start) };
  }
  const written = readAxis(cursor);
  const test = readNodeTest(cursor);
  const axis = written ?? (test.kind === 'attribute' || test.kind === 'schema-attribute' ? 'attribute' : 'child');
  const predicates = readPredicates(cursor);
  return { kind: 'step', axis, test, predicates, ...cursor.span(start) };
}

/** The axis when it is written, `@` included. */
function readAxis(cursor: Cursor): Axis | undefined {
  if (cursor.take('@')) return 'attribute';
  if (cursor.peek().kind !== 'name' || !cursor.isSymbol('::', 1)) return undefined;
  const name = cursor.peek().text;
  if (!isAxis(name)) throw cursor.error('an axis');
  cursor.next();
  cursor.next();
  return name;
}

/** NodeTest [35]. */
export function readNodeTest(cursor: Cursor): NodeTest {
  if (isKindTest(cursor)) return readKindTest(cursor);
  if (cursor.take('*')) {
    if (!cursor.isSymbol(':') || !touches(cursor)) return { kind: 'wildcard' };
    cursor.next();
    if (cursor.peek().kind !== 'name' || !touches(cursor)) throw cursor.error('a local name right after “*:”');
    return { kind: 'wildcard', local: cursor.next().text };
  }
  const prefixed = cursor.peek().kind === 'name' && cursor.isSymbol(':', 1) && cursor.isAdjacent(1);
  if (prefixed && cursor.isSymbol('*', 2) && cursor.isAdjacent(2)) {
    const prefix = cursor.next().text;
    cursor.next();
    cursor.next();
    return { kind: 'wildcard', prefix };
  }
  return { kind: 'name', name: cursor.qname('a step, a value or “(”') };
}

function touches(cursor: Cursor): boolean {
  return cursor.isAdjacent(0);
}

/** `[…]` as many times as it comes. */
export function readPredicates(cursor: Cursor): Expr[] {
  const predicates: Expr[] = [];
  while (cursor.take('[')) {
    predicates.push(cursor.inner.whole(cursor));
    cursor.expect(']');
  }
  return predicates;
}

/** PrimaryExpr [41], or nothing when an axis step comes. */
function readPrimary(cursor: Cursor): Expr | undefined {
  const { kind, text, start } = cursor.peek();
  switch (kind) {
    case 'string':
      cursor.next();
      return { kind, value: text, ...cursor.span(start) };
    case 'integer':
    case 'decimal':
    case 'double':
      cursor.next();
      return { kind, text, ...cursor.span(start) };
    case 'name':
      return isCall(cursor) ? readCall(cursor) : undefined;
    default:
      return readSymbolPrimary(cursor);
  }
}

function readSymbolPrimary(cursor: Cursor): Expr | undefined {
  const { start } = cursor.peek();
  if (cursor.take('$')) {
    const name = cursor.qname('the name of a variable');
    return { kind: 'variable', name, ...cursor.span(start) };
  }
  if (cursor.take('.')) return { kind: 'context', ...cursor.span(start) };
  if (!cursor.take('(')) return undefined;
  if (cursor.take(')')) return { kind: 'sequence', items: [], ...cursor.span(start) };
  const inside = cursor.inner.whole(cursor);
  cursor.expect(')');
  // What a parenthesis holds has the span of the parenthesis: what is shown of it is then an expression by itself.
  return { ...inside, ...cursor.span(start) };
}

/** Whether a call comes: a name, `(`, and no KindTest. */
export function isCall(cursor: Cursor): boolean {
  const length = cursor.qnameLength();
  return length !== 0 && cursor.isSymbol('(', length) && !(length === 1 && KIND_TESTS.has(cursor.peek().text));
}

/** FunctionCall [48]. */
export function readCall(cursor: Cursor): Expr {
  const start = cursor.start;
  if (cursor.qnameLength() === 1 && RESERVED.has(cursor.peek().text)) {
    throw cursor.error('a function (this name is reserved)');
  }
  const name = cursor.qname('the name of a function');
  cursor.expect('(');
  const list: Expr[] = [];
  if (!cursor.isSymbol(')')) {
    do list.push(cursor.inner.single(cursor));
    while (cursor.take(','));
  }
  cursor.expect(')');
  return { kind: 'call', name, arguments: list, ...cursor.span(start) };
}
