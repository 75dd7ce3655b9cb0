import type { AuditListOutput, DmpAuthorisationsOutput } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const at = '2026-11-21T08:42:00Z';
const by = { userRef: 'u-1', name: 'Dr Camille EXEMPLE' };

/** Local traces, and what TD1.6 answers. */
export const dmpAccessHistoryStates = defineStates<{
  readonly traces: AuditListOutput;
  readonly authorisations: DmpAuthorisationsOutput;
}>()({
  full: {
    traces: {
      entries: [
        { id: 't-2', at, kind: 'dmp.searched', by, outcome: 'success', operation: 'dmp.search' },
        {
          id: 't-1',
          at: '2026-11-20T15:00:00Z',
          kind: 'dmp.document.read',
          by,
          outcome: 'refused',
          operation: 'dmp.document.get',
        },
      ],
    },
    authorisations: {
      at,
      rows: [
        {
          name: 'EXEMPLE Camille',
          specialty: 'Médecin - Qualifié en Médecine Générale (SM)',
          state: 'authorised',
          treatingDoctor: true,
          from: '2024-02-01',
        },
        { name: 'MODÈLE Sacha', structure: 'CLINIQUE FICTIVE', state: 'blocked', from: '2026-01-10' },
      ],
    },
  },
  empty: { traces: { entries: [] }, authorisations: { at, rows: [] } },
});
