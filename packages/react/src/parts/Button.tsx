'use client';
import { type ButtonHTMLAttributes, forwardRef, useState } from 'react';
import { cx } from '../base/component.js';
import { Icon, type IconName } from './icons.js';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` once per screen; `danger` for what cannot be undone; `quiet` inside lists and bars. */
  readonly variant?: 'primary' | 'secondary' | 'danger' | 'quiet';
  readonly icon?: IconName;
  /** Keeps the text for assistive technology only. */
  readonly iconOnly?: boolean;
}

/**
 * A native button with the look of the kit. It is `type="button"` unless said otherwise. One that has the focus when it is disabled keeps
 * it, and does nothing: browsers would send the focus back to the top of the page.
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { variant = 'secondary', icon, iconOnly = false, className, children, type = 'button', ...rest } = props;
  const { disabled = false, onClick, onFocus, onBlur } = rest;
  const [focused, setFocused] = useState(false);
  const held = disabled && focused;
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      disabled={disabled && !focused}
      aria-disabled={held || rest['aria-disabled']}
      onFocus={(event) => {
        setFocused(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setFocused(false);
        onBlur?.(event);
      }}
      onClick={(event) => {
        if (held) event.preventDefault();
        else onClick?.(event);
      }}
      className={cx('sc-button sc-focusable', className)}
      data-variant={variant}
      data-icon-only={iconOnly || undefined}
    >
      {icon ? <Icon name={icon} /> : null}
      <span className={iconOnly ? 'sc-hidden' : 'sc-button-text'}>{children}</span>
    </button>
  );
});
