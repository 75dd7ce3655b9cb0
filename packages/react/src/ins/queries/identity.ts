import type { GatewayClient } from '@socle-sante/gateway/client';
import type {
  IdentityDuplicatesInput,
  IdentityDuplicatesOutput,
  IdentityHistoryOutput,
  PatientView,
} from '@socle-sante/gateway/contract';
import type { SocleQuery } from '../../base/use-async-query.js';

/** Reads of one record, usable by hooks, loaders and tests alike. The keys hold the vendor's opaque reference only. */
export const identityQueries = {
  get: (client: GatewayClient, patientRef: string): SocleQuery<PatientView> => ({
    queryKey: ['socle', 'identity', 'get', patientRef],
    queryFn: ({ signal }) => client.identity.get({ patientRef }, { signal }),
  }),
  history: (client: GatewayClient, patientRef: string): SocleQuery<IdentityHistoryOutput> => ({
    queryKey: ['socle', 'identity', 'history', patientRef],
    queryFn: ({ signal }) => client.identity.history({ patientRef }, { signal }),
  }),
  duplicates: (client: GatewayClient, input: IdentityDuplicatesInput = {}): SocleQuery<IdentityDuplicatesOutput> => ({
    queryKey: ['socle', 'identity', 'duplicates', input.patientRef ?? null, input.cursor ?? null],
    queryFn: ({ signal }) => client.identity.duplicates(input, { signal }),
  }),
} as const;
