/** One event of a `text/event-stream`. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
  readonly id?: string;
}

/** Bounds of one stream. */
export interface StreamLimits {
  /** Characters of one event. */
  readonly maxEvent: number;
  /** Octets of the whole stream. */
  readonly maxTotal: number;
  /** Milliseconds without an octet (comments count) before `StreamProblem('idle')`. */
  readonly idleMs: number;
  /** Lets go of the body at once: a replaced `fetch` may not listen to it. */
  readonly signal?: AbortSignal;
}

/** A stream that went beyond its bounds, went silent, or broke. */
export class StreamProblem extends Error {
  readonly why: 'idle' | 'bounds' | 'broken';
  constructor(why: 'idle' | 'bounds' | 'broken') {
    super(why);
    this.why = why;
  }
}

/**
 * Reads server-sent events from a body (HTML Living Standard §9.2, without reconnection). Always lets go of the body at
 * the end, whatever the end is.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  limits: StreamLimits,
): AsyncGenerator<StreamEvent, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  let total = 0;
  const leave = () => void reader.cancel().catch(() => undefined);
  limits.signal?.addEventListener('abort', leave, { once: true });
  try {
    for (;;) {
      const { done, value } = await withinIdle(reader.read(), limits.idleMs);
      if (done) return;
      total += value.byteLength;
      buffer += decoder.decode(value, { stream: true });
      if (total > limits.maxTotal || buffer.length > limits.maxEvent) throw new StreamProblem('bounds');
      // A CR at the very end may be half of a CRLF: wait for what follows.
      const held = buffer.endsWith('\r') ? '\r' : '';
      const text = buffer.slice(0, buffer.length - held.length).replace(/\r\n?/g, '\n');
      const blocks = text.split('\n\n');
      buffer = (blocks.pop() ?? '') + held;
      for (const block of blocks) {
        const event = parseBlock(block);
        if (event) yield event;
      }
    }
  } finally {
    limits.signal?.removeEventListener('abort', leave);
    await reader.cancel().catch(() => undefined);
  }
}

function parseBlock(block: string): StreamEvent | undefined {
  let event = 'message';
  let id: string | undefined;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
    if (field === 'id') id = value;
  }
  if (data.length === 0) return undefined;
  return { event, data: data.join('\n'), ...(id === undefined ? {} : { id }) };
}

async function withinIdle<T>(promise: Promise<T>, idleMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const idle = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StreamProblem('idle')), idleMs);
  });
  try {
    return await Promise.race([promise.catch(() => Promise.reject(new StreamProblem('broken'))), idle]);
  } finally {
    clearTimeout(timer);
  }
}
