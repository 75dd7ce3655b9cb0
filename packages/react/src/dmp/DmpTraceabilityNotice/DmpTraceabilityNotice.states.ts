import type { NoticesOutput } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';

const notice = { id: 'dmp.traceability', periodDays: 180 } as const;

/** Whether this user must read it. */
export const dmpTraceabilityNoticeStates = defineStates<NoticesOutput>()({
  first: { notices: [{ ...notice, due: true, reason: 'first' }] },
  period: { notices: [{ ...notice, due: true, reason: 'period', acknowledgedAt: '2026-05-20T08:00:00Z' }] },
  notDue: { notices: [{ ...notice, due: false, acknowledgedAt: '2026-11-02T08:00:00Z' }] },
});
