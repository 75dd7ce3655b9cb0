import type { Finding } from '@socle-sante/core/finding';
import { under } from '@socle-sante/core/finding';
import type { ParsedCda } from '../reader/parsed.js';
import { type Path, problem } from './check-values.js';
import { metadataFromCda } from './from-cda.js';
import { encodeXcn, encodeXon, samePatient } from './hl7.js';
import type { DocumentEntry, XdsAuthor } from './types.js';

/**
 * What an entry says otherwise than the document that it describes: identifier, title, codes, confidentiality, patient,
 * authors in order, legal authenticator, times, place, setting, language. Rules: `documents.metadata.differs` with the
 * attribute, and those of `metadataFromCda`. Never throws.
 */
export function compareWithCda(entry: DocumentEntry, cda: ParsedCda, path: Path = []): Finding[] {
  const read = metadataFromCda(cda, { id: entry.id });
  if (!read.ok) return under(path, read.findings);
  const document = read.value;
  const same: readonly (readonly [keyof DocumentEntry, boolean])[] = [
    ['uniqueId', entry.uniqueId === document.uniqueId],
    ['title', entry.title === document.title],
    ['typeCode', entry.typeCode.code === document.typeCode.code],
    ['formatCode', entry.formatCode.code === document.formatCode.code],
    ['confidentiality', entry.confidentiality[0]?.code === document.confidentiality[0]?.code],
    ['patientId', samePatient(entry.patientId, document.patientId)],
    ['sourcePatientInfo', join(entry.sourcePatientInfo) === join(document.sourcePatientInfo)],
    ['authors', entry.authors.map(author).join('\n') === document.authors.map(author).join('\n')],
    ['legalAuthenticator', person(entry.legalAuthenticator) === person(document.legalAuthenticator)],
    ['creationTime', entry.creationTime === document.creationTime],
    ['serviceStartTime', entry.serviceStartTime === document.serviceStartTime],
    ['serviceStopTime', entry.serviceStopTime === document.serviceStopTime],
    ['healthcareFacilityType', entry.healthcareFacilityType.code === document.healthcareFacilityType.code],
    ['practiceSetting', entry.practiceSetting.code === document.practiceSetting.code],
    ['languageCode', entry.languageCode === document.languageCode],
  ];
  return same.filter(([, equal]) => !equal).map(([field]) => problem('differs', 'error', [...path, field], { field }));
}

function join(values: readonly string[] | undefined): string {
  return (values ?? []).join('\n');
}

function person(value: DocumentEntry['legalAuthenticator']): string {
  return value === undefined ? '' : encodeXcn(value);
}

function author(value: XdsAuthor): string {
  return [
    person(value.person),
    ...value.institutions.map(encodeXon),
    ...value.specialties.map((item) => item.code),
    ...value.roles,
  ].join('|');
}
