import type { DmpStatus } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const at = '2026-11-21T08:42:00Z';

/** What TD0.2 may say. */
export const dmpStatusIndicatorStates = defineStates<DmpStatus>()({
  authorised: { kind: 'open-authorised', at },
  treatingDoctor: { kind: 'open-authorised', treatingDoctor: true, at },
  notAuthorised: { kind: 'open-not-authorised', at },
  blocked: { kind: 'open-not-authorised', blocked: true, at },
  none: { kind: 'none', at },
  closed: { kind: 'closed', closedOn: '2025-03-14', at },
  notQualified: { kind: 'not-qualified', at },
  unknown: { kind: 'unknown', at },
});
