import { defineStates } from '../../base/states.js';
import type { IdentityBannerProps } from './IdentityBanner.js';

/** Records of the demonstration that the banner shows differently. */
export const identityBannerStates = defineStates<IdentityBannerProps>()({
  qualified: { patientRef: 'p-0008' },
  provisional: { patientRef: 'p-0001' },
  retrieved: { patientRef: 'p-0012' },
  doubtful: { patientRef: 'p-0015' },
  infant: { patientRef: 'p-0017' },
  sticky: { patientRef: 'p-0008', sticky: true },
});
