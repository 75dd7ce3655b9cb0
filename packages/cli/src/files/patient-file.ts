import type { IdentityState } from '@socle-sante/core/rniv';
import { type Invocation, optionText } from '../frame/command.js';
import { UsageError } from '../frame/usage-error.js';
import { IdentityStateFile, toIdentityState } from './identity-state-file.js';
import { readJsonFile } from './read-json.js';

/** The identity of `--patient FILE`. */
export async function readPatient(invocation: Invocation, example: string): Promise<IdentityState> {
  const path = optionText(invocation, 'patient');
  if (path === undefined) {
    throw new UsageError({ fr: 'Il manque --patient FILE.', en: '--patient FILE is missing.' }, example);
  }
  return toIdentityState(
    await readJsonFile(path, invocation.io.cwd, IdentityStateFile, { fr: 'Patient', en: 'Patient' }),
  );
}
