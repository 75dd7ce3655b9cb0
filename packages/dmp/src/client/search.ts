// TD3.1a: searches, and the rules of consultation of SEL-MP-037 (EX_3.1-…).

import {
  ASSOCIATION_TYPES,
  type EntryUuid,
  encodeCx,
  entryUuidOf,
  isSignatureEntry,
  parseEntryUuid,
  type RegistryObjects,
  STATUSES,
  toXdsTime,
} from '@socle-sante/documents/xds';
import { hasVisibility, isPatientDocument } from '../document-kind.js';
import type {
  CodeFilter,
  DmpDocument,
  DocumentFilters,
  KnownDocument,
  NewsResult,
  SearchResult,
} from '../documents-types.js';
import type { StoredQuery } from '../operations/queries.js';
import { type QueryAnswer, storedQuery } from '../operations/query.js';
import { changesOf, toldStatuses, updatedEntries } from './changes.js';
import type { CallAbout, Engine, KnownPatient } from './engine.js';
import type { FindDocumentsInput, FindSubmissionSetsInput, NewSinceInput } from './types.js';

type Known = CallAbout & { readonly known: KnownPatient };

/** One stored query, whole objects. */
export async function ask(
  engine: Engine,
  query: Omit<StoredQuery, 'returnType'>,
  about: CallAbout,
  signatures = false,
): Promise<SearchResult> {
  return resultOf(await engine.call(storedQuery, { ...query, returnType: 'LeafClass' }, about), signatures);
}

/** FindDocuments; without any date, the first search of a record goes two years back at most. */
export async function findDocuments(engine: Engine, input: FindDocumentsInput, about: Known): Promise<SearchResult> {
  const filters = input.filters ?? {};
  const dated = [filters.serviceStartFrom, filters.serviceStartTo, filters.creationFrom, filters.creationTo];
  const first = input.range !== 'all' && dated.every((date) => date === undefined);
  const since = first ? yearsBefore(engine.clock(), Math.min(engine.wire.firstSearchYears ?? 2, 2)) : undefined;
  const from = since ?? filters.serviceStartFrom;
  const result = await ask(
    engine,
    {
      query: 'FindDocuments',
      parameters: {
        XDSDocumentEntryPatientId: patientCx(about),
        XDSDocumentEntryStatus: filters.statuses ?? [STATUSES.approved],
        ...documentParameters({ ...filters, ...(from === undefined ? {} : { serviceStartFrom: from }) }),
      },
    },
    about,
    input.signatures,
  );
  return from === undefined ? result : { ...result, since: from };
}

/** FindSubmissionSets. */
export function findSubmissionSets(
  engine: Engine,
  input: FindSubmissionSetsInput,
  about: Known,
): Promise<SearchResult> {
  const { statuses, submittedFrom, submittedTo, authorPerson, contentTypes, sourceIds } = input.filters ?? {};
  return ask(
    engine,
    {
      query: 'FindSubmissionSets',
      parameters: {
        XDSSubmissionSetPatientId: patientCx(about),
        XDSSubmissionSetStatus: statuses ?? [STATUSES.approved],
        XDSSubmissionSetSubmissionTimeFrom: submittedFrom && toXdsTime(submittedFrom),
        XDSSubmissionSetSubmissionTimeTo: submittedTo && toXdsTime(submittedTo),
        XDSSubmissionSetAuthorPerson: authorPerson,
        XDSSubmissionSetContentType: codes(contentTypes),
        XDSSubmissionSetSourceId: sourceIds,
      },
    },
    about,
  );
}

/**
 * What was submitted since an instant: sets, then their associations, then documents by batches, as the incremental search of the
 * PDSm examples does it. Then the documents that the caller knew and that did not come with them.
 */
export async function newSince(engine: Engine, input: NewSinceInput, about: Known): Promise<NewsResult> {
  const size = Math.max(1, engine.wire.batchSize ?? 20);
  const answers: SearchResult[] = [];
  const inBatches = async <T extends string>(
    query: 'GetAssociations' | 'GetDocuments' | 'GetDocumentsAndAssociations',
    parameter: string,
    values: readonly T[],
  ): Promise<SearchResult[]> => {
    const own: SearchResult[] = [];
    for (const batch of batches(values, size))
      own.push(await ask(engine, { query, parameters: { [parameter]: batch } }, about, true));
    answers.push(...own);
    return own;
  };
  const sets = await findSubmissionSets(
    engine,
    { patient: input.patient, filters: { submittedFrom: input.since } },
    about,
  );
  answers.push(sets);
  const setIds = new Set(sets.objects.submissionSets.map(entryUuidOf).filter((id) => id !== undefined));
  const linked = await inBatches('GetAssociations', 'uuid', [...setIds]);
  const links = linked
    .flatMap(({ objects }) => objects.associations)
    .filter(({ source }) => setIds.has(source as EntryUuid));
  const members = new Set<EntryUuid>();
  for (const { type, target } of links) {
    const member = parseEntryUuid(target);
    if (type === ASSOCIATION_TYPES.hasMember && member !== undefined) members.add(member);
  }
  await inBatches('GetDocumentsAndAssociations', 'XDSDocumentEntryEntryUUID', [...members]);
  const objects = merged(answers.map((answer) => answer.objects));
  const news = documentsOf(objects, true);

  const told = toldStatuses(links);
  const came = new Set(news.map(({ entryUuid }) => entryUuid));
  const known = input.known ?? [];
  const newIds = new Set(news.map(({ entry }) => entry.uniqueId));
  const again = [...new Set(known.map(({ uniqueId }) => uniqueId))].filter((id) => !newIds.has(id));
  const others = [
    ...(await inBatches('GetDocuments', 'XDSDocumentEntryUniqueId', again)),
    ...(await inBatches('GetDocuments', 'XDSDocumentEntryEntryUUID', unasked(told, came, known))),
  ];
  const partial = answers.some((answer) => answer.partial);
  return {
    documents: input.signatures ? news : news.filter(({ signature }) => !signature),
    changes: changesOf({
      known,
      documents: [...news, ...others.flatMap(({ documents }) => documents)],
      told,
      updated: updatedEntries(links),
      complete: !partial,
    }),
    objects,
    partial,
    warnings: answers.flatMap(({ warnings }) => warnings),
    messageId: answers.at(-1)?.messageId ?? sets.messageId,
    since: input.since,
  };
}

/** Entries whose change of status was told, and that nothing else brings. */
function unasked(
  told: ReadonlyMap<EntryUuid, unknown>,
  came: ReadonlySet<EntryUuid>,
  known: readonly KnownDocument[],
): EntryUuid[] {
  const asked = new Set(known.map(({ entryUuid }) => entryUuid));
  return [...told.keys()].filter((id) => !came.has(id) && !asked.has(id));
}

function resultOf(answer: QueryAnswer, signatures: boolean): SearchResult {
  return {
    documents: documentsOf(answer.objects, signatures),
    objects: answer.objects,
    partial: answer.partial,
    ...(answer.total === undefined ? {} : { total: answer.total }),
    warnings: answer.errors,
    messageId: answer.messageId,
  };
}

/**
 * Documents for a list. Signatures of sets are left out unless wanted; nothing is filtered on the patient: the INS of a person may
 * change (EX_3.1-1055).
 */
function documentsOf(objects: RegistryObjects, signatures: boolean): DmpDocument[] {
  const replacements = objects.associations.filter(
    ({ type }) => type === ASSOCIATION_TYPES.replace || type === ASSOCIATION_TYPES.transformAndReplace,
  );
  const out: DmpDocument[] = [];
  for (const entry of objects.documentEntries) {
    const signature = isSignatureEntry(entry);
    const id = entryUuidOf(entry);
    // An entry without reference is not one of a registry.
    if (id === undefined || (signature && !signatures)) continue;
    const replaces = parseEntryUuid(replacements.find(({ source }) => source === id)?.target ?? '');
    const replacedBy = parseEntryUuid(replacements.find(({ target }) => target === id)?.source ?? '');
    out.push({
      entry,
      entryUuid: id,
      signature,
      fromPatient: isPatientDocument(entry),
      masked: hasVisibility(entry, 'masked'),
      hiddenFromPatient: hasVisibility(entry, 'hiddenFromPatient'),
      hiddenFromLegalRepresentatives: hasVisibility(entry, 'hiddenFromLegalRepresentatives'),
      ...(replaces === undefined ? {} : { replaces }),
      ...(replacedBy === undefined ? {} : { replacedBy }),
    });
  }
  return out;
}

/** The same object may come in several answers: the last one read is the most recent. */
function merged(all: readonly RegistryObjects[]): RegistryObjects {
  const unique = <T extends { readonly id: string }>(lists: readonly (readonly T[])[]): T[] => [
    ...new Map(lists.flat().map((item) => [item.id, item])).values(),
  ];
  return {
    submissionSets: unique(all.map((item) => item.submissionSets)),
    documentEntries: unique(all.map((item) => item.documentEntries)),
    folders: unique(all.map((item) => item.folders)),
    associations: unique(all.map((item) => item.associations)),
    objectRefs: [...new Set(all.flatMap((item) => item.objectRefs))],
  };
}

/** CX of the patient, never with CX.7. */
export function patientCx({ known }: Known): string {
  return encodeCx({ extension: known.ins.matricule, oid: known.ins.oid, type: 'NH' });
}

function documentParameters(filters: DocumentFilters): StoredQuery['parameters'] {
  return {
    XDSDocumentEntryServiceStartTimeFrom: filters.serviceStartFrom && toXdsTime(filters.serviceStartFrom),
    XDSDocumentEntryServiceStartTimeTo: filters.serviceStartTo && toXdsTime(filters.serviceStartTo),
    XDSDocumentEntryCreationTimeFrom: filters.creationFrom && toXdsTime(filters.creationFrom),
    XDSDocumentEntryCreationTimeTo: filters.creationTo && toXdsTime(filters.creationTo),
    XDSDocumentEntryClassCode: codes(filters.classCodes),
    XDSDocumentEntryTypeCode: codes(filters.typeCodes),
    XDSDocumentEntryPracticeSettingCode: codes(filters.practiceSettings),
    XDSDocumentEntryHealthcareFacilityTypeCode: codes(filters.facilityTypes),
    XDSDocumentEntryEventCodeList: codes(filters.events),
    XDSDocumentEntryConfidentialityCode: codes(filters.confidentiality),
    XDSDocumentEntryFormatCode: codes(filters.formatCodes),
    XDSDocumentEntryAuthorPerson: filters.authorPerson === undefined ? undefined : [filters.authorPerson],
  };
}

/** `code^^scheme` (IHE ITI TF-2 §3.18.4.1.2.3.4). */
function codes(list: readonly CodeFilter[] | undefined): readonly string[] | undefined {
  return list?.map(({ code, codeSystem }) => `${code}^^${codeSystem}`);
}

function* batches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

function yearsBefore(date: Date, years: number): Date {
  const copy = new Date(date);
  copy.setUTCFullYear(copy.getUTCFullYear() - Math.max(0, Math.trunc(years)));
  return copy;
}
