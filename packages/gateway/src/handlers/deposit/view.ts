import type { Submission } from '../../contract.js';
import type { StoredDocument, StoredSubmission } from '../document-ports.js';

type State = Submission['documents'][number]['channels'][number]['state'];

/** States from which a sending may be sent again, or taken out of the queue. */
export const replayable: ReadonlySet<State> = new Set(['refused', 'needs-user', 'queued']);
export const cancellable: ReadonlySet<State> = new Set(['prepared', 'queued', 'refused', 'needs-user']);

/** A sending as a page sees it. Its bytes, OIDs and session stay here. */
export function toSubmissionView(stored: StoredSubmission, documents: readonly StoredDocument[] = []): Submission {
  const states = stored.documents.flatMap(({ channels }) => channels.map(({ state }) => state));
  const holds = stored.documents.flatMap(({ documentRef }) => {
    const document = documents.find((one) => one.documentRef === documentRef);
    return document?.hold ? [document.hold] : [];
  });
  const [hold] = holds;
  return {
    ref: stored.ref,
    patientRef: stored.patientRef,
    createdAt: stored.createdAt,
    by: stored.session.displayName,
    documents: stored.documents.map(({ title, type, documentRef, channels, replaces }) => ({
      title,
      type,
      ...(documentRef === undefined ? {} : { documentRef }),
      ...(replaces === undefined ? {} : { replaces: true }),
      channels: channels.map((channel) => ({ ...channel })),
    })),
    ...(hold === undefined ? {} : { hold: { ...hold } }),
    actions: [
      ...(states.some((state) => replayable.has(state)) ? (['replay'] as const) : []),
      ...(states.some((state) => cancellable.has(state)) ? (['cancel'] as const) : []),
    ],
  };
}
