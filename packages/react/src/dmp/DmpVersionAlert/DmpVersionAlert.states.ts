import type { DmpNewCountsOutput } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const base = { since: '2026-11-02T09:00:00Z', at: '2026-11-21T08:42:00Z', total: 0, counts: [] };

/** Documents of the record that changed in the DMP. */
export const dmpVersionAlertStates = defineStates<DmpNewCountsOutput>()({
  newer: {
    ...base,
    changes: [{ documentRef: 'd-1', title: 'Lettre de liaison à la sortie', kind: 'newer', handle: 'handle-1' }],
  },
  deleted: { ...base, changes: [{ documentRef: 'd-2', title: 'Compte rendu opératoire', kind: 'deleted' }] },
  both: {
    ...base,
    changes: [
      { documentRef: 'd-1', title: 'Lettre de liaison à la sortie', kind: 'newer', handle: 'handle-1' },
      { documentRef: 'd-2', title: 'Compte rendu opératoire', kind: 'deleted' },
    ],
  },
  none: { ...base, changes: [] },
});
