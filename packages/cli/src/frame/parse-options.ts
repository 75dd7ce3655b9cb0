import { parseArgs } from 'node:util';
import type { Command, OptionSpec, OptionValue } from './command.js';
import { COMMON_OPTIONS } from './help.js';
import type { Bilingual } from './locale.js';
import { nearest } from './nearest.js';
import { UsageError } from './usage-error.js';

export interface ParsedOptions {
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly positionals: readonly string[];
}

/** Options and positionals of a command line. Throws a {@link UsageError} that names the option, says why, and gives an example. */
export function parseOptions(command: Command, rest: readonly string[]): ParsedOptions {
  const specs = { ...command.options, ...COMMON_OPTIONS };
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      {
        type: spec.type,
        ...(spec.multiple ? { multiple: true } : {}),
        ...(spec.short ? { short: spec.short } : {}),
      },
    ]),
  );
  refuseUnknown(command, rest, specs);
  try {
    const { values, positionals } = parseArgs({ args: [...rest], allowPositionals: true, strict: true, options });
    return { values: values as Readonly<Record<string, OptionValue>>, positionals };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(
      { fr: `Arguments refusés : ${message}`, en: `Arguments refused: ${message}` },
      command.example,
      { cause },
    );
  }
}

/** The platform refuses too, but in English, without saying what was probably meant. */
function refuseUnknown(command: Command, rest: readonly string[], specs: Readonly<Record<string, OptionSpec>>): void {
  const { tokens } = parseArgs({
    args: [...rest],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { type, short }]) => [name, { type, ...(short ? { short } : {}) }]),
    ),
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (!spec) throw refusal(command, unknown(token.rawName, nearest(token.name, Object.keys(specs))));
    if (spec.type === 'string' && (token.value === undefined || token.value === ''))
      throw refusal(command, missing(token.rawName, spec.value ?? 'TEXT'));
    if (spec.type === 'boolean' && token.value !== undefined) throw refusal(command, valued(token.rawName));
  }
}

function refusal(command: Command, text: Bilingual): UsageError {
  return new UsageError(text, command.example);
}

function unknown(name: string, meant: string | undefined): Bilingual {
  return {
    fr: `Option inconnue : ${name}.${meant ? ` Vouliez-vous dire --${meant} ?` : ''}`,
    en: `Unknown option: ${name}.${meant ? ` Did you mean --${meant}?` : ''}`,
  };
}

function missing(name: string, value: string): Bilingual {
  return { fr: `${name} attend une valeur : ${name} ${value}.`, en: `${name} needs a value: ${name} ${value}.` };
}

function valued(name: string): Bilingual {
  return { fr: `${name} ne prend pas de valeur.`, en: `${name} takes no value.` };
}
