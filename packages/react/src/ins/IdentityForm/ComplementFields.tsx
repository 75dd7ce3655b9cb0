'use client';
import type { ReactNode } from 'react';
import { Field } from '../../parts/Field.js';
import { ReadOnly } from '../../parts/ReadOnly.js';

/** A field of the host under « Compléments ». */
export interface ComplementField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'tel' | 'email';
  readonly autoComplete?: string;
  readonly defaultValue?: string;
  /** Ignored, and told to the provider's `onError`: no field beyond the five traits may be made mandatory. */
  readonly required?: boolean;
}

/** The host's own fields. None is ever required. */
export function ComplementFields(props: {
  readonly fields: readonly ComplementField[];
  readonly values: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly onChange: (id: string, value: string) => void;
}): ReactNode {
  return props.fields.map((field) => {
    const value = props.values[field.id] ?? field.defaultValue ?? '';
    if (props.readOnly) {
      return (
        <ReadOnly key={field.id} label={field.label}>
          {value === '' ? '—' : value}
        </ReadOnly>
      );
    }
    return (
      <Field key={field.id} label={field.label} hint={field.hint}>
        {(control) => (
          <input
            {...control}
            className="sc-input sc-focusable"
            type={field.type ?? 'text'}
            autoComplete={field.autoComplete ?? 'off'}
            data-sc-path={`complements.${field.id}`}
            value={value}
            onChange={(event) => props.onChange(field.id, event.target.value)}
          />
        )}
      </Field>
    );
  });
}
