import type { GatewayClient } from '@socle-sante/gateway/client';
import type {
  AuditListOutput,
  DmpAccess,
  DmpAuthorisationsOutput,
  DmpConsent,
  DmpNewCountsInput,
  DmpNewCountsOutput,
  DmpStatus,
  NoticesOutput,
} from '@socle-sante/gateway/contract';
import type { SocleQuery } from '../../base/use-async-query.js';

/** Kept while the record is open: a page that has the focus again asks nothing of the DMP (EX_3.1-2030). */
const once = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchInterval: false } as const;

/** Reads about the DMP of one record. The keys hold the vendor's opaque reference only. */
export const dmpQueries = {
  /** One TD0.2 for each opening of the record. */
  status: (client: GatewayClient, patientRef: string, openingId = ''): SocleQuery<DmpStatus> => ({
    queryKey: ['socle', 'dmp', 'status', patientRef, openingId],
    queryFn: ({ signal }) => client.dmp.status({ patientRef }, { signal }),
    ...once,
  }),
  access: (client: GatewayClient, patientRef: string): SocleQuery<DmpAccess> => ({
    queryKey: ['socle', 'dmp', 'access', patientRef],
    queryFn: ({ signal }) => client.dmp.access({ patientRef }, { signal }),
    ...once,
  }),
  consent: (client: GatewayClient, patientRef: string): SocleQuery<DmpConsent> => ({
    queryKey: ['socle', 'dmp', 'consent', patientRef],
    queryFn: ({ signal }) => client.dmp.consent.get({ patientRef }, { signal }),
  }),
  authorisations: (client: GatewayClient, patientRef: string): SocleQuery<DmpAuthorisationsOutput> => ({
    queryKey: ['socle', 'dmp', 'authorisations', patientRef],
    queryFn: ({ signal }) => client.dmp.authorisations({ patientRef }, { signal }),
    ...once,
  }),
  history: (client: GatewayClient, patientRef: string): SocleQuery<AuditListOutput> => ({
    queryKey: ['socle', 'dmp', 'history', patientRef],
    queryFn: ({ signal }) => client.dmp.history({ patientRef }, { signal }),
  }),
  /** The one automatic search of an opening. */
  newCounts: (client: GatewayClient, input: DmpNewCountsInput): SocleQuery<DmpNewCountsOutput> => ({
    queryKey: ['socle', 'dmp', 'newCounts', input.patientRef, input.since ?? null, input.types ?? null],
    queryFn: ({ signal }) => client.dmp.newCounts(input, { signal }),
    ...once,
  }),
  notices: (client: GatewayClient): SocleQuery<NoticesOutput> => ({
    queryKey: ['socle', 'notices'],
    queryFn: ({ signal }) => client.notices.due({ signal }),
  }),
} as const;
