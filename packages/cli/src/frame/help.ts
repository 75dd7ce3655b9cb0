import type { Command, OptionSpec } from './command.js';
import { type Locale, say } from './locale.js';

/** Options that every command understands. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  json: {
    type: 'boolean',
    help: { fr: 'un seul document JSON sur la sortie standard', en: 'one JSON document on standard output' },
  },
  quiet: { type: 'boolean', help: { fr: 'ni progression ni remarque', en: 'no progress, no remark' } },
  help: { type: 'boolean', short: 'h', help: { fr: 'cette aide', en: 'this help' } },
};

/** Options of the commands that call a service. */
export const SERVICE_OPTIONS = {
  env: {
    type: 'string',
    value: 'NAME|FILE',
    help: {
      fr: 'environnement nommé ou fichier ; « sandbox » quand un simulateur lancé ici tourne',
      en: 'a named environment or a file; "sandbox" when a simulator started here is running',
    },
  },
  identity: {
    type: 'string',
    value: 'FILE',
    help: { fr: 'professionnel, structure et logiciel agissants', en: 'acting professional, structure and software' },
  },
  record: {
    type: 'string',
    value: 'DIR',
    help: {
      fr: 'chaque échange, à l’octet près (données personnelles !)',
      en: 'every exchange, byte for byte (personal data!)',
    },
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

const TEXTS = {
  usage: { fr: 'Usage : ', en: 'Usage: ' },
  commands: { fr: 'Commandes :', en: 'Commands:' },
  options: { fr: 'Options :', en: 'Options:' },
  example: { fr: 'Exemple : ', en: 'Example: ' },
  more: {
    fr: 'Aide d’une commande ou d’un groupe : socle dmp deposit --help, socle dmp --help',
    en: 'Help on a command or a group: socle dmp deposit --help, socle dmp --help',
  },
  status: {
    fr: 'Codes de sortie : 0 fait · 1 anomalies bloquantes · 2 arguments ou fichier illisible · 3 refus du service · 4 service injoignable · 5 interrompu',
    en: 'Exit status: 0 done · 1 blocking findings · 2 bad arguments or unreadable input · 3 refused by the service · 4 unreachable · 5 interrupted',
  },
};

export function generalHelp(commands: readonly Command[], locale: Locale): string {
  return listHelp('socle COMMAND [OPTIONS]', commands, locale);
}

/** Help on the commands that begin with the same words: `socle dmp --help`. */
export function groupHelp(words: readonly string[], commands: readonly Command[], locale: Locale): string {
  return listHelp(`socle ${words.join(' ')} COMMAND [OPTIONS]`, commands, locale);
}

function listHelp(line: string, commands: readonly Command[], locale: Locale): string {
  const width = Math.max(...commands.map((command) => command.path.join(' ').length + command.usage.length + 1));
  return [
    `${say(TEXTS.usage, locale)}${line}`,
    '',
    say(TEXTS.commands, locale),
    ...commands.map((command) => {
      const left = `${command.path.join(' ')} ${command.usage}`.trim();
      return `  ${left.padEnd(width + 2)}${say(command.summary, locale)}`;
    }),
    '',
    say(TEXTS.more, locale),
    say(TEXTS.status, locale),
    '',
  ].join('\n');
}

export function commandHelp(command: Command, locale: Locale): string {
  const options = { ...command.options, ...COMMON_OPTIONS };
  const left = (name: string, spec: OptionSpec) =>
    `${spec.short ? `-${spec.short}, ` : ''}--${name}${spec.type === 'string' ? ` ${spec.value ?? 'TEXT'}` : ''}`;
  const width = Math.max(...Object.entries(options).map(([name, spec]) => left(name, spec).length));
  return [
    `${say(TEXTS.usage, locale)}${['socle', ...command.path, command.usage, '[OPTIONS]'].filter(Boolean).join(' ')}`,
    '',
    say(command.summary, locale),
    ...(command.details ? ['', say(command.details, locale)] : []),
    '',
    say(TEXTS.options, locale),
    ...Object.entries(options).map(
      ([name, spec]) => `  ${left(name, spec).padEnd(width + 2)}${say(spec.help, locale)}`,
    ),
    '',
    `${say(TEXTS.example, locale)}${command.example}`,
    '',
    say(TEXTS.status, locale),
    '',
  ].join('\n');
}
