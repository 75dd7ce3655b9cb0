'use client';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Announcer, Politeness } from './announcer.js';

function Region(props: { readonly announcer: Announcer; readonly politeness: Politeness }): ReactNode {
  const { announcer, politeness } = props;
  const text = useSyncExternalStore(
    announcer.subscribe,
    () => announcer.read(politeness),
    () => '',
  );
  // Not printed: after a sheet it would begin a page of its own.
  return (
    <div className="sc-hidden sc-no-print" aria-live={politeness} aria-atomic="true" data-sc-live={politeness}>
      {text}
    </div>
  );
}

/** The two live regions of the page. */
export function LiveRegions(props: { readonly announcer: Announcer }): ReactNode {
  return (
    <>
      <Region announcer={props.announcer} politeness="polite" />
      <Region announcer={props.announcer} politeness="assertive" />
    </>
  );
}
