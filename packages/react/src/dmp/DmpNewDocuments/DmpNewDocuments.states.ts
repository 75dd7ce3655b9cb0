import type { DmpNewCountsOutput } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const base = { since: '2026-11-02T09:00:00Z', at: '2026-11-21T08:42:00Z', changes: [] };
const group = (id: string, fr: string, en: string, types: string[]) => ({ id, labels: { fr, en }, types });

/** What others added: counts only, never a title. */
export const dmpNewDocumentsStates = defineStates<DmpNewCountsOutput>()({
  some: {
    ...base,
    total: 4,
    counts: [
      { group: group('biology', 'Biologie', 'Laboratory', ['11502-2']), count: 2 },
      { group: group('letters', 'Lettres de liaison', 'Discharge letters', ['11490-0']), count: 1 },
      { group: group('others', 'Autres documents', 'Other documents', []), count: 1 },
    ],
  },
  one: {
    ...base,
    total: 1,
    counts: [{ group: group('imaging', 'Imagerie', 'Imaging', ['18748-4']), count: 1 }],
  },
  none: { ...base, total: 0, counts: [] },
});
