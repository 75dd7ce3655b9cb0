import type { DmpQuery, DmpQueryName, DmpQueryResult } from './api.js';
import type { DmpAssociation, DmpAuthor, DmpCode } from './metadata.js';
import type { StoredEntry, StoredSet } from './record.js';
import { type DmpRefusal, DmpRefused, registryRefusal } from './refusal.js';
import { statusOf } from './vocabulary.js';

type Parameters = DmpQuery['parameters'];

/** Parameters of each query; `!` marks a mandatory one, `|` a choice of exactly one. */
const PARAMETERS: Readonly<Record<DmpQueryName, string>> = {
  FindDocuments:
    '!$XDSDocumentEntryPatientId !$XDSDocumentEntryStatus $XDSDocumentEntryClassCode $XDSDocumentEntryTypeCode $XDSDocumentEntryPracticeSettingCode $XDSDocumentEntryHealthcareFacilityTypeCode $XDSDocumentEntryEventCodeList $XDSDocumentEntryConfidentialityCode $XDSDocumentEntryFormatCode $XDSDocumentEntryAuthorPerson $XDSDocumentEntryCreationTimeFrom $XDSDocumentEntryCreationTimeTo $XDSDocumentEntryServiceStartTimeFrom $XDSDocumentEntryServiceStartTimeTo $XDSDocumentEntryServiceStopTimeFrom $XDSDocumentEntryServiceStopTimeTo $XDSDocumentEntryType',
  FindDocumentsByReferenceId:
    '!$XDSDocumentEntryPatientId !$XDSDocumentEntryStatus !$XDSDocumentEntryReferenceIdList $XDSDocumentEntryClassCode $XDSDocumentEntryTypeCode $XDSDocumentEntryPracticeSettingCode $XDSDocumentEntryHealthcareFacilityTypeCode $XDSDocumentEntryEventCodeList $XDSDocumentEntryConfidentialityCode $XDSDocumentEntryFormatCode $XDSDocumentEntryAuthorPerson $XDSDocumentEntryCreationTimeFrom $XDSDocumentEntryCreationTimeTo $XDSDocumentEntryServiceStartTimeFrom $XDSDocumentEntryServiceStartTimeTo $XDSDocumentEntryServiceStopTimeFrom $XDSDocumentEntryServiceStopTimeTo $XDSDocumentEntryType',
  FindSubmissionSets:
    '!$XDSSubmissionSetPatientId !$XDSSubmissionSetStatus $XDSSubmissionSetSubmissionTimeFrom $XDSSubmissionSetSubmissionTimeTo $XDSSubmissionSetAuthorPerson $XDSSubmissionSetContentType $XDSSubmissionSetSourceId',
  FindFolders:
    '!$XDSFolderPatientId !$XDSFolderStatus $XDSFolderLastUpdateTimeFrom $XDSFolderLastUpdateTimeTo $XDSFolderCodeList',
  GetAll:
    '!$patientId !$XDSDocumentEntryStatus !$XDSSubmissionSetStatus !$XDSFolderStatus $XDSDocumentEntryFormatCode $XDSDocumentEntryConfidentialityCode $XDSDocumentEntryType',
  GetDocuments:
    '|$XDSDocumentEntryEntryUUID |$XDSDocumentEntryUniqueId |$XDSDocumentEntryLogicalID $MetadataLevel $homeCommunityId',
  GetFolders: '|$XDSFolderEntryUUID |$XDSFolderUniqueId |$XDSFolderLogicalID $homeCommunityId',
  GetAssociations: '!$uuid $homeCommunityId',
  GetDocumentsAndAssociations: '|$XDSDocumentEntryEntryUUID |$XDSDocumentEntryUniqueId $homeCommunityId',
  GetSubmissionSets: '!$uuid $homeCommunityId',
  GetSubmissionSetAndContents:
    '|$XDSSubmissionSetEntryUUID |$XDSSubmissionSetUniqueId $XDSDocumentEntryFormatCode $XDSDocumentEntryConfidentialityCode $homeCommunityId',
  GetFolderAndContents:
    '|$XDSFolderEntryUUID |$XDSFolderUniqueId $XDSDocumentEntryFormatCode $XDSDocumentEntryConfidentialityCode $homeCommunityId',
  GetFoldersForDocument: '|$XDSDocumentEntryEntryUUID |$XDSDocumentEntryUniqueId $homeCommunityId',
  GetRelatedDocuments: '|$XDSDocumentEntryEntryUUID |$XDSDocumentEntryUniqueId !$AssociationTypes $homeCommunityId',
};

/** Parameters with one value, never a list. */
const SINGLE = /PatientId$|^\$patientId$|Time(?:From|To)$/;

/** Parameters whose values are codes with their scheme. */
const CODED =
  /(?:ClassCode|TypeCode|SettingCode|EventCodeList|ConfidentialityCode|FormatCode|ContentType|FolderCodeList)$/;
const STABLE = 'urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1';

/** Check 19: the parameters of the query are there, known, and in the right number. */
export function checkQuery({ query, parameters }: DmpQuery): DmpRefusal[] {
  const into: DmpRefusal[] = [];
  const rules = PARAMETERS[query].split(' ');
  const name = (rule: string) => rule.replace(/^[!|]/, '');
  const known = new Set(rules.map(name));
  for (const rule of rules.filter((r) => r.startsWith('!'))) {
    if (flat(parameters, name(rule)).length === 0)
      into.push(
        registryRefusal(
          19,
          'XDSStoredQueryMissingParam',
          'query.missing',
          `paramètre obligatoire absent : ${name(rule)}`,
        ),
      );
  }
  const choices = rules.filter((r) => r.startsWith('|')).map(name);
  if (choices.length > 0) {
    const given = choices.filter((choice) => flat(parameters, choice).length > 0);
    if (given.length === 0)
      into.push(
        registryRefusal(
          19,
          'XDSStoredQueryMissingParam',
          'query.missing',
          `un paramètre attendu parmi ${choices.join(', ')}`,
        ),
      );
    if (given.length > 1)
      into.push(
        registryRefusal(
          19,
          'XDSStoredQueryParamNumber',
          'query.tooMany',
          `un seul paramètre attendu parmi ${choices.join(', ')}`,
        ),
      );
  }
  for (const [key, slots] of Object.entries(parameters)) {
    if (!known.has(key))
      into.push(
        // "A registry MUST ignore any parameters […] that do not match" (ebRS 3.0 §6.3.2.1): only noted.
        registryRefusal(19, 'XDSStoredQueryParamNumber', 'query.unknownParameter', 'paramètre étranger à la requête', {
          from: 'never',
        }),
      );
    if (SINGLE.test(key) && (slots.length > 1 || slots.some((values) => values.length !== 1)))
      into.push(registryRefusal(19, 'XDSStoredQueryParamNumber', 'query.single', `valeur unique attendue : ${key}`));
    if (key.endsWith('Status') && slots.flat().some((value) => statusOf(value) === undefined))
      into.push(
        registryRefusal(19, 'XDSStoredQueryParamNumber', 'query.status', `${key} : URI de statut inconnue`, {
          from: 'strict', // a registry leaves out the values that it does not know (ITI TF-2 §3.18.4.1.2.3.6)
        }),
      );
    if (CODED.test(key) && slots.flat().some((value) => !/^[^^]+\^\^[^^]+$/.test(value)))
      into.push(
        registryRefusal(19, 'XDSStoredQueryParamNumber', 'query.code', `${key} : code^^codingScheme attendu`, {
          from: 'strict',
        }),
      );
    if (/Time(?:From|To)$/.test(key) && slots.flat().some((value) => !/^\d{4}(?:\d{2}){0,5}$/.test(value)))
      into.push(registryRefusal(19, 'XDSStoredQueryParamNumber', 'query.time', `${key} : date mal formée`));
  }
  return into;
}

const flat = (parameters: Parameters, name: string): readonly string[] => (parameters[name] ?? []).flat();

/** What the search may look at, after rights and masks. */
export interface Visible {
  /** Only current entries that the caller sees, of his patient. */
  readonly entries: readonly StoredEntry[];
  readonly sets: readonly StoredSet[];
  readonly associations: readonly DmpAssociation[];
}

/** Runs a query on what is visible. */
export function runQuery(
  { query, parameters, returnType }: DmpQuery,
  visible: Visible,
  maxResults: number,
): DmpQueryResult {
  const found = select(query, parameters, visible);
  const count = found.entries.length + found.sets.length + found.associations.length;
  if (returnType !== 'ObjectRef' && count > maxResults)
    throw new DmpRefused([
      registryRefusal(
        19,
        'XDSTooManyResults',
        'query.tooManyResults',
        `plus de ${maxResults} objets : réduire la recherche`,
      ),
    ]);
  return {
    ...found,
    objectRefs: [...found.sets, ...found.entries, ...found.associations].map(({ id }) => id),
  };
}

type Found = Omit<DmpQueryResult, 'objectRefs'>;
const only = (part: Partial<Found>): Found => ({ sets: [], entries: [], associations: [], ...part });

function select(query: DmpQueryName, parameters: Parameters, visible: Visible): Found {
  switch (query) {
    case 'FindDocuments':
    case 'FindDocumentsByReferenceId':
      return only({ entries: visible.entries.filter((entry) => matchesEntry(entry, parameters)) });
    case 'FindSubmissionSets':
      return only({ sets: visible.sets.filter((set) => matchesSet(set, parameters)) });
    case 'FindFolders':
    case 'GetFolders':
    case 'GetFoldersForDocument':
    case 'GetFolderAndContents':
      return only({}); // no folder is ever registered
    case 'GetAll':
      return only({
        entries: visible.entries.filter((entry) => matchesEntry(entry, parameters)),
        sets: visible.sets.filter((set) => matchesStatus(set.status, parameters, '$XDSSubmissionSetStatus')),
        associations: visible.associations,
      });
    case 'GetDocuments':
      return only({ entries: byIdentifier(visible.entries, parameters) });
    case 'GetAssociations':
      return only({ associations: touching(visible.associations, flat(parameters, '$uuid')) });
    case 'GetDocumentsAndAssociations': {
      const entries = byIdentifier(visible.entries, parameters);
      return only({
        entries,
        associations: touching(
          visible.associations,
          entries.map(({ id }) => id),
        ),
      });
    }
    case 'GetSubmissionSets': {
      const wanted = new Set(flat(parameters, '$uuid'));
      const associations = visible.associations.filter(
        ({ type, target }) => type.endsWith(':HasMember') && wanted.has(target),
      );
      const sources = new Set(associations.map(({ source }) => source));
      return only({ sets: visible.sets.filter(({ id }) => sources.has(id)), associations });
    }
    case 'GetSubmissionSetAndContents': {
      const uuids = new Set(flat(parameters, '$XDSSubmissionSetEntryUUID'));
      const uniqueIds = new Set(flat(parameters, '$XDSSubmissionSetUniqueId'));
      const sets = visible.sets.filter(({ id, uniqueId }) => uuids.has(id) || uniqueIds.has(uniqueId));
      const setIds = new Set(sets.map(({ id }) => id));
      const members = visible.associations.filter(
        ({ type, source }) => type.endsWith(':HasMember') && setIds.has(source),
      );
      const targets = new Set(members.map(({ target }) => target));
      const entries = visible.entries.filter(
        (entry) =>
          targets.has(entry.id) &&
          matchesCode([entry.formatCode], parameters, '$XDSDocumentEntryFormatCode') &&
          matchesCode(entry.confidentiality, parameters, '$XDSDocumentEntryConfidentialityCode'),
      );
      const kept = new Set(entries.map(({ id }) => id));
      return only({ sets, entries, associations: members.filter(({ target }) => kept.has(target)) });
    }
    case 'GetRelatedDocuments': {
      const start = byIdentifier(visible.entries, parameters);
      const types = new Set(flat(parameters, '$AssociationTypes'));
      const known = new Set(visible.entries.map(({ id }) => id));
      const associations = touching(
        visible.associations,
        start.map(({ id }) => id),
      ).filter(({ type, source, target }) => types.has(type) && known.has(source) && known.has(target));
      const ids = new Set(associations.flatMap(({ source, target }) => [source, target]));
      return only({ entries: visible.entries.filter(({ id }) => ids.has(id)), associations });
    }
  }
}

function byIdentifier(entries: readonly StoredEntry[], parameters: Parameters): StoredEntry[] {
  const uuids = new Set(flat(parameters, '$XDSDocumentEntryEntryUUID'));
  const uniqueIds = new Set(flat(parameters, '$XDSDocumentEntryUniqueId'));
  const logicalIds = new Set(flat(parameters, '$XDSDocumentEntryLogicalID'));
  return entries.filter(
    (entry) => uuids.has(entry.id) || uniqueIds.has(entry.uniqueId) || logicalIds.has(entry.logicalId),
  );
}

function touching(associations: readonly DmpAssociation[], ids: readonly string[]): DmpAssociation[] {
  const wanted = new Set(ids);
  return associations.filter(({ source, target }) => wanted.has(source) || wanted.has(target));
}

function matchesEntry(entry: StoredEntry, p: Parameters): boolean {
  const prefix = '$XDSDocumentEntry';
  return (
    matchesStatus(entry.status, p, `${prefix}Status`) &&
    every(p, `${prefix}Type`, (values) => values.includes(STABLE)) &&
    matchesCode([entry.classCode], p, `${prefix}ClassCode`) &&
    matchesCode([entry.typeCode], p, `${prefix}TypeCode`) &&
    matchesCode([entry.practiceSetting], p, `${prefix}PracticeSettingCode`) &&
    matchesCode([entry.healthcareFacilityType], p, `${prefix}HealthcareFacilityTypeCode`) &&
    matchesCode(entry.events, p, `${prefix}EventCodeList`) &&
    matchesCode(entry.confidentiality, p, `${prefix}ConfidentialityCode`) &&
    matchesCode([entry.formatCode], p, `${prefix}FormatCode`) &&
    matchesAuthor(entry.authors, p, `${prefix}AuthorPerson`) &&
    matchesTime(entry.creationTime, p, `${prefix}CreationTime`) &&
    matchesTime(entry.serviceStartTime, p, `${prefix}ServiceStartTime`) &&
    matchesTime(entry.serviceStopTime, p, `${prefix}ServiceStopTime`) &&
    every(p, `${prefix}ReferenceIdList`, (values) =>
      values.some((value) => entry.referenceIds.some((id) => id === value)),
    )
  );
}

function matchesSet(set: StoredSet, p: Parameters): boolean {
  return (
    matchesStatus(set.status, p, '$XDSSubmissionSetStatus') &&
    matchesTime(set.submissionTime, p, '$XDSSubmissionSetSubmissionTime') &&
    matchesAuthor(set.authors, p, '$XDSSubmissionSetAuthorPerson') &&
    matchesCode([set.contentType], p, '$XDSSubmissionSetContentType') &&
    every(p, '$XDSSubmissionSetSourceId', (values) => set.sourceId !== undefined && values.includes(set.sourceId))
  );
}

const every = (p: Parameters, name: string, test: (values: readonly string[]) => boolean) =>
  (p[name] ?? []).every(test);

function matchesStatus(status: string, p: Parameters, name: string): boolean {
  return every(p, name, (values) => {
    const known = values.flatMap((value) => statusOf(value) ?? []);
    return known.length === 0 || known.some((value) => value === status);
  });
}

/** Values are `code^^scheme`; one without a scheme matches any. */
function matchesCode(codes: readonly (DmpCode | undefined)[], p: Parameters, name: string): boolean {
  return every(p, name, (values) =>
    values.some((value) => {
      const [code, , scheme = ''] = value.split('^');
      return codes.some((known) => known?.code === code && (scheme === '' || known?.codeSystem === scheme));
    }),
  );
}

/** `%` and `_` as in SQL LIKE (ITI TF-2 §3.18.4.1.2.3.2). */
function matchesAuthor(authors: readonly DmpAuthor[], p: Parameters, name: string): boolean {
  return every(p, name, (values) =>
    values.some((value) => authors.some(({ person }) => person !== undefined && like(person, value))),
  );
}

/** Linear matching of a LIKE pattern, so that no pattern can make it slow. */
export function like(text: string, pattern: string): boolean {
  let t = 0;
  let p = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const c = pattern[p];
    if (c === '%') {
      star = p;
      mark = t;
      p += 1;
    } else if (c !== undefined && (c === '_' || c === text[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      mark += 1;
      t = mark;
    } else return false;
  }
  while (pattern[p] === '%') p += 1;
  return p === pattern.length;
}

/** From is included, To is not (ITI TF-2 §3.18.4.1.2.3.7.1); shortened dates are completed at their beginning. */
function matchesTime(value: string | undefined, p: Parameters, name: string): boolean {
  const full = (text: string) => text + '00000101000000'.slice(text.length);
  const at = value === undefined ? undefined : full(value);
  return (
    every(p, `${name}From`, ([from = '']) => at !== undefined && at >= full(from)) &&
    every(p, `${name}To`, ([to = '']) => at !== undefined && at < full(to))
  );
}
