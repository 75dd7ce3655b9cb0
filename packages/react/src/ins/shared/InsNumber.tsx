'use client';
import type { InsView } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import { useMessages } from '../../base/use-messages.js';
import { traitsMessages } from './traits.messages.js';

/** A matricule as a list may show it: masked, with its nature, and said to be a test or a demonstration number. */
export function InsNumber(props: { readonly ins: InsView }): ReactNode {
  const t = useMessages(traitsMessages);
  const { masked, nature, oidKind } = props.ins;
  return (
    <span className="sc-ins-number">
      <span className="sc-num sc-ins-number-value">{masked}</span>{' '}
      <span className="sc-muted">{t('nature', { kind: oidKind, nature })}</span>
    </span>
  );
}
