import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Does something once the reading that is on its way, if any, has ended: what the server pushes is put over an answer that it may have
 * made before, never under it.
 */
export async function afterReading(queryClient: QueryClient, queryKey: QueryKey, put: () => void): Promise<void> {
  const query = queryClient.getQueryCache().find({ queryKey });
  if (query?.state.fetchStatus === 'fetching') await query.promise?.catch(() => undefined);
  put();
}
