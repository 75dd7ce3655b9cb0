import { defineStates } from '../../base/states.js';
import type { InsDatamatrixProps } from './InsDatamatrix.js';

/** A symbol for a qualified identity, nothing for the three other statuses. */
export const insDatamatrixStates = defineStates<InsDatamatrixProps>()({
  qualified: { patientRef: 'p-0008' },
  small: { patientRef: 'p-0008', size: 18 },
  large: { patientRef: 'p-0008', size: 26 },
  symbolOnly: { patientRef: 'p-0008', withText: false },
  provisional: { patientRef: 'p-0001' },
  retrieved: { patientRef: 'p-0012' },
  validated: { patientRef: 'p-0011' },
});
