import type { Deviation, Place } from './schema/model.js';

/** Changes when a pack compiled before can no longer be loaded. */
export const PACK_FORMAT = 2;

/** A phase: the patterns that it makes active. */
export interface PackPhase {
  readonly id: string;
  /** Keys of patterns, in the order of the schema. */
  readonly patterns: readonly string[];
}

/** A pattern, and where its code is. */
export interface PackPattern {
  readonly key: string;
  readonly id?: string;
  readonly title?: string;
  readonly isA?: string;
  /** Index in {@link PackManifest.chunks}. */
  readonly chunk: number;
  readonly rules: number;
  /** Once abstract rules are counted in each rule that extends them. */
  readonly checks: number;
  readonly place: Place;
}

/** A file of generated code. */
export interface PackFile {
  readonly file: string;
  readonly bytes: number;
  /** The value that it gives: a member of what `create` returns. */
  readonly value: string;
}

/** What a compiled pack is: `manifest.json` beside its modules. */
export interface PackManifest {
  readonly format: typeof PACK_FORMAT;
  readonly title?: string;
  readonly schemaVersion?: string;
  readonly queryBinding: string;
  /** Changes with the source, the compiler and its options. */
  readonly hash: string;
  readonly namespaces: Readonly<Record<string, string>>;
  /** The files of the schema; places refer to them. The first is the main one. */
  readonly files: readonly string[];
  readonly defaultPhase?: string;
  readonly phases: readonly PackPhase[];
  readonly patterns: readonly PackPattern[];
  /** What the chunks share. */
  readonly common: PackFile;
  readonly chunks: readonly PackFile[];
  /** Expanded names (Clark) of the functions of the schema, with their arities. */
  readonly functions: Readonly<Record<string, readonly number[]>>;
  readonly deviations: readonly Deviation[];
  readonly totals: PackTotals;
}

/** How large a pack is. */
export interface PackTotals {
  readonly rules: number;
  /** As the reference engine counts them: those of an abstract rule in each rule that extends it. */
  readonly checks: number;
  /** Different ones: what was compiled. */
  readonly distinctChecks: number;
  readonly functions: number;
  /** Of all modules, without source maps. */
  readonly bytes: number;
}

/** A compiled pack in memory: the manifest, and the files by name (modules and their source maps). */
export interface CompiledPack {
  readonly manifest: PackManifest;
  readonly files: ReadonlyMap<string, string>;
}
