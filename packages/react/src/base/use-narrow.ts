'use client';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** True when the element is narrower than `limit` CSS pixels, more when its text is larger than 16 px. False on the server. */
export function useNarrow(element: RefObject<HTMLElement | null>, limit: number): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = (): void => {
      const scale = Math.max(1, Number.parseFloat(getComputedStyle(target).fontSize) / 16);
      setNarrow(target.clientWidth > 0 && target.clientWidth < limit * scale);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, limit]);
  return narrow;
}
