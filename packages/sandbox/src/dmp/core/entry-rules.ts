import type { DmpAuthor, DmpCode, DmpDocumentEntry } from './metadata.js';
import type { DmpLevel } from './refusal.js';
import { SIGNATURE, SYSTEM } from './vocabulary.js';

const CX = /^[^^]+\^\^\^[^^&]*&[0-9.]+&ISO(?:\^[A-Za-z0-9]*(?:\^.*)?)?$/;
const CXI = /^[^^]+\^\^\^(?:[^^&]*&[0-9.]+&ISO)?\^[^^]+/;
const XCN = /^[^^]+\^[^^]*\^[^^]*\^\^\^\^\^\^&[0-9.]+&ISO\^[A-Z]\^\^\^[A-Z]+$/;
const XON = /^[^^]+\^\^\^\^\^&[0-9.]+&ISO\^[A-Z]+\^\^\^[^^]+$/;
const SPECIALTY = /^[^^]+\^[^^]*\^[0-9.]+$/;
const MAX_VALUE = 256;
const MAX_TITLE = 128;
export const isHash = (text: string) => /^[0-9a-f]{40}$/.test(text);
const LANGUAGE = 'fr-FR';
/** JDV_J231 */
const REFERENCE_TYPES: ReadonlySet<string> = new Set([
  'urn:ihe:iti:xds:2013:accession',
  'urn:ihe:iti:xds:2013:order',
  'urn:ihe:iti:xds:2016:studyInstanceUID',
]);
/** Code systems of authorSpecialty (JDV_J01): G15 and G16, A00, R95, R94, R85. */
const SPECIALTY_SYSTEMS: Readonly<Record<string, RegExp>> = {
  '1.2.250.1.213.1.1.4.5': /^G1[56]_\d{2}(?:\/[A-Z0-9]+)?$/,
  '1.2.250.1.213.1.1.4.6': /^[A-Z_]+$/,
  '1.2.250.1.213.1.6.1.109': /^\d{2}$/,
  '1.2.250.1.213.1.6.1.4': /^\d{2}$/,
  '1.2.250.1.213.1.6.1.107': /^\d{3}$/,
};
const PATIENT_INFO: Readonly<Record<number, RegExp>> = {
  5: /^PID-5\|[^^|]+\^[^^]+(?:\^[^^]*){4}\^[LD]$/,
  7: /^PID-7\|\d{8}$/,
  8: /^PID-8\|[MFU]$/,
};

/** A DTM, possibly shortened, that the calendar knows. */
export function isDtm(value: string): boolean {
  const match = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?$/.exec(value);
  if (!match) return false;
  const [y, mo = 1, d = 1, h = 0, mi = 0, s = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const at = new Date(Date.UTC(y ?? 0, mo - 1, d, h, mi, s));
  return at.getUTCMonth() === mo - 1 && at.getUTCDate() === d && h < 24 && mi < 60 && s < 60;
}

const oidOf = (authority: string | undefined) => (authority ?? '').split('&')[1] ?? '';

/** Shapes of dmp-xds §7.4: professional with a national or an internal identifier, patient, machine. */
function isKnownPerson(xcn: string): boolean {
  const [id = '', family = '', given = '', , , , , , authority, nameType, , , idType] = xcn.split('^');
  const named = family !== '' && given !== '' && nameType === 'D';
  switch (idType) {
    case 'IDNPS':
      return named && oidOf(authority) === SYSTEM.professionals && /^(?:0[0-9A-Z]{8,9}|8\d{11})$/.test(id);
    case 'EI':
      return named && oidOf(authority) === SYSTEM.professionals && /^[13-6][0-9A-Z]+\/\S+$/.test(id);
    case 'NH':
      return named && /^1\.2\.250\.1\.213\.1\.4\.(?:8|9|10|11)$/.test(oidOf(authority)) && /^[0-9AB]{15}$/.test(id);
    case 'RI':
      return nameType === 'U' && family !== '' && oidOf(authority) === SYSTEM.professionals;
    default:
      return false;
  }
}

/** A structure, or a referenced digital service by the SIREN of its vendor. */
function isKnownInstitution(xon: string): boolean {
  const [, , , , , authority, idType] = xon.split('^');
  return (
    (idType === 'IDNST' && oidOf(authority) === SYSTEM.structures) ||
    (idType === 'SIREN' && oidOf(authority) === '1.3.2')
  );
}

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
  else if (author.person !== undefined && !isKnownPerson(author.person))
    bad(
      'author.personKind',
      `authorPerson (${where}) : identifiant, autorité et type qui ne vont pas ensemble`,
      'strict',
    );
  for (const xon of author.institutions)
    if (!XON.test(xon)) bad('author.institution', `authorInstitution (${where}) : XON mal formé`);
    else if (!isKnownInstitution(xon))
      bad('author.institutionKind', `authorInstitution (${where}) : IDNST ou SIREN attendu`, 'strict');
  for (const value of author.specialties) {
    const [code = '', , system = ''] = value.split('^');
    if (!SPECIALTY.test(value)) bad('author.specialty', `authorSpecialty (${where}) : code^libellé^OID attendu`);
    else if (!SPECIALTY_SYSTEMS[system]?.test(code))
      bad('author.specialtySystem', `authorSpecialty (${where}) : code hors de JDV_J01`, 'strict');
  }
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
  else if (!isKnownPerson(entry.legalAuthenticator))
    bad(
      'entry.legalAuthenticatorKind',
      'legalAuthenticator : identifiant, autorité et type qui ne vont pas ensemble',
      'strict',
    );

  const times: readonly (readonly [string, string | undefined, boolean])[] = [
    ['creationTime', entry.creationTime, true],
    ['serviceStartTime', entry.serviceStartTime, true],
    ['serviceStopTime', entry.serviceStopTime, false],
  ];
  for (const [name, value, mandatory] of times) {
    if (value === undefined ? mandatory : !isDtm(value)) bad(`entry.${name}`, `${name} absent ou mal formé`);
  }
  if (entry.creationTime !== undefined && entry.creationTime.length !== 14)
    bad('entry.creationTimePrecision', 'creationTime : yyyyMMddHHmmss attendu', 'strict');
  const { serviceStartTime: start = '', serviceStopTime: stop } = entry;
  if (stop !== undefined && stop.padEnd(14, '9') < start)
    bad('entry.serviceTimes', 'serviceStopTime avant serviceStartTime');
  if (!entry.languageCode || !/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(entry.languageCode))
    bad('entry.languageCode', 'languageCode absent ou mal formé');
  else if (!isSignatureEntry(entry) && entry.languageCode !== LANGUAGE)
    bad('entry.language', `languageCode : ${LANGUAGE} attendu`, 'strict');
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(entry.mimeType)) bad('entry.mimeType', 'mimeType mal formé');
  if (!entry.sourcePatientId || !CX.test(entry.sourcePatientId))
    bad('entry.sourcePatientId', 'sourcePatientId absent ou CX mal formé');
  else if (!/^(?:PI|NH)$/.test(entry.sourcePatientId.split('^')[4] ?? ''))
    bad('entry.sourcePatientIdType', 'sourcePatientId : PI pour un IPP, NH pour l’INS', 'strict');
  for (const value of entry.sourcePatientInfo ?? []) {
    const field = Number(/^PID-(\d{1,2})\|/.exec(value)?.[1] ?? Number.NaN);
    if (!(field >= 1 && field <= 39) || [2, 4, 12, 19].includes(field))
      bad('entry.sourcePatientInfo', 'sourcePatientInfo : PID-n attendu');
  }
  if (!isSignatureEntry(entry)) {
    if (entry.sourcePatientInfo === undefined) bad('entry.sourcePatientInfo', 'sourcePatientInfo absent');
    else
      for (const [field, form] of Object.entries(PATIENT_INFO)) {
        const found = entry.sourcePatientInfo.filter((value) => value.startsWith(`PID-${field}|`));
        if (found.length !== 1 || !form.test(found[0] ?? ''))
          bad(
            `entry.sourcePatientInfo${field}`,
            `sourcePatientInfo : PID-${field} absent, répété ou mal formé`,
            'strict',
          );
      }
  }
  if (!entry.title) bad('entry.title', 'titre absent');
  else if (entry.title.length > MAX_TITLE) bad('entry.title', `titre de plus de ${MAX_TITLE} caractères`);
  if (entry.hash !== undefined && !isHash(entry.hash))
    bad('entry.hash', 'hash : 40 chiffres hexadécimaux minuscules attendus');
  if (entry.size !== undefined && !(Number.isInteger(entry.size) && entry.size > 0))
    bad('entry.size', 'size : nombre d’octets attendu');
  for (const value of entry.referenceIds)
    if (!CXI.test(value)) bad('entry.referenceId', 'referenceIdList : CXi mal formé');
    else if (!REFERENCE_TYPES.has(value.split('^')[4] ?? ''))
      bad('entry.referenceIdType', 'referenceIdList : type hors de JDV_J231', 'strict');
  const values = [
    entry.legalAuthenticator,
    entry.sourcePatientId,
    ...(entry.sourcePatientInfo ?? []),
    ...entry.authors.flatMap((a) => [a.person, ...a.institutions, ...a.specialties, ...a.roles]),
  ];
  if (values.some((value) => (value?.length ?? 0) > MAX_VALUE))
    bad('entry.value', `valeur de plus de ${MAX_VALUE} caractères`);
}
