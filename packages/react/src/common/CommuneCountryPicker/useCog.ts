'use client';
import { useEffect, useState } from 'react';
import type { CogPlace, CogPort } from './cog-port.js';
import { embeddedCog } from './embedded-cog.js';

/** Where places come from: the small table of the kit, or the vendor's. */
export type CogSource = 'embedded' | CogPort;

export interface CogOptions {
  readonly query: string;
  readonly kind?: 'commune' | 'country';
  /** Raw birth date. */
  readonly atDate?: string;
  readonly source?: CogSource;
  /** False while nobody looks at the results. */
  readonly enabled?: boolean;
}

export interface CogResults {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly places: readonly CogPlace[];
  /** More places answer than are shown. */
  readonly truncated: boolean;
}

/** Most options shown at once. */
export const COG_MAX = 50;
/** Milliseconds without a key before a search. */
const QUIET_MS = 120;

export function portOf(source: CogSource | undefined): CogPort {
  return source === undefined || source === 'embedded' ? embeddedCog : source;
}

/** Communes or countries for what is typed, valid at the birth date. */
export function useCog(options: CogOptions): CogResults {
  const { query, kind = 'commune', atDate, source, enabled = true } = options;
  const [results, setResults] = useState<CogResults>({ status: 'idle', places: [], truncated: false });
  useEffect(() => {
    if (!enabled || query.trim() === '') {
      setResults({ status: 'idle', places: [], truncated: false });
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      setResults((last) => ({ ...last, status: 'loading' }));
      portOf(source)
        .search({ text: query, kind, limit: COG_MAX + 1, signal, ...(atDate ? { atDate } : {}) })
        .then(
          (found) => {
            if (signal.aborted) return;
            setResults({ status: 'ready', places: found.slice(0, COG_MAX), truncated: found.length > COG_MAX });
          },
          () => {
            if (!signal.aborted) setResults({ status: 'failed', places: [], truncated: false });
          },
        );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, kind, atDate, source, enabled]);
  return results;
}

/** The place of a code, once known. */
export function usePlace(
  code: string,
  source: CogSource | undefined,
  atDate: string | undefined,
): CogPlace | undefined {
  const [place, setPlace] = useState<CogPlace>();
  useEffect(() => {
    if (code === '') {
      setPlace(undefined);
      return;
    }
    const controller = new AbortController();
    portOf(source)
      .find(code, { signal: controller.signal, ...(atDate ? { atDate } : {}) })
      .then(
        (found) => {
          if (!controller.signal.aborted) setPlace(found);
        },
        () => {
          if (!controller.signal.aborted) setPlace(undefined);
        },
      );
    return () => controller.abort();
  }, [code, source, atDate]);
  return place?.code === code.toUpperCase() ? place : undefined;
}
