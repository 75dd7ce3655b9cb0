'use client';
import type { DmpAccess, DmpSecretConnection } from '@socle-sante/gateway/contract';
import { dataOf } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { dmpQueries } from '../queries/dmp.js';

export interface SecretConnectionResult {
  /** A minor, and a site where the feature is active: the server says so. */
  readonly available: boolean;
  readonly active: boolean;
  readonly set: Action<boolean, DmpSecretConnection>;
}

/** Secret connection of a minor, for one access: off at each opening of the record. */
export function useSecretConnection(
  patientRef: string,
  options: Pick<BaseProps, 'onEvent'> = {},
): SecretConnectionResult {
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('DmpSecretConnectionSwitch', options.onEvent);
  const query = dmpQueries.access(client, patientRef);
  const found = dataOf(useAsyncQuery(query))?.secretConnection;
  const set = useAction(
    async (active: boolean, signal) => {
      const after = await client.dmp.secretConnection({ patientRef, active }, { signal });
      queryClient.setQueryData(query.queryKey, (access: DmpAccess | undefined) =>
        access === undefined ? access : { ...access, secretConnection: after },
      );
      emit('dmp.secretConnection.changed');
      return after;
    },
    { scope: patientRef },
  );
  return { available: found?.available ?? false, active: found?.active ?? false, set };
}
