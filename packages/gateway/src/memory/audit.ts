import type { AuditEntry } from '../contract.js';
import type { AuditQuery, AuditSink, StoredTrace } from '../handlers/ports.js';

/** A journal in the memory of this process. `entries` is oldest first. */
export interface MemoryAudit extends AuditSink {
  readonly entries: readonly StoredTrace[];
}

export function createMemoryAudit(initial: readonly StoredTrace[] = []): MemoryAudit {
  const entries: StoredTrace[] = [...initial];
  return {
    entries,
    async write(entry) {
      entries.push(entry);
    },
    async query(query) {
      const found = entries.filter((entry) => matches(entry, query)).reverse();
      const from = Number(query.cursor ?? '0') || 0;
      const next = from + query.limit < found.length ? { next: String(from + query.limit) } : {};
      return { entries: found.slice(from, from + query.limit), total: found.length, ...next };
    },
  };
}

function matches(entry: AuditEntry, query: AuditQuery): boolean {
  const at = Date.parse(entry.at);
  return (
    (query.patientRef === undefined || entry.patientRef === query.patientRef) &&
    (query.userRef === undefined || entry.by.userRef === query.userRef) &&
    (query.kinds === undefined || query.kinds.includes(entry.kind)) &&
    (query.partner === undefined || entry.partner === query.partner) &&
    (query.from === undefined || at >= Date.parse(query.from)) &&
    (query.to === undefined || at <= Date.parse(query.to))
  );
}
