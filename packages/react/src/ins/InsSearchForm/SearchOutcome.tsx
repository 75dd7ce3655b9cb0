'use client';
import type { PatientView } from '@socle-sante/gateway/contract';
import type { ReactNode } from 'react';
import { AsyncView } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Notice } from '../../parts/Notice.js';
import { OutcomeStoredProvider } from '../shared/outcome-version.js';
import type { InsFound, InsSearchT } from './InsSearchForm.js';
import type { InsSearchField } from './search-traits.js';
import type { InsSearch } from './useInsSearch.js';

/** How a search ended. INSi gives one identity or none: there is no list of candidates. */
export function SearchOutcome(props: {
  readonly search: Pick<InsSearch, 'state' | 'isOutdated' | 'stored'>;
  readonly patient: PatientView;
  readonly t: InsSearchT;
  readonly found: ((found: InsFound, patient: PatientView) => ReactNode) | undefined;
  readonly onGoTo: (field: InsSearchField) => void;
}): ReactNode {
  const { search, t } = props;
  if (search.isOutdated || search.state.status === 'loading') return null;
  return (
    <AsyncView state={search.state} requested>
      {(result) => {
        switch (result.outcome) {
          case 'found':
            return (
              <div className="sc-stack">
                <Notice tone="success" role="status">
                  <p className="sc-text sc-ins-search-outcome">{t('found')}</p>
                  <p className="sc-text">{t('foundNext')}</p>
                </Notice>
                <OutcomeStoredProvider value={search.stored}>
                  {props.found?.(result, props.patient)}
                </OutcomeStoredProvider>
              </div>
            );
          case 'notFound':
            return (
              <Notice tone="warning" icon="search" role="status">
                <p className="sc-text sc-ins-search-outcome">{t('notFound')}</p>
                <p className="sc-text">{t('notFoundNext')}</p>
                {result.hint === 'sandbox' ? <p className="sc-text sc-muted">{t('sandboxHint')}</p> : null}
              </Notice>
            );
          case 'multiple':
            return (
              <Notice tone="warning" icon="users" role="status">
                <p className="sc-text sc-ins-search-outcome">{t('multiple')}</p>
                <p className="sc-text">{t(`multiple.${result.next}`)}</p>
                <div className="sc-row sc-ins-search-next sc-no-print">
                  {result.next === 'firstNames' ? (
                    <Button onClick={() => props.onGoTo('firstNames')}>{t('addFirstNames')}</Button>
                  ) : null}
                  <Button onClick={() => props.onGoTo('birthPlace')}>{t('addPlace')}</Button>
                </div>
              </Notice>
            );
        }
      }}
    </AsyncView>
  );
}
