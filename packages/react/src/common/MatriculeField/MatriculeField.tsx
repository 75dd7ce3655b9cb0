'use client';
import { type ReactNode, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useMessages } from '../../base/use-messages.js';
import { Field } from '../../parts/Field.js';
import { Icon } from '../../parts/icons.js';
import { ReadOnly } from '../../parts/ReadOnly.js';
import { matriculeFieldMessages } from './MatriculeField.messages.js';
import { type Matricule, type MatriculeOptions, useMatricule } from './useMatricule.js';

export interface MatriculeFieldProps extends BaseProps, MatriculeOptions, MessagesProp<typeof matriculeFieldMessages> {
  readonly readOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly error?: ReactNode;
  readonly hint?: ReactNode;
  /** Dotted path of the field, for « Corriger » of a list of findings. */
  readonly path?: string;
}

/** A matricule INS: 15 characters, grouped once typed, key checked when the field is left. */
export const MatriculeField = component<MatriculeFieldProps, HTMLInputElement>('MatriculeField', (props, ref) => {
  const t = useMessages(matriculeFieldMessages, props.messages);
  const matricule = useMatricule(props);
  const [focused, setFocused] = useState(false);

  if (props.readOnly) {
    return (
      <div {...rootProps('MatriculeField', 'sc-matricule', props)}>
        <ReadOnly label={t('label')}>
          <span className="sc-num">{matricule.grouped === '' ? '—' : matricule.grouped}</span>
        </ReadOnly>
      </div>
    );
  }

  const error = props.error ?? (matricule.wasLeft && !focused ? sentence(matricule, t) : undefined);
  return (
    <div {...rootProps('MatriculeField', 'sc-matricule', props)}>
      <Field label={t('label')} hint={props.hint ?? t('hint')} error={error} required={props.required ?? false}>
        {(control) => (
          <input
            {...control}
            ref={ref}
            className="sc-input sc-focusable sc-num sc-matricule-input"
            data-width="code"
            data-sc-path={props.path}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            disabled={props.isDisabled}
            value={focused ? matricule.value : matricule.grouped}
            onChange={(event) => matricule.set(event.target.value)}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false);
              matricule.leave();
            }}
          />
        )}
      </Field>
      {matricule.isValid ? (
        <p className="sc-text sc-matricule-right">
          <Icon name="check" />
          {t('correct')}
        </p>
      ) : null}
    </div>
  );
});

type T = ReturnType<typeof useMessages<(typeof matriculeFieldMessages)['fr']>>;

function sentence({ problem }: Matricule, t: T): string | undefined {
  if (!problem) return undefined;
  if (problem.kind === 'missing') return t('missing', { n: problem.n });
  return problem.kind === 'key' ? t('key', { k: problem.k }) : t(problem.kind);
}
