'use client';
import type { DmpStatus } from '@socle-sante/gateway/contract';
import { type ReactNode, useId } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatHour } from '../../base/format.js';
import { useMessages } from '../../base/use-messages.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Badge } from '../../parts/Badge.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { dayText } from '../shared/day-text.js';
import { dmpStatusIndicatorMessages } from './DmpStatusIndicator.messages.js';
import { type DmpStatusOptions, dmpStatusLooks, useDmpStatus } from './useDmpStatus.js';

export interface DmpStatusIndicatorProps
  extends BaseProps,
    MessagesProp<typeof dmpStatusIndicatorMessages>,
    DmpStatusOptions {
  /** The icons of the vendors' kit, which may not be published with ours; the text stays beside them. */
  readonly icons?: Partial<Readonly<Record<DmpStatus['kind'], ReactNode>>>;
  /** A line of the record, or a card with its heading. */
  readonly layout?: 'inline' | 'panel';
  readonly headingLevel?: HeadingLevel;
}

/** Whether the person has a DMP and whether the user may open it, readable without a click (DMP/UX.11, UX.12). */
export const DmpStatusIndicator = component<DmpStatusIndicatorProps>('DmpStatusIndicator', (props, ref) => {
  const t = useMessages(dmpStatusIndicatorMessages, props.messages);
  const { layout = 'inline', headingLevel = 3, icons } = props;
  const state = useDmpStatus(props);
  const id = useId();
  return (
    <section
      {...rootProps('DmpStatusIndicator', 'sc-dmp-status', props)}
      ref={ref}
      aria-labelledby={id}
      data-layout={layout}
    >
      <Heading level={headingLevel} id={id} className={layout === 'inline' ? 'sc-hidden' : ''}>
        {t('title')}
      </Heading>
      <AsyncView state={state} skeleton={<Skeleton rows={1} />}>
        {(status) => (
          <StatusLine status={status} layout={layout} icon={icons?.[status.kind]} messages={props.messages} />
        )}
      </AsyncView>
    </section>
  );
});

function StatusLine(props: {
  readonly status: DmpStatus;
  readonly layout: 'inline' | 'panel';
  readonly icon: ReactNode;
  readonly messages: DmpStatusIndicatorProps['messages'];
}): ReactNode {
  const t = useMessages(dmpStatusIndicatorMessages, props.messages);
  const { locale, zone } = useSocle();
  const { status } = props;
  const look = dmpStatusLooks[status.kind];
  // An official icon speaks of a DMP that was asked for: never of an identity that is not qualified.
  const official = status.kind === 'not-qualified' ? undefined : props.icon;
  const text =
    status.kind === 'closed' && status.closedOn !== undefined
      ? t('closedOn', { on: dayText(status.closedOn) })
      : t(status.kind);
  return (
    <div className="sc-dmp-status-line">
      {official === undefined ? (
        <Badge tone={look.tone} icon={look.icon}>
          {text}
        </Badge>
      ) : (
        <Badge tone={look.tone}>
          <span className="sc-dmp-status-official" aria-hidden="true">
            {official}
          </span>
          {text}
        </Badge>
      )}
      {status.treatingDoctor ? (
        <Badge tone="info" icon="user">
          {t('mt')}
        </Badge>
      ) : null}
      {status.blocked ? (
        <span className="sc-dmp-status-blocked">
          <Icon name="lock" />
          {t('blocked')}
        </span>
      ) : null}
      {props.layout === 'panel' && status.kind !== 'not-qualified' ? (
        <span className="sc-muted sc-num">{t('at', { t: formatHour(status.at, locale, zone) })}</span>
      ) : null}
    </div>
  );
}
