'use client';
import type { DocumentType, IdentityChangeOutput, IdentityEffect, PatientView } from '@socle-sante/gateway/contract';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { ConfirmDialog } from '../../common/ConfirmDialog/ConfirmDialog.js';
import { useConfirm } from '../../common/ConfirmDialog/useConfirm.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import { Heading, type HeadingLevel, nextLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { Notice } from '../../parts/Notice.js';
import { InsStatusBadge } from '../InsStatusBadge/InsStatusBadge.js';
import { JustificatifCapture } from '../JustificatifCapture/JustificatifCapture.js';
import type { IdCopyPort } from '../JustificatifCapture/useJustificatif.js';
import { birthDateText } from '../shared/trait-format.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { useDocumentTypes } from '../shared/use-document-types.js';
import { identityStatusPanelMessages } from './IdentityStatusPanel.messages.js';
import { StatusHistory } from './StatusHistory.js';
import { type StatusTransition, useIdentityStatus } from './useIdentityStatus.js';

export interface IdentityStatusPanelProps extends BaseProps, MessagesProp<typeof identityStatusPanelMessages> {
  readonly patientRef: string;
  /** `badge`: the status alone, for a line of a record. */
  readonly layout?: 'panel' | 'badge';
  readonly headingLevel?: HeadingLevel;
  /** The two axes and the history, without any control. */
  readonly readOnly?: boolean;
  readonly history?: 'collapsed' | 'open' | 'none';
  /** Documents of the site, for the validation; those of the server otherwise. */
  readonly documentTypes?: readonly DocumentType[];
  /** Where a copy of the document may be kept. */
  readonly storage?: IdCopyPort;
  readonly onTransition?: (result: IdentityChangeOutput) => void;
}

type T = Translate<(typeof identityStatusPanelMessages)['fr']>;

/** RNIV status of a record: two axes and what they give, attributes, history, and the gestures that the server allows. */
export const IdentityStatusPanel = component<IdentityStatusPanelProps>('IdentityStatusPanel', (props, ref) => {
  const t = useMessages(identityStatusPanelMessages, props.messages);
  const traits = useMessages(traitsMessages);
  const { announce } = useSocle();
  const { patientRef, layout = 'panel', readOnly = false, headingLevel = 3, history = 'collapsed' } = props;
  const [historyOpen, setHistoryOpen] = useState(history === 'open');
  const said = (result: IdentityChangeOutput): void => {
    announce(t('done', { status: traits(`status.${result.patient.status}`) }));
    props.onTransition?.(result);
  };
  const view = useIdentityStatus({
    patientRef,
    withHistory: layout === 'panel' && historyOpen,
    onTransition: said,
    ...(props.onEvent ? { onEvent: props.onEvent } : {}),
  });
  const id = useId();

  return (
    <section
      {...rootProps('IdentityStatusPanel', 'sc-identity-status', props)}
      ref={ref}
      aria-labelledby={id}
      data-layout={layout}
    >
      <Heading level={headingLevel} id={id} className={layout === 'badge' ? 'sc-hidden' : ''}>
        {t('title')}
      </Heading>
      <AsyncView state={view.record} skeleton={<Skeleton rows={layout === 'badge' ? 1 : 4} />}>
        {(patient) =>
          layout === 'badge' ? (
            <InsStatusBadge status={patient.status} attributes={patient.attributes} />
          ) : (
            <div className="sc-stack">
              <Axes patient={patient} t={t} {...(props.documentTypes ? { types: props.documentTypes } : {})} />
              {patient.insiBlock ? (
                <Notice tone="warning" icon="lock">
                  {traits('blocked', { attribute: patient.insiBlock })}
                </Notice>
              ) : null}
              {readOnly ? (
                <p className="sc-text sc-muted sc-identity-status-lock">
                  <Icon name="lock" />
                  {t('readOnly')}
                </p>
              ) : (
                <Gestures
                  key={patientRef}
                  patient={patient}
                  view={view}
                  t={t}
                  captureLevel={nextLevel(headingLevel)}
                  onSaved={said}
                  {...(props.documentTypes ? { types: props.documentTypes } : {})}
                  {...(props.storage ? { storage: props.storage } : {})}
                  {...(props.onEvent ? { onEvent: props.onEvent } : {})}
                />
              )}
              {history !== 'none' && patient.actions.includes('identity.history') ? (
                <Details summary={t('history')} defaultOpen={history === 'open'} onToggle={setHistoryOpen}>
                  <AsyncView state={view.history} requested>
                    {(found) => <StatusHistory history={found} t={t} />}
                  </AsyncView>
                </Details>
              ) : null}
            </div>
          )
        }
      </AsyncView>
    </section>
  );
});

/** The status is the product of two independent answers: two ticks and what they give, no order between them. */
function Axes(props: {
  readonly patient: PatientView;
  readonly t: T;
  readonly types?: readonly DocumentType[];
}): ReactNode {
  const { patient, t } = props;
  const { locale, zone } = useSocle();
  const types = useDocumentTypes(props.types);
  const { axes, insi, document } = patient;
  const label = types.find(({ code }) => code === document?.type)?.labels[locale] ?? document?.type ?? '';
  return (
    <dl className="sc-identity-status-axes">
      <Axis label={t('axisInsi')} ticked={axes.insi} t={t}>
        {axes.insi && insi ? t('insiAt', { at: formatInstant(insi.at, locale, zone) }) : null}
      </Axis>
      <Axis label={t('axisDoc')} ticked={axes.document} t={t}>
        {axes.document && document
          ? [
              t('docAt', { label, on: birthDateText(document.checkedOn).text }),
              document.by === undefined ? undefined : t('docBy', { by: document.by }),
              document.expiresOn === undefined
                ? undefined
                : t('docExpires', { on: birthDateText(document.expiresOn).text }),
            ]
              .filter((part) => part !== undefined)
              .join(', ')
          : null}
      </Axis>
      <div className="sc-identity-status-axis" data-result="">
        <dt className="sc-identity-status-axis-label">{t('result')}</dt>
        <dd className="sc-definition sc-identity-status-axis-value">
          <InsStatusBadge status={patient.status} attributes={patient.attributes} />
        </dd>
      </div>
    </dl>
  );
}

function Axis(props: {
  readonly label: string;
  readonly ticked: boolean;
  readonly t: T;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="sc-identity-status-axis" data-ticked={props.ticked || undefined}>
      <dt className="sc-identity-status-axis-label">{props.label}</dt>
      <dd className="sc-definition sc-identity-status-axis-value">
        <span className="sc-identity-status-tick">
          <Icon name={props.ticked ? 'success' : 'dashed-circle'} />
          {props.t(props.ticked ? 'yes' : 'no')}
        </span>
        {props.children === null ? null : (
          <span className="sc-muted sc-num sc-identity-status-detail">{props.children}</span>
        )}
      </dd>
    </div>
  );
}

function Gestures(props: {
  readonly patient: PatientView;
  readonly view: ReturnType<typeof useIdentityStatus>;
  readonly t: T;
  readonly captureLevel: HeadingLevel;
  readonly onSaved: (result: IdentityChangeOutput) => void;
  readonly types?: readonly DocumentType[];
  readonly storage?: IdCopyPort;
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}): ReactNode {
  const { patient, view, t } = props;
  const [capturing, setCapturing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const region = useRef<HTMLDivElement>(null);
  const back = useRef(false);
  const confirm = useConfirm<StatusTransition>((transition) => view.apply.run(transition));
  useEffect(() => {
    if (capturing) region.current?.focus();
    else if (back.current) opener.current?.focus();
    back.current = capturing;
  }, [capturing]);
  const asked = confirm.subject;

  return (
    <>
      {capturing ? (
        <div ref={region} className="sc-panel sc-focusable" tabIndex={-1}>
          <JustificatifCapture
            patientRef={patient.ref}
            headingLevel={props.captureLevel}
            onCancel={() => setCapturing(false)}
            onSaved={(result) => {
              setCapturing(false);
              props.onSaved(result);
            }}
            {...(props.types ? { types: props.types } : {})}
            {...(props.storage ? { storage: props.storage } : {})}
            {...(props.onEvent ? { onEvent: props.onEvent } : {})}
          />
        </div>
      ) : null}
      <ActionTrouble state={view.apply.state} />
      {view.canCheckDocument && !capturing ? (
        <div className="sc-row sc-no-print">
          <Button
            ref={opener}
            variant={patient.axes.document ? 'secondary' : 'primary'}
            icon="file-check"
            onClick={() => setCapturing(true)}
          >
            {t(patient.axes.document ? 'revalidate' : 'validate')}
          </Button>
        </div>
      ) : null}
      {view.allowed.length === 0 ? null : (
        <div className="sc-identity-status-gestures sc-no-print">
          {view.allowed.map((transition) => (
            <Button key={transition.type} variant="quiet" onClick={() => confirm.ask(transition)}>
              {t(transition.type)}
            </Button>
          ))}
        </div>
      )}
      {asked ? (
        <ConfirmDialog
          isOpen={confirm.isOpen}
          title={t(`ask.${asked.type}`)}
          confirmLabel={t(`confirm.${asked.type}`)}
          isDestructive={asked.effects.includes('insInvalidated') || asked.effects.includes('documentRemoved')}
          isWorking={confirm.isWorking}
          onConfirm={() => void confirm.confirm()}
          onCancel={confirm.cancel}
        >
          <Consequences transition={asked} from={patient.status} t={t} />
        </ConfirmDialog>
      ) : null}
    </>
  );
}

/** What the server says that the gesture will do. */
function Consequences(props: {
  readonly transition: StatusTransition;
  readonly from: PatientView['status'];
  readonly t: T;
}): ReactNode {
  const { t, transition, from } = props;
  const traits = useMessages(traitsMessages);
  const { effects, to } = transition;
  const both = effects.includes('insInvalidated') && effects.includes('insiBlocked');
  const sentence = (effect: IdentityEffect): string | undefined => {
    if (effect === 'statusChanged')
      return t('effect.statusChanged', { from: traits(`statusName.${from}`), to: traits(`statusName.${to}`) });
    if (both && effect === 'insInvalidated') return t('erasedAndBlocked');
    return both && effect === 'insiBlocked' ? undefined : t(`effect.${effect}`);
  };
  const sentences = effects.map(sentence).filter((text) => text !== undefined);
  if (sentences.length === 0) return <p className="sc-text">{t('noEffect')}</p>;
  return (
    <>
      <p className="sc-text sc-field-label">{t('consequences')}</p>
      <ul className="sc-identity-status-consequences">
        {sentences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
