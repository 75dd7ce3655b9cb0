import type { DmpDocument as FoundDocument } from '@socle-sante/dmp';
import type { UniqueId } from '@socle-sante/documents/xds';
import type { DocumentRow } from '../../contract.js';
import type { OperationContext } from '../context.js';
import type { StoredDocument } from '../document-ports.js';
import { fail } from '../failure.js';
import type { Consultation } from './consult.js';
import { type RowContext, toRow } from './row.js';

/** How long the entries of a list serve the readings of its documents. */
const KEPT_MS = 30 * 60_000;

/** What a handle of a document holds. */
interface HandleContent {
  readonly uniqueId: string;
  readonly entryUuid: string;
}

const keyOf = (patientRef: string, uniqueId: string) => `dmp:entry:${patientRef}:${uniqueId}`;

/** Seals what names a document in the DMP: it goes to the page, and says nothing. */
export async function handleOf(context: OperationContext, patientRef: string, found: FoundDocument): Promise<string> {
  const content: HandleContent = { uniqueId: found.entry.uniqueId, entryUuid: found.entryUuid };
  return context.state.sealer.seal('document', patientRef, content);
}

/** What a handle names, or `gateway.handle`. */
export async function openHandle(
  context: OperationContext,
  patientRef: string,
  handle: string,
): Promise<HandleContent> {
  const content = (await context.state.sealer.open('document', patientRef, handle)) as HandleContent | undefined;
  if (!content) throw fail('gateway.handle');
  context.trace.uniqueIds = [content.uniqueId];
  return content;
}

/** Keeps an entry of a list for the calls that follow. */
export async function keepFound(context: OperationContext, patientRef: string, found: FoundDocument): Promise<void> {
  await context.ports.transient.set(keyOf(patientRef, found.entry.uniqueId), JSON.stringify(found), KEPT_MS);
}

export async function forgetFound(context: OperationContext, patientRef: string, uniqueId: string): Promise<void> {
  await context.ports.transient.delete(keyOf(patientRef, uniqueId));
}

/** The entry behind a handle: kept since the list, else asked again by its uniqueId (TD3.1, GetDocuments). */
export async function findByHandle(
  context: OperationContext,
  consultation: Consultation,
  handle: string,
): Promise<FoundDocument> {
  const { patientRef } = consultation.record;
  const { uniqueId } = await openHandle(context, patientRef, handle);
  const kept = await context.ports.transient.get(keyOf(patientRef, uniqueId));
  if (kept !== undefined) return JSON.parse(kept) as FoundDocument;
  return refresh(context, consultation, uniqueId);
}

/** The entry as it is now in the DMP, or `gateway.handle` when it is not there any more. */
export async function refresh(
  context: OperationContext,
  { record, call, connection }: Consultation,
  uniqueId: string,
): Promise<FoundDocument> {
  const found = await call((input) => connection.calls.current({ ...input, uniqueId: uniqueId as UniqueId }));
  if (!found) throw fail('gateway.handle');
  await keepFound(context, record.patientRef, found);
  return found;
}

/** The documents of the record, by uniqueId. */
export async function filedDocuments(
  context: OperationContext,
  patientRef: string,
): Promise<ReadonlyMap<string, StoredDocument>> {
  const documents = (await context.ports.records?.list(patientRef)) ?? [];
  return new Map(documents.flatMap((one) => (one.uniqueId === undefined ? [] : [[one.uniqueId, one] as const])));
}

export async function rowContext(context: OperationContext, consultation: Consultation): Promise<RowContext> {
  return {
    profile: consultation.connection.profile,
    status: consultation.status,
    emergency: consultation.access.mode === 'emergency',
    filed: await filedDocuments(context, consultation.record.patientRef),
  };
}

export async function rowOf(
  context: OperationContext,
  consultation: Consultation,
  found: FoundDocument,
  row?: RowContext,
): Promise<DocumentRow> {
  const { patientRef } = consultation.record;
  const handle = await handleOf(context, patientRef, found);
  return toRow(context, patientRef, found, handle, row ?? (await rowContext(context, consultation)));
}
