'use client';
import type { DmpAccess, DmpCondition } from '@socle-sante/gateway/contract';
import { type ReactNode, useId, useRef } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { refocus } from '../../base/refocus.js';
import { useEmit } from '../../base/use-emit.js';
import { useMessages } from '../../base/use-messages.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { Notice } from '../../parts/Notice.js';
import { dmpAccessPanelMessages } from './DmpAccessPanel.messages.js';
import { type DmpAccessOptions, type DmpAccessResult, useDmpAccess } from './useDmpAccess.js';

export interface DmpAccessPanelProps extends BaseProps, MessagesProp<typeof dmpAccessPanelMessages>, DmpAccessOptions {
  /** Opens the documents: called only when the server says that the access is open. */
  readonly onOpen?: (access: DmpAccess) => void;
  /** Goes where the first unmet condition is mended: identity, consent, sign in. Without it those gestures are not offered. */
  readonly onSolve?: (condition: DmpCondition) => void;
  readonly headingLevel?: HeadingLevel;
}

type T = Translate<(typeof dmpAccessPanelMessages)['fr']>;

/** The five conditions of an access to the DMP, each met or not in words; the first unmet one carries the gesture that solves it. */
export const DmpAccessPanel = component<DmpAccessPanelProps>('DmpAccessPanel', (props, ref) => {
  const t = useMessages(dmpAccessPanelMessages, props.messages);
  const view = useDmpAccess(props);
  const id = useId();
  return (
    <section {...rootProps('DmpAccessPanel', 'sc-dmp-access', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 3} id={id}>
        {t('title')}
      </Heading>
      <AsyncView state={view.access} skeleton={<Skeleton rows={5} />}>
        {(access) => <Conditions access={access} view={view} t={t} panel={props} />}
      </AsyncView>
    </section>
  );
});

function Conditions(props: {
  readonly access: DmpAccess;
  readonly view: DmpAccessResult;
  readonly t: T;
  readonly panel: DmpAccessPanelProps;
}): ReactNode {
  const { access, t, view, panel } = props;
  const { announce } = useSocle();
  const emit = useEmit('DmpAccessPanel', panel.onEvent);
  const first = access.conditions.find(({ met }) => !met);
  const working = view.authorise.state.status === 'loading';
  // The gesture goes away with the condition that it solved.
  const root = useRef<HTMLDivElement>(null);
  const authorise = async (): Promise<boolean> => {
    const done = await view.authorise.run(undefined);
    if (done) {
      announce(t('authorised'));
      refocus(root.current, 'button:not(:disabled)', '[tabindex="-1"]');
    }
    return done !== undefined;
  };
  const open = async (): Promise<void> => {
    if (access.willAuthorise && !(await authorise())) return;
    emit('dmp.access.opened');
    panel.onOpen?.(access);
  };
  const solve = (condition: DmpCondition): void => {
    if (condition.action === 'retry') view.refresh();
    else if (condition.action === 'authorise') void authorise();
    else panel.onSolve?.(condition);
  };
  return (
    <div className="sc-stack" ref={root}>
      {access.mode === 'normal' ? null : (
        <Notice tone="danger" icon="warning" role="status">
          {t(access.mode)}
        </Notice>
      )}
      <ul className="sc-list sc-dmp-access-list sc-focusable" tabIndex={-1}>
        {access.conditions.map((condition) => (
          <li key={condition.id} className="sc-dmp-access-row" data-met={condition.met}>
            <Icon name={condition.met ? 'success' : 'blocking'} className="sc-dmp-access-icon" />
            <div className="sc-dmp-access-text">
              <span className="sc-dmp-access-name">{t(`id.${condition.id}`)}</span>
              <span className="sc-dmp-access-state">{condition.met ? t('met') : t('unmet')}</span>
              {condition.met || condition.why === undefined ? null : (
                <span className="sc-muted">{t(`why.${condition.why}`)}</span>
              )}
              {condition === first && offered(condition, panel) ? (
                <span>
                  <Button disabled={working} onClick={() => solve(condition)}>
                    {t(`action.${condition.action}`)}
                  </Button>
                </span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <ActionTrouble state={view.authorise.state} />
      {access.canOpen && panel.onOpen ? (
        <div className="sc-row">
          <Button variant="primary" disabled={working} onClick={() => void open()}>
            {t('open')}
          </Button>
          {access.willAuthorise ? <span className="sc-muted">{t('auto')}</span> : null}
        </div>
      ) : null}
      <p className="sc-text sc-muted">{t('note')}</p>
    </div>
  );
}

/** A gesture that this page can do, or that its host says it can. */
function offered(
  condition: DmpCondition,
  panel: DmpAccessPanelProps,
): condition is DmpCondition & { readonly action: NonNullable<DmpCondition['action']> } {
  if (condition.action === undefined) return false;
  return condition.action === 'retry' || condition.action === 'authorise' || panel.onSolve !== undefined;
}
