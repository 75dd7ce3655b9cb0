import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PackManifest } from '@socle-sante/schematron';

/** Something that a generated module defines: a function, a name, a value that is kept. */
export interface Definition {
  readonly name: string;
  readonly module: string;
  /** From 1. */
  readonly line: number;
  /** With the comment above it, without the indentation of the module. */
  readonly code: string;
  /** Identifiers in it, its own left out. */
  readonly words: ReadonlySet<string>;
}

/** What the modules of a pack define. */
export class GeneratedCode {
  readonly #modules = new Map<string, ReadonlyMap<string, Definition>>();

  constructor(
    private readonly folder: string,
    private readonly manifest: PackManifest,
  ) {}

  /** What a definition of a pattern uses, itself first, as far as it is generated code. */
  closure(names: readonly string[], pattern: number): readonly Definition[] {
    const { common, chunks, patterns } = this.manifest;
    const own = this.#module(chunks[patterns[pattern]?.chunk ?? 0]?.file ?? common.file);
    const shared = this.#module(common.file);
    const found = new Map<string, Definition>();
    const waiting = [...names];
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if (found.has(name)) continue;
      const definition = own.get(name) ?? shared.get(name);
      if (definition === undefined) continue;
      found.set(name, definition);
      waiting.push(...definition.words);
    }
    return [...found.values()];
  }

  #module(file: string): ReadonlyMap<string, Definition> {
    const known = this.#modules.get(file);
    if (known !== undefined) return known;
    const made = definitionsOf(readFileSync(join(this.folder, basename(file)), 'utf8'), file);
    this.#modules.set(file, made);
    return made;
  }
}

/** Definitions stand two spaces from the margin, a comment above some. */
function definitionsOf(text: string, module: string): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name] = /^ {2}(?:function|const|let) ([\w$]+)\b/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || name === 'reset') continue;
    const first = /^ {2}\/\*.*\*\/$/.test(lines[at - 1] ?? '') ? at - 1 : at;
    let last = at;
    while (last + 1 < lines.length && /^(?: {3,}| {2}[}\])])/.test(lines[last + 1] ?? '')) last += 1;
    const code = lines
      .slice(first, last + 1)
      .map((line) => line.slice(2))
      .join('\n');
    const words = new Set(lines.slice(at, last + 1).flatMap(identifiers));
    words.delete(name);
    found.set(name, { name, module, line: at + 1, code, words });
  }
  return found;
}

/** Identifiers of a line of code: what stands in quotes is none. */
function identifiers(line: string): readonly string[] {
  return line.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/[A-Za-z_$][\w$]*/g) ?? [];
}
