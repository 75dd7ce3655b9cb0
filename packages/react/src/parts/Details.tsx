'use client';
import { type ReactNode, useId, useState } from 'react';
import { cx } from '../base/component.js';
import { Icon } from './icons.js';

/** A part that opens under its button. Printed open. */
export function Details(props: {
  readonly summary: ReactNode;
  readonly defaultOpen?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(props.defaultOpen ?? false);
  return (
    <div className={cx('sc-details', props.className)} data-open={open || undefined}>
      <button
        type="button"
        className="sc-details-button sc-focusable"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
          props.onToggle?.(!open);
        }}
      >
        <Icon name="chevron-right" className="sc-details-chevron" />
        <span className="sc-details-summary">{props.summary}</span>
      </button>
      <div id={id} className="sc-details-content" hidden={!open}>
        {props.children}
      </div>
    </div>
  );
}
