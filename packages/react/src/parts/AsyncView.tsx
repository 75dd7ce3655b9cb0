'use client';
import type { Finding } from '@socle-sante/core/finding';
import { type ReactNode, useEffect } from 'react';
import type { Async } from '../base/async.js';
import { baseMessages } from '../base/base.messages.js';
import { useSocle } from '../base/context.js';
import { formatInstant } from '../base/format.js';
import { useMessages } from '../base/use-messages.js';
import { OfficialErrorAlert } from '../common/OfficialErrorAlert/OfficialErrorAlert.js';
import { Button } from './Button.js';
import { Notice } from './Notice.js';

export interface AsyncViewProps<T> {
  readonly state: Async<T>;
  /** Grey shape of the final layout, shown after 300 ms. */
  readonly skeleton?: ReactNode;
  /** Sentence of an empty list and the next useful gesture; a general sentence otherwise. */
  readonly empty?: ReactNode;
  readonly idle?: ReactNode;
  /** Names what is missing of a partial answer; a general sentence otherwise. */
  readonly partial?: (missing: readonly Finding[]) => ReactNode;
  /** True when the user asked for it: a failure is then announced at once. */
  readonly requested?: boolean;
  readonly children: (data: T) => ReactNode;
}

/** Draws every state of an {@link Async} by the common rules; the component draws only its data. */
export function AsyncView<T>(props: AsyncViewProps<T>): ReactNode {
  const t = useMessages(baseMessages);
  const { announce, zone, locale } = useSocle();
  const { state } = props;
  const slow = state.status === 'loading' && state.pace === 'slow';
  useEffect(() => {
    if (slow) announce(t('slow'));
  }, [slow, announce, t]);

  switch (state.status) {
    case 'idle':
      return props.idle ?? null;
    case 'loading':
      if (state.pace === 'silent') return <div className="sc-wait" aria-busy="true" />;
      return (
        <div className="sc-wait" aria-busy="true">
          {props.skeleton ?? <Skeleton rows={3} />}
          <span className="sc-hidden">{t('loading')}</span>
          {slow ? (
            <div className="sc-row">
              <p className="sc-text sc-muted">{t('slow')}</p>
              <Button variant="quiet" icon="close" onClick={state.cancel}>
                {t('cancel')}
              </Button>
            </div>
          ) : null}
        </div>
      );
    case 'success':
      return props.children(state.data);
    case 'partial':
      return (
        <div className="sc-stack">
          <Notice tone="warning">{props.partial?.(state.missing) ?? t('partial')}</Notice>
          {props.children(state.data)}
        </div>
      );
    case 'empty':
      return <p className="sc-text sc-empty">{props.empty ?? t(`empty.${state.reason}`)}</p>;
    case 'error':
      return (
        <OfficialErrorAlert
          error={state.error}
          requested={props.requested ?? false}
          {...(state.retry ? { onRetry: state.retry } : {})}
        />
      );
    case 'offline':
      return (
        <div className="sc-stack">
          <Notice tone="warning" icon="offline">
            {t('offline')}
            {state.at === undefined ? null : ` ${t('offlineAge', { at: formatInstant(state.at, locale, zone) })}`}{' '}
            {state.retry ? (
              <Button variant="quiet" icon="refresh" onClick={state.retry}>
                {t('retry')}
              </Button>
            ) : null}
          </Notice>
          {state.last === undefined ? null : props.children(state.last)}
        </div>
      );
    case 'expired':
      return (
        <Notice tone="warning" icon="lock" role="alert">
          <span>{t('expired')}</span>{' '}
          <Button variant="secondary" onClick={state.resume}>
            {t('resume')}
          </Button>
        </Notice>
      );
    case 'denied':
      return (
        <Notice tone="info" icon="lock" role="status">
          {t(`denied.${state.reason}`)}
        </Notice>
      );
  }
}

/** Grey lines in place of a text that is on its way. */
export function Skeleton(props: { readonly rows: number }): ReactNode {
  return (
    <div className="sc-skeleton" aria-hidden="true">
      {Array.from({ length: props.rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={row} className="sc-skeleton-line" />
      ))}
    </div>
  );
}
