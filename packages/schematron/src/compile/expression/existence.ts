import type { Expr } from '../../xpath/ast.js';
import { Kind, onlyNodes } from '../static-type.js';
import { grouped } from './code.js';
import type { Compiling, Env } from './compiling.js';
import { contextNode } from './focus.js';
import { joinedBy } from './javascript-operators.js';
import { testedName } from './node-test.js';

/** Expressions without predicates around them. */
function bare(expr: Expr): Expr {
  return expr.kind === 'filter' && expr.predicates.length === 0 ? bare(expr.operand) : expr;
}

/** The JavaScript that finds the node of a simple step, or null: `@a`, `p:a`, `..`, `*`, `text()`. */
export function simpleStep(k: Compiling, expr: Expr, env: Env): string | undefined {
  if (expr.kind !== 'step' || expr.predicates.length > 0 || !k.optimise) return undefined;
  const w = k.writer;
  const kinds = (env.focus?.item.type.kinds ?? Kind.node) & Kind.node;
  if ((kinds & (Kind.element | Kind.document)) === 0 && expr.axis !== 'parent') return undefined;
  const name = testedName(expr.test, env);
  if (expr.axis === 'attribute') {
    if (name === undefined || expr.test.kind !== 'name') return undefined;
    return `${w.runtime('attribute')}(${contextNode(k, expr, env)}, ${w.name(name.uri, name.local)})`;
  }
  if (expr.axis === 'parent')
    return expr.test.kind === 'node' ? `${grouped(contextNode(k, expr, env))}.parent` : undefined;
  if (expr.axis !== 'child') return undefined;
  const node = contextNode(k, expr, env);
  if (name !== undefined) return `${w.runtime('child')}(${node}, ${w.name(name.uri, name.local)})`;
  const { test } = expr;
  if (test.kind === 'node') return `${grouped(node)}.first`;
  if (test.kind === 'wildcard' && test.prefix === undefined && test.local === undefined)
    return `${w.runtime('firstElement')}(${node})`;
  if (test.kind === 'text') return `${w.runtime('firstOfKind')}(${node}, 3)`;
  if (test.kind === 'comment') return `${w.runtime('firstOfKind')}(${node}, 8)`;
  return undefined;
}

/** `exists(expr)`. */
export function exists(k: Compiling, expr: Expr, env: Env): string {
  const type = k.typeOf(expr, env);
  if (type.max === 0) return 'false';
  const inner = bare(expr);
  if (k.optimise) {
    const found = simpleStep(k, inner, env);
    if (found !== undefined) return `${found} !== null`;
    if (
      inner.kind === 'step' &&
      inner.axis === 'attribute' &&
      inner.predicates.length === 0 &&
      inner.test.kind === 'wildcard'
    ) {
      if (inner.test.local === undefined && inner.test.prefix === undefined) {
        return `${grouped(contextNode(k, inner, env))}.attributes.length !== 0`;
      }
    }
    if (
      inner.kind === 'set' &&
      inner.operator === 'union' &&
      onlyNodes(k.typeOf(inner.left, env)) &&
      onlyNodes(k.typeOf(inner.right, env))
    ) {
      const sides = [exists(k, inner.left, env), exists(k, inner.right, env)].filter((each) => each !== 'false');
      if (sides.includes('true')) return 'true';
      return sides.length === 0 ? 'false' : joinedBy('||', sides);
    }
    if (inner.kind === 'sequence' && inner.items.length > 0)
      return joinedBy(
        '||',
        inner.items.map((each) => exists(k, each, env)),
      );
  }
  const { kind } = inner;
  const loops = kind === 'step' || kind === 'path' || kind === 'set' || kind === 'filter' || kind === 'for';
  const list = inner.kind === 'sequence' && inner.items.length > 1;
  if (!list && (!loops || !k.optimise)) {
    const value = k.value(inner, env);
    if (value.form === 'sequence') return `${grouped(value.js)}.length !== 0`;
    if (value.form === 'node?' || value.form === 'text?') return `${value.js} !== null`;
    if (value.form === 'item?') return `${value.js} !== undefined`;
    // One item: evaluated for its errors only.
    return /^[\w$.]+$/.test(value.js) ? 'true' : `${k.sequence(inner, env)}.length !== 0`;
  }
  return k.outline(inner, env, 'exists', (at) => {
    const loop = k.each(inner, at, 'any', () => 'return true;');
    return loop === 'return true;' ? loop : `${loop}\nreturn false;`;
  });
}

/** `count(expr)` as a number. */
export function countOf(k: Compiling, expr: Expr, env: Env): string {
  const type = k.typeOf(expr, env);
  if (type.max === 0) return '0';
  const inner = bare(expr);
  const w = k.writer;
  if (k.optimise && inner.kind === 'step' && inner.predicates.length === 0) {
    const name = testedName(inner.test, env);
    if (inner.axis === 'child' && name !== undefined) {
      return `${w.runtime('childCount')}(${contextNode(k, inner, env)}, ${w.name(name.uri, name.local)})`;
    }
    if (
      inner.axis === 'attribute' &&
      inner.test.kind === 'wildcard' &&
      inner.test.local === undefined &&
      inner.test.prefix === undefined
    ) {
      return `${grouped(contextNode(k, inner, env))}.attributes.length`;
    }
  }
  const { kind } = inner;
  const loops = kind === 'step' || kind === 'path' || (kind === 'filter' && onlyNodes(type)) || kind === 'set';
  if (!loops || !onlyNodes(type)) {
    const value = k.value(inner, env);
    return value.form === 'sequence' ? `${grouped(value.js)}.length` : `${k.sequence(inner, env)}.length`;
  }
  return k.outline(inner, env, 'count', (at) => {
    const total = at.frame.fresh('t');
    const loop = k.each(inner, at, 'distinct', () => `${total} += 1;`);
    return `let ${total} = 0;\n${loop}\nreturn ${total};`;
  });
}
