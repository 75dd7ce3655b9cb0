'use client';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Heading as DialogHeading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { dmpTraceabilityNoticeMessages } from './DmpTraceabilityNotice.messages.js';
import { type TraceabilityNoticeResult, useTraceabilityNotice } from './useTraceabilityNotice.js';

export interface DmpTraceabilityNoticeProps extends BaseProps, MessagesProp<typeof dmpTraceabilityNoticeMessages> {
  /** Days between two readings, to say it; the server decides when it is due. Default: what the server says, else 180. */
  readonly periodDays?: number;
  /** The two sentences alone, for a splash screen or a manual: nothing to tick, nothing to close. */
  readonly splash?: boolean;
  readonly headingLevel?: HeadingLevel;
  /** Called once the server has the date. */
  readonly onAcknowledged?: () => void;
}

type T = Translate<(typeof dmpTraceabilityNoticeMessages)['fr']>;

/** The imposed notice of traceability (SC.DMP/CONF.11): drawn only when the server says that this user must read it, or as a splash. */
export const DmpTraceabilityNotice = component<DmpTraceabilityNoticeProps>('DmpTraceabilityNotice', (props, ref) => {
  const t = useMessages(dmpTraceabilityNoticeMessages, props.messages);
  const id = useId();
  if (!props.splash) return <DueNotice {...props} />;
  return (
    <section {...rootProps('DmpTraceabilityNotice', 'sc-dmp-notice', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 2} id={id}>
        {t('title')}
      </Heading>
      <Sentences t={t} />
    </section>
  );
});

function DueNotice(props: DmpTraceabilityNoticeProps): ReactNode {
  const { portal, locale, theme, density } = useSocle();
  const view = useTraceabilityNotice(props.onEvent ? { onEvent: props.onEvent } : {});
  const t = useMessages(dmpTraceabilityNoticeMessages, props.messages);
  const id = useId();
  if (!view.due) return null;
  return (
    <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-US'}>
      <ModalOverlay
        isOpen
        // It is read, then acknowledged: no other way out.
        isKeyboardDismissDisabled
        isDismissable={false}
        {...(portal ? { UNSTABLE_portalContainer: portal } : {})}
        className="sc-overlay sc-theme sc-density"
        data-sc-theme={theme}
        data-sc-density={props.density ?? density}
      >
        <Modal className="sc-modal">
          <Dialog
            {...(rootProps('DmpTraceabilityNotice', 'sc-dialog sc-dmp-notice', props) as object)}
            aria-labelledby={id}
          >
            <Acknowledgement view={view} t={t} titleId={id} notice={props} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

function Acknowledgement(props: {
  readonly view: TraceabilityNoticeResult;
  readonly t: T;
  readonly titleId: string;
  readonly notice: DmpTraceabilityNoticeProps;
}): ReactNode {
  const { view, t, notice } = props;
  const { announce } = useSocle();
  const [read, setRead] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const working = view.acknowledge.state.status === 'loading';
  const confirm = async (): Promise<void> => {
    if (!(await view.acknowledge.run(undefined))) return;
    announce(t('saved'));
    notice.onAcknowledged?.();
  };
  return (
    <>
      <DialogHeading
        id={props.titleId}
        level={2}
        className="sc-heading sc-dialog-title sc-focusable"
        tabIndex={-1}
        ref={heading}
      >
        {t('title')}
      </DialogHeading>
      <Sentences t={t} />
      <p className="sc-text sc-muted">{t('period', { n: notice.periodDays ?? view.periodDays ?? 180 })}</p>
      <label className="sc-choice">
        <input
          className="sc-choice-input sc-focusable"
          type="checkbox"
          checked={read}
          onChange={(event) => setRead(event.target.checked)}
        />
        {t('tick')}
      </label>
      <ActionTrouble state={view.acknowledge.state} />
      <div className="sc-dialog-actions">
        <Button variant="primary" disabled={!read || working} onClick={() => void confirm()}>
          {working ? t('saving') : t('understood')}
        </Button>
      </div>
    </>
  );
}

/** The two sentences, always in French; the courtesy line is for a page in English. */
function Sentences({ t }: { readonly t: T }): ReactNode {
  const { locale } = useSocle();
  return (
    <div className="sc-dmp-notice-text">
      {(['trace', 'liability'] as const).map((sentence) => (
        <div key={sentence} className="sc-stack">
          <p className="sc-text" lang="fr">
            {t(sentence)}
          </p>
          {locale === 'fr' ? null : <p className="sc-text sc-muted">{t(`${sentence}Gloss`)}</p>}
        </div>
      ))}
    </div>
  );
}
