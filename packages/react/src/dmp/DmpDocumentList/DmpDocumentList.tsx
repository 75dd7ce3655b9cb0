'use client';
import { type DmpQuery, type DmpSearchOutput, type DocumentRow, describeUiError } from '@socle-sante/gateway/contract';
import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { dataOf } from '../../base/async.js';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatInstant } from '../../base/format.js';
import type { Translate } from '../../base/messages.js';
import { refocus } from '../../base/refocus.js';
import { useMessages } from '../../base/use-messages.js';
import { useNarrow } from '../../base/use-narrow.js';
import type { GridSort } from '../../common/VirtualGrid/grid-types.js';
import { VirtualGrid } from '../../common/VirtualGrid/VirtualGrid.js';
import { ActionTrouble } from '../../parts/ActionTrouble.js';
import { AsyncView, Skeleton } from '../../parts/AsyncView.js';
import { Button } from '../../parts/Button.js';
import { Heading, type HeadingLevel } from '../../parts/Heading.js';
import { Notice } from '../../parts/Notice.js';
import { DmpDocumentActions } from '../DmpDocumentActions/DmpDocumentActions.js';
import { dayText } from '../shared/day-text.js';
import { dmpDocumentListMessages } from './DmpDocumentList.messages.js';
import { DocumentCriteria } from './DocumentCriteria.js';
import { SavedFilters, type SavedFiltersProps } from './SavedFilters.js';
import {
  allDocumentColumns,
  type DmpDocumentColumn,
  sortText,
  tightDocumentColumns,
  useDocumentColumns,
} from './use-document-columns.js';
import {
  type DmpDocumentsOptions,
  type DmpDocumentsResult,
  type FilingResult,
  useDmpDocuments,
} from './useDmpDocuments.js';

export interface DmpDocumentListProps
  extends BaseProps,
    MessagesProp<typeof dmpDocumentListMessages>,
    DmpDocumentsOptions,
    SavedFiltersProps {
  readonly columns?: readonly DmpDocumentColumn[];
  /** Reads a document. */
  readonly onOpen?: (row: DocumentRow) => void;
  /** Called after a filing, with what gave. Without it no row can be selected. */
  readonly onIntegrate?: (result: FilingResult) => void;
  readonly onReplace?: (row: DocumentRow) => void;
  readonly onTellRecipients?: (row: DocumentRow) => void;
  readonly headingLevel?: HeadingLevel;
}

type T = Translate<(typeof dmpDocumentListMessages)['fr']>;
/** Under this width the eight columns do not fit. */
const TIGHT_PX = 1200;
/** Under this one a masked document could be out of sight: rows become cards. */
const CARDS_PX = 900;
const rowKey = (row: DocumentRow): string => row.handle;

/** The documents of a DMP: criteria, an explicit search, a list whose limit is said, and what may be done with each. */
export const DmpDocumentList = component<DmpDocumentListProps>('DmpDocumentList', (props, ref) => {
  const t = useMessages(dmpDocumentListMessages, props.messages);
  const id = useId();
  const view = useDmpDocuments(props);
  const { announce } = useSocle();
  const searching = view.list.status === 'loading';
  const run = async (query: DmpQuery): Promise<void> => {
    await view.run(query);
  };
  // The count is told once the list is there.
  const found = dataOf(view.list);
  const answeredAt = found?.at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once an answer, whatever changes in its rows
  useEffect(() => {
    if (found !== undefined) announce(t('count', { n: found.total }));
  }, [answeredAt]);
  return (
    <section {...rootProps('DmpDocumentList', 'sc-docs', props)} ref={ref} aria-labelledby={id}>
      <Heading level={props.headingLevel ?? 2} id={id}>
        {t('title')}
      </Heading>
      <DocumentCriteria
        query={view.query}
        t={t}
        searching={searching}
        onQuery={view.setQuery}
        onRun={(query) => void run(query)}
      />
      <SavedFilters
        query={view.query}
        t={t}
        searching={searching}
        onRun={(query) => void run(query)}
        {...(props.savedFilters ? { savedFilters: props.savedFilters } : {})}
        {...(props.onSaveFilter ? { onSaveFilter: props.onSaveFilter } : {})}
        {...(props.onRemoveFilter ? { onRemoveFilter: props.onRemoveFilter } : {})}
      />
      <AsyncView
        state={view.list}
        requested
        skeleton={<Skeleton rows={6} />}
        idle={<p className="sc-text sc-muted">{t('idle')}</p>}
      >
        {(list) => <Rows list={list} view={view} t={t} panel={props} />}
      </AsyncView>
    </section>
  );
});

function Rows(props: {
  readonly list: DmpSearchOutput;
  readonly view: DmpDocumentsResult;
  readonly t: T;
  readonly panel: DmpDocumentListProps;
}): ReactNode {
  const { list, view, t, panel } = props;
  const { announce, locale, zone } = useSocle();
  const root = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<GridSort>({ column: 'act', direction: 'descending' });
  // Where all columns do not fit, two of them are said in others rather than hidden behind a scroll bar.
  const tight = useNarrow(root, TIGHT_PX) && panel.columns === undefined;
  const columns = useDocumentColumns(t, panel.columns ?? (tight ? tightDocumentColumns : allDocumentColumns));
  const rows = useMemo(() => {
    const sign = sort.direction === 'ascending' ? 1 : -1;
    return [...list.rows].sort(
      (a, b) => sign * sortText(a, sort.column).localeCompare(sortText(b, sort.column), 'fr', { numeric: true }),
    );
  }, [list.rows, sort]);

  const latest = useRef({ view, panel });
  latest.current = { view, panel };
  const actions = useCallback((row: DocumentRow): ReactNode => {
    const { panel: host, view: current } = latest.current;
    return (
      <DmpDocumentActions
        patientRef={host.patientRef}
        row={row}
        onUpdated={(after, before) => {
          current.replaceRow(before, after);
          refocus(root.current, '[role="grid"] [tabindex="0"]', '[tabindex="0"]', 'button:not(:disabled)');
        }}
        {...(host.onReplace ? { onReplace: host.onReplace } : {})}
        {...(host.onTellRecipients ? { onTellRecipients: host.onTellRecipients } : {})}
        {...(host.onEvent ? { onEvent: host.onEvent } : {})}
      />
    );
  }, []);

  const selected = list.rows.filter((row) => view.selection.has(row.handle) && row.actions.includes('integrate'));
  const integrate = async (): Promise<void> => {
    const result = await view.integrate.run(selected);
    if (!result) return;
    announce(
      [
        t('integrated', { n: result.filed }),
        ...(result.failed > 0 ? [t('notIntegrated', { n: result.failed })] : []),
      ].join('. '),
    );
    panel.onIntegrate?.(result);
  };
  const filing = view.integrate.state.status === 'loading';
  const filed = view.integrate.state.status === 'success' ? view.integrate.state.data : undefined;
  return (
    <div className="sc-stack" ref={root}>
      <div className="sc-docs-head">
        <p className="sc-text sc-docs-limit">
          <strong>{t('count', { n: list.total })}</strong> · {limitText(list, view.applied, t)} ·{' '}
          <span className="sc-num">{t('at', { t: formatInstant(list.at, locale, zone) })}</span>
        </p>
        <div className="sc-row sc-no-print">
          {panel.onIntegrate ? (
            <Button icon="inbox" disabled={selected.length === 0 || filing} onClick={() => void integrate()}>
              {filing ? t('integrating') : t('integrate', { n: selected.length })}
            </Button>
          ) : null}
          <Button variant="quiet" icon="refresh" onClick={() => void view.run(view.applied)}>
            {t('refresh')}
          </Button>
        </div>
      </div>
      {list.missing.length > 0 ? <Notice tone="warning">{t('missing')}</Notice> : null}
      {filed && filed.failed > 0 ? (
        <Notice tone="warning" role="status">
          {t('notIntegrated', { n: filed.failed })}
          <ul className="sc-list">
            {filed.failures.map(({ row, error }) => (
              <li key={row.handle}>
                {t('notIntegratedWhy', { title: row.title, why: describeUiError(error, locale).title })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <ActionTrouble state={view.integrate.state} />
      {list.rows.length === 0 ? (
        <p className="sc-text sc-empty">{t(`empty.${list.emptyReason ?? 'none'}`)}</p>
      ) : (
        <VirtualGrid<DocumentRow>
          label={t('title')}
          columns={columns}
          narrowUnder={CARDS_PX}
          rows={rows}
          getRowKey={rowKey}
          sort={sort}
          onSort={setSort}
          total={list.total}
          hasMore={list.next !== undefined}
          isLoadingMore={view.more.state.status === 'loading'}
          onLoadMore={() => {
            if (list.next !== undefined) void view.more.run(list.next);
          }}
          rowActions={actions}
          {...(panel.onOpen ? { onOpen: panel.onOpen } : {})}
          {...(panel.onIntegrate
            ? { selectionMode: 'multiple' as const, selected: view.selection, onSelect: view.setSelection }
            : {})}
        />
      )}
      <ActionTrouble state={view.more.state} />
    </div>
  );
}

/** The limit of the list: always said. */
function limitText(list: DmpSearchOutput, applied: DmpQuery | undefined, t: T): string {
  if (applied?.since !== undefined) return t('newer');
  if (applied?.period === undefined && !applied?.include?.length) return t('default');
  const { from, to } = list.period ?? {};
  if (from !== undefined && to !== undefined) return t('period', { a: dayText(from), b: dayText(to) });
  return from === undefined ? t('noPeriod') : t('periodFrom', { a: dayText(from) });
}
