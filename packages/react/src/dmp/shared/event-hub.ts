import type { GatewayClient } from '@socle-sante/gateway/client';
import type { GatewayEvent } from '@socle-sante/gateway/contract';

/** Milliseconds before a broken stream is tried again. */
const AGAIN_MS = 5000;

export interface EventListener {
  onEvent(event: GatewayEvent): void;
  onLive(live: boolean): void;
}

/** The one stream of a client: browsers open six connections to a server, and a page may hold more components than that. */
class EventHub {
  readonly #client: GatewayClient;
  readonly #listeners = new Set<EventListener>();
  #controller: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: string | undefined;
  #live = false;

  constructor(client: GatewayClient) {
    this.#client = client;
  }

  add(listener: EventListener): () => void {
    this.#listeners.add(listener);
    listener.onLive(this.#live);
    this.#controller ??= this.#start();
    return () => {
      this.#listeners.delete(listener);
      // One component gives way to another: the stream goes on when somebody listens by then.
      queueMicrotask(() => {
        if (this.#listeners.size === 0) this.#stop();
      });
    };
  }

  #start(): AbortController {
    const controller = new AbortController();
    void this.#listen(controller.signal);
    return controller;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#controller?.abort();
    this.#controller = undefined;
    this.#live = false;
    // Who listens again reads again: what happened in between is in what it reads.
    this.#last = undefined;
  }

  async #listen(signal: AbortSignal): Promise<void> {
    try {
      await this.#client.events({
        signal,
        onEvent: (event) => {
          for (const listener of [...this.#listeners]) listener.onEvent(event);
        },
        onOpen: () => {
          if (!signal.aborted) this.#tell(true);
        },
        onEventId: (id) => {
          this.#last = id;
        },
        ...(this.#last === undefined ? {} : { lastEventId: this.#last }),
      });
    } catch {
      // The stream broke, or was never there: the readers poll, and it is tried again below.
    }
    if (signal.aborted) return;
    this.#tell(false);
    this.#timer = setTimeout(() => void this.#listen(signal), AGAIN_MS);
  }

  #tell(live: boolean): void {
    this.#live = live;
    for (const listener of [...this.#listeners]) listener.onLive(live);
  }
}

const hubs = new WeakMap<GatewayClient, EventHub>();

/** Listens to the stream of a client, opened by the first who asks and closed after the last. Returns what stops it. */
export function listenToGateway(client: GatewayClient, listener: EventListener): () => void {
  const hub = hubs.get(client) ?? new EventHub(client);
  hubs.set(client, hub);
  return hub.add(listener);
}
