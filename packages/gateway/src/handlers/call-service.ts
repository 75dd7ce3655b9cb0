import { isSocleError } from '@socle-sante/core/error';
import type { OperationContext } from './context.js';

/**
 * Calls a national service: its outcome feeds the state of the service, and the answer says that it comes from one. A call
 * that the reader gave up says nothing of the service.
 */
export async function callService<T>(
  context: OperationContext,
  service: string,
  signal: AbortSignal,
  call: () => Promise<T>,
): Promise<T> {
  const start = context.now().getTime();
  context.meta.source = 'service';
  context.trace.partner = service;
  const record = (reached: boolean) => context.health.record(service, { ms: context.now().getTime() - start, reached });
  try {
    const result = await call();
    record(true);
    return result;
  } catch (error) {
    if (!signal.aborted && isSocleError(error) && error.origin !== 'argument') record(error.origin !== 'unreachable');
    throw error;
  }
}
