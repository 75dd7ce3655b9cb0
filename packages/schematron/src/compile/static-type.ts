/** Kinds of items as bits, so that "what may this be" is one number. */
export const Kind = {
  element: 1,
  attribute: 2,
  text: 4,
  comment: 8,
  instruction: 16,
  document: 32,
  node: 63,
  string: 64,
  untyped: 128,
  boolean: 256,
  double: 512,
  integer: 1024,
  decimal: 2048,
  float: 4096,
  uri: 8192,
  qname: 16384,
  /** Dates, times, durations, binaries. */
  other: 32768,
  numeric: 512 | 1024 | 2048 | 4096,
  atomic: 65535 & ~63,
  any: 65535,
} as const;

/** What an expression gives, as far as can be known before it is evaluated. */
export interface StaticType {
  /** Bits of {@link Kind}. */
  readonly kinds: number;
  /** At least that many items. */
  readonly min: 0 | 1;
  /** At most that many items; 2 is any number. */
  readonly max: 0 | 1 | 2;
  /** True when all its nodes are of the document that is validated. */
  readonly home?: boolean;
}

export const EMPTY: StaticType = { kinds: 0, min: 0, max: 0, home: true };
export const ANYTHING: StaticType = { kinds: Kind.any, min: 0, max: 2 };

export function one(kinds: number, home = false): StaticType {
  return { kinds, min: 1, max: 1, home };
}

export function optional(kinds: number, home = false): StaticType {
  return { kinds, min: 0, max: 1, home };
}

export function many(kinds: number, home = false): StaticType {
  return { kinds, min: 0, max: 2, home };
}

/** Nothing but nodes (or nothing at all). */
export function onlyNodes(type: StaticType): boolean {
  return (type.kinds & ~Kind.node) === 0;
}

/** No node. */
export function onlyAtomic(type: StaticType): boolean {
  return (type.kinds & Kind.node) === 0;
}

export function only(type: StaticType, kinds: number): boolean {
  return (type.kinds & ~kinds) === 0;
}

/** One of two branches. */
export function either(a: StaticType, b: StaticType): StaticType {
  return {
    kinds: a.kinds | b.kinds,
    min: a.min === 0 || b.min === 0 ? 0 : 1,
    max: larger(a.max, b.max),
    home: a.home === true && b.home === true,
  };
}

/** One after the other. */
export function followedBy(a: StaticType, b: StaticType): StaticType {
  if (a.max === 0) return b;
  if (b.max === 0) return a;
  return {
    kinds: a.kinds | b.kinds,
    min: a.min === 1 || b.min === 1 ? 1 : 0,
    max: 2,
    home: a.home === true && b.home === true,
  };
}

/** `each` for every item of `over`. */
export function times(over: StaticType, each: StaticType): StaticType {
  if (over.max === 0 || each.max === 0) return EMPTY;
  return { ...each, min: over.min === 1 && each.min === 1 ? 1 : 0, max: over.max === 1 && each.max === 1 ? 1 : 2 };
}

/** The same items, maybe fewer. */
export function someOf(type: StaticType): StaticType {
  return { ...type, min: 0 };
}

/** What atomization makes of it: without a schema elements, attributes, texts and documents are untyped, the others strings. */
export function atomized(type: StaticType): StaticType {
  let kinds = type.kinds & Kind.atomic;
  if ((type.kinds & (Kind.element | Kind.attribute | Kind.text | Kind.document)) !== 0) kinds |= Kind.untyped;
  if ((type.kinds & (Kind.comment | Kind.instruction)) !== 0) kinds |= Kind.string;
  return { kinds, min: type.min, max: type.max };
}

const ATOMIC_KINDS: Readonly<Record<string, number>> = {
  string: Kind.string,
  normalizedString: Kind.string,
  token: Kind.string,
  language: Kind.string,
  NMTOKEN: Kind.string,
  Name: Kind.string,
  NCName: Kind.string,
  ID: Kind.string,
  IDREF: Kind.string,
  ENTITY: Kind.string,
  untypedAtomic: Kind.untyped,
  boolean: Kind.boolean,
  double: Kind.double,
  decimal: Kind.decimal | Kind.integer,
  float: Kind.float,
  anyURI: Kind.uri,
  QName: Kind.qname,
  anyAtomicType: Kind.atomic,
  numeric: Kind.numeric,
};

const INTEGERS = new Set(
  'integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger'.split(
    ' ',
  ),
);

/** The kinds of a built-in atomic type by its local name. */
export function atomicKinds(local: string): number {
  if (INTEGERS.has(local)) return Kind.integer;
  return ATOMIC_KINDS[local] ?? Kind.other;
}

const NODE_KINDS: Readonly<Record<string, number>> = {
  item: Kind.any,
  node: Kind.node,
  element: Kind.element,
  attribute: Kind.attribute,
  text: Kind.text,
  comment: Kind.comment,
  'processing-instruction': Kind.instruction,
  'document-node': Kind.document,
};

/** The type of a {@link import('../runtime/signatures.js').TypeSpec}: `xs:string?`, `node()*`, `numeric?`. */
export function typeOfSpec(spec: string): StaticType {
  if (spec === 'empty-sequence()') return EMPTY;
  const found = /^(?:xs:)?([A-Za-z-]+)(\([^)]*\))?([?*+]?)$/.exec(spec);
  if (found === null) return ANYTHING;
  const [, name = '', parentheses, occurrence] = found;
  const kinds = parentheses === undefined ? atomicKinds(name) : (NODE_KINDS[name] ?? Kind.any);
  return {
    kinds,
    min: occurrence === '' || occurrence === '+' ? 1 : 0,
    max: occurrence === '' || occurrence === '?' ? 1 : 2,
  };
}

function larger(a: StaticType['max'], b: StaticType['max']): StaticType['max'] {
  return a === 2 || b === 2 ? 2 : a === 1 || b === 1 ? 1 : 0;
}
