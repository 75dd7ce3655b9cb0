import type { DmpAccess } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';
import { dmpAccessPanelStates as access } from '../DmpAccessPanel/DmpAccessPanel.states.js';

/** Off by default, on for one access, or not available: an adult, or a site where the feature is not active. */
export const dmpSecretConnectionSwitchStates = defineStates<DmpAccess>()({
  off: { ...access.ready, secretConnection: { available: true, active: false } },
  on: { ...access.ready, secretConnection: { available: true, active: true } },
  unavailable: { ...access.ready, secretConnection: { available: false, active: false } },
});
