'use client';
import type { EnvironmentView } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import { dataOf } from '../../base/async.js';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useMessages } from '../../base/use-messages.js';
import { Icon } from '../../parts/icons.js';
import { environmentBannerMessages } from './EnvironmentBanner.messages.js';
import { useEnvironment } from './useEnvironment.js';

export interface EnvironmentBannerProps extends BaseProps, MessagesProp<typeof environmentBannerMessages> {
  readonly position?: 'top' | 'bottom' | 'inline';
}

/** Says where the page is, outside production. No prop hides it; in production it draws nothing. */
export const EnvironmentBanner = component<EnvironmentBannerProps>('EnvironmentBanner', (props, ref) => {
  const environment = dataOf(useEnvironment());
  if (!environment) return null;
  return <EnvironmentNote {...props} environment={environment} elementRef={ref} />;
});

/** The banner of a known environment, for hosts that read it themselves. */
export function EnvironmentNote(
  props: EnvironmentBannerProps & {
    readonly environment: EnvironmentView;
    readonly elementRef?: React.ForwardedRef<HTMLElement>;
  },
): ReactNode {
  const t = useMessages(environmentBannerMessages, props.messages);
  const { environment, position = 'top' } = props;
  if (environment.kind === 'production' && !environment.mixed) return null;
  // A landmark of its own above or below the page; inside the content, the host's landmark holds it.
  return (
    <section
      {...rootProps('EnvironmentBanner', 'sc-environment', props)}
      ref={props.elementRef}
      {...(position === 'inline' ? {} : { 'aria-label': t('label') })}
      data-position={position}
      data-kind={environment.mixed ? 'mixed' : environment.kind}
    >
      <div role="note" className="sc-environment-note">
        <Icon name={environment.mixed ? 'blocking' : 'info'} />
        <p className="sc-text sc-environment-text">
          <strong className="sc-environment-strong">{t(environment.mixed ? 'mixed' : environment.kind)}</strong>
          {environment.label ? <span className="sc-environment-label"> · {environment.label}</span> : null}
        </p>
        {environment.mixed ? (
          <ul className="sc-list sc-environment-services">
            {environment.services.map(({ service, kind }) => (
              <li key={service} className="sc-environment-service">
                {service} : {t(`short.${kind}`)}
              </li>
            ))}
          </ul>
        ) : null}
        <p className="sc-text sc-watermark" aria-hidden="true">
          {t('watermark')}
        </p>
      </div>
    </section>
  );
}
