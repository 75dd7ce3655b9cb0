'use client';
import { type ReactNode, type RefObject, useId } from 'react';
import type { GridColumn, GridSelectionMode } from './grid-types.js';
import type { VirtualGridView } from './useVirtualGrid.js';

/** Rows on a narrow screen: one card each, labels beside values. */
export function GridCards<T>(props: {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly GridColumn<T>[];
  readonly grid: VirtualGridView;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly keyAt: (index: number) => string;
  readonly selectionMode: GridSelectionMode;
  readonly selectLabel: string;
  readonly onOpen: ((index: number) => void) | undefined;
  readonly rowActions: ((row: T) => ReactNode) | undefined;
}): ReactNode {
  const { columns, grid, rows, onOpen } = props;
  const base = useId();
  const title =
    columns.find((column) => column.priority === 1) ?? columns.find((column) => column.isRowHeader) ?? columns[0];
  const details = columns.filter((column) => column !== title && column.priority !== 3);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a region would double the landmark of the panel around it
    <div
      role="group"
      className="sc-grid-scroll"
      ref={(element) => {
        props.scroller.current = element;
      }}
      data-virtual={grid.isVirtual || undefined}
      data-cards=""
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <ul className="sc-list sc-grid-cards" aria-label={props.label}>
        {grid.items.map(({ index, before }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const key = props.keyAt(index);
          const name = `${base}-${index}`;
          return (
            <li
              key={key}
              ref={grid.isVirtual ? grid.measure : undefined}
              data-index={index}
              className="sc-grid-card"
              data-selected={grid.selected.has(key) || undefined}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={before > 0 ? { marginBlockStart: before } : undefined}
            >
              <div className="sc-grid-card-head">
                {props.selectionMode === 'none' ? null : (
                  <input
                    type="checkbox"
                    className="sc-choice-input sc-focusable"
                    aria-label={props.selectLabel}
                    aria-describedby={name}
                    checked={grid.selected.has(key)}
                    onChange={() => grid.toggle(key)}
                  />
                )}
                <span className="sc-grid-card-name" id={name}>
                  {onOpen ? (
                    <button type="button" className="sc-link sc-focusable" onClick={() => onOpen(index)}>
                      {title?.cell(row)}
                    </button>
                  ) : (
                    title?.cell(row)
                  )}
                </span>
              </div>
              <dl className="sc-terms sc-grid-card-terms">
                {details.map((column) => (
                  <div key={column.id} className="sc-grid-card-line">
                    <dt className="sc-term">{column.header}</dt>
                    <dd className="sc-definition">{column.cell(row)}</dd>
                  </div>
                ))}
              </dl>
              {props.rowActions ? <div className="sc-grid-actions sc-no-print">{props.rowActions(row)}</div> : null}
            </li>
          );
        })}
      </ul>
      {grid.after > 0 ? <div aria-hidden="true" style={{ height: grid.after }} /> : null}
    </div>
  );
}
