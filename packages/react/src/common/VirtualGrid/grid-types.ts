import type { ReactNode } from 'react';

/** One column. Keep the array of columns stable between renders: a row is drawn again only when its own data change. */
export interface GridColumn<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** CSS width; the columns without one share what is left. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  /** In cards: 1 = title of the card, 2 = in its list (default), 3 = left out of the card. */
  readonly priority?: 1 | 2 | 3;
  readonly sortable?: boolean;
  /** The cell that names the row for assistive technology: the first column otherwise. */
  readonly isRowHeader?: boolean;
}

export interface GridSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export type GridSelectionMode = 'none' | 'single' | 'multiple';
