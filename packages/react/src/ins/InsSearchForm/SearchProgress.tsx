'use client';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../parts/icons.js';
import type { InsSearchT } from './InsSearchForm.js';
import type { InsSearch, RunningAttempt } from './useInsSearch.js';

const icons: Readonly<Record<string, IconName>> = {
  '00': 'success',
  '01': 'dashed-circle',
  '02': 'users',
  fault: 'down',
};

/** Each attempt as it ends. The region is there from the start, so that what comes is heard. */
export function SearchProgress(props: { readonly search: InsSearch; readonly t: InsSearchT }): ReactNode {
  const { t } = props;
  const { attempts, running, form, wasCancelled, isOutdated } = props.search;
  const max = Math.max(form.tried.length, attempts.length + (running ? 1 : 0));
  const sentence = (
    one: Pick<RunningAttempt, 'n' | 'firstName'> & { readonly birthPlace?: string | undefined },
  ): string =>
    one.birthPlace === undefined
      ? t('attempt', { n: one.n, max, p: one.firstName })
      : t('attemptPlace', { n: one.n, max, p: one.firstName, place: one.birthPlace });
  return (
    <div className="sc-ins-search-progress" role="status" aria-atomic="false">
      {attempts.length > 0 || running ? (
        <ol className="sc-list sc-ins-search-attempts" aria-label={t('attempts')}>
          {attempts.map((attempt) => (
            <li key={attempt.n} className="sc-ins-search-attempt" data-cr={attempt.cr}>
              <Icon name={icons[attempt.cr] ?? 'unknown'} />
              <span className="sc-ins-search-attempt-text">
                {sentence(attempt)} — {t('cr', { cr: attempt.cr })}
              </span>
            </li>
          ))}
          {running ? (
            <li className="sc-ins-search-attempt" data-running="true">
              <Icon name="slow" />
              <span className="sc-ins-search-attempt-text">
                {sentence(running)} — {t('running')}
              </span>
            </li>
          ) : null}
        </ol>
      ) : null}
      {wasCancelled ? <p className="sc-text sc-muted">{t('cancelled')}</p> : null}
      {isOutdated ? <p className="sc-text sc-muted">{t('outdated')}</p> : null}
    </div>
  );
}
