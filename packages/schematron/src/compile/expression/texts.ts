import type { Expr } from '../../xpath/ast.js';
import { atomized, Kind, one, only, optional, type StaticType } from '../static-type.js';
import { type Code, code, isAtom, nodeText, toSequence } from './code.js';
import type { Compiling, Env } from './compiling.js';
import { StaticError } from './errors.js';
import type { Local } from './frame.js';
import { clarkName, expandName } from './names.js';

/** Kinds whose values are texts when they are compared with texts. */
export const TEXTS = Kind.string | Kind.untyped | Kind.uri;

/** Whether all that an expression gives compares as text. */
export function isTextual(type: StaticType): boolean {
  return only(atomized(type), TEXTS);
}

/** The string that an expression is, when the schema writes it out: a literal, or a variable that is one. */
export function constantString(k: Compiling, expr: Expr, env: Env): string | undefined {
  if (expr.kind === 'string') return expr.value;
  if (expr.kind === 'filter' && expr.predicates.length === 0) return constantString(k, expr.operand, env);
  if (expr.kind !== 'variable' || !k.optimise) return undefined;
  const bound = env.variables.get(clarkName(expandName(expr.name, env)));
  return bound?.kind === 'function' ? bound.variable.literal : undefined;
}

/** The text of one item of a loop. */
export function localText(k: Compiling, item: Local, js: string): string {
  if (item.form === 'node') return nodeText(k.writer, js, item.type.kinds);
  if (item.form === 'text') return js;
  if (item.form === 'number')
    return `${item.type.kinds === Kind.integer ? 'String' : k.writer.runtime('doubleToString')}(${js})`;
  return `${k.writer.runtime('stringOf')}(${js})`;
}

/** The text of a value of one item at most, or null; its type is what atomization makes of the value. */
export function textOfCode(k: Compiling, value: Code): Code {
  const w = k.writer;
  const type = atomized(value.type);
  const kinds = only(type, Kind.untyped) ? Kind.untyped : only(type, Kind.uri) ? Kind.uri : Kind.string;
  switch (value.form) {
    case 'text':
    case 'text?':
      return value;
    case 'node':
      return code(nodeText(w, value.js, value.type.kinds), 'text', one(kinds));
    case 'node?': {
      const named = /^attribute\(([\w$.]+), ([\w$]+)\)$/.exec(value.js);
      if (named !== null)
        return code(`${w.runtime('attributeText')}(${named[1]}, ${named[2]})`, 'text?', optional(kinds));
      if (isAtom(value.js))
        return code(
          `(${value.js} === null ? null : ${nodeText(w, value.js, value.type.kinds)})`,
          'text?',
          optional(kinds),
        );
      return code(`${w.runtime('textOf')}(${value.js})`, 'text?', optional(kinds));
    }
    case 'item':
      return code(`${w.runtime('stringOf')}(${value.js})`, 'text', one(kinds));
    case 'boolean':
      return code(`String(${value.js})`, 'text', one(kinds));
    case 'number':
      return code(
        `${value.type.kinds === Kind.integer ? 'String' : w.runtime('doubleToString')}(${value.js})`,
        'text',
        one(kinds),
      );
    default:
      return code(`${w.runtime('textOfFirst')}(${toSequence(w, value)})`, 'text?', optional(kinds));
  }
}

/** The text of an expression of one item at most that compares as text. */
export function optionalText(k: Compiling, expr: Expr, env: Env): Code {
  return textOfCode(k, k.value(expr, env));
}

/**
 * An argument of type `xs:string?` (the function conversion rules, §3.1.5): the text, or null.
 *
 * @param what of the error: `argument 1 of fn:contains()`
 */
export function stringArgument(k: Compiling, expr: Expr, env: Env, what: string): Code {
  const value = k.value(expr, env);
  const type = atomized(value.type);
  if (type.max < 2 && only(type, TEXTS)) {
    const text = textOfCode(k, value);
    return { ...text, type: { ...text.type, kinds: Kind.string } };
  }
  if (type.max !== 0 && type.min === 1 && (type.kinds & (TEXTS | Kind.other)) === 0) {
    throw new StaticError('XPTY0004', `${what} must be a string`, k.textOf(expr, env));
  }
  return code(
    `${k.writer.runtime('stringArgument')}(${toSequence(k.writer, value)}, ${k.writer.literal(what)})`,
    'text?',
    optional(Kind.string),
  );
}

/** A text, where none counts as the zero-length string. */
export function orEmpty(value: Code): string {
  return value.form === 'text' ? value.js : `(${value.js} ?? "")`;
}

/** A `xs:string` argument that must be there. */
export function requiredString(k: Compiling, expr: Expr, env: Env, what: string): string {
  const value = stringArgument(k, expr, env, what);
  return value.form === 'text' ? value.js : `${k.writer.runtime('required')}(${value.js}, ${k.writer.literal(what)})`;
}
