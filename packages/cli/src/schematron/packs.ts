import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Deviation, Pack } from '@socle-sante/schematron';
import type { SchemaLoader } from '@socle-sante/schematron/compile';
import { type OpenOptions, openPack } from '@socle-sante/schematron/node';
import { type Invocation, type OptionSpec, optionText, optionTexts } from '../frame/command.js';
import { note } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { DEVIATIONS_OPTION, type KnownFaults, knownFaults } from './deviations.js';
import { PackFailure } from './pack-failure.js';
import { isKit, rootOf } from './root.js';
import { readSourceFile } from './source-file.js';

/** A pack that is ready, and what goes with it. */
export interface RulePack {
  /** As the command line names it. */
  readonly name: string;
  readonly pack: Pack;
  /** For the documents that rules read; absent when nobody knows where they are. */
  readonly loader?: SchemaLoader;
  /** The folder that nothing is read outside of. */
  readonly root?: string;
  /** Where its modules are. */
  readonly folder: string;
  /** What was mended in the documents that rules read, so far. */
  readonly mended: ReadonlyMap<string, Deviation>;
}

/** Options of the commands that use packs. */
export const PACK_OPTIONS = {
  pack: {
    type: 'string',
    multiple: true,
    value: 'FILE.sch|DIR',
    help: {
      fr: 'schematron, ou dossier écrit par « schematron compile » (du code : ne donnez que les vôtres) ; répétable',
      en: 'schematron, or a folder written by "schematron compile" (it is code: give only your own); may be repeated',
    },
  },
  root: {
    type: 'string',
    value: 'DIR',
    help: {
      fr: 'dossier hors duquel rien n’est lu (le plus proche qui contient tout ce que le schematron inclut)',
      en: 'folder that nothing is read outside of (the nearest that holds all that the schematron includes)',
    },
  },
  deviations: DEVIATIONS_OPTION,
  cache: {
    type: 'string',
    value: 'DIR',
    help: {
      fr: 'où garder les schematrons compilés (le cache de l’utilisateur)',
      en: 'where compiled schematrons are kept (the cache of the user)',
    },
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/**
 * Opens the packs that `--pack` names. A schematron is compiled the first time, and kept.
 *
 * @throws PackFailure when one cannot be read or compiled
 */
export async function openPacks(invocation: Invocation, example: string): Promise<readonly RulePack[]> {
  const asked = optionTexts(invocation, 'pack');
  if (asked.length === 0) {
    throw new UsageError({ fr: 'Nommez les règles par --pack.', en: 'Name the rules with --pack.' }, example);
  }
  const packs: RulePack[] = [];
  for (const path of asked.flatMap((each) => packPaths(each, invocation.io.cwd))) {
    packs.push(await openOne(path, invocation));
    if (invocation.io.signal.aborted) throw new Error('interrupted');
  }
  return packs;
}

/**
 * Opens one pack; `whole` loads all its patterns, whatever the phase.
 *
 * @throws PackFailure
 */
export async function openOne(
  name: string,
  invocation: Invocation,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<RulePack> {
  const { path, isFolder, root, faults } = await readingOf(name, invocation);
  const phase = whole ? undefined : optionText(invocation, 'phase');
  const cache = optionText(invocation, 'cache');
  const options: OpenOptions = {
    ...(root === undefined || isFolder ? {} : { root }),
    ...(faults.rules.length === 0 || isFolder ? {} : { deviations: faults.rules }),
    ...(cache === undefined ? {} : { cache: resolve(invocation.io.cwd, cache) }),
    ...(phase === undefined ? {} : { phases: [phase] }),
  };
  const began = performance.now();
  try {
    const { pack, cached, folder = path } = await openPack(path, options);
    const seconds = (performance.now() - began) / 1000;
    if (!cached && seconds > 1) note(invocation, compiledIn(invocation, name, seconds));
    const mended = new Map<string, Deviation>();
    const loader =
      root === undefined
        ? {}
        : { root, loader: faults.loader(root, (each) => mended.set(`${each.code} ${each.subject}`, each)) };
    return { name, pack, folder, mended, ...loader };
  } catch (error) {
    throw PackFailure.of(name, error);
  }
}

/** How a schematron, or the documents that the rules of a compiled one read, are read. */
export interface PackReading {
  readonly path: string;
  /** It is a compiled pack. */
  readonly isFolder: boolean;
  /** The folder that nothing is read outside of; absent for a compiled pack that does not say where it comes from. */
  readonly root?: string;
  readonly faults: KnownFaults;
}

/** How a pack is read, by the command line, else by where it is. */
export async function readingOf(name: string, invocation: Invocation): Promise<PackReading> {
  const { cwd } = invocation.io;
  const path = resolve(cwd, name);
  const isFolder = statSync(path).isDirectory();
  const source = isFolder ? readSourceFile(path) : undefined;
  const asked = optionText(invocation, 'root');
  const usual = isFolder ? existing(source?.root) : rootOf(path).root;
  const root = asked === undefined ? usual : folderNamed(asked, cwd);
  const known = source?.deviations ?? (root !== undefined && isKit(root) ? 'kit' : 'none');
  const faults = await knownFaults(optionText(invocation, 'deviations') ?? known, cwd);
  return { path, isFolder, faults, ...(root === undefined ? {} : { root }) };
}

/** The folder of `--root`. */
export function folderNamed(name: string, cwd: string): string {
  const path = resolve(cwd, name);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return path;
  throw new UsageError({ fr: `${name} n’est pas un dossier.`, en: `${name} is not a folder.` });
}

function existing(folder: string | undefined): string | undefined {
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

/** A schematron, a compiled pack, or the packs below a folder. */
function packPaths(name: string, cwd: string): readonly string[] {
  const path = resolve(cwd, name);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) {
    throw new UsageError({ fr: `${name} n’existe pas.`, en: `${name} does not exist.` });
  }
  if (!facts.isDirectory() || existsSync(join(path, 'manifest.json'))) return [name];
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((each) => /(?:^|[\\/])manifest\.json$/.test(each))
    .map((each) => join(name, dirname(each)))
    .sort();
  if (found.length > 0) return found;
  throw new UsageError(
    {
      fr: `${name} ne contient pas de schematron compilé. Nommez un fichier .sch, ou compilez le dossier d’abord.`,
      en: `${name} holds no compiled schematron. Name a .sch file, or compile the folder first.`,
    },
    `socle schematron compile ${name} --out packs`,
  );
}

function compiledIn({ locale }: Invocation, name: string, seconds: number): string {
  const time = seconds.toFixed(1);
  return locale === 'fr' ? `${name} : compilé en ${time} s` : `${name}: compiled in ${time} s`;
}
