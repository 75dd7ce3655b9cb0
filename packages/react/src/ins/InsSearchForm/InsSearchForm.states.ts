import { defineStates } from '../../base/states.js';
import type { InsSearchFormProps } from './InsSearchForm.js';

/** Situations of the search, by the record of the demonstration that shows them. */
export const insSearchFormStates = defineStates<Pick<InsSearchFormProps, 'patientRef' | 'initialTraits'>>()({
  found: { patientRef: 'p-0001' },
  notFound: { patientRef: 'p-0009' },
  multiple: { patientRef: 'p-0002' },
  sandboxHint: { patientRef: 'p-0009' },
  blocked: { patientRef: 'p-0015' },
  blockedFictive: { patientRef: 'p-0016' },
  blockedSex: { patientRef: 'p-0017' },
  toCorrect: { patientRef: 'p-0004', initialTraits: { birthName: 'PROVIS0IRE-' } },
});
