'use client';
import type { AuditListOutput, DmpAuthorisationsOutput } from '@socle-sante/gateway/contract';
import type { Async } from '../../base/async.js';
import { useGatewayClient } from '../../base/session.js';
import { useAsyncQuery } from '../../base/use-async-query.js';
import { dmpQueries } from '../queries/dmp.js';

export interface DmpAccessHistoryResult {
  /** What this product did with the DMP of this person. */
  readonly traces: Async<AuditListOutput>;
  /** TD1.6: professionals whom the person authorised or blocked. */
  readonly authorisations: Async<DmpAuthorisationsOutput>;
}

/** Who looked, and who may look. Read only. */
export function useDmpAccessHistory(patientRef: string): DmpAccessHistoryResult {
  const client = useGatewayClient();
  return {
    traces: useAsyncQuery(dmpQueries.history(client, patientRef), {
      isEmpty: ({ entries }) => (entries.length === 0 ? 'none' : false),
    }),
    authorisations: useAsyncQuery(dmpQueries.authorisations(client, patientRef), {
      isEmpty: ({ rows }) => (rows.length === 0 ? 'none' : false),
    }),
  };
}
