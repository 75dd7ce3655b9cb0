import type { SubmissionListOutput } from '@socle-sante/gateway/contract';
import { defineStates } from '../../base/states.js';
import { dmpDepositProgressStates as sendings } from '../DmpDepositProgress/DmpDepositProgress.states.js';

/** What the queue may hold. */
export const depositQueueStates = defineStates<SubmissionListOutput>()({
  busy: {
    submissions: [sendings.queued, sendings.sending, sendings.refused, sendings.sent, sendings.held],
    total: 5,
    paused: false,
  },
  paused: { submissions: [sendings.queued], total: 1, paused: true },
  empty: { submissions: [], total: 0, paused: false },
});
