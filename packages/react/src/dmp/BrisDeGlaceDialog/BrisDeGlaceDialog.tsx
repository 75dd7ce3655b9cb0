'use client';
import { type ReactNode, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatHour } from '../../base/format.js';
import { mergeRefs } from '../../base/merge-refs.js';
import type { Translate } from '../../base/messages.js';
import { refocus } from '../../base/refocus.js';
import { useMessages } from '../../base/use-messages.js';
import { ConfirmDialog } from '../../common/ConfirmDialog/ConfirmDialog.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { Button } from '../../parts/Button.js';
import { Field } from '../../parts/Field.js';
import { Icon } from '../../parts/icons.js';
import { Notice } from '../../parts/Notice.js';
import { brisDeGlaceDialogMessages } from './BrisDeGlaceDialog.messages.js';
import { type EmergencyAccessResult, MOTIVE_MIN, useEmergencyAccess } from './useEmergencyAccess.js';

export interface BrisDeGlaceDialogProps extends BaseProps, MessagesProp<typeof brisDeGlaceDialogMessages> {
  readonly patientRef: string;
  /** Called when the DMP is open in emergency. */
  readonly onOpened?: () => void;
}

/**
 * The gesture of emergency access, its dialog, and the banner that stays while it is open. Where it is not offered, the control is
 * shown disabled with the reason as text.
 */
export const BrisDeGlaceDialog = component<BrisDeGlaceDialogProps, HTMLDivElement>(
  'BrisDeGlaceDialog',
  (props, ref) => {
    const t = useMessages(brisDeGlaceDialogMessages, props.messages);
    const { locale, zone, announce } = useSocle();
    const view = useEmergencyAccess(props.patientRef, props.onEvent ? { onEvent: props.onEvent } : {});
    const [asking, setAsking] = useState(false);
    // The gesture gives way to the banner, and the banner to the gesture: the focus follows, after the dialog gave it back.
    const root = useRef<HTMLDivElement | null>(null);
    const follow = (): void => refocus(root.current, 'button:not(:disabled)');
    if (view.openSince !== undefined) {
      return (
        <div {...rootProps('BrisDeGlaceDialog', 'sc-bris', props)} ref={mergeRefs(root, ref)}>
          <Notice tone="danger" icon="warning" role="status">
            <span className="sc-bris-running">
              {t('running', { t: formatHour(view.openSince, locale, zone) })}
              <Button
                variant="quiet"
                disabled={view.close.state.status === 'loading'}
                onClick={async () => {
                  if (!(await view.close.run(undefined))) return;
                  announce(t('ended'));
                  follow();
                }}
              >
                {t('end')}
              </Button>
            </span>
          </Notice>
          <ActionTrouble state={view.close.state} />
        </div>
      );
    }
    const refused =
      view.reason === undefined ? undefined : view.reason === 'opposed' ? t('refused') : t(`reason.${view.reason}`);
    return (
      <div {...rootProps('BrisDeGlaceDialog', 'sc-bris', props)} ref={mergeRefs(root, ref)}>
        <div className="sc-row">
          <Button variant="danger" icon="warning" disabled={!view.allowed} onClick={() => setAsking(true)}>
            {t('open')}
          </Button>
          {view.allowed || refused === undefined ? null : (
            <span className="sc-bris-refused">
              <Icon name="lock" />
              {refused}
            </span>
          )}
        </div>
        {asking ? (
          <Motive
            view={view}
            t={t}
            onCancel={() => setAsking(false)}
            onOpened={() => {
              setAsking(false);
              announce(t('started'), 'assertive');
              follow();
              props.onOpened?.();
            }}
          />
        ) : null}
      </div>
    );
  },
);

function Motive(props: {
  readonly view: EmergencyAccessResult;
  readonly t: Translate<(typeof brisDeGlaceDialogMessages)['fr']>;
  readonly onCancel: () => void;
  readonly onOpened: () => void;
}): ReactNode {
  const { t, view } = props;
  const [motive, setMotive] = useState('');
  const [tried, setTried] = useState(false);
  const short = motive.trim().length < MOTIVE_MIN;
  return (
    <ConfirmDialog
      isOpen
      isDestructive
      title={t('title')}
      confirmLabel={t('confirm')}
      isWorking={view.open.state.status === 'loading'}
      onCancel={props.onCancel}
      onConfirm={async () => {
        setTried(true);
        if (!short && (await view.open.run(motive))) props.onOpened();
      }}
    >
      <p className="sc-text">{t('text')}</p>
      <Field label={t('motive')} hint={t('hint')} required {...(tried && short ? { error: t('short') } : {})}>
        {(control) => (
          <textarea
            {...control}
            className="sc-input sc-focusable sc-bris-motive"
            rows={3}
            maxLength={500}
            value={motive}
            onChange={(event) => setMotive(event.target.value)}
          />
        )}
      </Field>
      <ActionTrouble state={view.open.state} />
    </ConfirmDialog>
  );
}
