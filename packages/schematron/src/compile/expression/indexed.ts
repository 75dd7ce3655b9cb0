import type { AxisStep, Expr } from '../../xpath/ast.js';
import { atomized, Kind, one, only } from '../static-type.js';
import type { Compiling, Env } from './compiling.js';
import { needsOf } from './dependencies.js';
import { testedName } from './node-test.js';
import { isPositional } from './predicates.js';
import { optionalText, TEXTS } from './texts.js';
import { within } from './typing.js';

interface Lookup {
  readonly attribute: { readonly uri: string; readonly local: string };
  readonly value: Expr;
  /** What is left to test. */
  readonly rest: readonly Expr[];
}

/** `@name = value` among what a predicate asks, where the value is one text that does not depend on the element. */
function lookup(k: Compiling, predicate: Expr, env: Env): Lookup | undefined {
  const asked = predicate.kind === 'and' ? predicate.operands : [predicate];
  for (const each of asked) {
    if (each.kind !== 'general' || each.operator !== '=') continue;
    for (const [side, value] of [
      [each.left, each.right],
      [each.right, each.left],
    ] as const) {
      if (side.kind !== 'step' || side.axis !== 'attribute' || side.predicates.length > 0) continue;
      const attribute = testedName(side.test, env);
      if (attribute === undefined) continue;
      const needs = needsOf(value, false);
      const type = atomized(k.typeOf(value, env));
      if (needs.focus || type.max !== 1 || !only(type, TEXTS)) continue;
      return { attribute, value, rest: asked.filter((other) => other !== each) };
    }
  }
  return undefined;
}

/** A look into an index instead of a walk. */
export interface Indexed {
  /** The array of elements. */
  readonly list: string;
  /** What is left to test. */
  readonly predicates: readonly Expr[];
}

/** `descendant::name[@attribute = value and …]`: the elements come from the index that the document keeps. */
export function indexed(k: Compiling, step: AxisStep, from: string, name: string, env: Env): Indexed | undefined {
  const [predicate, ...later] = step.predicates;
  if (predicate === undefined || isPositional(k, predicate, within(env, one(Kind.element)))) return undefined;
  const found = lookup(k, predicate, env);
  if (found === undefined) return undefined;
  const w = k.writer;
  const attribute = w.name(found.attribute.uri, found.attribute.local);
  const text = optionalText(k, found.value, env).js;
  const rest: readonly Expr[] = found.rest.length === 0 ? [] : [{ ...predicate, kind: 'and', operands: found.rest }];
  return {
    list: `${w.runtime('descendantsWith')}(${from}, ${name}, ${attribute}, ${text})`,
    predicates: [...rest, ...later],
  };
}
