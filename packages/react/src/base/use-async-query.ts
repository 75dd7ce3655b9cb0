'use client';
import { SocleArgumentError } from '@socle-sante/core/error';
import { type QueryClient, type QueryKey, useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { type Async, type EmptyReason, fromError } from './async.js';
import { useSocle } from './context.js';
import { toUiError } from './ui-error.js';
import { usePace } from './use-pace.js';

/** What a query adapter (`xQueries.y(client, ref)`) gives: usable by hooks, loaders and tests alike. */
export interface SocleQuery<T> {
  /** Begins with `'socle'`. Never holds a matricule, a name or a mailbox. */
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>;
  readonly enabled?: boolean;
  readonly staleTime?: number;
  readonly refetchInterval?: number | false;
  readonly refetchOnWindowFocus?: boolean;
}

/** The cache of the nearest provider. Throws when there is none: a data hook cannot work without it. */
export function useSocleQueryClient(): QueryClient {
  const { queryClient } = useSocle();
  if (!queryClient) {
    throw new SocleArgumentError({
      code: 'react.provider',
      service: 'react',
      message: 'A data hook of @socle-sante/react was used outside <SocleProvider>.',
    });
  }
  return queryClient;
}

/** A read of the gateway as an {@link Async}: one state at a time, with its retry and its cancellation. */
export function useAsyncQuery<T>(
  query: SocleQuery<T>,
  options: { readonly isEmpty?: (data: T) => EmptyReason | false } = {},
): Async<T> {
  const queryClient = useSocleQueryClient();
  const { resume, now } = useSocle();
  const result = useQuery(query, queryClient);
  const waiting = result.fetchStatus === 'fetching' && result.data === undefined;
  const pace = usePace(waiting);
  const since = useRef(0);
  if (waiting && since.current === 0) since.current = now().getTime();
  if (!waiting) since.current = 0;

  const { refetch } = result;
  const key = JSON.stringify(query.queryKey);
  const cancel = useCallback(() => {
    void queryClient.cancelQueries({ queryKey: JSON.parse(key) as QueryKey });
  }, [queryClient, key]);
  const retry = useCallback(() => {
    void refetch();
  }, [refetch]);

  if (waiting) return { status: 'loading', since: since.current, pace, cancel };
  const at = new Date(result.dataUpdatedAt).toISOString();
  if (result.error) {
    const last = result.data === undefined ? {} : { last: result.data, at };
    return fromError<T>(toUiError(result.error), { retry, resume, ...last });
  }
  if (result.data === undefined) return { status: 'idle' };
  const empty = options.isEmpty?.(result.data);
  if (empty) return { status: 'empty', reason: empty };
  return { status: 'success', data: result.data, at, source: 'service' };
}
