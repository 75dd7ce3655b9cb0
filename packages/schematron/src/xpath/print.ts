import type { AxisStep, Expr, PathPattern, Pattern, PatternStep } from './ast.js';
import { printName, printNodeTest, printSequenceType, printString } from './print-type.js';

/** How tightly each kind holds its operands: an operand that is looser goes in parentheses. */
const LEVEL: Readonly<Record<Expr['kind'], number>> = {
  sequence: 20,
  for: 1,
  some: 1,
  every: 1,
  if: 1,
  // Looser than they are: `a instance of b` before `+` or `*` would take it as an occurrence indicator.
  instanceOf: 1,
  treatAs: 1,
  castableAs: 1,
  castAs: 1,
  or: 2,
  and: 3,
  general: 4,
  value: 4,
  node: 4,
  range: 5,
  arithmetic: 6,
  set: 8,
  unary: 14,
  root: 20,
  path: 15,
  step: 16,
  filter: 17,
  string: 20,
  integer: 20,
  decimal: 20,
  double: 20,
  variable: 20,
  context: 20,
  call: 20,
};

const MULTIPLICATIVE = 7;
const INTERSECTION = 9;

/**
 * The canonical text of an expression: it reads back to the same tree, and two expressions that differ only by spaces, comments,
 * useless parentheses, quotes or abbreviations have the same.
 */
export function printExpression(expression: Expr): string {
  if (expression.kind === 'root') return '/';
  return expression.kind === 'sequence' && expression.items.length > 1 ? list(expression.items) : print(expression);
}

/** The canonical text of a pattern, unions written out. */
export function printPattern(pattern: Pattern): string {
  return pattern.alternatives.map(printPath).join(' | ');
}

function levelOf(expression: Expr): number {
  if (expression.kind === 'arithmetic') {
    return expression.operator === '+' || expression.operator === '-' ? LEVEL.arithmetic : MULTIPLICATIVE;
  }
  if (expression.kind === 'set') return expression.operator === 'union' ? LEVEL.set : INTERSECTION;
  return LEVEL[expression.kind];
}

function operand(expression: Expr, least: number): string {
  return levelOf(expression) >= least ? print(expression) : `(${print(expression)})`;
}

function list(items: readonly Expr[]): string {
  return items.map(print).join(', ');
}

function predicates(all: readonly Expr[]): string {
  return all.map((each) => `[${printExpression(each)}]`).join('');
}

function print(expression: Expr): string {
  switch (expression.kind) {
    case 'string':
      return printString(expression.value);
    case 'integer':
    case 'decimal':
    case 'double':
      return expression.text;
    case 'variable':
      return `$${printName(expression.name)}`;
    case 'context':
      return '.';
    case 'root':
      // `/` before a word or `*` would take it as a step.
      return '(/)';
    case 'sequence':
      return `(${list(expression.items)})`;
    case 'call':
      return `${printName(expression.name)}(${list(expression.arguments)})`;
    case 'filter':
      return operand(expression.operand, LEVEL.filter + 1) + predicates(expression.predicates);
    case 'step':
      return printStep(expression);
    case 'path':
      return printPathExpression(expression.left, expression.right);
    default:
      return printOperator(expression);
  }
}

type Operator = Exclude<
  Expr,
  {
    kind:
      | 'string'
      | 'integer'
      | 'decimal'
      | 'double'
      | 'variable'
      | 'context'
      | 'root'
      | 'sequence'
      | 'call'
      | 'filter'
      | 'step'
      | 'path';
  }
>;

function printOperator(expression: Operator): string {
  const level = levelOf(expression);
  switch (expression.kind) {
    case 'or':
    case 'and':
      return expression.operands.map((each) => operand(each, level + 1)).join(` ${expression.kind} `);
    case 'general':
    case 'value':
    case 'node':
      return `${operand(expression.left, level + 1)} ${expression.operator} ${operand(expression.right, level + 1)}`;
    case 'arithmetic':
    case 'set':
      return `${operand(expression.left, level)} ${expression.operator} ${operand(expression.right, level + 1)}`;
    case 'range':
      return `${operand(expression.from, level + 1)} to ${operand(expression.to, level + 1)}`;
    case 'unary':
      return expression.operator + operand(expression.operand, level);
    case 'instanceOf':
      return `${operand(expression.operand, LEVEL.unary)} instance of ${printSequenceType(expression.type)}`;
    case 'treatAs':
      return `${operand(expression.operand, LEVEL.unary)} treat as ${printSequenceType(expression.type)}`;
    case 'castAs':
    case 'castableAs': {
      const word = expression.kind === 'castAs' ? 'cast as' : 'castable as';
      const optional = expression.optional ? '?' : '';
      return `${operand(expression.operand, LEVEL.unary)} ${word} ${printName(expression.type)}${optional}`;
    }
    case 'if':
      return `if (${printExpression(expression.condition)}) then ${print(expression.then)} else ${print(expression.else)}`;
    case 'for':
    case 'some':
    case 'every': {
      const word = expression.kind === 'for' ? 'return' : 'satisfies';
      const { variable, in: range } = expression.binding;
      return `${expression.kind} $${printName(variable)} in ${print(range)} ${word} ${print(expression.body)}`;
    }
  }
}

function printPathExpression(left: Expr, right: Expr): string {
  const last = operand(right, LEVEL.step);
  if (left.kind === 'root') return `/${last}`;
  if (left.kind === 'path' && isAnyDescendant(left.right)) {
    return left.left.kind === 'root' ? `//${last}` : `${operand(left.left, LEVEL.path)}//${last}`;
  }
  return `${operand(left, LEVEL.path)}/${last}`;
}

function isAnyDescendant(expression: Expr): boolean {
  return (
    expression.kind === 'step' &&
    expression.axis === 'descendant-or-self' &&
    expression.test.kind === 'node' &&
    expression.predicates.length === 0
  );
}

function printStep({ axis, test, predicates: all }: Pick<AxisStep, 'axis' | 'test' | 'predicates'>): string {
  if (axis === 'parent' && test.kind === 'node') return `..${predicates(all)}`;
  const attribute = test.kind === 'attribute' || test.kind === 'schema-attribute';
  const written = axis === 'attribute' ? '@' : axis === 'child' && !attribute ? '' : `${axis}::`;
  return written + printNodeTest(test) + predicates(all);
}

function printPath({ steps, anchor }: PathPattern): string {
  const path = [...steps].reverse();
  const first = anchor.kind === 'call' ? printExpression(anchor.call) : '';
  if (path.length === 0) return anchor.kind === 'root' ? '/' : first;
  return path.reduce((text, step, index) => {
    const slash = index === 0 && anchor.kind === 'anywhere' ? '' : step.link === 'ancestor' ? '//' : '/';
    return text + slash + printPatternStep(step);
  }, first);
}

function printPatternStep(step: PatternStep): string {
  // `document-node()` alone means the node itself, as `self::` says.
  return printStep(step);
}
