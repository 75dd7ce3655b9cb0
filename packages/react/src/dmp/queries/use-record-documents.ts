'use client';
import type { RecordDocumentsOutput } from '@socle-sante/gateway/contract';
import type { Async } from '../../base/async.js';
import { useGatewayClient } from '../../base/session.js';
import { useAsyncQuery } from '../../base/use-async-query.js';
import { submissionQueries } from './submissions.js';

/** The documents of a record, with what became of each in the DMP (HISTO.01). */
export function useRecordDocuments(patientRef: string): Async<RecordDocumentsOutput> {
  return useAsyncQuery(submissionQueries.recordDocuments(useGatewayClient(), patientRef));
}
