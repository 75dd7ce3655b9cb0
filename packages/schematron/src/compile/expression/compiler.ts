import type { Place, XsltFunction } from '../../schema/model.js';
import type { Expr, NodeTest } from '../../xpath/ast.js';
import { parseSequenceType } from '../../xpath/parse.js';
import type { ModuleWriter } from '../module-writer.js';
import { Kind, one, type StaticType, typeOfSpec } from '../static-type.js';
import type { Bound, Env, Variable } from './compiling.js';
import { Frame, type Local, local } from './frame.js';
import { Generator } from './generator.js';
import { homeDocument } from './memo.js';
import { nodeTestCode } from './node-test.js';
import { constantString, orEmpty, textOfCode } from './texts.js';
import { typeSpec } from './types.js';
import { declareFunction, defineFunction } from './user-functions.js';

/** What an expression may refer to, and where it stands. */
export interface Scope {
  /** By expanded name, in Clark notation (`{}name`). */
  readonly variables: ReadonlyMap<string, Variable>;
  /** Prefix → namespace. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** What the context item is. Absent: some node of the document that is validated. `none`: there is none. */
  readonly context?: StaticType | 'none' | 'document';
  /** The text that the expression was read from, for comments and errors. */
  readonly source?: string;
  readonly place?: Place;
  /** Names in the code around: parameters and variables of an `xsl:function`. */
  readonly locals?: ReadonlyMap<string, Local>;
  /** The function that the code goes into, when it is not one of its own. */
  readonly frame?: Frame;
}

/** Any node of the document that is validated. */
export const HOME_NODE: StaticType = one(Kind.node, true);

export interface CompilerOptions {
  /** False turns every short cut off: what is left follows the recommendation word for word. */
  readonly optimise?: boolean;
}

/**
 * Compiles expressions to functions of a module. What cannot be compiled is an error: a StaticError where the reference engine
 * refuses it too, an UnsupportedError where only this compiler does.
 */
export class ExpressionCompiler {
  readonly generator: Generator;

  constructor(
    readonly writer: ModuleWriter,
    options: CompilerOptions = {},
  ) {
    this.generator = new Generator(writer, options.optimise ?? true);
  }

  /** `(n, c) => boolean`: the effective boolean value. */
  test(expr: Expr, scope: Scope): string {
    return this.#function(expr, scope, 'test', (env) => this.generator.test(expr, env));
  }

  /** `(n, c) => Sequence`. */
  items(expr: Expr, scope: Scope): string {
    return this.#function(expr, scope, 'items', (env) => this.generator.sequence(expr, env));
  }

  /** `(n, c) => string`: the string values of all items, as `value-of` writes them (XSLT 2.0 §11.4.3). */
  text(expr: Expr, scope: Scope, separator = ' '): string {
    return this.#function(expr, scope, 'text', (env) => {
      const value = this.generator.value(expr, env);
      if (value.form !== 'sequence') return orEmpty(textOfCode(this.generator, value));
      const { writer: w } = this;
      return `${w.runtime('textsOf')}(${value.js}).join(${w.literal(separator)})`;
    });
  }

  /**
   * The variable of a `let`. Of a node: computed from the rule's node, and remembered for the last one. Of the run: computed once,
   * with the document as context.
   *
   * @param as the type that it is converted to, as written
   */
  letFunction(name: string, expr: Expr, scope: Scope, of: Variable['of'] = 'node', as?: string): Variable {
    const env = this.environment(of === 'run' ? { ...scope, context: scope.context ?? 'document' } : scope);
    const { writer: w, generator } = this;
    let { js, form, type } = generator.value(expr, env);
    if (as !== undefined) {
      const spec = typeSpec(parseSequenceType(as), env);
      js = `${w.runtime('convertArgument')}(${generator.sequence(expr, env)}, ${w.literal(spec)}, ${w.literal(`$${name}`)})`;
      form = 'sequence';
      type = typeOfSpec(spec);
    }
    closed(env);
    const params = of === 'run' || env.focus === undefined ? ['c'] : ['n', 'c'];
    const cheap = /^(?:[\w.]+|"(?:[^"\\]|\\.)*")$/.test(js);
    const id = w.define({
      hint: `let_${name}`,
      params,
      body: `return ${js};`,
      comment: `$${name} := ${generator.textOf(expr, env)}`,
      ...(cheap ? {} : { memo: of === 'run' ? 'run' : 'item' }),
      ...(scope.place === undefined ? {} : { place: scope.place }),
    });
    const literal = as === undefined ? constantString(generator, expr, env) : undefined;
    return { id, of, form, type, ...(literal === undefined ? {} : { literal }) };
  }

  /** Makes a function of the schema known: before anything that calls it is compiled. */
  declareFunction(declaration: XsltFunction): void {
    declareFunction(this.generator, declaration);
  }

  /** Compiles the body of a function that was declared, with the global variables that it may use. */
  defineFunction(declaration: XsltFunction, globals: ReadonlyMap<string, Variable>): void {
    defineFunction(this.generator, declaration, globals);
  }

  /** The condition that a node test puts on a node, as JavaScript that reads `node`. */
  nodeTestCondition(
    test: NodeTest,
    node: string,
    axis: 'child' | 'attribute',
    names: Pick<Scope, 'namespaces' | 'source'>,
  ): string {
    return nodeTestCode(this.writer, test, axis, node, Kind.node, names).js;
  }

  /** The environment of an expression on its own, in a function `(n, c)`, or `(c)` without a context node. */
  environment(scope: Scope): Env {
    const variables = new Map<string, Bound>();
    for (const [name, variable] of scope.variables) variables.set(name, { kind: 'function', variable });
    for (const [name, item] of scope.locals ?? []) variables.set(name, { kind: 'local', local: item });
    const { source, place, namespaces, context } = scope;
    const base: Env = {
      frame: scope.frame ?? new Frame(),
      variables,
      namespaces,
      ...(source === undefined ? {} : { source }),
      ...(place === undefined ? {} : { place }),
    };
    if (context === 'none') return base;
    if (context === 'document') return { ...base, focus: { item: homeDocument }, current: homeDocument };
    const type = context ?? HOME_NODE;
    const item = local(type, (type.kinds & ~Kind.node) === 0 ? 'node' : 'item', 'n');
    base.frame.declare(item, 'n');
    return { ...base, focus: { item }, current: item };
  }

  /** A function that returns what `value` writes; an existing one when it would only call it. */
  #function(expr: Expr, scope: Scope, hint: string, value: (env: Env) => string): string {
    const env = this.environment(scope);
    const js = value(env);
    closed(env);
    const params = scope.context === 'none' || scope.context === 'document' ? ['c'] : ['n', 'c'];
    const called = /^([A-Za-z_$][\w$]*)\(([\w, ]*)\)$/.exec(js);
    if (called?.[1] !== undefined && called[2] === params.join(', ')) {
      if (this.writer.definition(called[1])?.kind === 'function') return called[1];
    }
    const comment = this.generator.textOf(expr, env);
    const place = scope.place === undefined ? {} : { place: scope.place };
    return this.writer.define({ hint, params, body: `return ${js};`, comment, ...place });
  }
}

/** A function that nothing is outside of reads nothing from outside. */
function closed({ frame }: Env): void {
  if (frame.captured.length > 0) throw new RangeError('a generated function reads a name that it does not declare');
}
