'use client';
import type { GatewayClient } from '@socle-sante/gateway/client';
import type { AuditEntry, AuditKind, AuditListInput } from '@socle-sante/gateway/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Async, fromError } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { useGatewayClient } from '../../base/session.js';
import { toUiError } from '../../base/ui-error.js';
import { useAction } from '../../base/use-action.js';
import { useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { usePace } from '../../base/use-pace.js';

export type AuditScope = 'patient' | 'user' | 'product';

export interface AuditFilters {
  readonly scope?: AuditScope;
  readonly patientRef?: string;
  readonly kinds?: readonly AuditKind[];
  readonly partner?: string;
  /** ISO instants. */
  readonly from?: string;
  readonly to?: string;
}

export interface AuditTrailOptions extends AuditFilters {
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}

export interface AuditTrailData {
  readonly entries: readonly AuditEntry[];
  /** Entries that answer, when the server counts them. */
  readonly total: number | undefined;
}

export interface AuditTrailView {
  readonly state: Async<AuditTrailData>;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): void;
  /** The CSV text of everything that answers. The server traces the export itself. */
  readonly exportCsv: ReturnType<typeof useAction<undefined, string>>;
}

/** Rows of one page. */
const PAGE = 100;

function inputOf(filters: AuditFilters): AuditListInput {
  const { scope, patientRef, kinds, partner, from, to } = filters;
  return {
    ...(scope === undefined ? {} : { scope }),
    ...(patientRef === undefined ? {} : { patientRef }),
    ...(kinds === undefined || kinds.length === 0 ? {} : { kinds: [...kinds] }),
    ...(partner === undefined ? {} : { partner }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Pages of the trail, usable by hooks, loaders and tests alike. */
export const auditQueries = {
  pages: (client: GatewayClient, filters: AuditFilters) => ({
    queryKey: ['socle', 'audit', filters.patientRef ?? '', inputOf(filters)] as const,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      client.audit.list(
        { ...inputOf(filters), limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next?: string | undefined }) => last.next,
    staleTime: 0,
  }),
} as const;

/** Who did what, when: read by pages, never changed from here. */
export function useAuditTrail(options: AuditTrailOptions): AuditTrailView {
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const { now, resume } = useSocle();
  const emit = useEmit('AuditTrail', options.onEvent);
  const query = auditQueries.pages(client, options);
  const pages = useInfiniteQuery(query, queryClient);
  const waiting = pages.isFetching && !pages.data;
  const pace = usePace(waiting);

  const data = useMemo(() => {
    const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
    return { entries, total: pages.data?.pages[0]?.total };
  }, [pages.data]);

  const exportCsv = useAction<undefined, string>(async (_, signal) => {
    const csv = await client.audit.export(inputOf(options), { signal });
    emit('audit.exported', { count: data.total ?? data.entries.length });
    return csv;
  });

  const retry = (): void => void pages.refetch();
  const state: Async<AuditTrailData> = waiting
    ? {
        status: 'loading',
        since: now().getTime(),
        pace,
        cancel: () => void queryClient.cancelQueries({ queryKey: query.queryKey }),
      }
    : pages.error
      ? fromError(toUiError(pages.error), { retry, resume, ...(pages.data ? { last: data } : {}) })
      : data.entries.length === 0
        ? { status: 'empty', reason: 'none' }
        : { status: 'success', data, at: new Date(pages.dataUpdatedAt).toISOString(), source: 'local' };

  return {
    state,
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
    exportCsv,
  };
}
