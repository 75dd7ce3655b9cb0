'use client';
import { createContext, useContext, useEffect, useState } from 'react';
import type { Async } from '../../base/async.js';

/** Tells the search around that its own answer was stored: that change of the record does not outdate it. */
const OutcomeStored = createContext<(version: number) => void>(() => {});

/** Around what is drawn under an identity found. */
export const OutcomeStoredProvider = OutcomeStored.Provider;

/** To be called with the version that the record has once the answer was stored in it, before the record is shown. */
export function useOutcomeStored(): (version: number) => void {
  return useContext(OutcomeStored);
}

export interface OutcomeVersion {
  /** The record as it is now is the one asked for: what is drawn counts from here. */
  start(): void;
  /** See {@link useOutcomeStored}. */
  stored(version: number): void;
}

/**
 * An answer of INSi counts for the record that it was asked for. Once the record has another version (another status, a
 * trait corrected, here or elsewhere), `drop` forgets it.
 */
export function useOutcomeVersion(
  version: number | undefined,
  state: Async<unknown>,
  drop: (wasAnswered: boolean) => void,
): OutcomeVersion {
  const [asked, setAsked] = useState<number>();
  const isOver =
    asked !== undefined &&
    version !== undefined &&
    version !== asked &&
    state.status !== 'loading' &&
    state.status !== 'idle';
  const wasAnswered = state.status === 'success';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer that is over
  useEffect(() => {
    if (!isOver) return;
    setAsked(undefined);
    drop(wasAnswered);
  }, [isOver]);
  return { start: () => setAsked(version), stored: setAsked };
}
