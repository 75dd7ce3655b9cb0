import { defineStates } from '../../base/states.js';
import type { PrintIdentityBlockProps } from './PrintIdentityBlock.js';

/** Papers of a qualified identity, and of another. */
export const printIdentityBlockStates = defineStates<PrintIdentityBlockProps>()({
  qualified: { patientRef: 'p-0008' },
  test: { patientRef: 'p-0010' },
  provisional: { patientRef: 'p-0001' },
  retrieved: { patientRef: 'p-0012' },
});
