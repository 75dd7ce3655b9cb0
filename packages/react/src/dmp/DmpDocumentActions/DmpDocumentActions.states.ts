import type { DocumentRow } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';
import { sampleRows } from '../../testing/document-rows.js';

const [own, , masked] = sampleRows as readonly [DocumentRow, DocumentRow, DocumentRow];

/** What the server may allow. */
export const dmpDocumentActionsStates = defineStates<DocumentRow>()({
  own,
  masked,
  archived: { ...own, status: 'archived', actions: ['open', 'unarchive'] },
  none: { ...own, actions: ['open'] },
});
