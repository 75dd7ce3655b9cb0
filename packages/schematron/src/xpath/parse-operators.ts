import type { ArithmeticOperator, Expr, GeneralOperator, NodeOperator, SetOperator, ValueOperator } from './ast.js';
import type { Cursor } from './cursor.js';
import { anyDescendant, beginsStep, readStep } from './parse-step.js';
import { readSequenceType, readSingleType } from './parse-type.js';

type Binary =
  | { readonly kind: 'general'; readonly operator: GeneralOperator }
  | { readonly kind: 'value'; readonly operator: ValueOperator }
  | { readonly kind: 'node'; readonly operator: NodeOperator }
  | { readonly kind: 'arithmetic'; readonly operator: ArithmeticOperator }
  | { readonly kind: 'set'; readonly operator: SetOperator }
  | { readonly kind: 'range' };

interface Level {
  readonly operators: ReadonlyMap<string, Binary>;
  /** Comparisons and ranges do not chain. */
  readonly chains: boolean;
}

function level(chains: boolean, operators: Readonly<Record<string, Binary>>): Level {
  return { chains, operators: new Map(Object.entries(operators)) };
}

/** The binary operators between `and` and `instance of`, from the loosest to the tightest (A.1, [10] to [15]). */
const LEVELS: readonly Level[] = [
  level(false, {
    '=': { kind: 'general', operator: '=' },
    '!=': { kind: 'general', operator: '!=' },
    '<': { kind: 'general', operator: '<' },
    '<=': { kind: 'general', operator: '<=' },
    '>': { kind: 'general', operator: '>' },
    '>=': { kind: 'general', operator: '>=' },
    eq: { kind: 'value', operator: 'eq' },
    ne: { kind: 'value', operator: 'ne' },
    lt: { kind: 'value', operator: 'lt' },
    le: { kind: 'value', operator: 'le' },
    gt: { kind: 'value', operator: 'gt' },
    ge: { kind: 'value', operator: 'ge' },
    is: { kind: 'node', operator: 'is' },
    '<<': { kind: 'node', operator: '<<' },
    '>>': { kind: 'node', operator: '>>' },
  }),
  level(false, { to: { kind: 'range' } }),
  level(true, {
    '+': { kind: 'arithmetic', operator: '+' },
    '-': { kind: 'arithmetic', operator: '-' },
  }),
  level(true, {
    '*': { kind: 'arithmetic', operator: '*' },
    div: { kind: 'arithmetic', operator: 'div' },
    idiv: { kind: 'arithmetic', operator: 'idiv' },
    mod: { kind: 'arithmetic', operator: 'mod' },
  }),
  level(true, {
    '|': { kind: 'set', operator: 'union' },
    union: { kind: 'set', operator: 'union' },
  }),
  level(true, {
    intersect: { kind: 'set', operator: 'intersect' },
    except: { kind: 'set', operator: 'except' },
  }),
];

/** OrExpr [8]. */
export function readOr(cursor: Cursor): Expr {
  return readLogical(cursor, 'or', () => readLogical(cursor, 'and', () => readBinary(cursor, 0)));
}

function readLogical(cursor: Cursor, kind: 'or' | 'and', operand: () => Expr): Expr {
  const start = cursor.start;
  const first = operand();
  if (!cursor.isWord(kind)) return first;
  const operands = [first];
  while (cursor.isWord(kind)) {
    cursor.next();
    operands.push(operand());
  }
  return { kind, operands, ...cursor.span(start) };
}

function readBinary(cursor: Cursor, depth: number): Expr {
  const at = LEVELS[depth];
  if (at === undefined) return readTyped(cursor);
  const start = cursor.start;
  let left = readBinary(cursor, depth + 1);
  for (let chain = true; chain; chain = at.chains) {
    const token = cursor.peek();
    const found = token.kind === 'name' || token.kind === 'symbol' ? at.operators.get(token.text) : undefined;
    if (found === undefined) break;
    cursor.next();
    const right = readBinary(cursor, depth + 1);
    left =
      found.kind === 'range'
        ? { kind: 'range', from: left, to: right, ...cursor.span(start) }
        : { ...found, left, right, ...cursor.span(start) };
  }
  return left;
}

/** InstanceofExpr [16] to CastExpr [19]: each at most once, from the tightest. */
function readTyped(cursor: Cursor): Expr {
  const start = cursor.start;
  let operand = readUnary(cursor);
  if (takeWords(cursor, 'cast', 'as')) {
    operand = { kind: 'castAs', operand, ...readSingleType(cursor), ...cursor.span(start) };
  }
  if (takeWords(cursor, 'castable', 'as')) {
    operand = { kind: 'castableAs', operand, ...readSingleType(cursor), ...cursor.span(start) };
  }
  if (takeWords(cursor, 'treat', 'as')) {
    operand = { kind: 'treatAs', operand, type: readSequenceType(cursor), ...cursor.span(start) };
  }
  if (takeWords(cursor, 'instance', 'of')) {
    operand = { kind: 'instanceOf', operand, type: readSequenceType(cursor), ...cursor.span(start) };
  }
  return operand;
}

function takeWords(cursor: Cursor, first: string, second: string): boolean {
  if (!cursor.isWord(first)) return false;
  cursor.next();
  cursor.expectWord(second);
  return true;
}

/** UnaryExpr [20]. */
function readUnary(cursor: Cursor): Expr {
  const signs: { readonly operator: '+' | '-'; readonly start: number }[] = [];
  for (;;) {
    const { start } = cursor.peek();
    if (cursor.take('-')) signs.push({ operator: '-', start });
    else if (cursor.take('+')) signs.push({ operator: '+', start });
    else break;
  }
  let operand = readPath(cursor);
  for (const { operator, start } of signs.reverse()) {
    operand = { kind: 'unary', operator, operand, ...cursor.span(start) };
  }
  return operand;
}

/** PathExpr [25]. */
function readPath(cursor: Cursor): Expr {
  const start = cursor.start;
  let left: Expr;
  if (cursor.take('//')) {
    const root: Expr = { kind: 'root', ...cursor.span(start) };
    left = { kind: 'path', left: root, right: anyDescendant(cursor, start), ...cursor.span(start) };
    left = { kind: 'path', left, right: readStep(cursor), ...cursor.span(start) };
  } else if (cursor.take('/')) {
    left = { kind: 'root', ...cursor.span(start) };
    if (!beginsStep(cursor)) return left;
    left = { kind: 'path', left, right: readStep(cursor), ...cursor.span(start) };
  } else left = readStep(cursor);
  for (;;) {
    const slash = cursor.start;
    if (cursor.take('//')) {
      left = { kind: 'path', left, right: anyDescendant(cursor, slash), ...cursor.span(start) };
    } else if (!cursor.take('/')) return left;
    left = { kind: 'path', left, right: readStep(cursor), ...cursor.span(start) };
  }
}
