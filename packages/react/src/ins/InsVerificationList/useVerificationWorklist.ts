'use client';
import type { GatewayClient } from '@socle-sante/gateway/client';
import type { InsVerifyListOutput, InsVerifyOutput, VerificationRow } from '@socle-sante/gateway/contract';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { type Async, fromError } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { useGatewayClient, usePermission } from '../../base/session.js';
import { toUiError } from '../../base/ui-error.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { usePace } from '../../base/use-pace.js';

export type VerificationFilter = 'todo' | 'done' | 'all';

/** What became of an identity: the record carries its INS, was left as it is, or was created without INS. */
export type VerificationResult = Exclude<VerificationRow['state'], 'todo'>;

export interface VerificationWorklistOptions {
  readonly filter?: VerificationFilter;
  readonly onVerified?: (result: InsVerifyOutput) => void;
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}

export interface VerificationWorklist {
  readonly state: Async<{ readonly rows: readonly VerificationRow[]; readonly total: number }>;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): void;
  /** Undefined while it is not known. */
  readonly canVerify: boolean | undefined;
  /** Asks INSi for one row; one at a time. */
  readonly verifying: Action<VerificationRow, InsVerifyOutput>;
  /** Handle of the row being verified. */
  readonly working: string | undefined;
}

const PAGE = 100;

/** Pages of the list, usable by hooks, loaders and tests alike. */
export const verificationQueries = {
  pages: (client: GatewayClient, filter: VerificationFilter) => ({
    queryKey: ['socle', 'ins', 'verifications', filter] as const,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      client.ins.verifyList(
        {
          limit: PAGE,
          ...(filter === 'all' ? {} : { state: filter }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: InsVerifyListOutput) => last.next,
    staleTime: 0,
  }),
} as const;

/** The state that a row takes with an outcome (rules 30, 49, 51, 55 of the Guide INS). */
export function stateOf(outcome: InsVerifyOutput['outcome']): VerificationResult {
  return outcome === 'koKnown' || outcome === 'koUnknown' ? outcome : outcome === 'ko' ? 'koKnown' : 'ok';
}

/** Identities that came from elsewhere with an INS, and their verification. Nothing of a row that does not match is ever integrated from here. */
export function useVerificationWorklist(options: VerificationWorklistOptions = {}): VerificationWorklist {
  const { filter = 'todo', onVerified } = options;
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const { now, resume } = useSocle();
  const emit = useEmit('InsVerificationList', options.onEvent);
  const permission = usePermission('ins.verify');
  const [working, setWorking] = useState<string>();
  const query = verificationQueries.pages(client, filter);
  const pages = useInfiniteQuery(query, queryClient);
  const waiting = pages.isFetching && !pages.data;
  const pace = usePace(waiting);

  const data = useMemo(
    () => ({
      rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
      total: pages.data?.pages[0]?.total ?? 0,
    }),
    [pages.data],
  );

  const { queryKey } = query;
  const key = queryKey.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is new at each render, its text is not
  const settle = useCallback(
    (row: string, result: InsVerifyOutput) => {
      // The row stays where it is, with its outcome, until the list is read again: what was done remains visible.
      queryClient.setQueryData<InfiniteData<InsVerifyListOutput>>(queryKey, (all) =>
        all === undefined
          ? all
          : {
              ...all,
              pages: all.pages.map((page) => ({
                ...page,
                rows: page.rows.map((one) =>
                  one.row === row
                    ? {
                        ...one,
                        state: stateOf(result.outcome),
                        verifiedAt: result.at,
                        ...(result.patient ? { patientRef: result.patient.ref } : {}),
                      }
                    : one,
                ),
              })),
            },
      );
    },
    [queryClient, key],
  );

  const verifying = useAction<VerificationRow, InsVerifyOutput>(async ({ row }, signal) => {
    setWorking(row);
    try {
      const result = await client.ins.verify({ row }, { signal });
      emit('ins.verified', { officialCode: result.outcome });
      settle(row, result);
      onVerified?.(result);
      return result;
    } catch (error) {
      emit('ins.verified', { outcome: 'failed' });
      throw error;
    } finally {
      setWorking(undefined);
    }
  });

  const state: VerificationWorklist['state'] = waiting
    ? {
        status: 'loading',
        since: now().getTime(),
        pace,
        cancel: () => void queryClient.cancelQueries({ queryKey }),
      }
    : pages.error
      ? fromError(toUiError(pages.error), {
          retry: () => void pages.refetch(),
          resume,
          ...(pages.data ? { last: data } : {}),
        })
      : data.rows.length === 0
        ? { status: 'empty', reason: 'none' }
        : { status: 'success', data, at: new Date(pages.dataUpdatedAt).toISOString(), source: 'local' };

  return {
    state,
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
    canVerify: permission?.allowed,
    verifying,
    working,
  };
}
