import type { SchematronVerdict } from '@socle-sante/schematron';
import { severityOf } from './check.js';
import type { DocumentFailure } from './document-list.js';
import type { RulePack } from './packs.js';

/** What one pack says of a document. */
export interface PackVerdict {
  readonly rules: RulePack;
  readonly verdict: SchematronVerdict;
}

/** What was found in a document. */
export interface Checked {
  readonly file: string;
  readonly verdicts: readonly PackVerdict[];
  /** Why it could not be checked, or not wholly. */
  readonly failure?: DocumentFailure;
}

/** A rule failed, or one could not be evaluated. */
export function isWrong({ verdicts }: Checked): boolean {
  return verdicts.some(
    ({ verdict }) =>
      verdict.findings.some((found) => severityOf(found) === 'error') ||
      verdict.faults.some(({ recovered }) => recovered !== true),
  );
}
