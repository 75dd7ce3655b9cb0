import { lineColumn, lineStarts } from '../tree/location.js';
import type { SchemaPosition } from './error.js';
import type { Place } from './model.js';

/** A file of a schema: its text, and where its lines begin. */
export class SourceFile {
  #starts: readonly number[] | undefined;
  constructor(
    /** Index in `Schema.files`. */
    readonly index: number,
    readonly name: string,
    readonly text: string,
  ) {}

  /** The place of an offset in UTF-16 units. */
  place(offset: number): Place {
    this.#starts ??= lineStarts(this.text);
    return { file: this.index, ...lineColumn(this.#starts, offset) };
  }

  position(offset: number): SchemaPosition {
    const { line, column } = this.place(offset);
    return { file: this.name, line, column };
  }
}
