import type { Coded } from '@socle-sante/core/coded';
import { type Checked, type Finding, finding, hasErrors, under } from '@socle-sante/core/finding';
import { toXdsCx } from '@socle-sante/core/ins-identifier';
import { classOf } from '@socle-sante/nomenclatures/ass-x04';
import { toCoded } from '@socle-sante/nomenclatures/lookup';
import { patientParty } from '../cda/patient-party.js';
import { hl7Time } from '../cda/values.js';
import { requireIns } from '../patient/transmit.js';
import { encodeXdsSourcePatientInfo } from '../patient/xds/encode.js';
import type { ParsedCda } from '../reader/parsed.js';
import { BODY_MEDIA_TYPES } from '../submission/body.js';
import type { Order } from '../submission/header.js';
import type { Author } from '../submission/people.js';
import type { Submission, SubmissionDocument } from '../submission/types.js';
import {
  type AssociationOverrides,
  codesOfAct,
  confidentialityCodes,
  eventsOf,
  modelFormat,
  plainCode,
  unstructuredFormat,
} from './codes.js';
import { metadataFromCda } from './from-cda.js';
import { decodeCx } from './hl7.js';
import { parseEntryUuid, uniqueId } from './ids.js';
import {
  deviceXcn,
  oneLine,
  patientXcn,
  professionalXcn,
  reference,
  requestOf,
  structureXon,
  studiesOf,
  vendorXon,
} from './parties.js';
import { xdsTimeOf } from './time.js';
import type {
  Association,
  DocumentEntry,
  ReferenceId,
  SubmissionSet,
  Xcn,
  XdsAuthor,
  XdsPatientId,
  XdsTime,
} from './types.js';
import { ASSOCIATION_TYPES, SUBMISSION_SET_STATUS } from './uris.js';

/** What is known of the bytes of one document. */
export interface DocumentContent {
  readonly uniqueId: string;
  readonly mimeType: string;
  /** SHA-1 of the bytes, 40 hexadecimal digits in lower case. */
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
  /** The document read, for one that the vendor wrote: its header decides. */
  readonly parsed?: ParsedCda;
}

/** A submission whose set has its identifier and its instant. */
export interface IdentifiedSubmission extends Submission {
  readonly id: string;
  readonly submittedAt: string;
}

/** Metadata of a submission, without its signature. */
export interface SubmissionMetadata {
  readonly submissionSet: SubmissionSet;
  readonly entries: readonly DocumentEntry[];
  readonly associations: readonly Association[];
}

/**
 * The XDS metadata of a submission (CI-SIS, volet Partage de documents de santé): one entry a document, in order (`D1`,
 * `D2`…), the set (`SS`), their associations. `contents` follows `submission.documents`. The signature is added by
 * `prepareSubmission`. Paths of findings are those of the submission. Never throws.
 *
 * Rules: `documents.xds.class`, `.format`, `.time`, `.patient`, `.replacedEntry`, `.contents`, those of `metadataFromCda`.
 */
export function deriveMetadata(
  submission: IdentifiedSubmission,
  contents: readonly DocumentContent[],
  overrides: AssociationOverrides = {},
): Checked<SubmissionMetadata> {
  const findings: Finding[] = [];
  if (contents.length !== submission.documents.length) {
    return { ok: false, findings: [finding('documents.xds.contents', 'error', ['documents'])] };
  }
  const patient = patientOf(submission, findings);
  if (patient === undefined) return { ok: false, findings };
  const entries: DocumentEntry[] = [];
  const associations: Association[] = [];
  for (const [index, content] of contents.entries()) {
    const document = submission.documents[index];
    if (document === undefined) continue;
    const own: Finding[] = [];
    const id = `D${index + 1}`;
    const entry = documentEntry(id, document, submission, content, patient, overrides, own);
    findings.push(...under(['documents', index], own));
    if (entry !== undefined) entries.push(entry);
  }
  const submissionSet = setOf(submission, patient, findings);
  for (const entry of entries) associations.push(hasMember(associations.length, entry.id));
  for (const [index, document] of submission.documents.entries()) {
    if (document.replaces === undefined) continue;
    const target = parseEntryUuid(document.replaces.entryUuid ?? '');
    if (target === undefined) {
      const path = ['documents', index, 'replaces', 'entryUuid'];
      findings.push(finding('documents.xds.replacedEntry', 'warning', path));
      continue;
    }
    associations.push({
      id: `a${associations.length + 1}`,
      type: ASSOCIATION_TYPES.replace,
      source: `D${index + 1}`,
      target,
      slots: {},
    });
  }
  if (hasErrors(findings) || submissionSet === undefined) return { ok: false, findings };
  return { ok: true, value: { submissionSet, entries, associations }, findings };
}

/** Symbolic name of the set in a message. */
export const SET_ID = 'SS';

/** The association that puts an entry in the set. */
export function hasMember(count: number, entryId: string): Association {
  return {
    id: `a${count + 1}`,
    type: ASSOCIATION_TYPES.hasMember,
    source: SET_ID,
    target: entryId,
    slots: { SubmissionSetStatus: [SUBMISSION_SET_STATUS.original] },
  };
}

interface Patient {
  readonly patientId: XdsPatientId;
  readonly sourcePatientId: XdsPatientId;
  readonly sourcePatientInfo: readonly string[];
}

/** The INS when it may leave; without it the local identifier stands for the patient, which the DMP refuses. */
function patientOf({ patient }: Submission, findings: Finding[]): Patient | undefined {
  const allowed = requireIns(patient.identity);
  const info = encodeXdsSourcePatientInfo(patient.identity);
  findings.push(...under(['patient', 'identity'], info.findings));
  const [local] = patient.localIdentifiers ?? [];
  const ins = allowed.ok ? decodeCx(toXdsCx(allowed.ins)) : undefined;
  const ipp = local === undefined ? undefined : { extension: local.extension.trim(), oid: local.root, type: 'PI' };
  const patientId = ins ?? ipp;
  if (patientId === undefined) findings.push(finding('documents.xds.patient', 'error', ['patient']));
  if (patientId === undefined || !info.ok) return undefined;
  return { patientId, sourcePatientId: ipp ?? patientId, sourcePatientInfo: info.value };
}

function setOf(submission: IdentifiedSubmission, patient: Patient, findings: Finding[]): SubmissionSet | undefined {
  const { id, submittedAt, vendor, contentType, title, comments, submitter } = submission;
  const submissionTime = timeOf(submittedAt, ['submittedAt'], findings);
  if (submissionTime === undefined) return undefined;
  return {
    id: SET_ID,
    uniqueId: uniqueId(id),
    sourceId: sourceIdOf(vendor),
    patientId: patient.patientId,
    submissionTime,
    contentType: plainCode(contentType),
    authors: [authorOf(submitter, submission)],
    ...(title === undefined ? {} : { title }),
    ...(comments === undefined ? {} : { comments }),
    extraSlots: {},
  };
}

/** The vendor's OID, and its installation when that is a number. */
function sourceIdOf({ oid, instance }: Submission['vendor']): string {
  return instance !== undefined && /^(?:0|[1-9]\d*)$/.test(instance) ? `${oid}.${instance}` : oid;
}

function documentEntry(
  id: string,
  document: SubmissionDocument,
  submission: Submission,
  content: DocumentContent,
  patient: Patient,
  overrides: AssociationOverrides,
  findings: Finding[],
): DocumentEntry | undefined {
  if (content.parsed !== undefined) {
    const { visibility, comments, events } = document;
    const read = metadataFromCda(content.parsed, {
      id,
      mimeType: content.mimeType,
      hash: content.hash,
      size: content.size,
      ...overrides,
      ...(visibility === undefined ? {} : { visibility }),
      ...(comments === undefined ? {} : { comments }),
      ...(events === undefined ? {} : { events }),
    });
    findings.push(...read.findings);
    if (!read.ok) return undefined;
    // The set, its entries and the VIHF name the patient in one way; a CDA of another patient is told by the checks.
    return read.value;
  }
  const concept = classOf(document.type.code, overrides.classes);
  if (concept === undefined) findings.push(finding('documents.xds.class', 'error', ['type']));
  const formatCode = formatOf(document, overrides, findings);
  const creationTime = timeOf(document.createdAt, ['createdAt'], findings);
  const [act] = document.acts;
  const start = act?.start === undefined ? undefined : timeOf(act.start, ['acts', 0, 'start'], findings);
  const stop = act?.stop === undefined ? undefined : timeOf(act.stop, ['acts', 0, 'stop'], findings);
  const setting = act?.performer?.organization.setting;
  if (setting === undefined)
    findings.push(finding('documents.xds.missing', 'error', ['acts', 0], { field: 'setting' }));
  const legalAuthenticator = signatoryOf(document, submission);
  if (concept === undefined || formatCode === undefined || creationTime === undefined || setting === undefined) {
    return undefined;
  }
  return {
    id,
    uniqueId: uniqueId(content.uniqueId),
    ...patient,
    mimeType: content.mimeType,
    hash: content.hash,
    size: content.size,
    creationTime,
    ...(start === undefined ? {} : { serviceStartTime: start }),
    ...(stop === undefined ? {} : { serviceStopTime: stop }),
    languageCode: document.language ?? 'fr-FR',
    authors: document.authors.map((author) => authorOf(author, submission)),
    ...(legalAuthenticator === undefined ? {} : { legalAuthenticator }),
    title: oneLine(document.title),
    ...(document.comments === undefined ? {} : { comments: document.comments }),
    classCode: toCoded(concept),
    typeCode: plainCode(document.type),
    formatCode,
    confidentiality: confidentialityCodes(document.confidentiality, document.visibility),
    healthcareFacilityType: plainCode(document.encounter.facility.type),
    practiceSetting: plainCode(setting),
    events: eventsOf(
      document.acts.flatMap(({ code, translations }) => codesOfAct(document.type.code, code, translations)),
      document.events,
    ),
    referenceIds: [
      ...(document.orders ?? []).flatMap(referencesOf),
      ...document.acts.flatMap(({ code, ids = [] }) => requestOf(code, ids)),
      ...studiesOf(
        document.type.code,
        document.acts.flatMap((item) => item.ids ?? []),
      ),
    ],
    extraSlots: {},
  };
}

function formatOf(
  { body }: SubmissionDocument,
  { formats }: AssociationOverrides,
  findings: Finding[],
): Coded | undefined {
  if (body.kind === 'cda') {
    findings.push(finding('documents.xds.contents', 'error', ['body']));
    return undefined;
  }
  if (body.kind === 'structured') return modelFormat(body.model, formats).format;
  return unstructuredFormat(BODY_MEDIA_TYPES[body.kind]);
}

function timeOf(iso: string, path: readonly (string | number)[], findings: Finding[]): XdsTime | undefined {
  const time = xdsTimeOf(hl7Time(iso) ?? '');
  if (time === undefined) findings.push(finding('documents.xds.time', 'error', path, { field: String(path.at(-1)) }));
  return time;
}

function referencesOf({ id, accessionNumber }: Order): ReferenceId[] {
  return [
    reference(id, 'urn:ihe:iti:xds:2013:order'),
    ...(accessionNumber === undefined ? [] : [reference(accessionNumber, 'urn:ihe:iti:xds:2013:accession')]),
  ];
}

function signatoryOf({ legalAuthenticator }: SubmissionDocument, submission: Submission): Xcn | undefined {
  const { signatory } = legalAuthenticator;
  if ('kind' in signatory) return patientPerson(submission);
  return professionalXcn(signatory.idNat, signatory.name.family, signatory.name.given);
}

function patientPerson({ patient }: Submission): Xcn | undefined {
  const party = patientParty(patient);
  return party === undefined ? undefined : patientXcn(party.id, party.family, party.given);
}

function authorOf(author: Author, submission: Submission): XdsAuthor {
  switch (author.kind) {
    case 'professional': {
      const { idNat, name, organization, specialty } = author;
      const role = author.function?.displayName;
      return {
        person: professionalXcn(idNat, name.family, name.given),
        institutions: [structureXon(organization.name, organization.idNat)],
        roles: role === undefined ? [] : [role],
        specialties: [plainCode(specialty)],
      };
    }
    case 'patient': {
      const person = patientPerson(submission);
      return { ...(person === undefined ? {} : { person }), institutions: [], roles: [], specialties: [] };
    }
    case 'system': {
      const { idNat, device, organization, specialty } = author;
      return {
        person: deviceXcn({ extension: idNat }, device.software, device.model),
        institutions: [structureXon(organization.name, organization.idNat)],
        roles: [],
        specialties: [plainCode(specialty)],
      };
    }
    case 'service': {
      const { oid, extension, device, organization } = author;
      return {
        person: deviceXcn({ root: oid, extension }, device.software, device.model),
        institutions: [vendorXon(organization.name, organization.idNat)],
        roles: [],
        specialties: [SERVICE],
      };
    }
  }
}

const SERVICE: Coded = {
  code: 'SNR',
  codeSystem: '1.2.250.1.213.1.1.4.6',
  displayName: 'Service numérique référencé',
};
