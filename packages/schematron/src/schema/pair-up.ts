/** What one list has and, at the same place of another, its counterpart: one of the two may be missing. */
export type Pair<T> = readonly [T | undefined, T | undefined];

/**
 * Pairs the members of two lists: first those that share the first key, then what is left by the next one. An empty key pairs
 * nothing; of several members with one key, the first is paired with the first. The order is that of `a`, then what only `b` has.
 */
export function pairUp<T>(
  a: readonly T[],
  b: readonly T[],
  keys: readonly ((each: T) => string)[],
): readonly Pair<T>[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const key of keys) {
    const waiting = new Map<string, number[]>();
    b.forEach((each, at) => {
      const text = taken.has(at) ? '' : key(each);
      if (text !== '') waiting.set(text, [...(waiting.get(text) ?? []), at]);
    });
    a.forEach((each, at) => {
      const other = partner.has(at) ? undefined : waiting.get(key(each))?.shift();
      if (other === undefined) return;
      partner.set(at, other);
      taken.add(other);
    });
  }
  const pairs: Pair<T>[] = a.map((each, at) => [each, b[partner.get(at) ?? -1]]);
  b.forEach((each, at) => {
    if (!taken.has(at)) pairs.push([undefined, each]);
  });
  return pairs;
}
