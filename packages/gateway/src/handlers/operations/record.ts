import type { RecordDocument } from '../../contract.js';
import { loadRecord, type Operation, type OperationContext } from '../context.js';
import type { RecordStore, StoredDocument } from '../document-ports.js';
import { fail } from '../failure.js';

export function recordStore(context: OperationContext): RecordStore {
  const store = context.ports.records;
  if (!store) throw fail('gateway.unsupported');
  return store;
}

export const listRecordDocuments: Operation<'record.documents'> = async ({ patientRef }, context) => {
  await loadRecord(context, patientRef);
  const documents = await recordStore(context).list(patientRef);
  return { documents: [...documents].sort((a, b) => b.at.localeCompare(a.at)).map(toRecordDocument) };
};

/** A document of the record as a page sees it: its OIDs stay here. */
function toRecordDocument(document: StoredDocument): RecordDocument {
  const { uniqueId: _unique, setId: _set, sentByMss: _mss, dmp, hold, ...rest } = document;
  return {
    ...rest,
    ...(dmp === undefined ? {} : { dmp: { state: dmp.state, at: dmp.at } }),
    ...(hold === undefined ? {} : { hold: { ...hold } }),
  };
}

export const removeFromRecord: Operation<'record.remove'> = async ({ patientRef, documentRef }, context) => {
  await loadRecord(context, patientRef);
  const store = recordStore(context);
  const document = await store.get(patientRef, documentRef);
  if (!document) throw fail('gateway.notFound');
  // Only what came from elsewhere: the documents of this site are the vendor's business.
  if (document.origin === 'own') throw fail('gateway.conflict');
  if (document.uniqueId !== undefined) context.trace.uniqueIds = [document.uniqueId];
  return { removed: await store.remove(patientRef, documentRef) };
};
