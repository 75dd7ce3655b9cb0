'use client';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useMessages } from '../../base/use-messages.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { Button } from '../../parts/Button.js';
import { Notice } from '../../parts/Notice.js';
import { dmpWebAccessLinkMessages } from './DmpWebAccessLink.messages.js';
import { useWebAccess, type WebAccessOptions } from './useWebAccess.js';

export interface DmpWebAccessLinkProps
  extends BaseProps,
    MessagesProp<typeof dmpWebAccessLinkMessages>,
    WebAccessOptions {}

/** Opens the DMP's own site on this record in a new tab (TD0.9). The number of the patient is never in this page. */
export const DmpWebAccessLink = component<DmpWebAccessLinkProps, HTMLDivElement>('DmpWebAccessLink', (props, ref) => {
  const t = useMessages(dmpWebAccessLinkMessages, props.messages);
  const view = useWebAccess(props);
  const working = view.open.state.status === 'loading';
  return (
    <div {...rootProps('DmpWebAccessLink', 'sc-dmp-web', props)} ref={ref}>
      <Button variant="quiet" icon="open" disabled={working} onClick={view.start}>
        {working ? t('opening') : props.page === undefined ? t('label') : t(`page.${props.page}`)}
      </Button>
      {view.refused ? (
        <Notice tone="warning" role="status">
          {t('popup')}
        </Notice>
      ) : null}
      <ActionTrouble state={view.open.state} />
    </div>
  );
});
