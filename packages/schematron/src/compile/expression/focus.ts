import type { Expr } from '../../xpath/ast.js';
import { Kind } from '../static-type.js';
import type { Compiling, Env } from './compiling.js';
import { StaticError } from './errors.js';

/** How the context item is read. @throws StaticError XPDY0002 where there is none: in the body of a function */
export function contextItem(k: Compiling, expr: Expr, env: Env): string {
  if (env.focus === undefined) throw new StaticError('XPDY0002', 'there is no context item', k.textOf(expr, env));
  return env.frame.read(env.focus.item);
}

/** How the context node is read: checked when the item may be an atomic value. @throws StaticError XPTY0020 */
export function contextNode(k: Compiling, expr: Expr, env: Env, error = 'XPTY0020'): string {
  const item = contextItem(k, expr, env);
  const kinds = env.focus?.item.type.kinds ?? Kind.any;
  if (kinds !== 0 && (kinds & Kind.node) === 0)
    throw new StaticError(error, 'the context item is not a node', k.textOf(expr, env));
  return (kinds & ~Kind.node) === 0
    ? item
    : `${k.writer.runtime('contextNode')}(${item}${error === 'XPTY0020' ? '' : `, '${error}'`})`;
}
