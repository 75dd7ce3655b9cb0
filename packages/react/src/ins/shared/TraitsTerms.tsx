'use client';
import type { TraitField, Traits } from '@socle-sante/gateway/contract';
import { Fragment, type ReactNode } from 'react';
import { useMessages } from '../../base/use-messages.js';
import { PlaceText } from './PlaceText.js';
import { traitText } from './trait-format.js';
import { traitsMessages } from './traits.messages.js';

const order: readonly TraitField[] = ['birthName', 'firstNames', 'firstName', 'birthDate', 'sex', 'birthPlace'];

/** Strict traits, each with its whole label. A list of first names that says no more than the first one is left out. */
export function TraitsTerms(props: {
  readonly traits: Traits;
  readonly fields?: readonly TraitField[] /** Further terms, at the end. */;
  readonly children?: ReactNode;
}): ReactNode {
  const t = useMessages(traitsMessages);
  const { traits, fields = order } = props;
  const shown = fields.filter((field) => {
    const value = traits[field];
    return value !== undefined && value !== '' && (field !== 'firstNames' || value !== traits.firstName);
  });
  return (
    <dl className="sc-terms">
      {shown.map((field) => (
        <Fragment key={field}>
          <dt className="sc-term">{t(field)}</dt>
          <dd className="sc-definition">
            {field === 'birthPlace' ? (
              <PlaceText code={traits.birthPlace ?? ''} birthDate={traits.birthDate} />
            ) : (
              <span className={field === 'birthDate' ? 'sc-num' : undefined}>
                {traitText(field, traits[field] ?? '', t)}
              </span>
            )}
          </dd>
        </Fragment>
      ))}
      {props.children}
    </dl>
  );
}
