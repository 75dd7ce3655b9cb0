'use client';
import { describeFinding } from '@socle-sante/core/finding';
import type { DepositDescription, Derivation, DerivedField } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { Field } from '../../parts/Field.js';
import { ReadOnly } from '../../parts/ReadOnly.js';
import { useDocumentFindings } from '../shared/use-document-findings.js';
import type { dmpDepositWizardMessages } from './DmpDepositWizard.messages.js';
import { fromLocalInput, toLocalInput } from './local-time.js';
import { TypePicker } from './TypePicker.js';

type T = Translate<(typeof dmpDepositWizardMessages)['fr']>;

export interface DescriptionProps {
  readonly derivation: Derivation;
  /** The user was told what is wrong: each field says it from now on. */
  readonly checked: boolean;
  readonly description: DepositDescription;
  readonly onChange: (change: DepositDescription) => void;
  readonly t: T;
}

/** Fields, and what the last preparation says is wrong with each. */
interface FieldsProps extends DescriptionProps {
  readonly errors: Readonly<Partial<Record<DerivedField, string>>>;
}

/** What was derived, each value with where it comes from; only what the rules let be corrected is a field. */
export function DescriptionStep(given: DescriptionProps): ReactNode {
  const { derivation, t } = given;
  const props: FieldsProps = { ...given, errors: useFieldErrors(derivation, given.checked) };
  const has = (field: DerivedField): boolean => derivation.fields.some((one) => one.field === field);
  return (
    <div className="sc-stack">
      <TypeField {...props} />
      <TextField {...props} field="title" label={t('titleField')} />
      <div className="sc-deposit-pair">
        <TimeField {...props} field="actStart" label={t('actStart')} />
        <TimeField {...props} field="actEnd" label={t('actEnd')} />
      </div>
      {derivation.choices.acts.length > 0 ? (
        <ChoiceField {...props} field="act" label={t('act')} options={coded(derivation.choices.acts)} />
      ) : null}
      <div className="sc-deposit-pair">
        <ChoiceField {...props} field="author" label={t('author')} options={named(derivation.choices.authors)} />
        <ChoiceField {...props} field="signer" label={t('signer')} options={named(derivation.choices.signers)} />
      </div>
      <ChoiceField {...props} field="setting" label={t('setting')} options={coded(derivation.choices.settings)} />
      {has('comments') ? <TextField {...props} field="comments" label={t('comments')} /> : null}
    </div>
  );
}

/** The error of each field: the first that is no repetition of another. Warnings are in the list of the last step only. */
function useFieldErrors({ findings }: Derivation, checked: boolean): FieldsProps['errors'] {
  const { locale } = useSocle();
  const wrong = findings.filter(({ severity, field }) => checked && severity === 'error' && field !== undefined);
  const catalogues = useDocumentFindings(wrong.length > 0);
  const errors: Partial<Record<DerivedField, string>> = {};
  // A native rule speaks the language of the user; the official one that says the same comes after it.
  const ordered = [...wrong].sort((a, b) => Number(isOfficial(a)) - Number(isOfficial(b)));
  for (const one of ordered) {
    if (one.field === undefined || errors[one.field] !== undefined) continue;
    const { title, why } = describeFinding(one, locale, ...catalogues);
    // The title of an official finding names the set of rules; its sentence is the rule's own.
    errors[one.field] = isOfficial(one) ? why : title;
  }
  return errors;
}

const isOfficial = ({ rule }: { readonly rule: string }): boolean => rule.startsWith('official.');

const errorOf = (text: string | undefined): { error?: string } => (text === undefined ? {} : { error: text });

interface Option {
  readonly key: string;
  readonly name: string;
}
const coded = (list: readonly { readonly code: string; readonly label: string }[]): readonly Option[] =>
  list.map(({ code, label }) => ({ key: code, name: label }));
const named = (list: readonly Option[]): readonly Option[] => list;

/** The derived value of a field, the user's own over it. */
function fieldValue({ derivation, description }: FieldsProps, field: DerivedField) {
  const derived = derivation.fields.find((one) => one.field === field);
  const own = description[field];
  return {
    value: own ?? derived?.key ?? derived?.value ?? '',
    text: derived?.value ?? '',
    editable: derived?.editable ?? true,
    source: own === undefined ? derived?.source : ('user' as const),
  };
}

/** « déduit de votre session » */
function originText(source: ReturnType<typeof fieldValue>['source'], t: T): string | undefined {
  return source === undefined || source === 'user' ? undefined : t('derivedFrom', { source: t(`source.${source}`) });
}

function TypeField(props: FieldsProps): ReactNode {
  const { value, text, editable, source } = fieldValue(props, 'type');
  const { t, derivation } = props;
  if (!editable) return <Fixed label={t('type')} text={text} origin={originText(source, t)} />;
  return (
    <TypePicker
      types={derivation.choices.types}
      value={value || undefined}
      hint={originText(source, t)}
      {...errorOf(props.errors.type)}
      onChange={(type) => props.onChange({ type })}
      t={t}
    />
  );
}

function TextField(props: FieldsProps & { readonly field: 'title' | 'comments'; readonly label: string }): ReactNode {
  const { value, text, editable, source } = fieldValue(props, props.field);
  const { t, field } = props;
  if (!editable) return <Fixed label={props.label} text={text} origin={originText(source, t)} />;
  return (
    <Field
      label={props.label}
      hint={originText(source, t)}
      required={field === 'title'}
      {...errorOf(props.errors[field])}
    >
      {(control) => (
        <input
          {...control}
          className="sc-input sc-focusable"
          maxLength={field === 'title' ? 128 : 1000}
          data-sc-path={`documents.0.${field}`}
          value={value}
          onChange={(event) => props.onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
}

function TimeField(props: FieldsProps & { readonly field: 'actStart' | 'actEnd'; readonly label: string }): ReactNode {
  const { zone } = useSocle();
  const { value, editable, source } = fieldValue(props, props.field);
  const { t, field } = props;
  const local = toLocalInput(value, zone);
  if (!editable) return <Fixed label={props.label} text={local.replace('T', ' ')} origin={originText(source, t)} />;
  return (
    <Field
      label={props.label}
      hint={originText(source, t)}
      required={field === 'actStart'}
      {...errorOf(props.errors[field])}
    >
      {(control) => (
        <input
          {...control}
          type="datetime-local"
          className="sc-input sc-focusable"
          data-sc-path={`documents.0.${field}`}
          value={local}
          onChange={(event) => {
            const at = fromLocalInput(event.target.value, zone);
            props.onChange({ [field]: at });
          }}
        />
      )}
    </Field>
  );
}

function ChoiceField(
  props: FieldsProps & {
    readonly field: 'act' | 'author' | 'signer' | 'setting';
    readonly label: string;
    readonly options: readonly Option[];
  },
): ReactNode {
  const { value, text, editable, source } = fieldValue(props, props.field);
  const { t, field, options } = props;
  if (!editable) return <Fixed label={props.label} text={text} origin={originText(source, t)} />;
  return (
    <Field label={props.label} hint={originText(source, t)} {...errorOf(props.errors[field])}>
      {(control) => (
        <select
          {...control}
          className="sc-input sc-focusable"
          data-sc-path={`documents.0.${field}`}
          value={options.some(({ key }) => key === value) ? value : ''}
          onChange={(event) => props.onChange({ [field]: event.target.value || undefined })}
        >
          <option value="">{t('choose')}</option>
          {options.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Fixed(props: {
  readonly label: string;
  readonly text: string;
  readonly origin: string | undefined;
}): ReactNode {
  return (
    <ReadOnly label={props.label}>
      {props.text === '' ? '—' : props.text}
      {props.origin === undefined ? null : <span className="sc-muted"> ({props.origin})</span>}
    </ReadOnly>
  );
}
