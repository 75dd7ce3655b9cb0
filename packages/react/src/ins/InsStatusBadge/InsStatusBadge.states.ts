import { defineStates } from '../../base/states.js';
import type { InsStatusBadgeProps } from './InsStatusBadge.js';

/** The four statuses, and the attributes that may stand beside them. */
export const insStatusBadgeStates = defineStates<InsStatusBadgeProps>()({
  provisional: { status: 'PROV' },
  retrieved: { status: 'RECUP' },
  validated: { status: 'VALI' },
  qualified: { status: 'QUAL' },
  doubtful: { status: 'PROV', attributes: ['douteuse'] },
  fictitious: { status: 'PROV', attributes: ['fictive'] },
  namesake: { status: 'QUAL', attributes: ['homonyme'] },
});
