import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@socle-sante/core/finding';
import { serializeXml } from '@socle-sante/wire/xml';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeWithConformance } from '../../../tooling/src/conformance.js';
import { documentsFindings } from '../../src/messages.js';
import { prepareSubmission } from '../../src/prepare.js';
import {
  ASSOCIATION_TYPES,
  type Association,
  checkHashes,
  type DocumentEntry,
  encodeSubmitObjectsRequest,
  type MetadataToCheck,
  type PreparedSubmission,
  type SubmissionSet,
  type ValidateMetadataOptions,
  validateMetadata,
} from '../../src/xds.js';
import { sampleSubmission } from '../support/sample.js';
import { testSigning } from '../support/signing.js';
import { schemaErrors } from '../support/xds-schema.js';

let good: PreparedSubmission;
beforeAll(async () => {
  good = await prepareSubmission(
    { ...sampleSubmission, id: '2.999.7.1.20260115.43', submittedAt: '2026-01-15T10:20:00+01:00' },
    {
      clock: () => new Date('2026-01-15T09:20:00Z'),
      random: (n) => new Uint8Array(n).fill(7),
      signing: await testSigning(),
    },
  );
});

const dmp: ValidateMetadataOptions = { profile: 'dmp', environment: 'test', structure: '10B0999999' };

const set = (more: Partial<SubmissionSet>) => (): MetadataToCheck => ({
  ...good,
  submissionSet: { ...good.submissionSet, ...more },
});
const entry =
  (more: (entry: DocumentEntry) => Partial<DocumentEntry>, index = 0) =>
  (): MetadataToCheck => ({
    ...good,
    entries: good.entries.map((item, at) => (at === index ? { ...item, ...more(item) } : item)),
  });
const signature = (more: Partial<DocumentEntry>) => entry(() => more, 1);
const links = (change: (list: readonly Association[]) => readonly Association[]) => (): MetadataToCheck => ({
  ...good,
  associations: change(good.associations),
});
const coded = (code: string, codeSystem: string) => ({ code, codeSystem, displayName: 'Libellé' });
const level = coded('N', '2.16.840.1.113883.5.25');
const mask = (code: string) => coded(code, '1.2.250.1.213.1.1.4.13');
const entryUuid = 'urn:uuid:0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1';
const link = (more: Partial<Association>): Association => ({
  id: 'a9',
  type: ASSOCIATION_TYPES.replace,
  source: 'D1',
  target: entryUuid,
  slots: {},
  ...more,
});

const faults: readonly [string, string, () => MetadataToCheck][] = [
  ['uniqueId', 'submissionSet.uniqueId', set({ uniqueId: 'urn:x' as never })],
  ['uniqueId', 'entries.0.uniqueId', entry(() => ({ uniqueId: '1.2^3' as never }))],
  ['uniqueIdTwice', 'entries.0.uniqueId', entry(() => ({ uniqueId: good.submissionSet.uniqueId }))],
  ['idTwice', 'entries.1.id', signature({ id: 'D1' })],
  ['sourceId', 'submissionSet.sourceId', set({ sourceId: 'x' })],
  ['ins', 'submissionSet.patientId', set({ patientId: { extension: '1', oid: '2.999', type: 'PI' } })],
  [
    'insType',
    'submissionSet.patientId',
    () => ({
      ...good,
      submissionSet: { ...good.submissionSet, patientId: { ...good.submissionSet.patientId, type: 'PI' } },
    }),
  ],
  [
    'environment',
    'submissionSet.patientId',
    () => ({
      ...good,
      submissionSet: {
        ...good.submissionSet,
        patientId: { ...good.submissionSet.patientId, oid: '1.2.250.1.213.1.4.8' },
      },
    }),
  ],
  ['otherPatient', 'entries.0.patientId', entry((item) => ({ patientId: { ...item.patientId, extension: '1' } }))],
  ['time', 'submissionSet.submissionTime', set({ submissionTime: '20260115' })],
  ['time', 'entries.0.creationTime', entry(() => ({ creationTime: '2026-01-15' }))],
  ['afterSubmission', 'entries.0.creationTime', entry(() => ({ creationTime: '20270101000000' }))],
  ['period', 'entries.0.serviceStopTime', entry(() => ({ serviceStopTime: '20250101' }))],
  [
    'missing',
    'entries.0.serviceStartTime',
    entry(({ serviceStartTime: _, ...rest }) => ({ ...rest, serviceStartTime: undefined as never })),
  ],
  ['oneAuthor', 'submissionSet.authors', set({ authors: [] })],
  [
    'structure',
    'submissionSet.authors',
    () =>
      set({
        authors: good.submissionSet.authors.map((item) => ({
          ...item,
          institutions: [{ name: 'X', id: '1', idType: 'IDNST', authority: '2.999' }],
        })),
      })(),
  ],
  ['missing', 'entries.0.legalAuthenticator', entry(() => ({ legalAuthenticator: undefined as never }))],
  ['missing', 'entries.0.authors', entry(() => ({ authors: [] }))],
  [
    'missing',
    'entries.0.authors.0.person',
    entry((item) => ({ authors: item.authors.map(({ person: _, ...rest }) => rest) })),
  ],
  [
    'missing',
    'entries.0.authors.0.institutions',
    entry((item) => ({ authors: item.authors.map((one) => ({ ...one, institutions: [] })) })),
  ],
  [
    'missing',
    'entries.0.authors.0.specialties',
    entry((item) => ({ authors: item.authors.map((one) => ({ ...one, specialties: [] })) })),
  ],
  [
    'institution',
    'entries.0.authors.0.institutions.0',
    entry((item) => ({ authors: item.authors.map((one) => ({ ...one, institutions: [{ name: 'X' }] })) })),
  ],
  ['person', 'entries.0.legalAuthenticator', entry(() => ({ legalAuthenticator: { id: '8999' } }))],
  ['tooLong', 'entries.0.title', entry(() => ({ title: 'x'.repeat(129) }))],
  ['missing', 'entries.0.title', entry(() => ({ title: ' ' }))],
  [
    'tooLong',
    'entries.0.authors.0.roles.0',
    entry((item) => ({ authors: item.authors.map((one) => ({ ...one, roles: ['x'.repeat(257)] })) })),
  ],
  ['valueSet', 'entries.0.typeCode', entry(() => ({ typeCode: coded('0-0', '2.16.840.1.113883.6.1') }))],
  ['cisisOnly', 'entries.0.typeCode', entry(() => ({ typeCode: coded('51851-4', '2.16.840.1.113883.6.1') }))],
  ['valueSet', 'entries.0.typeCode', entry(() => ({ typeCode: coded('11488-4', '1.2.250.1.213.1.1.4.12') }))],
  [
    'cisisOnly',
    'entries.0.practiceSetting',
    entry(() => ({ practiceSetting: coded('ESSMS', '1.2.250.1.213.1.1.4.9') })),
  ],
  [
    'cisisOnly',
    'entries.0.healthcareFacilityType',
    entry(() => ({ healthcareFacilityType: coded('SA66', '1.2.250.1.71.4.2.4') })),
  ],
  ['valueSet', 'submissionSet.contentType', set({ contentType: coded('07', '1.2.250.1.71.4.2.4') })],
  [
    'valueSet',
    'entries.0.confidentiality.0',
    entry(() => ({ confidentiality: [coded('VR', '2.16.840.1.113883.5.25')] })),
  ],
  [
    'valueSet',
    'entries.0.confidentiality.1',
    entry(() => ({ confidentiality: [level, mask('INVISIBLE_REP_LEGAUX')] })),
  ],
  ['label', 'entries.0.typeCode', entry((item) => ({ typeCode: { ...item.typeCode, displayName: '' } }))],
  ['missing', 'entries.0.formatCode', entry(() => ({ formatCode: coded('', '') }))],
  ['class', 'entries.0.classCode', entry(() => ({ classCode: coded('11', '1.2.250.1.213.1.1.4.1') }))],
  ['noClass', 'entries.0.classCode', entry(() => ({ typeCode: coded('101881-1', '2.16.840.1.113883.6.1') }))],
  ['format', 'entries.0.formatCode', entry(() => ({ mimeType: 'application/dicom' }))],
  ['mimeType', 'entries.0.mimeType', entry(() => ({ mimeType: 'xml' }))],
  ['hash', 'entries.0.hash', entry((item) => ({ hash: item.hash?.toUpperCase() ?? '' }))],
  ['size', 'entries.0.size', entry(() => ({ size: 0 }))],
  ['otherSize', 'entries.0.size', entry(() => ({ size: 1 }))],
  ['language', 'entries.0.languageCode', entry(() => ({ languageCode: 'français' }))],
  ['confidentialityCount', 'entries.0.confidentiality', entry(() => ({ confidentiality: [] }))],
  ['confidentialityTwice', 'entries.0.confidentiality', entry(() => ({ confidentiality: [level, level] }))],
  ['confidentialityLevel', 'entries.0.confidentiality', entry(() => ({ confidentiality: [mask('MASQUE_PS')] }))],
  ['confidentialityLevel', 'entries.0.confidentiality', entry(() => ({ confidentiality: [mask('MASQUE_PS'), level] }))],
  [
    'restricted',
    'entries.0.confidentiality',
    entry(() => ({ confidentiality: [coded('V', '2.16.840.1.113883.5.25')] })),
  ],
  [
    'notMinor',
    'entries.0.confidentiality',
    entry(() => ({ confidentiality: [level, mask('INVISIBLE_REPRESENTANTS_LEGAUX')] })),
  ],
  ['missing', 'entries.0.sourcePatientId', entry(() => ({ sourcePatientId: { extension: '', oid: '' } }))],
  [
    'sourceType',
    'entries.0.sourcePatientId',
    entry(() => ({ sourcePatientId: { extension: '1', oid: '2.999', type: 'XX' } })),
  ],
  ['sourceInfo', 'entries.0.sourcePatientInfo', entry(() => ({ sourcePatientInfo: ['PID-5|A^B'] }))],
  ['sourceField', 'entries.0.sourcePatientInfo.0', entry(() => ({ sourcePatientInfo: ['PID-19|1'] }))],
  ['missing', 'entries.0.events.0', entry(() => ({ events: [coded('', '')] }))],
  ['reference', 'entries.0.referenceIds.0', entry(() => ({ referenceIds: [{ id: '1', type: 'x' }] }))],
  ['signatureEntry', 'entries.1.languageCode', signature({ languageCode: 'fr-FR' })],
  ['signatureEntry', 'entries.1.title', signature({ title: 'Signature' })],
  ['signatureEntry', 'entries.1.creationTime', signature({ creationTime: '20250101000000' })],
  ['signatureEntry', 'entries.1.confidentiality', signature({ confidentiality: [level] })],
  ['signatureEntry', 'entries.1.typeCode', signature({ typeCode: coded('E1762', 'X') })],
  ['signatureEntry', 'entries.1.sourcePatientInfo', signature({ sourcePatientInfo: ['PID-8|F'] })],
  ['signatureEntry', 'entries.1.authors', signature({ authors: [] })],
  ['noEntry', 'entries', () => ({ ...good, entries: [], associations: [], documents: [] })],
  ['noMember', 'entries.0', links((list) => list.filter((item) => item.target !== 'D1'))],
  ['signs', 'entries.1', links((list) => list.filter((item) => item.type !== ASSOCIATION_TYPES.signs))],
  [
    'signs',
    'associations.3',
    links((list) => [...list, link({ type: ASSOCIATION_TYPES.signs, source: 'D1', target: 'SS' })]),
  ],
  ['member', 'associations.0', links((list) => list.map((item, at) => (at === 0 ? { ...item, slots: {} } : item)))],
  ['member', 'associations.0', links((list) => list.map((item, at) => (at === 0 ? { ...item, source: 'D1' } : item)))],
  ['associationType', 'associations.3', links((list) => [...list, link({ type: 'urn:x' })])],
  ['associationSource', 'associations.3', links((list) => [...list, link({ source: 'D9' })])],
  ['associationTarget', 'associations.3', links((list) => [...list, link({ target: '2.999.1' })])],
  ['associationDmp', 'associations.3', links((list) => [...list, link({ type: ASSOCIATION_TYPES.append })])],
  ['noDocument', 'entries.0', () => ({ ...good, documents: good.documents.slice(1) })],
  ['noEntryFor', 'documents.1', () => ({ ...good, entries: good.entries.slice(0, 1) })],
  [
    'otherDocument',
    'entries.0.uniqueId',
    () => ({ ...good, documents: good.documents.map((item) => ({ ...item, uniqueId: '2.999.1' as never })) }),
  ],
];

describe('checks of the metadata', () => {
  it('find nothing in what is prepared', () => {
    expect(validateMetadata(good, dmp)).toEqual([]);
    expect(validateMetadata(good, { profile: 'cisis' })).toEqual([]);
    expect(good.findings.filter((item) => item.severity === 'error')).toEqual([]);
  });

  it.each(faults)('%s at %s', (rule, path, fault) => {
    const found = validateMetadata(fault(), dmp);
    expect(found.map((item: Finding) => `${item.rule} ${item.path.join('.')}`)).toContain(
      `documents.metadata.${rule} ${path}`,
    );
  });

  it('two signatures are one too many', () => {
    const [, one] = good.entries;
    if (one === undefined) throw new Error('a signature');
    const twice = { ...good, entries: [...good.entries, { ...one, id: 'SIG2', uniqueId: '2.999.8' as never }] };
    expect(validateMetadata(twice, dmp).map((item) => item.rule)).toContain('documents.metadata.signatures');
  });

  it('let the CI-SIS have what the DMP refuses', () => {
    const restricted = entry(() => ({ confidentiality: [coded('V', '2.16.840.1.113883.5.25')] }))();
    expect(validateMetadata(restricted, { profile: 'cisis' })).toEqual([]);
    const social = entry(() => ({ practiceSetting: coded('ESSMS', '1.2.250.1.213.1.1.4.9') }))();
    expect(validateMetadata(social, { profile: 'cisis' })).toEqual([]);
  });

  it('a minor may hide a document from the legal representatives', () => {
    const minor = entry((item) => ({
      confidentiality: [level, mask('INVISIBLE_REPRESENTANTS_LEGAUX')],
      sourcePatientInfo: (item.sourcePatientInfo ?? []).map((value) => value.replace('19751231', '20100101')),
    }))();
    expect(validateMetadata(minor, dmp)).toEqual([]);
  });

  it('a byte that changed is found by its hash', async () => {
    const [first, ...rest] = good.documents;
    if (first === undefined) throw new Error('a document');
    const bytes = first.bytes.slice();
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    expect(await checkHashes({ ...good, documents: [{ ...first, bytes }, ...rest] })).toEqual([
      expect.objectContaining({ rule: 'documents.metadata.otherHash', path: ['entries', 0, 'hash'] }),
    ]);
  });

  it('never throw, and carry no value of the patient', () => {
    for (const [, , fault] of faults) {
      const text = JSON.stringify(validateMetadata(fault(), dmp));
      expect(text).not.toContain('ADRUN');
      expect(text).not.toContain(good.submissionSet.patientId.extension);
    }
  });
});

describe('texts', () => {
  it('exist for every rule that the code names, and for no other', () => {
    const source = ['xds', 'xades', 'prepare']
      .flatMap((folder) => {
        const path = join(import.meta.dirname, '../../src', folder);
        return readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));
      })
      .join('\n');
    const named = new Set([
      ...[...source.matchAll(/problem\(\s*'(\w+)'/g)].map((found) => `documents.metadata.${found[1]}`),
      ...[...source.matchAll(/\? '(\w+)' : '(\w+)', 'error'/g)].flatMap((found) => [
        `documents.metadata.${found[1]}`,
        `documents.metadata.${found[2]}`,
      ]),
      ...[...source.matchAll(/'(documents\.xds\.\w+)'/g)].map((found) => found[1] ?? ''),
      'documents.xades.chain',
    ]);
    named.delete('documents.xds.id');
    const texts = Object.keys(documentsFindings).filter((rule) => /^documents\.(?:metadata|xds|xades)\./.test(rule));
    expect(texts.sort()).toEqual([...named].sort());
  });
});

describeWithConformance('official schemas', () => {
  it('take the whole deposit', () => {
    const { submissionSet, entries, associations } = good;
    const xml = serializeXml(
      encodeSubmitObjectsRequest({ submissionSets: [submissionSet], documentEntries: entries, associations }),
    );
    expect(schemaErrors(xml)).toEqual([]);
  });
});
