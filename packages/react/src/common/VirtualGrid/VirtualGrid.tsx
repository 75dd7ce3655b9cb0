'use client';
import { Fragment, type ReactElement, type ReactNode, useCallback, useEffect, useId, useRef } from 'react';
import { SocleBoundary } from '../../base/boundary.js';
import { type BaseProps, cx, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { useMessages } from '../../base/use-messages.js';
import { useNarrow } from '../../base/use-narrow.js';
import { usePrinting } from '../../base/use-printing.js';
import { Button } from '../../parts/Button.js';
import { GridCards } from './GridCards.js';
import { GridHeader } from './GridHeader.js';
import { GridRow } from './GridRow.js';
import type { GridColumn, GridSelectionMode, GridSort } from './grid-types.js';
import { useVirtualGrid, VIRTUAL_FROM } from './useVirtualGrid.js';
import { virtualGridMessages } from './VirtualGrid.messages.js';

export interface VirtualGridProps<T> extends BaseProps, MessagesProp<typeof virtualGridMessages> {
  /** Accessible name of the list. */
  readonly label: string;
  readonly columns: readonly GridColumn<T>[];
  readonly rows: readonly T[];
  /** Stable key of a row. Keep the function stable between renders. */
  readonly getRowKey: (row: T) => string;
  readonly selectionMode?: GridSelectionMode;
  readonly selected?: ReadonlySet<string>;
  readonly defaultSelected?: ReadonlySet<string>;
  readonly onSelect?: (keys: ReadonlySet<string>) => void;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  /** Enter, or the name of the row. */
  readonly onOpen?: (row: T) => void;
  /** Controls of one row; F2 enters them. Keep the function stable between renders. */
  readonly rowActions?: (row: T) => ReactNode;
  /** Rows that exist on the server, when more than those loaded. */
  readonly total?: number;
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  readonly onLoadMore?: () => void;
  readonly empty?: ReactNode;
  readonly overscan?: number;
  /** Height of a row before it is measured, in CSS pixels: 44, 36 or 28 by density. */
  readonly estimateRow?: number;
  /** Under `narrowUnder`: one card for each row, or a table that scrolls sideways. */
  readonly narrow?: 'cards' | 'scroll';
  /** Width, in CSS pixels at the usual size of text, under which the columns do not fit. 640 by default. */
  readonly narrowUnder?: number;
}

/** Under this width rows become cards, unless the list says another. */
const NARROW_PX = 640;
const estimates = { comfortable: 44, compact: 36, clinical: 28 } as const;

/** The one list of the kit: a plain table for few rows, a window over them for many, cards on a narrow screen. */
export function VirtualGrid<T>(props: VirtualGridProps<T>): ReactElement {
  return (
    <SocleBoundary component="VirtualGrid">
      <Grid {...props} />
    </SocleBoundary>
  );
}

function Grid<T>(props: VirtualGridProps<T>): ReactElement {
  const t = useMessages(virtualGridMessages, props.messages);
  const { announce, density } = useSocle();
  const { rows, columns, getRowKey, selectionMode = 'none', onOpen, rowActions, sort } = props;
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const hintId = useId();
  const printing = usePrinting();
  const narrow = useNarrow(root, props.narrowUnder ?? NARROW_PX) && (props.narrow ?? 'cards') === 'cards' && !printing;

  const keyAt = useCallback((index: number) => keyOf(rows, index, getRowKey), [rows, getRowKey]);
  // The row is asked for by its place at the time of the gesture, so that rows keep the same callback.
  const latest = useRef({ rows, onOpen });
  latest.current = { rows, onOpen };
  const open = useCallback((index: number) => {
    const row = latest.current.rows[index];
    if (row !== undefined) latest.current.onOpen?.(row);
  }, []);

  const leading = selectionMode === 'none' ? 0 : 1;
  const trailing = rowActions ? 1 : 0;
  const grid = useVirtualGrid<T>({
    rowCount: rows.length,
    getRowKey: keyAt,
    columns,
    scroller,
    leading,
    trailing,
    selectionMode,
    estimateRow: props.estimateRow ?? estimates[props.density ?? density] * (narrow ? columns.length : 1),
    ...(props.overscan === undefined ? {} : { overscan: props.overscan }),
    ...(props.selected ? { selected: props.selected } : {}),
    ...(props.defaultSelected ? { defaultSelected: props.defaultSelected } : {}),
    ...(props.onSelect ? { onSelect: props.onSelect } : {}),
    ...(sort ? { sort } : {}),
    ...(props.onSort ? { onSort: props.onSort } : {}),
    ...(onOpen ? { onOpen: open } : {}),
    ...(props.onLoadMore ? { onLoadMore: props.onLoadMore } : {}),
    hasMore: props.hasMore ?? false,
    isLoadingMore: props.isLoadingMore ?? false,
  });
  const isGrid = !narrow && (grid.isVirtual || selectionMode !== 'none' || Boolean(onOpen) || trailing > 0);

  // A key moved the active cell: the focus goes with it, once the cell is drawn.
  const { active, follow } = grid;
  useEffect(() => {
    if (!follow.current) return;
    const selector =
      active.row < 0
        ? `thead [data-sc-cell="${active.column}"]`
        : `[data-index="${active.row}"] [data-sc-cell="${active.column}"]`;
    const cell = scroller.current?.querySelector<HTMLElement>(selector);
    if (!cell) return;
    follow.current = false;
    cell.focus();
  });
  const toggleRef = useRef(grid.toggle);
  toggleRef.current = grid.toggle;
  const toggle = useCallback((key: string) => toggleRef.current(key), []);

  const selectedCount = grid.selected.size;
  useAnnounceChange(selectionMode === 'multiple' ? t('selected', { n: selectedCount }) : '', announce);
  const sortedHeader = sort ? columns.find((column) => column.id === sort.column)?.header : undefined;
  useAnnounceChange(
    sort && sortedHeader !== undefined
      ? t(sort.direction === 'ascending' ? 'sortedAscending' : 'sortedDescending', { column: sortedHeader })
      : '',
    announce,
  );

  const total = props.total ?? (props.hasMore ? undefined : rows.length);
  const columnCount = columns.length + leading + trailing;
  const tabRow = rows.length === 0 ? -1 : active.row;
  const selectLabel = t('selectRow');

  const onFocus = (event: React.FocusEvent<HTMLElement>): void => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-sc-cell]');
    const row = cell?.closest<HTMLElement>('[data-index]');
    if (!cell || follow.current) return;
    const next = { row: row ? Number(row.dataset['index']) : -1, column: Number(cell.dataset['scCell']) };
    if (next.row !== active.row || next.column !== active.column) grid.setActive(next);
  };

  const notLoaded = total === undefined ? undefined : Math.max(0, total - rows.length);
  return (
    <div {...rootProps('VirtualGrid', 'sc-grid', props)} ref={root}>
      {rows.length === 0 ? (
        <div className="sc-empty" role="status">
          {props.empty ?? t('empty')}
        </div>
      ) : narrow ? (
        <GridCards
          label={props.label}
          rows={rows}
          columns={columns}
          grid={grid}
          scroller={scroller}
          keyAt={keyAt}
          selectionMode={selectionMode}
          selectLabel={selectLabel}
          onOpen={onOpen ? open : undefined}
          rowActions={rowActions}
        />
      ) : (
        <div
          className="sc-grid-scroll"
          ref={(element) => {
            scroller.current = element;
          }}
          data-virtual={grid.isVirtual || undefined}
          {...(isGrid ? {} : { role: 'region', 'aria-label': props.label, tabIndex: 0 })}
        >
          {isGrid ? (
            <p className="sc-hidden" id={hintId}>
              {t('keys')}
            </p>
          ) : null}
          <table
            className={cx('sc-grid-table', grid.isVirtual && 'sc-grid-fixed')}
            aria-label={props.label}
            {...(isGrid
              ? {
                  role: 'grid',
                  'aria-rowcount': total === undefined ? -1 : total + 1,
                  'aria-colcount': columnCount,
                  'aria-describedby': hintId,
                  'aria-multiselectable': selectionMode === 'multiple' || undefined,
                  onKeyDown: grid.onKeyDown,
                  onFocus,
                }
              : {})}
          >
            <colgroup>
              {leading ? <col className="sc-grid-col-check" /> : null}
              {columns.map((column) => (
                <col key={column.id} style={column.width === undefined ? undefined : { width: column.width }} />
              ))}
              {trailing ? <col /> : null}
            </colgroup>
            <GridHeader
              columns={columns}
              sort={sort}
              selectionMode={selectionMode}
              isGrid={isGrid}
              hasActions={trailing > 0}
              activeColumn={tabRow < 0 ? active.column : undefined}
              allSelected={rows.length > 0 && selectedCount >= rows.length}
              t={t}
              onSort={grid.sortBy}
              onSelectAll={grid.selectAll}
            />
            <tbody className="sc-grid-body">
              {grid.items.map(({ index, before }) => {
                const row = rows[index];
                if (row === undefined) return null;
                const key = keyAt(index);
                return (
                  <Fragment key={key}>
                    {before > 0 ? <Space height={before} columns={columnCount} /> : null}
                    <GridRow
                      row={row}
                      rowKey={key}
                      index={index}
                      columns={columns}
                      isGrid={isGrid}
                      activeColumn={tabRow === index ? active.column : undefined}
                      editing={grid.editing === index}
                      selectionMode={selectionMode}
                      isSelected={grid.selected.has(key)}
                      selectLabel={selectLabel}
                      rowActions={rowActions}
                      canOpen={Boolean(onOpen)}
                      onToggle={toggle}
                      onOpen={open}
                      measure={grid.isVirtual ? grid.measure : undefined}
                    />
                  </Fragment>
                );
              })}
              {grid.after > 0 ? <Space height={grid.after} columns={columnCount} /> : null}
            </tbody>
          </table>
        </div>
      )}
      {rows.length >= VIRTUAL_FROM || props.hasMore ? (
        <div className="sc-row sc-grid-foot sc-no-print">
          <p className="sc-text sc-muted sc-num">
            {total === undefined ? t('loaded', { n: rows.length }) : t('shown', { n: rows.length, total })}
          </p>
          {props.hasMore && props.onLoadMore ? (
            <Button onClick={props.onLoadMore} disabled={props.isLoadingMore ?? false}>
              {props.isLoadingMore ? t('loading') : t('more')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {notLoaded ? <p className="sc-text sc-print-only">{t('notPrinted', { n: notLoaded })}</p> : null}
    </div>
  );
}

function keyOf<T>(rows: readonly T[], index: number, getRowKey: (row: T) => string): string {
  const row = rows[index];
  return row === undefined ? String(index) : getRowKey(row);
}

function Space(props: { readonly height: number; readonly columns: number }): ReactNode {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the space between two rows is no row
    <tr role="presentation" className="sc-grid-space">
      <td className="sc-grid-space-cell" colSpan={props.columns} style={{ height: props.height }} />
    </tr>
  );
}

/** Says a text when it changes, not when it is first there. */
function useAnnounceChange(text: string, announce: (text: string) => void): void {
  const said = useRef(text);
  useEffect(() => {
    if (said.current === text) return;
    said.current = text;
    announce(text);
  }, [text, announce]);
}
