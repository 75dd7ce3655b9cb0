'use client';
import type { DmpQuery } from '@socle-sante/gateway/contract';
import { jdvJ57 } from '@socle-sante/nomenclatures/jdv-j57';
import { jdvJ61 } from '@socle-sante/nomenclatures/jdv-j61';
import { jdvJ62 } from '@socle-sante/nomenclatures/jdv-j62';
import { jdvJ66 } from '@socle-sante/nomenclatures/jdv-j66';
import { type FormEvent, type ReactNode, useId, useRef } from 'react';
import type { Translate } from '../../base/messages.js';
import { refocus } from '../../base/refocus.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import { Field } from '../../parts/Field.js';
import type { dmpDocumentListMessages } from './DmpDocumentList.messages.js';

type T = Translate<(typeof dmpDocumentListMessages)['fr']>;
type Included = NonNullable<DmpQuery['include']>[number];

const includes: readonly Included[] = ['archived', 'masked', 'replaced'];
/** Code of the vaccination history in JDV_J66: its acts are old, so that the limit of two years would hide it. */
const VACCINATION = '11369-6';
const lists = {
  classes: jdvJ57.concepts.filter(({ code }) => !code.startsWith('urn:')),
  types: jdvJ66.concepts,
  settings: jdvJ62.concepts,
  facilities: jdvJ61.concepts,
} as const;
type ListName = keyof typeof lists;

/** Each word on its own: the key of a message is checked one by one. */
function labelOf(name: ListName, t: T): string {
  if (name === 'classes') return t('class');
  if (name === 'types') return t('type');
  return name === 'settings' ? t('setting') : t('facility');
}

/** The criteria of TD3.1 as a form. Nothing is searched before its button, or one of the three ready searches. */
export function DocumentCriteria(props: {
  readonly query: DmpQuery;
  readonly t: T;
  readonly searching: boolean;
  readonly onQuery: (query: DmpQuery) => void;
  readonly onRun: (query: DmpQuery) => void;
}): ReactNode {
  const { query, t, searching, onQuery, onRun } = props;
  const id = useId();
  const period = typeof query.period === 'object' ? query.period : {};
  const set = (change: Partial<DmpQuery>): void => onQuery(without({ ...query, ...change, since: undefined }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onRun(query);
  };
  const setPeriod = (change: { from?: string; to?: string }): void => {
    const next = without({ ...period, ...change });
    set({ period: Object.keys(next).length === 0 ? undefined : next });
  };
  return (
    <search className="sc-docs-search">
      <form className="sc-docs-form" onSubmit={submit} aria-label={t('search')}>
        <div className="sc-docs-fields">
          <Field label={t('from')}>
            {(control) => (
              <input
                {...control}
                type="date"
                className="sc-input sc-focusable"
                value={period.from ?? ''}
                onChange={(event) => setPeriod({ from: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('to')}>
            {(control) => (
              <input
                {...control}
                type="date"
                className="sc-input sc-focusable"
                value={period.to ?? ''}
                onChange={(event) => setPeriod({ to: event.target.value })}
              />
            )}
          </Field>
          <CodeField name="classes" query={query} t={t} onSet={set} />
          <CodeField name="types" query={query} t={t} onSet={set} />
        </div>
        <Details summary={t('more')}>
          <div className="sc-docs-fields">
            <CodeField name="settings" query={query} t={t} onSet={set} />
            <CodeField name="facilities" query={query} t={t} onSet={set} />
            <Field label={t('author')}>
              {(control) => (
                <input
                  {...control}
                  className="sc-input sc-focusable"
                  maxLength={100}
                  value={query.author ?? ''}
                  onChange={(event) => set({ author: event.target.value || undefined })}
                />
              )}
            </Field>
            <fieldset className="sc-fieldset">
              <legend className="sc-legend">{t('include')}</legend>
              {includes.map((one) => (
                <label key={one} className="sc-choice">
                  <input
                    className="sc-choice-input sc-focusable"
                    type="checkbox"
                    name={`${id}-${one}`}
                    checked={query.include?.includes(one) ?? false}
                    onChange={(event) => {
                      const kept = (query.include ?? []).filter((other) => other !== one);
                      const next = event.target.checked ? [...kept, one] : kept;
                      set({ include: next.length === 0 ? undefined : next });
                    }}
                  />
                  {t(`include.${one}`)}
                </label>
              ))}
            </fieldset>
          </div>
        </Details>
        <div className="sc-row">
          <Button type="submit" variant="primary" icon="search" disabled={searching}>
            {searching ? t('running') : t('run')}
          </Button>
          <Button variant="quiet" disabled={searching} onClick={() => onRun({ since: 'last-visit' })}>
            {t('newer')}
          </Button>
          <Button
            variant="quiet"
            disabled={searching}
            onClick={() => onRun(without({ ...query, period: 'all', since: undefined }))}
          >
            {t('widen')}
          </Button>
          <Button variant="quiet" disabled={searching} onClick={() => onRun({ period: 'all', types: [VACCINATION] })}>
            {t('vaccins')}
          </Button>
        </div>
      </form>
      <Chips query={query} t={t} onSet={set} />
    </search>
  );
}

function CodeField(props: {
  readonly name: ListName;
  readonly query: DmpQuery;
  readonly t: T;
  readonly onSet: (change: Partial<DmpQuery>) => void;
}): ReactNode {
  const { name, query, t } = props;
  return (
    <Field label={labelOf(name, t)}>
      {(control) => (
        <select
          {...control}
          className="sc-input sc-focusable"
          value={query[name]?.[0] ?? ''}
          onChange={(event) => props.onSet({ [name]: event.target.value ? [event.target.value] : undefined })}
        >
          <option value="">{t(name === 'types' ? 'allTypes' : 'all')}</option>
          {lists[name].map(({ code, label }) => (
            <option key={code} value={code} lang="fr">
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Criteria in force, each removable. */
function Chips(props: {
  readonly query: DmpQuery;
  readonly t: T;
  readonly onSet: (change: Partial<DmpQuery>) => void;
}): ReactNode {
  const { query, t, onSet } = props;
  const list = useRef<HTMLUListElement>(null);
  const chips: { readonly key: keyof DmpQuery; readonly text: string; readonly clear: Partial<DmpQuery> }[] = [];
  for (const name of Object.keys(lists) as ListName[]) {
    const code = query[name]?.[0];
    if (code === undefined) continue;
    const label = lists[name].find((concept) => concept.code === code)?.label ?? code;
    chips.push({ key: name, text: label, clear: { [name]: undefined } });
  }
  if (query.author) chips.push({ key: 'author', text: query.author, clear: { author: undefined } });
  if (query.period === 'all') chips.push({ key: 'period', text: t('noPeriod'), clear: { period: undefined } });
  for (const one of query.include ?? []) {
    const rest = query.include?.filter((other) => other !== one);
    chips.push({ key: 'include', text: t(`include.${one}`), clear: { include: rest?.length ? rest : undefined } });
  }
  if (chips.length === 0) return null;
  return (
    <ul className="sc-list sc-docs-chips" ref={list}>
      {chips.map((chip) => (
        <li key={`${chip.key}-${chip.text}`} className="sc-docs-chip">
          <Button
            variant="secondary"
            icon="close"
            aria-label={t('remove', { name: chip.text })}
            onClick={() => {
              const form = list.current?.parentElement ?? null;
              onSet(chip.clear);
              // The chip goes away: the next one has the focus, or the button that searches.
              refocus(form, '.sc-docs-chip button', 'button[type="submit"]');
            }}
          >
            {chip.text}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The same without what is `undefined` or empty. */
function without<Q extends object>(query: Q): Q {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as Q;
}
