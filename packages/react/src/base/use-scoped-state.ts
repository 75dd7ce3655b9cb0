'use client';
import { useCallback, useRef, useState } from 'react';

type Change<T> = T | ((before: T) => T);

/**
 * State that belongs to one record, one document, one sending (`scope`): another scope begins anew, and a late change of the one before
 * is dropped.
 */
export function useScopedState<T>(scope: string, initial: T): readonly [T, (change: Change<T>) => void] {
  const [held, setHeld] = useState({ scope, value: initial });
  const latest = useRef({ scope, initial });
  latest.current = { scope, initial };
  const change = useCallback(
    (next: Change<T>) => {
      if (latest.current.scope !== scope) return;
      setHeld((before) => {
        const value = before.scope === scope ? before.value : latest.current.initial;
        return { scope, value: typeof next === 'function' ? (next as (before: T) => T)(value) : next };
      });
    },
    [scope],
  );
  return [held.scope === scope ? held.value : initial, change];
}
