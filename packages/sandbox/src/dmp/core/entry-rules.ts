import type { DmpAuthor, DmpCode, DmpDocumentEntry } from './metadata.js';
import type { DmpLevel } from './refusal.js';
import { SIGNATURE } from './vocabulary.js';

export const DTM = /^\d{4}(?:\d{2}){0,5}$/;
const CX = /^[^^]+\^\^\^[^^&]*&[0-9.]+&ISO(?:\^[A-Za-z0-9]*(?:\^.*)?)?$/;
const CXI = /^[^^]+\^\^\^(?:[^^&]*&[0-9.]+&ISO)?\^[^^]+/;
const XCN = /^[^^]+\^[^^]*\^[^^]*\^\^\^\^\^\^&[0-9.]+&ISO\^[A-Z]\^\^\^[A-Z]+$/;
const XON = /^[^^]+\^\^\^\^\^&[0-9.]+&ISO\^[A-Z]+\^\^\^[^^]+$/;
const SPECIALTY = /^[^^]+\^[^^]*\^[0-9.]+$/;
const MAX_VALUE = 256;
const MAX_TITLE = 128;
const HASH = /^[0-9a-f]{40}$/;

/** Collects refusals under one code. */
export type Report = (reason: string, context: string, from?: DmpLevel) => void;

export const isSignatureEntry = (entry: Pick<DmpDocumentEntry, 'classCode'>) =>
  entry.classCode?.code === SIGNATURE.classCode;

/** Author of a set or of a document. */
export function checkAuthor(author: DmpAuthor, where: string, bad: Report): void {
  if (author.person === undefined && author.institutions.length === 0)
    bad('author.empty', `auteur (${where}) sans personne ni structure`);
  if (author.person !== undefined && !XCN.test(author.person))
    bad('author.person', `authorPerson (${where}) : XCN mal formé`);
  for (const xon of author.institutions)
    if (!XON.test(xon)) bad('author.institution', `authorInstitution (${where}) : XON mal formé`);
  for (const value of author.specialties)
    if (!SPECIALTY.test(value)) bad('author.specialty', `authorSpecialty (${where}) : code^libellé^OID attendu`);
}

/** One entry, but its associations and its document. */
export function checkEntry(entry: DmpDocumentEntry, bad: Report): void {
  const required: readonly (readonly [string, DmpCode | undefined])[] = [
    ['classCode', entry.classCode],
    ['typeCode', entry.typeCode],
    ['formatCode', entry.formatCode],
    ['healthcareFacilityTypeCode', entry.healthcareFacilityType],
    ['practiceSettingCode', entry.practiceSetting],
  ];
  for (const [name, code] of required) {
    if (!code) bad(`entry.${name}`, `${name} absent`);
    else if (code.code === '' || code.codeSystem === '') bad(`entry.${name}`, `${name} sans code ou sans codingScheme`);
  }
  for (const code of [...entry.confidentiality, ...entry.events])
    if (code.code === '' || code.codeSystem === '') bad('entry.code', 'code sans codingScheme');
  if (entry.uniqueId === '' || entry.uniqueId.length > 128)
    bad('entry.uniqueId', 'uniqueId absent ou trop long', 'lenient');
  if (entry.authors.length === 0) bad('entry.author', 'aucun auteur');
  for (const author of entry.authors) checkAuthor(author, 'document', bad);
  if (entry.legalAuthenticator === undefined) bad('entry.legalAuthenticator', 'legalAuthenticator absent');
  else if (!XCN.test(entry.legalAuthenticator)) bad('entry.legalAuthenticator', 'legalAuthenticator : XCN mal formé');

  const times: readonly (readonly [string, string | undefined, boolean])[] = [
    ['creationTime', entry.creationTime, true],
    ['serviceStartTime', entry.serviceStartTime, true],
    ['serviceStopTime', entry.serviceStopTime, false],
  ];
  for (const [name, value, mandatory] of times) {
    if (value === undefined ? mandatory : !DTM.test(value)) bad(`entry.${name}`, `${name} absent ou mal formé`);
  }
  const { serviceStartTime: start = '', serviceStopTime: stop } = entry;
  if (stop !== undefined && stop.padEnd(14, '9') < start)
    bad('entry.serviceTimes', 'serviceStopTime avant serviceStartTime');
  if (!entry.languageCode || !/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(entry.languageCode))
    bad('entry.languageCode', 'languageCode absent ou mal formé');
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(entry.mimeType)) bad('entry.mimeType', 'mimeType mal formé');
  if (!entry.sourcePatientId || !CX.test(entry.sourcePatientId))
    bad('entry.sourcePatientId', 'sourcePatientId absent ou CX mal formé');
  for (const value of entry.sourcePatientInfo ?? []) {
    const field = Number(/^PID-(\d{1,2})\|/.exec(value)?.[1] ?? Number.NaN);
    if (!(field >= 1 && field <= 39) || [2, 4, 12, 19].includes(field))
      bad('entry.sourcePatientInfo', 'sourcePatientInfo : PID-n attendu');
  }
  if (!isSignatureEntry(entry) && entry.sourcePatientInfo === undefined)
    bad('entry.sourcePatientInfo', 'sourcePatientInfo absent');
  if (!entry.title) bad('entry.title', 'titre absent');
  else if (entry.title.length > MAX_TITLE) bad('entry.title', `titre de plus de ${MAX_TITLE} caractères`);
  if (entry.hash !== undefined && !HASH.test(entry.hash))
    bad('entry.hash', 'hash : 40 chiffres hexadécimaux minuscules attendus');
  if (entry.size !== undefined && !(Number.isInteger(entry.size) && entry.size >= 0))
    bad('entry.size', 'size : nombre d’octets attendu');
  for (const value of entry.referenceIds)
    if (!CXI.test(value)) bad('entry.referenceId', 'referenceIdList : CXi mal formé');
  const values = [
    entry.legalAuthenticator,
    entry.sourcePatientId,
    ...(entry.sourcePatientInfo ?? []),
    ...entry.authors.flatMap((a) => [a.person, ...a.institutions, ...a.specialties, ...a.roles]),
  ];
  if (values.some((value) => (value?.length ?? 0) > MAX_VALUE))
    bad('entry.value', `valeur de plus de ${MAX_VALUE} caractères`);
}
