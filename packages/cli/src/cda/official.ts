import { resolve } from 'node:path';
import {
  createOfficialRules,
  DEFAULT_TARGET,
  OFFICIAL_MODELS,
  OFFICIAL_TARGETS,
  type OfficialRules,
  type OfficialTarget,
  officialTarget,
} from '@socle-sante/documents/official';
import { type OfficialFolder, openOfficialFolder } from '@socle-sante/documents/official-folder';
import { type Invocation, type OptionSpec, optionText } from '../frame/command.js';
import { note } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';

/** Where the folder of the official rules is, when `--official` does not say it. */
const VARIABLE = 'SOCLE_OFFICIAL';

/** Options of the commands that apply the official rules. */
export const OFFICIAL_OPTIONS = {
  official: {
    type: 'string',
    value: 'DIR',
    help: {
      fr: `votre copie du kit de l’ANS (ou la variable ${VARIABLE})`,
      en: `your copy of the kit of the ANS (or the variable ${VARIABLE})`,
    },
  },
  cache: {
    type: 'string',
    value: 'DIR',
    help: { fr: 'où garder les règles compilées', en: 'where compiled rules are kept' },
  },
  show: {
    type: 'boolean',
    help: {
      fr: 'montre dans les messages les valeurs du document (données personnelles !)',
      en: 'shows in messages the values of the document (personal data!)',
    },
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Opens the folder that the user named, gives its rules to `use`, and closes it. */
export async function withOfficialRules<T>(
  invocation: Invocation,
  example: string,
  use: (rules: OfficialRules, folder: OfficialFolder) => Promise<T>,
): Promise<T> {
  const { io } = invocation;
  const named = optionText(invocation, 'official') ?? io.env[VARIABLE];
  if (named === undefined || named === '') throw noFolder(example);
  const cache = optionText(invocation, 'cache');
  const folder = await openOfficialFolder(resolve(io.cwd, named), {
    ...(cache === undefined ? {} : { cache: resolve(io.cwd, cache) }),
  });
  try {
    if (folder.missing.length > 0) note(invocation, missingNote(invocation, folder));
    return await use(createOfficialRules(folder), folder);
  } finally {
    folder.close();
  }
}

function noFolder(example: string): UsageError {
  return new UsageError(
    {
      fr: `Les règles officielles sont lues dans votre copie du kit de l’ANS : récupérez le dépôt public ansforge/TestContenuCDA-3-0 (il n’a pas de licence de redistribution, cette commande ne le télécharge pas), puis nommez son dossier avec --official ou ${VARIABLE}. Il contient schematrons, jeuxDeValeurs et infrastructure.`,
      en: `The official rules are read from your copy of the kit of the ANS: get the public repository ansforge/TestContenuCDA-3-0 (it has no licence to redistribute, this command does not download it), then name its folder with --official or ${VARIABLE}. It holds schematrons, jeuxDeValeurs and infrastructure.`,
    },
    example,
  );
}

function missingNote(invocation: Invocation, { missing }: OfficialFolder): string {
  const shown = missing.slice(0, 3).join(', ');
  const more = missing.length > 3 ? ', …' : '';
  return invocation.locale === 'fr'
    ? `Le dossier n’a pas ${missing.length} schematron(s) connus : ${shown}${more}`
    : `The folder lacks ${missing.length} known schematron(s): ${shown}${more}`;
}

/**
 * A target as it is written on the command line: parts with commas between, each a name (`dmp`, `segur`), a date (`2023-06`) or a
 * version (`BIO-CR-BIO=2023.01`).
 */
export function readTarget(text: string, example: string, choose?: 'newest'): OfficialTarget {
  let target = DEFAULT_TARGET;
  const versions: Record<string, string> = {};
  let date: string | undefined;
  for (const part of text.split(',').map((each) => each.trim())) {
    const version = /^([\w-]+)=(\d{4}\.\d{2})$/.exec(part);
    const named = officialTarget(part);
    if (version !== null) versions[modelNamed(version[1] ?? '', example)] = version[2] ?? '';
    else if (isMonth(part)) date = part;
    else if (named !== undefined) target = named;
    else throw badTarget(part, example);
  }
  return {
    ...target,
    name: text,
    ...(date === undefined ? {} : { date }),
    ...(date === undefined || choose === undefined ? {} : { choose }),
    ...(Object.keys(versions).length === 0 ? {} : { versions }),
  };
}

/** `YYYY-MM` or `YYYY-MM-DD`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.test(text);
}

function modelNamed(name: string, example: string): string {
  const found = OFFICIAL_MODELS.find(({ model }) => model.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found.model;
  const known = OFFICIAL_MODELS.map(({ model }) => model).join(', ');
  throw new UsageError(
    { fr: `Modèle inconnu : ${name}. Connus : ${known}.`, en: `Unknown model: ${name}. Known: ${known}.` },
    example,
  );
}

function badTarget(part: string, example: string): UsageError {
  const known = Object.keys(OFFICIAL_TARGETS).join(', ');
  return new UsageError(
    {
      fr: `Cible inconnue : « ${part} ». Un nom (${known}), une date (2023-06) ou une version (BIO-CR-BIO=2023.01).`,
      en: `Unknown target: "${part}". A name (${known}), a date (2023-06) or a version (BIO-CR-BIO=2023.01).`,
    },
    example,
  );
}
