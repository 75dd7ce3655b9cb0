import type { Expr } from '../../xpath/ast.js';
import { usesFocusNumber } from '../expression/dependencies.js';

/** Functions that never give a number: a predicate that is a call of one is a test, not a position. */
const NOT_NUMBERS: ReadonlySet<string> = new Set(
  (
    'not exists empty boolean true false contains starts-with ends-with matches string concat name local-name namespace-uri ' +
    'normalize-space upper-case lower-case translate substring substring-before substring-after string-join deep-equal lang nilled ' +
    'doc-available function-available key id root current document doc'
  ).split(' '),
);

/** Whether a predicate of a context may depend on the rank of the node among its siblings. In doubt, yes. */
export function mayBePositional(predicate: Expr): boolean {
  return mayBeNumber(predicate) || usesFocusNumber(predicate, 'position') || usesFocusNumber(predicate, 'last');
}

function mayBeNumber(expr: Expr): boolean {
  switch (expr.kind) {
    case 'string':
    case 'context':
    case 'or':
    case 'and':
    case 'general':
    case 'value':
    case 'node':
    case 'set':
    case 'instanceOf':
    case 'castableAs':
    case 'some':
    case 'every':
    case 'root':
    case 'step':
      return false;
    case 'sequence':
      return expr.items.some(mayBeNumber);
    case 'if':
      return mayBeNumber(expr.then) || mayBeNumber(expr.else);
    case 'for':
      return mayBeNumber(expr.body);
    case 'path':
      return mayBeNumber(expr.right);
    case 'filter':
    case 'treatAs':
      return mayBeNumber(expr.operand);
    case 'call':
      return expr.name.prefix !== '' || !NOT_NUMBERS.has(expr.name.local);
    default:
      return true;
  }
}
