'use client';
import type { ConsultationConsent, DmpConsent, FeedingChoice } from '@socle-sante/gateway/contract';
import type { Async } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { dmpQueries } from '../queries/dmp.js';

export interface DmpConsentOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
}

/** One choice or both. */
export interface DmpConsentChange {
  readonly consultation?: ConsultationConsent;
  readonly feeding?: FeedingChoice;
}

export interface DmpConsentResult {
  readonly consent: Async<DmpConsent>;
  /** Records a change, with its author and its date (the server adds them). */
  readonly record: Action<DmpConsentChange, DmpConsent>;
}

/** Reads of the DMP that a refusal stops at once: those in flight are cut, those in memory are forgotten. */
const consultations = ['access', 'search', 'newCounts', 'authorisations', 'document'];

/** The two independent choices of a person: consultation and feeding of the DMP (DMP/UX.06). */
export function useDmpConsent(options: DmpConsentOptions): DmpConsentResult {
  const { patientRef } = options;
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('DmpConsentPanel', options.onEvent);
  const query = dmpQueries.consent(client, patientRef);
  const consent = useAsyncQuery(query);
  const record = useAction(
    async (change: DmpConsentChange, signal) => {
      if (change.consultation === 'refused') await stop(false);
      const after = await client.dmp.consent.set({ patientRef, ...change }, { signal });
      queryClient.setQueryData(query.queryKey, after);
      if (after.consultation === 'refused') await stop(true);
      void queryClient.invalidateQueries({ queryKey: dmpQueries.access(client, patientRef).queryKey });
      emit('dmp.consent.changed');
      return after;
    },
    { scope: patientRef },
  );
  return { consent, record };

  async function stop(forgetting: boolean): Promise<void> {
    for (const read of consultations) {
      const queryKey = ['socle', 'dmp', read, patientRef];
      await queryClient.cancelQueries({ queryKey });
      if (forgetting && read !== 'access') queryClient.removeQueries({ queryKey });
    }
  }
}
