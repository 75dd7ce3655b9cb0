import type { ReactNode } from 'react';
import { cx } from '../base/component.js';
import { Icon, type IconName } from './icons.js';
import type { Tone } from './Notice.js';

/** A short state: icon and text in a coloured frame. */
export function Badge(props: {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={cx('sc-badge', props.className)} data-tone={props.tone}>
      {props.icon ? <Icon name={props.icon} /> : null}
      <span className="sc-badge-text">{props.children}</span>
    </span>
  );
}
