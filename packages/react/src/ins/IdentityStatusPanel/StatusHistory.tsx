'use client';
import type { FormerIns, HistoryEntry, IdentityHistoryOutput } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import { useSocle } from '../../base/context.js';
import { formatInstant, formatInstantWithOffset } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { Icon } from '../../parts/icons.js';
import { InsNumber } from '../shared/InsNumber.js';
import { birthDateText } from '../shared/trait-format.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { identityStatusPanelMessages } from './IdentityStatusPanel.messages.js';

type T = Translate<(typeof identityStatusPanelMessages)['fr']>;

/** The name of an event; one that is newer than this page is shown by its code. */
function eventText(event: string, t: T): string {
  const key = `event.${event}`;
  return key in identityStatusPanelMessages.fr ? t(key as 'event.create') : event;
}

/** Who changed what, when, the latest first; then the former matricules. */
export function StatusHistory(props: { readonly history: IdentityHistoryOutput; readonly t: T }): ReactNode {
  const { t, history } = props;
  return (
    <div className="sc-stack">
      <ol className="sc-list sc-identity-status-history">
        {[...history.entries].reverse().map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries never move, new ones come at the end of the list given
          <Entry key={history.entries.length - index} entry={entry} t={t} />
        ))}
      </ol>
      {history.formerIns.length === 0 ? null : (
        <div>
          <p className="sc-text sc-field-label">{t('formerIns')}</p>
          <ul className="sc-list sc-identity-status-former">
            {history.formerIns.map((former, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two former matricules may look the same once masked
              <Former key={index} former={former} t={t} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Instant(props: { readonly at: string }): ReactNode {
  const { locale, zone } = useSocle();
  return (
    <time className="sc-num" dateTime={props.at}>
      <span aria-hidden="true">{formatInstant(props.at, locale, zone)}</span>
      <span className="sc-hidden">{formatInstantWithOffset(props.at, locale, zone)}</span>
    </time>
  );
}

function Entry(props: { readonly entry: HistoryEntry; readonly t: T }): ReactNode {
  const { entry, t } = props;
  const traits = useMessages(traitsMessages);
  const known = (field: string): string =>
    field in traitsMessages.fr ? traits(field as 'birthName') : field.replace(/^traits\./, '');
  return (
    <li className="sc-identity-status-entry">
      <span className="sc-muted">
        <Instant at={entry.at} />
      </span>
      <span className="sc-identity-status-entry-body">
        <span className="sc-identity-status-entry-event">{eventText(entry.event, t)}</span>
        {entry.from !== undefined && entry.from !== entry.to ? (
          <span className="sc-identity-status-entry-change">
            <span>{traits(`statusName.${entry.from}`)}</span>
            <Icon name="chevron-right" />
            <span>{traits(`statusName.${entry.to}`)}</span>
          </span>
        ) : null}
        {entry.fields?.length ? (
          <span className="sc-muted">
            {t('fields', { list: entry.fields.map((field) => known(field.replace(/^traits\./, ''))).join(', ') })}
          </span>
        ) : null}
        <span className="sc-muted">{t('by', { by: entry.by })}</span>
      </span>
    </li>
  );
}

/** Dates of INSi are shown as received, even odd ones. */
function Former(props: { readonly former: FormerIns; readonly t: T }): ReactNode {
  const { former, t } = props;
  const { locale, zone } = useSocle();
  const { from, to, invalidatedAt, reason } = former;
  const parts = [
    from === undefined && to === undefined
      ? undefined
      : t('formerPeriod', {
          from: from === undefined ? '…' : birthDateText(from).text,
          to: to === undefined ? '…' : birthDateText(to).text,
        }),
    invalidatedAt === undefined
      ? undefined
      : t('formerInvalidated', { at: formatInstant(invalidatedAt, locale, zone) }),
    reason === undefined ? undefined : t(`reason.${reason}`),
  ].filter((part) => part !== undefined);
  return (
    <li className="sc-row">
      <InsNumber ins={former.ins} />
      <span className="sc-muted sc-num">{parts.join(' · ')}</span>
    </li>
  );
}
