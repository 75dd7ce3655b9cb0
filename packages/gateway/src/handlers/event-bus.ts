import type { GatewayEvent } from '../contract.js';

/** An event with its identifier, which grows. */
export interface NumberedEvent {
  readonly id: string;
  readonly event: GatewayEvent;
}

/** What happens in this process, told to the pages that listen. */
export interface EventBus {
  publish(event: GatewayEvent): void;
  /** Calls back for each event; those after `lastEventId` first, when they are still known. Gives the function that ends it. */
  subscribe(listener: (event: NumberedEvent) => void, lastEventId?: string): () => void;
}

/** Events that a page which lost its connection may still ask for. */
const KEPT = 200;

/** `run` tells the identifiers of two runs apart: those of a former one are not resumed. */
export function createEventBus(run: string): EventBus {
  const listeners = new Set<(event: NumberedEvent) => void>();
  let kept: NumberedEvent[] = [];
  let count = 0;
  return {
    publish(event) {
      count += 1;
      const numbered = { id: `${run}.${count}`, event };
      kept = [...kept, numbered].slice(-KEPT);
      for (const listener of listeners) listener(numbered);
    },
    subscribe(listener, lastEventId) {
      const from = lastEventId === undefined ? -1 : kept.findIndex(({ id }) => id === lastEventId);
      if (from >= 0) for (const missed of kept.slice(from + 1)) listener(missed);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
