import { xcnId, xonId } from './access.js';
import type { DmpCaller } from './caller.js';
import { checkAuthor, checkEntry, isDtm, isHash, isSignatureEntry, type Report } from './entry-rules.js';
import type { DmpCode, DmpDocumentEntry, DmpSubmission, DmpSubmissionSet } from './metadata.js';
import type { DmpPatient } from './record.js';
import { type DmpRefusal, registryRefusal } from './refusal.js';
import { classOfType, isMember, KOS_FORMAT, VALUE_SETS } from './value-sets.js';
import {
  ASSOCIATION,
  HIDDEN_FROM_PATIENT,
  HIDDEN_FROM_REPRESENTATIVES,
  KNOWN_ASSOCIATIONS,
  MASKED,
  SIGNATURE,
  SYSTEM,
} from './vocabulary.js';

const OID_FORM = /^[0-2](?:\.(?:0|[1-9]\d*))+$/;
const isOid = (text: string) => OID_FORM.test(text) && text.length <= 64;

const reporter =
  (into: DmpRefusal[], check: number, code: string, location?: string): Report =>
  (reason, context, from = 'dmp') => {
    into.push(registryRefusal(check, code, reason, context, location === undefined ? { from } : { from, location }));
  };

/** What every set has, that of a deposit as that of an update. */
function setStructure(set: DmpSubmissionSet, bad: Report): void {
  if (!isOid(set.uniqueId)) bad('set.uniqueId', 'uniqueId du lot : OID de 64 caractères au plus');
  if (!isOid(set.sourceId ?? '')) bad('set.sourceId', 'sourceId du lot : OID de 64 caractères au plus');
  if (!isDtm(set.submissionTime ?? '')) bad('set.submissionTime', 'submissionTime absent ou mal formé');
  else if (set.submissionTime?.length !== 14)
    bad('set.submissionTimePrecision', 'submissionTime : yyyyMMddHHmmss attendu', 'strict');
  if (!set.contentType) bad('set.contentType', 'contentTypeCode absent');
  for (const author of set.authors) checkAuthor(author, 'lot', bad);
}

/** Check 10: the structure that IHE asks for (ITI TF-3 §4.2, ITI TF-2 §3.41), with CX, XCN and XON as the DMP writes them. */
function structure(submission: DmpSubmission, into: DmpRefusal[]): void {
  const { set, entries, associations, documents } = submission;
  const bad = reporter(into, 10, 'XDSRepositoryMetadataError');
  const ids = [set.id, ...entries.map(({ id }) => id), ...associations.map(({ id }) => id)];
  if (new Set(ids).size !== ids.length) bad('structure.ids', 'deux objets portent le même id', 'lenient');

  setStructure(set, bad);

  for (const entry of entries) {
    const at = reporter(into, 10, 'XDSRepositoryMetadataError', entry.id);
    checkEntry(entry, at);
  }

  const entryIds = new Set(entries.map(({ id }) => id));
  for (const association of associations) {
    if (!KNOWN_ASSOCIATIONS.has(association.type)) bad('association.type', 'type d’association inconnu');
    if (association.type === ASSOCIATION.hasMember) {
      if (association.source !== set.id) bad('association.source', 'HasMember : la source doit être le lot');
      if (association.submissionSetStatus !== 'Original' && association.submissionSetStatus !== 'Reference') {
        bad('association.status', 'HasMember sans SubmissionSetStatus');
      }
      if (association.submissionSetStatus === 'Original' && !entryIds.has(association.target)) {
        bad('association.target', 'HasMember Original vers une fiche absente du lot', 'lenient');
      }
    }
    if (association.type === ASSOCIATION.replaces && !entryIds.has(association.source)) {
      bad('association.replaces', 'RPLC : la source doit être une fiche du lot', 'lenient');
    }
    if (association.type === ASSOCIATION.updateStatus)
      bad('association.updateStatus', 'UpdateAvailabilityStatus n’a pas sa place dans un dépôt');
  }
  for (const entry of entries) {
    const count = associations.filter((a) => a.type === ASSOCIATION.hasMember && a.target === entry.id).length;
    if (count !== 1)
      bad('association.member', 'chaque fiche doit avoir une association HasMember et une seule', 'lenient');
  }

  const withBytes = new Set(documents.map(({ entryId }) => entryId));
  if (withBytes.size !== documents.length) bad('document.repeated', 'deux documents de même id', 'lenient');
  for (const { id } of entries) {
    if (!withBytes.has(id))
      into.push(registryRefusal(10, 'XDSMissingDocument', 'document.missing', 'fiche sans document', { location: id }));
  }
  for (const { entryId } of documents) {
    if (!entryIds.has(entryId))
      into.push(
        registryRefusal(10, 'XDSMissingDocumentMetadata', 'document.withoutEntry', 'document sans fiche', {
          location: entryId,
        }),
      );
  }
}

function contentType({ contentType: code }: DmpSubmissionSet, into: DmpRefusal[]): void {
  if (code && !isMember(VALUE_SETS.contentType, code))
    reporter(
      into,
      11,
      'XDSRegistryMetadataError',
    )('valueSet.contentTypeCode', 'contentTypeCode hors du jeu de valeurs JDV_J59');
}

/** Check 11: value sets, class of the type. The coherence of the format with the CDA template is judged with the CDA. */
function valueSets(submission: DmpSubmission, into: DmpRefusal[]): void {
  const { set, entries } = submission;
  const member = (
    report: Report,
    name: string,
    code: DmpCode | undefined,
    values: ReadonlySet<string>,
    jdv: string,
  ) => {
    if (code && !isMember(values, code)) report(`valueSet.${name}`, `${name} hors du jeu de valeurs ${jdv}`);
  };
  contentType(set, into);
  for (const entry of entries) {
    const bad = reporter(into, 11, 'XDSRegistryMetadataError', entry.id);
    member(bad, 'healthcareFacilityTypeCode', entry.healthcareFacilityType, VALUE_SETS.facility, 'JDV_J61');
    member(bad, 'practiceSettingCode', entry.practiceSetting, VALUE_SETS.practice, 'JDV_J62');
    for (const code of entry.confidentiality)
      member(bad, 'confidentialityCode', code, VALUE_SETS.confidentiality, 'JDV_J58');
    member(bad, 'formatCode', entry.formatCode, VALUE_SETS.formatCode, 'JDV_J60');
    if (isSignatureEntry(entry)) continue;
    member(bad, 'classCode', entry.classCode, VALUE_SETS.classCode, 'JDV_J57');
    member(bad, 'typeCode', entry.typeCode, VALUE_SETS.typeCode, 'JDV_J66');
    const expected = entry.typeCode && classOfType(entry.typeCode.code);
    if (expected !== undefined && entry.classCode && entry.classCode.code !== expected)
      bad('valueSet.class', 'classCode différent de celui que ASS_X04 associe à typeCode', 'strict');
    const dicom = entry.formatCode?.code === KOS_FORMAT;
    const expectedMimes = dicom ? ['application/dicom'] : ['text/xml', 'application/xslt+xml'];
    if (!expectedMimes.includes(entry.mimeType))
      bad('valueSet.mimeType', 'mimeType incohérent avec formatCode', 'strict');
  }
}

/** Check 12. */
function confidentiality(submission: DmpSubmission, minor: boolean, into: DmpRefusal[]): void {
  for (const entry of submission.entries) {
    const bad = reporter(into, 12, 'XDSRegistryMetadataError', entry.id);
    const codes = entry.confidentiality.map(({ code }) => code);
    if (codes.length === 0 || codes.length > 4) bad('confidentiality.count', 'confidentialityCode : de 1 à 4 codes');
    else if (new Set(codes).size !== codes.length)
      bad('confidentiality.repeated', 'confidentialityCode répété', 'strict');
    if (!codes.includes('N')) bad('confidentiality.normal', 'confidentialityCode : N est attendu');
    if (codes.some((code) => code === 'V' || code === 'R'))
      bad('confidentiality.restricted', 'un document R ou V n’est pas partagé sur le DMP', 'strict');
    if (codes.includes(HIDDEN_FROM_REPRESENTATIVES) && !minor)
      bad('confidentiality.minor', 'INVISIBLE_REPRESENTANTS_LEGAUX : le patient n’est pas mineur', 'strict');
  }
}

/** Check 13 for a new document: announced hash and size against the bytes. */
function integrity(submission: DmpSubmission, into: DmpRefusal[]): void {
  for (const { entryId, content } of submission.documents) {
    const entry = submission.entries.find(({ id }) => id === entryId);
    const bad = reporter(into, 13, 'XDSRepositoryMetadataError', entryId);
    if (entry?.hash !== undefined && isHash(entry.hash) && entry.hash !== content.sha1)
      bad('content.hash', 'hash différent de celui des octets reçus');
    if (entry?.size !== undefined && entry.size > 0 && entry.size !== content.size)
      bad('content.size', 'size différent du nombre d’octets reçus');
  }
}

/** Check 14, the part that needs no registry: forms, and nothing twice in the message. */
function identifiers(submission: DmpSubmission, into: DmpRefusal[]): void {
  const seen = new Set([submission.set.uniqueId]);
  for (const { uniqueId, id } of submission.entries) {
    if (uniqueId !== '' && !isOid(uniqueId))
      into.push(
        registryRefusal(
          14,
          'XDSRepositoryMetadataError',
          'uniqueId.form',
          'uniqueId du document : OID de 64 caractères au plus, sans extension',
          { from: 'dmp', location: id },
        ),
      );
    if (seen.has(uniqueId))
      into.push(
        registryRefusal(
          14,
          'XDSRepositoryDuplicateUniqueIdInMessage',
          'uniqueId.repeated',
          'uniqueId répété dans le message',
          { location: id },
        ),
      );
    seen.add(uniqueId);
  }
}

/** Check 15: the caller's structure among the authors, one author of the set, who is the caller. */
function setAuthor(set: DmpSubmissionSet, caller: DmpCaller, into: DmpRefusal[]): void {
  const bad = reporter(into, 15, 'XDSRegistryMetadataError');
  if (set.authors.length !== 1) bad('author.one', 'le lot doit avoir un auteur et un seul');
  const structures = set.authors.flatMap(({ institutions }) => institutions.map(xonId));
  if (!structures.includes(caller.structure))
    bad('author.structure', 'Aucun AuthorInstitution ne correspond à l’utilisateur du VIHF');
  const [author] = set.authors;
  if (author?.person !== undefined && xcnId(author.person) !== caller.userId)
    bad('author.user', 'l’auteur du lot n’est pas l’utilisateur du VIHF', 'strict');
  const specialty = specialtyOf(caller);
  if (specialty !== undefined && author?.specialties.some((value) => value.split('^')[0] !== specialty))
    bad('author.vihfSpecialty', 'authorSpecialty du lot : profession et savoir-faire du VIHF attendus', 'strict');
}

/** `G15_10/SM26` of a professional with a profession of G15; nothing for the others. */
function specialtyOf({ roles }: DmpCaller): string | undefined {
  const [profession, skill] = roles;
  if (profession?.codeSystem !== '1.2.250.1.71.1.2.7') return undefined;
  return `G15_${profession.code}${skill ? `/${skill.code}` : ''}`;
}

/** Check 15 for the set and for each document. */
function authors(submission: DmpSubmission, caller: DmpCaller, into: DmpRefusal[]): void {
  setAuthor(submission.set, caller, into);
  for (const entry of submission.entries) {
    const own = entry.authors.flatMap(({ institutions }) => institutions.map(xonId));
    if (own.length > 0 && !own.includes(caller.structure))
      reporter(
        into,
        15,
        'XDSRegistryMetadataError',
        entry.id,
      )('author.structure', 'Aucun AuthorInstitution ne correspond à l’utilisateur du VIHF', 'strict');
  }
}

/** Check 17, metadata: one signature entry, as the DMP writes it, signs + HasMember. */
function signatureEntry(submission: DmpSubmission, into: DmpRefusal[]): void {
  const found = submission.entries.filter(isSignatureEntry);
  const [entry] = found;
  if (!entry || found.length > 1) {
    into.push(
      registryRefusal(
        17,
        'XDSRepositoryError',
        'signature.count',
        'un document de signature XAdES et un seul est attendu dans le lot',
        { from: 'dmp' },
      ),
    );
    return;
  }
  const bad = reporter(into, 17, 'XDSRepositoryError', entry.id);
  const signs = submission.associations.filter(({ type }) => type === ASSOCIATION.signs);
  if (signs.length !== 1 || signs[0]?.source !== entry.id || signs[0]?.target !== submission.set.id)
    bad('signature.signs', 'association signs attendue, de la signature vers le lot');
  const is = (code: DmpCode | undefined, value: string, system: string) =>
    code?.code === value && code.codeSystem === system;
  const codes = new Set(entry.confidentiality.map(({ code }) => code));
  const documents = submission.entries.filter((other) => !isSignatureEntry(other));
  /** Same code as one of the documents. */
  const shared = (read: (of: DmpDocumentEntry) => DmpCode | undefined) =>
    documents.length === 0 ||
    documents.some((other) => read(other) === undefined || read(other)?.code === read(entry)?.code);
  const rules: readonly (readonly [string, boolean])[] = [
    ['mimeType', entry.mimeType === 'text/xml'],
    ['languageCode', entry.languageCode === SIGNATURE.language],
    ['title', entry.title === SIGNATURE.title],
    ['classCode', is(entry.classCode, SIGNATURE.classCode, SYSTEM.urn)],
    ['typeCode', is(entry.typeCode, SIGNATURE.typeCode, SIGNATURE.typeSystem)],
    ['formatCode', is(entry.formatCode, SIGNATURE.formatCode, SYSTEM.urn)],
    ['confidentialityCode', codes.size === 3 && codes.has('N') && codes.has(MASKED) && codes.has(HIDDEN_FROM_PATIENT)],
    ['eventCodeList', entry.events.length === 1 && is(entry.events[0], SIGNATURE.eventCode, SIGNATURE.eventSystem)],
    ['sourcePatientInfo', entry.sourcePatientInfo === undefined],
    ['creationTime', entry.creationTime?.startsWith(submission.set.submissionTime ?? '') ?? false],
    ['serviceStartTime', entry.serviceStartTime === entry.creationTime],
    ['serviceStopTime', entry.serviceStopTime === entry.creationTime],
    [
      'sourcePatientId',
      entry.sourcePatientId?.startsWith(`${entry.patientId.extension}^^^&${entry.patientId.oid}&ISO^NH`) ?? false,
    ],
    ['author', entry.authors.length === 1 && entry.authors[0]?.person === submission.set.authors[0]?.person],
    ['legalAuthenticator', entry.legalAuthenticator === submission.set.authors[0]?.person],
    ['healthcareFacilityTypeCode', shared(({ healthcareFacilityType }) => healthcareFacilityType)],
    ['practiceSettingCode', shared(({ practiceSetting }) => practiceSetting)],
  ];
  for (const [name, right] of rules)
    if (!right) bad(`signature.${name}`, `fiche de signature : ${name} non conforme`, 'strict');
}

/** Every check of a deposit that needs neither the bytes' meaning nor the registry: 9 (inside), 10 to 15, 17. */
export function checkSubmission(
  submission: DmpSubmission,
  context: { readonly caller: DmpCaller; readonly patient: DmpPatient | undefined; readonly now: Date },
): DmpRefusal[] {
  const into: DmpRefusal[] = [];
  structure(submission, into);
  for (const entry of submission.entries) {
    const { extension, oid } = submission.set.patientId;
    if (entry.patientId.extension !== extension || entry.patientId.oid !== oid)
      into.push(
        registryRefusal(
          9,
          'XDSPatientIdDoesNotMatch',
          'patient.objects',
          'patientId différent entre le lot et ses fiches',
          { location: entry.id },
        ),
      );
  }
  valueSets(submission, into);
  confidentiality(submission, isMinor(context.patient, context.now), into);
  integrity(submission, into);
  identifiers(submission, into);
  authors(submission, context.caller, into);
  signatureEntry(submission, into);
  return into;
}

/** Checks 10, 11 and 15 for the set of an ITI-57: the same as those of a deposit, without documents. */
export function checkUpdateSet(set: DmpSubmissionSet, caller: DmpCaller): DmpRefusal[] {
  const into: DmpRefusal[] = [];
  setStructure(set, reporter(into, 10, 'XDSRegistryMetadataError'));
  contentType(set, into);
  setAuthor(set, caller, into);
  return into;
}

/** Under eighteen at that instant; a person without a calendar date of birth is not taken for a minor. */
export function isMinor(patient: DmpPatient | undefined, now: Date): boolean {
  const [year = Number.NaN, month = 1, day = 1] = (patient?.birthDate ?? '').split('-').map(Number);
  const adult = new Date(Date.UTC(year + 18, month - 1, day));
  return adult.getTime() > now.getTime();
}
