import type { Expr } from './ast.js';

/** The expressions that an expression holds directly, in the order of its text. */
export function childrenOf(expression: Expr): readonly Expr[] {
  switch (expression.kind) {
    case 'string':
    case 'integer':
    case 'decimal':
    case 'double':
    case 'variable':
    case 'context':
    case 'root':
      return [];
    case 'sequence':
      return expression.items;
    case 'range':
      return [expression.from, expression.to];
    case 'or':
    case 'and':
      return expression.operands;
    case 'general':
    case 'value':
    case 'node':
    case 'arithmetic':
    case 'set':
    case 'path':
      return [expression.left, expression.right];
    case 'unary':
    case 'instanceOf':
    case 'treatAs':
    case 'castAs':
    case 'castableAs':
      return [expression.operand];
    case 'if':
      return [expression.condition, expression.then, expression.else];
    case 'for':
    case 'some':
    case 'every':
      return [expression.binding.in, expression.body];
    case 'call':
      return expression.arguments;
    case 'filter':
      return [expression.operand, ...expression.predicates];
    case 'step':
      return expression.predicates;
  }
}
