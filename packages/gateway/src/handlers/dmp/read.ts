import { isSocleError } from '@socle-sante/core/error';
import type { DmpDocument as FoundDocument } from '@socle-sante/dmp';
import type { OperationContext } from '../context.js';
import type { CachedDocument } from '../document-cache.js';
import type { Consultation } from './consult.js';
import { dmpRefusal } from './consult.js';

/** What reading a document brought back. */
export type Reading = { readonly integrity: 'mismatch' } | CachedDocument;

/**
 * TD3.2, once in a while for the same user: what the viewer asks for again comes from the memory of this process. Bytes that
 * are not what the list announced are given to nobody.
 */
export async function readBytes(
  context: OperationContext,
  { record, connection, call }: Consultation,
  { entry }: FoundDocument,
): Promise<Reading> {
  const { userRef } = context.session;
  const kept = context.state.documents.get(userRef, record.patientRef, entry.uniqueId);
  if (kept) return kept;
  try {
    const answer = await call((input) => connection.calls.retrieve({ ...input, documents: [{ entry }] }));
    context.meta.messageId = answer.messageId;
    context.trace.messageId = answer.messageId;
    const [document] = answer.documents;
    if (!document) {
      const official = answer.missing[0]?.errors[0]?.code ?? 'XDSDocumentUniqueIdError';
      throw dmpRefusal('dmp.refused.document', 422, official);
    }
    const { bytes, mimeType, checked } = document;
    const read: CachedDocument = { bytes, mimeType, integrity: checked === 'none' ? 'not-announced' : 'ok' };
    context.state.documents.set(userRef, record.patientRef, entry.uniqueId, read);
    return read;
  } catch (error) {
    if (isSocleError(error) && /^dmp\.protocol\.(?:hash|size)$/.test(error.code)) return { integrity: 'mismatch' };
    throw error;
  }
}

/** The bytes of a document that is what it says it is. */
export async function needBytes(
  context: OperationContext,
  consultation: Consultation,
  found: FoundDocument,
): Promise<CachedDocument> {
  const reading = await readBytes(context, consultation, found);
  if (reading.integrity === 'mismatch') throw dmpRefusal('dmp.integrity', 424);
  return reading;
}
