'use client';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** True when the element is narrower than `limit` CSS pixels. False on the server. */
export function useNarrow(element: RefObject<HTMLElement | null>, limit: number): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = (): void => setNarrow(target.clientWidth > 0 && target.clientWidth < limit);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, limit]);
  return narrow;
}
