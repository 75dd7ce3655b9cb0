import type { SupportEntry } from './supported/entry.js';
import { functionSupport } from './supported/functions.js';
import { syntaxSupport } from './supported/syntax.js';

export type { SupportEntry } from './supported/entry.js';

/** Every function, operator, axis, node test and type of XPath 2.0, and how far it goes here: the table of the README is made of it. */
export const SUPPORT: readonly SupportEntry[] = [...functionSupport, ...syntaxSupport];

/** The table, in Markdown: a line for each entry of a kind, in the order of {@link SUPPORT}. */
export function supportTable(kind: SupportEntry['kind']): string {
  const rows = SUPPORT.filter((entry) => entry.kind === kind).map(
    ({ name, of, status, note }) =>
      `| \`${name.replaceAll('|', '\\|')}\` | ${of} | ${status} | ${(note ?? '').replaceAll('|', '\\|')} |`,
  );
  return ['| Name | Of | Here | Note |', '|---|---|---|---|', ...rows].join('\n');
}
