import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSchema, memoryLoader, readSchema } from '@socle-sante/schematron/compile';
import { pageFiles } from '@socle-sante/schematron/worker';
import type { SitePack } from './pack-plugin.ts';

const root = join(import.meta.dirname, '..');

/** Where `npm run rules` puts what it compiled: never committed, the kit carries no licence. */
export const OFFICIAL_FOLDER = join(root, 'official-packs');
export const ABOUT = 'about.json';

/** The invented rules of this example. */
export function demonstrationPack(): SitePack {
  const text = readFileSync(join(root, 'rules/entete.sch'), 'utf8');
  const compiled = compileSchema(readSchema('entete.sch', memoryLoader({ 'entete.sch': text })));
  return {
    key: 'demonstration',
    label: { fr: 'Règles de démonstration', en: 'Demonstration rules' },
    layer: 'native',
    source: 'examples/controle/rules',
    files: pageFiles(compiled),
  };
}

/** The rules of the example, then those that the user compiled. */
export async function packsOfThisSite(): Promise<readonly SitePack[]> {
  // The journeys of the repository are the same whatever was compiled on this machine.
  const offered = existsSync(OFFICIAL_FOLDER) && process.env['SOCLE_PACKS'] !== 'demonstration';
  const keys = offered ? readdirSync(OFFICIAL_FOLDER).sort() : [];
  return [demonstrationPack(), ...keys.map(readPack)];
}

function readPack(key: string): SitePack {
  const folder = join(OFFICIAL_FOLDER, key);
  const about = JSON.parse(readFileSync(join(folder, ABOUT), 'utf8')) as Omit<SitePack, 'files'>;
  const names = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  return { ...about, files: new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])) };
}
