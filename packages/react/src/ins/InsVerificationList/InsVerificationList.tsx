'use client';
import type { InsVerifyOutput, VerificationRow } from '@socle-sante/gateway/contract';
import { type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { useMessages } from '../../base/use-messages.js';
import type { GridColumn } from '../../common/VirtualGrid/grid-types.js';
import { VirtualGrid } from '../../common/VirtualGrid/VirtualGrid.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Badge } from '../../parts/Badge.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { InsNumber } from '../shared/InsNumber.js';
import { traitText } from '../shared/trait-format.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { insVerificationListMessages } from './InsVerificationList.messages.js';
import { stateOf, useVerificationWorklist, type VerificationFilter } from './useVerificationWorklist.js';

export interface InsVerificationListProps extends BaseProps, MessagesProp<typeof insVerificationListMessages> {
  readonly headingLevel?: HeadingLevel;
  readonly defaultFilter?: VerificationFilter;
  /** Opens the record of a row, when it has one. */
  readonly onOpen?: (patientRef: string) => void;
  readonly onVerified?: (result: InsVerifyOutput) => void;
}

type T = Translate<(typeof insVerificationListMessages)['fr']>;

const filters: readonly VerificationFilter[] = ['todo', 'done', 'all'];
const rowKey = (row: VerificationRow): string => row.row;

/** Identities imported with an INS: verified one by one, each with what became of it. A row that does not match is never integrated. */
export const InsVerificationList = component<InsVerificationListProps>('InsVerificationList', (props, ref) => {
  const t = useMessages(insVerificationListMessages, props.messages);
  const { announce } = useSocle();
  const id = useId();
  const [filter, setFilter] = useState<VerificationFilter>(props.defaultFilter ?? 'todo');
  const list = useVerificationWorklist({
    filter,
    ...(props.onVerified ? { onVerified: props.onVerified } : {}),
    ...(props.onEvent ? { onEvent: props.onEvent } : {}),
  });
  const columns = useColumns(t);
  const unsupported = list.state.status === 'error' && list.state.error.code === 'gateway.unsupported';

  const latest = useRef(list);
  latest.current = list;
  const verify = useCallback(
    async (row: VerificationRow) => {
      const result = await latest.current.verifying.run(row);
      if (!result) return;
      const state = stateOf(result.outcome);
      announce(
        t('done', {
          name: `${row.traits.birthName} ${row.traits.firstName}`,
          state: t(state === 'ok' ? 'ok' : 'ko'),
          outcome: t(`outcome.${state}`),
        }),
      );
    },
    [announce, t],
  );
  const { working, canVerify } = list;
  const { onOpen } = props;
  const actions = useCallback(
    (row: VerificationRow): ReactNode => (
      <RowActions row={row} t={t} working={working} canVerify={canVerify} onVerify={verify} onOpen={onOpen} />
    ),
    [t, working, canVerify, verify, onOpen],
  );

  return (
    <section {...rootProps('InsVerificationList', 'sc-verifications', props)} ref={ref} aria-labelledby={id}>
      <div className="sc-verifications-head">
        <Heading level={props.headingLevel ?? 2} id={id}>
          {t('title')}
        </Heading>
        <div className="sc-row sc-verifications-filters sc-no-print" role="radiogroup" aria-label={t('show')}>
          {filters.map((one) => (
            <label key={one} className="sc-choice">
              <input
                type="radio"
                className="sc-choice-input sc-focusable"
                name={`${id}-filter`}
                checked={filter === one}
                onChange={() => setFilter(one)}
              />
              {t(`filter.${one}`)}
            </label>
          ))}
        </div>
      </div>
      {canVerify === false ? (
        <Notice tone="info" icon="lock">
          {t('notAllowed')}
        </Notice>
      ) : null}
      <ActionTrouble state={list.verifying.state} />
      {unsupported ? (
        <Notice tone="info">{t('unsupported')}</Notice>
      ) : (
        <AsyncView
          state={list.state}
          skeleton={<Skeleton rows={5} />}
          empty={t(filter === 'done' ? 'emptyDone' : 'emptyTodo')}
        >
          {({ rows, total }) => (
            <VirtualGrid<VerificationRow>
              label={t('count', { n: total })}
              columns={columns}
              rows={rows}
              getRowKey={rowKey}
              total={total}
              rowActions={actions}
              hasMore={list.hasMore}
              isLoadingMore={list.isLoadingMore}
              onLoadMore={list.loadMore}
            />
          )}
        </AsyncView>
      )}
    </section>
  );
});

function RowActions(props: {
  readonly row: VerificationRow;
  readonly t: T;
  readonly working: string | undefined;
  readonly canVerify: boolean | undefined;
  readonly onVerify: (row: VerificationRow) => Promise<void>;
  readonly onOpen: ((patientRef: string) => void) | undefined;
}): ReactNode {
  const { row, t, working, onOpen } = props;
  const { patientRef } = row;
  return (
    <>
      {row.state === 'todo' && props.canVerify ? (
        <Button icon="refresh" disabled={working !== undefined} onClick={() => void props.onVerify(row)}>
          {t(working === row.row ? 'verifying' : 'verify')}
        </Button>
      ) : null}
      {patientRef !== undefined && onOpen ? (
        <Button variant="quiet" onClick={() => onOpen(patientRef)}>
          {t('open')}
        </Button>
      ) : null}
    </>
  );
}

function useColumns(t: T): readonly GridColumn<VerificationRow>[] {
  const traits = useMessages(traitsMessages);
  const { locale, zone } = useSocle();
  return useMemo(
    () => [
      {
        id: 'identity',
        header: t('identity'),
        priority: 1,
        isRowHeader: true,
        width: '12rem',
        cell: ({ traits: { birthName, firstName } }) => `${birthName} ${firstName}`,
      },
      {
        id: 'birthDate',
        header: t('birthDate'),
        width: '9rem',
        cell: (row) => (
          <span className="sc-verifications-cell">
            <span className="sc-num">{traitText('birthDate', row.traits.birthDate, traits)}</span>
            <span className="sc-muted">{traits(`sex.${row.traits.sex}`)}</span>
          </span>
        ),
      },
      {
        id: 'ins',
        header: t('ins'),
        width: '15rem',
        cell: (row) => (
          <span className="sc-verifications-number">
            <InsNumber ins={row.ins} />
          </span>
        ),
      },
      {
        id: 'origin',
        header: t('origin'),
        width: '12rem',
        cell: (row) => (
          <span className="sc-verifications-cell">
            <span>{row.origin}</span>
            <span className="sc-muted sc-num">
              {t('receivedAt', { at: formatInstant(row.receivedAt, locale, zone) })}
            </span>
          </span>
        ),
      },
      { id: 'state', header: t('state'), width: '12rem', cell: (row) => <State row={row} t={t} /> },
    ],
    [t, traits, locale, zone],
  );
}

function State(props: { readonly row: VerificationRow; readonly t: T }): ReactNode {
  const { row, t } = props;
  const { state } = row;
  if (state === 'todo') {
    return (
      <span className="sc-verifications-cell">
        <Badge tone="warning" icon="slow">
          {t('todo')}
        </Badge>
        <span className="sc-muted">{t(row.patientRef === undefined ? 'unknown' : 'known')}</span>
      </span>
    );
  }
  return (
    <span className="sc-verifications-cell" data-state={state}>
      <Badge tone={state === 'ok' ? 'success' : 'danger'} icon={state === 'ok' ? 'success' : 'blocking'}>
        {t(state === 'ok' ? 'ok' : 'ko')}
      </Badge>
      <span className="sc-muted">{t(`outcome.${state}`)}</span>
    </span>
  );
}
