import { startSandbox } from '@socle-sante/sandbox';
import { expect, it } from 'vitest';
import { dmpJourney } from '../server/dmp-journey.ts';
import { insJourney } from '../server/journey.ts';

it('deposits a letter, reads it back, replaces it and masks it, before a DMP that checks everything', async () => {
  const sandbox = await startSandbox({ insi: { mode: 'cnda' }, dmp: { level: 'strict' } });
  const told: string[] = [];
  try {
    const patient = await insJourney(sandbox, () => undefined);
    await dmpJourney(sandbox, patient, (line) => told.push(line));
    expect(sandbox.dmp.log.flatMap(({ reasons, warnings }) => [...reasons, ...warnings])).toEqual([]);
  } finally {
    await sandbox.stop();
  }
  expect(told.map((line) => line.split(/ {2,}/)[0])).toEqual([
    'TD0.2 : le patient a un DMP actif',
    'patient informé, sans opposition',
    'document CDA construit',
    'contrôle avant envoi',
    'lot signé (XAdES)',
    'TD2.1 : déposé',
    'TD3.1 : trouvé par une recherche',
    'TD3.2 : relu',
    'TD2.1 : remplacé (RPLC)',
    'TD3.3a : masqué',
  ]);
  expect(told.filter((line) => /ADRUN|275126322074974/.test(line))).toEqual([]);
});
