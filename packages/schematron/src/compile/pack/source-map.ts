import type { Place } from '../../schema/model.js';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A number in the base 64 VLQ of source maps. */
function vlq(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += DIGITS[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return text;
}

/** What a source map is made of. */
export interface SourceMapInput {
  readonly file: string;
  readonly sources: readonly string[];
  /** Their texts: the files themselves are seldom beside the pack. */
  readonly texts: readonly string[];
  /** Lines of the generated text, from 1, in order, with where they come from. A line without an entry goes on from the one above it. */
  readonly mappings: readonly { readonly line: number; readonly place: Place | undefined }[];
  readonly lines: number;
}

/** A source map (ECMA-426, version 3) that tells lines of generated code from lines of the schema. Only sources that are used are named. */
export function sourceMap({ file, sources, texts, mappings, lines }: SourceMapInput): string {
  const names = new Map<number, number>();
  const used: string[] = [];
  const sourcesContent: string[] = [];
  const byLine = new Map(mappings.map((each) => [each.line, each.place] as const));
  const out: string[] = [];
  let current: Place | undefined;
  let [source, line, column] = [0, 0, 0];
  for (let generated = 1; generated <= lines; generated += 1) {
    if (byLine.has(generated)) current = byLine.get(generated);
    if (current === undefined) {
      out.push('');
      continue;
    }
    let index = names.get(current.file);
    if (index === undefined) {
      index = used.length;
      names.set(current.file, index);
      used.push(sources[current.file] ?? '');
      sourcesContent.push(texts[current.file] ?? '');
    }
    const [toLine, toColumn] = [Math.max(0, current.line - 1), Math.max(0, current.column - 1)];
    out.push(`A${vlq(index - source)}${vlq(toLine - line)}${vlq(toColumn - column)}`);
    [source, line, column] = [index, toLine, toColumn];
  }
  return JSON.stringify({ version: 3, file, sources: used, sourcesContent, names: [], mappings: out.join(';') });
}
