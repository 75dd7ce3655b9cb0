'use client';
import type { RecordDocument, SubmissionHoldOutput } from '@socle-sante/gateway/contract';
import type { Async } from '../../base/async.js';
import { mapAsync } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { submissionQueries } from '../queries/submissions.js';

export interface HoldOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
  /** Key of the document in the record. */
  readonly documentRef: string;
}

export interface HoldResult {
  /** The document, with its hold when somebody asked for one; `undefined` when the record has no such document. */
  readonly document: Async<RecordDocument | undefined>;
  readonly set: Action<{ readonly held: boolean; readonly reason?: string }, SubmissionHoldOutput>;
}

/** Holds one document back from the DMP: for each document, never by default, never remembered (SC.DMP/ALI/PROG.03). */
export function useHold(options: HoldOptions): HoldResult {
  const { patientRef, documentRef } = options;
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('DmpHoldCheckbox', options.onEvent);
  const query = submissionQueries.recordDocuments(client, patientRef);
  const document = mapAsync(useAsyncQuery(query), ({ documents }) =>
    documents.find((one) => one.documentRef === documentRef),
  );
  const set = useAction(
    async (input: { readonly held: boolean; readonly reason?: string }, signal) => {
      const after = await client.submission.hold({ patientRef, documentRef, ...input }, { signal });
      emit(input.held ? 'deposit.held' : 'deposit.released');
      await queryClient.invalidateQueries({ queryKey: query.queryKey });
      return after;
    },
    { scope: `${patientRef} ${documentRef}` },
  );
  return { document, set };
}
