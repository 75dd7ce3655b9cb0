'use client';
import { type ReactNode, useId, useRef } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { mergeRefs } from '../../base/merge-refs.js';
import { refocus } from '../../base/refocus.js';
import { useMessages } from '../../base/use-messages.js';
import { ConfirmDialog } from '../../common/ConfirmDialog/ConfirmDialog.js';
import { useConfirm } from '../../common/ConfirmDialog/useConfirm.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { dmpVersionAlertMessages } from './DmpVersionAlert.messages.js';
import { type DmpDocumentChange, useDmpVersionAlert } from './useDmpVersionAlert.js';

export interface DmpVersionAlertProps extends BaseProps, MessagesProp<typeof dmpVersionAlertMessages> {
  readonly patientRef: string;
  /** Shows the newer version. */
  readonly onView?: (change: DmpDocumentChange) => void;
  readonly headingLevel?: HeadingLevel;
}

/** Says, in the record and without blocking, that a filed document has a newer version in the DMP or was deleted there. */
export const DmpVersionAlert = component<DmpVersionAlertProps>('DmpVersionAlert', (props, ref) => {
  const t = useMessages(dmpVersionAlertMessages, props.messages);
  const { announce } = useSocle();
  const view = useDmpVersionAlert(props.patientRef, props.onEvent ? { onEvent: props.onEvent } : {});
  const id = useId();
  const root = useRef<HTMLElement | null>(null);
  const removal = useConfirm(async (change: DmpDocumentChange) => {
    if (!(await view.remove.run(change))) return false;
    announce(t('removed'));
    refocus(root.current, 'button:not(:disabled)');
    return true;
  });
  if (view.changes.length === 0) return null;
  const working = view.integrate.state.status === 'loading';
  const integrate = async (change: DmpDocumentChange): Promise<void> => {
    if (!(await view.integrate.run(change))) return;
    announce(t('integrated'));
    refocus(root.current, 'button:not(:disabled)');
  };
  return (
    <section {...rootProps('DmpVersionAlert', 'sc-dmp-version', props)} ref={mergeRefs(root, ref)} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 3} id={id} className="sc-hidden">
        {t('title')}
      </Heading>
      {view.changes.map((change) => (
        <Notice key={change.documentRef} tone={change.kind === 'newer' ? 'info' : 'warning'}>
          <span className="sc-dmp-version-line">
            <span>{t(change.kind, { title: change.title })}</span>
            {change.kind === 'newer' ? (
              <>
                {props.onView ? (
                  <Gesture title={change.title} label={t('view')} onClick={() => props.onView?.(change)} />
                ) : null}
                <Gesture
                  title={change.title}
                  label={t('integrate')}
                  disabled={working}
                  onClick={() => void integrate(change)}
                />
              </>
            ) : (
              <Gesture title={change.title} label={t('remove')} onClick={() => removal.ask(change)} />
            )}
          </span>
        </Notice>
      ))}
      <ActionTrouble state={view.integrate.state} />
      <ConfirmDialog
        isOpen={removal.isOpen}
        isDestructive
        isWorking={removal.isWorking}
        title={t('confirmTitle', { title: removal.subject?.title ?? '' })}
        confirmLabel={t('remove')}
        onCancel={removal.cancel}
        onConfirm={() => void removal.confirm()}
      >
        <p className="sc-text">{t('confirmText')}</p>
        <ActionTrouble state={view.remove.state} />
      </ConfirmDialog>
    </section>
  );
});

function Gesture(props: {
  readonly title: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <Button variant="secondary" disabled={props.disabled ?? false} onClick={props.onClick}>
      {props.label}
      <span className="sc-hidden"> : {props.title}</span>
    </Button>
  );
}
