import type { Finding } from '@socle-sante/core/finding';
import type { Deviation, SchematronVerdict } from '@socle-sante/schematron';
import type { OfficialSelection } from './select.js';
import type { OfficialTarget } from './targets.js';

/** The steps of the kit, in order. */
export type OfficialStep = 'xsd' | 'rules' | 'vocabularies';

/** What became of a step. */
export interface OfficialStepReport {
  readonly step: OfficialStep;
  /** `skipped`: what it needs is not there, or the document could not be read; `why` says it. */
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly why?: 'noSchema' | 'noVocabulary' | 'notWellFormed';
}

/** What one schematron said. */
export interface OfficialPackReport {
  /** Path under `schematrons/`. */
  readonly file: string;
  /** As the rules say it, with the values of the document in its messages: show it to who may read the document. */
  readonly verdict: SchematronVerdict;
}

/** What the official rules say of a document. */
export interface OfficialReport {
  readonly target: OfficialTarget;
  /** XML schema, rules, vocabularies, what had to be assumed: in the order of the kit. Severity `error` is a failure. */
  readonly findings: readonly Finding[];
  readonly steps: readonly OfficialStepReport[];
  readonly selection: OfficialSelection;
  readonly packs: readonly OfficialPackReport[];
  /** `false` when rules could not be applied: files that the kit lacks, or rules that stopped on an error of their own. */
  readonly complete: boolean;
  /** What was mended in the kit to run it, each once. */
  readonly deviations: readonly Deviation[];
}

/** What changes for a document from one target to another. */
export interface OfficialChange {
  readonly file: string;
  /** Whether it passes: no finding of severity `error`. */
  readonly valid: readonly [before: boolean, after: boolean];
  /** Version of the rules of its model. */
  readonly versions: readonly [before: string | undefined, after: string | undefined];
  /** What is no longer said. */
  readonly gone: readonly Finding[];
  /** What is said from now on. */
  readonly fresh: readonly Finding[];
  /** How many findings stay. */
  readonly same: number;
}
