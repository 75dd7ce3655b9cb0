'use client';
import type { ReactNode } from 'react';
import { useSocle } from '../../base/context.js';
import { formatInstant, formatInstantWithOffset } from '../../base/format.js';

/** An instant in the zone of the site; its offset is said to assistive technology. */
export function Moment(props: { readonly at: string }): ReactNode {
  const { locale, zone } = useSocle();
  return (
    <time className="sc-num" dateTime={props.at}>
      <span aria-hidden="true">{formatInstant(props.at, locale, zone)}</span>
      <span className="sc-hidden">{formatInstantWithOffset(props.at, locale, zone)}</span>
    </time>
  );
}
