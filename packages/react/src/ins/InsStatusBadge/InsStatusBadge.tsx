'use client';
import { type BaseProps, component, rootProps } from '../../base/component.js';
import { useMessages } from '../../base/use-messages.js';
import { Badge } from '../../parts/Badge.js';
import { insStatusBadgeMessages } from './InsStatusBadge.messages.js';
import { type InsStatusOptions, useInsStatus } from './useInsStatus.js';

export interface InsStatusBadgeProps extends BaseProps, InsStatusOptions {}

/** The RNIV status of an identity: icon, colour and the whole text, with its attributes beside. */
export const InsStatusBadge = component<InsStatusBadgeProps, HTMLSpanElement>('InsStatusBadge', (props, ref) => {
  const t = useMessages(insStatusBadgeMessages, props.messages);
  const { status, attributes } = useInsStatus(props);
  return (
    // biome-ignore lint/a11y/useSemanticElements: words of a line, not fields of a form
    <span
      {...rootProps('InsStatusBadge', 'sc-ins-status', props)}
      ref={ref}
      role="group"
      aria-label={t('list')}
      data-status={props.status}
    >
      <Badge tone={status.tone} icon={status.icon}>
        {status.text}
      </Badge>
      {attributes.map((mark) => (
        <Badge key={mark.attribute} tone={mark.tone} icon={mark.icon}>
          {mark.text}
        </Badge>
      ))}
    </span>
  );
});
