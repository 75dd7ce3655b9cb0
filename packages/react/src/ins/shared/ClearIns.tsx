'use client';
import { formatMatricule, isMatricule } from '@socle-sante/core/matricule';
import type { InsView, Traits } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import { useMessages } from '../../base/use-messages.js';
import { traitText } from './trait-format.js';
import { traitsMessages } from './traits.messages.js';

const fields = ['birthName', 'firstName', 'birthDate', 'sex'] as const;

/** The INS in clear (INS/va1.15): birth name, first birth first name, birth date, sex, matricule and its nature. */
export function ClearIns(props: {
  readonly traits: Traits;
  readonly ins?: InsView;
  readonly matricule?: string;
  readonly more?: ReactNode;
}): ReactNode {
  const t = useMessages(traitsMessages);
  const { traits, ins, matricule } = props;
  return (
    <dl className="sc-terms sc-clear-ins">
      {fields.map((field) => (
        <div key={field} className="sc-clear-ins-line">
          <dt className="sc-term">{t(field)}</dt>
          <dd className="sc-definition sc-num sc-clear-ins-value">{traitText(field, traits[field], t)}</dd>
        </div>
      ))}
      {props.more}
      {ins && matricule !== undefined && isMatricule(matricule) ? (
        <div className="sc-clear-ins-line">
          <dt className="sc-term">{t('ins')}</dt>
          <dd className="sc-definition sc-num sc-clear-ins-value">
            <span aria-hidden="true" className="sc-clear-ins-number">
              {formatMatricule(matricule)}
            </span>
            <span className="sc-hidden">{[...matricule].join(' ')}</span>{' '}
            {t('nature', { kind: ins.oidKind, nature: ins.nature })}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
