import type { RecordDocument } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const base: RecordDocument = {
  documentRef: 'd-1',
  title: 'Compte rendu de consultation',
  at: '2026-11-21T08:30:00Z',
  mediaType: 'application/pdf',
  size: 184_320,
  origin: 'own',
};
const by = { by: 'Dr Camille EXEMPLE', at: '2026-11-21T08:40:00Z' };

/** Free unless somebody held it, for this document only. */
export const dmpHoldCheckboxStates = defineStates<RecordDocument>()({
  free: base,
  held: { ...base, hold: by },
  heldWithReason: { ...base, hold: { ...by, reason: 'Demande du patient' } },
});
