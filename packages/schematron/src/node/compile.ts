import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { compileSchema } from '../compile/pack/compile-schema.js';
import type { CompileOptions } from '../compile/pack/options.js';
import type { CompiledPack } from '../manifest.js';
import { withDeviations } from '../schema/deviation-rules.js';
import type { SchemaLoader } from '../schema/loader.js';
import type { Schema } from '../schema/model.js';
import type { SchemaOptions } from '../schema/options.js';
import { readSchema } from '../schema/read-schema.js';
import { folderLoader } from './folder-loader.js';

/** Where the files of a schema are, and how it is read and compiled. */
export interface FileOptions extends SchemaOptions, CompileOptions {
  /** The folder that nothing is read outside of. By default the one that holds the file: give a parent when `include`s go up. */
  readonly root?: string;
  /** Folders where files that the rules name and do not have are looked for, by their last name. */
  readonly fallbacks?: readonly string[];
}

/** A schema of a folder, read. */
export interface SchemaFile {
  readonly schema: Schema;
  /** Of the folder: give it to `validate`, for the documents that rules refer to. */
  readonly loader: SchemaLoader;
}

/** The loader of a schema's folder, with noted faults mended. */
export function loaderOf(file: string, options: FileOptions = {}): SchemaLoader {
  const { root = dirname(file), fallbacks, deviations = [] } = options;
  return withDeviations(folderLoader(root, fallbacks === undefined ? {} : { fallbacks }), deviations);
}

/** The name of a file from the root of its loader. */
export function nameOf(file: string, { root = dirname(file) }: FileOptions = {}): string {
  return relative(resolve(root), resolve(file)).split(sep).map(encodeURIComponent).join('/');
}

/** Reads a schema. @throws SchemaError */
export function readSchemaFile(file: string, options: FileOptions = {}): SchemaFile {
  const { missing, limits } = options;
  const loader = loaderOf(file, options);
  const schema = readSchema(nameOf(file, options), loader, {
    ...(missing === undefined ? {} : { missing }),
    ...(limits === undefined ? {} : { limits }),
  });
  return { schema, loader };
}

/** Reads and compiles a schema. @throws SchemaError, CompileError */
export function compileFile(file: string, options: FileOptions = {}): CompiledPack {
  return compileSchema(readSchemaFile(file, options).schema, options);
}

/** The main files of a folder and of those below it: files `.sch` whose element is `schema`. */
export function schemaFiles(folder: string): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.toLowerCase().endsWith('.sch')) continue;
    const path = join(entry.parentPath, entry.name);
    if (isSchema(readFileSync(path, 'utf8'))) found.push(path);
  }
  return found.sort();
}

/** Whether the first tag of a document is that of `schema`. */
function isSchema(text: string): boolean {
  const bare = text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>/g, '');
  return /^[\uFEFF\s]*<(?:[\w.-]+:)?schema[\s>]/.test(bare);
}

/** Compiles every schema of a folder; `root` is the folder unless told otherwise. */
export function* compileFolder(
  folder: string,
  options: FileOptions = {},
): Generator<{ readonly file: string; readonly name: string; readonly pack: CompiledPack }> {
  const root = options.root ?? folder;
  for (const file of schemaFiles(folder)) {
    yield { file, name: basename(file).replace(/\.sch$/i, ''), pack: compileFile(file, { ...options, root }) };
  }
}
