import { defineStates } from '../../base/states.js';

/** What a list may look like: number of rows, and whether more wait on the server. */
export const virtualGridStates = defineStates<{ readonly count: number; readonly hasMore?: boolean }>()({
  empty: { count: 0 },
  few: { count: 12 },
  many: { count: 10_000 },
  more: { count: 60, hasMore: true },
});
