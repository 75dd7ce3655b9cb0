'use client';
import type { ConsultationConsent, DmpConsent, FeedingChoice } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Badge } from '../../parts/Badge.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import type { IconName } from '../../parts/icons.js';
import type { Tone } from '../../parts/Notice.js';
import { dmpConsentPanelMessages } from './DmpConsentPanel.messages.js';
import { type DmpConsentOptions, type DmpConsentResult, useDmpConsent } from './useDmpConsent.js';

export interface DmpConsentPanelProps
  extends BaseProps,
    MessagesProp<typeof dmpConsentPanelMessages>,
    DmpConsentOptions {
  /** The earlier choices, with who collected them. */
  readonly history?: 'collapsed' | 'open' | 'none';
  readonly readOnly?: boolean;
  readonly headingLevel?: HeadingLevel;
}

type T = Translate<(typeof dmpConsentPanelMessages)['fr']>;
type Choice = ConsultationConsent | FeedingChoice;

const looks: Readonly<Record<Choice, { readonly tone: Tone; readonly icon: IconName }>> = {
  given: { tone: 'success', icon: 'success' },
  presumed: { tone: 'success', icon: 'users' },
  refused: { tone: 'danger', icon: 'blocking' },
  ok: { tone: 'success', icon: 'success' },
  opposed: { tone: 'danger', icon: 'blocking' },
  unknown: { tone: 'warning', icon: 'unknown' },
};

/** Consent to the consultation and opposition to the feeding of the DMP: two independent choices, each with its author and its date. */
export const DmpConsentPanel = component<DmpConsentPanelProps>('DmpConsentPanel', (props, ref) => {
  const t = useMessages(dmpConsentPanelMessages, props.messages);
  const view = useDmpConsent(props);
  const id = useId();
  const { history = 'collapsed', readOnly = false } = props;
  return (
    <section {...rootProps('DmpConsentPanel', 'sc-dmp-consent', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 3} id={id}>
        {t('title')}
      </Heading>
      <AsyncView state={view.consent} skeleton={<Skeleton rows={4} />}>
        {(consent) => (
          <div className="sc-stack">
            <p className="sc-text sc-muted">{t('independent')}</p>
            <Consultation consent={consent} view={view} t={t} readOnly={readOnly} />
            <Feeding consent={consent} view={view} t={t} readOnly={readOnly} />
            <ActionTrouble state={view.record.state} />
            {history === 'none' || consent.history.length === 0 ? null : (
              <Details summary={t('history')} defaultOpen={history === 'open'}>
                <History consent={consent} t={t} />
              </Details>
            )}
          </div>
        )}
      </AsyncView>
    </section>
  );
});

interface PartProps {
  readonly consent: DmpConsent;
  readonly view: DmpConsentResult;
  readonly t: T;
  readonly readOnly: boolean;
}

function Consultation({ consent, view, t, readOnly }: PartProps): ReactNode {
  const { announce } = useSocle();
  return (
    <ChoiceGroup
      legend={t('consultTitle')}
      value={consent.consultation}
      // Outside the care team nothing is presumed.
      options={consent.careTeam ? ['presumed', 'given', 'refused'] : ['given', 'refused']}
      text={(choice) => t(choice)}
      stamp={consent.consultationBy}
      t={t}
      readOnly={readOnly}
      working={view.record.state.status === 'loading'}
      onChoose={async (consultation) => {
        const done = await view.record.run({ consultation });
        if (done) announce(consultation === 'refused' ? `${t('saved')}. ${t('stopped')}` : t('saved'));
        return done !== undefined;
      }}
    />
  );
}

function Feeding({ consent, view, t, readOnly }: PartProps): ReactNode {
  const { announce } = useSocle();
  return (
    <ChoiceGroup
      legend={t('feedTitle')}
      value={consent.feeding}
      options={['ok', 'opposed']}
      text={(choice) => (choice === 'unknown' ? t('feedUnknown') : t(choice))}
      stamp={consent.feedingBy}
      t={t}
      readOnly={readOnly}
      working={view.record.state.status === 'loading'}
      onChoose={async (feeding) => {
        const done = await view.record.run({ feeding });
        if (done) announce(t('saved'));
        return done !== undefined;
      }}
    />
  );
}

function ChoiceGroup<C extends Choice>(props: {
  readonly legend: string;
  readonly value: C;
  readonly options: readonly C[];
  readonly text: (choice: C) => string;
  readonly stamp: { readonly at: string; readonly by: string } | undefined;
  readonly t: T;
  readonly readOnly: boolean;
  readonly working: boolean;
  readonly onChoose: (choice: C) => Promise<boolean>;
}): ReactNode {
  const { t, value, text, stamp } = props;
  const { locale, zone } = useSocle();
  const [editing, setEditing] = useState(false);
  // Nothing is ticked beforehand: a consent is a gesture.
  const [picked, setPicked] = useState<C>();
  const name = useId();
  const close = (): void => {
    setEditing(false);
    setPicked(undefined);
  };
  // The gesture gives way to the choices, and they to the gesture: the focus goes from one to the other.
  const first = useRef<HTMLInputElement>(null);
  const gesture = useRef<HTMLButtonElement>(null);
  const before = useRef(editing);
  useEffect(() => {
    if (before.current === editing) return;
    before.current = editing;
    (editing ? first : gesture).current?.focus();
  }, [editing]);
  if (!editing) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame, and nothing is to be filled in yet
      <div className="sc-dmp-consent-row" role="group" aria-label={props.legend}>
        <span className="sc-dmp-consent-legend">{props.legend}</span>
        <Badge tone={looks[value].tone} icon={looks[value].icon}>
          {text(value)}
        </Badge>
        {stamp === undefined ? null : (
          <span className="sc-muted sc-num">{t('by', { n: stamp.by, d: formatInstant(stamp.at, locale, zone) })}</span>
        )}
        {props.readOnly ? null : (
          <Button ref={gesture} variant="quiet" icon="edit" onClick={() => setEditing(true)}>
            {t('change')}
            <span className="sc-hidden"> : {props.legend}</span>
          </Button>
        )}
      </div>
    );
  }
  return (
    <fieldset className="sc-fieldset">
      <legend className="sc-legend">{props.legend}</legend>
      {props.options.map((choice, index) => (
        <label key={choice} className="sc-choice">
          <input
            ref={index === 0 ? first : null}
            className="sc-choice-input sc-focusable"
            type="radio"
            name={name}
            value={choice}
            checked={picked === choice}
            onChange={() => setPicked(choice)}
          />
          {text(choice)}
        </label>
      ))}
      <div className="sc-row">
        <Button
          variant="primary"
          disabled={picked === undefined || props.working}
          onClick={async () => {
            if (picked !== undefined && (await props.onChoose(picked))) close();
          }}
        >
          {props.working ? t('saving') : t('save')}
        </Button>
        <Button variant="quiet" disabled={props.working} onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </fieldset>
  );
}

function History({ consent, t }: { readonly consent: DmpConsent; readonly t: T }): ReactNode {
  const { locale, zone } = useSocle();
  return (
    <ol className="sc-list sc-dmp-consent-history">
      {consent.history.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries never move, new ones come first and the list is drawn anew
        <li key={index} className="sc-dmp-consent-entry">
          {entry.consultation === undefined ? null : (
            <span>{t('consultChanged', { choice: t(entry.consultation) })}</span>
          )}
          {entry.feeding === undefined ? null : (
            <span>
              {t('feedChanged', { choice: entry.feeding === 'unknown' ? t('feedUnknown') : t(entry.feeding) })}
            </span>
          )}
          <span className="sc-muted sc-num">{t('by', { n: entry.by, d: formatInstant(entry.at, locale, zone) })}</span>
        </li>
      ))}
    </ol>
  );
}
