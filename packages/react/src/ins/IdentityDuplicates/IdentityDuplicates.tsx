'use client';
import type { DuplicateGroup, PatientRow } from '@socle-sante/gateway/contract';
import { type FormEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import type { Translate } from '../../base/messages.js';
import { useEmit } from '../../base/use-emit.js';
import { useMessages } from '../../base/use-messages.js';
import { LunarDateField } from '../../common/LunarDateField/LunarDateField.js';
import { MatriculeField } from '../../common/MatriculeField/MatriculeField.js';
import type { GridColumn } from '../../common/VirtualGrid/grid-types.js';
import { VirtualGrid } from '../../common/VirtualGrid/VirtualGrid.js';
import { AsyncView } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Details } from '../../parts/Details.js';
import { Field, FieldError } from '../../parts/Field.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Icon } from '../../parts/icons.js';
import { InsStatusBadge } from '../InsStatusBadge/InsStatusBadge.js';
import { InsNumber } from '../shared/InsNumber.js';
import { birthDateText } from '../shared/trait-format.js';
import { DuplicateList } from './DuplicateList.js';
import { identityDuplicatesMessages } from './IdentityDuplicates.messages.js';
import { type DuplicatesOptions, useDuplicates } from './useDuplicates.js';
import {
  type IdentityCriteria,
  type IdentitySearchOptions,
  SEARCH_MAX_ROWS,
  useIdentitySearch,
} from './useIdentitySearch.js';

export interface IdentityDuplicatesProps
  extends BaseProps,
    IdentitySearchOptions,
    Omit<DuplicatesOptions, 'enabled'>,
    MessagesProp<typeof identityDuplicatesMessages> {
  /** The search before a creation, the list of possible duplicates, or both. */
  readonly view?: 'search' | 'duplicates' | 'both';
  readonly onOpen?: (patientRef: string) => void;
  /** Offered once the results were shown. The criteria fill the form of the new record. */
  readonly onCreate?: (criteria: Omit<IdentityCriteria, 'matricule'>) => void;
  /** Hands the group over to the product: the kit never merges. */
  readonly onMerge?: (group: DuplicateGroup) => void;
  readonly headingLevel?: HeadingLevel;
}

export type IdentityDuplicatesT = Translate<(typeof identityDuplicatesMessages)['fr']>;

/** Finds the record before one is created; shows the records that may be one person. */
export const IdentityDuplicates = component<IdentityDuplicatesProps, HTMLDivElement>(
  'IdentityDuplicates',
  (props, ref) => {
    const t = useMessages(identityDuplicatesMessages, props.messages);
    const view = props.view ?? 'search';
    const duplicates = useDuplicates({ ...props, enabled: view !== 'search' });
    return (
      <div {...rootProps('IdentityDuplicates', 'sc-dup', props)} ref={ref}>
        {view === 'duplicates' ? null : <Search {...props} t={t} />}
        {view === 'search' ? null : <DuplicateList {...props} duplicates={duplicates} t={t} />}
      </div>
    );
  },
);

/** `NOM Prénom`, birth names first; the used ones after, with their label. */
function PatientName(props: { readonly row: PatientRow; readonly t: IdentityDuplicatesT }): ReactNode {
  const { row, t } = props;
  const used = [row.usedName, row.usedFirstName].filter(Boolean).join(' ');
  return (
    <span className="sc-dup-name">
      {row.traits.birthName} {row.traits.firstName}
      {used === '' ? null : <span className="sc-muted sc-dup-used"> ({t('used', { name: used })})</span>}
    </span>
  );
}

function Search(props: IdentityDuplicatesProps & { readonly t: IdentityDuplicatesT }): ReactNode {
  const { t, onOpen } = props;
  const search = useIdentitySearch(props);
  const emit = useEmit('IdentityDuplicates', props.onEvent);
  const { criteria, problem, state } = search;
  const [wasRefused, setRefused] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const id = useId();
  const level = props.headingLevel ?? 3;
  const isWorking = state.status === 'loading';

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setRefused(problem !== undefined);
    if (problem === undefined) void search.search();
    else
      box.current
        ?.querySelector<HTMLElement>(
          problem === 'dateNeeded' ? '[data-sc-path="birthDate"] input' : '[data-sc-path="matricule"]',
        )
        ?.focus();
  };
  const columns = useMemo(
    (): readonly GridColumn<PatientRow>[] => [
      {
        id: 'patient',
        header: t('patient'),
        cell: (row) => <PatientName row={row} t={t} />,
        priority: 1,
        isRowHeader: true,
      },
      {
        id: 'born',
        header: t('born'),
        cell: (row) => <span className="sc-num">{birthDateText(row.traits.birthDate).text}</span>,
        width: '8em',
      },
      {
        id: 'place',
        header: t('place'),
        cell: (row) => <span className="sc-num">{row.traits.birthPlace ?? '—'}</span>,
        width: '9em',
      },
      {
        id: 'status',
        header: t('status'),
        cell: (row) => <InsStatusBadge status={row.status} attributes={row.attributes} />,
      },
      { id: 'ins', header: t('ins'), cell: (row) => (row.ins ? <InsNumber ins={row.ins} /> : '—') },
    ],
    [t],
  );
  const open = useMemo(
    () =>
      onOpen === undefined
        ? undefined
        : (row: PatientRow): void => {
            emit('identity.opened');
            onOpen(row.ref);
          },
    [onOpen, emit],
  );
  const told = wasRefused ? problem : undefined;

  return (
    <section className="sc-dup-search" aria-labelledby={id}>
      <Heading level={level} id={id}>
        {t('title')}
      </Heading>
      {/* biome-ignore lint/a11y/useSemanticElements: the element is unknown to many assistive technologies */}
      <form ref={box} className="sc-ins-form" role="search" aria-labelledby={id} onSubmit={onSubmit} noValidate>
        <div className="sc-dup-criteria">
          <LunarDateField
            value={criteria.birthDate}
            required={criteria.matricule === ''}
            data-sc-path="birthDate"
            onChange={(raw) => search.set('birthDate', raw)}
            {...(told === 'dateNeeded' ? { error: t('dateNeeded') } : {})}
          />
          {(['name', 'firstName'] as const).map((field) => (
            <Field key={field} label={t(field)} hint={t(`${field}Hint`)}>
              {(control) => (
                <input
                  {...control}
                  className="sc-input sc-focusable"
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={100}
                  value={criteria[field]}
                  onChange={(event) => search.set(field, event.target.value)}
                />
              )}
            </Field>
          ))}
        </div>
        <Details summary={t('byMatricule')}>
          <MatriculeField
            value={criteria.matricule}
            path="matricule"
            onChange={(value) => search.set('matricule', value)}
          />
        </Details>
        {told === 'matriculeWrong' ? <FieldError id={`${id}-matricule`}>{t('matriculeWrong')}</FieldError> : null}
        <div className="sc-row">
          <Button type="submit" variant="primary" icon="search" aria-disabled={isWorking || undefined}>
            {isWorking ? t('searching') : t('search')}
          </Button>
        </div>
      </form>
      <div role="status">
        {state.status === 'success' ? (
          <p className="sc-text sc-dup-count">
            {t('found', { n: state.data.rows.length })}
            {state.data.truncated ? (
              <span className="sc-muted"> — {t('truncated', { n: SEARCH_MAX_ROWS })}</span>
            ) : null}
          </p>
        ) : null}
      </div>
      <AsyncView state={state} requested>
        {({ rows }) =>
          rows.length === 0 ? null : (
            <VirtualGrid
              label={t('results')}
              columns={columns}
              rows={rows}
              getRowKey={refOf}
              {...(open ? { onOpen: open } : {})}
            />
          )
        }
      </AsyncView>
      {props.onCreate ? (
        <div className="sc-row sc-no-print">
          <Button
            icon="plus"
            disabled={!search.wasShown}
            aria-describedby={search.wasShown ? undefined : `${id}-first`}
            onClick={() =>
              props.onCreate?.({ birthDate: criteria.birthDate, name: criteria.name, firstName: criteria.firstName })
            }
          >
            {t('create')}
          </Button>
          {search.wasShown ? null : (
            <p className="sc-text sc-muted sc-ins-reason" id={`${id}-first`}>
              <Icon name="info" />
              <span>{search.isOutdated ? t('createAgain') : t('createFirst')}</span>
            </p>
          )}
        </div>
      ) : null}
    </section>
  );
}

function refOf(row: PatientRow): string {
  return row.ref;
}
