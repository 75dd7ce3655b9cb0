import { defineStates } from '../../base/states.js';
import type { InsVerificationListProps } from './InsVerificationList.js';

/** The list by what it shows. */
export const insVerificationListStates = defineStates<InsVerificationListProps>()({
  todo: {},
  done: { defaultFilter: 'done' },
  all: { defaultFilter: 'all' },
});
