import { parseArgs } from 'node:util';
import { COMMANDS } from './commands/index.js';
import type { Command, OptionValue } from './frame/command.js';
import { EXIT, type ExitCode } from './frame/exit.js';
import { reportFailure } from './frame/failure.js';
import { COMMON_OPTIONS, commandHelp, generalHelp } from './frame/help.js';
import type { CliIo } from './frame/io.js';
import { type Locale, localeOf } from './frame/locale.js';
import { UsageError } from './frame/usage-error.js';

function findCommand(args: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  const longestFirst = [...COMMANDS].sort((a, b) => b.path.length - a.path.length);
  for (const command of longestFirst) {
    if (command.path.every((word, index) => args[index] === word)) {
      return { command, rest: args.slice(command.path.length) };
    }
  }
  return undefined;
}

function parse(command: Command, rest: readonly string[]) {
  const specs = { ...command.options, ...COMMON_OPTIONS };
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        Object.entries(specs).map(([name, spec]) => [
          name,
          {
            type: spec.type,
            ...(spec.multiple ? { multiple: true } : {}),
            ...(spec.short ? { short: spec.short } : {}),
          },
        ]),
      ),
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(
      { fr: `Arguments refusés : ${message}`, en: `Arguments refused: ${message}` },
      command.example,
      { cause },
    );
  }
}

function unknownCommand(args: readonly string[], locale: Locale): UsageError {
  const group = COMMANDS.filter((command) => command.path[0] === args[0]).map(
    (command) => `socle ${command.path.join(' ')}`,
  );
  const known =
    group.length > 0 ? group.join(', ') : [...new Set(COMMANDS.map((command) => command.path[0]))].join(', ');
  const word = args.slice(0, 2).join(' ');
  return new UsageError(
    { fr: `Commande inconnue : « ${word} ». Connues : ${known}`, en: `Unknown command: "${word}". Known: ${known}` },
    locale === 'fr' ? 'socle --help' : 'socle --help',
  );
}

/**
 * Runs one command line and gives its exit status. Never throws, never ends the process.
 *
 * @param args words after `socle`.
 */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const locale = localeOf(io);
  const json = args.includes('--json');
  try {
    if (args.length === 0 || args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
      io.out(generalHelp(COMMANDS, locale));
      return args.length === 0 ? EXIT.usage : EXIT.ok;
    }
    const found = findCommand(args);
    if (!found) throw unknownCommand(args, locale);
    const { values, positionals } = parse(found.command, found.rest);
    if (values['help'] === true) {
      io.out(commandHelp(found.command, locale));
      return EXIT.ok;
    }
    return await found.command.run({
      options: values as Readonly<Record<string, OptionValue>>,
      positionals,
      io,
      locale,
      json: values['json'] === true,
      quiet: values['quiet'] === true,
    });
  } catch (error) {
    return reportFailure(error, io, locale, json);
  }
}
