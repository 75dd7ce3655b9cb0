import { decodeDocument } from '../tree/decode.js';
import { type LineColumn, lineStarts } from '../tree/location.js';

/** A line of an extract, cut when it is long. */
export interface ExtractLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Whether characters were left out before and after. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** Where the place is in `text`, from 0, on its line only. */
  readonly mark?: number;
}

/** The text of a document, to show the places that findings name. */
export interface SourceText {
  readonly lines: number;
  /** The lines around a place: three before and three after, of at most 160 characters each. Empty for a place that is not there. */
  extract(at: LineColumn, options?: { readonly around?: number; readonly width?: number }): readonly ExtractLine[];
}

/**
 * Decodes a document as the reader does, so that lines and columns are those of the findings.
 *
 * @throws DocumentError 'document.encoding'
 */
export function openSource(bytes: Uint8Array): SourceText {
  const { source } = decodeDocument(bytes);
  const starts = lineStarts(source);
  const lineAt = (line: number): string =>
    source.slice(starts[line - 1] ?? source.length, starts[line] ?? source.length).replace(/[\r\n]+$/, '');
  return {
    lines: starts.length,
    extract(at, { around = 3, width = 160 } = {}) {
      if (at.line < 1 || at.line > starts.length) return [];
      const first = Math.max(1, at.line - around);
      const last = Math.min(starts.length, at.line + around);
      const found: ExtractLine[] = [];
      for (let line = first; line <= last; line += 1) {
        found.push(cut(lineAt(line), line, line === at.line ? Math.max(0, at.column - 1) : undefined, width));
      }
      return found;
    },
  };
}

function cut(text: string, line: number, mark: number | undefined, width: number): ExtractLine {
  const from = mark === undefined || mark < width ? 0 : mark - Math.floor(width / 4);
  const shown = text.slice(from, from + width);
  return {
    line,
    text: shown,
    cutBefore: from > 0,
    cutAfter: from + shown.length < text.length,
    ...(mark === undefined || mark - from > shown.length ? {} : { mark: mark - from }),
  };
}
