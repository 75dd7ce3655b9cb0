import { COMMANDS } from './commands/index.js';
import type { Command } from './frame/command.js';
import { EXIT, type ExitCode } from './frame/exit.js';
import { reportFailure } from './frame/failure.js';
import { commandHelp, generalHelp, groupHelp } from './frame/help.js';
import type { CliIo } from './frame/io.js';
import { type Locale, localeOf } from './frame/locale.js';
import { nearest } from './frame/nearest.js';
import { parseOptions } from './frame/parse-options.js';
import { UsageError } from './frame/usage-error.js';
import { packageVersion } from './frame/version.js';

function findCommand(args: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  const longestFirst = [...COMMANDS].sort((a, b) => b.path.length - a.path.length);
  for (const command of longestFirst) {
    if (command.path.every((word, index) => args[index] === word)) {
      return { command, rest: args.slice(command.path.length) };
    }
  }
  return undefined;
}

/** Commands whose path begins with these words. */
function groupOf(words: readonly string[]): readonly Command[] {
  return COMMANDS.filter(({ path }) => words.every((word, index) => path[index] === word));
}

function unknownCommand(args: readonly string[]): UsageError {
  const [first = '', second] = args;
  const group = groupOf([first]);
  const choices = (position: number, commands: readonly Command[]) => [
    ...new Set(commands.flatMap(({ path }) => path[position] ?? [])),
  ];
  const known = group.length > 0 ? choices(1, group) : choices(0, COMMANDS);
  const typed = group.length > 0 ? second : first;
  const meant = typed === undefined ? undefined : nearest(typed, known);
  const word = typed === undefined ? first : args.slice(0, group.length > 0 ? 2 : 1).join(' ');
  const list = known.join(', ');
  const [fr, en] =
    typed === undefined
      ? [`Commande incomplète : « ${word} ».`, `Incomplete command: "${word}".`]
      : [`Commande inconnue : « ${word} ».`, `Unknown command: "${word}".`];
  return new UsageError(
    {
      fr: `${fr}${meant ? ` Vouliez-vous dire « ${meant} » ?` : ''} Connues : ${list}`,
      en: `${en}${meant ? ` Did you mean "${meant}"?` : ''} Known: ${list}`,
    },
    group.length > 0 ? `socle ${first} --help` : 'socle --help',
  );
}

const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';

/** The help that is asked for: of everything, of a group (`socle dmp --help`), of a command; undefined when none is. */
function helpOf(args: readonly string[], locale: Locale): string | undefined {
  const asked = args[0] === 'help' ? args.slice(1) : isHelp(args.at(-1)) ? args.slice(0, -1) : undefined;
  if (!asked) return undefined;
  if (asked.length === 0) return generalHelp(COMMANDS, locale);
  const group = groupOf(asked);
  const exact = group.find(({ path }) => path.length === asked.length);
  if (exact) return commandHelp(exact, locale);
  return group.length > 0 ? groupHelp(asked, group, locale) : undefined;
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
    if (args.length === 0) {
      io.out(generalHelp(COMMANDS, locale));
      return EXIT.usage;
    }
    if (args[0] === '--version' || args[0] === '-v') {
      io.out(`${packageVersion()}\n`);
      return EXIT.ok;
    }
    const help = helpOf(args, locale);
    if (help !== undefined) {
      io.out(help);
      return EXIT.ok;
    }
    const found = findCommand(args);
    if (!found) throw unknownCommand(args[0] === 'help' ? args.slice(1) : args);
    const { values, positionals } = parseOptions(found.command, found.rest);
    if (values['help'] === true) {
      io.out(commandHelp(found.command, locale));
      return EXIT.ok;
    }
    return await found.command.run({
      options: values,
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
