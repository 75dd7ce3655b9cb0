'use client';
import type {
  ChannelState,
  Submission,
  SubmissionListOutput,
  SubmissionPauseOutput,
  SubmissionReplayOutput,
} from '@socle-sante/gateway/contract';
import { useRef } from 'react';
import type { Async } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { submissionQueries } from '../queries/submissions.js';
import { afterReading } from '../shared/after-reading.js';
import { POLL_MS } from '../shared/use-gateway-events.js';
import { useSubmissionEvents } from '../shared/use-submission-events.js';

export type QueueFilter = 'open' | 'failed' | 'all';

export interface DepositQueueOptions extends Pick<BaseProps, 'onEvent'> {
  readonly filter?: QueueFilter;
  /** Sendings of one record; those of the structure otherwise. */
  readonly patientRef?: string;
  /** Called with what changed, at most as often as the server says it. */
  readonly onChange?: (submission: Submission) => void;
}

export interface DepositQueueResult {
  readonly queue: Async<SubmissionListOutput>;
  /** Sends again what failed, under the same identifiers. */
  readonly replay: Action<readonly string[], SubmissionReplayOutput>;
  /** Takes one sending out of the queue; a reason is required. */
  readonly remove: Action<{ readonly ref: string; readonly reason: string }, Submission>;
  readonly pause: Action<boolean, SubmissionPauseOutput>;
}

const states: Readonly<Record<QueueFilter, readonly ChannelState[] | undefined>> = {
  open: ['prepared', 'queued', 'sending', 'accepted', 'refused', 'needs-user', 'held'],
  failed: ['refused', 'needs-user'],
  all: undefined,
};

/** One channel of one of its documents is in a state that was asked for. */
function meets(submission: Submission, wanted: readonly ChannelState[] | undefined): boolean {
  return (
    wanted === undefined ||
    submission.documents.some(({ channels }) => channels.some(({ state }) => wanted.includes(state)))
  );
}

/** The queue of sendings, pushed by the server. */
export function useDepositQueue(options: DepositQueueOptions = {}): DepositQueueResult {
  const { filter = 'open', patientRef } = options;
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('DepositQueue', options.onEvent);
  const wanted = states[filter];
  const input = {
    ...(patientRef === undefined ? {} : { patientRef }),
    ...(wanted === undefined ? {} : { states: [...wanted] }),
  };
  const { queryKey } = submissionQueries.list(client, input, false);
  const latest = useRef(options.onChange);
  latest.current = options.onChange;
  const live = useSubmissionEvents((event) => {
    if (event.type === 'queue') {
      queryClient.setQueryData(queryKey, (before: SubmissionListOutput | undefined) =>
        before === undefined ? before : { ...before, paused: event.paused },
      );
      return;
    }
    if (event.type !== 'submission') return;
    const { submission } = event;
    void afterReading(queryClient, queryKey, () => put(submission));
    latest.current?.(submission);
  });
  const queue = useAsyncQuery(submissionQueries.list(client, input, live ? false : POLL_MS));

  const replay = useAction(async (refs: readonly string[], signal) => {
    const after = await client.submission.replay({ refs: [...refs] }, { signal });
    after.submissions.forEach(put);
    emit('queue.replayed');
    return after;
  });
  const remove = useAction(async (asked: { readonly ref: string; readonly reason: string }, signal) => {
    const after = await client.submission.cancel(asked, { signal });
    emit('queue.cancelled');
    await queryClient.invalidateQueries({ queryKey });
    return after;
  });
  const pause = useAction(async (paused: boolean, signal) => {
    const after = await client.submission.pause({ paused }, { signal });
    queryClient.setQueryData(queryKey, (before: SubmissionListOutput | undefined) =>
      before === undefined ? before : { ...before, paused: after.paused },
    );
    emit('queue.paused');
    return after;
  });
  return { queue, replay, remove, pause };

  function put(submission: Submission): void {
    queryClient.setQueryData(queryKey, (before: SubmissionListOutput | undefined) => {
      if (before === undefined) return before;
      if (patientRef !== undefined && submission.patientRef !== patientRef) return before;
      if (before.submissions.some(({ ref }) => ref === submission.ref)) {
        // It stays where the user sees it, whatever became of it: the next reading sorts it out.
        return {
          ...before,
          submissions: before.submissions.map((one) => (one.ref === submission.ref ? submission : one)),
        };
      }
      if (!meets(submission, wanted)) return before;
      const total = before.total === undefined ? {} : { total: before.total + 1 };
      return { ...before, submissions: [submission, ...before.submissions], ...total };
    });
  }
}
