'use client';
import type { RecordDocument } from '@socle-sante/gateway/contract';
import { type ReactNode, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { useMessages } from '../../base/use-messages.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Field } from '../../parts/Field.js';
import { dmpHoldCheckboxMessages } from './DmpHoldCheckbox.messages.js';
import { type HoldOptions, type HoldResult, useHold } from './useHold.js';

export interface DmpHoldCheckboxProps extends BaseProps, MessagesProp<typeof dmpHoldCheckboxMessages>, HoldOptions {}

/** « Ne pas envoyer ce document au DMP »: one gesture for one document. There is no default, no bulk form and no memory of it. */
export const DmpHoldCheckbox = component<DmpHoldCheckboxProps, HTMLDivElement>('DmpHoldCheckbox', (props, ref) => {
  const view = useHold(props);
  return (
    <div {...rootProps('DmpHoldCheckbox', 'sc-hold', props)} ref={ref}>
      <AsyncView state={view.document} skeleton={<Skeleton rows={1} />}>
        {(document) =>
          document === undefined ? null : <Choice document={document} view={view} messages={props.messages} />
        }
      </AsyncView>
    </div>
  );
});

function Choice(props: {
  readonly document: RecordDocument;
  readonly view: HoldResult;
  readonly messages: DmpHoldCheckboxProps['messages'];
}): ReactNode {
  const { document, view } = props;
  const t = useMessages(dmpHoldCheckboxMessages, props.messages);
  const { announce } = useSocle();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { hold } = document;
  const working = view.set.state.status === 'loading';
  const box = useRef<HTMLInputElement>(null);
  // A reason is never repeated from one choice to the next.
  const close = (): void => {
    setAsking(false);
    setReason('');
    box.current?.focus();
  };
  const set = async (held: boolean): Promise<void> => {
    const why = reason.trim();
    if (!(await view.set.run({ held, ...(held && why ? { reason: why } : {}) }))) return;
    close();
    announce(t(held ? 'on' : 'off'));
  };
  return (
    <div className="sc-stack">
      <label className="sc-choice">
        <input
          className="sc-choice-input sc-focusable"
          type="checkbox"
          ref={box}
          checked={hold !== undefined || asking}
          aria-disabled={working}
          onChange={(event) => {
            if (working) return;
            if (hold !== undefined) void set(false);
            else if (event.target.checked) setAsking(true);
            else close();
          }}
        />
        {t('hold')}
      </label>
      {hold === undefined ? null : (
        <p className="sc-text sc-muted">
          {hold.reason === undefined ? t('held', { n: hold.by }) : t('heldWhy', { n: hold.by, why: hold.reason })}
        </p>
      )}
      {asking ? (
        <div className="sc-hold-reason">
          <Field label={t('reason')}>
            {(control) => (
              <input
                {...control}
                className="sc-input sc-focusable"
                maxLength={300}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <div className="sc-row">
            <Button variant="primary" disabled={working} onClick={() => void set(true)}>
              {t('confirm')}
            </Button>
            <Button variant="quiet" disabled={working} onClick={close}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      ) : null}
      <ActionTrouble state={view.set.state} />
    </div>
  );
}
