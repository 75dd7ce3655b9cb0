'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { SocleBoundary } from '../../base/boundary.js';
import { type BaseProps, cx, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { useMessages } from '../../base/use-messages.js';
import { Button } from '../../parts/Button.js';
import { confirmDialogMessages } from './ConfirmDialog.messages.js';

export interface ConfirmDialogProps extends BaseProps, MessagesProp<typeof confirmDialogMessages> {
  readonly isOpen: boolean;
  /** A question: « Passer l’identité en douteuse ? » */
  readonly title: ReactNode;
  /** What will happen. */
  readonly children?: ReactNode;
  /** A verb: « Effacer l’INS ». Never « OK ». */
  readonly confirmLabel: string;
  /** A verb, or « Annuler ». */
  readonly cancelLabel?: string;
  /** Cannot be undone: the safe choice has the focus at first. */
  readonly isDestructive?: boolean;
  readonly isWorking?: boolean;
  readonly isConfirmDisabled?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** A question with its consequences and two verbs. Escape is the safe choice; the focus comes back to where it was. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  return (
    <SocleBoundary component="ConfirmDialog">
      <Shown {...props} />
    </SocleBoundary>
  );
}

function Shown(props: ConfirmDialogProps): ReactNode {
  const t = useMessages(confirmDialogMessages, props.messages);
  const { portal, locale, theme, density } = useSocle();
  const { isWorking = false, isDestructive = false } = props;
  const bodyId = useId();
  const root = rootProps('ConfirmDialog', 'sc-dialog', props);
  return (
    <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-US'}>
      <ModalOverlay
        isOpen={props.isOpen}
        {...(portal ? { UNSTABLE_portalContainer: portal } : {})}
        isKeyboardDismissDisabled={isWorking}
        onOpenChange={(open) => {
          if (!open) props.onCancel();
        }}
        className={cx('sc-overlay sc-theme sc-density')}
        data-sc-theme={theme}
        data-sc-density={props.density ?? density}
      >
        <Modal className="sc-modal">
          <Dialog
            {...(root as object)}
            className={String(root['className'])}
            role={isDestructive ? 'alertdialog' : 'dialog'}
            aria-describedby={props.children == null ? undefined : bodyId}
          >
            <Heading slot="title" level={2} className="sc-heading sc-dialog-title">
              {props.title}
            </Heading>
            {props.children == null ? null : (
              <div className="sc-dialog-body" id={bodyId}>
                {props.children}
              </div>
            )}
            <Actions
              {...props}
              isWorking={isWorking}
              isDestructive={isDestructive}
              cancel={t('cancel')}
              working={t('working')}
            />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

function Actions(
  props: ConfirmDialogProps & {
    readonly isWorking: boolean;
    readonly isDestructive: boolean;
    readonly cancel: string;
    readonly working: string;
  },
): ReactNode {
  const safe = useRef<HTMLButtonElement>(null);
  const { isDestructive } = props;
  useEffect(() => {
    if (isDestructive) safe.current?.focus();
  }, [isDestructive]);
  return (
    <div className="sc-dialog-actions">
      <Button ref={safe} onClick={props.onCancel} disabled={props.isWorking}>
        {props.cancelLabel ?? props.cancel}
      </Button>
      <Button
        variant={isDestructive ? 'danger' : 'primary'}
        onClick={props.onConfirm}
        disabled={props.isWorking || (props.isConfirmDisabled ?? false)}
      >
        {props.isWorking ? props.working : props.confirmLabel}
      </Button>
    </div>
  );
}
