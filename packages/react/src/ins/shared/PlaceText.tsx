'use client';
import { UNKNOWN_COG } from '@socle-sante/core/cog';
import type { ReactNode } from 'react';
import { useMessages } from '../../base/use-messages.js';
import { type CogSource, usePlace } from '../../common/CommuneCountryPicker/useCog.js';
import { traitsMessages } from './traits.messages.js';

/** A birth place: its name when the table knows it, and its code always. */
export function PlaceText(props: {
  readonly code: string;
  readonly birthDate: string;
  readonly source?: CogSource;
}): ReactNode {
  const t = useMessages(traitsMessages);
  const place = usePlace(props.code, props.source, props.birthDate);
  const name = props.code === UNKNOWN_COG ? t('unknownPlace') : place?.name;
  return name === undefined ? (
    <span className="sc-num">{props.code}</span>
  ) : (
    <span>
      {name} <span className="sc-muted sc-num">({props.code})</span>
    </span>
  );
}
