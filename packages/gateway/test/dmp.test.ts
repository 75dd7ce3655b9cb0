import { validatePdfA1 } from '@socle-sante/documents/pdf';
import { describe, expect, it } from 'vitest';
import { type DmpDocument, type DocumentRow, describeUiError } from '../src/contract.js';
import { demoPatients } from '../src/demo.js';
import { refusal, type Stage, stage } from './support.js';

const { dominique, helene, ali, ruth } = demoPatients;

async function rowsOf({ client }: Stage, patientRef = dominique): Promise<readonly DocumentRow[]> {
  const query = { period: 'all' as const, include: ['archived' as const, 'masked' as const, 'replaced' as const] };
  return (await client.dmp.search({ patientRef, query })).rows;
}

async function rowCalled(on: Stage, title: string): Promise<DocumentRow> {
  const row = (await rowsOf(on)).find((one) => one.title === title);
  if (!row) throw new Error(`no row ${title}`);
  return row;
}

async function open(on: Stage, title: string): Promise<DmpDocument> {
  const { handle } = await rowCalled(on, title);
  return on.client.dmp.document.get({ patientRef: dominique, handle });
}

const calls = ({ demo }: Stage) => demo.ports.audit.entries.filter(({ partner }) => partner === 'dmp');

describe('the state of a DMP', () => {
  it('is asked for a qualified identity only', async () => {
    const on = stage();
    expect(await on.client.dmp.status({ patientRef: dominique })).toMatchObject({
      kind: 'open-authorised',
      treatingDoctor: false,
    });
    expect(await on.client.dmp.status({ patientRef: helene })).toEqual({
      kind: 'not-qualified',
      at: '2026-11-16T09:00:00.000Z',
    });
    expect(calls(on)).toHaveLength(1);
  });

  it.each([
    ['dmp.none', { kind: 'none' }],
    ['dmp.closed', { kind: 'closed', closedOn: '2026-06-30' }],
    ['dmp.not-authorised', { kind: 'open-not-authorised' }],
    ['dmp.blocked', { kind: 'open-not-authorised', blocked: true }],
    ['dmp.treating-doctor', { kind: 'open-authorised', treatingDoctor: true }],
  ] as const)('says what the DMP says: %s', async (scenario, expected) => {
    const { client } = stage({ scenario });
    expect(await client.dmp.status({ patientRef: dominique })).toMatchObject(expected);
  });

  it('never lets an identity of the DMP through (RG_0320)', async () => {
    const { client } = stage();
    const text = JSON.stringify([
      await client.dmp.status({ patientRef: dominique }),
      await client.dmp.access({ patientRef: dominique }),
    ]);
    expect(text).not.toMatch(/PAT-TROIS|DOMINIQUE|279035/);
  });

  it.each([
    ['dmp.503', 'dmp.unavailable', true],
    ['dmp.timeout', 'timeout', true],
    ['dmp.unknown', 'dmp.refused.other', false],
  ] as const)('tells a failure: %s', async (scenario, code, retryable) => {
    const { client, faults } = stage({ scenario });
    expect(await refusal(client.dmp.status({ patientRef: dominique }))).toMatchObject({ code, retryable });
    expect(faults).toEqual([]);
  });
});

describe('the five conditions', () => {
  it('are met for a doctor of the care team; the authorisation will be declared by itself', async () => {
    const { client } = stage();
    const access = await client.dmp.access({ patientRef: ali });
    expect(access.conditions.map(({ id, met }) => [id, met])).toEqual([
      ['availability', true],
      ['identity', true],
      ['consent', true],
      ['authentication', true],
      ['habilitation', true],
    ]);
    expect(access).toMatchObject({ canOpen: true, willAuthorise: true, mode: 'normal' });
  });

  it.each([
    ['dmp.none', 'availability', 'none', undefined],
    ['dmp.closed', 'availability', 'closed', undefined],
    ['dmp.consent-unknown', 'consent', 'toCollect', 'collectConsent'],
    ['dmp.consent-refused', 'consent', 'refused', undefined],
    ['dmp.indirect', 'authentication', 'indirect', 'signIn'],
    ['dmp.blocked', 'habilitation', 'blocked', undefined],
  ] as const)('%s: %s is not met', async (scenario, id, why, action) => {
    const { client } = stage({ scenario });
    const { conditions, canOpen } = await client.dmp.access({ patientRef: dominique });
    const condition = conditions.find((one) => one.id === id);
    expect(condition).toEqual({ id, met: false, why, ...(action === undefined ? {} : { action }) });
    expect(canOpen).toBe(false);
  });

  it('a member of staff has not the right', async () => {
    const { client, demo } = stage();
    demo.set({ role: 'secretaire' });
    const { conditions } = await client.dmp.access({ patientRef: dominique });
    expect(conditions.at(-1)).toEqual({ id: 'habilitation', met: false, why: 'profile' });
    expect(await refusal(client.dmp.search({ patientRef: dominique }))).toMatchObject({ code: 'gateway.forbidden' });
  });
});

describe('authorisation and consent', () => {
  it('declares the authorisation by itself when a DMP is opened, and says so in the journal', async () => {
    const on = stage();
    expect(await on.client.dmp.status({ patientRef: ruth })).toMatchObject({ kind: 'open-not-authorised' });
    await on.client.dmp.search({ patientRef: ruth });
    expect(await on.client.dmp.status({ patientRef: ruth })).toMatchObject({ kind: 'open-authorised' });
    expect(calls(on).find(({ kind }) => kind === 'dmp.authorised')?.detail).toEqual({ automatic: true });
  });

  it('is given and taken back by the user', async () => {
    const { client } = stage();
    expect(await client.dmp.authorise({ patientRef: ali })).toMatchObject({ kind: 'open-authorised' });
    expect(await client.dmp.authorise({ patientRef: ali, change: 'remove' })).toMatchObject({
      kind: 'open-not-authorised',
    });
  });

  it('is presumed inside the care team, to collect outside', async () => {
    const inside = stage();
    expect(await inside.client.dmp.consent.get({ patientRef: dominique })).toMatchObject({
      consultation: 'presumed',
      feeding: 'unknown',
      careTeam: true,
      history: [],
    });
    const outside = stage({ scenario: 'dmp.consent-unknown' });
    expect(await outside.client.dmp.consent.get({ patientRef: dominique })).toMatchObject({ consultation: 'unknown' });
    expect(await refusal(outside.client.dmp.search({ patientRef: dominique }))).toMatchObject({
      code: 'gateway.consent',
    });
    expect(
      await refusal(outside.client.dmp.consent.set({ patientRef: dominique, consultation: 'presumed' })),
    ).toMatchObject({ code: 'gateway.badRequest' });
    const given = await outside.client.dmp.consent.set({ patientRef: dominique, consultation: 'given' });
    expect(given).toMatchObject({
      consultation: 'given',
      consultationBy: { by: 'Dr CAMILLE TEST0000001', at: '2026-11-16T09:00:00.000Z' },
    });
    await outside.client.dmp.search({ patientRef: dominique });
  });

  it('keeps the two choices apart', async () => {
    const { client } = stage();
    await client.dmp.consent.set({ patientRef: dominique, feeding: 'opposed' });
    expect(await client.dmp.consent.set({ patientRef: dominique, consultation: 'given' })).toMatchObject({
      consultation: 'given',
      feeding: 'opposed',
      history: [{ consultation: 'given' }, { feeding: 'opposed' }],
    });
  });

  it('a refusal stops the calls that run, and those to come; the choice may change', async () => {
    const on = stage({ latency: 40 });
    const { client } = on;
    await client.dmp.status({ patientRef: dominique });
    const running = refusal(client.dmp.search({ patientRef: dominique }));
    await new Promise((resolve) => setTimeout(resolve, 15));
    await client.dmp.consent.set({ patientRef: dominique, consultation: 'refused' });
    const refused = { code: 'gateway.consent', params: { attribute: 'refused' } };
    expect(await running).toMatchObject(refused);
    expect(await refusal(client.dmp.search({ patientRef: dominique }))).toMatchObject(refused);
    expect(await refusal(client.dmp.newCounts({ patientRef: dominique }))).toMatchObject(refused);
    await client.dmp.consent.set({ patientRef: dominique, consultation: 'given' });
    expect((await client.dmp.search({ patientRef: dominique })).rows.length).toBeGreaterThan(0);
  });
});

describe('the search', () => {
  it('gives the active documents of two years, says so, and hides what was not asked', async () => {
    const on = stage();
    const answer = await on.client.dmp.search({ patientRef: dominique });
    expect(answer.period).toEqual({ from: '2024-11-16T09:00:00.000Z' });
    expect(answer.rows.map(({ status }) => status)).not.toContain('archived');
    expect(answer.rows.every(({ visibility }) => !visibility.includes('masked-pro'))).toBe(true);
    expect(answer.rows.find(({ origin }) => origin === 'patient')?.title).toBe('Directives anticipées');
    expect(answer.rows.find(({ origin }) => origin === 'own')).toBeDefined();
    const wide = await rowsOf(on);
    expect(wide.map(({ status }) => status)).toEqual(expect.arrayContaining(['archived', 'deprecated', 'approved']));
  });

  it('filters by class, type, author and period', async () => {
    const { client } = stage();
    const titles = async (query: object) =>
      (await client.dmp.search({ patientRef: dominique, query })).rows.map(({ title }) => title);
    expect(await titles({ types: ['11502-2'] })).toContain('Bilan biologique');
    expect(await titles({ classes: ['42'] })).toEqual(['Ordonnance (version corrigée)']);
    expect(await titles({ author: 'modele', period: { from: '2026-10-26' } })).toEqual([
      'Lettre de liaison à la sortie',
      'Compte rendu d’anatomopathologie',
    ]);
    const none = await client.dmp.search({ patientRef: dominique, query: { classes: ['45'] } });
    expect(none).toMatchObject({ rows: [], total: 0, emptyReason: 'filters' });
    const never = await client.dmp.search({ patientRef: dominique, query: { period: { to: '1999-12-31' } } });
    expect(never).toMatchObject({ rows: [], total: 0, emptyReason: 'none' });
  });

  it('shows nothing that names a document in the DMP, and no number of the patient', async () => {
    const text = JSON.stringify(await rowsOf(stage()));
    expect(text).not.toMatch(/urn:uuid|1\.2\.250\.1\.999|279035/);
  });

  it('gives batches of twenty without another call, until the list expires', async () => {
    const on = stage();
    for (let index = 0; index < 25; index++) {
      const derived = await on.client.submission.derive({
        patientRef: dominique,
        source: { kind: 'record', documentRef: 'd-0002' },
        description: { title: `Consultation ${index}` },
      });
      await on.client.submission.create({ patientRef: dominique, derivationRefs: [derived.derivationRef] });
      on.clock.advance(1_000);
    }
    await settled();
    const first = await on.client.dmp.search({ patientRef: dominique });
    expect(first.rows).toHaveLength(20);
    expect(first.total).toBeGreaterThan(25);
    const before = calls(on).length;
    const cursor = first.next ?? '';
    const second = await on.client.dmp.search({ patientRef: dominique, query: { cursor } });
    expect(second.rows).toHaveLength(first.total - 20);
    expect(second.next).toBeUndefined();
    expect(calls(on).length).toBe(before);
    on.clock.advance(31 * 60_000);
    expect(await refusal(on.client.dmp.search({ patientRef: dominique, query: { cursor } }))).toMatchObject({
      code: 'gateway.snapshotExpired',
    });
  });

  it('gives what came, and says what is missing', async () => {
    const { client } = stage({ scenario: 'dmp.partial' });
    const answer = await client.dmp.search({ patientRef: dominique });
    expect(answer.rows.length).toBeGreaterThan(0);
    expect(answer.missing).toMatchObject([{ rule: 'dmp.partial', severity: 'warning' }]);
  });

  it.each([
    ['dmp.none', 'dmp.none', 'NF'],
    ['dmp.closed', 'dmp.closed', 'terminated'],
    ['dmp.indirect', 'dmp.indirect', undefined],
    ['dmp.denied', 'dmp.refused.rights', 'DMPAccessDeniedByRightsService'],
    ['dmp.too-many', 'dmp.refused.query', 'XDSTooManyResults'],
  ] as const)('is refused: %s', async (scenario, code, officialCode) => {
    const { client } = stage({ scenario });
    const error = await refusal(client.dmp.search({ patientRef: dominique }));
    expect(error).toMatchObject({ code, ...(officialCode === undefined ? {} : { officialCode }) });
  });

  it('counts what others added, by group, without a title; and tells of newer versions of the record’s documents', async () => {
    const { client } = stage();
    const answer = await client.dmp.newCounts({ patientRef: dominique });
    expect(answer.counts.map(({ group, count }) => [group.id, count])).toEqual([
      ['liaison', 1],
      ['vsm', 1],
      ['biologie', 2],
      ['autres', 2],
    ]);
    expect(answer.changes).toMatchObject([{ documentRef: 'd-0003', kind: 'newer' }]);
    const { handle = '' } = answer.changes[0] ?? {};
    const newer = await client.dmp.document.get({ patientRef: dominique, handle });
    expect(newer.row.title).toBe('Ordonnance (version corrigée)');
    expect(newer.versions.map(({ status, current }) => [status, current])).toEqual([
      ['approved', true],
      ['deprecated', false],
    ]);
    // The page knows which version is open by the handle it has; the current one stays the current one.
    expect(newer.versions.map((version) => version.handle === handle)).toEqual([true, false]);
    const [, former] = newer.versions;
    const older = await client.dmp.document.get({ patientRef: dominique, handle: former?.handle ?? '' });
    expect(older.versions.map((version) => [version.handle === former?.handle, version.current])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

describe('reading a document', () => {
  it('gives an N1 and its text, with the whole header', async () => {
    const document = await open(stage(), 'Compte rendu d’anatomopathologie');
    expect(document).toMatchObject({
      integrity: 'ok',
      identityCheck: { verdict: 'same', fields: [] },
      body: { kind: 'n1', mediaType: 'text/plain' },
      header: { custodian: 'AUTRE STRUCTURE DU SIMULATEUR', patient: { ins: { oidKind: 'test' } } },
      renderings: ['native'],
    });
    expect(document.header.patient.ins).not.toHaveProperty('full');
  });

  it('gives an N3 as a tree', async () => {
    const { body } = await open(stage(), 'Bilan biologique');
    expect(body).toMatchObject({ kind: 'n3', truncated: false });
    expect(JSON.stringify(body)).toContain('"kind":"table"');
  });

  it('gives the PDF of an N1, and the PDF copy of an N3', async () => {
    const on = stage();
    const letter = await open(on, 'Lettre de liaison à la sortie');
    expect(letter.body).toMatchObject({ kind: 'n1', mediaType: 'application/pdf' });
    const biology = await open(on, "Compte rendu d'examens biologiques");
    expect(biology).toMatchObject({ body: { kind: 'n3', model: 'BIO-CR-BIO' }, renderings: ['native', 'pdf'] });
    for (const [handle, part] of [
      [letter.row.handle, 'body'],
      [biology.row.handle, 'pdf'],
    ] as const) {
      const { bytes, mediaType } = await on.client.dmp.document.bytes({ patientRef: dominique, handle, part });
      expect(mediaType).toBe('application/pdf');
      expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');
      expect(validatePdfA1(bytes)).toEqual([]);
    }
    expect((await open(on, 'Volet de synthèse médicale')).body).toMatchObject({ kind: 'n3', model: 'VSM' });
  });

  it('reads it once for the viewer, and once more when the time is over', async () => {
    const on = stage();
    const { handle } = await rowCalled(on, 'Bilan biologique');
    const input = { patientRef: dominique, handle };
    const reads = () => on.demo.ports.audit.entries.filter(({ kind }) => kind.startsWith('dmp.document.'));
    await on.client.dmp.document.get(input);
    await on.client.dmp.document.rendering({ ...input, mode: 'native' });
    await on.client.dmp.document.bytes(input);
    expect(reads().map(({ partner }) => partner)).toEqual(['dmp', undefined, undefined]);
    on.clock.advance(6 * 60_000);
    await on.client.dmp.document.get(input);
    expect(reads().at(-1)?.partner).toBe('dmp');
    expect(reads().every(({ uniqueIds }) => uniqueIds?.length === 1)).toBe(true);
  });

  it('renders a page with its own policy first', async () => {
    const on = stage();
    const { handle } = await rowCalled(on, 'Bilan biologique');
    const { html } = await on.client.dmp.document.rendering({ patientRef: dominique, handle, mode: 'native' });
    const policy = html.indexOf('Content-Security-Policy');
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(html.indexOf('Potassium'));
    expect(html).not.toMatch(/<script|onerror|javascript:/i);
    const input = { patientRef: dominique, handle, mode: 'producer' } as const;
    expect(await refusal(on.client.dmp.document.rendering(input))).toMatchObject({ code: 'gateway.unsupported' });
  });

  it('downloads the document and its file', async () => {
    const on = stage();
    const { handle } = await rowCalled(on, 'Compte rendu d’anatomopathologie');
    const whole = await on.client.dmp.document.bytes({ patientRef: dominique, handle });
    expect(whole).toMatchObject({ mediaType: 'text/xml', fileName: 'document.xml' });
    const body = await on.client.dmp.document.bytes({ patientRef: dominique, handle, part: 'body' });
    expect(body.mediaType).toBe('text/plain');
    expect(new TextDecoder().decode(body.bytes)).toContain('Prélèvement fictif');
    expect(await refusal(on.client.dmp.document.bytes({ patientRef: dominique, handle, part: 'pdf' }))).toMatchObject({
      code: 'gateway.document',
    });
  });

  it('gives no content whose digest is not the announced one', async () => {
    const on = stage({ scenario: 'dmp.mismatch' });
    const document = await open(on, 'Bilan biologique');
    expect(document).toMatchObject({ integrity: 'mismatch', body: { kind: 'unsupported' }, renderings: [] });
    const { handle } = document.row;
    expect(await refusal(on.client.dmp.document.bytes({ patientRef: dominique, handle }))).toMatchObject({
      code: 'dmp.integrity',
    });
  });

  it('refuses a handle of another record, of another server, or made up', async () => {
    const on = stage();
    const { handle } = await rowCalled(on, 'Bilan biologique');
    const other = stage({ seed: 8 });
    for (const call of [
      () => on.client.dmp.document.get({ patientRef: ali, handle }),
      () => other.client.dmp.document.get({ patientRef: dominique, handle }),
      () => on.client.dmp.document.get({ patientRef: dominique, handle: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
    ]) {
      expect(await refusal(call())).toMatchObject({ code: 'gateway.handle' });
    }
  });

  it('files it in the record once, and recognises it', async () => {
    const on = stage();
    const { handle } = await rowCalled(on, 'Bilan biologique');
    const filed = await on.client.dmp.document.integrate({ patientRef: dominique, handle });
    expect(filed).toMatchObject({ already: false, version: '1' });
    expect(await on.client.dmp.document.integrate({ patientRef: dominique, handle })).toMatchObject({
      already: true,
      documentRef: filed.documentRef,
    });
    const row = await rowCalled(on, 'Bilan biologique');
    expect(row.filed).toMatchObject({ version: '1' });
    expect(row.actions).not.toContain('integrate');
    expect((await open(on, 'Bilan biologique')).localCopy).toMatchObject({ documentRef: filed.documentRef });
    const { documents } = await on.client.record.documents({ patientRef: dominique });
    expect(documents.find(({ documentRef }) => documentRef === filed.documentRef)).toMatchObject({ origin: 'dmp' });
    expect(await on.client.record.remove({ patientRef: dominique, documentRef: filed.documentRef })).toEqual({
      removed: true,
    });
    expect(await refusal(on.client.record.remove({ patientRef: dominique, documentRef: 'd-0001' }))).toMatchObject({
      code: 'gateway.conflict',
    });
  });

  it('does not file the document of somebody else without a look at it', async () => {
    const on = stage({ scenario: 'dmp.other-person' });
    const { row, identityCheck } = await open(on, 'Bilan biologique');
    expect(identityCheck.verdict).toBe('different');
    const input = { patientRef: dominique, handle: row.handle };
    expect(await refusal(on.client.dmp.document.integrate(input))).toMatchObject({
      code: 'gateway.identityDiffers',
      fields: { birthName: 'different' },
    });
    expect(await on.client.dmp.document.integrate({ ...input, identityAcknowledged: true })).toMatchObject({
      already: false,
    });
  });
});

describe('changing a document', () => {
  it('masks, shows, archives, un-archives and deletes under the actions of the row', async () => {
    const on = stage();
    const update = async (title: string, action: 'mask' | 'unmask' | 'show' | 'archive' | 'unarchive') => {
      const { handle } = await rowCalled(on, title);
      return on.client.dmp.update({ patientRef: dominique, handle, action });
    };
    const masked = await update('Ordonnance (version corrigée)', 'mask');
    expect(masked.row).toMatchObject({ visibility: ['masked-pro'] });
    expect(masked.row?.actions).toContain('unmask');
    expect((await update('Ordonnance (version corrigée)', 'unmask')).row).toMatchObject({ visibility: ['normal'] });
    expect((await update('Compte rendu d’anatomopathologie', 'show')).row).toMatchObject({ visibility: ['normal'] });
    expect((await update('Ordonnance (version corrigée)', 'archive')).row).toMatchObject({ status: 'archived' });
    expect((await update('Ordonnance (version corrigée)', 'unarchive')).row).toMatchObject({ status: 'approved' });
    const { handle } = await rowCalled(on, 'Ordonnance (version corrigée)');
    const input = { patientRef: dominique, handle, action: 'delete' } as const;
    expect(await refusal(on.client.dmp.update(input))).toMatchObject({
      code: 'gateway.badRequest',
      fields: { reason: 'required' },
    });
    const gone = await on.client.dmp.update({ ...input, reason: { code: 'wrongDocument', text: 'Mauvais patient' } });
    expect(gone).toEqual({ tellRecipients: false });
    expect((await rowsOf(on)).map(({ title }) => title)).not.toContain('Ordonnance (version corrigée)');
    const trace = calls(on).find(({ detail }) => detail?.['action'] === 'delete');
    expect(trace?.detail).toEqual({ action: 'delete', reason: 'wrongDocument' });
  });

  it('does nothing that the row does not offer', async () => {
    const on = stage();
    const { handle, actions } = await rowCalled(on, 'Directives anticipées');
    expect(actions).not.toContain('delete');
    const call = on.client.dmp.update({ patientRef: dominique, handle, action: 'archive' });
    expect(await refusal(call)).toMatchObject({ code: 'gateway.forbidden', reason: 'patient' });
  });

  it('tells that the document changed meanwhile', async () => {
    const on = stage();
    const { handle } = await rowCalled(on, 'Ordonnance (version corrigée)');
    on.demo.set({ scenario: 'dmp.stale' });
    const call = on.client.dmp.update({ patientRef: dominique, handle, action: 'mask' });
    expect(await refusal(call)).toMatchObject({ officialCode: 'XDSMetadataVersionError' });
  });
});

describe('filing a document of the DMP', () => {
  it('from two windows at once files it once', async () => {
    const on = stage();
    const { handle } = await rowCalled(on, 'Bilan biologique');
    const file = () => on.client.dmp.document.integrate({ patientRef: dominique, handle });
    const both = await Promise.allSettled([file(), file()]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await file();
    const { documents } = await on.client.record.documents({ patientRef: dominique });
    expect(documents.filter(({ title }) => title === 'Bilan biologique')).toHaveLength(1);
  });
});

describe('emergency access', () => {
  const motive = 'Perte de connaissance, antécédents inconnus';

  it('opens with a reason where the normal access is not possible, and ends with the record', async () => {
    const on = stage({ scenario: 'dmp.emergency' });
    const { client } = on;
    expect((await client.dmp.access({ patientRef: dominique })).emergency).toEqual({ allowed: true });
    const opened = await client.dmp.emergency.open({ patientRef: dominique, motive });
    expect(opened).toMatchObject({ mode: 'emergency', canOpen: true, emergency: { openSince: expect.any(String) } });
    expect((await client.dmp.search({ patientRef: dominique })).rows.length).toBeGreaterThan(0);
    // The reason stays in the journal of the server; no page gets it back.
    const trace = on.demo.ports.audit.entries.find(({ kind }) => kind === 'dmp.emergency.opened');
    expect(trace).toMatchObject({ outcome: 'success', patientRef: dominique, reason: motive });
    const { entries } = await client.dmp.history({ patientRef: dominique });
    expect(entries.map(({ kind }) => kind)).toContain('dmp.emergency.opened');
    expect(JSON.stringify([entries, await client.audit.list({})])).not.toContain('connaissance');
    expect(await client.audit.export({})).not.toContain('connaissance');
    expect(calls(on).find(({ kind }) => kind === 'dmp.searched')?.detail).toMatchObject({ emergency: true });
    expect(await client.dmp.emergency.close({ patientRef: dominique })).toMatchObject({ mode: 'normal' });
    expect(await refusal(client.dmp.search({ patientRef: dominique }))).toMatchObject({ code: 'gateway.consent' });
  });

  it.each([
    ['nominal', 'normalAccess'],
    ['dmp.emergency-opposed', 'opposed'],
    // The choice that the site recorded, not an opposition to bris de glace.
    ['dmp.consent-refused', 'refused'],
    ['dmp.none', 'unavailable'],
    ['dmp.blocked', 'blocked'],
    ['dmp.regulation', 'regulation'],
  ] as const)('is not offered: %s', async (scenario, reason) => {
    const { client } = stage({ scenario });
    expect((await client.dmp.access({ patientRef: dominique })).emergency).toEqual({ allowed: false, reason });
    expect(await refusal(client.dmp.emergency.open({ patientRef: dominique, motive }))).toMatchObject({
      code: 'gateway.emergency',
      params: { attribute: reason },
    });
  });

  it('is in every trace of what was read in it', async () => {
    const on = stage({ scenario: 'dmp.emergency' });
    const { client } = on;
    await client.dmp.emergency.open({ patientRef: dominique, motive });
    const { rows } = await client.dmp.search({ patientRef: dominique });
    const handle = rows.find(({ title }) => title === 'Volet de synthèse médicale')?.handle ?? '';
    const document = { patientRef: dominique, handle };
    await client.dmp.document.get(document);
    await client.dmp.document.rendering({ ...document, mode: 'native' });
    await client.dmp.document.bytes(document);
    await client.dmp.document.integrate(document);
    const read = on.demo.ports.audit.entries.filter(({ kind }) => kind.startsWith('dmp.document.'));
    expect(read.map(({ kind, detail }) => [kind, detail?.['emergency']])).toEqual(
      ['read', 'rendered', 'downloaded', 'integrated'].map((kind) => [`dmp.document.${kind}`, true]),
    );
  });

  it('takes no reason of a few letters', async () => {
    const { client } = stage({ scenario: 'dmp.emergency' });
    const call = client.dmp.emergency.open({ patientRef: dominique, motive: 'urgent        ' });
    expect(await refusal(call)).toMatchObject({ code: 'gateway.badRequest' });
  });

  it('régulation opens without authorisation, set by the server', async () => {
    const { client } = stage({ scenario: 'dmp.regulation' });
    expect(await client.dmp.access({ patientRef: ruth })).toMatchObject({ mode: 'regulation', canOpen: true });
    await client.dmp.search({ patientRef: ruth });
    expect(await client.dmp.status({ patientRef: ruth })).toMatchObject({ kind: 'open-not-authorised' });
  });
});

describe('a refusal of the DMP by its rights', () => {
  const denied = 'DMPAccessDeniedByRightsService';

  it.each([
    [{ dmpStatus: 'blocked' }, 'blocked', 'Le patient vous a bloqué l’accès à son DMP'],
    [{ dmpStatus: 'notAuthorised' }, 'notAuthorised', 'Vous n’êtes pas, ou plus, autorisé à consulter ce DMP'],
    [{}, 'patient', 'Accès refusé par le DMP'],
  ] as const)('is told with its reason: %j', async (settings, reason, title) => {
    const { client, demo } = stage();
    // It was open when the record was opened.
    await client.dmp.status({ patientRef: dominique });
    demo.set({ scenario: 'dmp.denied', ...settings });
    const error = await refusal(client.dmp.search({ patientRef: dominique }));
    expect(error).toMatchObject({ code: 'dmp.refused.rights', officialCode: denied, params: { attribute: reason } });
    expect(describeUiError(error, 'fr').title).toBe(title);
    expect(describeUiError(error, 'en').title).not.toBe(describeUiError(error, 'fr').title);
  });

  it('of one document is about that document', async () => {
    const { client, demo } = stage();
    const { rows } = await client.dmp.search({ patientRef: dominique });
    demo.set({ scenario: 'dmp.denied' });
    const error = await refusal(client.dmp.document.get({ patientRef: dominique, handle: rows[0]?.handle ?? '' }));
    expect(error).toMatchObject({ officialCode: denied, params: { attribute: 'document' } });
  });

  it('in an emergency access asks whether the patient opposed it meanwhile, and ends it', async () => {
    const { client, demo } = stage({ scenario: 'dmp.emergency' });
    await client.dmp.emergency.open({ patientRef: dominique, motive: 'Perte de connaissance' });
    demo.set({ fault: { service: 'dmp', code: denied }, emergencyOpposed: true });
    const error = await refusal(client.dmp.search({ patientRef: dominique }));
    expect(error).toMatchObject({ officialCode: denied, params: { attribute: 'opposed' } });
    expect(await client.dmp.access({ patientRef: dominique })).toMatchObject({ mode: 'normal' });
  });
});

describe('the rest of the access', () => {
  it('secret connection: minors only, off by default', async () => {
    const { client } = stage();
    expect((await client.dmp.access({ patientRef: ali })).secretConnection).toEqual({ available: true, active: false });
    expect(await client.dmp.secretConnection({ patientRef: ali, active: true })).toEqual({
      available: true,
      active: true,
    });
    expect(await refusal(client.dmp.secretConnection({ patientRef: dominique, active: true }))).toMatchObject({
      code: 'gateway.forbidden',
    });
  });

  it('lists who is authorised, and the traces of this product', async () => {
    const { client } = stage();
    const { rows } = await client.dmp.authorisations({ patientRef: dominique });
    expect(rows.map(({ name, state }) => [name, state])).toContainEqual(['MODELE NOA', 'authorised']);
    await client.dmp.search({ patientRef: dominique });
    const { entries } = await client.dmp.history({ patientRef: dominique });
    expect(entries.map(({ kind }) => kind)).toEqual(['dmp.searched', 'dmp.authorisations']);
    expect(entries.every((entry) => !('uniqueIds' in entry))).toBe(true);
  });

  it('opens the DMP in the browser through a ticket that serves once', async () => {
    const { client, demo, clock } = stage();
    const { ticket } = await client.dmp.webAccess({ patientRef: dominique, page: 'Documents' });
    const url = client.dmp.webAccessUrl(ticket);
    expect(url).not.toMatch(/279035/);
    const first = await demo.handler(new Request(url));
    expect(first.status).toBe(302);
    expect(first.headers.get('location')).toMatch(/^https:\/\/[^/]+\/AccesDirect\/Documents\/279035/);
    expect(first.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await demo.handler(new Request(url))).status).toBe(404);
    const late = await client.dmp.webAccess({ patientRef: dominique });
    clock.advance(61_000);
    expect((await demo.handler(new Request(client.dmp.webAccessUrl(late.ticket)))).status).toBe(404);
  });

  it('is held to the rate of the site', async () => {
    const { client } = stage({ limits: { dmpPerMinute: 1 } });
    await client.dmp.search({ patientRef: dominique });
    expect(await refusal(client.dmp.search({ patientRef: dominique }))).toMatchObject({
      code: 'gateway.tooMany',
      retryAfterS: 60,
    });
  });

  it('is not there without the DMP', async () => {
    const { client } = stage({ scenario: 'bare' });
    const { operations } = await client.session.capabilities();
    expect(operations['dmp.search']).toEqual({ allowed: false, reason: 'notConfigured' });
    expect(operations['submission.derive']).toEqual({ allowed: false, reason: 'notConfigured' });
    expect(await refusal(client.dmp.status({ patientRef: dominique }))).toMatchObject({ code: 'gateway.unsupported' });
  });
});

/** Lets the queue do what it can do now. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
}
