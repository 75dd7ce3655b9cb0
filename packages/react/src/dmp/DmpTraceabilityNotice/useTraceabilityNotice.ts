'use client';
import type { NoticesOutput } from '@socle-sante/gateway/contract';
import { dataOf } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { dmpQueries } from '../queries/dmp.js';

export interface TraceabilityNoticeResult {
  /** False until the server has said that this user must read it. */
  readonly due: boolean;
  readonly reason: 'first' | 'period' | undefined;
  readonly periodDays: number | undefined;
  /** The server keeps the date: nothing is stored in the browser. */
  readonly acknowledge: Action<undefined, NoticesOutput>;
}

/** The notice of traceability of the DMP: per user, never per patient, at the first login and then at each period (SC.DMP/CONF.11). */
export function useTraceabilityNotice(options: Pick<BaseProps, 'onEvent'> = {}): TraceabilityNoticeResult {
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('DmpTraceabilityNotice', options.onEvent);
  const query = dmpQueries.notices(client);
  const found = dataOf(useAsyncQuery(query))?.notices.find(({ id }) => id === 'dmp.traceability');
  const acknowledge = useAction(async (_: undefined, signal) => {
    const after = await client.notices.acknowledge({ id: 'dmp.traceability' }, { signal });
    queryClient.setQueryData(query.queryKey, after);
    emit('notice.acknowledged');
    return after;
  });
  return { due: found?.due ?? false, reason: found?.reason, periodDays: found?.periodDays, acknowledge };
}
