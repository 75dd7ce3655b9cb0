'use client';
import type { DuplicateGroup, PatientRow } from '@socle-sante/gateway/contract';
import { useMemo, useState } from 'react';
import { type Async, dataOf, mapAsync } from '../../base/async.js';
import { useGatewayClient } from '../../base/session.js';
import { useAction } from '../../base/use-action.js';
import { useAsyncQuery } from '../../base/use-async-query.js';
import { identityQueries } from '../queries/identity.js';

export interface DuplicatesOptions {
  /** Only the duplicates of this record. */
  readonly patientRef?: string;
  /** Reasons shown; all by default. */
  readonly rules?: readonly DuplicateGroup['why'][];
  /** False while the list is not shown. */
  readonly enabled?: boolean;
}

export interface Duplicates {
  readonly state: Async<readonly DuplicateGroup[]>;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): Promise<void>;
}

/** Traits put side by side, in the order of the screen. */
export const comparedFields = ['birthName', 'firstNames', 'firstName', 'birthDate', 'sex', 'birthPlace'] as const;
export type ComparedField = (typeof comparedFields)[number];

/** Fields for which two records of a group say something else. What one of them does not say is no difference. */
export function differingFields(patients: readonly PatientRow[]): ReadonlySet<ComparedField> {
  const said = (field: ComparedField): Set<string> =>
    new Set(patients.flatMap(({ traits }) => (traits[field] ? [traits[field]] : [])));
  return new Set(comparedFields.filter((field) => said(field).size > 1));
}

/** Records that may be one person, with the reason. Nothing is merged here. */
export function useDuplicates(options: DuplicatesOptions = {}): Duplicates {
  const client = useGatewayClient();
  const { rules } = options;
  const scope = options.patientRef === undefined ? {} : { patientRef: options.patientRef };
  const first = useAsyncQuery({
    ...identityQueries.duplicates(client, scope),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
  });
  const [later, setLater] = useState<{
    readonly groups: readonly DuplicateGroup[];
    readonly next: string | undefined;
  }>();
  const action = useAction((cursor: string, signal) => client.identity.duplicates({ ...scope, cursor }, { signal }));
  const next = later ? later.next : dataOf(first)?.next;

  const state = useMemo(
    () =>
      mapAsync(first, ({ groups }) =>
        [...groups, ...(later?.groups ?? [])].filter(({ why }) => rules === undefined || rules.includes(why)),
      ),
    [first, later, rules],
  );
  return {
    state,
    hasMore: next !== undefined,
    isLoadingMore: action.state.status === 'loading',
    loadMore: async () => {
      if (next === undefined) return;
      const page = await action.run(next);
      if (page) setLater({ groups: [...(later?.groups ?? []), ...page.groups], next: page.next });
    },
  };
}
