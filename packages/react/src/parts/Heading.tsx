import type { ReactNode } from 'react';
import { cx } from '../base/component.js';

export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

/** The level under another. */
export function nextLevel(level: HeadingLevel): HeadingLevel {
  return Math.min(6, level + 1) as HeadingLevel;
}

/** A heading whose level the page chooses, so that its outline stays right. */
export function Heading(props: {
  readonly level: HeadingLevel;
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  const Tag = `h${props.level}` as const;
  return (
    <Tag id={props.id} className={cx('sc-heading', props.className)} data-level={props.level}>
      {props.children}
    </Tag>
  );
}
