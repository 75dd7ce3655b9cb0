import { appendFile, readFile, writeFile } from 'node:fs/promises';

const HEADER = 'line;reference;outcome;code;messageId;at';

/** The verdict on one line. No trait and no matricule: the caller finds the person by its reference. */
export interface VerifyLine {
  readonly line: number;
  readonly reference: string;
  readonly outcome: 'ok' | 'ko' | 'refused' | 'error';
  readonly code?: string;
  readonly messageId?: string;
  readonly at?: string;
}

/** Where the verdicts are written, one line each as soon as it is known, so that an interruption loses nothing. */
export interface VerifyReport {
  /** Last line of the list that has its verdict already; 0 for none. */
  readonly doneUpTo: number;
  add(line: VerifyLine): Promise<void>;
}

/** Opens a report: a new one, or with `resume` the one that an earlier run left. */
export async function openReport(path: string, resume: boolean): Promise<VerifyReport> {
  const existing = resume ? await readFile(path, 'utf8').catch(() => '') : '';
  // A run that was cut in the middle of a write leaves half a line: it is done again.
  const whole = existing.slice(0, existing.lastIndexOf('\n') + 1);
  await writeFile(path, whole || `${HEADER}\n`, { mode: 0o600 });
  const numbers = whole
    .split('\n')
    .slice(1)
    .map((text) => Number.parseInt(text, 10))
    .filter(Number.isInteger);
  return {
    doneUpTo: Math.max(0, ...numbers.slice(-1)),
    add: (line) => appendFile(path, `${toCsv(line)}\n`),
  };
}

export function toCsv(line: VerifyLine): string {
  return (
    [line.line, line.reference, line.outcome, line.code ?? '', line.messageId ?? '', line.at ?? '']
      // One line each: it is by its lines that a report is taken up again.
      .map((value) => quote(String(value).replace(/[\r\n]+/g, ' ')))
      .join(';')
  );
}

/** Quoted when needed; a leading `=`, `+`, `-` or `@` is neutralised for spreadsheets. */
function quote(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
