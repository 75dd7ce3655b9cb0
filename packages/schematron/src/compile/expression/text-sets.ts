import type { Expr } from '../../xpath/ast.js';
import { childrenOf } from '../../xpath/children.js';
import { Kind, one } from '../static-type.js';
import type { Compiling, Env } from './compiling.js';
import { needsOf } from './dependencies.js';
import { Frame, local } from './frame.js';
import { runOnce } from './memo.js';
import { joined, partsOf } from './order.js';
import { constantString, localText } from './texts.js';

/**
 * The texts of an expression that is the same in the whole run, as a Set made once: the codes of a vocabulary. What depends on one
 * other document alone is kept with that document, for all runs.
 *
 * @returns undefined when the expression is not so, or gives one text at most
 */
export function setOf(k: Compiling, expr: Expr, env: Env): string | undefined {
  if (k.typeOf(expr, env).max < 2) return undefined;
  if (!needsOf(expr, env.focus?.item.type.home === true).work) return undefined;
  return runOnce(k, expr, env, 'set', (inner) => ofVocabulary(k, expr, inner) ?? collect(k, expr, inner));
}

/** Statements that return the Set. */
function collect(k: Compiling, expr: Expr, env: Env): string {
  const set = env.frame.fresh('s');
  const loop = k.each(expr, env, 'any', (item) => `${set}.add(${localText(k, item, env.frame.read(item))});`);
  return `const ${set} = new Set();\n${loop}\nreturn ${set};`;
}

/** `doc('vocabulary.xml')/…`, where what follows asks for nothing else. */
function ofVocabulary(k: Compiling, expr: Expr, env: Env): string | undefined {
  if (expr.kind === 'filter' && expr.predicates.length === 0) return ofVocabulary(k, expr.operand, env);
  const [first, ...steps] = partsOf(expr);
  if (first?.kind !== 'call' || steps.length === 0 || first.arguments.length !== 1) return undefined;
  const [reference] = first.arguments;
  const type = k.typeOf(first, env);
  if (reference === undefined || constantString(k, reference, env) === undefined || type.kinds !== Kind.document)
    return undefined;
  const context: Expr = { kind: 'context', start: first.start, end: first.end };
  const rest = joined([context, ...steps]);
  const needs = needsOf(rest, false);
  if (needs.current || needs.variables.length > 0 || loads(steps)) return undefined;

  const document = k.value(first, env);
  if (document.form !== 'node' && document.form !== 'node?') return undefined;
  const frame = new Frame();
  const item = local(one(Kind.document), 'node', 'd');
  frame.declare(item, 'd');
  const body = collect(k, rest, { ...env, frame, focus: { item }, constant: rest });
  const texts = k.writer.define({ hint: 'texts', params: ['d', 'c'], body, comment: k.textOf(expr, env) });
  return `return ${k.writer.runtime('keptTexts')}(${document.js}, ${texts}, c);`;
}

/** Whether something in it depends on the run: on other documents, on the time. */
function loads(steps: readonly Expr[]): boolean {
  return steps.some((step) => step.kind !== 'step' || step.predicates.some(callsAnything));
}

function callsAnything(expr: Expr): boolean {
  return expr.kind === 'call' || childrenOf(expr).some(callsAnything);
}
