import { defaultRandom } from '@socle-sante/core/uuid';
import { describe, expect, it, vi } from 'vitest';
import { createGatewayClient } from '../src/client.js';
import { demoDocumentsService } from '../src/demo/dmp/documents.js';
import { demoDefaults, demoProfile } from '../src/demo/dmp/people.js';
import { demoDocuments } from '../src/demo/dmp/record-documents.js';
import { nominal } from '../src/demo/settings.js';
import { demoPatients, demoRecords } from '../src/demo.js';
import {
  authorizeByKind,
  createGateway,
  createMemoryPorts,
  type DepositDefaults,
  type DmpCalls,
  type Session,
  type SubmissionStore,
} from '../src/handlers.js';
import { refusal, type Stage, stage, testClock } from './support.js';

const { dominique, ali } = demoPatients;
const letter = { kind: 'record', documentRef: 'd-0001' } as const;
const settled = (ms = 40) => new Promise((resolve) => setTimeout(resolve, ms));

/** A gateway over a DMP that says yes to everything, and remembers what it was asked. */
function recordedStage(channels: NonNullable<DepositDefaults['channels']> = []) {
  const clock = testClock();
  const calls: { readonly call: string; readonly secretConnection: unknown }[] = [];
  let authorised = false;
  const answers: Readonly<Record<string, () => object>> = {
    existence: () => ({ status: 'active', authorisation: { state: authorised ? 'valid' : 'none' }, messageId: 'm' }),
    authorise: () => {
      authorised = true;
      return { messageId: 'm' };
    },
    findDocuments: () => ({ documents: [], partial: false, messageId: 'm' }),
    deposit: () => ({ documents: [{ state: 'accepted', errors: [] }], messageId: 'm' }),
  };
  const dmp = new Proxy({} as DmpCalls, {
    get: (_, call: string) => async (input: { readonly secretConnection?: boolean }) => {
      calls.push({ call, secretConnection: input.secretConnection });
      return answers[call]?.() ?? { messageId: 'm' };
    },
  });
  const documents = demoDocumentsService({ clock, random: defaultRandom, official: () => 'none' });
  const profile = demoProfile('medecin', nominal);
  if (!profile) throw new Error('no profile');
  const session: Session = { userRef: 'u-1', displayName: 'Dr TEST', userKind: 'medecin', superuser: false };
  const gateway = createGateway({
    ports: createMemoryPorts({
      session,
      records: demoRecords(),
      documents: demoDocuments(),
      careTeam: () => true,
      clock,
    }),
    services: {
      insi: { searchByTraits: async () => ({ outcome: 'notFound' }) },
      dmp: { connect: async () => ({ profile, calls: dmp }) },
      documents: { ...documents, defaults: async () => ({ ...demoDefaults, channels }) },
    },
    authorize: authorizeByKind({ medecin: ['*'] }),
    environment: { kind: 'test', services: [{ service: 'dmp', kind: 'test' }] },
    clock,
    originOf: (request) => new URL(request.url).origin,
  });
  const client = createGatewayClient({ baseUrl: 'http://localhost/socle', fetch: gateway });
  return { client, clock, calls };
}

const prepare = async ({ client }: Pick<Stage, 'client'>, more: object = {}) =>
  (await client.submission.derive({ patientRef: dominique, source: letter, ...more })).derivationRef;

const stateOf = async ({ client }: Pick<Stage, 'client'>, ref: string) =>
  (await client.submission.get({ ref })).documents[0]?.channels.map(({ channel, state }) => `${channel} ${state}`);

function storeOf({ demo }: Stage): SubmissionStore {
  const store = demo.ports.submissions;
  if (!store) throw new Error('no store');
  return store;
}

describe('one preparation, one sending', () => {
  it('whatever tab sends it, at the same instant', async () => {
    const on = stage();
    const derivationRef = await prepare(on);
    const create = () => on.client.submission.create({ patientRef: dominique, derivationRefs: [derivationRef] });
    const both = await Promise.allSettled([create(), create()]);
    await settled();
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await on.client.submission.list({ patientRef: dominique })).total).toBe(1);
    const again = await create();
    expect((await on.client.submission.list({ patientRef: dominique })).submissions.map(({ ref }) => ref)).toEqual([
      again.ref,
    ]);
  });

  it('and not a part of what was asked, told as the whole', async () => {
    const on = stage();
    const first = await prepare(on);
    await on.client.submission.create({ patientRef: dominique, derivationRefs: [first] });
    const second = await prepare(on, { source: { kind: 'composed', ref: 'vsm' } });
    const call = on.client.submission.create({ patientRef: dominique, derivationRefs: [first, second] });
    expect(await refusal(call)).toMatchObject({ code: 'gateway.conflict' });
    const alone = await on.client.submission.create({ patientRef: dominique, derivationRefs: [second] });
    expect(alone.documents).toHaveLength(1);
  });

  it('is not lost by a correction that fails', async () => {
    const on = stage();
    const source = { kind: 'file' } as const;
    const file = new Blob(['Texte inventé.']);
    const { derivationRef } = await on.client.submission.derive({ patientRef: dominique, source }, { file });
    const wrong = { kind: 'derivation', derivationRef } as const;
    expect(
      await refusal(on.client.submission.derive({ patientRef: dominique, source: wrong, replaces: 'not-a-handle' })),
    ).toMatchObject({ code: 'gateway.handle' });
    expect((await on.client.submission.derive({ patientRef: dominique, source: wrong })).derivationRef).toBe(
      derivationRef,
    );
  });

  it('a server that died between filing and queueing files once, and sends once', async () => {
    const on = stage();
    const { client } = on;
    const file = new Blob(['Texte inventé.']);
    const { derivationRef } = await client.submission.derive(
      { patientRef: dominique, source: { kind: 'file' }, description: { title: 'Texte' } },
      { file },
    );
    const add = vi.spyOn(storeOf(on), 'add').mockRejectedValueOnce(new Error('gone'));
    const create = () => client.submission.create({ patientRef: dominique, derivationRefs: [derivationRef] });
    expect(await refusal(create())).toMatchObject({ code: 'gateway.internal' });
    const { ref } = await create();
    await settled();
    expect(add).toHaveBeenCalledTimes(2);
    expect(await stateOf(on, ref)).toEqual(['dmp sent']);
    const { documents } = await client.record.documents({ patientRef: dominique });
    expect(documents.filter(({ title }) => title === 'Texte')).toHaveLength(1);
  });
});

describe('where a document goes', () => {
  it('is what was ticked: not to the DMP when the DMP is not', async () => {
    const on = stage();
    const derived = await on.client.submission.derive({ patientRef: dominique, source: letter, destinations: [] });
    expect(derived.canSend).toBe(false);
    const call = on.client.submission.create({ patientRef: dominique, derivationRefs: [derived.derivationRef] });
    expect(await refusal(call)).toMatchObject({ code: 'gateway.findings' });
  });

  it('another channel of the site is left to the site, in the same sending', async () => {
    const { client, calls } = recordedStage(['mss-pro']);
    const on = { client };
    const only = await prepare(on, { destinations: ['mss-pro'] });
    const sent = await client.submission.create({ patientRef: dominique, derivationRefs: [only] });
    await settled();
    expect(await stateOf(on, sent.ref)).toEqual(['mss-pro prepared']);
    expect(calls.map(({ call }) => call)).not.toContain('deposit');
    const both = await prepare(on, { destinations: ['dmp', 'mss-pro'] });
    const two = await client.submission.create({ patientRef: dominique, derivationRefs: [both] });
    await settled();
    expect(await stateOf(on, two.ref)).toEqual(['dmp sent', 'mss-pro prepared']);
  });
});

describe('the queue', () => {
  it('sends nothing that is held, whatever brought it back', async () => {
    const on = stage({ scenario: 'dmp.metadata' });
    const { ref } = await on.client.submission.create({ patientRef: dominique, derivationRefs: [await prepare(on)] });
    await settled();
    expect(await stateOf(on, ref)).toEqual(['dmp refused']);
    await on.client.submission.hold({ patientRef: dominique, documentRef: 'd-0001', held: true });
    on.demo.set({ scenario: 'nominal' });
    await on.client.submission.replay({ refs: [ref] });
    await settled();
    expect(await stateOf(on, ref)).toEqual(['dmp held']);
    await on.client.submission.hold({ patientRef: dominique, documentRef: 'd-0001', held: false });
    await settled();
    expect(await stateOf(on, ref)).toEqual(['dmp sent']);
  });

  it('replays what can be, and says nothing of what went meanwhile', async () => {
    const on = stage({ scenario: 'dmp.metadata' });
    const { ref } = await on.client.submission.create({ patientRef: dominique, derivationRefs: [await prepare(on)] });
    await settled();
    on.demo.set({ scenario: 'nominal' });
    const gone = await on.client.submission.create({
      patientRef: dominique,
      derivationRefs: [await prepare(on, { source: { kind: 'composed', ref: 'vsm' } })],
    });
    await settled();
    const { submissions } = await on.client.submission.replay({ refs: [ref, gone.ref] });
    expect(submissions).toHaveLength(2);
    await settled();
    expect(await stateOf(on, ref)).toEqual(['dmp sent']);
    expect(await refusal(on.client.submission.replay({ refs: [gone.ref] }))).toMatchObject({
      code: 'gateway.conflict',
    });
  });

  it('looks again after a store that failed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const on = stage();
      const derivationRef = await prepare(on);
      const list = vi.spyOn(storeOf(on), 'list').mockRejectedValueOnce(new Error('gone'));
      const { ref } = await on.client.submission.create({ patientRef: dominique, derivationRefs: [derivationRef] });
      await vi.waitFor(() => expect(list).toHaveBeenCalled());
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await stateOf(on, ref)).toEqual(['dmp sent']);
      expect(on.faults).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('a deposit that was being sent when the server died is taken up by the next one', async () => {
    const on = stage();
    await on.client.submission.pause({ paused: true });
    const { ref } = await on.client.submission.create({ patientRef: dominique, derivationRefs: [await prepare(on)] });
    const store = storeOf(on);
    const stored = await store.get(ref);
    if (!stored) throw new Error('not stored');
    const dying = stored.documents.map((one) => ({
      ...one,
      channels: one.channels.map((channel) => ({ ...channel, state: 'sending' as const, attempts: 1 })),
    }));
    await store.replace({ ...stored, documents: dying, version: stored.version + 1 }, stored.version);
    await store.setPaused(false);
    on.clock.advance(16 * 60_000);
    // Another process, over the same stores.
    on.demo.set({ environment: 'bac-a-sable' });
    await settled();
    expect(await stateOf(on, ref)).toEqual(['dmp sent']);
  });
});

describe('a secret connection', () => {
  it('lasts as long as the record is open, and hides the deposit as it hides the reading', async () => {
    const { client, clock, calls } = recordedStage();
    await client.dmp.consent.set({ patientRef: ali, consultation: 'given' });
    await client.dmp.secretConnection({ patientRef: ali, active: true });
    clock.advance(3 * 60 * 60_000);
    expect((await client.dmp.access({ patientRef: ali })).secretConnection.active).toBe(true);
    calls.length = 0;
    await client.dmp.search({ patientRef: ali });
    const text = new Blob(['Texte inventé.']);
    const { derivationRef } = await client.submission.derive(
      { patientRef: ali, source: { kind: 'file' } },
      { file: text },
    );
    await client.submission.create({ patientRef: ali, derivationRefs: [derivationRef] });
    await settled();
    expect(calls.map(({ call }) => call)).toEqual(expect.arrayContaining(['authorise', 'findDocuments', 'deposit']));
    expect(calls.filter(({ secretConnection }) => secretConnection !== true)).toEqual([]);
  });
});
