'use client';
import type { PatientView } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import { type BaseProps, component, rootProps } from '../../base/component.js';
import { useMessages } from '../../base/use-messages.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Badge } from '../../parts/Badge.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { InsStatusBadge } from '../InsStatusBadge/InsStatusBadge.js';
import { PlaceText } from '../shared/PlaceText.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { BannerMatricule } from './BannerMatricule.js';
import { identityBannerMessages } from './IdentityBanner.messages.js';
import { type IdentityBannerOptions, type IdentityBannerView, useIdentityBanner } from './useIdentityBanner.js';

export interface IdentityBannerProps extends BaseProps, IdentityBannerOptions {
  readonly headingLevel?: HeadingLevel;
  /** Stays at the top of the page while it scrolls. */
  readonly sticky?: boolean;
  /** Controls of the host, at the end of the line. */
  readonly actions?: ReactNode;
  readonly slots?: {
    /** Indicator of the DMP. */
    readonly dmp?: (patient: PatientView) => ReactNode;
    /** Alerts of the host: allergies, precautions. */
    readonly alerts?: (patient: PatientView) => ReactNode;
  };
}

/** Who this patient is: the four traits always, what the site adds, the status, the masked matricule. It cannot be closed. */
export const IdentityBanner = component<IdentityBannerProps>('IdentityBanner', (props, ref) => {
  const t = useMessages(identityBannerMessages, props.messages);
  const view = useIdentityBanner(props);
  return (
    <section
      {...rootProps('IdentityBanner', 'sc-banner', props)}
      ref={ref}
      aria-label={t('label')}
      data-sticky={props.sticky || undefined}
      data-unsafe={view.isUnsafe || undefined}
    >
      <AsyncView state={view.record} skeleton={<Skeleton rows={2} />}>
        {(patient) => <Shown {...props} patient={patient} view={view} />}
      </AsyncView>
    </section>
  );
});

function Shown(
  props: IdentityBannerProps & { readonly patient: PatientView; readonly view: IdentityBannerView },
): ReactNode {
  const t = useMessages(identityBannerMessages, props.messages);
  const traits = useMessages(traitsMessages);
  const { patient, view, slots } = props;
  const { birthName, firstName, firstNames, sex, birthDate, birthPlace } = patient.traits;
  const { age } = view;
  const usedName = view.shows('usedName') ? patient.usedName : undefined;
  const usedFirstName = view.shows('usedFirstName') ? patient.usedFirstName : undefined;
  return (
    <>
      {view.isUnsafe ? (
        <p className="sc-text sc-banner-unsafe">
          <Icon name="warning" />
          {t('unsafe')}
        </p>
      ) : null}
      <div className="sc-banner-line">
        <Heading level={props.headingLevel ?? 2} className="sc-banner-name">
          <Cell label={t('name')}>
            <span className="sc-banner-strong">{birthName}</span>
          </Cell>{' '}
          <Cell label={t('firstName')}>
            <span className="sc-banner-strong">{firstName}</span>
          </Cell>
        </Heading>
        <dl className="sc-banner-facts">
          <Fact label={t('born', { sex })}>
            <span className="sc-num">{view.birthDate}</span>
            {view.isIncompleteDate ? <span className="sc-muted"> ({traits('incompleteDate')})</span> : null}
            {age === undefined ? null : <span className="sc-num"> ({t(age.unit, { n: age.n })})</span>}
          </Fact>
          <Fact label={traits('sex')}>{traits(`sex.${sex}`)}</Fact>
          <Fact label={t('status')}>
            <span className="sc-banner-badges">
              <InsStatusBadge status={patient.status} attributes={patient.attributes} />
              {patient.isMinor ? (
                <Badge tone="info" icon="user">
                  {t('minor')}
                </Badge>
              ) : null}
              {patient.deceased ? (
                <Badge tone="neutral" icon="info">
                  {t('deceased')}
                </Badge>
              ) : null}
            </span>
          </Fact>
          {view.shows('firstNames') && firstNames !== undefined && firstNames !== firstName ? (
            <Fact label={traits('firstNames')}>{firstNames}</Fact>
          ) : null}
          {usedName === undefined ? null : <Fact label={traits('usedName')}>{usedName}</Fact>}
          {usedFirstName === undefined ? null : <Fact label={traits('usedFirstName')}>{usedFirstName}</Fact>}
          {view.shows('birthPlace') && birthPlace !== undefined ? (
            <Fact label={t('place')}>
              <PlaceText code={birthPlace} birthDate={birthDate} />
            </Fact>
          ) : null}
          {view.shows('matricule') && patient.ins ? (
            <Fact
              label={t('matricule')}
              data={patient.status === 'QUAL' && view.matricule.shown ? 'matricule' : 'matricule-screen'}
            >
              <BannerMatricule patient={patient} reveal={view.matricule} t={t} />
            </Fact>
          ) : null}
        </dl>
        {slots?.dmp ? <div className="sc-banner-slot">{slots.dmp(patient)}</div> : null}
        {props.actions ? <div className="sc-banner-slot sc-no-print">{props.actions}</div> : null}
      </div>
      {slots?.alerts ? <div className="sc-banner-alerts">{slots.alerts(patient)}</div> : null}
    </>
  );
}

function Cell(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <span className="sc-banner-cell">
      <span className="sc-banner-label">{props.label}</span> <span className="sc-banner-value">{props.children}</span>
    </span>
  );
}

function Fact(props: { readonly label: string; readonly data?: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="sc-banner-cell" data-fact={props.data}>
      <dt className="sc-banner-label">{props.label}</dt>
      <dd className="sc-definition sc-banner-value">{props.children}</dd>
    </div>
  );
}
