import type { GatewayEvent } from '../contract.js';
import type { OperationContext } from './context.js';
import type { NumberedEvent } from './event-bus.js';
import { streamHeaders } from './respond.js';

const HEARTBEAT_MS = 15_000;
/** Events that wait for a page that does not read: beyond, the stream ends and the page asks again. */
const MAX_WAITING = 500;

/**
 * The stream of events: until the reader leaves, its session ends, or it does not read. Only what this session may see is
 * sent. After a break, `Last-Event-ID` asks for what was missed.
 */
export function listen(context: OperationContext): Response {
  const { session, request } = context;
  const encoder = new TextEncoder();
  const heartbeatMs = context.options.heartbeatMs ?? HEARTBEAT_MS;
  let end: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let ended = false;
        let sending = Promise.resolve();
        let waiting = 0;
        const write = (text: string) => {
          if (!ended) controller.enqueue(encoder.encode(text));
        };
        const forward = async ({ id, event }: NumberedEvent) => {
          if (!ended && (await maySee(context, event)))
            write(`event: ${event.type}\nid: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
        };
        const unsubscribe = context.state.events.subscribe((event) => {
          waiting += 1;
          if (waiting > MAX_WAITING || (controller.desiredSize ?? 0) < -MAX_WAITING) return end();
          sending = sending
            .then(() => forward(event))
            .catch(() => end())
            .finally(() => {
              waiting -= 1;
            });
        }, request.headers.get('last-event-id') ?? undefined);
        const heartbeat = setInterval(() => {
          const over = session.expiresAt !== undefined && Date.parse(session.expiresAt) <= context.now().getTime();
          if (over) end();
          else {
            write(': \n\n');
            // Signed out elsewhere, or somebody else now: a stream outlives the request that opened it.
            stillHere(context).then(
              (here) => here || end(),
              () => end(),
            );
          }
        }, heartbeatMs);
        end = () => {
          if (ended) return;
          ended = true;
          clearInterval(heartbeat);
          unsubscribe();
          request.signal.removeEventListener('abort', end);
          try {
            controller.close();
          } catch {
            // The reader left first: the stream is closed already.
          }
        };
        request.signal.addEventListener('abort', end, { once: true });
        write(': open\n\n');
        if (request.signal.aborted) end();
      },
      cancel() {
        end();
      },
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  );
  return new Response(body, { status: 200, headers: streamHeaders });
}

async function stillHere({ ports, request, session }: OperationContext): Promise<boolean> {
  return (await ports.users.resolve(request))?.userRef === session.userRef;
}

/** The vendor's rule decides, record by record. */
async function maySee(context: OperationContext, event: GatewayEvent): Promise<boolean> {
  switch (event.type) {
    case 'submission':
      return (await context.authorize({ operation: 'submission.get', patientRef: event.submission.patientRef }))
        .allowed;
    case 'queue':
      return (await context.authorize({ operation: 'submission.list' })).allowed;
    case 'consent':
      return (await context.authorize({ operation: 'dmp.consent.get', patientRef: event.patientRef })).allowed;
  }
}
