import type { Expr } from '../../xpath/ast.js';
import { Kind, one } from '../static-type.js';
import type { Compiling, Env } from './compiling.js';
import { needsOf } from './dependencies.js';
import { Frame, type Local } from './frame.js';
import { clarkName, expandName } from './names.js';

/** Whether an expression gives the same in the whole run: of its document, of other documents, of global variables. */
export function isRunConstant(expr: Expr, env: Env): boolean {
  const needs = needsOf(expr, env.focus?.item.type.home === true);
  if (needs.focus || needs.current) return false;
  return needs.variables.every((name) => {
    const bound = env.variables.get(clarkName(expandName(name, env)));
    return bound?.kind === 'function' && bound.variable.of === 'run';
  });
}

/** The document that is validated, as a context item. */
export const homeDocument: Local = { type: one(Kind.document, true), form: 'node', hint: 'd', fixed: 'c.document' };

/** Whether an expression is worth computing once in a run, and may be. */
export function runsOnce(k: Compiling, expr: Expr, env: Env): boolean {
  return k.optimise && env.constant !== expr && isRunConstant(expr, env);
}

/** A call of a function computed once in a run, when the expression allows it. */
export function runOnce(
  k: Compiling,
  expr: Expr,
  env: Env,
  hint: string,
  body: (inner: Env) => string,
): string | undefined {
  if (!runsOnce(k, expr, env)) return undefined;
  const frame = new Frame();
  const { focus, ...rest } = env;
  const inner: Env = {
    ...rest,
    frame,
    constant: expr,
    ...(focus === undefined ? {} : { focus: { item: homeDocument } }),
  };
  const text = body(inner);
  const id = k.writer.define({ hint, params: ['c'], body: text, comment: k.textOf(expr, env), memo: 'run' });
  return `${id}(c)`;
}
