'use client';
import { useEffect, useState } from 'react';
import { PACE_MS, type Pace } from './async.js';

/** How long a wait has lasted, in the three steps that the screen shows. */
export function usePace(waiting: boolean): Pace {
  const [pace, setPace] = useState<Pace>('silent');
  useEffect(() => {
    if (!waiting) {
      setPace('silent');
      return;
    }
    const normal = setTimeout(() => setPace('normal'), PACE_MS.normal);
    const slow = setTimeout(() => setPace('slow'), PACE_MS.slow);
    return () => {
      clearTimeout(normal);
      clearTimeout(slow);
    };
  }, [waiting]);
  return pace;
}
