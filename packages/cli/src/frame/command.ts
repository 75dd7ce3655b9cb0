import type { ExitCode } from './exit.js';
import type { CliIo } from './io.js';
import type { Bilingual, Locale } from './locale.js';

/** One option of a command, in the terms of `node:util` parseArgs. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
  /** Placeholder in the help: `FILE`, `DIR`, `YYYY-MM-DD`. */
  readonly value?: string;
  readonly help: Bilingual;
}

export type OptionValue = string | boolean | readonly string[] | undefined;

/** What a command receives: parsed options, positionals, and the world. */
export interface Invocation {
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly positionals: readonly string[];
  readonly io: CliIo;
  readonly locale: Locale;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** A leaf of the command tree. */
export interface Command {
  /** Words after `socle`: `['ins', 'search']`. */
  readonly path: readonly string[];
  /** Positionals as shown in the help, for example `MATRICULE`. */
  readonly usage: string;
  readonly summary: Bilingual;
  /** More lines for `--help`: official name of the operation, what is printed. */
  readonly details?: Bilingual;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly example: string;
  readonly run: (invocation: Invocation) => Promise<ExitCode>;
}

/** A string option, or undefined. */
export function optionText(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name];
  return typeof value === 'string' ? value : undefined;
}

export function optionFlag(invocation: Invocation, name: string): boolean {
  return invocation.options[name] === true;
}

export function optionTexts(invocation: Invocation, name: string): readonly string[] {
  const value = invocation.options[name];
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
}
