'use client';
import type { ReactNode } from 'react';
import { baseMessages } from '../base/base.messages.js';
import { useMessages } from '../base/use-messages.js';
import { Icon } from './icons.js';

/** A value that can be read and copied but not changed: text, padlock and « Lecture seule ». */
export function ReadOnly(props: {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly hint?: ReactNode;
}): ReactNode {
  const t = useMessages(baseMessages);
  return (
    <dl className="sc-read-only">
      <dt className="sc-field-label">{props.label}</dt>
      <dd className="sc-definition sc-read-only-value">
        <span className="sc-read-only-text">{props.children}</span>
        <span className="sc-read-only-lock">
          <Icon name="lock" />
          {props.hint ?? t('readOnly')}
        </span>
      </dd>
    </dl>
  );
}
