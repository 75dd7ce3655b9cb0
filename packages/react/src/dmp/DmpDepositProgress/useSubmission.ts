'use client';
import type { ChannelState, Submission } from '@socle-sante/gateway/contract';
import type { Async } from '../../base/async.js';
import { useGatewayClient } from '../../base/session.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { submissionQueries } from '../queries/submissions.js';
import { afterReading } from '../shared/after-reading.js';
import { POLL_MS } from '../shared/use-gateway-events.js';
import { useSubmissionEvents } from '../shared/use-submission-events.js';

/** States after which nothing changes by itself. */
const ended: readonly ChannelState[] = ['sent', 'refused', 'held', 'cancelled', 'needs-user'];

/** Every channel of every document came to its end. */
export function isEnded(submission: Submission): boolean {
  return submission.documents.every(({ channels }) => channels.every(({ state }) => ended.includes(state)));
}

/** One sending and what becomes of it: pushed by the server, read again every 5 seconds when the stream is broken. */
export function useSubmission(ref: string): Async<Submission> {
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const { queryKey } = submissionQueries.get(client, ref, false);
  const live = useSubmissionEvents((event) => {
    if (event.type !== 'submission' || event.submission.ref !== ref) return;
    const { submission } = event;
    void afterReading(queryClient, queryKey, () => queryClient.setQueryData(queryKey, submission));
  });
  const known = queryClient.getQueryData<Submission>(queryKey);
  const over = known !== undefined && isEnded(known);
  return useAsyncQuery(submissionQueries.get(client, ref, live || over ? false : POLL_MS));
}
