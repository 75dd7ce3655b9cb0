import { SocleRefusedError } from '@socle-sante/core/error';
import { describe, expect, it } from 'vitest';
import { demoRecords } from '../src/demo.js';
import { secretsOf } from '../src/handlers/context.js';
import { toFailure } from '../src/handlers/error-map.js';

const record = demoRecords().find(({ patientRef }) => patientRef === 'p-0010');
if (!record) throw new Error('no record');
const used = { ...record.state.traits, nomUtilise: 'ÉTÉ-LEFÈVRE', prenomUtilise: 'MAËLLE' };
const secrets = secretsOf({
  ...record,
  state: { ...record.state, traits: { ...used, listePrenoms: 'DOMINIQUE ANNE LISE' } },
});

/** What the page gets of a sentence of the DMP. */
function quoted(reason: string): string | undefined {
  const init = { code: 'dmp.refused.other', service: 'dmp', message: 'refused', audience: 'user' as const };
  // Not enumerable, as in the errors of the client.
  const error = Object.defineProperty(new SocleRefusedError(init), 'fault', { value: { reason } });
  return toFailure(error, { reference: 'r-1', secrets }).error.official;
}

describe('a sentence of the service', () => {
  it('is quoted when it names nobody', () => {
    expect(quoted('Structure introuvable ou Inactive')).toBe('Structure introuvable ou Inactive');
  });

  it.each([
    'Le patient PAT-TROIS est inconnu',
    'Le patient Pat Trois est inconnu',
    'Patient « Été Lefèvre » inconnu',
    'Prénom MAELLE refusé',
    'Prénom Lise refusé',
    'Né le 28/03/1979 : inconnu',
    'Né le 19790328 : inconnu',
    `INS ${record.state.ins?.matricule.slice(0, 13) ?? ''} inconnu`,
  ])('is dropped when it names the person of the record: %s', (sentence) => {
    const said = quoted(sentence);
    // What `redact` masks already may be quoted without its value.
    if (said !== undefined)
      for (const secret of secrets) expect(said.toUpperCase()).not.toContain(secret.toUpperCase());
    if (!sentence.startsWith('INS')) expect(said).toBeUndefined();
  });
});
