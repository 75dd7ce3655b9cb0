'use client';
import type { Channel, DepositStep, Derivation, Submission } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatBytes } from '../../base/format.js';
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
import { CheckStep } from './CheckStep.js';
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
    setStep(props.mode === 'quick' && made.canSend ? 'check' : 'description');
  };
  // A document that the host gives is prepared at once, and once.
  const given = useRef<DepositDocument | undefined>(undefined);
  const startRef = useRef(start);
  startRef.current = start;
  useEffect(() => {
    if (props.document === undefined || given.current === props.document) return;
    given.current = props.document;
    void startRef.current(props.document);
  }, [props.document]);

  // The focus follows the step, so that its name is read.
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the step changes, and only then
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [step]);

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
    setStep(next);
  };
  const again = (): void => {
    deposit.reset();
    given.current = undefined;
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
        onDocument={(document) => void start(document)}
        onStep={(next) => setStep(next)}
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
  readonly onDocument: (document: DepositDocument) => void;
  readonly onStep: (step: DepositStep) => void;
}): ReactNode {
  const { step, deposit, t } = props;
  const { derivation, edits } = deposit;
  if (step === 'document' || derivation === undefined) return <DocumentStep {...props} />;
  if (step === 'description') {
    return (
      <DescriptionStep
        derivation={derivation}
        description={edits.description}
        onChange={(change) => deposit.edit({ description: { ...edits.description, ...change } })}
        t={t}
      />
    );
  }
  if (step === 'visibility') {
    return (
      <VisibilityStep
        derivation={derivation}
        visibility={{ ...derivation.visibility.value, ...edits.visibility }}
        onChange={(visibility) => deposit.edit({ visibility })}
        t={t}
      />
    );
  }
  if (step === 'check') {
    return (
      <CheckStep
        derivation={derivation}
        destinations={edits.destinations}
        onDestinations={(destinations) => void deposit.refresh.run({ destinations })}
        onStep={props.onStep}
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

function DocumentStep(props: {
  readonly deposit: DepositResult;
  readonly t: T;
  readonly wizard: DmpDepositWizardProps;
  readonly onDocument: (document: DepositDocument) => void;
}): ReactNode {
  const { deposit, t, wizard } = props;
  const { locale } = useSocle();
  const { derivation } = deposit;
  const working = deposit.prepare.state.status === 'loading';
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
        <p className="sc-text sc-muted">{t('saved')}</p>
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
                <Button onClick={() => void deposit.refresh.run({ convert: true })}>{t('convert')}</Button>
              </span>
            </Notice>
          ) : null}
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
}): ReactNode {
  const { step, deposit, t } = props;
  const at = depositSteps.indexOf(step);
  const working = [deposit.prepare, deposit.refresh, deposit.submit].some(({ state }) => state.status === 'loading');
  if (step === 'send') {
    return (
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
