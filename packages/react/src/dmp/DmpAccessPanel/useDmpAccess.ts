'use client';
import type { DmpAccess, DmpStatus } from '@socle-sante/gateway/contract';
import type { Async } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { dmpQueries } from '../queries/dmp.js';

export interface DmpAccessOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
}

export interface DmpAccessResult {
  readonly access: Async<DmpAccess>;
  /** TD0.3: declares the user's authorisation. */
  readonly authorise: Action<undefined, DmpStatus>;
  /** Asks again what the five conditions are. */
  refresh(): void;
}

/** The five conditions of an access to the DMP, as the server sees them: no right is computed in the page. */
export function useDmpAccess(options: DmpAccessOptions): DmpAccessResult {
  const { patientRef } = options;
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('DmpAccessPanel', options.onEvent);
  const access = useAsyncQuery(dmpQueries.access(client, patientRef));
  const refresh = (): void => {
    void queryClient.invalidateQueries({ queryKey: dmpQueries.access(client, patientRef).queryKey });
  };
  const authorise = useAction(
    async (_: undefined, signal) => {
      const status = await client.dmp.authorise({ patientRef, change: 'add' }, { signal });
      emit('dmp.authorised');
      queryClient.setQueriesData({ queryKey: ['socle', 'dmp', 'status', patientRef] }, status);
      refresh();
      return status;
    },
    { scope: patientRef },
  );
  return { access, authorise, refresh };
}
