'use client';
import type { DmpStatus } from '@socle-sante/gateway/contract';
import { useEffect } from 'react';
import type { Async } from '../../base/async.js';
import { dataOf } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { useAsyncQuery } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import type { IconName } from '../../parts/icons.js';
import type { Tone } from '../../parts/Notice.js';
import { dmpQueries } from '../queries/dmp.js';

export interface DmpStatusOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
  /** Names this opening of the record: another value asks the DMP again. */
  readonly openingId?: string;
}

/** The look of each kind: a word, a tone and an icon, never the colour alone. */
export const dmpStatusLooks: Readonly<Record<DmpStatus['kind'], { readonly tone: Tone; readonly icon: IconName }>> = {
  'open-authorised': { tone: 'success', icon: 'success' },
  'open-not-authorised': { tone: 'warning', icon: 'lock' },
  none: { tone: 'neutral', icon: 'dashed-circle' },
  closed: { tone: 'neutral', icon: 'down' },
  'not-qualified': { tone: 'info', icon: 'info' },
  unknown: { tone: 'warning', icon: 'unknown' },
};

/**
 * Whether the person has a DMP and whether the user may open it: one TD0.2 an opening of the record, kept while it is open. No
 * trait of the DMP is in the answer (RG_0320).
 */
export function useDmpStatus(options: DmpStatusOptions): Async<DmpStatus> {
  const { patientRef, openingId } = options;
  const state = useAsyncQuery(dmpQueries.status(useGatewayClient(), patientRef, openingId));
  const emit = useEmit('DmpStatusIndicator', options.onEvent);
  const kind = dataOf(state)?.kind;
  useEffect(() => {
    if (kind !== undefined) emit('dmp.status.shown');
  }, [kind, emit]);
  return state;
}
