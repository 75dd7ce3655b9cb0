'use client';
import type { DocumentType, PatientView } from '@socle-sante/gateway/contract';
import { type ReactNode, useId, useRef } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { frenchSpaces, type Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { FileDrop } from '../../common/FileDrop/FileDrop.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Field, FieldError } from '../../parts/Field.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { FormSummary } from '../shared/FormSummary.js';
import { TraitsTerms } from '../shared/TraitsTerms.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { justificatifCaptureMessages } from './JustificatifCapture.messages.js';
import { type JustificatifField, type JustificatifOptions, useJustificatif } from './useJustificatif.js';

export interface JustificatifCaptureProps
  extends BaseProps,
    JustificatifOptions,
    MessagesProp<typeof justificatifCaptureMessages> {
  readonly headingLevel?: HeadingLevel;
  /** Draws « Annuler » when given. */
  readonly onCancel?: () => void;
}

type T = Translate<(typeof justificatifCaptureMessages)['fr']>;

/** Which document proved the identity: type, validity, comparison of the traits. The server records who checked it, and when. */
export const JustificatifCapture = component<JustificatifCaptureProps>('JustificatifCapture', (props, ref) => {
  const t = useMessages(justificatifCaptureMessages, props.messages);
  const id = useId();
  const capture = useJustificatif(props);
  return (
    <section {...rootProps('JustificatifCapture', 'sc-justificatif', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 3} id={id}>
        {t('title')}
      </Heading>
      <AsyncView state={capture.record} skeleton={<Skeleton rows={5} />}>
        {(patient) =>
          capture.blocked ? (
            <Notice tone="warning" icon="lock">
              {t(`blocked.${capture.blocked}`)}
            </Notice>
          ) : (
            <CaptureForm
              patient={patient}
              capture={capture}
              t={t}
              {...(props.onCancel ? { onCancel: props.onCancel } : {})}
            />
          )
        }
      </AsyncView>
    </section>
  );
});

function CaptureForm(props: {
  readonly patient: PatientView;
  readonly capture: ReturnType<typeof useJustificatif>;
  readonly t: T;
  readonly onCancel?: () => void;
}): ReactNode {
  const { capture, t, patient } = props;
  const traits = useMessages(traitsMessages);
  const summary = useRef<HTMLDivElement>(null);
  const id = useId();
  const { value, problems, high, low, companions, saving } = capture;
  const working = saving.state.status === 'loading';
  const labels: Readonly<Record<JustificatifField, string>> = {
    type: t('type'),
    companion: t('companion'),
    expiry: t('expiry'),
    coherent: t('compare'),
    copy: t('copyFile'),
  };
  const listed = (Object.keys(problems) as JustificatifField[]).flatMap((field) => {
    const code = problems[field];
    return code ? [{ path: `document.${field}`, label: labels[field], message: t(`problem.${code}`) }] : [];
  });
  if (high.length === 0) return <Notice tone="warning">{t('noType')}</Notice>;

  return (
    <form
      className="sc-ins-form"
      noValidate
      aria-busy={working || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void capture.save();
      }}
    >
      {capture.refusals > 0 ? <FormSummary problems={listed} refusals={capture.refusals} target={summary} /> : null}
      <div className="sc-justificatif-columns">
        <div className="sc-ins-form">
          <div
            role="radiogroup"
            className="sc-justificatif-types"
            aria-labelledby={`${id}-type`}
            aria-required="true"
            aria-invalid={problems.type !== undefined || undefined}
            aria-describedby={problems.type ? `${id}-type-error` : undefined}
            data-sc-path="document.type"
          >
            <span className="sc-field-label" id={`${id}-type`}>
              {t('type')}
            </span>
            <TypeGroup label={t('high')} types={high} capture={capture} name={id} />
            {low.length === 0 ? null : <TypeGroup label={t('low')} types={low} capture={capture} name={id} />}
            {problems.type ? <FieldError id={`${id}-type-error`}>{t(`problem.${problems.type}`)}</FieldError> : null}
          </div>
          {companions.length === 0 ? null : (
            <Field
              label={t('companion')}
              required
              error={problems.companion ? t(`problem.${problems.companion}`) : undefined}
            >
              {(control) => (
                <select
                  {...control}
                  className="sc-input sc-focusable"
                  data-sc-path="document.companion"
                  value={value.companion}
                  onChange={(event) => capture.set({ companion: event.target.value })}
                >
                  <option value="">{t('chooseCompanion')}</option>
                  {companions.map((type) => (
                    <option key={type.code} value={type.code}>
                      {labelOf(type, t)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Field
            label={t('expiry')}
            hint={t('expiryHint')}
            error={problems.expiry ? t(`problem.${problems.expiry}`) : undefined}
          >
            {(control) => (
              <input
                {...control}
                type="date"
                className="sc-input sc-focusable sc-num"
                data-width="code"
                data-sc-path="document.expiry"
                value={value.expiresOn}
                onChange={(event) => {
                  capture.setDateBroken(event.target.validity.badInput);
                  capture.set({ expiresOn: event.target.value });
                }}
                onBlur={(event) => capture.setDateBroken(event.target.validity.badInput)}
              />
            )}
          </Field>
        </div>
        <div className="sc-justificatif-compare">
          <p className="sc-text sc-field-label" id={`${id}-compare`}>
            {t('compare')}
          </p>
          <TraitsTerms traits={patient.traits} />
          <label className="sc-choice sc-justificatif-coherent">
            <input
              type="checkbox"
              className="sc-choice-input sc-focusable"
              data-sc-path="document.coherent"
              checked={value.coherent}
              aria-describedby={`${id}-differs${problems.coherent ? ` ${id}-coherent-error` : ''}`}
              aria-invalid={problems.coherent !== undefined || undefined}
              onChange={(event) => capture.set({ coherent: event.target.checked })}
            />
            {t('coherent')}
          </label>
          <p className="sc-text sc-field-hint" id={`${id}-differs`}>
            {t('differs')}
          </p>
          {problems.coherent ? <FieldError id={`${id}-coherent-error`}>{t('problem.coherent')}</FieldError> : null}
        </div>
      </div>
      {capture.canStoreCopy ? (
        <div className="sc-justificatif-copy">
          <label className="sc-choice">
            <input
              type="checkbox"
              className="sc-choice-input sc-focusable"
              data-sc-path="document.copy"
              checked={value.keepCopy}
              onChange={(event) => capture.set({ keepCopy: event.target.checked, file: undefined })}
            />
            {t('copy')}
          </label>
          <p className="sc-text sc-field-hint">{t('copyPrivacy')}</p>
          {value.keepCopy ? (
            <FileDrop
              key={patient.version}
              label={t('copyFile')}
              accept={['image', 'pdf']}
              capture="environment"
              onFiles={(files) => capture.set({ file: files[0] })}
            />
          ) : null}
          {problems.copy ? <FieldError id={`${id}-copy-error`}>{t('problem.copy')}</FieldError> : null}
        </div>
      ) : null}
      <ActionTrouble state={saving.state} />
      {saving.state.status === 'success' ? (
        <Notice tone="success" role="status">
          {t('saved', { status: traits(`status.${saving.state.data.patient.status}`) })}
        </Notice>
      ) : null}
      {capture.copyFailed ? (
        <Notice tone="warning" role="alert">
          {t('copyFailed')}
        </Notice>
      ) : null}
      <div className="sc-row">
        <Button type="submit" variant="primary" icon="file-check" disabled={working || problems.type === 'low'}>
          {working ? t('saving') : t('submit')}
        </Button>
        {props.onCancel ? (
          <Button onClick={props.onCancel} disabled={working}>
            {t('cancel')}
          </Button>
        ) : null}
        {problems.type === 'low' ? <span className="sc-muted">{t('problem.low')}</span> : null}
      </div>
    </form>
  );
}

function labelOf(type: DocumentType, t: T): string {
  return t.locale === 'fr' ? frenchSpaces(type.labels.fr) : type.labels.en;
}

function TypeGroup(props: {
  readonly label: string;
  readonly types: readonly DocumentType[];
  readonly capture: ReturnType<typeof useJustificatif>;
  readonly name: string;
}): ReactNode {
  const { locale } = useSocle();
  const { capture, types, name } = props;
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a radio group would be read twice
    <div role="group" aria-labelledby={id} className="sc-justificatif-group">
      <span className="sc-justificatif-level" id={id}>
        {props.label}
      </span>
      {types.map((type) => (
        <div key={type.code}>
          <label className="sc-choice">
            <input
              type="radio"
              className="sc-choice-input sc-focusable"
              name={`${name}-type`}
              value={type.code}
              checked={capture.value.type === type.code}
              aria-describedby={type.why ? `${id}-${type.code}` : undefined}
              onChange={() => capture.set({ type: type.code, companion: '' })}
            />
            {type.labels[locale]}
          </label>
          {type.why ? (
            <p className="sc-text sc-field-hint sc-justificatif-why" id={`${id}-${type.code}`}>
              {type.why[locale]}
            </p>
          ) : null}
        </div>
      ))}
    </div>
  );
}
