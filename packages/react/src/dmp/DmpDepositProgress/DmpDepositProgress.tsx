'use client';
import type { Submission } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import { useMessages } from '../../base/use-messages.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { ChannelLine } from '../shared/ChannelLine.js';
import { dmpDepositProgressMessages } from './DmpDepositProgress.messages.js';
import { isEnded, useSubmission } from './useSubmission.js';

export interface DmpDepositProgressProps extends BaseProps, MessagesProp<typeof dmpDepositProgressMessages> {
  readonly submissionRef: string;
  readonly headingLevel?: HeadingLevel;
  /** Called once, when every document came to its end. */
  readonly onEnded?: (submission: Submission) => void;
}

/** What became of one sending, document by document and channel by channel. It never blocks the screen (PROG.05). */
export const DmpDepositProgress = component<DmpDepositProgressProps>('DmpDepositProgress', (props, ref) => {
  const t = useMessages(dmpDepositProgressMessages, props.messages);
  const id = useId();
  const state = useSubmission(props.submissionRef);
  return (
    <section {...rootProps('DmpDepositProgress', 'sc-deposit-progress', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 3} id={id}>
        {t('title')}
      </Heading>
      <AsyncView state={state} skeleton={<Skeleton rows={3} />}>
        {(submission) => <Documents submission={submission} panel={props} />}
      </AsyncView>
    </section>
  );
});

function Documents(props: { readonly submission: Submission; readonly panel: DmpDepositProgressProps }): ReactNode {
  const { submission, panel } = props;
  const t = useMessages(dmpDepositProgressMessages, panel.messages);
  const { announce, locale, zone } = useSocle();
  const states = submission.documents.flatMap(({ channels }) => channels.map(({ state }) => state));
  const sent = states.filter((state) => state === 'sent').length;
  const refused = states.filter((state) => state === 'refused').length;
  const summary = [t('summary', { n: sent }), ...(refused > 0 ? [t('summaryRefused', { n: refused })] : [])].join(', ');
  const over = isEnded(submission);

  const { onEnded } = panel;
  const told = useRef(over);
  useEffect(() => {
    if (!over || told.current) return;
    told.current = true;
    announce(`${t('finished')}. ${summary}`);
    onEnded?.(submission);
  }, [over, announce, t, summary, onEnded, submission]);

  return (
    <div className="sc-stack">
      <p className="sc-text sc-muted">
        {t('by', { n: submission.by, d: formatInstant(submission.createdAt, locale, zone) })}
      </p>
      <ul className="sc-list sc-deposit-progress-list">
        {submission.documents.map((document, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the documents of a sending never move
          <li key={index} className="sc-deposit-progress-document">
            <span className="sc-deposit-progress-title">{document.title}</span>
            <span className="sc-muted" lang="fr">
              {document.type.label}
            </span>
            {document.replaces ? <span className="sc-muted">{t('replaces')}</span> : null}
            {document.channels.map((line) => (
              <ChannelLine key={line.channel} line={line} />
            ))}
          </li>
        ))}
      </ul>
      {submission.hold ? <p className="sc-text">{t('heldBy', { n: submission.hold.by })}</p> : null}
      <p className="sc-text sc-muted">{over ? summary : t('background')}</p>
    </div>
  );
}
