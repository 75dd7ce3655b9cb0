'use client';
import { SocleArgumentError } from '@socle-sante/core/error';
import type { GatewayClient } from '@socle-sante/gateway/client';
import type { ActionId, Capabilities, DenialReason, OperationId } from '@socle-sante/gateway/contract';
import { type Async, dataOf } from './async.js';
import { useSocle } from './context.js';
import { type SocleQuery, useAsyncQuery } from './use-async-query.js';

/** The gateway client of the nearest provider. Throws when the provider has none. */
export function useGatewayClient(): GatewayClient {
  const { client } = useSocle();
  if (!client) {
    throw new SocleArgumentError({
      code: 'react.client',
      service: 'react',
      message: 'This component reads the gateway: give <SocleProvider client={createGatewayClient({ baseUrl })}>.',
    });
  }
  return client;
}

/** Reads of the session, usable by hooks, loaders and tests alike. */
export const sessionQueries = {
  capabilities: (client: GatewayClient): SocleQuery<Capabilities> => ({
    queryKey: ['socle', 'session', 'capabilities'],
    queryFn: ({ signal }) => client.session.capabilities({ signal }),
    staleTime: 30_000,
    refetchOnWindowFocus: true,
  }),
} as const;

/** What the signed-in user may do, as the server decides. */
export function useCapabilities(): Async<Capabilities> {
  return useAsyncQuery(sessionQueries.capabilities(useGatewayClient()));
}

/** Whether an operation is permitted, and why not. `undefined` while it is not known. */
export function usePermission(
  operation: OperationId,
): { readonly allowed: boolean; readonly reason?: DenialReason } | undefined {
  const capabilities = dataOf(useCapabilities());
  if (!capabilities) return undefined;
  return capabilities.operations[operation] ?? { allowed: false, reason: 'profile' };
}

/** True when the server allows this action on this record. An absent action is an absent control. */
export function allows(record: { readonly actions: readonly ActionId[] }, action: ActionId): boolean {
  return record.actions.includes(action);
}
