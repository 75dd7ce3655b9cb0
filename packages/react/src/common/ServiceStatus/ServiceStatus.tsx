'use client';
import { type ReactNode, useId, useState } from 'react';
import { type BaseProps, component, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import { AsyncView } from '../../parts/AsyncView.js';
import { Badge } from '../../parts/Badge.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Icon, type IconName } from '../../parts/icons.js';
import { Notice, type Tone } from '../../parts/Notice.js';
import {
  type ServiceLine,
  type ServiceState,
  type ServiceStatusOptions,
  type ServiceStatusResult,
  useServiceStatus,
} from './useServiceStatus.js';

export interface ServiceStatusProps extends BaseProps, ServiceStatusOptions {
  /** A button that opens the panel, or the panel itself. */
  readonly layout?: 'badge' | 'panel';
  readonly showCertificates?: boolean;
  readonly headingLevel?: HeadingLevel;
}

const icons: Readonly<Record<ServiceState, IconName>> = {
  ok: 'success',
  slow: 'slow',
  down: 'down',
  unknown: 'unknown',
};
const tones: Readonly<Record<ServiceState, Tone>> = {
  ok: 'success',
  slow: 'warning',
  down: 'danger',
  unknown: 'neutral',
};

/** Whether the national services answer: a badge that opens a panel, or the panel. No call is made to draw it. */
export const ServiceStatus = component<ServiceStatusProps, HTMLDivElement>('ServiceStatus', (props, ref) => {
  const { layout = 'badge', headingLevel = 3, showCertificates = true } = props;
  const status = useServiceStatus(props);
  const [open, setOpen] = useState(false);
  const id = useId();
  const panel = (
    <div className="sc-services-panel sc-panel" id={id}>
      <Heading level={headingLevel}>{status.t('title')}</Heading>
      <AsyncView state={status.state}>
        {(lines) => (
          <ul className="sc-list sc-services-lines">
            {lines.map((line) => (
              <Line key={line.service} line={line} t={status.t} showCertificates={showCertificates} />
            ))}
          </ul>
        )}
      </AsyncView>
    </div>
  );
  return (
    <div {...rootProps('ServiceStatus', 'sc-services', props)} ref={ref} data-layout={layout}>
      {layout === 'panel' ? (
        panel
      ) : (
        <>
          <button
            type="button"
            className="sc-services-badge sc-focusable"
            data-state={status.worst}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <Icon name={icons[status.worst]} />
            <span className="sc-services-summary">{status.summary}</span>
            <Icon name={open ? 'chevron-up' : 'chevron-down'} className="sc-services-chevron" />
          </button>
          {open ? panel : null}
        </>
      )}
    </div>
  );
});

function Line(props: {
  readonly line: ServiceLine;
  readonly t: ServiceStatusResult['t'];
  readonly showCertificates: boolean;
}): ReactNode {
  const { line, t } = props;
  const { locale, zone } = useSocle();
  const { view } = line;
  const facts = [
    view.since === undefined ? undefined : t('since', { t: formatInstant(view.since, locale, zone) }),
    view.lastSuccess === undefined
      ? line.state === 'unknown'
        ? t('noLast')
        : undefined
      : t('last', { t: formatInstant(view.lastSuccess, locale, zone) }),
    view.medianMs === undefined ? undefined : t('median', { s: Math.round(view.medianMs / 100) / 10 }),
    view.queued ? t('queued', { n: view.queued }) : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <li className="sc-services-line" data-state={line.state}>
      <div className="sc-services-head">
        <span className="sc-services-name">{line.name}</span>
        <Badge tone={tones[line.state]} icon={icons[line.state]}>
          {line.stateText}
        </Badge>
      </div>
      {facts.length === 0 ? null : <p className="sc-text sc-muted sc-num sc-services-facts">{facts.join(' · ')}</p>}
      {props.showCertificates
        ? line.certificates.map((certificate) => (
            <Notice key={certificate.name} tone={certificate.severity}>
              {certificate.days < 0
                ? t('certExpired', { name: certificate.name })
                : t('cert', { name: certificate.name, d: certificate.days })}
            </Notice>
          ))
        : null}
    </li>
  );
}
