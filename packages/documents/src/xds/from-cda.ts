import type { Coded } from '@socle-sante/core/coded';
import { type Checked, type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import { isInsOid } from '@socle-sante/core/ins-identifier';
import { classOf } from '@socle-sante/nomenclatures/ass-x04';
import { toCoded } from '@socle-sante/nomenclatures/lookup';
import type { CdaCode, CdaId, CdaTime } from '../reader/data-types.js';
import type { CdaAssignedEntity, CdaAuthor, CdaHeader, CdaOrganization, CdaPerson } from '../reader/header.js';
import type { ParsedCda } from '../reader/parsed.js';
import type { Visibility } from '../submission/types.js';
import {
  type AssociationOverrides,
  codesOfAct,
  confidentialityCodes,
  eventsOf,
  plainCode,
  structuredFormat,
  unstructuredFormat,
} from './codes.js';
import { escapeHl7 } from './hl7.js';
import { parseUniqueId } from './ids.js';
import {
  deviceXcn,
  oneLine,
  patientXcn,
  professionalId,
  professionalXcn,
  reference,
  requestOf,
  structureId,
  structureXon,
  studiesOf,
  vendorXon,
} from './parties.js';
import { xdsTimeOf } from './time.js';
import type { DocumentEntry, ReferenceId, Xcn, XdsAuthor, XdsPatientId, XdsTime } from './types.js';

/** What the metadata say and the document does not. */
export interface CdaMetadataOptions extends AssociationOverrides {
  /** Name of the entry in the message. */
  readonly id: string;
  /** `text/xml` by default, `application/xslt+xml` for a document that carries its style sheet. */
  readonly mimeType?: string;
  readonly hash?: string;
  readonly size?: number;
  readonly visibility?: Visibility;
  readonly comments?: string;
  /** Events besides the codes of the acts. */
  readonly events?: readonly Coded[];
}

/**
 * The entry of a CDA document (CI-SIS, correspondance CDA – XDS): what the header says, times in UTC, one author each in
 * the same order, class and format by the published associations. Paths of findings are `cda`, then the element. Never
 * throws. Rules: `documents.xds.missing`, `.time`, `.class`, `.format`, `.identifier`.
 */
export function metadataFromCda(cda: ParsedCda, options: CdaMetadataOptions): Checked<DocumentEntry> {
  const findings: Finding[] = [];
  const { header } = cda;
  const missing = (field: string): undefined => {
    findings.push(finding('documents.xds.missing', 'error', ['cda', field], { field }));
    return undefined;
  };
  const uniqueId = parseUniqueId(header.id?.root ?? '');
  if (uniqueId === undefined) missing('id');
  if (header.id?.extension !== undefined) findings.push(finding('documents.xds.extension', 'error', ['cda', 'id']));
  const patient = patientOf(header);
  if (patient === undefined) missing('recordTarget');
  const typeCode = coded(header.code) ?? missing('code');
  const concept = typeCode === undefined ? undefined : classOf(typeCode.code, options.classes);
  if (typeCode !== undefined && concept === undefined) {
    findings.push(finding('documents.xds.class', 'error', ['cda', 'code']));
  }
  const creationTime = timeOf(header.effectiveTime, 'effectiveTime', findings) ?? missing('effectiveTime');
  const [event] = header.serviceEvents;
  const period = event?.effectiveTime;
  const start = timeOf(period?.low ?? period?.value, 'documentationOf', findings);
  const stop = timeOf(period?.high, 'documentationOf', findings);
  const setting = coded(event?.performers[0]?.entity?.organization?.standardIndustryClassCode);
  if (setting === undefined) missing('standardIndustryClassCode');
  const facility = coded(header.encounter?.facility?.code) ?? missing('healthCareFacility');
  const formatCode = formatOf(cda, options, findings);
  const legalAuthenticator = entityXcn(header.legalAuthenticator?.entity, header);
  if (
    uniqueId === undefined ||
    patient === undefined ||
    typeCode === undefined ||
    concept === undefined ||
    creationTime === undefined ||
    setting === undefined ||
    facility === undefined ||
    formatCode === undefined ||
    hasErrors(findings)
  ) {
    return { ok: false, findings };
  }
  const entry: DocumentEntry = {
    id: options.id,
    uniqueId,
    ...patient,
    mimeType: options.mimeType ?? (cda.wrapper === 'stylesheet' ? 'application/xslt+xml' : 'text/xml'),
    ...(options.hash === undefined ? {} : { hash: options.hash }),
    ...(options.size === undefined ? {} : { size: options.size }),
    creationTime,
    ...(start === undefined ? {} : { serviceStartTime: start }),
    ...(stop === undefined ? {} : { serviceStopTime: stop }),
    languageCode: header.languageCode ?? 'fr-FR',
    authors: header.authors.map((author) => authorOf(author)),
    ...(legalAuthenticator === undefined ? {} : { legalAuthenticator }),
    ...(header.title === undefined ? {} : { title: oneLine(header.title) }),
    ...(options.comments === undefined ? {} : { comments: options.comments }),
    classCode: toCoded(concept),
    typeCode,
    formatCode,
    confidentiality: confidentialityCodes(header.confidentialityCode?.code, options.visibility),
    healthcareFacilityType: facility,
    practiceSetting: setting,
    events: eventsOf(
      header.serviceEvents.flatMap(({ code }) => {
        const more = (code?.translations ?? []).flatMap((item) => coded(item) ?? []);
        return codesOfAct(typeCode.code, coded(code), more);
      }),
      options.events,
    ),
    referenceIds: referencesOf(header),
    extraSlots: {},
  };
  return { ok: true, value: entry, findings };
}

function coded(code: CdaCode | undefined): Coded | undefined {
  if (code?.code === undefined || code.codeSystem === undefined) return undefined;
  return plainCode({ code: code.code, codeSystem: code.codeSystem, displayName: code.displayName ?? '' });
}

function timeOf(time: CdaTime | undefined, field: string, findings: Finding[]): XdsTime | undefined {
  if (time?.raw === undefined) return undefined;
  const found = xdsTimeOf(time.raw.trim());
  if (found === undefined) findings.push(finding('documents.xds.time', 'error', ['cda', field], { field }));
  return found;
}

function patientOf(
  header: CdaHeader,
): Pick<DocumentEntry, 'patientId' | 'sourcePatientId' | 'sourcePatientInfo'> | undefined {
  const patient = header.patient;
  const [ins] = patient?.ins ?? [];
  const [local] = patient?.localIds ?? [];
  const national = cx(ins?.id, 'NH');
  const ipp = cx(local, 'PI');
  const patientId = national ?? ipp;
  if (patient === undefined || patientId === undefined) return undefined;
  const { nomNaissance, nomUtilise, premierPrenom, listePrenoms, prenomUtilise, dateNaissance, sexe } = patient.traits;
  // Without the traits of an INS (a local identity), the names that the document does have.
  const family = nomNaissance ?? nomUtilise ?? '';
  const given = premierPrenom ?? listePrenoms ?? prenomUtilise ?? '';
  return {
    patientId,
    sourcePatientId: ipp ?? patientId,
    sourcePatientInfo: [
      `PID-5|${escapeHl7(family)}^${escapeHl7(given)}^^^^^L`,
      ...(dateNaissance === undefined ? [] : [`PID-7|${dateNaissance.replaceAll('-', '').slice(0, 8)}`]),
      `PID-8|${sexe === 'M' || sexe === 'F' ? sexe : 'U'}`,
    ],
  };
}

function cx(id: CdaId | undefined, type: string): XdsPatientId | undefined {
  const extension = id?.extension?.trim();
  return id?.root === undefined || !extension ? undefined : { extension, oid: id.root, type };
}

/** N1 by the media type of its body, N3 by its templates. */
function formatOf(cda: ParsedCda, options: CdaMetadataOptions, findings: Finding[]): Coded | undefined {
  const { body, model } = cda;
  if (body.kind === 'nonXml') {
    const format = unstructuredFormat(body.media.mediaType ?? '');
    if (format === undefined) findings.push(finding('documents.xds.format', 'error', ['cda', 'nonXMLBody']));
    return format;
  }
  const templates = [...(model.template === undefined ? [] : [model.template]), ...model.otherTemplates];
  const { format, known } = structuredFormat(templates, options.formats);
  if (!known) findings.push(finding('documents.xds.format', 'warning', ['cda', 'templateId']));
  return format;
}

function referencesOf(header: CdaHeader): ReferenceId[] {
  const make = (ids: readonly CdaId[], type: string): ReferenceId[] =>
    ids.flatMap(({ root, extension }) =>
      root === undefined ? [] : [reference({ root, ...(extension === undefined ? {} : { extension }) }, type)],
    );
  const orders = header.orders.flatMap((order) => [
    ...make(order.ids, 'urn:ihe:iti:xds:2013:order'),
    ...make(order.accessionNumbers, 'urn:ihe:iti:xds:2013:accession'),
  ]);
  const studies = studiesOf(
    header.code?.code,
    header.serviceEvents.flatMap((event) => event.ids),
  );
  const requests = header.serviceEvents.flatMap((event) => requestOf(event.code, event.ids));
  return [...orders, ...requests, ...studies];
}

function names(person: CdaPerson | undefined): { family?: string; given?: string } {
  const [name] = person?.names ?? [];
  const family = name?.family[0]?.text;
  const given = name?.given[0]?.text;
  return { ...(family === undefined ? {} : { family }), ...(given === undefined ? {} : { given }) };
}

function isPatient(id: CdaId | undefined, header: CdaHeader): boolean {
  return header.patients.some((patient) => patient.ins.some((ins) => ins.id.root === id?.root && id !== undefined));
}

function entityXcn(entity: CdaAssignedEntity | undefined, header: CdaHeader): Xcn | undefined {
  const ids = entity?.ids ?? [];
  const id = ids.find((each) => isPatient(each, header)) ?? professionalId(ids);
  if (id?.extension === undefined) return undefined;
  const { family, given } = names(entity?.person);
  if (isPatient(id, header) && id.root !== undefined) {
    return patientXcn({ root: id.root, extension: id.extension }, family, given);
  }
  return professionalXcn(id.extension, family, given, id.root);
}

function authorOf(author: CdaAuthor): XdsAuthor {
  const person = personOf(author);
  const specialty = author.kind === 'patient' ? undefined : coded(author.code);
  const role = author.functionCode?.displayName ?? author.functionCode?.originalText;
  return {
    ...(person === undefined ? {} : { person }),
    institutions: author.kind === 'patient' ? [] : institutionsOf(author),
    roles: role === undefined ? [] : [role],
    specialties: specialty === undefined ? [] : [specialty],
  };
}

function personOf(author: CdaAuthor): Xcn | undefined {
  const national = author.kind === 'patient' ? author.ids.find((each) => isInsOid(each.root ?? '')) : undefined;
  const id = national ?? professionalId(author.ids);
  if (id?.extension === undefined) return undefined;
  const own = { extension: id.extension, ...(id.root === undefined ? {} : { root: id.root }) };
  if (author.device !== undefined) {
    return deviceXcn(own, author.device.softwareName, author.device.manufacturerModelName);
  }
  const { family, given } = names(author.person);
  if (author.kind === 'patient' && id.root !== undefined) {
    return patientXcn({ root: id.root, extension: id.extension }, family, given);
  }
  return professionalXcn(id.extension, family, given, id.root);
}

function institutionsOf(author: CdaAuthor): XdsAuthor['institutions'] {
  const organization: CdaOrganization | undefined = author.organization;
  if (organization === undefined) return [];
  const [name] = organization.names;
  const id = structureId(organization.ids);
  if (author.kind === 'service') return [vendorXon(name, id?.extension)];
  return [structureXon(name, id?.extension, id?.root)];
}
