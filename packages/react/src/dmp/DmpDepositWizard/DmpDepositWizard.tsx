'use client';
import type { Finding } from '@socle-sante/core/finding';
import type { Channel, DepositStep, Derivation, Submission } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatBytes } from '../../base/format.js';
import { focusPath } from '../../base/locate.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { FileDrop } from '../../common/FileDrop/FileDrop.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { Notice } from '../../parts/Notice.js';
import { DmpDepositProgress } from '../DmpDepositProgress/DmpDepositProgress.js';
import { CheckStep, StepFindings } from './CheckStep.js';
import { DescriptionStep } from './DescriptionStep.js';
import { dmpDepositWizardMessages } from './DmpDepositWizard.messages.js';
import {
  type DepositDocument,
  type DepositOptions,
  type DepositResult,
  depositSteps,
  useDeposit,
} from './useDeposit.js';
import { VisibilityStep } from './VisibilityStep.js';

export interface DmpDepositWizardProps
  extends BaseProps,
    MessagesProp<typeof dmpDepositWizardMessages>,
    DepositOptions {
  /** The document, when the host has it already; otherwise the first step asks for a file. */
  readonly document?: DepositDocument;
  /** `quick`: one screen when everything was derived and nothing is wrong. */
  readonly mode?: 'quick' | 'full';
  readonly destinations?: readonly Channel[];
  /** Largest file, in octets; the limit of the server otherwise. */
  readonly maxBytes?: number;
  readonly onSent?: (submission: Submission) => void;
  readonly headingLevel?: HeadingLevel;
}

type T = Translate<(typeof dmpDepositWizardMessages)['fr']>;

/** Prepares and sends one document: what could be derived is derived and says from what, what is wrong is said before anything leaves. */
export const DmpDepositWizard = component<DmpDepositWizardProps>('DmpDepositWizard', (props, ref) => {
  const t = useMessages(dmpDepositWizardMessages, props.messages);
  const { announce } = useSocle();
  const deposit = useDeposit(props);
  const [step, setStep] = useState<DepositStep>('document');
  const id = useId();
  const heading = useRef<HTMLDivElement>(null);
  const level = props.headingLevel ?? 2;

  const start = async (document: DepositDocument): Promise<void> => {
    const made = await deposit.prepare.run(document);
    if (!made) return;
    announce(t('prepared'));
    if (made.findings.some((finding) => finding.step === 'document' && finding.severity === 'error')) return;
    const next = props.mode === 'quick' && made.canSend ? 'check' : 'description';
    setChecked(next === 'check');
    setStep(next);
  };
  // A document that the host gives is prepared at once, and once.
  const latest = useRef({ start, document: props.document });
  latest.current = { start, document: props.document };
  const given = subjectOf(props.document);
  useEffect(() => {
    if (given !== undefined && latest.current.document) void latest.current.start(latest.current.document);
  }, [given]);

  // The focus follows the step, so that its name is read; or goes to the field that a finding is about.
  const before = useRef(step);
  const wanted = useRef<Finding['path'] | undefined>(undefined);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const path = wanted.current;
    wanted.current = undefined;
    if (path === undefined || !focusPath(document, path)) heading.current?.focus();
  }, [step]);
  // Findings are shown where they are mended once the user was told of them.
  const [checked, setChecked] = useState(false);

  const submit = async (): Promise<void> => {
    const sent = await deposit.submit.run(undefined);
    if (!sent) return;
    announce(t('sent'));
    setStep('send');
    props.onSent?.(sent);
  };
  const goTo = async (next: DepositStep): Promise<void> => {
    // What was chosen goes to the server before the next step says what is wrong.
    if (deposit.derivation && step !== 'document' && !(await deposit.refresh.run({}))) return;
    if (next === 'check') setChecked(true);
    setStep(next);
  };
  const again = (): void => {
    deposit.reset();
    setChecked(false);
    setStep('document');
  };

  return (
    <section {...rootProps('DmpDepositWizard', 'sc-deposit', props)} ref={ref} aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('title')}
      </Heading>
      <Steps step={step} derivation={deposit.derivation} t={t} />
      <div ref={heading} tabIndex={-1} className="sc-deposit-step sc-focusable">
        <Heading level={nextLevel(level)}>
          {t('stepOf', {
            n: String(depositSteps.indexOf(step) + 1),
            max: String(depositSteps.length),
            name: t(`step.${step}`),
          })}
        </Heading>
      </div>
      <Step
        step={step}
        deposit={deposit}
        t={t}
        wizard={props}
        level={nextLevel(nextLevel(level))}
        checked={checked}
        onDocument={(document) => void start(document)}
        onStep={(next, path) => {
          wanted.current = path;
          setStep(next);
        }}
      />
      <ActionTrouble state={deposit.prepare.state} />
      <ActionTrouble state={deposit.refresh.state} />
      <ActionTrouble state={deposit.submit.state} />
      <Bar
        step={step}
        deposit={deposit}
        t={t}
        onStep={(next) => void goTo(next)}
        onBack={setStep}
        onSend={() => void submit()}
        onAgain={again}
        isGiven={given !== undefined}
      />
    </section>
  );
});

/** Where we are: an ordered list, the current step marked for assistive technology. */
function Steps(props: {
  readonly step: DepositStep;
  readonly derivation: Derivation | undefined;
  readonly t: T;
}): ReactNode {
  const { step, derivation, t } = props;
  const current = depositSteps.indexOf(step);
  return (
    <ol className="sc-list sc-deposit-steps" aria-label={t('steps')}>
      {depositSteps.map((one, index) => {
        const wrong =
          derivation?.findings.some((finding) => finding.step === one && finding.severity === 'error') ?? false;
        return (
          <li
            key={one}
            className="sc-deposit-steps-item"
            aria-current={one === step ? 'step' : undefined}
            data-done={index < current || undefined}
          >
            <Icon name={wrong ? 'warning' : index < current ? 'check' : 'chevron-right'} />
            {t(`step.${one}`)}
          </li>
        );
      })}
    </ol>
  );
}

function Step(props: {
  readonly step: DepositStep;
  readonly deposit: DepositResult;
  readonly t: T;
  readonly wizard: DmpDepositWizardProps;
  readonly level: HeadingLevel;
  readonly checked: boolean;
  readonly onDocument: (document: DepositDocument) => void;
  readonly onStep: (step: DepositStep, path?: Finding['path']) => void;
}): ReactNode {
  const { step, deposit, t } = props;
  const { derivation, edits } = deposit;
  if (step === 'document' || derivation === undefined) return <DocumentStep {...props} />;
  const findings = props.checked ? (
    <StepFindings derivation={derivation} step={step} t={t} headingLevel={props.level} />
  ) : null;
  if (step === 'description') {
    return (
      <div className="sc-stack">
        {findings}
        <DescriptionStep
          derivation={derivation}
          checked={props.checked}
          description={edits.description}
          onChange={(change) => deposit.edit({ description: { ...edits.description, ...change } })}
          t={t}
        />
      </div>
    );
  }
  if (step === 'visibility') {
    return (
      <div className="sc-stack">
        {findings}
        <VisibilityStep
          derivation={derivation}
          visibility={{ ...derivation.visibility.value, ...edits.visibility }}
          onChange={(visibility) => deposit.edit({ visibility })}
          t={t}
        />
      </div>
    );
  }
  if (step === 'check') {
    return (
      <CheckStep
        derivation={derivation}
        destinations={edits.destinations}
        onDestinations={(destinations) => void deposit.refresh.run({ destinations })}
        onStep={props.onStep}
        preview={deposit.preview}
        headingLevel={props.level}
        t={t}
      />
    );
  }
  const { state } = deposit.submit;
  return state.status === 'success' ? (
    <DmpDepositProgress submissionRef={state.data.ref} headingLevel={props.level} />
  ) : null;
}

/** Which document the host gives: a new object for the same document is not another document. */
function subjectOf(document: DepositDocument | undefined): Blob | string | undefined {
  switch (document?.kind) {
    case 'record':
      return document.documentRef;
    case 'composed':
      return document.ref;
    default:
      return document?.file;
  }
}

function DocumentStep(props: {
  readonly deposit: DepositResult;
  readonly t: T;
  readonly wizard: DmpDepositWizardProps;
  readonly level: HeadingLevel;
  readonly onDocument: (document: DepositDocument) => void;
}): ReactNode {
  const { deposit, t, wizard } = props;
  const { locale } = useSocle();
  const { derivation } = deposit;
  const { status } = deposit.prepare.state;
  const working = status === 'loading';
  const refused = derivation === undefined && status !== 'idle' && status !== 'success' && !working;
  return (
    <div className="sc-stack">
      {wizard.document === undefined ? (
        <FileDrop
          label={t('drop')}
          accept={['pdf', 'cda', 'image', 'txt', 'rtf']}
          isDisabled={working}
          {...(wizard.maxBytes === undefined ? {} : { maxBytes: wizard.maxBytes })}
          onFiles={(files) => {
            const [file] = files;
            if (file) props.onDocument({ kind: 'file', file: new Blob([file.bytes]), name: file.name });
          }}
        />
      ) : null}
      {working ? (
        <div role="status">
          <Skeleton rows={3} />
          <span className="sc-muted">{t('preparing')}</span>
        </div>
      ) : null}
      {derivation === undefined ? (
        <>
          <p className="sc-text sc-muted">{t('saved')}</p>
          {refused && wizard.document !== undefined ? (
            <div className="sc-row">
              <Button icon="refresh" onClick={() => wizard.document && props.onDocument(wizard.document)}>
                {t('prepareAgain')}
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <>
          <p className="sc-text sc-deposit-file">
            <Icon name="file" />
            {[
              t(`kind.${derivation.document.kind}`),
              formatBytes(derivation.document.size, locale),
              derivation.document.pages === undefined ? undefined : t('pages', { n: derivation.document.pages }),
              derivation.document.converted ? t('converted') : undefined,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {derivation.replaces ? (
            <Notice tone="info">
              {t('replacing', { title: derivation.replaces.title, v: derivation.replaces.version })}
            </Notice>
          ) : null}
          {derivation.document.convertible ? (
            <Notice tone="warning">
              <span className="sc-deposit-convert">
                {t('convertWhy')}
                <Button
                  disabled={deposit.refresh.state.status === 'loading'}
                  onClick={() => void deposit.refresh.run({ convert: true })}
                >
                  {t('convert')}
                </Button>
              </span>
            </Notice>
          ) : null}
          <StepFindings derivation={derivation} step="document" t={t} headingLevel={props.level} />
        </>
      )}
    </div>
  );
}

function Bar(props: {
  readonly step: DepositStep;
  readonly deposit: DepositResult;
  readonly t: T;
  readonly onStep: (step: DepositStep) => void;
  readonly onBack: (step: DepositStep) => void;
  readonly onSend: () => void;
  readonly onAgain: () => void;
  readonly isGiven: boolean;
}): ReactNode {
  const { step, deposit, t } = props;
  const at = depositSteps.indexOf(step);
  const working = [deposit.prepare, deposit.refresh, deposit.submit].some(({ state }) => state.status === 'loading');
  if (step === 'send') {
    // A document of the host has been sent: another one is the host's to choose.
    return props.isGiven ? null : (
      <div className="sc-row">
        <Button icon="plus" onClick={props.onAgain}>
          {t('another')}
        </Button>
      </div>
    );
  }
  const back = depositSteps[at - 1];
  const next = depositSteps[at + 1];
  return (
    <div className="sc-row sc-deposit-bar">
      {back === undefined ? null : (
        <Button disabled={working} onClick={() => props.onBack(back)}>
          {t('back')}
        </Button>
      )}
      {step === 'check' ? (
        <Button variant="primary" icon="send" disabled={working || !deposit.derivation?.canSend} onClick={props.onSend}>
          {deposit.submit.state.status === 'loading' ? t('sending') : t('send')}
        </Button>
      ) : next === undefined || deposit.derivation === undefined ? null : (
        <Button variant="primary" disabled={working} onClick={() => props.onStep(next)}>
          {working ? t('preparing') : t('next')}
        </Button>
      )}
    </div>
  );
}
