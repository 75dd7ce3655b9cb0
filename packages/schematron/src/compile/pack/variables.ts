import type { Let, Phase, Schema, SchemaPattern } from '../../schema/model.js';
import { type Code, toSequence } from '../expression/code.js';
import type { Variable } from '../expression/compiling.js';
import { ANYTHING } from '../static-type.js';
import { type Expressions, homeNode, type Scope } from './expressions.js';

/**
 * The scopes of patterns. Variables of the schema and of patterns are global (the ISO skeleton makes them so); those of phases are
 * global too, and depend on the phase that runs. Global variables may refer to those that come later, as in XSLT: they are compiled
 * in the order that their references ask for.
 */
export class Scopes {
  readonly #global: Scope;
  /** What was declared for the whole schema. */
  readonly #globals = new Set<Let>();

  constructor(
    schema: Schema,
    private readonly expressions: Expressions,
  ) {
    const variables = new Map<string, Variable>();
    this.#declare(schema.lets, variables);
    this.#declarePhases(schema.phases, variables);
    this.#global = { variables, context: homeNode() };
  }

  /** Where everything but rules stands: keys, functions. */
  get everywhere(): Scope {
    return this.#global;
  }

  /** The scope of the rules of a pattern. */
  pattern(pattern: SchemaPattern): Scope {
    const own = pattern.lets.filter((each) => !this.#isGlobal(each));
    if (own.length === 0) return this.#global;
    const variables = new Map(this.#global.variables);
    this.#declare(own, variables);
    return { ...this.#global, variables };
  }

  #isGlobal(declared: Let): boolean {
    return this.#globals.has(declared);
  }

  #declare(lets: readonly Let[], variables: Map<string, Variable>): void {
    for (const each of inOrder(lets)) {
      const found = this.expressions.variable(each, { variables, context: homeNode() }, 'run');
      if (found === undefined) continue;
      variables.set(...found);
      this.#globals.add(each);
    }
  }

  /** A variable that a phase declares: that of the phase that runs, or the one of the schema, or an error. */
  #declarePhases(phases: readonly Phase[], variables: Map<string, Variable>): void {
    const { writer } = this.expressions;
    const cases = new Map<string, { readonly hint: string; readonly lines: string[] }>();
    for (const { id, lets } of phases) {
      const own = new Map(variables);
      for (const each of inOrder(lets)) {
        const found = this.expressions.variable(each, { variables: own, context: homeNode() }, 'run');
        if (found === undefined) continue;
        const [name, variable] = found;
        own.set(name, variable);
        const known = cases.get(name) ?? { hint: each.name, lines: [] };
        known.lines.push(`case ${writer.literal(id)}: return ${this.#read(variable)};`);
        cases.set(name, known);
      }
    }
    for (const [name, { hint, lines }] of cases) {
      const outer = variables.get(name);
      const rest =
        outer === undefined
          ? `throw new ${writer.runtime('XPathError')}("XPST0008", ${writer.literal(`no phase that runs declares $${hint}`)});`
          : `return ${this.#read(outer)};`;
      const body = ['switch (c.phase) {', ...lines, `default: ${rest}`, '}'];
      const id = writer.define({ hint: `phase_${hint}`, params: ['c'], body });
      variables.set(name, { id, of: 'run', type: ANYTHING, form: 'sequence' });
    }
  }

  #read(variable: Variable): string {
    const code: Code = { js: `${variable.id}(c)`, form: variable.form, type: variable.type };
    return toSequence(this.expressions.writer, code);
  }
}

/** Variables after those that they refer to. A circle is left as it is: the last of it refers to a variable that is not there. */
function inOrder(lets: readonly Let[]): readonly Let[] {
  const byName = new Map(lets.map((each) => [each.name, each] as const));
  const done = new Set<Let>();
  const open = new Set<Let>();
  const add = (each: Let): void => {
    if (done.has(each) || open.has(each)) return;
    open.add(each);
    for (const [, name = ''] of (each.value?.text ?? '').matchAll(/\$\s*([^\s$'"()[\]{},;=+*|<>!@/]+)/g)) {
      const other = byName.get(name);
      if (other !== undefined) add(other);
    }
    done.add(each);
  };
  for (const each of lets) add(each);
  return [...done];
}
