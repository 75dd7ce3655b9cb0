import * as z from 'zod/mini';
import { instant } from './scalars.js';

/** Notices that a user must read: per user, never per patient. */
export const noticeId = z.enum(['dmp.traceability']);
export type NoticeId = z.infer<typeof noticeId>;

export const notice = z.object({
  id: noticeId,
  due: z.boolean(),
  /** `first`: never acknowledged; `period`: `periodDays` passed since. */
  reason: z.optional(z.enum(['first', 'period'])),
  acknowledgedAt: z.optional(instant),
  periodDays: z.int(),
});
export type Notice = z.infer<typeof notice>;

export const noticesOutput = z.object({ notices: z.array(notice) });
export type NoticesOutput = z.infer<typeof noticesOutput>;

export const noticeAcknowledgeInput = z.object({ id: noticeId });
export type NoticeAcknowledgeInput = z.infer<typeof noticeAcknowledgeInput>;
