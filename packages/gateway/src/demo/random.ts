import type { RandomBytes } from '@socle-sante/core/uuid';

/** A small generator that always gives the same sequence for a seed (mulberry32). For demonstrations only. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Octets from a generator. */
export function bytesOf(next: () => number): RandomBytes {
  return (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256));
}

/** How long a service takes. `median` and `p95` in milliseconds; 0 or `false`: no wait at all. */
export type Latency = number | false | { readonly median: number; readonly p95: number };

/** One duration, in milliseconds, of a log-normal law with that median and 95th percentile. */
export function drawLatency(latency: Latency, next: () => number): number {
  if (latency === false) return 0;
  if (typeof latency === 'number') return latency;
  const sigma = Math.log(latency.p95 / latency.median) / 1.645;
  const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Math.min(latency.median * Math.exp(sigma * normal), latency.p95 * 3);
}

/** Waits, and rejects with the reason of the signal when it aborts. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, ms);
    signal.addEventListener('abort', leave, { once: true });
  });
}
