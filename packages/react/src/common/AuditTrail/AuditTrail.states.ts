import type { AuditEntry } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const by = { userRef: 'u-medecin', name: 'Dr CAMILLE TEST0000001', idTail: '013' };
const entry = (n: number, rest: Partial<AuditEntry>): AuditEntry => ({
  id: `a${n}`,
  at: `2026-11-21T08:${String(10 + n).padStart(2, '0')}:00Z`,
  kind: 'identity.read',
  by,
  patientRef: 'p-adrun',
  outcome: 'success',
  operation: 'identity.get',
  ...rest,
});

/** Trails that look different. */
export const auditTrailStates = defineStates<{ readonly entries: readonly AuditEntry[] }>()({
  empty: { entries: [] },
  some: {
    entries: [
      entry(5, {
        kind: 'ins.searchTraits',
        operation: 'ins.search',
        code: '00',
        partner: 'insi',
        messageId: 'urn:uuid:5f1b9b1e-6d2a-4b0a-9a53-0f6ce7d4a1c2',
      }),
      entry(4, { kind: 'ins.matricule.viewed', operation: 'ins.matricule.view' }),
      entry(3, { kind: 'identity.changed', operation: 'identity.save', detail: { fields: 'usedName, birthPlace' } }),
      entry(2, { kind: 'access.denied', outcome: 'denied', code: 'profile', operation: 'ins.accept' }),
      entry(1, {
        kind: 'ins.searchTraits',
        outcome: 'failed',
        code: 'desir_1020',
        partner: 'insi',
        operation: 'ins.search',
      }),
      entry(0, { kind: 'audit.exported', operation: 'audit.export', patientRef: undefined }),
    ],
  },
});
