'use client';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useControlled } from '../../base/use-controlled.js';
import { usePrinting } from '../../base/use-printing.js';
import { type CellPosition, moveInGrid } from './grid-keys.js';
import type { GridColumn, GridSelectionMode, GridSort } from './grid-types.js';

/** Under this number of rows everything is drawn: the browser's own search and print work. */
export const VIRTUAL_FROM = 100;

export interface VirtualGridOptions<T> {
  readonly rowCount: number;
  readonly getRowKey: (index: number) => string;
  readonly columns: readonly GridColumn<T>[];
  /** Rows drawn beyond each edge of the window. */
  readonly overscan?: number;
  /** Height of a row before it is measured, in CSS pixels. */
  readonly estimateRow: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly selectionMode?: GridSelectionMode;
  readonly selected?: ReadonlySet<string>;
  readonly defaultSelected?: ReadonlySet<string>;
  readonly onSelect?: (keys: ReadonlySet<string>) => void;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  readonly onOpen?: (index: number) => void;
  /** More rows exist on the server. */
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  readonly onLoadMore?: () => void;
  /** Columns before those of the caller (the checkbox) and after (the actions). */
  readonly leading: number;
  readonly trailing: number;
}

export interface VirtualGridView {
  /** Rows are drawn as they come into view. False under {@link VIRTUAL_FROM} rows and on paper. */
  readonly isVirtual: boolean;
  /** Indexes to draw, in order; a gap between two of them is a space of the given height. */
  readonly items: readonly { readonly index: number; readonly before: number }[];
  /** Space after the last item, in CSS pixels. */
  readonly after: number;
  readonly measure: (element: Element | null) => void;
  readonly active: CellPosition;
  setActive(position: CellPosition): void;
  /** True when the focus must follow `active` (a key moved it). */
  readonly follow: RefObject<boolean>;
  /** Row whose actions are being used (F2). */
  readonly editing: number | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly selected: ReadonlySet<string>;
  toggle(key: string): void;
  selectAll(on: boolean): void;
  sortBy(column: string): void;
}

const nothing: ReadonlySet<string> = new Set();

/** State of a list without its markup: window, active cell, selection, sort, keyboard. */
export function useVirtualGrid<T>(options: VirtualGridOptions<T>): VirtualGridView {
  const { rowCount, getRowKey, columns, scroller, selectionMode = 'none', sort, onSort, onOpen, onLoadMore } = options;
  const printing = usePrinting();
  const isVirtual = rowCount >= VIRTUAL_FROM && !printing;
  const [active, setActive] = useState<CellPosition>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<number>();
  const follow = useRef(false);
  const row = Math.min(active.row, Math.max(rowCount - 1, 0));

  const virtualizer = useVirtualizer({
    count: isVirtual ? rowCount : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => options.estimateRow,
    overscan: options.overscan ?? 8,
    getItemKey: getRowKey,
    initialRect: { width: 800, height: 480 },
    // The active row is always drawn: it holds the only tab stop of the grid.
    rangeExtractor: (range) => {
      const start = Math.max(range.startIndex - range.overscan, 0);
      const end = Math.min(range.endIndex + range.overscan, range.count - 1);
      const indexes = Array.from({ length: end - start + 1 }, (_, i) => start + i);
      if (row >= 0 && row < start) indexes.unshift(row);
      if (row > end && row < range.count) indexes.push(row);
      return indexes;
    },
  });

  const [selected, setSelected] = useControlled<ReadonlySet<string>>({
    value: options.selected,
    defaultValue: options.defaultSelected ?? nothing,
    onChange: options.onSelect,
  });
  const toggle = useCallback(
    (key: string) => {
      if (selectionMode === 'none') return;
      const next = new Set(selectionMode === 'single' ? [] : selected);
      if (selected.has(key)) next.delete(key);
      else next.add(key);
      setSelected(next);
    },
    [selected, selectionMode, setSelected],
  );
  const selectAll = useCallback(
    (on: boolean) => {
      setSelected(new Set(on ? Array.from({ length: rowCount }, (_, index) => getRowKey(index)) : []));
    },
    [rowCount, getRowKey, setSelected],
  );
  const sortBy = useCallback(
    (column: string) => {
      const again = sort?.column === column && sort.direction === 'ascending';
      onSort?.({ column, direction: again ? 'descending' : 'ascending' });
    },
    [sort, onSort],
  );

  const headerReachable = columns.some((column) => column.sortable) || selectionMode === 'multiple';
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (editing !== undefined) {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      follow.current = true;
      setEditing(undefined);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / options.estimateRow) - 1);
    const shape = {
      rows: rowCount,
      columns: columns.length + options.leading + options.trailing,
      page,
      first: headerReachable ? (-1 as const) : (0 as const),
    };
    const next = moveInGrid({ row, column: active.column }, event, shape);
    if (next) {
      event.preventDefault();
      follow.current = true;
      if (isVirtual && next.row >= 0) virtualizer.scrollToIndex(next.row, { align: 'auto' });
      setActive(next);
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && selectionMode === 'multiple') {
      event.preventDefault();
      selectAll(true);
      return;
    }
    if (row < 0) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      const column = columns[active.column - options.leading];
      if (column?.sortable) sortBy(column.id);
      else if (options.leading > active.column) selectAll(selected.size < rowCount);
      return;
    }
    if (event.key === ' ' && selectionMode !== 'none') {
      event.preventDefault();
      toggle(getRowKey(row));
    } else if (event.key === 'Enter' && onOpen) {
      event.preventDefault();
      onOpen(row);
    } else if (event.key === 'F2' && options.trailing > 0) {
      event.preventDefault();
      setEditing(row);
    }
  };

  const { items, after } = useItems(isVirtual, rowCount, virtualizer);
  useLoadMore(isVirtual, items, rowCount, options.hasMore && !options.isLoadingMore ? onLoadMore : undefined);

  return {
    isVirtual,
    items,
    after,
    measure: virtualizer.measureElement,
    active: { row, column: active.column },
    setActive,
    follow,
    editing,
    onKeyDown,
    selected,
    toggle,
    selectAll,
    sortBy,
  };
}

function useItems(
  isVirtual: boolean,
  rowCount: number,
  virtualizer: Virtualizer<HTMLElement, Element>,
): Pick<VirtualGridView, 'items' | 'after'> {
  const all = useMemo(
    () => (isVirtual ? [] : Array.from({ length: rowCount }, (_, index) => ({ index, before: 0 }))),
    [isVirtual, rowCount],
  );
  if (!isVirtual) return { items: all, after: 0 };
  let end = 0;
  const items = virtualizer.getVirtualItems().map((item) => {
    const before = item.start - end;
    end = item.end;
    return { index: item.index, before };
  });
  return { items, after: Math.max(0, virtualizer.getTotalSize() - end) };
}

/** Asks for the next page when the last row comes into view. The button stays: scrolling is never the only way. */
function useLoadMore(
  isVirtual: boolean,
  items: VirtualGridView['items'],
  rowCount: number,
  onLoadMore: (() => void) | undefined,
): void {
  const last = items.at(-1)?.index ?? 0;
  const wanted = isVirtual && last >= rowCount - 1;
  useEffect(() => {
    if (wanted) onLoadMore?.();
  }, [wanted, onLoadMore]);
}
