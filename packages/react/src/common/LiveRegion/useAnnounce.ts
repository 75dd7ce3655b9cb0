'use client';
import { useEffect, useRef } from 'react';
import type { Politeness } from '../../base/announcer.js';
import { useSocle } from '../../base/context.js';

/** Says something to screen readers, through the two live regions of the page. */
export function useAnnounce(): (text: string, politeness?: Politeness) => void {
  return useSocle().announce;
}

/** Says a text each time it changes; not when it is first there, nor when it is empty. */
export function useAnnounceChange(text: string, politeness: Politeness = 'polite'): void {
  const announce = useAnnounce();
  const said = useRef(text);
  useEffect(() => {
    if (said.current === text) return;
    said.current = text;
    announce(text, politeness);
  }, [text, politeness, announce]);
}
