import { QueryClient } from '@tanstack/react-query';

/**
 * The cache of the kit: nothing is fetched again behind the user's back (no focus, no reconnection, no retry: the
 * gateway client already retries what may be), and nothing is kept on disk.
 */
export function createSocleQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 30_000,
        // A server draws and forgets: a timer for each read would hold the cache of every request for five minutes.
        gcTime: typeof window === 'undefined' ? Number.POSITIVE_INFINITY : 300_000,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Forgets what the kit knows: everything (end of session), or one record (record closed). */
export function forget(queryClient: QueryClient, patientRef?: string): void {
  queryClient.removeQueries({
    predicate: ({ queryKey }) =>
      queryKey[0] === 'socle' && (patientRef === undefined || queryKey.slice(1).includes(patientRef)),
  });
}
