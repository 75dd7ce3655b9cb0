import { describe, expect, it } from 'vitest';
import { demoPatients } from '../src/demo.js';
import { refusal, stage } from './support.js';

const { dominique, helene, ali } = demoPatients;

describe('the state of a DMP', () => {
  it('is asked for a qualified identity only', async () => {
    const { client, demo } = stage();
    expect(await client.dmp.status({ patientRef: dominique })).toMatchObject({ kind: 'open-authorised' });
    expect(await client.dmp.status({ patientRef: helene })).toMatchObject({ kind: 'not-qualified' });
    expect(demo.ports.audit.entries.filter(({ partner }) => partner === 'dmp')).toHaveLength(1);
  });

  it('lists the documents', async () => {
    const { client, faults } = stage();
    const answer = await client.dmp.search({ patientRef: dominique }).catch((error) => error);
    console.log(JSON.stringify(answer, null, 1).slice(0, 3000), faults);
    const row = answer.rows[0];
    const doc = await client.dmp.document.get({ patientRef: dominique, handle: row.handle }).catch((error) => error);
    console.log(JSON.stringify(doc, null, 1).slice(0, 3500), faults);
    const counts = await client.dmp.newCounts({ patientRef: dominique }).catch((error) => error);
    console.log(JSON.stringify(counts, null, 1).slice(0, 1500), faults);
    const acc = await client.dmp.access({ patientRef: ali }).catch((error) => error);
    console.log(JSON.stringify(acc, null, 1).slice(0, 2500), faults);
    const derived = await client.submission.derive({ patientRef: dominique, source: { kind: 'record', documentRef: 'd-0001' } }).catch((error) => error);
    console.log(JSON.stringify({ ...derived, choices: undefined }, null, 1).slice(0, 4500), faults);
    const created = await client.submission.create({ patientRef: dominique, derivationRefs: [derived.derivationRef] }).catch((error) => error);
    console.log(JSON.stringify(created, null, 1).slice(0, 2500), faults);
    await new Promise((resolve) => setTimeout(resolve, 50));
    console.log(JSON.stringify(await client.submission.list(), null, 1).slice(0, 2500), faults);
    console.log(await refusal(client.dmp.status({ patientRef: 'x' })));
  });
});
