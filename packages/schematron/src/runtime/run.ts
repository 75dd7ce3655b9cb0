import type { XRegex } from '../regex/types.js';
import { factsOf, refreshNames } from '../tree/document.js';
import type { XNode } from '../tree/node.js';
import { regexOf } from './functions/patterns.js';
import type { Sequence } from './item.js';
import { Budget, type RunLimits } from './limits.js';

/** A point of time, and the time zone it is shown in. */
export interface Instant {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly milliseconds: number;
  /** Minutes east of UTC, -840 to 840. */
  readonly offset: number;
}

/** What `doc()` and `document()` found. */
export interface LoadedDocument {
  readonly document: XNode;
  /** Absolute URI, or the name that the loader knows it by: what `document-uri()` says, and the base of what it refers to. */
  readonly uri: string;
}

/**
 * Finds the documents that rules refer to. It gets references as rules write them (relative, absolute, with `..` or a fragment) and
 * decides alone what they may reach: nothing here ever touches a network or a disk.
 *
 * @param base what the reference is relative to: the URI of a loaded document, or undefined for the main schema
 * @returns undefined when there is no such document, or it may not be read: error FODC0002 in rules
 */
export type DocumentLoader = (href: string, base: string | undefined) => LoadedDocument | undefined;

/** One `xsl:key` (XSLT 2.0 §16.3), compiled. Several may have one name. */
export interface KeyDefinition {
  /** Expanded name of the key, in Clark notation (`{}name` when it has no namespace). */
  readonly name: string;
  /** Does the pattern match the node? */
  readonly matches: (node: XNode, c: Run) => boolean;
  /** The values of a node that matches. */
  readonly use: (node: XNode, c: Run) => Sequence;
  /** True when the pattern may match attributes: they are visited then. */
  readonly attributes?: boolean;
  /** The only nodes of a document that the pattern may match, in order. Absent: all are tried. */
  readonly candidates?: (root: XNode) => Iterable<XNode>;
  /**
   * True when the values of a node depend on its document alone (no variable, no other document, no time): the table is then kept with
   * the document for the runs that follow.
   */
  readonly ofDocument?: boolean;
}

export interface RunOptions {
  /** What is validated. */
  readonly document: XNode;
  /** What `document-uri()` says of it. */
  readonly documentUri?: string;
  /** What `static-base-uri()` says: where the main schema is. */
  readonly baseUri?: string;
  /** Absent: no other document can be read. */
  readonly load?: DocumentLoader;
  /** What `current-dateTime()` says, and the implicit time zone. Absent: the clock of the machine. */
  readonly now?: Instant;
  /** Prefixes of the schema: for names in strings (`key('p:k', …)`, `function-available('p:f')`, casts to xs:QName). */
  readonly namespaces?: ReadonlyMap<string, string>;
  /** The keys of the schema: one array for all runs, so that what is remembered of a document serves them. */
  readonly keys?: readonly KeyDefinition[];
  /** Expanded names (Clark) of the functions of the schema, for `function-available()`, with their arities. */
  readonly functions?: ReadonlyMap<string, ReadonlySet<number>>;
  readonly limits?: RunLimits;
  /** Milliseconds that only grow. Absent: `performance.now()`. */
  readonly clock?: () => number;
  /** Gets what `trace()` is given. Absent: nobody. */
  readonly onTrace?: (label: string, value: Sequence) => void;
}

const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();
const NO_FUNCTIONS: ReadonlyMap<string, ReadonlySet<number>> = new Map();

/** The dynamic context (XPath 2.0 §2.1.2) of one validation of one document. Compiled rules call it `c`. */
export class Run {
  readonly document: XNode;
  readonly baseUri: string | undefined;
  readonly now: Instant;
  /** Minutes east of UTC. */
  readonly implicitTimezone: number;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, ReadonlySet<number>>;
  /** The keys of the schema, by expanded name. */
  readonly keys: ReadonlyMap<string, readonly KeyDefinition[]>;
  readonly onTrace: ((label: string, value: Sequence) => void) | undefined;
  private readonly budget: Budget;
  private readonly loader: DocumentLoader | undefined;
  /** By base, then by reference. */
  private readonly answers = new Map<string | undefined, Map<string, XNode | undefined>>();
  private readonly documents = new Map<string, XNode>();
  private readonly uris = new Map<XNode, string>();
  private readonly numbers = new Map<XNode, number>();
  private readonly memories = new Map<XNode, Map<unknown, unknown>>();
  private readonly notFound = new Set<string>();

  constructor(options: RunOptions) {
    this.document = options.document;
    this.baseUri = options.baseUri;
    this.now = options.now ?? systemInstant();
    this.implicitTimezone = this.now.offset;
    this.namespaces = options.namespaces ?? NO_NAMESPACES;
    this.functions = options.functions ?? NO_FUNCTIONS;
    this.keys = byName(options.keys ?? []);
    this.onTrace = options.onTrace;
    this.loader = options.load;
    this.budget = new Budget(options.limits, options.clock);
    this.numbers.set(options.document, 0);
    if (options.documentUri !== undefined) this.name(options.document, options.documentUri);
  }

  /** Takes one step; see {@link RunLimits}. @throws LimitError */
  tick(): void {
    this.budget.spend(1);
  }

  /** Takes several steps. @throws LimitError */
  spend(steps: number): void {
    this.budget.spend(steps);
  }

  /** Looks at the time and at the signal now. @throws LimitError */
  check(): void {
    this.budget.check();
  }

  /** Steps taken so far. */
  get steps(): number {
    return this.budget.spent;
  }

  /**
   * The document of a reference, asked of the loader once. The same URI is always the same node.
   *
   * @param base what the reference is relative to; absent: the main schema
   * @returns undefined when it is not available
   */
  load(href: string, base?: string): XNode | undefined {
    let answers = this.answers.get(base);
    if (answers === undefined) {
      answers = new Map();
      this.answers.set(base, answers);
    }
    if (answers.has(href)) return answers.get(href);
    const found = this.loader?.(href, base);
    const document =
      found === undefined ? undefined : (this.documents.get(found.uri) ?? this.name(found.document, found.uri));
    answers.set(href, document);
    return document;
  }

  /** URI of a document node, when it came with one. */
  uriOf(document: XNode): string | undefined {
    return this.uris.get(document) ?? factsOf(document).name;
  }

  /** Number of a document in this run: 0 for the one that is validated, then as they come. Orders nodes of several documents. */
  numberOf(document: XNode): number {
    const known = this.numbers.get(document);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(document, number);
    return number;
  }

  /**
   * The pattern, compiled; compiled patterns are shared by all runs.
   *
   * @throws XPathError FORX0001, FORX0002
   */
  regex(pattern: string, flags = ''): XRegex {
    return regexOf(pattern, flags);
  }

  /** What this run remembers of a document (a table of a key), by an identity of whoever remembers it. */
  memoryOf(document: XNode): Map<unknown, unknown> {
    const known = this.memories.get(document);
    if (known !== undefined) return known;
    const memory = new Map<unknown, unknown>();
    this.memories.set(document, memory);
    return memory;
  }

  /** Notes a reference of `document()` that led nowhere: rules go on, but their verdict is incomplete. */
  noteMissing(href: string): void {
    this.notFound.add(href);
  }

  /** References of `document()` that led nowhere, as rules wrote them. */
  get missing(): ReadonlySet<string> {
    return this.notFound;
  }

  private name(document: XNode, uri: string): XNode {
    refreshNames(document);
    this.documents.set(uri, document);
    this.uris.set(document, uri);
    this.numberOf(document);
    return document;
  }
}

function systemInstant(): Instant {
  const date = new Date();
  return { milliseconds: date.getTime(), offset: -date.getTimezoneOffset() };
}

const grouped = new WeakMap<readonly KeyDefinition[], ReadonlyMap<string, readonly KeyDefinition[]>>();

/** The definitions by name; the same arrays for the same keys, which identify what is remembered of them. */
function byName(keys: readonly KeyDefinition[]): ReadonlyMap<string, readonly KeyDefinition[]> {
  const known = grouped.get(keys);
  if (known !== undefined) return known;
  const map = new Map<string, KeyDefinition[]>();
  for (const key of keys) {
    const same = map.get(key.name);
    if (same === undefined) map.set(key.name, [key]);
    else same.push(key);
  }
  grouped.set(keys, map);
  return map;
}
