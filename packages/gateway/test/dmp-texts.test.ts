import { DMP_CODES } from '@socle-sante/dmp/codes';
import { describe, expect, it } from 'vitest';
import { describeUiError, errorTexts, type UiError } from '../src/contract.js';
import { type DemoScenarioId, demoPatients, demoScenarios } from '../src/demo.js';
import { refusal, stage } from './support.js';

const error = (more: Partial<UiError>): UiError => ({
  code: 'dmp.refused.other',
  service: 'dmp',
  retryable: false,
  audience: 'user',
  ...more,
});

describe('texts of the DMP', () => {
  const answers = new Set(['DMPOk', 'DMPFound', 'DMPPatientAccessAlreadyExists', 'DMPPatientAccessOTPAlreadyExists']);

  it.each(DMP_CODES.filter(({ code }) => !answers.has(code)).map(({ code }) => code))('%s has its row', (code) => {
    expect(Object.keys(errorTexts)).toContain(code.toLowerCase());
  });

  it.each([
    'dmp.input.options',
    'dmp.input.patient',
    'dmp.input.size',
    'dmp.forbiddenByMode',
    'dmp.config.vihf',
    'dmp.config.refused',
    'dmp.unavailable',
    'dmp.busy',
    'dmp.deposit.unknown',
    'dmp.refused.rights',
    'dmp.refused.patient',
    'dmp.refused.message',
    'dmp.refused.stale',
    'dmp.refused.duplicate',
    'dmp.refused.query',
    'dmp.refused.policy',
    'dmp.refused.other',
    'dmp.protocol.answer',
    'dmp.protocol.hash',
    'dmp.journal',
    'dmp.unsupported',
    'dmp.none',
    'dmp.closed',
    'dmp.indirect',
    'dmp.integrity',
    'documents.prepare.refused',
  ])('%s is said in both languages, without a hole', (code) => {
    for (const locale of ['fr', 'en'] as const) {
      const said = describeUiError(error({ code }), locale);
      expect(said.title).not.toMatch(/^Erreur|^Error|\{|…/);
      expect(said.action).not.toMatch(/\{|…/);
    }
  });

  it('an unknown code of the DMP is said as a refusal, with the way to its reason', () => {
    expect(describeUiError(error({ officialCode: 'DMPErreurInconnue' }), 'fr').title).toBe(
      'Le DMP a refusé la demande',
    );
  });

  const failing = demoScenarios.flatMap(({ id, settings }) =>
    'fault' in settings && settings.fault?.service === 'dmp' ? [id] : [],
  ) as DemoScenarioId[];

  it.each(failing)('the scenario %s is told somewhere', async (scenario) => {
    const { client, faults } = stage({ scenario });
    const patientRef = demoPatients.dominique;
    const told: UiError[] = [];
    const hear = async (call: Promise<unknown>) => call.catch(() => undefined);
    const search = await client.dmp.search({ patientRef }).catch(async (thrown) => {
      told.push(await refusal(Promise.reject(thrown)));
      return undefined;
    });
    const row = search?.rows.find(({ actions }) => actions.includes('mask'));
    if (row) {
      for (const call of [
        () => client.dmp.document.get({ patientRef, handle: row.handle }),
        () => client.dmp.update({ patientRef, handle: row.handle, action: 'mask' }),
      ]) {
        await call().catch(async (thrown) => void told.push(await refusal(Promise.reject(thrown))));
      }
    }
    const derived = await client.submission.derive({ patientRef, source: { kind: 'record', documentRef: 'd-0001' } });
    const { ref } = await client.submission.create({ patientRef, derivationRefs: [derived.derivationRef] });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const { documents } = await client.submission.get({ ref });
    told.push(...documents.flatMap(({ channels }) => channels.flatMap(({ error: failed }) => failed ?? [])));
    await hear(client.dmp.status({ patientRef }));
    // What is there already is no failure.
    if (scenario !== 'dmp.duplicate') expect(told.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
});
