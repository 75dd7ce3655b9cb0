'use client';
import type { DmpNewCountsInput, DmpNewCountsOutput } from '@socle-sante/gateway/contract';
import type { Async } from '../../base/async.js';
import { useGatewayClient } from '../../base/session.js';
import { useAsyncQuery } from '../../base/use-async-query.js';
import { dmpQueries } from '../queries/dmp.js';

export type DmpNewDocumentsOptions = DmpNewCountsInput;

/**
 * What others added to the DMP: the one automatic search of an opening (D10), after TD0.2 and with consent only; the server leaves out
 * the documents of this structure. It is never asked again by itself.
 */
export function useDmpNewDocuments(options: DmpNewDocumentsOptions): Async<DmpNewCountsOutput> {
  const { patientRef, since, types } = options;
  return useAsyncQuery(
    dmpQueries.newCounts(useGatewayClient(), {
      patientRef,
      ...(since === undefined ? {} : { since }),
      ...(types === undefined ? {} : { types }),
    }),
  );
}
