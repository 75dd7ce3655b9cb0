import { defineStates } from '../../base/states.js';

/** How urgent the sentence is. */
export const liveRegionStates = defineStates<{ readonly politeness: 'polite' | 'assertive' }>()({
  polite: { politeness: 'polite' },
  assertive: { politeness: 'assertive' },
});
