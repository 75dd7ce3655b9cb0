import type { Place } from '../schema/model.js';
import { identifiersOf, indent, javaScriptString } from './javascript.js';

/** What a definition of a generated module is. Names, runtime members and constants are cheap: every module that uses one has its own. */
export type DefinitionKind = 'name' | 'runtime' | 'constant' | 'function';

/** A line of generated code, with the place of the schema that it comes from when it is narrower than its definition's. */
export type CodeLine = string | { readonly text: string; readonly place: Place };

/** What a generated module defines, once for all that use it. */
export interface Definition {
  /** JavaScript identifier, unique in the pack. */
  readonly id: string;
  readonly kind: DefinitionKind;
  /** Rank: a constant only uses what comes before it. */
  readonly rank: number;
  /** Statements inside `create`, not indented. */
  readonly lines: readonly CodeLine[];
  /** Identifiers of other definitions. */
  readonly uses: ReadonlySet<string>;
  /** Statements that forget what is kept between two calls. */
  readonly reset: readonly string[];
  readonly place?: Place;
}

/** How a function remembers its last answer: by its first argument (`item`: the node of `(n, c)`; `run`: the run of `(c)`). */
export type Memo = 'item' | 'run';

/** A function to define. */
export interface FunctionSpec {
  /** Beginning of its name, an identifier (`test`, `let_suffix`). */
  readonly hint: string;
  /** Parameters; `(n, c, …)`, or `(c)` for what depends on the run alone. */
  readonly params: readonly string[];
  /** Statements, one a line; text is split at line ends. */
  readonly body: string | readonly CodeLine[];
  /** Two definitions of one key are one function. By default the parameters and the body. */
  readonly key?: string;
  /** Written above the function: the XPath. */
  readonly comment?: string;
  readonly place?: Place;
  readonly memo?: Memo;
  /** An identifier from {@link ModuleWriter.reserve}, for functions that call themselves. */
  readonly id?: string;
}

/** What a module of a pack is made of. */
export interface ModuleContents {
  /** Definitions that it gives to others; all that these use comes along, except what `common` gives. */
  readonly exports: Iterable<string>;
  /** Definitions that the second argument of `create` holds. */
  readonly common?: ReadonlySet<string>;
  /** Comment at the top, without marks. */
  readonly header?: string;
}

/** A module as text. */
export interface RenderedModule {
  /** `export function create(r, common) { …; return { reset, … }; }` */
  readonly text: string;
  /** Where generated lines (from 1) come from, in order; a line without an entry goes on from the one above it. */
  readonly mappings: readonly { readonly line: number; readonly place: Place | undefined }[];
  /** Functions of `common` that it reads. */
  readonly imports: ReadonlySet<string>;
  /** Definitions that it holds. */
  readonly definitions: ReadonlySet<string>;
}

/**
 * Collects the definitions of a pack, each once: the same code gets the same name, so that rules share what they have in common.
 * Rendering makes one module, or several that share a common one. Dependencies are read from the code: the identifiers that this
 * writer gave are never used as local names (locals are one letter, with digits or not).
 */
export class ModuleWriter {
  readonly #definitions = new Map<string, Definition>();
  readonly #byKey = new Map<string, string>();
  readonly #taken = new Map<string, number>();

  /** The identifier of the number of an expanded name: `$templateId`. */
  name(uri: string, local: string): string {
    const key = `name {${uri}}${local}`;
    const found = this.#byKey.get(key);
    if (found !== undefined) return found;
    const id = this.#unique(`$${identifier(local)}`);
    const nameOf = this.runtime('nameOf');
    return this.#add(key, id, 'name', [`const ${id} = ${nameOf}(${this.literal(uri)}, ${this.literal(local)});`]);
  }

  /** The identifier of a member of the runtime object. */
  runtime(member: string): string {
    const key = `runtime ${member}`;
    const found = this.#byKey.get(key);
    if (found !== undefined) return found;
    const id = this.#unique(member, true);
    return this.#add(key, id, 'runtime', [id === member ? `const { ${id} } = r;` : `const { ${member}: ${id} } = r;`]);
  }

  /** A JavaScript string literal. */
  literal(value: string): string {
    return javaScriptString(value);
  }

  /** The identifier of a value computed once, when the module is made: `new Set([…])`. */
  constant(expression: string, hint = 'k', comment?: string): string {
    const key = `constant ${expression}`;
    const found = this.#byKey.get(key);
    if (found !== undefined) return found;
    const id = this.#unique(hint, hint === 'k');
    const lines = [...commentLines(comment), `const ${id} = ${expression};`];
    return this.#add(key, id, 'constant', lines);
  }

  /** An identifier whose definition comes later. */
  reserve(hint: string): string {
    return this.#unique(identifier(hint), true);
  }

  /** Defines a function, or finds the one that is already defined so; answers its identifier. */
  define(spec: FunctionSpec): string {
    const lines = typeof spec.body === 'string' ? spec.body.split('\n') : [...spec.body];
    const body = lines.map((line) => (typeof line === 'string' ? line : line.text)).join('\n');
    const key = `function ${spec.key ?? `${spec.memo ?? ''}(${spec.params.join()}) ${body}`}`;
    const found = this.#byKey.get(key);
    if (found !== undefined) return found;
    const id = spec.id ?? this.#unique(identifier(spec.hint), true);
    const comment = commentLines(spec.comment);
    const params = spec.params.join(', ');
    if (spec.memo === undefined) {
      const text = [...comment, `function ${id}(${params}) {`, ...lines, '}'];
      return this.#add(key, id, 'function', text, [], spec.place);
    }
    const [of] = spec.params;
    if (of === undefined) throw new RangeError('a function that remembers needs a parameter');
    const [last, value] = [`${id}_key`, `${id}_value`];
    const single = /^return ([^;]*);$/.exec(body)?.[1];
    const text = [
      `let ${last} = null;`,
      `let ${value};`,
      ...comment,
      ...(single === undefined ? [`function ${id}_compute(${params}) {`, ...lines, '}'] : []),
      `function ${id}(${params}) {`,
      `if (${last} === ${of}) return ${value};`,
      `const v = ${single ?? `${id}_compute(${params})`};`,
      `${last} = ${of};`,
      `${value} = v;`,
      'return v;',
      '}',
    ];
    return this.#add(key, id, 'function', text, [`${last} = null;`, `${value} = undefined;`], spec.place);
  }

  /** A definition by its identifier. */
  definition(id: string): Definition | undefined {
    return this.#definitions.get(id);
  }

  /** All definitions, in the order they were made. */
  definitions(): Iterable<Definition> {
    return this.#definitions.values();
  }

  /** The definitions that `ids` need, themselves included, except those in `without` and what only those need. */
  closure(ids: Iterable<string>, without?: ReadonlySet<string>): Set<string> {
    const reached = new Set<string>();
    const waiting = [...ids];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id) || without?.has(id) === true) continue;
      const definition = this.#definitions.get(id);
      if (definition === undefined) throw new RangeError(`no definition is named ${id}`);
      reached.add(id);
      waiting.push(...definition.uses);
    }
    return reached;
  }

  /** The text of a module. */
  render(contents: ModuleContents): RenderedModule {
    const exported = new Set(contents.exports);
    const common = new Set<string>();
    for (const id of contents.common ?? []) if (this.#definitions.get(id)?.kind === 'function') common.add(id);
    const held = this.closure(
      [...exported].filter((id) => !common.has(id)),
      common,
    );
    const definitions = [...held].flatMap((id) => this.#definitions.get(id) ?? []).sort((a, b) => a.rank - b.rank);
    const imports = new Set<string>();
    for (const definition of definitions) for (const id of definition.uses) if (common.has(id)) imports.add(id);
    for (const id of exported) if (common.has(id)) imports.add(id);

    const lines: CodeLine[] = commentLines(contents.header);
    const mappings: { line: number; place: Place | undefined }[] = [];
    lines.push('export function create(r, common) {');
    lines.push(...listed('const { ', imports, ' } = common;'));
    const members = new Set(definitions.filter(({ kind, lines: own }) => kind === 'runtime' && plainMember(own)));
    lines.push(...listed('const { ', new Set([...members].map(({ id }) => id)), ' } = r;'));
    for (const definition of definitions) {
      if (members.has(definition)) continue;
      if (definition.kind === 'function') lines.push('');
      mappings.push({ line: lines.length + 1, place: definition.place });
      for (const line of definition.lines) {
        if (typeof line !== 'string') mappings.push({ line: lines.length + 1, place: line.place });
        lines.push(line);
      }
    }
    mappings.push({ line: lines.length + 1, place: undefined });
    lines.push('', '/* Forgets what was kept of the last document. */', 'function reset() {');
    for (const definition of definitions) lines.push(...definition.reset);
    lines.push('}', '', ...listed('return { reset, ', exported, ' };', 'return { reset };'), '}', '');
    const text = indent(lines.map((line) => (typeof line === 'string' ? line : line.text)));
    return { text, mappings, imports, definitions: held };
  }

  #add(
    key: string,
    id: string,
    kind: DefinitionKind,
    lines: readonly CodeLine[],
    reset: readonly string[] = [],
    place?: Place,
  ): string {
    const uses = new Set<string>();
    for (const line of lines) {
      for (const used of identifiersOf(typeof line === 'string' ? line : line.text)) {
        if (used !== id && (this.#definitions.has(used) || this.#taken.has(used))) uses.add(used);
      }
    }
    const definition = { id, kind, rank: this.#definitions.size, lines, uses, reset };
    this.#definitions.set(id, place === undefined ? definition : { ...definition, place });
    this.#byKey.set(key, id);
    return id;
  }

  #unique(hint: string, numbered = false): string {
    const base = numbered && hint.length < 2 ? `${hint}_` : hint;
    for (let number = (this.#taken.get(base) ?? 0) + 1; ; number += 1) {
      this.#taken.set(base, number);
      const id = number === 1 && !base.endsWith('_') ? base : `${base}${base.endsWith('_') ? '' : '_'}${number}`;
      if (id !== base && this.#taken.has(id)) continue;
      if (id !== base) this.#taken.set(id, 0);
      return id;
    }
  }
}

const RESERVED = new Set(
  (
    'abstract arguments await boolean break byte case catch char class common const continue create debugger default delete do double ' +
    'else enum eval export extends false final finally float for function goto if implements import in instanceof int interface let ' +
    'long native new null package private protected public reset return short static super switch synchronized this throw throws ' +
    'transient true try typeof undefined var void volatile while with yield'
  ).split(' '),
);

/** A text made into an identifier of more than one letter that JavaScript allows. */
function identifier(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9_$]/g, '_').slice(0, 60);
  const started = /^[A-Za-z_$]/.test(plain) ? plain : `_${plain}`;
  return RESERVED.has(started) || /^[a-z]\d*$/.test(started) ? `${started}_` : started;
}

function plainMember(lines: readonly CodeLine[]): boolean {
  return lines.length === 1 && typeof lines[0] === 'string' && !lines[0].includes(': ');
}

function commentLines(comment: string | undefined): string[] {
  if (comment === undefined || comment === '') return [];
  const text = comment.replace(/\s+/g, ' ').trim().replaceAll('*/', '* /');
  return [`/* ${text.length > 500 ? `${text.slice(0, 500)}…` : text} */`];
}

function listed(before: string, ids: ReadonlySet<string>, after: string, none?: string): string[] {
  if (ids.size === 0) return none === undefined ? [] : [none];
  const lines = [before.trimEnd()];
  let line = '';
  for (const id of ids) {
    if (line.length + id.length > 120) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += `${id}, `;
  }
  lines.push(line.trimEnd(), after.trimStart());
  return lines.join(' ').length < 120 ? [lines.join(' ').replace(', }', ' }')] : lines;
}
