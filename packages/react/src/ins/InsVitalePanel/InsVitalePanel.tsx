'use client';
import type { PatientView, VitaleBeneficiary } from '@socle-sante/gateway/contract';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { OfficialErrorAlert } from '../../common/OfficialErrorAlert/OfficialErrorAlert.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { Notice } from '../../parts/Notice.js';
import type { InsFound } from '../InsSearchForm/InsSearchForm.js';
import { insSearchFormMessages } from '../InsSearchForm/InsSearchForm.messages.js';
import { OutcomeStoredProvider } from '../shared/outcome-version.js';
import { birthDateText } from '../shared/trait-format.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { insVitalePanelMessages } from './InsVitalePanel.messages.js';
import { useVitale, type Vitale, type VitaleOptions } from './useVitale.js';

export interface InsVitalePanelProps extends BaseProps, VitaleOptions, MessagesProp<typeof insVitalePanelMessages> {
  readonly headingLevel?: HeadingLevel;
  readonly slots?: {
    /** Drawn under an identity found: the comparison with the record. */
    readonly found?: (found: InsFound, patient: PatientView) => ReactNode;
  };
}

type T = Translate<(typeof insVitalePanelMessages)['fr']>;

/** INSi by carte Vitale, or the appli carte Vitale. The card serves one search and is forgotten. */
export const InsVitalePanel = component<InsVitalePanelProps>('InsVitalePanel', (props, ref) => {
  const t = useMessages(insVitalePanelMessages, props.messages);
  const vitale = useVitale(props);
  const id = useId();
  return (
    <section {...rootProps('InsVitalePanel', 'sc-vitale', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 3} id={id}>
        {t('title')}
      </Heading>
      <AsyncView state={vitale.patient} skeleton={<Skeleton rows={3} />}>
        {(patient) => <Panel {...props} vitale={vitale} patient={patient} t={t} />}
      </AsyncView>
    </section>
  );
});

interface PanelProps extends InsVitalePanelProps {
  readonly vitale: Vitale;
  readonly patient: PatientView;
  readonly t: T;
}

function Panel(props: PanelProps): ReactNode {
  const { vitale, t } = props;
  const words = useMessages(traitsMessages);
  const { card, blocked, isAllowed, state } = vitale;
  const reader = useRef<HTMLButtonElement>(null);
  const canAsk = blocked === undefined && isAllowed;
  const isReading = card.kind === 'reading';
  const isSearching = state.status === 'loading';
  const hasCard = card.kind === 'present';

  // The list that held the focus is gone: the focus goes to what comes next, reading again.
  const had = useRef(hasCard);
  useEffect(() => {
    if (had.current && !hasCard && !isSearching && document.activeElement === document.body) reader.current?.focus();
    had.current = hasCard;
  }, [hasCard, isSearching]);

  return (
    <>
      <p className="sc-text sc-muted sc-ins-reason">
        <Icon name="info" />
        <span>{t('notIns')}</span>
      </p>
      <CardState vitale={vitale} t={t} />
      {canAsk ? (
        <div className="sc-row sc-no-print">
          <Button
            ref={reader}
            variant={hasCard ? 'secondary' : 'primary'}
            icon="card"
            aria-disabled={isReading || isSearching || undefined}
            onClick={() => void vitale.read()}
          >
            {isReading
              ? t('reading')
              : hasCard || card.kind === 'changed' || card.kind === 'expired' || vitale.isForgotten
                ? t('readAgain')
                : t('read')}
          </Button>
          {vitale.present ? (
            <Button
              icon="scan"
              aria-disabled={vitale.apcv.status === 'loading' || undefined}
              onClick={() => void vitale.present?.()}
            >
              {t('qr')}
            </Button>
          ) : null}
        </div>
      ) : (
        <p className="sc-text sc-ins-reason">
          <Icon name="lock" />
          <span>{blocked === undefined ? t('notAvailable') : words('blocked', { attribute: blocked })}</span>
        </p>
      )}
      {card.kind === 'present' ? <Beneficiaries vitale={vitale} beneficiaries={card.beneficiaries} t={t} /> : null}
      <Outcome {...props} />
      <Apcv vitale={vitale} t={t} />
    </>
  );
}

/** What the reader holds, in one sentence that is heard when it changes. */
function CardState(props: { readonly vitale: Vitale; readonly t: T }): ReactNode {
  const { vitale, t } = props;
  const { card } = vitale;
  const text = ((): ReactNode => {
    switch (card.kind) {
      case 'changed':
      case 'expired':
        return (
          <Notice tone="warning" icon="card">
            {t(card.kind)}
          </Notice>
        );
      case 'absent':
        return (
          <Notice tone="info" icon="card">
            {t('insert')}
          </Notice>
        );
      case 'inserted':
        return <p className="sc-text">{t('inserted')}</p>;
      case 'reading':
        return <p className="sc-text sc-muted">{t('reading')}</p>;
      case 'present':
        return <p className="sc-text">{t('count', { n: card.beneficiaries.length })}</p>;
      case 'waiting':
        return vitale.isForgotten ? (
          <p className="sc-text sc-muted">{t('forgotten')}</p>
        ) : (
          <p className="sc-text">{t('insert')}</p>
        );
      case 'failed':
        return null;
    }
  })();
  return (
    <>
      <div role="status">{text}</div>
      {card.kind === 'failed' ? <OfficialErrorAlert error={card.error} requested /> : null}
    </>
  );
}

function Beneficiaries(props: {
  readonly vitale: Vitale;
  readonly beneficiaries: readonly VitaleBeneficiary[];
  readonly t: T;
}): ReactNode {
  const { vitale, t } = props;
  const id = useId();
  const isSearching = vitale.state.status === 'loading';
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isSearching) void vitale.search();
  };
  return (
    <form className="sc-ins-form" onSubmit={onSubmit}>
      <div role="radiogroup" aria-labelledby={`${id}-who`} aria-describedby={`${id}-hints`}>
        <span className="sc-legend" id={`${id}-who`}>
          {t('who')}
        </span>
        <p className="sc-text sc-field-hint" id={`${id}-hints`}>
          {t('hints')}
        </p>
        <div className="sc-vitale-list">
          {props.beneficiaries.map((person) => {
            const date = birthDateText(person.birthDate);
            return (
              <label
                key={person.index}
                className="sc-choice sc-vitale-person"
                data-selected={vitale.beneficiary === person.index || undefined}
              >
                <input
                  type="radio"
                  className="sc-choice-input sc-focusable"
                  name={`${id}-who`}
                  value={person.index}
                  disabled={isSearching}
                  checked={vitale.beneficiary === person.index}
                  onChange={() => vitale.choose(person.index)}
                />
                <span className="sc-vitale-who">
                  <span className="sc-vitale-name">
                    {person.name} {person.firstName}
                  </span>
                  <span className="sc-muted sc-num">
                    {t('born', { date: date.text })}, {t('rank', { n: String(person.rank) })}
                  </span>
                </span>
              </label>
            );
          })}
        </div>
      </div>
      <div className="sc-row">
        <Button
          type="submit"
          variant="primary"
          icon="search"
          disabled={vitale.beneficiary === undefined}
          aria-disabled={isSearching || undefined}
          aria-describedby={vitale.beneficiary === undefined ? `${id}-first` : undefined}
        >
          {isSearching ? t('searching') : t('submit')}
        </Button>
        {isSearching ? (
          <Button variant="quiet" icon="close" onClick={vitale.cancel}>
            {t('cancel')}
          </Button>
        ) : null}
        {vitale.beneficiary === undefined ? (
          <p className="sc-text sc-muted" id={`${id}-first`}>
            {t('chooseFirst')}
          </p>
        ) : null}
      </div>
    </form>
  );
}

function Outcome(props: PanelProps): ReactNode {
  const { vitale, t } = props;
  const s = useMessages(insSearchFormMessages);
  const { state, card } = vitale;
  // « Read the card again » is said by the state of the card.
  if (state.status === 'loading' || card.kind === 'changed' || card.kind === 'expired' || card.kind === 'absent')
    return null;
  return (
    <AsyncView state={state} requested>
      {(result) => {
        if (result.outcome === 'found') {
          return (
            <div className="sc-stack">
              <Notice tone="success" role="status">
                <p className="sc-text sc-vitale-strong">{s('found')}</p>
                <p className="sc-text">{s('foundNext')}</p>
              </Notice>
              <OutcomeStoredProvider value={vitale.stored}>
                {props.slots?.found?.(result, props.patient)}
              </OutcomeStoredProvider>
            </div>
          );
        }
        return (
          <Notice tone="warning" icon="search" role="status">
            <p className="sc-text sc-vitale-strong">{result.outcome === 'multiple' ? t('multiple') : s('notFound')}</p>
            <p className="sc-text">{result.outcome === 'multiple' ? t('multipleNext') : s('notFoundNext')}</p>
          </Notice>
        );
      }}
    </AsyncView>
  );
}

function Apcv(props: { readonly vitale: Vitale; readonly t: T }): ReactNode {
  const { vitale, t } = props;
  if (vitale.apcv.status === 'idle') return null;
  if (vitale.apcv.status === 'loading') {
    return (
      <p className="sc-text" role="status">
        {t('qrWaiting')}
      </p>
    );
  }
  return (
    <AsyncView state={vitale.apcv} requested>
      {() => (
        <Notice tone="success" role="status">
          <p className="sc-text sc-vitale-strong">{t('apcv')}</p>
          <p className="sc-text">{t('apcvNext')}</p>
        </Notice>
      )}
    </AsyncView>
  );
}
