'use client';
import type { PatientView } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import { useMessages } from '../../base/use-messages.js';
import { CommuneCountryPicker } from '../../common/CommuneCountryPicker/CommuneCountryPicker.js';
import { type CogSource, usePlace } from '../../common/CommuneCountryPicker/useCog.js';
import { LunarDateField } from '../../common/LunarDateField/LunarDateField.js';
import { Button } from '../../parts/Button.js';
import { Field } from '../../parts/Field.js';
import { ReadOnly } from '../../parts/ReadOnly.js';
import { NameInput } from '../shared/NameInput.js';
import { SexField } from '../shared/SexField.js';
import { traitText } from '../shared/trait-format.js';
import { traitsMessages } from '../shared/traits.messages.js';
import type { IdentityFormT } from './IdentityForm.js';
import { type IdentityField, mandatoryFields } from './identity-values.js';
import type { IdentityForm } from './useIdentityForm.js';

interface TraitProps {
  readonly field: IdentityField;
  readonly form: IdentityForm;
  readonly patient: PatientView | undefined;
  readonly readOnly: boolean;
  readonly isDisabled: boolean;
  readonly error: string | undefined;
  /** A save was refused: fields that judge by themselves show our error. */
  readonly isRefused: boolean;
  readonly cogSource: CogSource | undefined;
  readonly t: IdentityFormT;
  readonly onLeave: () => void;
  readonly onUnlock: () => void;
}

/** One field of the identity: typed in, or closed with its padlock and the reason. */
export function IdentityTrait(props: TraitProps): ReactNode {
  const { field, form, t, error } = props;
  if (props.readOnly || !form.isOpen(field)) return <Closed {...props} />;

  const required = mandatoryFields.has(field);
  const { values } = form;
  const shown = error === undefined || !props.isRefused ? {} : { error };
  if (field === 'sex') {
    return (
      <SexField
        value={values.sex}
        required={required}
        error={error}
        onChange={(sex) => form.set('sex', sex)}
        onBlur={props.onLeave}
      />
    );
  }
  if (field === 'birthDate') {
    return (
      <LunarDateField
        value={values.birthDate}
        mode="sanitary"
        required={required}
        allowUnknownDay
        allowUnknownMonth
        isDisabled={props.isDisabled}
        data-sc-path="traits.birthDate"
        onChange={(raw) => form.set('birthDate', raw)}
        {...shown}
      />
    );
  }
  if (field === 'birthPlace') {
    return (
      <CommuneCountryPicker
        value={values.birthPlace}
        birthDate={values.birthDate}
        required={required}
        isDisabled={props.isDisabled}
        path="traits.birthPlace"
        onChange={(code) => form.set('birthPlace', code)}
        {...(props.cogSource ? { source: props.cogSource } : {})}
        {...shown}
      />
    );
  }
  const isUsed = field === 'usedName' || field === 'usedFirstName';
  return (
    <Field label={labelOf(field, t)} hint={hintOf(field, t)} error={error} required={required}>
      {(control) =>
        isUsed ? (
          <input
            {...control}
            className="sc-input sc-focusable"
            data-sc-path={`traits.${field}`}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            disabled={props.isDisabled}
            value={values[field]}
            onChange={(event) => form.set(field, event.target.value)}
            onBlur={props.onLeave}
          />
        ) : (
          <NameInput
            {...control}
            data-sc-path={`traits.${field}`}
            disabled={props.isDisabled}
            value={values[field]}
            onChange={(value) => form.set(field, value)}
            onBlur={props.onLeave}
          />
        )
      }
    </Field>
  );
}

/** A value that may not be typed in now. */
function Closed(props: TraitProps): ReactNode {
  const { field, form, patient, t, readOnly } = props;
  const words = useMessages(traitsMessages);
  const value = form.values[field];
  const place = usePlace(field === 'birthPlace' ? value : '', props.cogSource, form.values.birthDate);
  const lock = form.locks[field];
  const status = patient ? words(`statusName.${patient.status}`) : '';
  const isTrait = field !== 'usedName' && field !== 'usedFirstName';
  return (
    <div className="sc-identity-closed" data-lock={readOnly ? undefined : lock}>
      <ReadOnly
        label={labelOf(field, t, words)}
        {...(readOnly || lock === 'free' ? {} : { hint: t('locked', { statut: status }) })}
      >
        <span className={field === 'birthDate' || field === 'birthPlace' ? 'sc-num' : undefined}>
          {value === '' ? words('absent') : isTrait ? traitText(field, value, words) : value}
        </span>
        {place?.name === undefined ? null : <span className="sc-muted"> {place.name}</span>}
      </ReadOnly>
      {!readOnly && lock === 'superuser' ? (
        <Button variant="quiet" icon="unlock" className="sc-identity-unlock sc-no-print" onClick={props.onUnlock}>
          {t('unlock', { trait: labelOf(field, t, words) })}
        </Button>
      ) : null}
    </div>
  );
}

type Words = ReturnType<typeof useMessages<(typeof traitsMessages)['fr']>>;

function labelOf(field: IdentityField, t: IdentityFormT, words?: Words): string {
  switch (field) {
    case 'firstName':
      return t('first');
    case 'usedFirstName':
      return t('usedFirst');
    case 'birthDate':
    case 'birthPlace':
      return words ? words(field) : '';
    default:
      return t(field);
  }
}

function hintOf(field: IdentityField, t: IdentityFormT): string | undefined {
  switch (field) {
    case 'birthName':
      return t('birthNameHint');
    case 'firstNames':
      return t('firstNamesHint');
    case 'firstName':
      return t('firstHint');
    case 'usedName':
      return t('usedNameHint');
    case 'usedFirstName':
      return t('usedFirstHint');
    default:
      return undefined;
  }
}
