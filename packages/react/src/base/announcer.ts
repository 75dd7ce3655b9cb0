export type Politeness = 'polite' | 'assertive';

/** Milliseconds between two announcements: screen readers drop messages that follow each other too closely. */
export const ANNOUNCEMENT_SPACING_MS = 500;

/** A queue in front of the two live regions. Equal messages that wait together are said once. */
export interface Announcer {
  announce(text: string, politeness?: Politeness): void;
  subscribe(listener: () => void): () => void;
  /** The text now in a region. */
  read(politeness: Politeness): string;
  stop(): void;
}

interface Timers {
  set(callback: () => void, ms: number): unknown;
  clear(handle: unknown): void;
}

const systemTimers: Timers = {
  set: (callback, ms) => globalThis.setTimeout(callback, ms),
  clear: (handle) => globalThis.clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/** Makes the announcer of a provider. `timers` is replaced in tests. */
export function createAnnouncer(timers: Timers = systemTimers): Announcer {
  const waiting: { text: string; politeness: Politeness }[] = [];
  const now: Record<Politeness, string> = { polite: '', assertive: '' };
  const listeners = new Set<() => void>();
  let handle: unknown;

  const say = (): void => {
    const next = waiting.shift();
    if (!next) {
      handle = undefined;
      return;
    }
    // A region that already holds this text would stay silent: an invisible character makes it new.
    now[next.politeness] = now[next.politeness] === next.text ? `${next.text}\u200B` : next.text;
    for (const listener of listeners) listener();
    handle = timers.set(say, ANNOUNCEMENT_SPACING_MS);
  };

  return {
    announce(text, politeness = 'polite') {
      if (text === '' || waiting.some((item) => item.text === text && item.politeness === politeness)) return;
      // What is urgent passes in front of what is not, in the order of arrival.
      const firstPolite = waiting.findIndex((item) => item.politeness === 'polite');
      if (politeness === 'assertive' && firstPolite >= 0) waiting.splice(firstPolite, 0, { text, politeness });
      else waiting.push({ text, politeness });
      if (handle === undefined) handle = timers.set(say, 0);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: (politeness) => now[politeness],
    stop() {
      if (handle !== undefined) timers.clear(handle);
      handle = undefined;
      waiting.length = 0;
    },
  };
}
