import type { ModuleWriter } from '../module-writer.js';
import { EMPTY, Kind, one, only, onlyNodes, type StaticType } from '../static-type.js';
import { atLeast, bare } from './javascript-operators.js';

/**
 * How a piece of JavaScript holds its value.
 * - `boolean`, `text`, `number`: exactly one item, unboxed. The kind of the type says which: text is xs:string, xs:untypedAtomic or
 *   xs:anyURI; number is xs:double or a small xs:integer.
 * - `text?`: a text, or null for none. `node`, `node?`: a node, or null for none.
 * - `item`, `item?`: an Item, or undefined for none.
 * - `sequence`: a JavaScript array of Items.
 */
export type Form = 'boolean' | 'text' | 'text?' | 'number' | 'node' | 'node?' | 'item' | 'item?' | 'sequence';

/** A JavaScript expression, and what it gives. */
export interface Code {
  readonly js: string;
  readonly form: Form;
  readonly type: StaticType;
}

export function code(js: string, form: Form, type: StaticType): Code {
  return { js, form, type };
}

export const booleanCode = (js: string): Code => code(js, 'boolean', one(Kind.boolean));
export const stringCode = (js: string): Code => code(js, 'text', one(Kind.string));
export const integerCode = (js: string): Code => code(js, 'number', one(Kind.integer));
export const doubleCode = (js: string): Code => code(js, 'number', one(Kind.double));
export const emptyCode: Code = code('[]', 'sequence', EMPTY);

/** A name, a literal, or a member of a name: evaluated twice it does and costs nothing more. */
export function isAtom(js: string): boolean {
  return /^(?:[\w$]+(?:\.[\w$]+)*|"(?:[^"\\]|\\.)*")$/.test(js);
}

/** The expression, in parentheses unless it holds as tightly as a call. */
export function grouped(js: string): string {
  return atLeast(bare(js), 'call');
}

/** The value as an Item; the form must hold exactly one. */
function boxed(w: ModuleWriter, value: Code, js: string): string {
  const { kinds } = value.type;
  if (value.form === 'text' || value.form === 'text?') {
    if (kinds === Kind.untyped) return `new ${w.runtime('XUntyped')}(${js})`;
    if (kinds === Kind.uri) return `new ${w.runtime('XUri')}(${js})`;
  } else if (value.form === 'number' && kinds === Kind.integer) return `${w.runtime('integerOf')}(${js})`;
  return js;
}

/** The value as a Sequence. */
export function toSequence(w: ModuleWriter, value: Code): string {
  switch (value.form) {
    case 'sequence':
      return value.js;
    case 'text?':
    case 'node?':
    case 'item?': {
      const missing = value.form === 'item?' ? 'undefined' : 'null';
      if (isAtom(value.js)) return `(${value.js} === ${missing} ? [] : [${boxed(w, value, value.js)}])`;
      if (value.form === 'text?' && value.type.kinds !== Kind.string) {
        return `${w.runtime(value.type.kinds === Kind.uri ? 'optionalUri' : 'optionalUntyped')}(${value.js})`;
      }
      return `${w.runtime('optional')}(${value.js})`;
    }
    default:
      return `[${boxed(w, value, value.js)}]`;
  }
}

/** The value as an Item or undefined. More than one item is an error that the caller has excluded. */
export function toItem(w: ModuleWriter, value: Code): string {
  switch (value.form) {
    case 'sequence':
      return `${grouped(value.js)}[0]`;
    case 'text?':
    case 'node?':
      if (value.form === 'node?' || value.type.kinds === Kind.string) return `(${value.js} ?? undefined)`;
      return `${toSequence(w, value)}[0]`;
    default:
      return boxed(w, value, value.js);
  }
}

/** The effective boolean value (§2.4.3). */
export function toBoolean(w: ModuleWriter, value: Code): string {
  switch (value.form) {
    case 'boolean':
      return value.js;
    case 'text':
      return /^"/.test(value.js) && isAtom(value.js) ? String(value.js !== '""') : `${grouped(value.js)} !== ""`;
    case 'text?':
    case 'number':
      return `!!${grouped(value.js)}`;
    case 'node':
      return isAtom(value.js) ? 'true' : `${value.js} !== null`;
    case 'node?':
      return `${value.js} !== null`;
    case 'item':
    case 'item?':
      if (only(value.type, Kind.boolean)) return `${grouped(value.js)} === true`;
      return `${w.runtime('effectiveBooleanValue')}(${toSequence(w, value)})`;
    default:
      if (value.type.max === 0) return 'false';
      if (onlyNodes(value.type)) return `${grouped(value.js)}.length !== 0`;
      return `${w.runtime('effectiveBooleanValue')}(${value.js})`;
  }
}

/** The string value of a node known to be there. */
export function nodeText(w: ModuleWriter, js: string, kinds: number): string {
  const simple = Kind.attribute | Kind.text | Kind.comment | Kind.instruction;
  return (kinds & ~simple) === 0 ? `${grouped(js)}.value` : `${w.runtime('stringValue')}(${js})`;
}
