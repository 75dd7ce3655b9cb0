import type { ForwardedRef, RefCallback, RefObject } from 'react';

/** One element for two refs: that of the component and that of its host. */
export function mergeRefs<E>(own: RefObject<E | null>, host: ForwardedRef<E>): RefCallback<E> {
  return (element) => {
    own.current = element;
    if (typeof host === 'function') host(element);
    else if (host !== null) host.current = element;
  };
}
