'use client';
import { useId } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { useMessages } from '../../base/use-messages.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { dmpSecretConnectionSwitchMessages } from './DmpSecretConnectionSwitch.messages.js';
import { useSecretConnection } from './useSecretConnection.js';

export interface DmpSecretConnectionSwitchProps
  extends BaseProps,
    MessagesProp<typeof dmpSecretConnectionSwitchMessages> {
  readonly patientRef: string;
}

/** The secret connection of a minor: drawn only when the server says that it exists here, off by default, for one access. */
export const DmpSecretConnectionSwitch = component<DmpSecretConnectionSwitchProps, HTMLDivElement>(
  'DmpSecretConnectionSwitch',
  (props, ref) => {
    const t = useMessages(dmpSecretConnectionSwitchMessages, props.messages);
    const { announce } = useSocle();
    const view = useSecretConnection(props.patientRef, props.onEvent ? { onEvent: props.onEvent } : {});
    const id = useId();
    if (!view.available) return null;
    const toggle = async (): Promise<void> => {
      const after = await view.set.run(!view.active);
      if (after) announce(t('saved', { state: t(after.active ? 'on' : 'off') }));
    };
    return (
      <div {...rootProps('DmpSecretConnectionSwitch', 'sc-secret', props)} ref={ref}>
        <button
          type="button"
          role="switch"
          className="sc-secret-switch sc-focusable"
          aria-checked={view.active}
          aria-describedby={id}
          aria-disabled={view.set.state.status === 'loading'}
          onClick={() => void toggle()}
        >
          <span className="sc-secret-track" aria-hidden="true">
            <span className="sc-secret-thumb" />
          </span>
          <span className="sc-secret-label">{t('label')}</span>
        </button>
        <p className="sc-text" id={id}>
          {t('text')} <span className="sc-muted">{view.active ? t('on') : t('off')}</span>
        </p>
        <ActionTrouble state={view.set.state} />
      </div>
    );
  },
);
