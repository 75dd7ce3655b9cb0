'use client';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../../base/component.js';
import type { GridColumn, GridSelectionMode } from './grid-types.js';

export interface GridRowProps<T> {
  readonly row: T;
  readonly rowKey: string;
  readonly index: number;
  readonly columns: readonly GridColumn<T>[];
  readonly isGrid: boolean;
  /** Column of the active cell, when it is in this row. */
  readonly activeColumn: number | undefined;
  readonly editing: boolean;
  readonly selectionMode: GridSelectionMode;
  readonly isSelected: boolean;
  readonly selectLabel: string;
  readonly rowActions: ((row: T) => ReactNode) | undefined;
  readonly canOpen: boolean;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (index: number) => void;
  readonly measure: ((element: Element | null) => void) | undefined;
}

/** Controls inside a grid leave the tab order: the grid has one stop, and F2 enters the actions of a row. */
function RowActions<T>(props: { readonly row: T; readonly draw: (row: T) => ReactNode; readonly editing: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const controlsOf = (): ArrayLike<HTMLElement> & Iterable<HTMLElement> =>
    box.current?.querySelectorAll<HTMLElement>('button, a[href], input, select') ?? [];
  useEffect(() => {
    for (const control of controlsOf()) control.tabIndex = props.editing ? 0 : -1;
  });
  // Once, when they are entered: a row that changes meanwhile must not take the focus from one control to another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the controls are read at that moment
  useEffect(() => {
    if (props.editing) controlsOf()[0]?.focus();
  }, [props.editing]);
  return (
    <div className="sc-grid-actions sc-no-print" ref={box}>
      {props.draw(props.row)}
    </div>
  );
}

function Row<T>(props: GridRowProps<T>): ReactNode {
  const { row, columns, index, isGrid, activeColumn, selectionMode, isSelected, rowKey } = props;
  const leading = selectionMode === 'none' ? 0 : 1;
  const headerIndex = Math.max(
    0,
    columns.findIndex((column) => column.isRowHeader),
  );
  const headerId = `${rowKey}-name`;
  const cell = (position: number) =>
    isGrid
      ? { tabIndex: activeColumn === position ? 0 : -1, 'data-sc-cell': position, 'aria-colindex': position + 1 }
      : {};
  const opener = (content: ReactNode): ReactNode => (
    <button
      type="button"
      className="sc-link sc-focusable"
      tabIndex={isGrid ? -1 : 0}
      onClick={() => props.onOpen(index)}
    >
      {content}
    </button>
  );
  return (
    <tr
      className="sc-grid-row"
      ref={props.measure}
      data-index={index}
      data-selected={isSelected || undefined}
      {...(isGrid ? { 'aria-rowindex': index + 2 } : {})}
      {...(selectionMode === 'none' ? {} : { 'aria-selected': isSelected })}
    >
      {leading ? (
        <td className="sc-grid-cell sc-grid-check sc-focusable" {...cell(0)}>
          <input
            type="checkbox"
            className="sc-choice-input"
            tabIndex={-1}
            checked={isSelected}
            aria-label={props.selectLabel}
            aria-describedby={headerId}
            onChange={() => props.onToggle(rowKey)}
          />
        </td>
      ) : null}
      {columns.map((column, at) => {
        const content = column.cell(row);
        const isHeader = at === headerIndex;
        const className = cx('sc-grid-cell sc-focusable', isHeader && 'sc-grid-name');
        const inner = isHeader && props.canOpen ? opener(content) : content;
        return isHeader ? (
          <th
            key={column.id}
            scope="row"
            id={headerId}
            className={className}
            data-align={column.align}
            {...cell(at + leading)}
          >
            {inner}
          </th>
        ) : (
          <td key={column.id} className={className} data-align={column.align} {...cell(at + leading)}>
            {inner}
          </td>
        );
      })}
      {props.rowActions ? (
        <td className="sc-grid-cell sc-grid-cell-actions sc-focusable" {...cell(columns.length + leading)}>
          <RowActions row={row} draw={props.rowActions} editing={props.editing} />
        </td>
      ) : null}
    </tr>
  );
}

/** One row. Drawn again only when its own data, its selection or the active cell in it change. */
export const GridRow = memo(Row) as typeof Row;
