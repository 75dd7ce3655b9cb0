'use client';
import type { DepositVisibility, Derivation } from '@socle-sante/gateway/contract';
import { type ReactNode, useId } from 'react';
import type { Translate } from '../../base/messages.js';
import { Field } from '../../parts/Field.js';
import { dmpDepositWizardMessages } from './DmpDepositWizard.messages.js';

type T = Translate<(typeof dmpDepositWizardMessages)['fr']>;

/** Why something is not offered, in words; a reason newer than this page by its code. */
export function reasonText(reason: string | undefined, t: T): string {
  const key = `reason.${reason ?? ''}`;
  const text =
    key in dmpDepositWizardMessages.fr ? t(key as 'reason.minorOnly') : t('reason.other', { code: reason ?? '' });
  return t('notAllowed', { reason: text });
}

/** Who must not see the document. « Normal » is no choice: it is what there is without one. */
export function VisibilityStep(props: {
  readonly derivation: Derivation;
  readonly visibility: DepositVisibility;
  readonly onChange: (visibility: DepositVisibility) => void;
  readonly t: T;
}): ReactNode {
  const { derivation, visibility, t } = props;
  const rules = derivation.visibility;
  return (
    <div className="sc-stack">
      <p className="sc-text sc-muted">{t('visibilityIntro')}</p>
      <Choice
        label={t('maskPro')}
        rule={rules.maskPro}
        checked={visibility.maskPro ?? false}
        onChange={(maskPro) => props.onChange({ ...visibility, maskPro })}
        t={t}
      />
      <Choice
        label={t('invisible')}
        note={t('invisibleWhy')}
        rule={rules.hidePatient}
        checked={visibility.hidePatient ?? false}
        onChange={(hidePatient) => {
          const { remindOn: _, ...rest } = visibility;
          props.onChange(hidePatient ? { ...visibility, hidePatient } : { ...rest, hidePatient });
        }}
        t={t}
      />
      {visibility.hidePatient ? (
        <div className="sc-deposit-remind">
          <Field label={t('remind')} hint={t('remindWhy')} required>
            {(control) => (
              <input
                {...control}
                type="date"
                className="sc-input sc-focusable"
                data-sc-path="visibility.remindOn"
                value={visibility.remindOn ?? ''}
                onChange={(event) => {
                  const { remindOn: _, ...rest } = visibility;
                  props.onChange(event.target.value ? { ...rest, remindOn: event.target.value } : rest);
                }}
              />
            )}
          </Field>
        </div>
      ) : null}
      <Choice
        label={t('minors')}
        rule={rules.hideLegal}
        checked={visibility.hideLegal ?? false}
        onChange={(hideLegal) => props.onChange({ ...visibility, hideLegal })}
        t={t}
      />
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly note?: string;
  readonly rule: { readonly allowed: boolean; readonly reason?: string | undefined };
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly t: T;
}): ReactNode {
  const id = useId();
  const note = props.rule.allowed ? props.note : reasonText(props.rule.reason, props.t);
  return (
    <div>
      <label className="sc-choice">
        <input
          className="sc-choice-input sc-focusable"
          type="checkbox"
          checked={props.checked}
          disabled={!props.rule.allowed}
          aria-describedby={note === undefined ? undefined : id}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        {props.label}
      </label>
      {note === undefined ? null : (
        <p className="sc-text sc-muted sc-deposit-note" id={id}>
          {note}
        </p>
      )}
    </div>
  );
}
