import type { Deviation } from '@socle-sante/schematron';
import { type DeviationRule, type SchemaLoader, withDeviations } from '@socle-sante/schematron/compile';
import { folderLoader } from '@socle-sante/schematron/node';
import { DeviationsFile } from '../files/deviations-file.js';
import { readJsonFile } from '../files/read-json.js';
import type { OptionSpec } from '../frame/command.js';

/** Known faults of a pack: those of the kit of the ANS, or of a file, or none. */
export interface KnownFaults {
  readonly rules: readonly DeviationRule[];
  /** What the files of a folder are once these faults are mended; `told` gets each that was. */
  loader(root: string, told: (deviation: Deviation) => void): SchemaLoader;
}

export const DEVIATIONS_OPTION = {
  type: 'string',
  value: 'kit|none|FILE.json',
  help: {
    fr: 'défauts connus du jeu de règles, corrigés et signalés (kit : ceux du kit de l’ANS, d’office pour ses fichiers)',
    en: 'known faults of the rules, mended and told (kit: those of the kit of the ANS, by default for its files)',
  },
} as const satisfies OptionSpec;

const WHAT = { fr: 'Liste de défauts connus', en: 'List of known faults' };

/** What `--deviations` means. */
export async function knownFaults(asked: 'kit' | 'none' | (string & {}), cwd: string): Promise<KnownFaults> {
  if (asked === 'kit') return kitFaults();
  const rules = asked === 'none' ? [] : (await readJsonFile(asked, cwd, DeviationsFile, WHAT)).deviations;
  return { rules, loader: (root, told) => telling(withDeviations(folderLoader(root), rules), told) };
}

async function kitFaults(): Promise<KnownFaults> {
  const { KIT_DEVIATIONS, kitLoader } = await import('@socle-sante/documents/official');
  return {
    rules: KIT_DEVIATIONS,
    loader: (root, told) => kitLoader(folderLoader(root), { onDeviation: told }),
  };
}

function telling(loader: SchemaLoader, told: (deviation: Deviation) => void): SchemaLoader {
  return {
    read(href, base) {
      const found = loader.read(href, base);
      for (const each of found?.deviations ?? []) told(each);
      return found;
    },
  };
}
