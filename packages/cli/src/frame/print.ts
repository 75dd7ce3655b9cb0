import { styleText } from 'node:util';
import type { Invocation } from './command.js';

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** Colour on a terminal only, and never against `NO_COLOR`. */
export function paint(invocation: Invocation, style: Style, text: string): string {
  const wanted = invocation.io.isTerminal && !invocation.io.env['NO_COLOR'];
  return wanted ? styleText(style, text) : text;
}

/** One JSON document on standard output. */
export function printJson(invocation: Invocation, value: unknown): void {
  invocation.io.out(`${JSON.stringify(value, null, 2)}\n`);
}

export function printLine(invocation: Invocation, text = ''): void {
  invocation.io.out(`${text}\n`);
}

/** A word to the person at the keyboard, on standard error; silent under `--quiet`. */
export function note(invocation: Invocation, text: string): void {
  if (!invocation.quiet) invocation.io.err(`${text}\n`);
}

/** A plain table: columns as wide as their widest cell, two spaces between. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, column) =>
    Math.max(header.length, ...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length)))
      .join('  ')
      .trimEnd();
  return [line(headers), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
