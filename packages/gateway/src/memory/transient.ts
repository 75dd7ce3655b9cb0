import type { TransientStore } from '../handlers/ports.js';

/** Short-lived values in the memory of this process. For one process only. */
export function createMemoryTransient(now: () => Date): TransientStore {
  const values = new Map<string, { readonly value: string; readonly until: number }>();
  const live = (key: string) => {
    const found = values.get(key);
    if (found === undefined || found.until > now().getTime()) return found;
    values.delete(key);
    return undefined;
  };
  const sweep = () => {
    for (const key of values.keys()) live(key);
  };
  return {
    async get(key) {
      return live(key)?.value;
    },
    async set(key, value, ttlMs, options) {
      if (options?.onlyIfAbsent && live(key) !== undefined) return false;
      if (values.size > 1_000) sweep();
      values.set(key, { value, until: now().getTime() + ttlMs });
      return true;
    },
    async delete(key) {
      values.delete(key);
    },
  };
}
