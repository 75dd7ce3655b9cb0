import type { AuditEntry, AuditKind } from '../contract.js';
import type { ImportedIdentity } from '../handlers/ports.js';
import { demoImported } from './patients.js';

const kinds: readonly AuditKind[] = [
  'identity.read',
  'ins.searchTraits',
  'identity.changed',
  'ins.matricule.viewed',
  'ins.datamatrix.shown',
];
const authors = [
  { userRef: 'u-medecin', name: 'Dr CAMILLE TEST0000001', idTail: '013' },
  { userRef: 'u-secretaire', name: 'Secrétariat TEST' },
];

/** A journal of `count` lines, one minute apart, the last one just before `end`. */
export function bulkAudit(count: number, end: Date): AuditEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? 'identity.read';
    const by = authors[index % 7 === 0 ? 1 : 0] ?? { userRef: 'u-medecin', name: 'Dr CAMILLE TEST0000001' };
    return {
      id: `a-${String(index + 1).padStart(6, '0')}`,
      at: new Date(end.getTime() - (count - index) * 60_000).toISOString(),
      kind,
      by,
      patientRef: `p-${String((index % 17) + 1).padStart(4, '0')}`,
      outcome: index % 50 === 49 ? ('failed' as const) : ('success' as const),
      operation: 'identity.get',
      ...(kind === 'ins.searchTraits' ? { code: index % 3 === 0 ? '01' : '00', partner: 'insi' } : {}),
    };
  });
}

/** `count` imported identities: invented persons whose number is that of an official test identity, repeated. */
export function bulkImported(count: number): ImportedIdentity[] {
  const models = demoImported();
  return Array.from({ length: count }, (_, index): ImportedIdentity => {
    const model = models[index % models.length];
    if (!model) throw new RangeError('No model.');
    return {
      ...model,
      row: `v-${String(index + 1).padStart(5, '0')}`,
      receivedAt: new Date(Date.UTC(2026, 9, 1) + index * 60_000).toISOString(),
    };
  });
}
