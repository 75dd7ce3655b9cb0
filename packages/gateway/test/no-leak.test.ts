import { PERSONAS } from '@socle-sante/sandbox/insi';
import { describe, expect, it } from 'vitest';
import { createGatewayClient, isGatewayError } from '../src/client.js';
import { contract, operationIds } from '../src/contract.js';
import { createDemoGateway, demoPatients, demoScenarios } from '../src/demo.js';
import { validInputs } from './inputs.js';
import { requestOf, testClock } from './support.js';

const numbers = PERSONAS.map(({ matricule }) => matricule);
const names = [...new Set(PERSONAS.map(({ nomNaissance }) => nomNaissance))].filter((name) => name.length > 4);
const births = [...new Set(PERSONAS.map(({ dateNaissance }) => dateNaissance))];
const personal = [...numbers, ...names, ...births];

/** Everything that must hold no identity: errors, traces, faults, exchanges, addresses. */
async function everythingSaid(scenario: (typeof demoScenarios)[number]['id']): Promise<string> {
  const said: unknown[] = [];
  const clock = testClock();
  const demo = createDemoGateway({ seed: 3, clock, latency: false, onFault: (fault) => said.push(fault) });
  const client = createGatewayClient({
    baseUrl: '/socle',
    timeout: 50,
    retryDelay: () => 0,
    onExchange: (exchange) => said.push(exchange),
    fetch: (request) => {
      said.push(request.url);
      return demo.fetch(request);
    },
  });
  const attempt = async <T>(call: Promise<T>): Promise<T | undefined> => {
    try {
      return await call;
    } catch (error) {
      said.push(isGatewayError(error) ? error.error : String(error), String(error), Object.assign({}, error));
      return undefined;
    }
  };
  const reading = await attempt(client.ins.vitale.read());
  demo.set({ scenario, latency: false, slow: 0, role: 'identitovigilance' });
  for (const patientRef of Object.values(demoPatients)) {
    const result = await attempt(client.ins.search({ patientRef }));
    const patient = await attempt(client.identity.get({ patientRef }));
    if (result?.outcome === 'found') {
      const { snapshotRef } = result.snapshot;
      await attempt(client.ins.accept({ patientRef, version: result.version, snapshotRef, acknowledged: [] }));
      await attempt(client.ins.accept({ patientRef, version: 99, snapshotRef, acknowledged: [] }));
    }
    await attempt(client.ins.datamatrix.get({ patientRef }));
    await attempt(client.ins.matricule.view({ patientRef, purpose: 'copy' }));
    if (patient) await attempt(client.ins.verify({ patientRef, version: patient.version }));
    if (patient)
      await attempt(
        client.identity.save({
          patientRef,
          version: patient.version,
          traits: { ...patient.traits, birthName: `${patient.traits.birthName}9` },
        }),
      );
    const readingRef = reading?.readingRef ?? 'none';
    await attempt(client.ins.searchVitale({ patientRef, readingRef, beneficiaryIndex: 1 }));
  }
  await attempt(client.identity.search({ birthDate: '1975-12-31', name: 'ADRUN', firstName: 'ZOE' }));
  await attempt(client.identity.search({ matricule: '2 75 12 63 220 749 73' }));
  await attempt(
    client.ins.datamatrix.decode({ text: 'IS010000000000000000000000S1275126322074973S21.2.250.1.213.1.4.8S3ZOE' }),
  );
  for (const row of ['v-00001', 'v-00002', 'v-00003']) await attempt(client.ins.verify({ row }));
  said.push(await attempt(client.audit.export({})), demo.ports.audit.entries);
  return JSON.stringify(said);
}

describe('what comes out names nobody', () => {
  it.each(demoScenarios.map(({ id }) => id).filter((id) => !/^(?:10k-rows|timeout|dmp\..*)$/.test(id)))(
    'under the scenario %s',
    async (scenario) => {
      const text = await everythingSaid(scenario);
      const found = personal.filter((value) => text.includes(value));
      expect(found).toEqual([]);
    },
  );

  // A document shows the identity that it carries; errors and traces never do.
  it.each(demoScenarios.map(({ id }) => id).filter((id) => id.startsWith('dmp.')))(
    'in the errors and traces of the DMP, under the scenario %s',
    async (scenario) => {
      const demo = createDemoGateway({ seed: 7, clock: testClock(), latency: false, scenario });
      const client = createGatewayClient({ baseUrl: '/socle', fetch: demo.fetch, retryDelay: () => 0 });
      const said: unknown[] = [];
      const hear = async <T>(call: Promise<T>): Promise<T | undefined> =>
        call.catch((error) => {
          said.push(isGatewayError(error) ? error.error : error);
          return undefined;
        });
      for (const patientRef of [demoPatients.dominique, demoPatients.ali, demoPatients.helene]) {
        said.push(await hear(client.dmp.status({ patientRef })), await hear(client.dmp.access({ patientRef })));
        await hear(client.dmp.authorise({ patientRef }));
        await hear(client.dmp.emergency.open({ patientRef, motive: 'Perte de connaissance' }));
        const rows = (await hear(client.dmp.search({ patientRef })))?.rows.slice(0, 3) ?? [];
        for (const { handle } of rows) {
          await hear(client.dmp.document.get({ patientRef, handle }));
          await hear(client.dmp.document.bytes({ patientRef, handle, part: 'body' }));
          await hear(client.dmp.document.integrate({ patientRef, handle }));
          await hear(client.dmp.update({ patientRef, handle, action: 'mask' }));
        }
        await hear(client.dmp.newCounts({ patientRef }));
        const file = new Blob(['Texte inventé'], { type: 'text/plain' });
        const derived = await hear(client.submission.derive({ patientRef, source: { kind: 'file' } }, { file }));
        said.push(derived?.findings);
        const derivationRefs = [derived?.derivationRef ?? 'none'];
        await hear(client.submission.create({ patientRef, derivationRefs }));
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
      said.push(await hear(client.submission.list()), demo.ports.audit.entries);
      const text = JSON.stringify(said);
      expect(personal.filter((value) => text.includes(value))).toEqual([]);
    },
  );

  it('in the errors of every operation', async () => {
    const demo = createDemoGateway({ clock: testClock(), latency: false });
    for (const scenario of ['internal', 'denied', 'bare', 'conflict'] as const) {
      demo.set({ scenario });
      for (const id of operationIds) {
        const response = await demo.handler(requestOf(id, validInputs[id]));
        if (response.ok) {
          await response.body?.cancel();
          continue;
        }
        const text = await response.text();
        expect(
          personal.filter((value) => text.includes(value)),
          `${id} ${contract[id].path}`,
        ).toEqual([]);
        expect(text).not.toMatch(/\bat .*\.ts:/);
      }
    }
  });
});
