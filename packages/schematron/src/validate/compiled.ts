import type { Sequence } from '../runtime/item.js';
import type { Run } from '../runtime/run.js';
import type { XNode } from '../tree/node.js';

/** A text of a check: plain, or with values in it. */
export type CompiledText = string | ((node: XNode, c: Run) => string);

/** What a rule tells of the checks that it makes. Generated code calls it `o`. */
export interface Outcome {
  /** Number of the check that is being made. */
  at: number;
  /** The check fired on the node: an assert that failed, a report that holds. */
  found(node: XNode, c: Run): void;
}

/** File (index in the manifest), line and column. */
export type CompiledPlace = readonly [file: number, line: number, column: number];

/** An assert or a report, as a module of a pack gives it. */
export interface CompiledCheck {
  /** Its number in the pack. */
  readonly k: number;
  readonly kind: 'assert' | 'report';
  readonly id?: string;
  readonly test: string;
  readonly role?: string;
  readonly flag?: string;
  readonly see?: string;
  readonly icon?: string;
  readonly fpi?: string;
  readonly lang?: string;
  readonly place: CompiledPlace;
  /** Does the test hold? */
  readonly holds: (node: XNode, c: Run) => boolean;
  readonly text: CompiledText;
  /** The text without its values; absent when it has none. */
  readonly template?: string;
  readonly subject?: (node: XNode, c: Run) => Sequence;
  readonly diagnostics?: readonly (readonly [id: string, text: CompiledText])[];
  readonly properties?: readonly (readonly [id: string, text: CompiledText])[];
}

/** What is told of a rule, as a module of a pack gives it. */
export interface CompiledRule {
  readonly id?: string;
  readonly context: string;
  readonly role?: string;
  readonly flag?: string;
  readonly see?: string;
  readonly place: CompiledPlace;
  /** Numbers of the checks, in order, those of abstract rules in their place. */
  readonly checks: readonly number[];
  readonly subject?: (node: XNode, c: Run) => Sequence;
}

/** Makes all checks of a rule on a node. */
export type Fire = (node: XNode, c: Run, o: Outcome) => void;

/** A pattern, as a module of a pack gives it. */
export interface CompiledPattern {
  /** Its rank in the schema. */
  readonly p: number;
  /** Its rules. */
  readonly fire: readonly Fire[];
  /** What is told of them: made when something is found. */
  readonly rules: () => readonly CompiledRule[];
  /** The URIs of the documents that it checks instead of the one that is validated. */
  readonly documents?: (node: XNode, c: Run) => Sequence;
}

/** A necessary condition that is looked up rather than tested: an attribute, own or of a child element, with one of these values. */
export interface CompiledKey {
  /** Number of the name of the child; 0 when the attribute is the node's own. */
  readonly child: number;
  readonly attribute: number;
  readonly values: readonly string[];
}

/**
 * A step of a context, and all that stands before it: `/a[x]//b[y]` is state b, whose `from` is state a, whose `from` is 0, the
 * document. Contexts that begin alike share their states.
 */
export interface CompiledState {
  /** Its number in the pack, from 1. */
  readonly s: number;
  readonly from: number;
  /** True after `//`. */
  readonly deep?: true;
  /** Kind of node; 0 for any kind of child. */
  readonly kind: number;
  /** Number of the name; 0 for any. */
  readonly name: number;
  readonly test?: (node: XNode, c: Run) => boolean;
  readonly key?: CompiledKey;
  /** Rank of the pattern, then of the rule in it, of each rule whose context ends here. */
  readonly rules?: readonly number[];
}

/** What a chunk of a pack gives. */
export interface CompiledChunk {
  /** Made when something is found. */
  readonly checks: () => readonly CompiledCheck[];
  readonly patterns: readonly CompiledPattern[];
  readonly states: readonly CompiledState[];
}

/** An `xsl:key`. */
export interface CompiledKeyTable {
  readonly name: string;
  readonly matches: (node: XNode, c: Run) => boolean;
  readonly use: (node: XNode, c: Run) => Sequence;
  readonly attributes?: boolean;
}

/** What the module that all chunks share gives besides functions. */
export interface CompiledCommon {
  readonly keys: readonly CompiledKeyTable[];
  /** Checks that several chunks make; made when something is found. */
  readonly checks: () => readonly CompiledCheck[];
}

/** The object that a generated module makes. */
export type ModuleExports = Readonly<Record<string, unknown>> & { readonly reset: () => void };

/** A generated module. */
export interface PackModule {
  create(runtime: object, common: object): ModuleExports;
}
