/** A sliding window per key, in this process. Off when `max` is undefined. */
export function createRateLimiter(max: number | undefined, windowMs: number, now: () => number) {
  const hits = new Map<string, number[]>();
  return {
    /** Milliseconds to wait before the next call; 0 when this one may go. */
    take(key: string): number {
      if (max === undefined) return 0;
      const at = now();
      const recent = (hits.get(key) ?? []).filter((hit) => at - hit < windowMs);
      if (recent.length >= max) {
        hits.set(key, recent);
        return windowMs - (at - (recent[0] ?? at));
      }
      hits.set(key, [...recent, at]);
      return 0;
    },
  };
}
