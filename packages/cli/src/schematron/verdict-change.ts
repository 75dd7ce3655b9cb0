import { LimitError, type SchematronFinding, type XDocument } from '@socle-sante/schematron';
import type { SchemaDifference } from '@socle-sante/schematron/compile';
import type { Invocation } from '../frame/command.js';
import { type CheckOptions, check, type FindingJson, findingJson, severityOf } from './check.js';
import { type DocumentFailure, isFailure, openDocument } from './document-list.js';
import type { RulePack } from './packs.js';

/** A finding that one pack has and the other has not. */
export interface ChangedFinding {
  readonly found: SchematronFinding;
  readonly json: FindingJson;
}

/** What one pack says of a document, in a word. */
export interface Outcome {
  readonly valid: boolean;
  readonly errors: number;
  readonly findings: number;
  readonly faults: number;
}

/** What two packs say of a document. */
export interface DocumentChange {
  readonly file: string;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly gained: readonly ChangedFinding[];
  readonly lost: readonly ChangedFinding[];
  /** How many findings say the same thing of the same place in other words. */
  readonly reworded: number;
}

export interface Changes {
  readonly documents: readonly DocumentChange[];
  readonly failures: readonly (DocumentFailure & { readonly file: string })[];
  readonly interrupted: boolean;
}

/** Two packs, and what is known to differ between them. */
export interface Versions {
  readonly before: RulePack;
  readonly after: RulePack;
  readonly differences: readonly SchemaDifference[];
}

/**
 * Checks each document with two packs. Findings are the same when kind, role, place in the document and text are, or when they are of
 * one check whose message alone changed.
 */
export async function verdictChanges(
  { before, after, differences }: Versions,
  files: readonly string[],
  invocation: Invocation,
  options: CheckOptions,
): Promise<Changes> {
  const reworded = new Map(
    differences.flatMap(({ what, field, placeBefore, placeAfter }) =>
      what === 'check' && field === 'message' && placeBefore !== undefined && placeAfter !== undefined
        ? [[placeKey(placeBefore), placeKey(placeAfter)] as const]
        : [],
    ),
  );
  const documents: DocumentChange[] = [];
  const failures: (DocumentFailure & { readonly file: string })[] = [];
  try {
    for (const file of files) {
      if (invocation.io.signal.aborted) break;
      const document = await openDocument(file, invocation);
      const change = isFailure(document)
        ? document
        : await compare(file, document, { before, after, reworded }, invocation, options);
      if (isFailure(change)) failures.push({ file, ...change });
      else documents.push(change);
    }
  } catch (error) {
    if (!(error instanceof LimitError && error.code === 'limit.aborted')) throw error;
  }
  return { documents, failures, interrupted: invocation.io.signal.aborted };
}

async function compare(
  file: string,
  document: XDocument,
  { before, after, reworded }: Pick<Versions, 'before' | 'after'> & { readonly reworded: ReadonlyMap<string, string> },
  invocation: Invocation,
  options: CheckOptions,
): Promise<DocumentChange | DocumentFailure> {
  const one = await check(document, before, invocation, options);
  if (isFailure(one)) return one;
  const other = await check(document, after, invocation, options);
  if (isFailure(other)) return other;
  const lost = without(one.findings, other.findings, textKey, textKey);
  const gained = without(other.findings, one.findings, textKey, textKey);
  const oldKey = (each: SchematronFinding) => checkKey(each, reworded.get(placeKey(each.place)) ?? '');
  const newKey = (each: SchematronFinding) => checkKey(each, placeKey(each.place));
  const reallyLost = without(lost, gained, oldKey, newKey);
  return {
    file,
    before: outcome(one),
    after: outcome(other),
    gained: without(gained, lost, newKey, oldKey).map((found) => ({ found, json: findingJson(found, after) })),
    lost: reallyLost.map((found) => ({ found, json: findingJson(found, before) })),
    reworded: lost.length - reallyLost.length,
  };
}

function outcome(verdict: {
  readonly findings: readonly SchematronFinding[];
  readonly faults: readonly { readonly recovered?: true }[];
}): Outcome {
  const errors = verdict.findings.filter((each) => severityOf(each) === 'error').length;
  const faults = verdict.faults.filter(({ recovered }) => recovered !== true).length;
  return { valid: errors + faults === 0, errors, findings: verdict.findings.length, faults };
}

type Key = (found: SchematronFinding) => string;

/** Findings of a list that another one does not have, as many times. */
function without(
  all: readonly SchematronFinding[],
  others: readonly SchematronFinding[],
  keyOf: Key,
  otherKey: Key,
): readonly SchematronFinding[] {
  const counts = new Map<string, number>();
  for (const each of others) counts.set(otherKey(each), (counts.get(otherKey(each)) ?? 0) + 1);
  return all.filter((each) => {
    const left = counts.get(keyOf(each)) ?? 0;
    counts.set(keyOf(each), left - 1);
    return left <= 0;
  });
}

function textKey({ kind, role = '', location, text }: SchematronFinding): string {
  return JSON.stringify([kind, role, location, text]);
}

function checkKey({ kind, role = '', location }: SchematronFinding, place: string): string {
  return JSON.stringify([kind, role, location, place]);
}

function placeKey({ file, line, column }: SchematronFinding['place']): string {
  return `${file}:${line}:${column}`;
}
