'use client';
import { type ReactNode, useId } from 'react';
import { baseMessages } from '../base/base.messages.js';
import { cx } from '../base/component.js';
import { useMessages } from '../base/use-messages.js';
import { Icon } from './icons.js';

/** What the control inside a field must carry. */
export interface FieldControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

export interface FieldProps {
  readonly label: ReactNode;
  /** Expected format with an example, shown before any error. */
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly id?: string;
  readonly className?: string;
  /** Draws the control with the attributes given. */
  readonly children: (control: FieldControlProps) => ReactNode;
}

/** Label, hint and error of a control, tied to it. */
export function Field(props: FieldProps): ReactNode {
  const t = useMessages(baseMessages);
  const made = useId();
  const id = props.id ?? `sc-field${made}`;
  const describedBy = cx(props.hint != null && `${id}-hint`, props.error != null && `${id}-error`);
  return (
    <div className={cx('sc-field', props.className)} data-invalid={props.error != null || undefined}>
      <label className="sc-field-label" htmlFor={id}>
        {props.label}
        {props.required ? <span className="sc-field-required"> ({t('required')})</span> : null}
      </label>
      {props.hint != null ? (
        <p className="sc-text sc-field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.children({
        id,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(props.error != null ? { 'aria-invalid': true as const } : {}),
        ...(props.required ? { 'aria-required': true as const } : {}),
      })}
      {props.error != null ? <FieldError id={`${id}-error`}>{props.error}</FieldError> : null}
    </div>
  );
}

/** The error of a field: icon and text. */
export function FieldError(props: { readonly id: string; readonly children: ReactNode }): ReactNode {
  return (
    <p className="sc-text sc-field-error" id={props.id}>
      <Icon name="blocking" />
      <span className="sc-field-error-text">{props.children}</span>
    </p>
  );
}
