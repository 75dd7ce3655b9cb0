import type { Deviation, Place } from './schema/model.js';
import type { XNode } from './tree/node.js';

/** One thing a rule found: a failed assert or a report that fired (svrl:failed-assert, svrl:successful-report). */
export interface SchematronFinding {
  readonly kind: 'assert' | 'report';
  /** Key of the pattern: its id, or `p` and its rank. */
  readonly pattern: string;
  /** Id of the rule, or its context as written. */
  readonly rule: string;
  /** Id of the assert or report, when it has one. */
  readonly id?: string;
  /** The test, as written. */
  readonly test: string;
  readonly role?: string;
  readonly flag?: string;
  readonly see?: string;
  /** `/ClinicalDocument/component[3]/section`: local names; a position for every sibling of that name but the first. */
  readonly location: string;
  /** XPath with namespaces, as SVRL wants it: `/*:a[namespace-uri()='…'][1]`. */
  readonly xpath: string;
  /** From 1; 0 when the document came without text. */
  readonly line: number;
  readonly column: number;
  /** The message with its values, white space collapsed. */
  readonly text: string;
  /** The message as the schema has it, `…` for each value and name, white space collapsed: nothing of the document is in it. */
  readonly template: string;
  readonly diagnostics: readonly { readonly id: string; readonly text: string }[];
  readonly properties: readonly { readonly id: string; readonly text: string }[];
  /** Where the check stands in the schema. */
  readonly place: Place;
}

/** A rule that could not be evaluated on a node: the reference engine stops there and says nothing more. */
export interface RuleFault {
  readonly pattern: string;
  readonly rule: string;
  /** Which part failed, as written. */
  readonly expression: string;
  readonly location: string;
  readonly line: number;
  readonly column: number;
  /** Code of XPath: `XPTY0004`, `FODC0002`, … or `limit.…` */
  readonly code: string;
  readonly message: string;
  readonly place: Place;
  /** The context of a rule could not be tried: the reference engine warns, and goes on as if it did not match (XSLT 2.0 §5.5.4). */
  readonly recovered?: true;
}

/** A rule that fired on a node. */
export interface Firing {
  /** Rank of the pattern in the manifest. */
  readonly pattern: number;
  /** Rank of the rule in its pattern. */
  readonly rule: number;
  readonly node: XNode;
  readonly findings: readonly SchematronFinding[];
}

/** What a pack says of a document. */
export interface SchematronVerdict {
  /** The phase that ran, `#ALL` when none is named. */
  readonly phase: string;
  readonly findings: readonly SchematronFinding[];
  readonly faults: readonly RuleFault[];
  readonly deviations: readonly Deviation[];
  /** Patterns that ran, and how many times a rule of each was fired. */
  readonly fired: ReadonlyMap<string, number>;
  /** Every rule that fired, in document order, when the caller asked for them. Ranks are those of the manifest. */
  readonly firings: readonly Firing[];
}
