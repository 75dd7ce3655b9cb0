import { LimitError, type SchematronFinding, type XDocument } from '@socle-sante/schematron';
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
}

export interface Changes {
  readonly documents: readonly DocumentChange[];
  readonly failures: readonly (DocumentFailure & { readonly file: string })[];
  readonly interrupted: boolean;
}

/** Checks each document with two packs. Findings are the same when kind, role, place in the document and text are. */
export async function verdictChanges(
  before: RulePack,
  after: RulePack,
  files: readonly string[],
  invocation: Invocation,
  options: CheckOptions,
): Promise<Changes> {
  const documents: DocumentChange[] = [];
  const failures: (DocumentFailure & { readonly file: string })[] = [];
  try {
    for (const file of files) {
      if (invocation.io.signal.aborted) break;
      const document = await openDocument(file, invocation);
      const change = isFailure(document) ? document : await compare(file, document, before, after, invocation, options);
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
  before: RulePack,
  after: RulePack,
  invocation: Invocation,
  options: CheckOptions,
): Promise<DocumentChange | DocumentFailure> {
  const one = await check(document, before, invocation, options);
  if (isFailure(one)) return one;
  const other = await check(document, after, invocation, options);
  if (isFailure(other)) return other;
  return {
    file,
    before: outcome(one),
    after: outcome(other),
    gained: without(other.findings, one.findings).map((found) => ({ found, json: findingJson(found, after) })),
    lost: without(one.findings, other.findings).map((found) => ({ found, json: findingJson(found, before) })),
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

/** Findings of a list that another one does not have, as many times. */
function without(
  all: readonly SchematronFinding[],
  others: readonly SchematronFinding[],
): readonly SchematronFinding[] {
  const counts = new Map<string, number>();
  for (const each of others) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return all.filter((each) => {
    const left = counts.get(keyOf(each)) ?? 0;
    counts.set(keyOf(each), left - 1);
    return left <= 0;
  });
}

function keyOf({ kind, role = '', location, text }: SchematronFinding): string {
  return JSON.stringify([kind, role, location, text]);
}
