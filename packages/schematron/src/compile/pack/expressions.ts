import type { Let, Source } from '../../schema/model.js';
import type { Expr, Pattern } from '../../xpath/ast.js';
import { parseExpression, parsePattern, parseSequenceType } from '../../xpath/parse.js';
import { toSequence } from '../expression/code.js';
import type { ExpressionCompiler, Scope as ExpressionScope } from '../expression/compiler.js';
import type { Variable } from '../expression/compiling.js';
import { clarkName, expandName } from '../expression/names.js';
import { typeSpec } from '../expression/types.js';
import type { ModuleWriter } from '../module-writer.js';
import { Kind, one, type StaticType, typeOfSpec } from '../static-type.js';
import type { Issues } from './issues.js';

/** What the expressions of a rule may refer to. */
export interface Scope {
  /** By expanded name, in Clark notation. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** What the context node is. */
  readonly context: StaticType;
}

/** A node of the document that is validated, of any kind or of some. */
export function homeNode(kinds: number = Kind.node): StaticType {
  return one(kinds, true);
}

/**
 * Expressions of a schema to functions of generated code. A text is parsed once, whatever the places it stands in; what cannot be
 * compiled is noted with its place.
 */
export class Expressions {
  readonly #parsed = new Map<string, Expr>();
  readonly #patterns = new Map<string, Pattern>();

  constructor(
    readonly writer: ModuleWriter,
    readonly compiler: ExpressionCompiler,
    readonly issues: Issues,
  ) {}

  /** `(n, c) => boolean`: the effective boolean value. */
  test(source: Source, scope: Scope): string {
    return this.#guard(source, (expr) => this.compiler.test(expr, scopeOf(source, scope)));
  }

  /** `(n, c) => Sequence`. */
  items(source: Source, scope: Scope): string {
    return this.#guard(source, (expr) => this.compiler.items(expr, scopeOf(source, scope)));
  }

  /** `(n, c) => string`: what `value-of` writes. */
  text(source: Source, scope: Scope): string {
    return this.#guard(source, (expr) => this.compiler.text(expr, scopeOf(source, scope)));
  }

  pattern(source: Source): Pattern | undefined {
    const { text, place } = source;
    return this.issues.guard<Pattern | undefined>(text, place, () => this.#pattern(text), undefined);
  }

  #pattern(text: string): Pattern {
    const known = this.#patterns.get(text);
    if (known !== undefined) return known;
    const made = parsePattern(text);
    this.#patterns.set(text, made);
    return made;
  }

  expression(text: string): Expr {
    const known = this.#parsed.get(text);
    if (known !== undefined) return known;
    const made = parseExpression(text);
    this.#parsed.set(text, made);
    return made;
  }

  #guard(source: Source, make: (expr: Expr) => string): string {
    return this.issues.guard(source.text, source.place, () => make(this.expression(source.text)), FAILED);
  }

  /** The function of a variable, and the name that expressions know it by. */
  variable(declared: Let, scope: Scope, of: 'node' | 'run'): readonly [name: string, variable: Variable] | undefined {
    const source = valueSource(declared);
    return this.issues.guard<readonly [string, Variable] | undefined>(
      source.text,
      declared.place,
      () => {
        const name = clarkName(
          expandName(qname(declared.name), { namespaces: source.namespaces, source: declared.name }),
        );
        const expr = this.expression(source.text);
        return [name, this.#let(declared, expr, scopeOf(source, scope), of)] as const;
      },
      undefined,
    );
  }

  #let(declared: Let, expr: Expr, scope: ExpressionScope, of: 'node' | 'run'): Variable {
    const { context, ...rest } = scope;
    const made = this.compiler.letFunction(declared.name, expr, of === 'run' ? rest : { ...rest, context }, of);
    return declared.as === undefined ? made : this.#converted(declared.name, declared.as, made, scope);
  }

  /** A variable that has a type: its value is converted as an argument would be (XSLT 2.0 §9.3). */
  #converted(name: string, as: string, variable: Variable, { namespaces }: ExpressionScope): Variable {
    const { writer } = this;
    const spec = typeSpec(parseSequenceType(as), { namespaces, source: as });
    const params = variable.of === 'run' ? ['c'] : ['n', 'c'];
    const value = toSequence(writer, {
      js: `${variable.id}(${params.join(', ')})`,
      form: variable.form,
      type: variable.type,
    });
    const id = writer.define({
      hint: `typed_${name}`,
      params,
      body: `return ${writer.runtime('convertArgument')}(${value}, ${writer.literal(spec)}, ${writer.literal(`$${name}`)});`,
      memo: variable.of === 'run' ? 'run' : 'item',
    });
    return { id, of: variable.of, type: typeOfSpec(spec), form: 'sequence' };
  }
}

/** Stands for what could not be compiled: the compilation ends with an error in any case. */
const FAILED = 'undefined';

/** The scope of an expression: what is in scope of its rule, and the namespaces of where it is written. */
export function scopeOf({ text, namespaces, place }: Source, { variables, context }: Scope): ExpressionScope {
  return { variables, namespaces, context, source: text, place };
}

/** A variable whose value is its content holds that text (a temporary tree, in the XSLT of the reference). */
function valueSource(declared: Let): Source {
  if (declared.value !== undefined) return declared.value;
  const text = `xs:untypedAtomic('${(declared.content ?? '').replaceAll("'", "''")}')`;
  return { text, place: declared.place, namespaces: NO_NAMESPACES };
}

const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();

/** A lexical QName, taken apart. */
export function qname(lexical: string): { readonly prefix: string; readonly local: string } {
  const colon = lexical.indexOf(':');
  return { prefix: lexical.slice(0, Math.max(0, colon)), local: lexical.slice(colon + 1) };
}
