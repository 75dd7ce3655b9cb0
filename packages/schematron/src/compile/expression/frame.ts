import type { StaticType } from '../static-type.js';
import type { Form } from './code.js';

/**
 * A value with a name in generated code: the context item, a range variable, a position. It is read in the function that declares
 * it, or in one called from there, which then gets it as a parameter.
 */
export interface Local {
  readonly type: StaticType;
  readonly form: Form;
  /** Beginning of its name: one letter. */
  readonly hint: string;
  /** How every function reads it, when it needs no parameter (`c.document`). */
  readonly fixed?: string;
}

export function local(type: StaticType, form: Form, hint: string): Local {
  return { type, form, hint };
}

/** The names of one generated function. */
export class Frame {
  /** What comes from outside, in the order of first use. */
  readonly captured: Local[] = [];
  readonly #names = new Map<Local, string>();
  readonly #counts = new Map<string, number>();

  /** Gives a local its name in this function. */
  declare(value: Local, name = this.fresh(value.hint)): string {
    this.#names.set(value, name);
    return name;
  }

  /** A name that this function does not use yet: a letter and a number. */
  fresh(hint: string): string {
    const count = (this.#counts.get(hint) ?? 0) + 1;
    this.#counts.set(hint, count);
    return `${hint}${count}`;
  }

  /** How this function reads a local. */
  read(value: Local): string {
    if (value.fixed !== undefined) return value.fixed;
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    this.captured.push(value);
    return this.declare(value, `a${this.captured.length}`);
  }
}
