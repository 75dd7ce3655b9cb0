'use client';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { focusPath } from '../../base/locate.js';
import { useMessages } from '../../base/use-messages.js';
import { Icon } from '../../parts/icons.js';
import { traitsMessages } from './traits.messages.js';

/** One field to correct. */
export interface FormProblem {
  /** Dotted path of the field: `traits.birthName`. */
  readonly path: string;
  readonly label: string;
  readonly message: string;
}

/** What prevents a form from being sent, with a link to each field. Takes the focus when a sending was refused. */
export function FormSummary(props: {
  readonly problems: readonly FormProblem[];
  /** Grows at each refused sending. */
  readonly refusals: number;
  readonly target: RefObject<HTMLElement | null>;
}): ReactNode {
  const t = useMessages(traitsMessages);
  const { refusals, target } = props;
  useEffect(() => {
    if (refusals > 0) target.current?.focus();
  }, [refusals, target]);
  if (props.problems.length === 0) return null;
  return (
    <section ref={target} className="sc-ins-summary sc-focusable" tabIndex={-1} aria-label={t('summary')}>
      <p className="sc-text sc-ins-summary-title">
        <Icon name="blocking" />
        {t('summary')}
      </p>
      <ul className="sc-list sc-ins-summary-list">
        {props.problems.map((problem) => (
          <li key={problem.path}>
            <button
              type="button"
              className="sc-link sc-focusable"
              onClick={(event) => {
                const page = event.currentTarget.getRootNode();
                focusPath(page instanceof ShadowRoot ? page : document, problem.path.split('.'));
              }}
            >
              {problem.label}
            </button>
            <span className="sc-ins-summary-message"> {problem.message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
