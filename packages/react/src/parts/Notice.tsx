import type { ReactNode } from 'react';
import { cx } from '../base/component.js';
import { Icon, type IconName } from './icons.js';

export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'validated' | 'neutral';

const icons: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'blocking',
  validated: 'file-check',
  neutral: 'info',
};

/** One or two sentences with a tone: colour and icon, the text alone carries the meaning. */
export function Notice(props: {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly role?: 'alert' | 'status' | 'note';
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={cx('sc-notice', props.className)} data-tone={props.tone} role={props.role}>
      <Icon name={props.icon ?? icons[props.tone]} />
      <div className="sc-notice-body">{props.children}</div>
    </div>
  );
}
