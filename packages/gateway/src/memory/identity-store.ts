import type { IdentityRecord, IdentityStore } from '../handlers/ports.js';
import { findDuplicateGroups } from './duplicates.js';
import { matchesIdentity } from './identity-match.js';

const PAGE = 50;

/** Records in the memory of this process. `newRef` makes the opaque keys. */
export function createMemoryIdentityStore(records: readonly IdentityRecord[], newRef: () => string): IdentityStore {
  const byRef = new Map(records.map((record) => [record.patientRef, record]));
  return {
    async get(patientRef) {
      return byRef.get(patientRef);
    },
    async search(query) {
      const found: IdentityRecord[] = [];
      for (const record of byRef.values()) {
        if (matchesIdentity(record, query)) found.push(record);
        if (found.length > query.limit) break;
      }
      return found;
    },
    async create(record) {
      const patientRef = newRef();
      byRef.set(patientRef, { ...record, patientRef });
      return patientRef;
    },
    async replace(record, expectedVersion) {
      if (byRef.get(record.patientRef)?.version !== expectedVersion) return false;
      byRef.set(record.patientRef, record);
      return true;
    },
    async duplicates({ patientRef, cursor }) {
      const all = findDuplicateGroups([...byRef.values()]).filter(
        ({ records }) => patientRef === undefined || records.some((record) => record.patientRef === patientRef),
      );
      const from = Number(cursor ?? '0') || 0;
      const next = from + PAGE < all.length ? { next: String(from + PAGE) } : {};
      return { groups: all.slice(from, from + PAGE), ...next };
    },
  };
}
