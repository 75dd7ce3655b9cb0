'use client';
import type { DocumentRow, UpdateReason } from '@socle-sante/gateway/contract';
import { type ReactNode, useId, useState } from 'react';
import { I18nProvider, Menu, MenuItem, MenuTrigger, Popover, Button as RacButton } from 'react-aria-components';
import { dataOf } from '../../base/async.js';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import { ConfirmDialog } from '../../common/ConfirmDialog/ConfirmDialog.js';
import { useRecord } from '../../ins/queries/use-record.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { Field } from '../../parts/Field.js';
import { Icon } from '../../parts/icons.js';
import { dmpDocumentMessages } from '../shared/document.messages.js';
import { dmpDocumentActionsMessages } from './DmpDocumentActions.messages.js';
import {
  type DeleteReason,
  type DocumentActionsOptions,
  type DocumentActionsResult,
  type DocumentChange,
  isDocumentChange,
  useDmpDocumentActions,
} from './useDmpDocumentActions.js';

export interface DmpDocumentActionsProps
  extends BaseProps,
    MessagesProp<typeof dmpDocumentActionsMessages>,
    DocumentActionsOptions {
  /** Starts a replacement: the host opens its deposit. Without it the gesture is not offered. */
  readonly onReplace?: (row: DocumentRow) => void;
  /** The document also left by MSSanté: the host offers to tell its recipients. */
  readonly onTellRecipients?: (row: DocumentRow) => void;
}

type T = Translate<(typeof dmpDocumentActionsMessages)['fr']>;
const reasons: readonly UpdateReason[] = ['wrongDocument', 'wrongRecord', 'patientRequest', 'other'];

/** Replace, delete, mask, visibility, archive: what the server allows for this document, each confirmed by name. */
export const DmpDocumentActions = component<DmpDocumentActionsProps, HTMLDivElement>(
  'DmpDocumentActions',
  (props, ref) => {
    const t = useMessages(dmpDocumentActionsMessages, props.messages);
    const words = useMessages(dmpDocumentMessages);
    const { portal, locale, theme, density } = useSocle();
    const view = useDmpDocumentActions(props);
    const { row } = props;
    const [asked, setAsked] = useState<DocumentChange>();
    const offered = view.actions.filter(
      (action) => isDocumentChange(action) || (action === 'replace' && props.onReplace !== undefined),
    );
    if (offered.length === 0) return null;
    return (
      <div {...rootProps('DmpDocumentActions', 'sc-doc-actions', props)} ref={ref}>
        <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-US'}>
          <MenuTrigger>
            <RacButton
              className="sc-button sc-focusable"
              data-variant="quiet"
              aria-label={t('menu', { title: row.title })}
            >
              <span className="sc-button-text">{t('short')}</span>
              <Icon name="chevron-down" />
            </RacButton>
            <Popover
              className="sc-block sc-theme sc-density sc-doc-actions-popover"
              data-sc-theme={theme}
              data-sc-density={props.density ?? density}
              {...(portal ? { UNSTABLE_portalContainer: portal } : {})}
            >
              <Menu
                className="sc-doc-actions-menu"
                aria-label={t('menu', { title: row.title })}
                onAction={(key) => {
                  const action = offered.find((one) => one === key);
                  if (action === undefined) return;
                  if (isDocumentChange(action)) setAsked(action);
                  else props.onReplace?.(row);
                }}
              >
                {offered.map((action) => (
                  <MenuItem
                    key={action}
                    id={action}
                    className="sc-doc-actions-item"
                    textValue={words(`action.${action}`)}
                    data-danger={action === 'delete' || undefined}
                  >
                    {words(`action.${action}`)}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        </I18nProvider>
        {asked === undefined ? null : (
          <Confirmation action={asked} view={view} t={t} panel={props} onClose={() => setAsked(undefined)} />
        )}
      </div>
    );
  },
);

/** Names what, of what date, of whom; says who keeps a copy and what cannot be undone. */
function Confirmation(props: {
  readonly action: DocumentChange;
  readonly view: DocumentActionsResult;
  readonly t: T;
  readonly panel: DmpDocumentActionsProps;
  readonly onClose: () => void;
}): ReactNode {
  const { action, view, t, panel } = props;
  const { row } = panel;
  const words = useMessages(dmpDocumentMessages);
  const { announce, locale, zone } = useSocle();
  const patient = dataOf(useRecord(panel.patientRef));
  const [code, setCode] = useState<UpdateReason>();
  const [text, setText] = useState('');
  const label = words(`action.${action}`);
  const final = action === 'delete' || action === 'show' || action === 'showLegal';
  const confirm = async (): Promise<void> => {
    const reason: DeleteReason | undefined =
      code === undefined ? undefined : { code, ...(text.trim() === '' ? {} : { text: text.trim() }) };
    const done = await view.update.run({ action, ...(reason ? { reason } : {}) });
    if (!done) return;
    announce(t('done', { action: label }));
    props.onClose();
    if (done.tellRecipients) panel.onTellRecipients?.(row);
  };
  return (
    <ConfirmDialog
      isOpen
      isDestructive={final}
      isWorking={view.update.state.status === 'loading'}
      isConfirmDisabled={action === 'delete' && code === undefined}
      title={t(`title.${action}`)}
      confirmLabel={label}
      onCancel={props.onClose}
      onConfirm={() => void confirm()}
    >
      <dl className="sc-terms">
        <Term name={t('document')}>{`${row.title} (${row.type.label})`}</Term>
        <Term name={t('date')}>{formatInstant(row.actStart, locale, zone)}</Term>
        {patient === undefined ? null : (
          <Term name={t('patient')}>{`${patient.traits.birthName} ${patient.traits.firstName}`}</Term>
        )}
      </dl>
      <p className="sc-text">{t(`text.${action}`)}</p>
      {action === 'delete' ? <Reasons t={t} code={code} onCode={setCode} text={text} onText={setText} /> : null}
      <ActionTrouble state={view.update.state} />
    </ConfirmDialog>
  );
}

function Term(props: { readonly name: string; readonly children: string }): ReactNode {
  return (
    <div className="sc-term">
      <dt className="sc-muted">{props.name}</dt>
      <dd className="sc-definition">{props.children}</dd>
    </div>
  );
}

function Reasons(props: {
  readonly t: T;
  readonly code: UpdateReason | undefined;
  readonly onCode: (code: UpdateReason) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { t } = props;
  const name = useId();
  return (
    <fieldset className="sc-fieldset">
      <legend className="sc-legend">{t('why')}</legend>
      {reasons.map((reason) => (
        <label key={reason} className="sc-choice">
          <input
            className="sc-choice-input sc-focusable"
            type="radio"
            name={name}
            checked={props.code === reason}
            onChange={() => props.onCode(reason)}
          />
          {t(`reason.${reason}`)}
        </label>
      ))}
      {props.code === 'other' ? (
        <Field label={t('precise')}>
          {(control) => (
            <input
              {...control}
              className="sc-input sc-focusable"
              maxLength={300}
              value={props.text}
              onChange={(event) => props.onText(event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </fieldset>
  );
}
