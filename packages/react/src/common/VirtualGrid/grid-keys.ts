/** A cell of a grid. Row `-1` is the header. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Rows of one screen. */
  readonly page: number;
  /** First row that can be reached: `-1` when the header holds buttons. */
  readonly first: -1 | 0;
}

export interface KeyLike {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const within = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

/** Where a key leads from a cell; `undefined` when the key does not move. Follows the ARIA grid pattern. */
export function moveInGrid(from: CellPosition, event: KeyLike, shape: GridShape): CellPosition | undefined {
  const { row, column } = from;
  const last = shape.rows - 1;
  const end = shape.columns - 1;
  const whole = event.ctrlKey || event.metaKey;
  const to = (nextRow: number, nextColumn: number): CellPosition => ({
    row: within(nextRow, shape.first, last),
    column: within(nextColumn, 0, end),
  });
  switch (event.key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'Home':
      return whole ? to(0, 0) : to(row, 0);
    case 'End':
      return whole ? to(last, end) : to(row, end);
    case 'PageDown':
      return to(row + shape.page, column);
    case 'PageUp':
      // From any row of the list, a page up stays in the list.
      return to(Math.max(row - shape.page, 0), column);
    default:
      return undefined;
  }
}
