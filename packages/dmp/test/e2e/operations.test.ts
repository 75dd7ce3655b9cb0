// Every transaction against the simulator, over mutual TLS, whose messages are held against the official schemas.

import { STATUSES, uniqueId } from '@socle-sante/documents/xds';
import { type DmpRecordedMessage, type Sandbox, startSandbox } from '@socle-sante/sandbox';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasConformance } from '../../../tooling/src/conformance.ts';
import { createDepositJourney, type DmpClient, type DocumentChange, knownDocument } from '../../src/index.js';
import { schemaErrors } from '../support/schema.js';
import { clientOf, documentOf, newOid, prepared, qualified, testPki } from './support.js';

let sandbox: Sandbox;
const messages: DmpRecordedMessage[] = [];
const clients: DmpClient[] = [];
const client = (...args: Parameters<typeof clientOf> extends [Sandbox, ...infer R] ? R : never): DmpClient => {
  const made = clientOf(sandbox, ...args);
  clients.push(made);
  return made;
};

beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki(), dmp: { onMessage: (message) => messages.push(message) } });
}, 60_000);
afterAll(async () => {
  for (const made of clients) await made.close();
  await sandbox.stop();
});

/** A simulator of its own, for a test whose changes cannot be made twice. */
async function freshSandbox(): Promise<{ sandbox: Sandbox; direct: DmpClient }> {
  const fresh = await startSandbox({ pki: sandbox.pki, dmp: { onMessage: (message) => messages.push(message) } });
  const direct = clientOf(fresh, 'direct', { wire: { batchSize: 2 } });
  onTestFinished(async () => {
    await direct.close();
    await fresh.stop();
  });
  return { sandbox: fresh, direct };
}

const patient = qualified('dmp-pat-trois-dominique');
const author = {
  idNat: '899900000003',
  family: 'EXEMPLE',
  given: 'ALIX',
  structure: { idNat: '10B0999999', name: 'CENTRE DE SANTÉ DU SIMULATEUR' },
};

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('an error was expected');
    },
    (error: unknown) => error,
  );
}

describe('patients and authorisations', () => {
  it.each([
    [
      'dmp-pat-trois-dominique',
      { status: 'active', authorisation: { state: 'valid' }, attachedToMonEspaceSante: true },
    ],
    ['dmp-pat-neuf-sylvie', { status: 'none' }],
    ['dmp-pat-ferm-un-micheline', { status: 'terminated' }],
    ['dmp-expire-elvire', { authorisation: { state: 'expired' } }],
    ['dmp-autorisepas-helene', { authorisation: { state: 'denied' } }],
    ['patb-quatre-laurence', { treatingDoctor: true }],
  ])('TD0.2 of %s', async (id, expected) => {
    expect(await client('direct').existence({ patient: qualified(id) })).toMatchObject(expected);
  });

  it('TD0.2 in indirect and AIR mode', async () => {
    for (const mode of ['indirect', 'air', 'staff'] as const)
      expect(await client(mode).existence({ patient })).toMatchObject({ status: 'active' });
  });

  it('TD0.3, TD1.6: an authorisation is given, seen, and taken away', async () => {
    const person = qualified('dmp-prorogee-zara');
    const { direct } = await freshSandbox();
    expect(await direct.authorise({ patient: person })).toMatchObject({ status: 'DMPOk' });
    expect(await direct.authorise({ patient: person })).toMatchObject({ status: 'DMPOk' });
    const { professionals } = await direct.authorisations({ patient: person, which: 'active' });
    expect(professionals).toMatchObject([{ nationalId: '899900000003', family: 'EXEMPLE' }]);
    expect(await direct.unauthorise({ patient: person })).toMatchObject({ status: 'DMPOk' });
    expect(await direct.existence({ patient: person })).not.toMatchObject({ authorisation: { state: 'valid' } });
    const treated = qualified('patb-quatre-laurence');
    await direct.dropTreatingDoctor({ patient: treated });
    expect(await direct.existence({ patient: treated })).toMatchObject({ treatingDoctor: false });
  });

  it('TD0.4: records by date, without names', async () => {
    const { records } = await client('direct').myPatients({
      since: new Date(Date.now() - 90 * 86_400_000),
      by: 'authorisation',
    });
    expect(records.map(({ ins }) => ins?.matricule)).toContain(patient.ins?.matricule);
    expect(JSON.stringify(records)).not.toMatch(/PAT-TROIS|ADRUN/);
  });

  it('TD0.5: régulation only', async () => {
    const { candidates } = await client('direct').findPatients({
      family: 'PAT-TROIS',
      given: 'DOMINIQUE',
      birthDate: '1979-03-28',
      sex: 'F',
    });
    expect(candidates[0]).toMatchObject({ ins: { matricule: patient.ins?.matricule } });
    expect(candidates[0]?.recognise.names.join()).toContain('PAT-TROIS');
    expect(await failure(client('direct').findPatients({ family: 'PAT-TROIS', purpose: 'normal' }))).toMatchObject({
      code: 'dmp.refused.rights',
    });
  });

  it('TD1.3a: oppositions and representatives', async () => {
    expect(await client('direct').administrativeData({ patient: qualified('dmp-conteste-jean') })).toMatchObject({
      opposedToBrisDeGlace: true,
    });
    const child = await client('direct').administrativeData({ patient: qualified('dmp-parhasard-gaspard') });
    expect(child.legalRepresentatives).toMatchObject([{ relation: 'FTH', family: 'PARHASARD', given: 'JEAN-MICHEL' }]);
    expect(child.addresses[0]).toMatchObject({ city: 'CHALONS-EN-CHAMPAGNE' });
  });

  it('TD1.3b and TD1.4: only for a record that is not of Mon espace santé', async () => {
    const { direct } = await freshSandbox();
    const person = qualified('dmp-pat-six-alain');
    await direct.updateAdministrativeData({ patient: person, author, telecoms: ['tel:0611111111'] });
    expect((await direct.administrativeData({ patient: person })).telecoms).toContain('tel:0611111111');
    await direct.closeRecord({ patient: person, author });
    expect(await direct.existence({ patient: person })).toMatchObject({ status: 'terminated' });
    expect(await failure(direct.closeRecord({ patient, author }))).toMatchObject({ origin: 'refused' });
  });
});

describe('documents', () => {
  it('are deposited, found, read back, replaced, masked, shown, archived and removed', async () => {
    const direct = client('direct');
    const setId = newOid();
    const document = documentOf({
      title: 'Parcours complet',
      setId,
      version: 1,
      visibility: { hiddenFromPatient: true },
    });
    const submission = await prepared(sandbox, 'direct', patient, [document]);
    expect(await direct.deposit({ patient, submission })).toMatchObject({ outcome: 'deposited' });
    const own = submission.entries[0]?.uniqueId;
    if (own === undefined) throw new Error('no entry');
    const by = {
      author: submission.submissionSet.authors[0] ?? never(),
      contentType: submission.submissionSet.contentType,
      sourceId: submission.submissionSet.sourceId,
    };

    // Found by the first search of a record, without its signature.
    const found = await direct.findDocuments({ patient });
    expect(found.since).toBeInstanceOf(Date);
    expect(found.documents.every(({ signature }) => !signature)).toBe(true);
    const listed = found.documents.find(({ entry }) => entry.uniqueId === own);
    expect(listed).toMatchObject({
      hiddenFromPatient: true,
      masked: false,
      entry: { title: 'Parcours complet', status: STATUSES.approved },
    });
    expect(
      (await direct.findDocuments({ patient, signatures: true })).documents.some(({ signature }) => signature),
    ).toBe(true);

    // Read back, to the byte.
    if (listed === undefined) throw new Error('not listed');
    const { documents } = await direct.retrieve({ patient, documents: [{ entry: listed.entry }] });
    expect(documents[0]).toMatchObject({ checked: 'hash', hash: listed.entry.hash, mimeType: 'text/xml' });
    expect(Buffer.from(documents[0]?.bytes ?? []).equals(submission.documents[0]?.bytes ?? never())).toBe(true);

    // Masked: the reference changes, the logicalId stays.
    await direct.mask({ patient, entry: listed.entry, by });
    const masked = await direct.current({ patient, uniqueId: own });
    expect(masked).toMatchObject({ masked: true });
    expect(masked?.entryUuid).not.toBe(listed.entryUuid);
    expect(masked?.entry.logicalId).toBe(listed.entry.logicalId);
    // The entry that was read before is out of date.
    const stale = await failure(direct.mask({ patient, entry: { ...listed.entry }, by }));
    expect(stale).toMatchObject({ code: 'dmp.refused.stale' });
    await direct.unmask({ patient, entry: masked?.entry ?? never(), by });
    const unmasked = await direct.current({ patient, uniqueId: own });
    expect(unmasked).toMatchObject({ masked: false, hiddenFromPatient: true });
    await direct.showToPatient({ patient, entry: unmasked?.entry ?? never(), by });
    const shown = await direct.current({ patient, uniqueId: own });
    expect(shown).toMatchObject({ hiddenFromPatient: false });

    // Archived, and back.
    await direct.archive({ patient, entry: shown?.entry ?? never(), by });
    const archived = await direct.current({ patient, uniqueId: own });
    expect(archived?.entry.status).toBe(STATUSES.archived);
    expect(
      (await direct.findDocuments({ patient, filters: { statuses: [STATUSES.archived] } })).documents.map(
        ({ entry }) => entry.uniqueId,
      ),
    ).toContain(own);
    await direct.unarchive({ patient, entry: archived?.entry ?? never(), by });

    // Replaced by a second version.
    const second = documentOf({
      title: 'Version 2',
      setId,
      version: 2,
      replaces: { uniqueId: own, setId, version: 1 },
    });
    const replacement = await prepared(sandbox, 'direct', patient, [second]);
    expect(
      await direct.replace({ patient, submission: replacement, replaces: [{ entryId: 'D1', uniqueId: own }] }),
    ).toMatchObject({ outcome: 'deposited' });
    const newer = replacement.entries[0]?.uniqueId ?? own;
    const both = await direct.getDocumentsAndAssociations({ patient, uniqueIds: [newer] });
    expect(both.documents[0]).toMatchObject({ replaces: expect.stringMatching(/^urn:uuid:/) });
    const deprecated = await direct.getDocuments({ patient, uniqueIds: [own] });
    expect(deprecated.documents.map(({ entry }) => entry.status)).toContain(STATUSES.deprecated);
    // Only the newest version may be replaced.
    const third = await prepared(sandbox, 'direct', patient, [
      documentOf({ setId, version: 2, replaces: { uniqueId: own, setId, version: 1 } }),
    ]);
    expect(
      await failure(direct.replace({ patient, submission: third, replaces: [{ entryId: 'D1', uniqueId: own }] })),
    ).toMatchObject({
      code: 'dmp.refused.stale',
      officialCode: 'XDSRegistryDeprecatedDocumentError',
    });

    // Removed.
    const last = await direct.current({ patient, uniqueId: newer });
    await direct.remove({ patient, document: last?.entry ?? never(), by });
    expect((await direct.findDocuments({ patient })).documents.map(({ entry }) => entry.uniqueId)).not.toContain(newer);
  }, 60_000);

  it('what is new is found by sets, associations, then batches', async () => {
    const { sandbox, direct } = await freshSandbox();
    const person = qualified('adrun-zoe');
    const since = new Date(Date.now() - 5_000);
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const submission = await prepared(sandbox, 'direct', person);
      await direct.deposit({ patient: person, submission });
      ids.push(submission.entries[0]?.uniqueId ?? '');
    }
    sandbox.reset();
    const news = await direct.newSince({ patient: person, since });
    expect(news.documents.map(({ entry }) => entry.uniqueId).sort()).toEqual([...ids].sort());
    expect(sandbox.dmp.log.map(({ operation }) => operation)).toEqual(Array(6).fill('storedQuery'));
    const sets = await direct.findSubmissionSets({ patient: person, filters: { submittedFrom: since } });
    expect(sets.objects.submissionSets).toHaveLength(3);
    const [set] = sets.objects.submissionSets;
    const links = await direct.getAssociations({ patient: person, ids: [(set?.id ?? '') as never] });
    expect(links.objects.associations.length).toBeGreaterThan(1);
    const related = await direct.getRelatedDocuments({
      patient: person,
      entryUuid: news.documents[0]?.entryUuid ?? never(),
      associationTypes: ['urn:ihe:iti:2007:AssociationType:RPLC'],
    });
    expect(related.partial).toBe(false);
    expect(
      (await direct.findByReference({ patient: person, references: ['x^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order'] }))
        .documents,
    ).toEqual([]);
  }, 60_000);

  it('what became of documents is told: by their sets, and against what was known', async () => {
    const { sandbox, direct } = await freshSandbox();
    const person = qualified('adrun-zoe');
    const ids: string[] = [];
    let last = await prepared(sandbox, 'direct', person);
    for (let i = 0; i < 5; i += 1) {
      await direct.deposit({ patient: person, submission: last });
      ids.push(last.entries[0]?.uniqueId ?? '');
      last = await prepared(sandbox, 'direct', person);
    }
    const before = (await direct.findDocuments({ patient: person, range: 'all' })).documents;
    const known = before.map(knownDocument);
    expect(JSON.parse(JSON.stringify(known))).toEqual(known);
    const entryOf = (index: number) => before.find(({ entry }) => entry.uniqueId === ids[index])?.entry ?? never();
    const since = new Date(Date.now() - 60_000);
    const by = {
      author: last.submissionSet.authors[0] ?? never(),
      contentType: last.submissionSet.contentType,
      sourceId: last.submissionSet.sourceId,
    };
    await direct.archive({ patient: person, entry: entryOf(0), by });
    await direct.mask({ patient: person, entry: entryOf(1), by });
    await direct.remove({ patient: person, document: entryOf(2), by });
    const kindsOf = (changes: readonly DocumentChange[]) =>
      ids.map((id) => changes.find(({ uniqueId: own }) => own === id)?.kinds ?? []);
    const told = await direct.newSince({ patient: person, since });
    expect(kindsOf(told.changes)).toEqual([['archived'], ['metadata'], ['deleted'], [], []]);
    const { changes } = await direct.newSince({ patient: person, since, known });
    expect(kindsOf(changes)).toEqual([['archived'], ['masked'], ['deleted'], [], []]);
    expect(changes[1]).toMatchObject({ before: { masked: false }, now: { masked: true } });
    const gone = { uniqueId: uniqueId('1.2.3.4') };
    expect((await direct.newSince({ patient: person, since, known: [gone] })).changes).toContainEqual({
      uniqueId: gone.uniqueId,
      kinds: ['notGiven'],
      before: gone,
    });
    // Another way round.
    const archived = (await direct.current({ patient: person, uniqueId: entryOf(0).uniqueId })) ?? never();
    const masked = (await direct.current({ patient: person, uniqueId: entryOf(1).uniqueId })) ?? never();
    await direct.unarchive({ patient: person, entry: archived.entry, by });
    await direct.unmask({ patient: person, entry: masked.entry, by });
    const back = await direct.newSince({ patient: person, since, known: [archived, masked].map(knownDocument) });
    expect(kindsOf(back.changes).slice(0, 2)).toEqual([['unarchived'], ['unmasked']]);
  }, 60_000);

  it('filters go to the registry', async () => {
    const direct = client('direct');
    const filters = { typeCodes: [{ code: '11502-2', codeSystem: '2.16.840.1.113883.6.1' }] };
    const { documents, since } = await direct.findDocuments({ patient, range: 'all', filters });
    expect(since).toBeUndefined();
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.every(({ entry }) => entry.typeCode.code === '11502-2')).toBe(true);
    const patients = await direct.findDocuments({ patient, range: 'all' });
    expect(patients.documents.some(({ fromPatient }) => fromPatient)).toBe(true);
  });

  it('indirect: deposit, reference, replacement and removal, never a search', async () => {
    const indirect = client('indirect');
    const setId = newOid();
    const submission = await prepared(sandbox, 'indirect', patient, [documentOf({ setId, version: 1 })]);
    expect(await indirect.deposit({ patient, submission })).toMatchObject({ outcome: 'deposited' });
    const own = submission.entries[0]?.uniqueId ?? never();
    expect((await indirect.findReference({ patient, uniqueId: own })).entryUuid).toMatch(/^urn:uuid:/);
    const by = {
      author: submission.submissionSet.authors[0] ?? never(),
      contentType: submission.submissionSet.contentType,
      sourceId: submission.submissionSet.sourceId,
    };
    const second = await prepared(sandbox, 'indirect', patient, [
      documentOf({ setId, version: 2, replaces: { uniqueId: own, setId, version: 1 } }),
    ]);
    await indirect.replace({ patient, submission: second, replaces: [{ entryId: 'D1', uniqueId: own }] });
    const newer = second.entries[0]?.uniqueId ?? never();
    await indirect.remove({ patient, document: { uniqueId: newer }, by });
    // The DMP, not the client, refuses what its matrix refuses.
    expect(await failure(indirect.retrieve({ patient, documents: [{ uniqueId: own }] }))).toMatchObject({
      code: 'dmp.refused.rights',
    });
  }, 60_000);

  it('AIR: reads what was deposited under the structure certificate', async () => {
    const person = qualified('adrun-zoe');
    const submission = await prepared(sandbox, 'indirect', person);
    await client('indirect').deposit({ patient: person, submission });
    const air = client('air');
    const { documents } = await air.findDocuments({ patient: person });
    const entry = documents.find((item) => item.entry.uniqueId === submission.entries[0]?.uniqueId)?.entry ?? never();
    expect((await air.retrieve({ patient: person, documents: [{ entry }] })).documents).toHaveLength(1);
  }, 60_000);

  it('the journey leads to the deposit', async () => {
    const direct = client('direct');
    const journey = createDepositJourney({ client: direct, patient });
    expect(journey.current).toEqual({ step: 'askRecord' });
    expect(await journey.askRecord()).toEqual({ step: 'informPatient' });
    expect(journey.recordInformation({ opposed: false })).toEqual({ step: 'prepare' });
    expect(journey.prepared(await prepared(sandbox, 'direct', patient))).toMatchObject({ step: 'deposit' });
    expect(await journey.deposit()).toMatchObject({ step: 'done', result: { outcome: 'deposited' } });
    const closed = createDepositJourney({ client: direct, patient: qualified('dmp-pat-ferm-un-micheline') });
    expect(await closed.askRecord()).toMatchObject({ step: 'keepLocal', findings: [{ rule: 'dmp.record.closed' }] });
  }, 60_000);

  it('octets that are not those of the metadata are not given', async () => {
    const direct = client('direct');
    const [known] = (await direct.findDocuments({ patient, range: 'all' })).documents;
    const entry = known?.entry ?? never();
    const altered = { ...entry, hash: 'a'.repeat(40) };
    expect(await failure(direct.retrieve({ patient, documents: [{ entry: altered }] }))).toMatchObject({
      code: 'dmp.protocol.hash',
    });
    const { hash: _hash, ...unhashed } = entry;
    const shorter = { ...unhashed, size: 3 };
    expect(await failure(direct.retrieve({ patient, documents: [{ entry: shorter }] }))).toMatchObject({
      code: 'dmp.protocol.size',
    });
    const bare = {
      uniqueId: entry.uniqueId,
      ...(entry.repositoryUniqueId === undefined ? {} : { repositoryUniqueId: entry.repositoryUniqueId }),
    };
    expect((await direct.retrieve({ patient, documents: [bare] })).documents[0]).toMatchObject({
      checked: 'none',
      hash: entry.hash,
    });
  }, 60_000);

  it('TD2.2: staff deposit for the structure', async () => {
    const submission = await prepared(sandbox, 'staff', patient);
    const outcome = await client('staff')
      .depositByStaff({ patient, submission })
      .catch((error: unknown) => error);
    expect(outcome).toMatchObject({ outcome: 'deposited' });
  }, 60_000);

  it('a document that nobody deposited is not found', async () => {
    const direct = client('direct');
    const submission = await prepared(sandbox, 'direct', patient);
    const own = submission.entries[0]?.uniqueId ?? never();
    expect(await direct.findReference({ patient, uniqueId: own })).toMatchObject({ entryUuids: [] });
    expect(await direct.current({ patient, uniqueId: own })).toBeUndefined();
    expect(await failure(direct.retrieve({ patient, documents: [{ uniqueId: own }] }))).toMatchObject({
      code: 'dmp.refused.query',
      officialCode: 'XDSDocumentUniqueIdError',
    });
  });
});

describe('what went over the wire', () => {
  it.runIf(hasConformance)('is valid against the official schemas, both ways, wherever there is one', () => {
    expect(messages.length).toBeGreaterThan(60);
    const seen = new Set<string>();
    for (const { envelope, endpoint, direction } of messages) {
      const xml = new TextDecoder().decode(envelope);
      // Put back in place of the attachments, as the schema speaks of the message after reconstitution.
      const whole = xml.replace(/<(?:\w+:)?Include [^>]*(?:\/>|>[^<]*<\/(?:\w+:)?Include>)/g, 'AA==');
      if (endpoint === 'registry' || endpoint === 'repository') {
        expect(schemaErrors(whole)).toEqual([]);
        seen.add(`${endpoint} ${direction}`);
      } else if (endpoint === 'patientsPDQ' && direction === 'received') {
        expect(schemaErrors(whole, 'dmp-soap-pdq.xsd')).toEqual([]);
        seen.add(`${endpoint} ${direction}`);
      }
    }
    expect([...seen].sort()).toEqual([
      'patientsPDQ received',
      'registry received',
      'registry sent',
      'repository received',
      'repository sent',
    ]);
  });
});

function never(): never {
  throw new Error('something that must be there is not');
}
