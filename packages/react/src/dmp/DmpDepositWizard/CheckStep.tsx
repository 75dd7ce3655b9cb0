'use client';
import type { Finding } from '@socle-sante/core/finding';
import type { Channel, DepositStep, Derivation } from '@socle-sante/gateway/contract';
import { type ReactNode, useId, useMemo } from 'react';
import { useSocle } from '../../base/context.js';
import { formatBytes, formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { FindingsList } from '../../common/FindingsList/FindingsList.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import type { HeadingLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { DocumentFrame } from '../shared/DocumentFrame.js';
import { dmpSubmissionMessages } from '../shared/submission.messages.js';
import { useDocumentFindings } from '../shared/use-document-findings.js';
import type { dmpDepositWizardMessages } from './DmpDepositWizard.messages.js';
import { type DepositResult, depositSteps } from './useDeposit.js';
import { reasonText } from './VisibilityStep.js';

type T = Translate<(typeof dmpDepositWizardMessages)['fr']>;

/** Findings grouped by the step where they are mended, the summary, and where the document goes. */
export function CheckStep(props: {
  readonly derivation: Derivation;
  readonly destinations: readonly Channel[] | undefined;
  readonly onDestinations: (channels: readonly Channel[]) => void;
  readonly onStep: (step: DepositStep, path?: Finding['path']) => void;
  readonly preview: DepositResult['preview'];
  readonly headingLevel: HeadingLevel;
  readonly t: T;
}): ReactNode {
  const { derivation, t } = props;
  const errors = derivation.findings.filter(({ severity }) => severity === 'error').length;
  return (
    <div className="sc-stack">
      <p className="sc-text sc-muted">{t('checkIntro')}</p>
      {errors > 0 && !derivation.canSend ? (
        <Notice tone="danger" role="status">
          {t('blocked', { n: errors })}
        </Notice>
      ) : errors > 0 ? (
        <Notice tone="warning" role="status">
          {t('okOfficial', { n: errors })}
        </Notice>
      ) : derivation.canSend ? (
        <Notice tone="success" role="status">
          {t('ok')}
        </Notice>
      ) : null}
      <Findings {...props} />
      <Summary derivation={derivation} t={t} />
      <Preview key={derivation.derivationRef} derivation={derivation} preview={props.preview} t={t} />
      <Destinations {...props} />
    </div>
  );
}

function Findings(props: {
  readonly derivation: Derivation;
  readonly onStep: (step: DepositStep, path?: Finding['path']) => void;
  readonly headingLevel: HeadingLevel;
  readonly t: T;
}): ReactNode {
  const { derivation, t } = props;
  const catalogues = useDocumentFindings(derivation.findings.length > 0);
  const groups = useMemo(
    () =>
      depositSteps
        .map((step) => ({ step, findings: derivation.findings.filter((one) => one.step === step) }))
        .filter(({ findings }) => findings.length > 0),
    [derivation.findings],
  );
  return groups.map(({ step, findings }) => (
    <div key={step} className="sc-stack">
      <FindingsList
        findings={findings}
        catalogues={catalogues}
        title={t(`step.${step}`)}
        headingLevel={props.headingLevel}
        {...(findings.some(({ rule }) => rule.startsWith('official.')) ? { groupBy: 'layer' } : {})}
        onLocate={(path) => props.onStep(step, path)}
      />
      {step === 'check' || step === 'send' ? null : (
        <div className="sc-row">
          <Button icon="edit" onClick={() => props.onStep(step)}>
            {t('fix', { step: t(`step.${step}`) })}
          </Button>
        </div>
      )}
    </div>
  ));
}

/** What is to be mended in one step, over its fields; « Corriger » goes to the field. */
export function StepFindings(props: {
  readonly derivation: Derivation;
  readonly step: DepositStep;
  readonly headingLevel: HeadingLevel;
  readonly t: T;
}): ReactNode {
  const { derivation, step, t } = props;
  const findings = useMemo(
    () => derivation.findings.filter((one) => one.step === step && one.severity === 'error'),
    [derivation.findings, step],
  );
  const catalogues = useDocumentFindings(findings.length > 0);
  if (findings.length === 0) return null;
  return (
    <FindingsList
      findings={findings}
      catalogues={catalogues}
      title={t('blocked', { n: findings.length })}
      headingLevel={props.headingLevel}
    />
  );
}

function Summary({ derivation, t }: { readonly derivation: Derivation; readonly t: T }): ReactNode {
  const { locale, zone } = useSocle();
  const { document, visibility } = derivation;
  const value = (field: Derivation['fields'][number]['field']): string | undefined =>
    derivation.fields.find((one) => one.field === field)?.value;
  const time = (at: string | undefined): string | undefined =>
    at === undefined ? undefined : formatInstant(at, locale, zone);
  const hidden = [
    visibility.value.maskPro ? t('maskPro') : undefined,
    visibility.value.hidePatient ? t('invisible') : undefined,
    visibility.value.hideLegal ? t('minors') : undefined,
  ].filter((one) => one !== undefined);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      t('kind'),
      `${t(`kind.${document.kind}`)}, ${formatBytes(document.size, locale)}${document.converted ? `, ${t('converted')}` : ''}`,
    ],
    [t('type'), value('type')],
    [t('titleField'), value('title')],
    [t('actStart'), time(value('actStart'))],
    [t('actEnd'), time(value('actEnd'))],
    [t('author'), value('author')],
    [t('signer'), value('signer')],
    [t('setting'), value('setting')],
    [t('step.visibility'), hidden.length === 0 ? t('visible') : hidden.join(' ; ')],
  ];
  return (
    <dl className="sc-terms sc-deposit-summary" aria-label={t('summary')}>
      {rows.map(([name, text]) =>
        text === undefined ? null : (
          <div key={name} className="sc-term">
            <dt className="sc-muted">{name}</dt>
            <dd className="sc-definition">{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** The document as it will be sent, on a gesture: the server writes it then. */
function Preview(props: {
  readonly derivation: Derivation;
  readonly preview: DepositResult['preview'];
  readonly t: T;
}): ReactNode {
  const { derivation, preview, t } = props;
  const { state, run } = preview;
  if (!derivation.previewable) return null;
  const title = derivation.fields.find(({ field }) => field === 'title')?.value ?? '';
  return (
    <Details summary={t('preview')} onToggle={(open) => (open ? void run(undefined) : undefined)}>
      {state.status === 'success' ? (
        <DocumentFrame html={state.data.html} title={t('previewFrame', { title })} className="sc-deposit-preview" />
      ) : state.status === 'loading' ? (
        <Skeleton rows={6} />
      ) : (
        <ActionTrouble state={state} />
      )}
    </Details>
  );
}

function Destinations(props: {
  readonly derivation: Derivation;
  readonly destinations: readonly Channel[] | undefined;
  readonly onDestinations: (channels: readonly Channel[]) => void;
  readonly t: T;
}): ReactNode {
  const { derivation, t } = props;
  const words = useMessages(dmpSubmissionMessages);
  const id = useId();
  const chosen =
    props.destinations ?? derivation.destinations.filter(({ selected }) => selected).map(({ channel }) => channel);
  return (
    <fieldset className="sc-fieldset">
      <legend className="sc-legend">{t('destinations')}</legend>
      {derivation.destinations.map(({ channel, allowed, reason }) => (
        <div key={channel}>
          <label className="sc-choice">
            <input
              className="sc-choice-input sc-focusable"
              type="checkbox"
              checked={allowed && chosen.includes(channel)}
              disabled={!allowed}
              aria-describedby={allowed ? undefined : `${id}-${channel}`}
              onChange={(event) => {
                const rest = chosen.filter((one) => one !== channel);
                props.onDestinations(event.target.checked ? [...rest, channel] : rest);
              }}
            />
            {words(`channel.${channel}`)}
          </label>
          {allowed ? null : (
            <p className="sc-text sc-muted sc-deposit-note" id={`${id}-${channel}`}>
              {reasonText(reason, t)}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
