import { defineStates } from '../../base/states.js';

/** Sheets that look different. */
export const printSheetStates = defineStates<{ readonly lines: number; readonly scenario: string }>()({
  test: { lines: 4, scenario: 'nominal' },
  production: { lines: 4, scenario: 'production' },
  long: { lines: 60, scenario: 'nominal' },
});
