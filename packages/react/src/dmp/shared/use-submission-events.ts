'use client';
import type { GatewayEvent } from '@socle-sante/gateway/contract';
import { useSocleQueryClient } from '../../base/use-async-query.js';
import { useGatewayEvents } from './use-gateway-events.js';

/**
 * Listens to what changes on the server. The documents of a record say what became of their sendings (HISTO.01): they are
 * read again when one of them changed.
 *
 * @returns `true` while the stream is open; `false`: read again from time to time
 */
export function useSubmissionEvents(onEvent: (event: GatewayEvent) => void): boolean {
  const queryClient = useSocleQueryClient();
  return useGatewayEvents((event) => {
    onEvent(event);
    if (event.type !== 'submission') return;
    const { patientRef } = event.submission;
    void queryClient.invalidateQueries({ queryKey: ['socle', 'record', 'documents', patientRef] });
  });
}
