/** A place in a source file. */
export interface Place {
  /** Index in {@link Schema.files}. */
  readonly file: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** A text of the schema that is an expression or a pattern, where it was written and the prefixes that it may use. */
export interface Source {
  readonly text: string;
  readonly place: Place;
  /** Prefix → namespace. Shared between texts of the same place. */
  readonly namespaces: ReadonlyMap<string, string>;
}

/** A piece of a message (ISO/IEC 19757-3 §5.4): text, `value-of`, `name`; `emph`, `dir` and `span` keep their text. */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'valueOf'; readonly select: Source }
  /** `name`: the qualified name of the context, or of what `path` gives. */
  | { readonly kind: 'name'; readonly path?: Source };

export interface Let {
  readonly kind: 'let';
  /** Trimmed. */
  readonly name: string;
  /** Absent when the value is the content of the element, which is then kept as `content`. */
  readonly value?: Source;
  readonly content?: string;
  /** `as` of the query language binding, as written. */
  readonly as?: string;
  readonly place: Place;
}

/** An `assert` or a `report`. */
export interface Check {
  readonly kind: 'assert' | 'report';
  readonly id?: string;
  readonly test: Source;
  readonly message: readonly MessagePart[];
  readonly role?: string;
  readonly flag?: string;
  readonly see?: string;
  readonly icon?: string;
  readonly fpi?: string;
  readonly subject?: Source;
  readonly diagnostics: readonly string[];
  readonly properties: readonly string[];
  readonly lang?: string;
  readonly place: Place;
}

/** What an abstract rule brings to a rule that extends it, kept together: the compiler writes it once for all its users. */
export interface Extension {
  readonly kind: 'extends';
  /** Id of the abstract rule, or the file named by `href`. */
  readonly rule: string;
  readonly body: readonly RuleItem[];
  readonly place: Place;
}

export type RuleItem = Let | Check | Extension;

export interface Rule {
  readonly id?: string;
  readonly context: Source;
  readonly role?: string;
  readonly flag?: string;
  readonly see?: string;
  readonly subject?: Source;
  readonly items: readonly RuleItem[];
  readonly place: Place;
}

/** A pattern that is not abstract, with its parameters put in. */
export interface SchemaPattern {
  /** As written, or of the abstract pattern's instance; made from the place when there is none (see `key`). */
  readonly id?: string;
  /** Unique in the schema: the id, or `p1`, `p2`… by rank. */
  readonly key: string;
  readonly title?: string;
  readonly name?: string;
  readonly isA?: string;
  /** `documents`: an expression that gives the URIs of other documents to check. */
  readonly documents?: Source;
  readonly lets: readonly Let[];
  readonly rules: readonly Rule[];
  readonly place: Place;
}

export interface Phase {
  readonly id: string;
  readonly active: readonly string[];
  readonly lets: readonly Let[];
  readonly place: Place;
}

/** `xsl:key`, or the `key` of the XSLT binding. */
export interface Key {
  readonly name: string;
  readonly match: Source;
  readonly use: Source;
  readonly place: Place;
}

/** Instructions that an `xsl:function` may hold here. Anything else is refused when the schema is compiled. */
export type Instruction =
  | { readonly kind: 'sequence' | 'valueOf' | 'copyOf'; readonly select: Source; readonly separator?: string }
  /** A literal text, or `xsl:text`. */
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly as?: Source;
      readonly select?: Source;
      readonly body: readonly Instruction[];
    }
  | {
      readonly kind: 'choose';
      readonly branches: readonly { readonly test: Source; readonly body: readonly Instruction[] }[];
      readonly otherwise: readonly Instruction[];
    }
  | { readonly kind: 'forEach'; readonly select: Source; readonly body: readonly Instruction[]; readonly place: Place };

/** `xsl:function`. */
export interface XsltFunction {
  /** Lexical QName. */
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly as?: Source }[];
  readonly as?: Source;
  readonly body: readonly Instruction[];
  readonly namespaces: ReadonlyMap<string, string>;
  readonly place: Place;
}

/** A text that a check may refer to: `diagnostic` or `property`. */
export interface NamedMessage {
  readonly id: string;
  readonly message: readonly MessagePart[];
  readonly role?: string;
  readonly lang?: string;
  readonly place: Place;
}

/** A known fault of a pack, or a liberty taken with its letter, said and never silent. */
export interface Deviation {
  /** Stable: `include.missing`, `include.case`, `let.name`, `regex.patched`, `id.duplicate`, … */
  readonly code: string;
  readonly message: string;
  /** What is affected: a file, an id, a rule. */
  readonly subject: string;
  readonly place?: Place;
  /** When the fault was noted, for those of a deviation file (ISO date). */
  readonly noted?: string;
  /** True when rules are lost by it: the verdict is then incomplete. */
  readonly incomplete: boolean;
}

/** A Schematron schema in one piece: includes put in, abstract patterns and rules expanded. */
export interface Schema {
  readonly title?: string;
  readonly schemaVersion?: string;
  /** `xslt2`, `xpath2`, `xslt3`, `xslt` (also when absent). */
  readonly queryBinding: string;
  readonly defaultPhase?: string;
  /** Of the `ns` elements. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Names of the files that were read, as the loader gives them; the first is the main one. */
  readonly files: readonly string[];
  /** Their texts, in the same order, as they were parsed: noted faults mended. Places refer to them. */
  readonly texts: readonly string[];
  readonly phases: readonly Phase[];
  readonly patterns: readonly SchemaPattern[];
  /**
   * Global variables in order: those of the schema, then those of patterns (the ISO skeleton makes them global), one of each name: a
   * name that patterns share means in each pattern the variable of {@link SchemaPattern.lets}. Those of phases are not among them.
   */
  readonly lets: readonly Let[];
  readonly keys: readonly Key[];
  readonly functions: readonly XsltFunction[];
  readonly diagnostics: ReadonlyMap<string, NamedMessage>;
  readonly properties: ReadonlyMap<string, NamedMessage>;
  readonly deviations: readonly Deviation[];
}
