import type { DmpSearchOutput } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';
import { sampleRows } from '../../testing/document-rows.js';

const at = '2026-11-21T08:42:00Z';
const base = { at, missing: [], period: { from: '2024-11-21' } };

/** What a search may give. */
export const dmpDocumentListStates = defineStates<DmpSearchOutput>()({
  rows: { ...base, rows: [...sampleRows], total: sampleRows.length },
  more: { ...base, rows: [...sampleRows], total: 42, next: 'next-batch' },
  none: { ...base, rows: [], total: 0, emptyReason: 'none' },
  filtered: { ...base, rows: [], total: 0, emptyReason: 'filters' },
  partial: {
    ...base,
    rows: sampleRows.slice(0, 2),
    total: 2,
    missing: [{ rule: 'dmp.search.partial', severity: 'warning', path: [], params: {} }],
  },
});
