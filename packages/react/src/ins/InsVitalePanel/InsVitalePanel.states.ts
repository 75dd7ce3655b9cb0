import type { DemoChange } from '@socle-sante/gateway/demo';
import { defineStates } from '../../base/states.js';

/** Situations of the panel, by what is in the reader of the demonstration. */
export const insVitalePanelStates = defineStates<DemoChange>()({
  waiting: {},
  absent: { scenario: 'vitale-absent' },
  twins: { scenario: 'twins' },
  changed: { scenario: 'vitale-swapped' },
  expired: { scenario: 'vitale-expired' },
  unreadable: { scenario: 'vitale-unreadable' },
  technical: { scenario: 'insi.insi_101' },
  notFound: { scenario: 'insi.01' },
});
