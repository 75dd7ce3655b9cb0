'use client';
import type { UiError } from '@socle-sante/gateway/contract';
import { type ReactNode, useState } from 'react';
import { type BaseProps, component, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { useEmit } from '../../base/use-emit.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import { Icon } from '../../parts/icons.js';
import { type OfficialErrorOptions, useOfficialError } from './useOfficialError.js';

export interface OfficialErrorAlertProps extends BaseProps, OfficialErrorOptions {
  readonly error: UiError;
  /** Offered only when the error says that a new attempt may succeed. */
  readonly onRetry?: () => void;
  readonly onContact?: () => void;
  readonly details?: 'collapsed' | 'open';
  /** True when the user's own action failed: announced at once. False when it happened by itself. */
  readonly requested?: boolean;
  /** Replaces a part without rebuilding the whole. */
  readonly slots?: { readonly footer?: (error: UiError) => ReactNode };
}

/** An official refusal, with what to do: title, action, code and reference. Never the exchange, never an identity. */
export const OfficialErrorAlert = component<OfficialErrorAlertProps, HTMLDivElement>(
  'OfficialErrorAlert',
  (props, ref) => {
    const { error, onRetry, onContact, details = 'collapsed', requested = true } = props;
    const view = useOfficialError(error, props);
    const { announce } = useSocle();
    const emit = useEmit('OfficialErrorAlert', props.onEvent);
    const [copied, setCopied] = useState<'copied' | 'notCopied'>();
    const { t } = view;
    const trace = {
      ...(error.officialCode === undefined ? {} : { officialCode: error.officialCode }),
      ...(error.messageId === undefined ? {} : { messageId: error.messageId }),
    };

    const copy = async (reference: string): Promise<void> => {
      const outcome = await navigator.clipboard.writeText(reference).then(
        () => 'copied' as const,
        () => 'notCopied' as const,
      );
      setCopied(outcome);
      announce(t(outcome));
      emit('error.referenceCopied', { ...trace, outcome: outcome === 'copied' ? 'success' : 'failed' });
    };

    return (
      <div
        {...rootProps('OfficialErrorAlert', 'sc-official-error', props)}
        ref={ref}
        role={requested ? 'alert' : 'status'}
        data-audience={view.audience}
      >
        <Icon name="blocking" className="sc-official-error-icon" />
        <div className="sc-official-error-body">
          <p className="sc-text sc-official-error-title">{view.title}</p>
          <p className="sc-text">{view.action}</p>
          {view.audienceText ? <p className="sc-text sc-muted">{view.audienceText}</p> : null}
          {view.waitText ? <p className="sc-text sc-muted sc-num">{view.waitText}</p> : null}
          <Details summary={t('details')} defaultOpen={details === 'open'}>
            <dl className="sc-terms sc-official-error-terms">
              <dt className="sc-term">{t('service')}</dt>
              <dd className="sc-definition">{error.service}</dd>
              {view.officialCode === undefined ? null : (
                <>
                  <dt className="sc-term">{t('officialCode')}</dt>
                  <dd className="sc-definition sc-code">{view.officialCode}</dd>
                </>
              )}
              <dt className="sc-term">{t('code')}</dt>
              <dd className="sc-definition sc-code">{error.code}</dd>
              {view.official === undefined ? null : (
                <>
                  <dt className="sc-term">{t('official')}</dt>
                  <dd className="sc-definition">
                    <q className="sc-official-error-quote" lang="fr">
                      {view.official}
                    </q>
                  </dd>
                </>
              )}
            </dl>
            {view.reference === undefined ? null : (
              <div className="sc-row">
                <p className="sc-text sc-official-error-reference">{t('ref', { id: view.reference })}</p>
                <Button
                  variant="quiet"
                  icon={copied === 'copied' ? 'check' : 'copy'}
                  onClick={() => void copy(view.reference ?? '')}
                >
                  {t(copied ?? 'copy')}
                </Button>
              </div>
            )}
          </Details>
          {props.slots?.footer?.(error)}
        </div>
        {(onRetry && error.retryable) || onContact ? (
          <div className="sc-row sc-official-error-actions sc-no-print">
            {onRetry && error.retryable ? (
              <Button
                icon="refresh"
                disabled={!view.retryable}
                onClick={() => {
                  emit('error.retried', trace);
                  onRetry();
                }}
              >
                {t('retry')}
              </Button>
            ) : null}
            {onContact ? (
              <Button variant="quiet" onClick={onContact}>
                {t('contact')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    );
  },
);
