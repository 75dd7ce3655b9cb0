'use client';
import type { ChannelState, SubmissionChannel } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import { useSocle } from '../../base/context.js';
import { formatHour } from '../../base/format.js';
import { useMessages } from '../../base/use-messages.js';
import { OfficialErrorAlert } from '../../common/OfficialErrorAlert/OfficialErrorAlert.js';
import { Badge } from '../../parts/Badge.js';
import type { IconName } from '../../parts/icons.js';
import type { Tone } from '../../parts/Notice.js';
import { dmpSubmissionMessages } from './submission.messages.js';

const looks: Readonly<Record<ChannelState, { readonly tone: Tone; readonly icon: IconName }>> = {
  prepared: { tone: 'neutral', icon: 'file' },
  queued: { tone: 'info', icon: 'slow' },
  sending: { tone: 'info', icon: 'send' },
  accepted: { tone: 'info', icon: 'check' },
  sent: { tone: 'success', icon: 'success' },
  refused: { tone: 'danger', icon: 'blocking' },
  'needs-user': { tone: 'warning', icon: 'edit' },
  held: { tone: 'neutral', icon: 'lock' },
  cancelled: { tone: 'neutral', icon: 'down' },
};

/** How far a sending is in its way, for a bar: 0 to 4. */
export const channelProgress: Readonly<Record<ChannelState, number>> = {
  prepared: 0,
  queued: 1,
  sending: 2,
  accepted: 3,
  sent: 4,
  refused: 4,
  'needs-user': 1,
  held: 0,
  cancelled: 4,
};

/** The words of a state: « Envoyé au DMP ». */
export function useChannelText(): (line: SubmissionChannel) => string {
  const t = useMessages(dmpSubmissionMessages);
  return ({ channel, state }) => (channel === 'dmp' && state === 'sent' ? t('sentDmp') : t(`state.${state}`));
}

/** State of one document on one channel. */
export function ChannelBadge({ line }: { readonly line: SubmissionChannel }): ReactNode {
  const text = useChannelText();
  return (
    <Badge tone={looks[line.state].tone} icon={looks[line.state].icon}>
      {text(line)}
    </Badge>
  );
}

/** One channel: its name, its state in words, a bar, when it will be tried again, what the service said. */
export function ChannelLine({ line }: { readonly line: SubmissionChannel }): ReactNode {
  const t = useMessages(dmpSubmissionMessages);
  const { locale, zone } = useSocle();
  const name = t(`channel.${line.channel}`);
  return (
    <div className="sc-channel">
      <span className="sc-channel-name">{name}</span>
      <ChannelBadge line={line} />
      <progress
        className="sc-channel-bar"
        max={4}
        value={channelProgress[line.state]}
        aria-label={name}
        data-state={line.state}
      />
      {line.nextTryAt === undefined ? null : (
        <span className="sc-muted sc-num">{t('retryAt', { t: formatHour(line.nextTryAt, locale, zone) })}</span>
      )}
      {line.attempts !== undefined && line.attempts > 1 ? (
        <span className="sc-muted sc-num">{t('attempts', { n: line.attempts })}</span>
      ) : null}
      {line.error ? (
        <div className="sc-channel-error">
          <OfficialErrorAlert error={line.error} requested={false} />
        </div>
      ) : null}
    </div>
  );
}
