'use client';
import type { ReactNode } from 'react';
import { useMessages } from '../../base/use-messages.js';
import { Icon } from '../../parts/icons.js';
import { traitText } from '../shared/trait-format.js';
import { traitsMessages } from '../shared/traits.messages.js';
import type { InsSearchT } from './InsSearchForm.js';
import type { InsSearchField } from './search-traits.js';
import type { InsSearch } from './useInsSearch.js';

const order: readonly InsSearchField[] = ['birthName', 'firstNames', 'birthDate', 'sex', 'birthPlace'];

/** Exactly what will go to INSi, beside what was typed where it differs. */
export function SentTraitsList(props: { readonly form: InsSearch['form']; readonly t: InsSearchT }): ReactNode {
  const { form, t } = props;
  const words = useMessages(traitsMessages);
  const { sent, values } = form;
  return (
    <div className="sc-ins-search-sent">
      <p className="sc-text sc-ins-search-sent-title">{t('why')}</p>
      <dl className="sc-terms">
        {order.map((field) => {
          const value = sent?.[field] ?? '';
          if (field === 'birthPlace' && values.birthPlace === '') return null;
          const isChanged =
            sent !== undefined && (field === 'birthName' || field === 'firstNames') && value !== values[field];
          return (
            <div key={field} className="sc-ins-search-line">
              <dt className="sc-term">{words(field)}</dt>
              <dd className="sc-definition">
                {value === '' ? (
                  <span className="sc-muted">
                    {form.problems[field] || values[field] === ''
                      ? t('toCorrect')
                      : traitText(field, values[field], words)}
                  </span>
                ) : (
                  <span className="sc-num sc-ins-search-value">{traitText(field, value, words)}</span>
                )}
                {isChanged ? <span className="sc-muted"> ({t('typed', { text: values[field] })})</span> : null}
                {field === 'birthPlace' && value !== '' ? <span className="sc-muted"> ({t('placeLater')})</span> : null}
              </dd>
            </div>
          );
        })}
        {form.tried.length > 1 ? (
          <div className="sc-ins-search-line">
            <dt className="sc-term">{t('tried')}</dt>
            <dd className="sc-definition">
              <ol className="sc-list sc-ins-search-tried">
                {form.tried.map((name) => (
                  <li key={name} className="sc-ins-search-try">
                    {name}
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        ) : null}
      </dl>
      {form.leftOut > 0 ? (
        <p className="sc-text sc-ins-reason">
          <Icon name="info" />
          <span>{t('truncated', { n: form.leftOut, max: form.tried.length })}</span>
        </p>
      ) : null}
    </div>
  );
}
