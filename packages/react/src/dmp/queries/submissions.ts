import type { GatewayClient } from '@socle-sante/gateway/client';
import type {
  RecordDocumentsOutput,
  Submission,
  SubmissionListInput,
  SubmissionListOutput,
} from '@socle-sante/gateway/contract';
import type { SocleQuery } from '../../base/use-async-query.js';

/** Reads of the sendings. Their changes come by the stream of events; without it they are read again every 5 seconds. */
export const submissionQueries = {
  get: (client: GatewayClient, ref: string, poll: number | false): SocleQuery<Submission> => ({
    queryKey: ['socle', 'submission', 'get', ref],
    queryFn: ({ signal }) => client.submission.get({ ref }, { signal }),
    refetchInterval: poll,
  }),
  list: (
    client: GatewayClient,
    input: SubmissionListInput,
    poll: number | false,
  ): SocleQuery<SubmissionListOutput> => ({
    queryKey: ['socle', 'submission', 'list', input.patientRef ?? null, input.states ?? null, input.channels ?? null],
    queryFn: ({ signal }) => client.submission.list(input, { signal }),
    refetchInterval: poll,
  }),
  recordDocuments: (client: GatewayClient, patientRef: string): SocleQuery<RecordDocumentsOutput> => ({
    queryKey: ['socle', 'record', 'documents', patientRef],
    queryFn: ({ signal }) => client.record.documents({ patientRef }, { signal }),
  }),
} as const;
