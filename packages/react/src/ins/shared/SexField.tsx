'use client';
import type { Sex } from '@socle-sante/gateway/contract';
import { type ReactNode, useId } from 'react';
import { baseMessages } from '../../base/base.messages.js';
import { useMessages } from '../../base/use-messages.js';
import { FieldError } from '../../parts/Field.js';
import { traitsMessages } from './traits.messages.js';

export interface SexFieldProps {
  readonly value: Sex | '';
  readonly onChange: (sex: Sex) => void;
  readonly onBlur?: () => void;
  /** INSi knows F and M only. */
  readonly choices?: readonly Sex[];
  readonly error?: string | undefined;
  readonly required?: boolean;
}

const all: readonly Sex[] = ['F', 'M', 'I'];

/** The sex, by radio buttons. Nothing is chosen beforehand. */
export function SexField(props: SexFieldProps): ReactNode {
  const t = useMessages(traitsMessages);
  const base = useMessages(baseMessages);
  const id = useId();
  const { error, choices = all } = props;
  return (
    <div
      className="sc-ins-sex"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      data-sc-path="traits.sex"
      aria-required={props.required || undefined}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onBlur?.();
      }}
    >
      <span className="sc-field-label" id={`${id}-label`}>
        {t('sex')}
        {props.required ? <span className="sc-field-required"> ({base('required')})</span> : null}
      </span>
      <div className="sc-row sc-ins-choices">
        {choices.map((sex) => (
          <label key={sex} className="sc-choice">
            <input
              type="radio"
              className="sc-choice-input sc-focusable"
              name={`${id}-sex`}
              value={sex}
              checked={props.value === sex}
              onChange={() => props.onChange(sex)}
            />
            {t(`sex.${sex}`)}
          </label>
        ))}
      </div>
      {error === undefined ? null : <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
