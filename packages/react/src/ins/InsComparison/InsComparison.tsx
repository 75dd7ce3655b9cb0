'use client';
import type { FormerIns } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import type { CogSource } from '../../common/CommuneCountryPicker/useCog.js';
import { FindingsList } from '../../common/FindingsList/FindingsList.js';
import { AsyncView } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import { Field } from '../../parts/Field.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { Notice } from '../../parts/Notice.js';
import { InsNumber } from '../shared/InsNumber.js';
import { birthDateText } from '../shared/trait-format.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { ComparisonTable } from './ComparisonTable.js';
import { insComparisonMessages } from './InsComparison.messages.js';
import { type InsComparison as Comparison, type InsComparisonOptions, useInsComparison } from './useInsComparison.js';

export interface InsComparisonProps
  extends BaseProps,
    InsComparisonOptions,
    MessagesProp<typeof insComparisonMessages> {
  /** Former matricules; those of the answer of INSi otherwise. */
  readonly history?: readonly FormerIns[];
  /** Offered when a validated identity differs: opens the form of the record. */
  readonly onCorrect?: () => void;
  readonly cogSource?: CogSource;
  readonly headingLevel?: HeadingLevel;
}

export type InsComparisonT = Translate<(typeof insComparisonMessages)['fr']>;

/** The record beside what INSi returned, difference by difference; each one is checked before the identity is used. */
export const InsComparison = component<InsComparisonProps>('InsComparison', (props, ref) => {
  const { insi } = props;
  const t = useMessages(insComparisonMessages, props.messages);
  const words = useMessages(traitsMessages);
  const { locale, zone } = useSocle();
  const comparison = useInsComparison(props);
  const { kind, counts, local } = comparison;
  const id = useId();
  const level = props.headingLevel ?? 3;
  const history = props.history ?? insi.history;

  const table = (
    <ComparisonTable
      comparison={comparison}
      local={local}
      insi={insi}
      t={t}
      labelledBy={id}
      cogSource={props.cogSource}
    />
  );
  const summary =
    counts.different > 0
      ? t('summary.different', { n: counts.different, total: counts.all })
      : counts.equivalent > 0
        ? t('summary.equivalent', { n: counts.equivalent, total: counts.all })
        : t('summary.identical', { n: counts.same });

  return (
    <section
      {...rootProps('InsComparison', 'sc-ins-comparison', props)}
      ref={ref}
      aria-labelledby={id}
      data-kind={kind}
    >
      <div className="sc-ins-comparison-head">
        <Heading level={level} id={id}>
          {t('title')}
        </Heading>
        <p className="sc-text sc-muted sc-num sc-ins-comparison-at">
          {t('receivedAt', { at: formatInstant(insi.at, locale, zone) })}
        </p>
      </div>
      <p className="sc-text sc-ins-comparison-summary" data-kind={kind}>
        <Icon name={kind === 'blocked' ? 'blocking' : counts.different > 0 ? 'warning' : 'success'} />
        <span>
          {summary}
          {counts.missing > 0 ? <span className="sc-muted"> — {t('missing', { n: counts.missing })}</span> : null}
        </span>
      </p>
      {kind === 'blocked' ? (
        <>
          <Notice tone="danger" role="status">
            <p className="sc-text sc-ins-comparison-strong">{t('blocked')}</p>
            <p className="sc-text">{t('blockedNext')}</p>
          </Notice>
          <FindingsList findings={comparison.blockers.map(unlocated)} headingLevel={nextLevel(level)} />
        </>
      ) : null}
      {kind === 'validatedDiffers' ? (
        <Notice tone="warning" role="status">
          <p className="sc-text sc-ins-comparison-strong">{t('validatedDiffers')}</p>
          <p className="sc-text">{t('validatedDiffersNext', { status: words(`statusName.${local.status}`) })}</p>
        </Notice>
      ) : null}
      {kind === 'identical' && counts.missing === 0 ? <Details summary={t('show')}>{table}</Details> : table}
      {history.length > 0 ? (
        <Details summary={t('history', { n: history.length })}>
          <History history={history} t={t} />
        </Details>
      ) : null}
      <Decision {...props} comparison={comparison} t={t} />
    </section>
  );
});

/** What INSi returned is not for the user to correct: no « Corriger » beside it. */
function unlocated(blocker: Comparison['blockers'][number]): Comparison['blockers'][number] {
  return { ...blocker, path: [] };
}

/** Former matricules. Their dates are shown as received, even when they make no sense. */
function History(props: { readonly history: readonly FormerIns[]; readonly t: InsComparisonT }): ReactNode {
  const { t } = props;
  return (
    <ul className="sc-list sc-ins-comparison-history">
      {props.history.map(({ ins, from, to }) => {
        const [start, end] = [from, to].map((day) => (day === undefined ? undefined : birthDateText(day).text));
        return (
          <li key={`${ins.masked}/${from ?? ''}/${to ?? ''}`} className="sc-row">
            <InsNumber ins={ins} />
            <span className="sc-muted sc-num">
              {start !== undefined && end !== undefined
                ? t('historyPeriod', { from: start, to: end })
                : start !== undefined
                  ? t('historyFrom', { from: start })
                  : end !== undefined
                    ? t('historyTo', { to: end })
                    : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Decision(
  props: InsComparisonProps & { readonly comparison: Comparison; readonly t: InsComparisonT },
): ReactNode {
  const { comparison, t } = props;
  const words = useMessages(traitsMessages);
  const { refusal, state, toAcknowledge, acknowledged, firstName } = comparison;
  const done = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(false);
  const ended = state.status === 'success' || comparison.wasRejected;
  // The buttons are gone: the focus goes to what replaced them.
  useEffect(() => {
    if (ended && asked) done.current?.focus();
  }, [ended, asked]);

  if (ended) {
    return (
      <div ref={done} tabIndex={-1} className="sc-focusable">
        {state.status === 'success' ? (
          <Notice tone="success" role="status">
            <p className="sc-text sc-ins-comparison-strong">{t('accepted')}</p>
            <p className="sc-text">{t('acceptedNext', { status: words(`status.${state.data.patient.status}`) })}</p>
          </Notice>
        ) : (
          <Notice tone="neutral" role="status">
            {t('rejected')}
          </Notice>
        )}
      </div>
    );
  }

  const canBeUsed = refusal !== 'blocked' && refusal !== 'validatedDiffers';
  const left = toAcknowledge.filter((field) => !acknowledged.has(field)).length;
  const isWorking = state.status === 'loading';
  return (
    <div className="sc-ins-form sc-no-print">
      {canBeUsed && toAcknowledge.length > 0 ? (
        <fieldset className="sc-fieldset sc-ins-comparison-acks">
          <legend className="sc-hidden">{t('ackTitle')}</legend>
          <p className="sc-text sc-ins-comparison-strong" aria-hidden="true">
            {t('ackTitle')}
          </p>
          {toAcknowledge.map((field) => (
            <label key={field} className="sc-choice">
              <input
                type="checkbox"
                className="sc-choice-input sc-focusable"
                checked={acknowledged.has(field)}
                disabled={isWorking}
                onChange={(event) => comparison.acknowledge(field, event.target.checked)}
              />
              {t('ack', { trait: words(field) })}
            </label>
          ))}
        </fieldset>
      ) : null}
      {canBeUsed && firstName.choices.length > 1 ? (
        <Field
          className="sc-ins-comparison-first"
          label={t('firstName')}
          hint={props.insi.firstNameAmbiguous ? t('firstNameAmbiguous') : t('firstNameHint')}
          required={props.insi.firstNameAmbiguous}
        >
          {(control) => (
            <select
              {...control}
              className="sc-input sc-focusable"
              value={firstName.value}
              disabled={isWorking}
              onChange={(event) => firstName.choose(event.target.value)}
            >
              {firstName.value === '' ? <option value="">{t('firstNameChoose')}</option> : null}
              {firstName.choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {state.status === 'loading' ? null : (
        <AsyncView state={state} requested>
          {() => null}
        </AsyncView>
      )}
      <div className="sc-row">
        {canBeUsed && refusal !== 'notAllowed' ? (
          <Button
            variant="primary"
            icon="check"
            disabled={refusal !== undefined}
            aria-disabled={isWorking || undefined}
            onClick={() => {
              setAsked(true);
              void comparison.accept();
            }}
          >
            {isWorking ? t('accepting') : t('accept')}
          </Button>
        ) : null}
        {props.onCorrect && refusal === 'validatedDiffers' ? (
          <Button variant="primary" icon="edit" onClick={props.onCorrect}>
            {t('correct')}
          </Button>
        ) : null}
        <Button
          disabled={isWorking}
          onClick={() => {
            setAsked(true);
            comparison.reject();
          }}
        >
          {t('reject')}
        </Button>
      </div>
      {refusal === undefined || !canBeUsed ? null : (
        <p className="sc-text sc-ins-reason sc-muted" role="status">
          <Icon name={refusal === 'notAllowed' ? 'lock' : 'info'} />
          <span>
            {refusal === 'unacknowledged'
              ? t('wait.unacknowledged', { n: left })
              : refusal === 'firstName' || refusal === 'expired' || refusal === 'notAllowed'
                ? t(`wait.${refusal}`)
                : null}
          </span>
        </p>
      )}
    </div>
  );
}
