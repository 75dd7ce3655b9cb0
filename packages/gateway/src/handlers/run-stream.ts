import { insSearchOutput } from '../contract/ins.js';
import type { InsSearchInput } from '../contract.js';
import type { OperationContext } from './context.js';
import { eventStream } from './event-stream.js';
import { prepareSearch, runSearch } from './operations/ins-search.js';
import { envelope, failed } from './outcome.js';

const HEARTBEAT_MS = 15_000;

/**
 * `ins.search`: what can be refused before INSi is called is an ordinary answer; then the stream opens, with one `attempt`
 * per call, and one `result` or `error`. When the reader leaves, the sequence stops.
 */
export async function searchStream(input: InsSearchInput, context: OperationContext): Promise<Response> {
  const prepared = await prepareSearch(input, context);
  return eventStream(
    async (send, signal) => {
      try {
        const output = await runSearch(prepared, context, send, signal);
        send('result', envelope(insSearchOutput, output, context));
      } catch (thrown) {
        if (signal.aborted) await context.audit('cancelled');
        else send('error', { error: (await failed(thrown, context)).error });
      } finally {
        await prepared.release();
      }
    },
    { heartbeatMs: context.options.heartbeatMs ?? HEARTBEAT_MS, outer: context.request.signal },
  );
}
