'use client';
import type { IdentitySaveOutput, PatientView } from '@socle-sante/gateway/contract';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../base/use-messages.js';
import { ConfirmDialog } from '../../common/ConfirmDialog/ConfirmDialog.js';
import { traitsMessages } from '../shared/traits.messages.js';
import type { IdentityFormT } from './IdentityForm.js';
import type { IdentityForm } from './useIdentityForm.js';

/** What the change of a locked trait will do, read before it is done. Escape changes nothing. */
export function ConsequencesDialog(props: {
  readonly isOpen: boolean;
  readonly form: IdentityForm;
  readonly patient: PatientView;
  readonly t: IdentityFormT;
  readonly onClose: () => void;
  readonly onSaved: (output: IdentitySaveOutput) => void;
}): ReactNode {
  const { form, patient, t } = props;
  const words = useMessages(traitsMessages);
  const [proves, setProves] = useState(true);
  const consequence = form.consequence(proves);
  const statut = words(`statusName.${consequence?.to ?? patient.status}`);
  const hasDocument = (patient.status === 'VALI' || patient.status === 'QUAL') && patient.document?.type !== 'AV';
  const isLowered = consequence !== undefined && (consequence.losesIns || consequence.to !== patient.status);

  const confirm = async (): Promise<void> => {
    const output = await form.confirm(proves);
    props.onClose();
    if (output) props.onSaved(output);
  };
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      title={t('consequenceTitle')}
      confirmLabel={t('confirm')}
      cancelLabel={t('cancel')}
      isDestructive={isLowered}
      isWorking={form.state.status === 'loading'}
      onCancel={props.onClose}
      onConfirm={() => void confirm()}
    >
      <p className="sc-text sc-identity-consequence">
        {consequence?.losesIns
          ? t('consequence', { statut })
          : isLowered
            ? t('consequenceStatus', { statut })
            : t('consequenceNone', { statut })}
        .
      </p>
      <p className="sc-text">
        {t('consequenceFields', { fields: form.changed.map((field) => words(field).toLowerCase()).join(', ') })}
      </p>
      {hasDocument && (isLowered || !proves || patient.status === 'VALI') ? (
        <div>
          <label className="sc-choice">
            <input
              type="checkbox"
              className="sc-choice-input sc-focusable"
              checked={proves}
              onChange={(event) => setProves(event.target.checked)}
            />
            {t('proves')}
          </label>
          <p className="sc-text sc-muted sc-identity-proves">{t('provesHint')}</p>
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
