import { describe, expect, it } from 'vitest';
import type { Derivation, GatewayEvent, Submission } from '../src/contract.js';
import { demoPatients } from '../src/demo.js';
import { bodyOf, refusal, requestOf, type Stage, stage } from './support.js';

const { dominique, helene, ali } = demoPatients;
const letter = { kind: 'record', documentRef: 'd-0001' } as const;

/** Lets the queue do what it can do now. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
const text = (content: string) => new Blob([content], { type: 'text/plain' });

async function sent(on: Stage, options: Partial<Parameters<typeof on.client.submission.derive>[0]> = {}) {
  const derived = await on.client.submission.derive({ patientRef: dominique, source: letter, ...options });
  const { ref } = await on.client.submission.create({
    patientRef: dominique,
    derivationRefs: [derived.derivationRef],
  });
  await settled();
  return on.client.submission.get({ ref });
}

const stateOf = (submission: Submission) => submission.documents[0]?.channels[0]?.state;
const fieldOf = (derived: Derivation, name: string) => derived.fields.find(({ field }) => field === name);

describe('preparing', () => {
  it('derives everything, says where it comes from, and sends nothing', async () => {
    const { client, demo } = stage();
    const derived = await client.submission.derive({ patientRef: dominique, source: letter });
    expect(derived).toMatchObject({ canSend: true, document: { kind: 'pdf', mediaType: 'application/pdf', pages: 1 } });
    expect(fieldOf(derived, 'title')).toMatchObject({ value: 'Lettre de liaison', source: 'record', editable: true });
    expect(fieldOf(derived, 'author')).toMatchObject({ key: 'a-1', source: 'session' });
    expect(fieldOf(derived, 'setting')).toMatchObject({ key: 'AMBULATOIRE', source: 'structure' });
    expect(derived.choices.types.length).toBeGreaterThan(90);
    expect(derived.choices.types.some(({ code }) => /^(?:EXPPAT|DOCPAT|urn)/.test(code))).toBe(false);
    expect(derived.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await client.submission.list()).toEqual({ submissions: [], total: 0, paused: false });
    expect(demo.ports.audit.entries.at(-1)).toMatchObject({ kind: 'submission.derived', outcome: 'success' });
  });

  it('takes a file, whatever its name and declared type say', async () => {
    const { client } = stage();
    const input = { patientRef: dominique, source: { kind: 'file' } } as const;
    const derived = await client.submission.derive(input, { file: text('Compte rendu inventé.') });
    expect(derived.document).toMatchObject({ kind: 'text', size: 22 });
    const image = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2)], { type: 'text/plain' });
    expect((await client.submission.derive(input, { file: image })).document.kind).toBe('jpeg');
    expect(await refusal(client.submission.derive(input, { file: new Blob([Uint8Array.of(1, 2, 3)]) }))).toMatchObject({
      code: 'gateway.document',
    });
    expect(await refusal(client.submission.derive(input))).toMatchObject({ code: 'gateway.badRequest' });
  });

  it('a PDF that is not PDF/A-1 is not ready', async () => {
    const { client } = stage();
    const pdf = new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF']);
    const derived = await client.submission.derive({ patientRef: dominique, source: { kind: 'file' } }, { file: pdf });
    expect(derived).toMatchObject({ canSend: false, document: { kind: 'pdf' } });
    expect(derived.findings.some(({ severity, step }) => severity === 'error' && step === 'document')).toBe(true);
  });

  it('takes corrections, and keeps the file', async () => {
    const { client } = stage();
    const first = await client.submission.derive(
      { patientRef: dominique, source: { kind: 'file' } },
      { file: text('Texte inventé.') },
    );
    const second = await client.submission.derive({
      patientRef: dominique,
      source: { kind: 'derivation', derivationRef: first.derivationRef },
      description: { type: '34133-9', title: 'Lettre corrigée', author: 'a-2', actStart: '2026-11-10T08:00:00+01:00' },
    });
    expect(second.derivationRef).toBe(first.derivationRef);
    expect(fieldOf(second, 'type')).toMatchObject({ key: '34133-9', source: 'user' });
    expect(fieldOf(second, 'author')).toMatchObject({ key: 'a-2', source: 'user' });
    const wrong = await client.submission.derive({
      patientRef: dominique,
      source: { kind: 'derivation', derivationRef: first.derivationRef },
      description: { type: 'EXPPAT_1', actStart: '2026-11-10T08:00:00Z', actEnd: '2026-11-09T08:00:00Z' },
    });
    expect(wrong.canSend).toBe(false);
    expect(wrong.findings.map(({ rule, step }) => [rule, step])).toEqual(
      expect.arrayContaining([
        ['deposit.choice', 'description'],
        ['deposit.act', 'description'],
      ]),
    );
  });

  it('visibility: a reminder for an announcement, legal representatives of a minor only', async () => {
    const { client } = stage();
    const derive = (patientRef: string, visibility: object) =>
      client.submission.derive({ patientRef, source: { kind: 'file' }, visibility }, { file: text('Inventé.') });
    const hidden = await derive(dominique, { hidePatient: true });
    expect(hidden.findings.map(({ rule }) => rule)).toContain('deposit.reminder');
    expect((await derive(dominique, { hidePatient: true, remindOn: '2026-12-01' })).canSend).toBe(true);
    expect((await derive(dominique, { hideLegal: true })).findings.map(({ rule }) => rule)).toContain(
      'deposit.notMinor',
    );
    expect((await derive(ali, { hideLegal: true })).canSend).toBe(true);
  });

  it.each([
    ['dmp.none', 'none'],
    ['dmp.closed', 'closed'],
    ['dmp.feeding-opposed', 'opposed'],
  ] as const)('the DMP is no destination: %s', async (scenario, reason) => {
    const { client } = stage({ scenario });
    const derived = await client.submission.derive({ patientRef: dominique, source: letter });
    expect(derived.destinations[0]).toEqual({ channel: 'dmp', selected: false, allowed: false, reason });
    expect(derived.canSend).toBe(false);
  });

  it('nor is it for an identity that is not qualified', async () => {
    const { client } = stage();
    const input = { patientRef: helene, source: { kind: 'file' } } as const;
    const derived = await client.submission.derive(input, { file: text('Inventé.') });
    expect(derived.destinations[0]).toMatchObject({ allowed: false, reason: 'notQualified' });
    const create = client.submission.create({ patientRef: helene, derivationRefs: [derived.derivationRef] });
    expect(await refusal(create)).toMatchObject({ code: 'gateway.notQualified' });
  });

  it('a preparation is of its user, of its patient, and expires', async () => {
    const { client, demo, clock } = stage();
    const { derivationRef } = await client.submission.derive({ patientRef: dominique, source: letter });
    const create = (patientRef: string) => client.submission.create({ patientRef, derivationRefs: [derivationRef] });
    expect(await refusal(create(ali))).toMatchObject({ code: 'gateway.derivationExpired' });
    demo.set({ role: 'secretaire' });
    expect(await refusal(create(dominique))).toMatchObject({ code: 'gateway.derivationExpired' });
    demo.set({ role: 'medecin' });
    clock.advance(61 * 60_000);
    expect(await refusal(create(dominique))).toMatchObject({ code: 'gateway.derivationExpired' });
  });
});

describe('the form', () => {
  const form = (body: BodyInit, type = 'multipart/form-data; boundary=b') =>
    new Request('http://localhost/socle/v1/submission/derive', {
      method: 'POST',
      headers: { 'content-type': type, 'x-socle-request': '1', origin: 'http://localhost' },
      body,
    });
  const input = JSON.stringify({ patientRef: dominique, source: { kind: 'file' } });
  const part = (name: string, content: string, type = 'text/plain') =>
    `--b\r\nContent-Disposition: form-data; name="${name}"; filename="x"\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;

  it('is read part by part', async () => {
    const { demo } = stage();
    const response = await demo.handler(form(`${part('input', input)}${part('file', 'Inventé.\r\n--x\r\n')}--b--\r\n`));
    expect(await bodyOf(response)).toMatchObject({ data: { document: { kind: 'text', size: 16 } } });
  });

  it.each([
    ['no boundary', part('input', input), 'multipart/form-data'],
    ['another boundary', `${part('input', input)}--b--`, 'multipart/form-data; boundary=c'],
    ['no end', part('input', input), undefined],
    ['no input', `${part('file', 'x')}--b--`, undefined],
    ['an unknown part', `${part('input', input)}${part('other', 'x')}--b--`, undefined],
    ['two files', `${part('input', input)}${part('file', 'x')}${part('file', 'y')}--b--`, undefined],
    ['an input that is no JSON', `${part('input', '{')}--b--`, undefined],
    ['an input that is no object', `${part('input', '[]')}--b--`, undefined],
    ['nothing', '', undefined],
    ['a part without name', '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--', undefined],
  ])('with %s is refused', async (_name, body, type) => {
    const { demo, faults } = stage();
    const response = await demo.handler(form(body, type));
    expect([400, 415]).toContain(response.status);
    expect(faults).toEqual([]);
  });

  it('is left as soon as it is too long', async () => {
    const { demo } = stage({ limits: { maxDocumentBytes: 1_000 } });
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(8 * 1024));
      },
    });
    const init = { duplex: 'half' } as RequestInit;
    const request = new Request('http://localhost/socle/v1/submission/derive', {
      ...init,
      method: 'POST',
      headers: {
        'content-type': 'multipart/form-data; boundary=b',
        'x-socle-request': '1',
        origin: 'http://localhost',
      },
      body: endless,
    });
    const response = await demo.handler(request);
    expect(response.status).toBe(413);
    expect(await bodyOf(response)).toMatchObject({ error: { code: 'gateway.tooLarge', params: { maxBytes: 1_000 } } });
    expect(pulled).toBeLessThan(20);
    const big = await demo.handler(form(`${part('input', input)}${part('file', 'x'.repeat(1_001))}--b--`));
    expect(big.status).toBe(413);
  });

  it('may be JSON when there is no file', async () => {
    const { demo } = stage();
    const response = await demo.handler(requestOf('submission.derive', { patientRef: dominique, source: letter }));
    expect(response.status).toBe(200);
  });
});

describe('sending', () => {
  it('goes on in the background, leaves the document in the record, and searches nothing afterwards', async () => {
    const on = stage();
    const derived = await on.client.submission.derive(
      { patientRef: dominique, source: { kind: 'file' }, description: { title: 'Note inventée' } },
      { file: text('Texte inventé.') },
    );
    const created = await on.client.submission.create({
      patientRef: dominique,
      derivationRefs: [derived.derivationRef],
    });
    expect(created).toMatchObject({ by: 'Dr CAMILLE TEST0000001', actions: ['replay', 'cancel'] });
    await settled();
    expect(stateOf(await on.client.submission.get({ ref: created.ref }))).toBe('sent');
    const { documents } = await on.client.record.documents({ patientRef: dominique });
    expect(documents[0]).toMatchObject({ title: 'Note inventée', origin: 'own', dmp: { state: 'sent' } });
    const kinds = on.demo.ports.audit.entries.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('dmp.'))).toEqual([]);
    const row = (await on.client.dmp.search({ patientRef: dominique })).rows.find(
      ({ title }) => title === 'Note inventée',
    );
    expect(row).toMatchObject({ origin: 'own', status: 'approved', filed: { version: '1' } });
    const document = await on.client.dmp.document.get({ patientRef: dominique, handle: row?.handle ?? '' });
    expect(document).toMatchObject({
      integrity: 'ok',
      identityCheck: { verdict: 'same' },
      body: { text: 'Texte inventé.' },
    });
  });

  it('keeps the date on which a hidden document is to be shown', async () => {
    const on = stage();
    await sent(on, { visibility: { hidePatient: true, remindOn: '2026-12-01' } });
    const { documents } = await on.client.record.documents({ patientRef: dominique });
    expect(documents.find(({ documentRef }) => documentRef === 'd-0001')).toMatchObject({ remindOn: '2026-12-01' });
  });

  it('one preparation is sent once, whatever the key', async () => {
    const on = stage();
    const { derivationRef } = await on.client.submission.derive({ patientRef: dominique, source: letter });
    const create = () => on.client.submission.create({ patientRef: dominique, derivationRefs: [derivationRef] });
    const first = await create();
    await settled();
    expect((await create()).ref).toBe(first.ref);
    expect((await on.client.submission.list()).total).toBe(1);
  });

  it('the first attempt that arrived is found, and nothing is sent twice', async () => {
    const on = stage();
    const first = await sent(on);
    const stored = await on.demo.ports.submissions.get(first.ref);
    if (!stored) throw new Error('no sending');
    const [document] = stored.documents;
    if (!document) throw new Error('no document');
    // As if the process had died between the deposit and its trace.
    const channels = document.channels.map((channel) => ({ ...channel, state: 'queued' as const }));
    const lost = { ...stored, documents: [{ ...document, channels }], version: stored.version + 1 };
    expect(await on.demo.ports.submissions.replace(lost, stored.version)).toBe(true);
    await on.client.submission.replay({ refs: [first.ref] });
    await settled();
    expect(stateOf(await on.client.submission.get({ ref: first.ref }))).toBe('sent');
    const { rows } = await on.client.dmp.search({ patientRef: dominique });
    expect(rows.filter(({ title }) => title === 'Lettre de liaison')).toHaveLength(1);
  });

  it('replaces a document of the DMP', async () => {
    const on = stage();
    const { rows } = await on.client.dmp.search({ patientRef: dominique });
    const old = rows.find(({ title }) => title === 'Ordonnance (version corrigée)');
    const submission = await sent(on, { replaces: old?.handle ?? '', description: { title: 'Ordonnance, troisième' } });
    expect(submission.documents[0]).toMatchObject({ replaces: true });
    expect(stateOf(submission)).toBe('sent');
    const query = { include: ['replaced' as const] };
    const after = (await on.client.dmp.search({ patientRef: dominique, query })).rows;
    expect(after.find(({ title }) => title === 'Ordonnance (version corrigée)')?.status).toBe('deprecated');
    const newer = after.find(({ title }) => title === 'Ordonnance, troisième');
    const { versions } = await on.client.dmp.document.get({ patientRef: dominique, handle: newer?.handle ?? '' });
    expect(versions.map(({ version, current }) => [version, current])).toEqual([
      ['3', true],
      ['2', false],
      ['1', false],
    ]);
  });

  it.each([
    ['dmp.metadata', 'refused', 'XDSRepositoryMetadataError'],
    ['dmp.certificate', 'needs-user', 'DMPInvalidCertificate'],
    ['dmp.non-identical', 'refused', 'XDSNonIdenticalHash'],
    ['dmp.unknown', 'refused', 'DMPErreurInconnue'],
  ] as const)('says why it was refused: %s', async (scenario, state, officialCode) => {
    const on = stage({ scenario });
    const submission = await sent(on);
    expect(submission.documents[0]?.channels[0]).toMatchObject({ state, error: { officialCode } });
    expect(on.faults).toEqual([]);
  });

  it('a document that is there already is sent: the DMP was asked', async () => {
    const on = stage({ scenario: 'dmp.duplicate' });
    expect(stateOf(await sent(on))).toBe('sent');
  });

  it('waits and tries again by itself when the DMP is busy', async () => {
    const on = stage({ scenario: 'dmp.busy' });
    const submission = await sent(on);
    expect(submission.documents[0]?.channels[0]).toMatchObject({
      state: 'queued',
      attempts: 1,
      nextTryAt: '2026-11-16T09:00:05.000Z',
      error: { officialCode: 'XDSRepositoryBusy', retryable: true },
    });
    on.demo.set({ scenario: 'nominal' });
    on.clock.advance(6_000);
    // The timer of the queue runs on real time: here the user does not wait for it.
    await on.client.submission.pause({ paused: false });
    await settled();
    expect(stateOf(await on.client.submission.get({ ref: submission.ref }))).toBe('sent');
  });

  it('is replayed, or taken out with a reason', async () => {
    const on = stage({ scenario: 'dmp.metadata' });
    const refused = await sent(on);
    expect(refused.actions).toEqual(['replay', 'cancel']);
    on.demo.set({ scenario: 'nominal' });
    await on.client.submission.replay({ refs: [refused.ref] });
    await settled();
    const after = await on.client.submission.get({ ref: refused.ref });
    expect(stateOf(after)).toBe('sent');
    expect(after.actions).toEqual([]);
    const cancel = on.client.submission.cancel({ ref: refused.ref, reason: 'Doublon' });
    expect(await refusal(cancel)).toMatchObject({ code: 'gateway.conflict' });
    on.demo.set({ scenario: 'dmp.busy' });
    const waiting = await sent(on, { source: { kind: 'record', documentRef: 'd-0002' } });
    expect(stateOf(await on.client.submission.cancel({ ref: waiting.ref, reason: 'Doublon' }))).toBe('cancelled');
    const { documents } = await on.client.record.documents({ patientRef: dominique });
    expect(documents.find(({ documentRef }) => documentRef === 'd-0002')?.dmp?.state).toBe('cancelled');
  });

  it('stops for everybody while it is suspended', async () => {
    const on = stage();
    await on.client.submission.pause({ paused: true });
    const waiting = await sent(on);
    expect(stateOf(waiting)).toBe('queued');
    expect(await on.client.submission.list({ states: ['queued'] })).toMatchObject({ total: 1, paused: true });
    await on.client.submission.pause({ paused: false });
    await settled();
    expect(stateOf(await on.client.submission.get({ ref: waiting.ref }))).toBe('sent');
  });

  it('looks again at the choices of the patient at the moment of sending', async () => {
    const on = stage();
    await on.client.submission.pause({ paused: true });
    const waiting = await sent(on);
    await on.client.dmp.consent.set({ patientRef: dominique, feeding: 'opposed' });
    await on.client.submission.pause({ paused: false });
    await settled();
    const after = await on.client.submission.get({ ref: waiting.ref });
    expect(after.documents[0]?.channels[0]).toMatchObject({ state: 'needs-user', error: { code: 'gateway.feeding' } });
  });

  it('a hospital deposits in indirect mode what it reads in reinforced indirect mode', async () => {
    const on = stage({ scenario: 'dmp.air' });
    expect(stateOf(await sent(on))).toBe('sent');
  });
});

describe('holding back', () => {
  it('is for one document, with who and when; it does not go until it is released', async () => {
    const on = stage();
    const hold = (held: boolean) =>
      on.client.submission.hold({ patientRef: dominique, documentRef: 'd-0001', held, reason: 'Annonce à faire' });
    expect(await hold(true)).toEqual({
      documentRef: 'd-0001',
      hold: { by: 'Dr CAMILLE TEST0000001', at: '2026-11-16T09:00:00.000Z', reason: 'Annonce à faire' },
    });
    const { documents } = await on.client.record.documents({ patientRef: dominique });
    expect(documents.filter(({ hold: held }) => held)).toHaveLength(1);
    const derived = await on.client.submission.derive({ patientRef: dominique, source: letter });
    expect(derived.destinations[0]).toMatchObject({ allowed: false, reason: 'held' });
    const create = on.client.submission.create({ patientRef: dominique, derivationRefs: [derived.derivationRef] });
    expect(await refusal(create)).toMatchObject({ code: 'gateway.held' });
    expect(await hold(false)).toEqual({ documentRef: 'd-0001' });
    expect(stateOf(await sent(on))).toBe('sent');
  });

  it('stops what waits in the queue', async () => {
    const on = stage();
    await on.client.submission.pause({ paused: true });
    const { ref } = await sent(on);
    await on.client.submission.hold({ patientRef: dominique, documentRef: 'd-0001', held: true });
    await on.client.submission.pause({ paused: false });
    await settled();
    const held = await on.client.submission.get({ ref });
    expect(stateOf(held)).toBe('held');
    expect(held.hold).toMatchObject({ by: 'Dr CAMILLE TEST0000001' });
    await on.client.submission.hold({ patientRef: dominique, documentRef: 'd-0001', held: false });
    await settled();
    expect(stateOf(await on.client.submission.get({ ref }))).toBe('sent');
  });
});

describe('the stream of events', () => {
  const listen = (on: Stage, lastEventId?: string) => {
    const events: GatewayEvent[] = [];
    const ids: string[] = [];
    const stop = new AbortController();
    let opened: () => void = () => undefined;
    const open = new Promise<void>((resolve) => {
      opened = resolve;
    });
    const ended = on.client
      .events({
        signal: stop.signal,
        onEvent: (event) => events.push(event),
        onEventId: (id) => ids.push(id),
        onOpen: opened,
        ...(lastEventId === undefined ? {} : { lastEventId }),
      })
      .catch((error: unknown) => error);
    return { events, ids, stop, open, ended };
  };

  it('tells each change of a sending', async () => {
    const on = stage();
    const page = listen(on);
    await page.open;
    await sent(on);
    await on.client.dmp.consent.set({ patientRef: dominique, consultation: 'given' });
    await settled();
    const states = page.events.flatMap((event) => (event.type === 'submission' ? [stateOf(event.submission)] : []));
    expect(states).toEqual(['queued', 'sending', 'sent']);
    expect(page.events.at(-1)).toEqual({ type: 'consent', patientRef: dominique, consultation: 'given' });
    page.stop.abort(new Error('closed'));
    expect(await page.ended).toMatchObject({ message: 'closed' });
  });

  it('goes on where it broke', async () => {
    const on = stage();
    const first = listen(on);
    await first.open;
    await sent(on);
    first.stop.abort(new Error('closed'));
    const from = first.ids[0] ?? '';
    const second = listen(on, from);
    await second.open;
    await settled();
    expect(second.ids).toEqual(first.ids.slice(1));
    second.stop.abort(new Error('closed'));
  });

  it('tells nobody what he may not see', async () => {
    const on = stage();
    on.demo.set({ role: 'support' });
    const page = listen(on);
    expect(await page.ended).toMatchObject({ code: 'gateway.forbidden' });
  });
});

describe('the notice of traceability', () => {
  it('is due at the first login, then every 180 days, for each user', async () => {
    const { client, demo, clock } = stage({ scenario: 'first-login' });
    expect(await client.notices.due()).toEqual({
      notices: [{ id: 'dmp.traceability', due: true, reason: 'first', periodDays: 180 }],
    });
    const { notices } = await client.notices.acknowledge({ id: 'dmp.traceability' });
    expect(notices).toEqual([
      { id: 'dmp.traceability', due: false, acknowledgedAt: '2026-11-16T09:00:00.000Z', periodDays: 180 },
    ]);
    demo.set({ role: 'secretaire' });
    expect((await client.notices.due()).notices[0]).toMatchObject({ due: true, reason: 'first' });
    demo.set({ role: 'medecin' });
    clock.advance(181 * 86_400_000);
    expect((await client.notices.due()).notices[0]).toMatchObject({ due: true, reason: 'period' });
    expect(demo.ports.audit.entries.at(-1)).toMatchObject({ kind: 'notice.acknowledged' });
  });
});
