import { describe, expect, it } from 'vitest';
import { checkCda } from '../src/dmp/wire/cda-check.ts';
import { readCda } from '../src/dmp/wire/cda-read.ts';
import { createSpool } from '../src/dmp/wire/spool.ts';
import { createDmpXml } from '../src/dmp/wire/xml.ts';
import { createDmpCore, type DmpCaller } from '../src/dmp.ts';

const NOW = new Date('2026-09-01T08:00:00.000Z');
const OID = '1.2.250.1.213.1.4.10';
const core = () => createDmpCore({ clock: () => NOW });
const doctor = (extension: string): DmpCaller => ({
  mode: 'DIRECTE',
  userId: '899900000003',
  structure: '10B0999999',
  roles: [
    { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' },
    { code: 'SM26', codeSystem: '1.2.250.1.71.4.2.5', displayName: 'Qualifié en médecine générale (SM)' },
  ],
  patient: { extension, oid: OID },
});
const search = (extension: string, ...statuses: readonly string[]) => {
  const outcome = core().query(doctor(extension), {
    query: 'FindDocuments',
    parameters: {
      $XDSDocumentEntryPatientId: [[`${extension}^^^&${OID}&ISO^NH`]],
      $XDSDocumentEntryStatus: [
        statuses.length > 0 ? statuses : ['urn:oasis:names:tc:ebxml-regrep:StatusType:Approved'],
      ],
    },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value.entries;
};

describe('the records of the beginning', () => {
  it.each<[string, string, number]>([
    ['several pages', '228111439061774', 300],
    ['each format of a body', '184119313757269', 5],
    ['a chain of versions; masked by the caller, not by another; by the patient', '242098913663781', 3],
    ['a minor', '111126322000725', 2],
    ['born in Corsica', '188102B17295165', 1],
    ['one of three twins', '215023022010722', 1],
    ['another', '115023022010871', 1],
    ['the third', '115023022010970', 1],
  ])('%s', (_, matricule, count) => {
    expect(search(matricule)).toHaveLength(count);
  });

  it('versions and deletions', () => {
    expect(search('242098913663781', 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated')).toHaveLength(2);
    expect(search('242098913663781', 'urn:asip:ci-sis:2010:StatusType:Deleted')).toHaveLength(1);
  });

  it('somebody without a calendar date of birth, who is no minor', () => {
    const outcome = core().existence(
      { ...doctor('258209935004271'), secretConnection: true },
      { extension: '258209935004271', oid: OID },
    );
    expect(outcome.ok ? [] : outcome.refusals.map(({ reason }) => reason)).toEqual(['vihf.secretAdult']);
    expect(core().existence(doctor('258209935004271'), { extension: '258209935004271', oid: OID })).toMatchObject({
      ok: true,
      value: { state: 'active', patient: { birthDate: '1958-00-00' } },
    });
  });

  it('every document agrees with its entry, as a deposit must', async () => {
    const xml = await createDmpXml();
    const spool = createSpool(undefined);
    const dmp = core();
    const snapshot = dmp.snapshot().collections;
    const contents = new Map(snapshot.contents as readonly (readonly [string, { base64: string }])[]);
    const entries = dmp.admin.entries().filter(({ title }) => !/^Document (?!00)/.test(title ?? ''));
    expect(entries.length).toBeGreaterThan(30);
    const replaced = new Map(dmp.admin.entries().map(({ id, uniqueId }) => [id, uniqueId]));
    const associations = snapshot.associations.map(
      ([, value]) => value as { id: string; type: string; source: string; target: string },
    );
    for (const entry of entries) {
      const writer = spool.writer();
      await writer.write(Buffer.from(contents.get(entry.uniqueId)?.base64 ?? '', 'base64'));
      const part = await writer.finish();
      expect([part.sha1Hex, part.size]).toEqual([entry.hash, entry.size]);
      const facts = await readCda(part, xml);
      expect(
        checkCda(entry, facts, { associations }, (id) => replaced.get(id)).map(
          ({ reason }) => `${entry.title}: ${reason}`,
        ),
      ).toEqual([]);
    }
    await spool.close();
  });
});
