import { startSandbox } from '@socle-sante/sandbox';
import { expect, it } from 'vitest';
import { insJourney } from '../server/journey.ts';

it('plays the INS journey in the terminal, up to the refused key', async () => {
  const sandbox = await startSandbox({ insi: { mode: 'cnda' } });
  const told: string[] = [];
  try {
    await insJourney(sandbox, (line) => told.push(line));
  } finally {
    await sandbox.stop();
  }
  expect(told.map((line) => line.split(/ {2,}/)[0])).toEqual([
    'identité créée',
    'INSi : une identité, 2 75 12 ••• ••• ••• ••, 1 appel, TLS mutuel',
    'traits comparés et acceptés',
    'carte d’identité contrôlée',
    'datamatrix INS écrit et relu',
    'segment HL7 v2 PID écrit',
    'clé de matricule fausse : refusée',
  ]);
  expect(told.filter((line) => /ADRUN|HERMANN|275126322074974/.test(line))).toEqual([]);
});
