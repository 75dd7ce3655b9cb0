/** Where an expression stands in its text: UTF-16 units from its beginning. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A lexical name, its prefix not resolved yet: the compiler knows the namespaces in scope. */
export interface QNameRef {
  readonly prefix: string;
  readonly local: string;
}

export type Axis =
  | 'child'
  | 'descendant'
  | 'attribute'
  | 'self'
  | 'descendant-or-self'
  | 'following-sibling'
  | 'following'
  | 'namespace'
  | 'parent'
  | 'ancestor'
  | 'preceding-sibling'
  | 'preceding'
  | 'ancestor-or-self';

/** NodeTest of XPath 2.0 §3.2.1.2. A name test selects the principal kind of its axis. */
export type NodeTest =
  | { readonly kind: 'name'; readonly name: QNameRef }
  /** `*` (both absent), `p:*` (prefix) or `*:local` (local). */
  | { readonly kind: 'wildcard'; readonly prefix?: string; readonly local?: string }
  | { readonly kind: 'node' }
  | { readonly kind: 'text' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'processing-instruction'; readonly target?: string }
  | { readonly kind: 'document-node'; readonly element?: ElementTest }
  | ElementTest
  | { readonly kind: 'attribute'; readonly name?: QNameRef; readonly type?: QNameRef }
  | { readonly kind: 'schema-element'; readonly name: QNameRef }
  | { readonly kind: 'schema-attribute'; readonly name: QNameRef };

export interface ElementTest {
  readonly kind: 'element';
  /** Absent: any name (`element()`, `element(*)`). */
  readonly name?: QNameRef;
  readonly type?: QNameRef;
  readonly nillable?: boolean;
}

export type Occurrence = 'one' | 'optional' | 'many' | 'some';

/** SequenceType of §2.5.3. */
export type SequenceType =
  | { readonly kind: 'empty' }
  | { readonly kind: 'of'; readonly item: ItemType; readonly occurrence: Occurrence };

export type ItemType =
  | { readonly kind: 'item' }
  | { readonly kind: 'atomic'; readonly name: QNameRef }
  | { readonly kind: 'nodeTest'; readonly test: NodeTest };

export type GeneralOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ValueOperator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
export type NodeOperator = 'is' | '<<' | '>>';
export type ArithmeticOperator = '+' | '-' | '*' | 'div' | 'idiv' | 'mod';
export type SetOperator = 'union' | 'intersect' | 'except';

export interface Binding {
  readonly variable: QNameRef;
  readonly in: Expr;
}

/** Expressions of XPath 2.0 (W3C REC 2010-12-14), in the words of its grammar. */
export type Expr = Span &
  (
    | { readonly kind: 'string'; readonly value: string }
    /** `text` as written: an integer, a decimal (with a point) or a double (with an exponent). */
    | { readonly kind: 'integer' | 'decimal' | 'double'; readonly text: string }
    | { readonly kind: 'variable'; readonly name: QNameRef }
    | { readonly kind: 'context' }
    /** `,`; no item is the empty sequence `()`. */
    | { readonly kind: 'sequence'; readonly items: readonly Expr[] }
    | { readonly kind: 'range'; readonly from: Expr; readonly to: Expr }
    | { readonly kind: 'or' | 'and'; readonly operands: readonly Expr[] }
    | { readonly kind: 'general'; readonly operator: GeneralOperator; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'value'; readonly operator: ValueOperator; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'node'; readonly operator: NodeOperator; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'unary'; readonly operator: '+' | '-'; readonly operand: Expr }
    | { readonly kind: 'set'; readonly operator: SetOperator; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'instanceOf' | 'treatAs'; readonly operand: Expr; readonly type: SequenceType }
    | {
        readonly kind: 'castAs' | 'castableAs';
        readonly operand: Expr;
        readonly type: QNameRef;
        readonly optional: boolean;
      }
    | { readonly kind: 'if'; readonly condition: Expr; readonly then: Expr; readonly else: Expr }
    /** `for`, `some`, `every` with several variables are nested by the parser: one binding each. */
    | { readonly kind: 'for' | 'some' | 'every'; readonly binding: Binding; readonly body: Expr }
    | { readonly kind: 'call'; readonly name: QNameRef; readonly arguments: readonly Expr[] }
    /** A primary expression with predicates: `(…)[1]`, `$x[@a]`, `f()[2]`. */
    | { readonly kind: 'filter'; readonly operand: Expr; readonly predicates: readonly Expr[] }
    /** `/` alone: the document that holds the context node. */
    | { readonly kind: 'root' }
    /** `left/right`; a leading `/` is a path from `root`; `//` is written out as `descendant-or-self::node()`. */
    | { readonly kind: 'path'; readonly left: Expr; readonly right: Expr }
    | AxisStep
  );

/** `axis::test[predicate]…`; `..` is `parent::node()`, `@a` is `attribute::a`. */
export type AxisStep = Span & {
  readonly kind: 'step';
  readonly axis: Axis;
  readonly test: NodeTest;
  readonly predicates: readonly Expr[];
};

/**
 * A pattern of XSLT 2.0 §5.5.2 (the `context` of a rule, the `match` of a key). Kept from the last step to the first, as it is
 * matched: `a//b[1]` is step b, above it anywhere a.
 */
export interface Pattern extends Span {
  readonly alternatives: readonly PathPattern[];
}

export interface PathPattern extends Span {
  /** Last step first. Empty for the pattern `/` (then `anchor` is `root`). */
  readonly steps: readonly PatternStep[];
  /** Where the first step must be: below the document (`/a`), below or as what a call gives (`key('k','v')/a`), or anywhere. */
  readonly anchor:
    | { readonly kind: 'root' }
    | { readonly kind: 'anywhere' }
    | { readonly kind: 'call'; readonly call: Expr };
}

export interface PatternStep extends Span {
  /** `descendant`, `descendant-or-self` and `self` are XSLT 3.0 patterns, which the reference engine accepts. */
  readonly axis: 'child' | 'attribute' | 'self' | 'descendant' | 'descendant-or-self';
  readonly test: NodeTest;
  readonly predicates: readonly Expr[];
  /** How it hangs on what stands to its left, the next of `steps` or the anchor: `/` is `parent`, `//` is `ancestor`. */
  readonly link: 'parent' | 'ancestor';
}

/** A text that is not XPath 2.0, or not a pattern. */
export class XPathSyntaxError extends Error {
  override readonly name = 'XPathSyntaxError';
  constructor(
    message: string,
    /** The expression. */
    readonly expression: string,
    /** Where in it, in UTF-16 units. */
    readonly offset: number,
    /** `XPST0003` unless a narrower code exists. */
    readonly code: string = 'XPST0003',
  ) {
    super(message);
  }
}
