'use client';
import type { ReactNode } from 'react';
import type { Politeness } from '../../base/announcer.js';
import { useAnnounceChange } from './useAnnounce.js';

/**
 * A sentence that screen readers must hear when it changes. It draws nothing: the sentence goes to the two live regions
 * of the provider, 500 ms apart, equal ones said once.
 */
export function LiveRegion(props: { readonly text: string; readonly politeness?: Politeness }): ReactNode {
  useAnnounceChange(props.text, props.politeness);
  return null;
}
