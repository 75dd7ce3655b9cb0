'use client';
import type { PatientView } from '@socle-sante/gateway/contract';
import { useCallback } from 'react';
import type { Async } from '../../base/async.js';
import { useGatewayClient } from '../../base/session.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { identityQueries } from './identity.js';

/** A record as the server knows it. */
export function useRecord(patientRef: string): Async<PatientView> {
  return useAsyncQuery(identityQueries.get(useGatewayClient(), patientRef));
}

/** After a write: every component that shows the record sees what the server answered; its history is read again. */
export function useStoreRecord(): (patient: PatientView) => void {
  const queryClient = useSocleQueryClient();
  const client = useGatewayClient();
  return useCallback(
    (patient) => {
      queryClient.setQueryData(identityQueries.get(client, patient.ref).queryKey, patient);
      void queryClient.invalidateQueries({ queryKey: identityQueries.history(client, patient.ref).queryKey });
    },
    [queryClient, client],
  );
}
