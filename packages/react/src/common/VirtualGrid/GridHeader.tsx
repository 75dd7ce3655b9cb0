'use client';
import type { ReactNode } from 'react';
import type { Translate } from '../../base/messages.js';
import { Icon } from '../../parts/icons.js';
import type { GridColumn, GridSelectionMode, GridSort } from './grid-types.js';
import type { virtualGridMessages } from './VirtualGrid.messages.js';

/** The header row: sort buttons and « Tout sélectionner ». */
export function GridHeader<T>(props: {
  readonly columns: readonly GridColumn<T>[];
  readonly sort: GridSort | undefined;
  readonly selectionMode: GridSelectionMode;
  readonly isGrid: boolean;
  readonly hasActions: boolean;
  readonly activeColumn: number | undefined;
  readonly allSelected: boolean;
  readonly t: Translate<(typeof virtualGridMessages)['fr']>;
  readonly onSort: (column: string) => void;
  readonly onSelectAll: (on: boolean) => void;
}): ReactNode {
  const { columns, sort, isGrid, t } = props;
  const leading = props.selectionMode === 'none' ? 0 : 1;
  const cell = (position: number) =>
    isGrid
      ? {
          tabIndex: props.activeColumn === position ? 0 : -1,
          'data-sc-cell': position,
          'aria-colindex': position + 1,
        }
      : {};
  return (
    <thead className="sc-grid-head">
      <tr className="sc-grid-row" {...(isGrid ? { 'aria-rowindex': 1 } : {})}>
        {leading ? (
          <th scope="col" className="sc-grid-cell sc-grid-check sc-focusable" {...cell(0)}>
            {props.selectionMode === 'multiple' ? (
              <input
                type="checkbox"
                className="sc-choice-input sc-no-print"
                tabIndex={-1}
                aria-label={t('selectAll')}
                checked={props.allSelected}
                onChange={(event) => props.onSelectAll(event.target.checked)}
              />
            ) : (
              <span className="sc-hidden">{t('selection')}</span>
            )}
          </th>
        ) : null}
        {columns.map((column, at) => {
          const direction = sort?.column === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              className="sc-grid-cell sc-grid-title sc-focusable"
              data-align={column.align}
              aria-sort={column.sortable ? (direction ?? 'none') : undefined}
              {...cell(at + leading)}
            >
              {column.sortable ? (
                <button
                  type="button"
                  className="sc-grid-sort sc-focusable"
                  tabIndex={isGrid ? -1 : 0}
                  data-direction={direction}
                  onClick={() => props.onSort(column.id)}
                >
                  {column.header}
                  <Icon
                    name={
                      direction === 'ascending' ? 'chevron-up' : direction === 'descending' ? 'chevron-down' : 'sort'
                    }
                    className="sc-grid-sort-icon"
                  />
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
        {props.hasActions ? (
          <th
            scope="col"
            className="sc-grid-cell sc-grid-title sc-grid-cell-actions sc-focusable"
            {...cell(columns.length + leading)}
          >
            <span className="sc-hidden">{t('actions')}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}
