'use client';
import { type ButtonHTMLAttributes, forwardRef } from 'react';
import { cx } from '../base/component.js';
import { Icon, type IconName } from './icons.js';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` once per screen; `danger` for what cannot be undone; `quiet` inside lists and bars. */
  readonly variant?: 'primary' | 'secondary' | 'danger' | 'quiet';
  readonly icon?: IconName;
  /** Keeps the text for assistive technology only. */
  readonly iconOnly?: boolean;
}

/** A native button with the look of the kit. It is `type="button"` unless said otherwise. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { variant = 'secondary', icon, iconOnly = false, className, children, type = 'button', ...rest } = props;
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={cx('sc-button sc-focusable', className)}
      data-variant={variant}
      data-icon-only={iconOnly || undefined}
    >
      {icon ? <Icon name={icon} /> : null}
      <span className={iconOnly ? 'sc-hidden' : 'sc-button-text'}>{children}</span>
    </button>
  );
});
