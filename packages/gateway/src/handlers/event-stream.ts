import { streamHeaders } from './respond.js';

/** Sends one event; nothing happens once the reader left. */
export type SendEvent = (event: string, data: unknown) => void;

/**
 * A `text/event-stream` whose events are made by `run`. A comment is sent every `heartbeatMs`; the signal given to `run`
 * aborts when the reader leaves or when `outer` aborts. `run` must not throw: it sends its own `error` event.
 */
export function eventStream(
  run: (send: SendEvent, signal: AbortSignal) => Promise<void>,
  options: { readonly heartbeatMs: number; readonly outer?: AbortSignal },
): Response {
  const gone = new AbortController();
  const encoder = new TextEncoder();
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  const leave = () => {
    clearInterval(heartbeat);
    gone.abort();
  };
  options.outer?.addEventListener('abort', leave, { once: true });

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let id = 0;
      const write = (text: string) => {
        if (gone.signal.aborted) return;
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          leave();
        }
      };
      const send: SendEvent = (event, data) => {
        id += 1;
        write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      // Opens the stream at once, even through proxies that wait for the first octets.
      write(': open\n\n');
      heartbeat = setInterval(() => write(': \n\n'), options.heartbeatMs);
      if (options.outer?.aborted) leave();
      run(send, gone.signal)
        .catch(() => undefined)
        .finally(() => {
          clearInterval(heartbeat);
          options.outer?.removeEventListener('abort', leave);
          try {
            controller.close();
          } catch {
            // The reader left first: the stream is closed already.
          }
        });
    },
    cancel() {
      leave();
    },
  });
  return new Response(body, { status: 200, headers: streamHeaders });
}
