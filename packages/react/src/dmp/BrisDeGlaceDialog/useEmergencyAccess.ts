'use client';
import type { DmpAccess, DmpEmergency } from '@socle-sante/gateway/contract';
import { dataOf } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { dmpQueries } from '../queries/dmp.js';

/** Least length of a reason. */
export const MOTIVE_MIN = 10;

export interface EmergencyAccessResult {
  /** The server offers it: no normal access, no opposition, a profile that may. */
  readonly allowed: boolean;
  /** Why it is not offered. */
  readonly reason: DmpEmergency['reason'];
  /** Since when it is open. */
  readonly openSince: string | undefined;
  /** Opens it for this record, until the record is closed. The motive is at least {@link MOTIVE_MIN} characters long. */
  readonly open: Action<string, DmpAccess>;
  readonly close: Action<undefined, DmpAccess>;
}

/** Emergency access (bris de glace) to one DMP. Nothing is remembered beyond the opening of the record. */
export function useEmergencyAccess(
  patientRef: string,
  options: Pick<BaseProps, 'onEvent'> = {},
): EmergencyAccessResult {
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('BrisDeGlaceDialog', options.onEvent);
  const query = dmpQueries.access(client, patientRef);
  const emergency = dataOf(useAsyncQuery(query))?.emergency;
  const open = useAction(
    async (motive: string, signal) => {
      const after = await client.dmp.emergency.open({ patientRef, motive: motive.trim() }, { signal });
      queryClient.setQueryData(query.queryKey, after);
      emit('dmp.emergency.opened');
      return after;
    },
    { scope: patientRef },
  );
  const close = useAction(
    async (_: undefined, signal) => {
      const after = await client.dmp.emergency.close({ patientRef }, { signal });
      queryClient.setQueryData(query.queryKey, after);
      return after;
    },
    { scope: patientRef },
  );
  return {
    allowed: emergency?.allowed ?? false,
    reason: emergency?.reason,
    openSince: emergency?.openSince,
    open,
    close,
  };
}
