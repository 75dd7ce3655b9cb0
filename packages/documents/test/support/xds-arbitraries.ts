import type { Coded } from '@socle-sante/core/coded';
import fc from 'fast-check';
import {
  ASSOCIATION_TYPES,
  type Association,
  type DocumentEntry,
  entryUuid,
  type Folder,
  logicalId,
  type ReferenceId,
  type RegistryObjects,
  STATUSES,
  type SubmissionSet,
  uniqueId,
  type Xcn,
  type XdsAuthor,
  type XdsPatientId,
  type Xon,
} from '../../src/xds.js';

const letters = [...'abcXYZéàçœÉÎ’\'-. &<>"^|~\\0123456789/'];

/** A text without space at the ends, with accents and the delimiters of HL7 and XML. */
export const words = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 14 })
  .map((list) => list.join('').trim())
  .filter((text) => text !== '');

export const oids = fc
  .array(fc.nat({ max: 99_999 }), { minLength: 1, maxLength: 5 })
  .map((arcs) => `1.2.250.1.${arcs.join('.')}`);
const times = fc
  .date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString().replace(/[-:T]/g, '').slice(0, 14));

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });

/** Members that are `undefined` are left out, as in the types. */
function tidy<T>(arb: fc.Arbitrary<unknown>): fc.Arbitrary<T> {
  return arb.map(
    (value) => Object.fromEntries(Object.entries(value as object).filter(([, item]) => item !== undefined)) as T,
  );
}

export const codes: fc.Arbitrary<Coded> = fc.record({ code: words, codeSystem: oids, displayName: words });
export const xcns: fc.Arbitrary<Xcn> = tidy<Xcn>(
  fc.record({
    id: words,
    family: maybe(words),
    given: maybe(words),
    suffix: maybe(words),
    prefix: maybe(words),
    authority: maybe(oids),
    nameType: maybe(fc.constantFrom('D', 'U')),
    idType: maybe(fc.constantFrom('IDNPS', 'EI', 'NH', 'RI')),
  }),
);
export const xons: fc.Arbitrary<Xon> = tidy<Xon>(
  fc.record({
    name: words,
    authority: maybe(oids),
    idType: maybe(fc.constantFrom('IDNST', 'SIREN')),
    id: maybe(words),
  }),
);
export const cxs: fc.Arbitrary<XdsPatientId> = tidy<XdsPatientId>(
  fc.record({ extension: words, oid: oids, type: maybe(fc.constantFrom('NH', 'PI')) }),
);
export const cxis: fc.Arbitrary<ReferenceId> = tidy<ReferenceId>(
  fc.record({ id: words, oid: maybe(oids), type: maybe(fc.constant('urn:ihe:iti:xds:2013:order')) }),
);
const authors: fc.Arbitrary<XdsAuthor> = tidy<XdsAuthor>(
  fc.record({
    person: maybe(xcns),
    institutions: fc.array(xons, { maxLength: 2 }),
    roles: fc.array(words, { maxLength: 2 }),
    specialties: fc.array(codes, { maxLength: 2 }),
  }),
);
const slots = fc.dictionary(
  fc.constantFrom('urn:example:a', 'urn:example:b', '__proto__', 'documentAvailability'),
  fc.array(words, { maxLength: 2 }),
  { maxKeys: 2, noNullPrototype: true },
);
const uuids = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
const symbols = fc.stringMatching(/^[A-Z][A-Za-z0-9-]{0,8}$/);
const header = {
  id: fc.oneof(uuids, symbols),
  logicalId: maybe(uuids.map(logicalId)),
  version: maybe(fc.nat({ max: 99 }).map(String)),
  status: maybe(fc.constantFrom(...Object.values(STATUSES))),
};
const unique = oids.map(uniqueId);

export const documentEntries: fc.Arbitrary<DocumentEntry> = tidy<DocumentEntry>(
  fc.record({
    ...header,
    uniqueId: unique,
    patientId: cxs,
    sourcePatientId: cxs,
    sourcePatientInfo: maybe(fc.array(words, { minLength: 1, maxLength: 3 })),
    mimeType: fc.constantFrom('text/xml', 'application/dicom'),
    hash: maybe(fc.stringMatching(/^[0-9a-f]{40}$/)),
    size: maybe(fc.nat()),
    creationTime: times,
    serviceStartTime: maybe(times),
    serviceStopTime: maybe(times),
    languageCode: fc.constantFrom('fr-FR', 'art'),
    authors: fc.array(authors, { maxLength: 3 }),
    legalAuthenticator: maybe(xcns),
    title: maybe(words),
    comments: maybe(words),
    classCode: codes,
    typeCode: codes,
    formatCode: codes,
    confidentiality: fc.array(codes, { maxLength: 4 }),
    healthcareFacilityType: codes,
    practiceSetting: codes,
    events: fc.array(codes, { maxLength: 2 }),
    referenceIds: fc.array(cxis, { maxLength: 2 }),
    repositoryUniqueId: maybe(oids),
    uri: maybe(fc.constant('IHE_XDM/SUBSET01/DOC0001.XML')),
    extraSlots: slots,
  }),
);
const submissionSets: fc.Arbitrary<SubmissionSet> = tidy<SubmissionSet>(
  fc.record({
    ...header,
    uniqueId: unique,
    sourceId: oids,
    patientId: cxs,
    submissionTime: times,
    contentType: codes,
    authors: fc.array(authors, { maxLength: 1 }),
    title: maybe(words),
    comments: maybe(words),
    extraSlots: slots,
  }),
);
const folders: fc.Arbitrary<Folder> = tidy<Folder>(
  fc.record({
    ...header,
    uniqueId: unique,
    patientId: cxs,
    lastUpdateTime: maybe(times),
    codes: fc.array(codes, { minLength: 1, maxLength: 2 }),
    title: maybe(words),
    comments: maybe(words),
    extraSlots: slots,
  }),
);
const associations: fc.Arbitrary<Association> = tidy<Association>(
  fc.record({
    id: symbols,
    logicalId: header.logicalId,
    status: header.status,
    type: fc.constantFrom(...Object.values(ASSOCIATION_TYPES)),
    source: header.id,
    target: header.id,
    slots: fc.constantFrom({}, { SubmissionSetStatus: ['Original'] }, { PreviousVersion: ['1'] }),
  }),
);

export const registryObjects: fc.Arbitrary<RegistryObjects> = fc.record({
  submissionSets: fc.array(submissionSets, { maxLength: 1 }),
  documentEntries: fc.array(documentEntries, { maxLength: 2 }),
  folders: fc.array(folders, { maxLength: 1 }),
  associations: fc.array(associations, { maxLength: 2 }),
  objectRefs: fc.array(uuids.map(entryUuid), { maxLength: 2 }),
});
