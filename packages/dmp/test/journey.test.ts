import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFinding } from '@socle-sante/core/finding';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createDepositRun,
  createFileJournal,
  createMemoryJournal,
  type DepositItem,
  type DepositRecord,
  DMP_RIGHTS,
  dmpFindings,
  rightOf,
} from '../src/index.js';
import { createDepositJourney, nextConsultationStep, nextDepositStep } from '../src/journey.js';
import { validateConsultation, validateDeposit } from '../src/validate.js';
import { clientOver, fakeDmp } from './support/fake.js';
import { bytes, PATIENT, submissionOf } from './support/sample.js';

const caller = { mode: 'DIRECTE' } as const;
const { document: _document, ...unqualified } = PATIENT;
const active = { status: 'active', authorisation: { state: 'valid' } } as const;

describe('the journey of a deposit', () => {
  it('goes step by step', () => {
    const facts = { patient: PATIENT, caller };
    expect(nextDepositStep({ ...facts, patient: unqualified })).toMatchObject({ step: 'qualify' });
    expect(nextDepositStep(facts)).toEqual({ step: 'askRecord' });
    for (const status of ['none', 'terminated'] as const)
      expect(nextDepositStep({ ...facts, record: { status } })).toMatchObject({ step: 'keepLocal' });
    expect(nextDepositStep({ ...facts, record: active })).toEqual({ step: 'informPatient' });
    expect(nextDepositStep({ ...facts, record: active, informed: true, opposed: true })).toMatchObject({
      step: 'keepLocal',
      findings: [{ rule: 'dmp.consent.opposed' }],
    });
    expect(nextDepositStep({ ...facts, record: active, informed: true })).toEqual({ step: 'prepare' });
    const submission = submissionOf();
    const broken = { ...submission, documents: [] };
    expect(nextDepositStep({ ...facts, record: active, informed: true, submission: broken })).toMatchObject({
      step: 'correct',
    });
  });

  it('a deposit needs no authorisation', () => {
    const record = { status: 'active', authorisation: { state: 'denied' } } as const;
    expect(validateDeposit({ patient: PATIENT, caller, record, informed: true })).toEqual([]);
  });

  it('drives a client', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange);
    const journey = createDepositJourney({ client, patient: PATIENT, record: { ...active, messageId: 'm' } });
    expect(journey.current).toEqual({ step: 'informPatient' });
    expect(await journey.deposit()).toEqual({ step: 'informPatient' });
    expect(dmp.sent).toEqual([]);
    expect(journey.recordInformation({ opposed: false })).toEqual({ step: 'prepare' });
  });
});

describe('the journey of a consultation', () => {
  const facts = { patient: PATIENT, caller, record: active };
  it('asks consent, then declares the authorisation', () => {
    expect(nextConsultationStep({ patient: unqualified, caller })).toMatchObject({ step: 'qualify' });
    expect(nextConsultationStep({ patient: PATIENT, caller })).toEqual({ step: 'askRecord' });
    expect(nextConsultationStep(facts)).toEqual({ step: 'askConsent' });
    expect(nextConsultationStep({ ...facts, consent: 'refused' })).toMatchObject({ step: 'blocked' });
    const none = { status: 'active', authorisation: { state: 'none' } } as const;
    expect(nextConsultationStep({ ...facts, record: none, consent: 'presumed' })).toEqual({ step: 'authorise' });
    expect(nextConsultationStep({ ...facts, consent: 'given' })).toEqual({ step: 'open' });
    expect(nextConsultationStep({ ...facts, caller: { mode: 'INDIRECTE' }, consent: 'given' })).toMatchObject({
      step: 'blocked',
      findings: [{ rule: 'dmp.mode.indirect' }],
    });
  });

  it('breaks the glass with a reason, unless the patient opposed it; régulation looks at nothing', () => {
    const none = { status: 'active', authorisation: { state: 'none' } } as const;
    const breaking = { ...facts, record: none, purpose: 'bris_de_glace' as const };
    expect(nextConsultationStep(breaking)).toEqual({ step: 'giveReason' });
    expect(nextConsultationStep({ ...breaking, reason: 'coma' })).toEqual({ step: 'open' });
    expect(nextConsultationStep({ ...breaking, reason: 'coma', opposedToBrisDeGlace: true })).toMatchObject({
      step: 'blocked',
    });
    expect(nextConsultationStep({ ...facts, record: none, purpose: 'centre_15' })).toEqual({ step: 'open' });
  });

  it('a professional whom the patient blocked does not break the glass either', () => {
    const denied = { status: 'active', authorisation: { state: 'denied' } } as const;
    const breaking = { ...facts, record: denied, purpose: 'bris_de_glace' as const, reason: 'coma' };
    expect(nextConsultationStep(breaking)).toMatchObject({
      step: 'blocked',
      findings: [{ rule: 'dmp.access.denied' }],
    });
    // In régulation the software does not look at the authorisation.
    expect(nextConsultationStep({ ...facts, record: denied, purpose: 'centre_15' })).toEqual({ step: 'open' });
  });

  it('asks no reason where the environment needs none', () => {
    const breaking = { ...facts, purpose: 'bris_de_glace' as const, wire: { reasonForBrisDeGlace: false } };
    expect(nextConsultationStep(breaking)).toEqual({ step: 'open' });
  });
});

describe('texts', () => {
  it('every rule has its text in both languages', () => {
    const seen = [
      ...validateDeposit({
        patient: unqualified,
        caller: { mode: 'INDIRECTE_RENFORCEE' },
        record: { status: 'none' },
        opposed: true,
        informed: false,
      }),
      ...validateConsultation({
        patient: PATIENT,
        caller: { mode: 'INDIRECTE' },
        record: { status: 'terminated', authorisation: { state: 'none' } },
        consent: 'unknown',
      }),
    ].filter(({ rule }) => rule.startsWith('dmp.'));
    expect(seen.length).toBeGreaterThan(6);
    for (const item of seen) expect(Object.keys(dmpFindings)).toContain(item.rule);
    const source = readdirSync(join(import.meta.dirname, '../src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('messages.ts'))
      .map((name) => readFileSync(join(import.meta.dirname, '../src', name), 'utf8'))
      .join('\n');
    const rules = [...source.matchAll(/(?:finding|refused)\(\s*'(dmp\.[\w.]+)'/g)].map((match) => match[1] ?? '');
    expect(rules.length).toBeGreaterThan(30);
    for (const rule of rules) expect(Object.keys(dmpFindings)).toContain(rule);
    for (const rule of Object.keys(dmpFindings)) {
      const text = describeFinding({ rule, severity: 'error', path: [], params: {} }, 'en', dmpFindings);
      expect(text.title + text.why + text.action).not.toMatch(/undefined|^$/);
    }
  });
});

describe('the matrix of rights', () => {
  it('answers as the published tables do', () => {
    const direct = { mode: 'DIRECTE' } as const;
    expect(rightOf('deposit', { ...direct, profile: 'medecin' })).toBe('yes');
    expect(rightOf('deposit', { ...direct, profile: 'staff' })).toBe('no');
    expect(rightOf('depositByStaff', { ...direct, profile: 'staff' })).toBe('toStructure');
    expect(rightOf('unmask', { ...direct, profile: 'ps' })).toBe('own');
    expect(rightOf('archive', { ...direct, profile: 'medecin', purpose: 'centre_15' })).toBe('yes');
    expect(rightOf('retrieveMasked', { ...direct, profile: 'medecin', purpose: 'bris_de_glace' })).toBe(
      'ifPatientAllows',
    );
    expect(rightOf('retrieve', { ...direct, profile: 'medecinDuTravail' })).toBe('no');
    expect(rightOf('search', { mode: 'INDIRECTE', profile: 'medecin' })).toBe('no');
    expect(rightOf('remove', { mode: 'INDIRECTE', profile: 'medecin' })).toBe('structureOwned');
    expect(rightOf('findPatients', { ...direct, profile: 'ps', purpose: 'centre_15' })).toBe('yes');
    const air = { mode: 'INDIRECTE_RENFORCEE' } as const;
    expect(rightOf('search', { ...air, profile: 'medecin' })).toBe('yes');
    expect(rightOf('deposit', { ...air, profile: 'medecin' })).toBe('no');
    expect(rightOf('existence', { ...air, profile: 'staff' })).toBe('yes');
    expect(rightOf('search', { ...air, profile: 'staff' })).toBe('no');
    expect(rightOf('search', { ...direct, profile: 'medecinTraitant', purpose: 'centre_15' })).toBe('no');
    for (const { rights } of DMP_RIGHTS) expect(Object.keys(rights)).toHaveLength(6);
  });
});

describe('a run of deposits', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'socle-journal-'));
    folders.push(made);
    return made;
  };
  afterEach(() => {
    for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
  });
  const items = (count: number, prepared: string[] = []): DepositItem[] =>
    Array.from({ length: count }, (_, index) => ({
      key: `document ${index}`,
      patient: PATIENT,
      prepare: async () => {
        prepared.push(`document ${index}`);
        return submissionOf(`run ${index}`, [bytes(`<d n="${index}"/>`)]);
      },
    }));

  it.each([
    ['in memory', createMemoryJournal],
    ['in a folder', () => createFileJournal(folder())],
  ])('deposits each once, %s, however often it is run', async (_, make) => {
    const journal = make();
    const dmp = fakeDmp(['lostAnswer', 'busy']);
    const { client } = clientOver(dmp.exchange);
    const prepared: string[] = [];
    const seen: DepositRecord[] = [];
    const run = createDepositRun({ client, journal, concurrency: 3, onChange: (record) => seen.push(record) });
    for (let i = 0; i < 3; i += 1) {
      const { records, pending } = await run.run(items(6, prepared));
      expect(pending).toEqual([]);
      expect(records.every(({ state }) => state === 'done')).toBe(true);
    }
    expect(prepared).toHaveLength(6);
    expect(dmp.registered.size).toBe(12);
    expect(dmp.deposits()).toHaveLength(7);
    expect(seen.filter(({ state }) => state === 'sending')).toHaveLength(6);
  });

  it('asks before it sends what a stopped run was sending', async () => {
    const journal = createFileJournal(folder());
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange);
    const stopped = createDepositRun({
      client: {
        ...client,
        deposit: async (input) => client.deposit(input).then(() => Promise.reject(new Error('stopped'))),
      },
      journal,
    });
    expect((await stopped.run(items(1))).pending).toHaveLength(1);
    const { records } = await createDepositRun({ client, journal }).run(items(1));
    expect(records).toMatchObject([{ state: 'done', result: { outcome: 'alreadyThere', attempts: 0 } }]);
    expect(dmp.deposits()).toHaveLength(1);
  });

  it('keeps a final refusal, and what is pending', async () => {
    const journal = createMemoryJournal();
    const dmp = fakeDmp([
      { refuse: [{ code: 'XDSRegistryMetadataError' }] },
      'unreachable',
      'unreachable',
      'unreachable',
    ]);
    const run = createDepositRun({ client: clientOver(dmp.exchange).client, journal });
    const { items: list, records, pending } = await run.run(items(2));
    expect(list).toMatchObject([
      { state: 'refused', error: { registryErrors: [{ code: 'XDSRegistryMetadataError' }] } },
      { state: 'sending', error: { code: 'network.refused' } },
    ]);
    expect(records).toMatchObject([{ key: 'document 0', state: 'refused', officialCode: 'XDSRegistryMetadataError' }]);
    expect(pending).toMatchObject([{ key: 'document 1', error: { code: 'network.refused' } }]);
    expect((await run.run(items(2))).records.map(({ state }) => state)).toEqual(['refused', 'done']);
    expect(dmp.registered.size).toBe(2);
  });

  it('lists every item with its state when it is stopped', async () => {
    const journal = createMemoryJournal();
    const dmp = fakeDmp();
    const controller = new AbortController();
    const { client } = clientOver(dmp.exchange);
    await journal.write({ key: 'document 3', state: 'sending', at: '', attempts: 1 });
    let sent = 0;
    const run = createDepositRun({
      client: {
        ...client,
        deposit: async (input) => {
          sent += 1;
          if (sent === 2) controller.abort();
          return client.deposit(input);
        },
      },
      journal,
    });
    const prepared: string[] = [];
    const { items: list, records, pending } = await run.run(items(5, prepared), { signal: controller.signal });
    expect(list.map(({ key, state }) => `${key}: ${state}`)).toEqual([
      'document 0: done',
      'document 1: sending',
      'document 2: notStarted',
      'document 3: sending',
      'document 4: notStarted',
    ]);
    expect(list[1]).toMatchObject({ error: { code: 'aborted' } });
    expect(list[2]?.error).toBeUndefined();
    expect(records.map(({ key }) => key)).toEqual(['document 0']);
    expect(pending).toMatchObject([{ key: 'document 1' }]);
    expect(prepared).toEqual(['document 0', 'document 1']);
  });

  it('tells a set of which only a part was taken from one that is there', async () => {
    const two = [bytes('<a/>'), bytes('<b/>')];
    const submission = submissionOf('part', two);
    const without = submission.entries[1]?.uniqueId ?? '';
    const dmp = fakeDmp([{ partial: [{ code: 'XDSRegistryMetadataError', context: without }], without: [without] }]);
    const { client } = clientOver(dmp.exchange, { wire: { maxDocumentsPerSet: 2 } });
    const run = createDepositRun({ client, journal: createMemoryJournal() });
    const item = { key: 'part', patient: PATIENT, prepare: async () => submission };
    expect(await run.run([item, item])).toMatchObject({ items: [{ state: 'partial', record: { attempts: 1 } }] });
    expect((await run.run([item])).items).toMatchObject([{ state: 'partial' }]);
    expect(dmp.deposits()).toHaveLength(1);
  });

  it('keeps the exact bytes, for their owner only, and forgets them when done', async () => {
    const directory = folder();
    const journal = createFileJournal(directory);
    const submission = submissionOf('kept', [new Uint8Array([0, 255, 10, 13])]);
    await journal.keep('k', submission);
    expect(await journal.load('k')).toEqual(submission);
    for (const name of readdirSync(directory)) {
      expect(statSync(join(directory, name)).mode & 0o077).toBe(0);
      expect(name).not.toContain('k.');
    }
    const [name = ''] = readdirSync(directory);
    writeFileSync(join(directory, name), 'cut');
    await expect(journal.load('k')).rejects.toMatchObject({ code: 'dmp.journal' });
    await journal.discard('k');
    expect(await journal.load('k')).toBeUndefined();
    expect(readdirSync(directory)).toEqual([]);
    writeFileSync(join(directory, 'x'), '');
    await expect(createFileJournal(join(directory, 'x')).keep('k', submission)).rejects.toMatchObject({
      code: 'dmp.journal',
    });
  });

  it('never makes new identifiers for a deposit that it knows', async () => {
    const journal = createMemoryJournal();
    await journal.write({ key: 'document 0', state: 'sending', at: '', attempts: 1 });
    const prepared: string[] = [];
    const { pending } = await createDepositRun({ client: clientOver(fakeDmp().exchange).client, journal }).run(
      items(1, prepared),
    );
    expect(pending).toMatchObject([{ error: { code: 'dmp.journal' } }]);
    expect(prepared).toEqual([]);
  });
});
