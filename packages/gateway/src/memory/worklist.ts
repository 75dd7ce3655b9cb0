import type { ImportedIdentity, VerificationWorklist } from '../handlers/ports.js';

/** A list of imported identities in the memory of this process. */
export function createMemoryWorklist(rows: readonly ImportedIdentity[]): VerificationWorklist {
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return {
    async list({ state, cursor, limit }) {
      const all = [...byRow.values()].filter(
        (row) => state === undefined || (row.state === 'todo') === (state === 'todo'),
      );
      const from = Number(cursor ?? '0') || 0;
      const next = from + limit < all.length ? { next: String(from + limit) } : {};
      return { rows: all.slice(from, from + limit), total: all.length, ...next };
    },
    async get(row) {
      return byRow.get(row);
    },
    async settle(row, outcome) {
      const found = byRow.get(row);
      if (found?.state !== 'todo') return false;
      byRow.set(row, { ...found, ...outcome });
      return true;
    },
  };
}
