import { hasErrors } from '@socle-sante/core/finding';
import { parseXml, serializeXml } from '@socle-sante/wire/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../src/cda.js';
import { parseCda } from '../../src/cda-reader.js';
import type { Submission, SubmissionDocument } from '../../src/submission.js';
import {
  compareWithCda,
  type DocumentContent,
  decodeRegistryObjects,
  deriveMetadata,
  encodeSubmitObjectsRequest,
  type IdentifiedSubmission,
  metadataFromCda,
  type SubmissionMetadata,
} from '../../src/xds.js';
import { STRUCTURED_MODELS, structuredDocument } from '../arbitraries/models.js';
import { submission } from '../arbitraries/submission.js';
import { sampleDocument, sampleSubmission } from '../support/sample.js';
import { submissions } from '../support/xds-submissions.js';

const clock = () => new Date('2026-01-15T09:20:00Z');
const random = (n: number) => new Uint8Array(n).fill(7);
const facts = { hash: 'a'.repeat(40), size: 12 };

const identified: IdentifiedSubmission = {
  ...sampleSubmission,
  id: '2.999.7.1.20260115.43',
  submittedAt: '2026-01-15T10:20:00+01:00',
};

function content(document: SubmissionDocument): DocumentContent {
  return { uniqueId: document.id ?? '2.999.1', mimeType: 'text/xml', ...facts };
}

function derive(submission: Submission = identified): SubmissionMetadata {
  const { id = '', submittedAt = '' } = submission;
  const result = deriveMetadata({ ...submission, id, submittedAt }, submission.documents.map(content));
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

function changed(more: Partial<SubmissionDocument>): Submission {
  return { ...identified, documents: [{ ...sampleDocument, ...more }] };
}

describe('metadata of a submission', () => {
  it('are those of the volet', () => {
    const { submissionSet, entries, associations } = derive();
    const person = {
      id: '899900000017',
      family: 'EXEMPLE',
      given: 'Lise',
      authority: '1.2.250.1.71.4.2.1',
      nameType: 'D',
      idType: 'IDNPS',
    };
    const institution = {
      name: 'CABINET FICTIF',
      authority: '1.2.250.1.71.4.2.2',
      idType: 'IDNST',
      id: '10B0999999',
    };
    expect(submissionSet).toMatchObject({
      id: 'SS',
      uniqueId: '2.999.7.1.20260115.43',
      sourceId: '2.999.7',
      submissionTime: '20260115092000',
      contentType: { code: '07', codeSystem: '1.2.250.1.213.2.2' },
      authors: [{ person, institutions: [institution] }],
      title: 'Consultation',
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      id: 'D1',
      uniqueId: sampleDocument.id,
      mimeType: 'text/xml',
      ...facts,
      creationTime: '20260115091500',
      serviceStartTime: '20260115090000',
      languageCode: 'fr-FR',
      authors: [
        {
          person,
          institutions: [institution],
          specialties: [{ code: 'G15_10/SM54', codeSystem: '1.2.250.1.213.1.1.4.5' }],
        },
      ],
      legalAuthenticator: person,
      title: 'Compte rendu de consultation',
      classCode: { code: '10', codeSystem: '1.2.250.1.213.1.1.4.1' },
      typeCode: { code: '11488-4' },
      formatCode: { code: 'urn:ihe:iti:xds-sd:text:2008', codeSystem: '1.3.6.1.4.1.19376.1.2.3' },
      confidentiality: [{ code: 'N', codeSystem: '2.16.840.1.113883.5.25', displayName: 'Normal' }],
      healthcareFacilityType: { code: 'SA07' },
      practiceSetting: { code: 'AMBULATOIRE' },
      patientId: { oid: '1.2.250.1.213.1.4.10', type: 'NH' },
      sourcePatientId: { extension: 'IPP-000042', oid: '2.999.7.2', type: 'PI' },
      sourcePatientInfo: ['PID-5|ADRUN^ZOE^^^^^L', 'PID-7|19751231', 'PID-8|F'],
    });
    expect(associations).toEqual([
      {
        id: 'a1',
        type: 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember',
        source: 'SS',
        target: 'D1',
        slots: { SubmissionSetStatus: ['Original'] },
      },
    ]);
  });

  it('agree with those that are read from the document', () => {
    let compared = 0;
    fc.assert(
      fc.property(submissions, (submission) => {
        const [document] = submission.documents;
        if (document === undefined) throw new Error('one document');
        const built = buildCda(document, submission, { clock, random });
        if (!built.ok) {
          // What the builder refuses has no metadata to compare: an author whose name is only spaces, say.
          expect(hasErrors(built.findings)).toBe(true);
          return;
        }
        compared += 1;
        const [entry] = derive({ ...submission, documents: [built.document] }).entries;
        const read = metadataFromCda(parseCda(built.bytes), { id: 'D1', ...facts });
        if (!read.ok || entry === undefined) throw new Error(JSON.stringify(read.findings));
        expect(read.value).toEqual(entry);
        expect(compareWithCda(entry, parseCda(built.bytes))).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('agree for every document of any submission, structured ones too', () => {
    let compared = 0;
    const structured = fc.oneof(...STRUCTURED_MODELS.map(structuredDocument));
    fc.assert(
      fc.property(submission('cisis'), structured, (base, extra) => {
        const given = { ...base, documents: [...base.documents, extra] };
        for (const document of given.documents) {
          const built = buildCda(document, given, { clock, random });
          if (!built.ok) continue;
          compared += 1;
          const { id, submittedAt } = identified;
          const one = { ...given, id, submittedAt, documents: [built.document] };
          const derived = deriveMetadata(one, [{ uniqueId: built.uniqueId, mimeType: 'text/xml', ...facts }]);
          if (!derived.ok) throw new Error(JSON.stringify(derived.findings));
          const [entry] = derived.value.entries;
          if (entry === undefined) throw new Error('one entry');
          expect(compareWithCda(entry, parseCda(built.bytes))).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('survive the ebXML', () => {
    fc.assert(
      fc.property(submissions, (submission) => {
        const { submissionSet, entries, associations } = derive(submission);
        const xml = serializeXml(
          encodeSubmitObjectsRequest({ submissionSets: [submissionSet], documentEntries: entries, associations }),
        );
        const { objects, findings } = decodeRegistryObjects(parseXml(xml));
        expect(findings).toEqual([]);
        expect(objects).toMatchObject({ submissionSets: [submissionSet], documentEntries: entries, associations });
      }),
      { numRuns: 100 },
    );
  });

  it('hide a document by codes beside its level', () => {
    const visibility = {
      maskedFromProfessionals: true,
      hiddenFromPatient: true,
      hiddenFromLegalRepresentatives: true,
    };
    const [entry] = derive(changed({ visibility })).entries;
    expect(entry?.confidentiality.map((item) => item.code)).toEqual([
      'N',
      'MASQUE_PS',
      'INVISIBLE_PATIENT',
      'INVISIBLE_REPRESENTANTS_LEGAUX',
    ]);
  });

  it('replace by the entryUUID of the current version', () => {
    const entryUuid = 'urn:uuid:0F1E2D3C-4b5a-4697-8897-a6b5c4d3e2f1';
    const { associations } = derive(changed({ replaces: { uniqueId: '2.999.1.2', entryUuid } }));
    expect(associations[1]).toEqual({
      id: 'a2',
      type: 'urn:ihe:iti:2007:AssociationType:RPLC',
      source: 'D1',
      target: entryUuid.toLowerCase(),
      slots: {},
    });
    const unknown = changed({ replaces: { uniqueId: '2.999.1.2' } });
    const result = deriveMetadata(
      { ...identified, ...unknown, id: identified.id, submittedAt: identified.submittedAt },
      [content(sampleDocument)],
    );
    expect(result.findings).toContainEqual(
      expect.objectContaining({ rule: 'documents.xds.replacedEntry', path: ['documents', 0, 'replaces', 'entryUuid'] }),
    );
  });

  it('name the patient by the INS, else by the local identifier, else not at all', () => {
    const { identity } = sampleSubmission.patient;
    const withoutIpp = derive({ ...identified, patient: { identity } });
    expect(withoutIpp.entries[0]?.sourcePatientId).toEqual(withoutIpp.entries[0]?.patientId);
    const { ins, ...provisional } = identity;
    expect(ins).toBeDefined();
    const unqualified = { ...provisional, insi: false };
    const local = derive({ ...identified, patient: { ...sampleSubmission.patient, identity: unqualified } });
    expect(local.submissionSet.patientId).toEqual({ extension: 'IPP-000042', oid: '2.999.7.2', type: 'PI' });
    const none = deriveMetadata({ ...identified, patient: { identity: unqualified } }, [content(sampleDocument)]);
    expect(none.ok).toBe(false);
    expect(none.findings).toContainEqual(expect.objectContaining({ rule: 'documents.xds.patient' }));
  });

  it('have the class of the configuration for a type that has none', () => {
    const type = { code: '101881-1', codeSystem: '2.16.840.1.113883.6.1', displayName: 'Carte d’implant' };
    const submission: IdentifiedSubmission = { ...identified, documents: [{ ...sampleDocument, type }] };
    const without = deriveMetadata(submission, [content(sampleDocument)]);
    expect(without.findings).toContainEqual(
      expect.objectContaining({ rule: 'documents.xds.class', path: ['documents', 0, 'type'] }),
    );
    const own = { code: '10', system: '1.2.250.1.213.1.1.4.1', label: 'Compte rendu', status: 'active' as const };
    const result = deriveMetadata(submission, [content(sampleDocument)], { classes: { '101881-1': own } });
    expect(result.ok && result.value.entries[0]?.classCode.code).toBe('10');
  });

  it('refuse contents that are not those of the documents', () => {
    expect(deriveMetadata(identified, []).findings).toEqual([
      expect.objectContaining({ rule: 'documents.xds.contents' }),
    ]);
  });
});

describe('what contradicts the document', () => {
  it('is told, attribute by attribute', () => {
    const built = buildCda(sampleDocument, sampleSubmission, { clock, random });
    if (!built.ok) throw new Error('built');
    const [entry] = derive().entries;
    if (entry === undefined) throw new Error('one entry');
    const cda = parseCda(built.bytes);
    const other = { code: 'X', codeSystem: '2.999', displayName: 'X' };
    const cases: readonly [string, object][] = [
      ['title', { title: 'Autre' }],
      ['typeCode', { typeCode: other }],
      ['confidentiality', { confidentiality: [other] }],
      ['patientId', { patientId: { extension: '1', oid: '2.999' } }],
      ['authors', { authors: [] }],
      ['legalAuthenticator', { legalAuthenticator: { id: '8' } }],
      ['creationTime', { creationTime: '2026' }],
      ['serviceStartTime', { serviceStartTime: '2026' }],
      ['healthcareFacilityType', { healthcareFacilityType: other }],
      ['practiceSetting', { practiceSetting: other }],
      ['languageCode', { languageCode: 'art' }],
      ['uniqueId', { uniqueId: '2.999' }],
      ['formatCode', { formatCode: other }],
      ['sourcePatientInfo', { sourcePatientInfo: [] }],
    ];
    for (const [field, more] of cases) {
      expect(compareWithCda({ ...entry, ...more }, cda), field).toEqual([
        expect.objectContaining({ rule: 'documents.metadata.differs', path: [field], params: { field } }),
      ]);
    }
  });
});
