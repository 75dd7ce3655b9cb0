import { finding } from '@socle-sante/core/finding';
import type { DocumentFilters, DmpDocument as FoundDocument, SearchResult } from '@socle-sante/dmp';
import { type AvailabilityStatus, STATUSES, type UniqueId } from '@socle-sante/documents/xds';
import type { DmpNewCountsOutput, DmpQuery, DocumentGroup, FindingView } from '../../contract.js';
import { note, type Operation, type OperationContext } from '../context.js';
import { type Consultation, consult } from '../dmp/consult.js';
import { filedDocuments, handleOf, keepFound, rowContext, rowOf } from '../dmp/found.js';
import { defaultDocumentGroups } from '../dmp/groups.js';
import { originOf, toInstant, toStatus } from '../dmp/row.js';
import { safeFinding } from '../error-map.js';
import { fail } from '../failure.js';

/** Rows of one batch. */
const BATCH = 20;
/** The next batches of a list are given from what was found, for this long. */
const LIST_MS = 30 * 60_000;
const FIRST_OPENING_YEARS = 2;

interface KeptList {
  readonly found: readonly FoundDocument[];
  readonly at: string;
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly missing: readonly FindingView[];
  readonly filtered: boolean;
}

export const searchDmp: Operation<'dmp.search'> = async ({ patientRef, query = {} }, context) =>
  consult(context, patientRef, async (consultation) => {
    const { listRef, from, list } =
      query.cursor === undefined
        ? await newList(context, consultation, query)
        : await nextBatch(context, patientRef, query.cursor);
    const row = await rowContext(context, consultation);
    const batch = list.found.slice(from, from + BATCH);
    const rows = await Promise.all(batch.map((found) => rowOf(context, consultation, found, row)));
    const next = from + BATCH < list.found.length ? { next: `${listRef}.${from + BATCH}` } : {};
    note(context, {
      rows: rows.length,
      total: list.found.length,
      batch: from / BATCH,
    });
    return {
      rows,
      total: list.found.length,
      ...next,
      at: list.at,
      ...(list.period === undefined ? {} : { period: list.period }),
      ...(list.found.length > 0 ? {} : { emptyReason: list.filtered ? ('filters' as const) : ('none' as const) }),
      missing: [...list.missing],
    };
  });

async function newList(context: OperationContext, consultation: Consultation, query: DmpQuery) {
  const { patientRef } = consultation.record;
  const { result, period, filtered } = await ask(context, consultation, query);
  context.meta.messageId = result.messageId;
  context.trace.messageId = result.messageId;
  const author = query.author?.trim().toUpperCase();
  const found = result.documents
    .filter((one) => isAsked(one, query))
    .filter(
      ({ entry }) => !author || entry.authors.some(({ person }) => person?.family?.toUpperCase().startsWith(author)),
    )
    .sort((a, b) => b.entry.creationTime.localeCompare(a.entry.creationTime));
  const list: KeptList = {
    found,
    at: context.at(),
    ...(period === undefined ? {} : { period }),
    missing: result.partial ? [missing(result)] : [],
    filtered,
  };
  const listRef = context.newId();
  await context.ports.transient.set(listKey(context, patientRef, listRef), JSON.stringify(list), LIST_MS);
  await Promise.all(found.slice(0, 500).map((one) => keepFound(context, patientRef, one)));
  await context.ports.records?.setLastVisit(patientRef, context.session.userRef, list.at);
  return { listRef, from: 0, list };
}

/** The next rows of a list that was read: nothing is asked of the DMP. */
async function nextBatch(context: OperationContext, patientRef: string, cursor: string) {
  const [listRef = '', place = ''] = cursor.split('.');
  const stored = await context.ports.transient.get(listKey(context, patientRef, listRef));
  const from = Number(place);
  if (stored === undefined || !Number.isInteger(from) || from < 0) throw fail('gateway.snapshotExpired');
  return { listRef, from, list: JSON.parse(stored) as KeptList };
}

const listKey = (context: OperationContext, patientRef: string, ref: string) =>
  `dmp:list:${context.session.userRef}:${patientRef}:${ref}`;

async function ask(context: OperationContext, { call, connection, record }: Consultation, query: DmpQuery) {
  const { calls } = connection;
  if (query.since === 'last-visit') {
    const last = await context.ports.records?.lastVisit(record.patientRef, context.session.userRef);
    const since = last === undefined ? yearsBefore(context.now(), FIRST_OPENING_YEARS) : new Date(last);
    const result = await call((input) => calls.newSince({ ...input, since }));
    return { result, period: { from: since.toISOString() }, filtered: true };
  }
  const statuses: AvailabilityStatus[] = [
    STATUSES.approved,
    ...(query.include?.includes('archived') ? [STATUSES.archived] : []),
    ...(query.include?.includes('replaced') ? [STATUSES.deprecated] : []),
    ...(query.include?.includes('deleted') ? [STATUSES.deleted] : []),
  ];
  const period = readPeriod(context, query);
  const filters: DocumentFilters = {
    statuses,
    ...(period?.from === undefined ? {} : { serviceStartFrom: new Date(period.from) }),
    ...(period?.to === undefined ? {} : { serviceStartTo: new Date(period.to) }),
  };
  const result = await call((input) =>
    calls.findDocuments({ ...input, filters, ...(period === undefined ? { range: 'all' as const } : {}) }),
  );
  const criteria = [query.classes, query.types, query.settings, query.facilities, query.author];
  const filtered = criteria.some((one) => one !== undefined && one.length > 0);
  return { result, ...(period === undefined ? {} : { period }), filtered };
}

/** Two years at the first opening (PDSM), the user's own period, or none. */
function readPeriod(context: OperationContext, { period }: DmpQuery): { from?: string; to?: string } | undefined {
  if (period === 'all') return undefined;
  if (period === undefined) return { from: yearsBefore(context.now(), FIRST_OPENING_YEARS).toISOString() };
  return {
    ...(period.from === undefined ? {} : { from: `${period.from}T00:00:00.000Z` }),
    ...(period.to === undefined ? {} : { to: `${period.to}T23:59:59.999Z` }),
  };
}

function yearsBefore(now: Date, years: number): Date {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date;
}

/** Codes are compared here: the DMP needs their schemes, which a page does not know. */
function isAsked({ entry, masked, signature }: FoundDocument, query: DmpQuery): boolean {
  if (signature) return false;
  const among = (codes: readonly string[] | undefined, code: string) =>
    codes === undefined || codes.length === 0 || codes.includes(code);
  const status = toStatus(entry);
  const wanted = (name: 'archived' | 'deleted') => status !== name || query.include?.includes(name) === true;
  return (
    among(query.classes, entry.classCode.code) &&
    among(query.types, entry.typeCode.code) &&
    among(query.settings, entry.practiceSetting.code) &&
    among(query.facilities, entry.healthcareFacilityType.code) &&
    (!masked || query.include?.includes('masked') === true) &&
    wanted('archived') &&
    wanted('deleted') &&
    (status !== 'deprecated' || query.include?.includes('replaced') === true)
  );
}

function missing(result: SearchResult): FindingView {
  return safeFinding(finding('dmp.partial', 'warning', [], { count: result.warnings.length }));
}

export const countNew: Operation<'dmp.newCounts'> = async ({ patientRef, since, types }, context) =>
  consult(context, patientRef, async (consultation): Promise<DmpNewCountsOutput> => {
    const { call, connection } = consultation;
    const last = await context.ports.records?.lastVisit(patientRef, context.session.userRef);
    const from =
      typeof since === 'object'
        ? new Date(`${since.from}T00:00:00.000Z`)
        : last === undefined
          ? yearsBefore(context.now(), FIRST_OPENING_YEARS)
          : new Date(last);
    const to = typeof since === 'object' && since.to !== undefined ? `${since.to}T23:59:59Z` : undefined;
    const result = await call((input) => connection.calls.newSince({ ...input, since: from }));
    context.meta.messageId = result.messageId;
    context.trace.messageId = result.messageId;
    const found = result.documents.filter(
      (one) =>
        !one.signature &&
        !one.masked &&
        toStatus(one.entry) === 'approved' &&
        (types === undefined || types.includes(one.entry.typeCode.code)) &&
        (to === undefined || toInstant(one.entry.creationTime) <= to),
    );
    const others = found.filter((one) => originOf(one, connection.profile) !== 'own');
    const groups = (await context.site()).dmp?.groups ?? defaultDocumentGroups;
    const changes = await changesOf(context, patientRef, await filedInDmp(context, consultation, result.documents));
    note(context, { total: others.length });
    return {
      since: from.toISOString(),
      at: context.at(),
      total: others.length,
      counts: countsOf(groups, others),
      changes,
    };
  });

function countsOf(groups: readonly DocumentGroup[], found: readonly FoundDocument[]): DmpNewCountsOutput['counts'] {
  const known = new Set(groups.flatMap(({ types }) => types));
  const counts = groups.map((group) => ({
    group,
    count: found.filter(({ entry }) =>
      // The group without a type takes what no other takes.
      group.types.length === 0 ? !known.has(entry.typeCode.code) : group.types.includes(entry.typeCode.code),
    ).length,
  }));
  return counts.filter(({ count }) => count > 0);
}

/** What is new, and what became of the documents that the record holds: an alert does not end because somebody looked. */
async function filedInDmp(
  context: OperationContext,
  { record, call, connection }: Consultation,
  fresh: readonly FoundDocument[],
): Promise<readonly FoundDocument[]> {
  const filed = await filedDocuments(context, record.patientRef);
  const uniqueIds = [...filed.values()].flatMap(({ origin, uniqueId }) =>
    origin !== 'own' && uniqueId !== undefined ? [uniqueId as UniqueId] : [],
  );
  if (uniqueIds.length === 0) return fresh;
  const answer = await call((input) => connection.calls.getDocumentsAndAssociations({ ...input, uniqueIds }));
  const known = new Set(answer.documents.map(({ entryUuid }) => entryUuid));
  const newer = answer.documents.flatMap(({ replacedBy }) =>
    replacedBy && !known.has(replacedBy) ? [replacedBy] : [],
  );
  const others = fresh.filter(({ entryUuid }) => !known.has(entryUuid));
  const missing = newer.filter((uuid) => !others.some(({ entryUuid }) => entryUuid === uuid));
  const more =
    missing.length === 0
      ? []
      : (await call((input) => connection.calls.getDocuments({ ...input, entryUuids: missing }))).documents;
  return [...answer.documents, ...others, ...more];
}

/** Documents of the record that the DMP replaced or deleted. */
async function changesOf(
  context: OperationContext,
  patientRef: string,
  documents: readonly FoundDocument[],
): Promise<DmpNewCountsOutput['changes']> {
  const filed = await filedDocuments(context, patientRef);
  const byEntry = new Map(documents.map((one) => [one.entryUuid, one]));
  const changes: DmpNewCountsOutput['changes'] = [];
  for (const found of documents) {
    const local = filed.get(found.entry.uniqueId);
    if (!local) continue;
    const { documentRef, title } = local;
    if (toStatus(found.entry) === 'deleted') changes.push({ documentRef, title, kind: 'deleted' });
    const newer = found.replacedBy && byEntry.get(found.replacedBy);
    if (newer && !filed.has(newer.entry.uniqueId)) {
      await keepFound(context, patientRef, newer);
      changes.push({ documentRef, title, kind: 'newer', handle: await handleOf(context, patientRef, newer) });
    }
  }
  return changes;
}
