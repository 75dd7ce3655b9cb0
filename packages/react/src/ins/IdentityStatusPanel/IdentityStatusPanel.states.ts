import { defineStates } from '../../base/states.js';
import type { IdentityStatusPanelProps } from './IdentityStatusPanel.js';

/** Records of the demonstration, one by status and attribute. */
export const identityStatusPanelStates = defineStates<IdentityStatusPanelProps>()({
  provisional: { patientRef: 'p-0001' },
  retrieved: { patientRef: 'p-0012' },
  validated: { patientRef: 'p-0011' },
  qualified: { patientRef: 'p-0008' },
  doubtful: { patientRef: 'p-0015' },
  fictitious: { patientRef: 'p-0016' },
  badge: { patientRef: 'p-0008', layout: 'badge' },
  readOnly: { patientRef: 'p-0008', readOnly: true },
});
