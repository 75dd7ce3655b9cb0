'use client';
import type { GatewayClient } from '@socle-sante/gateway/client';
import type { EnvironmentView } from '@socle-sante/gateway/contract';
import type { Async } from '../../base/async.js';
import { useGatewayClient } from '../../base/session.js';
import { type SocleQuery, useAsyncQuery } from '../../base/use-async-query.js';

/** Reads of the environment, usable by hooks, loaders and tests alike. */
export const environmentQueries = {
  get: (client: GatewayClient): SocleQuery<EnvironmentView> => ({
    queryKey: ['socle', 'environment'],
    queryFn: ({ signal }) => client.environment.get({ signal }),
    staleTime: 30_000,
    refetchOnWindowFocus: true,
  }),
} as const;

/** Where the services of this page are: simulator, sandbox, test, training or production. */
export function useEnvironment(): Async<EnvironmentView> {
  return useAsyncQuery(environmentQueries.get(useGatewayClient()));
}
