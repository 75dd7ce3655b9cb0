import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, type NodeKind, TEXT, XNode } from '../../tree/node.js';
import { type Atomic, type Item, XAtomic } from '../item.js';

/** Each atomic type and the one it derives from (XML Schema 2, §3; XDM §2.7.1). */
const BASES: ReadonlyMap<string, string> = new Map([
  ['anyAtomicType', 'anySimpleType'],
  ...[
    'untypedAtomic',
    'string',
    'boolean',
    'decimal',
    'float',
    'double',
    'anyURI',
    'QName',
    'NOTATION',
    'dateTime',
    'date',
    'time',
    'gYearMonth',
    'gYear',
    'gMonthDay',
    'gDay',
    'gMonth',
    'duration',
    'hexBinary',
    'base64Binary',
  ].map((name): [string, string] => [name, 'anyAtomicType']),
  ['dateTimeStamp', 'dateTime'],
  ['yearMonthDuration', 'duration'],
  ['dayTimeDuration', 'duration'],
  ['normalizedString', 'string'],
  ['token', 'normalizedString'],
  ['language', 'token'],
  ['NMTOKEN', 'token'],
  ['Name', 'token'],
  ['NCName', 'Name'],
  ['ID', 'NCName'],
  ['IDREF', 'NCName'],
  ['ENTITY', 'NCName'],
  ['integer', 'decimal'],
  ['nonPositiveInteger', 'integer'],
  ['negativeInteger', 'nonPositiveInteger'],
  ['nonNegativeInteger', 'integer'],
  ['positiveInteger', 'nonNegativeInteger'],
  ['long', 'integer'],
  ['int', 'long'],
  ['short', 'int'],
  ['byte', 'short'],
  ['unsignedLong', 'nonNegativeInteger'],
  ['unsignedInt', 'unsignedLong'],
  ['unsignedShort', 'unsignedInt'],
  ['unsignedByte', 'unsignedShort'],
]);

const NUMERIC: ReadonlySet<string> = new Set(['double', 'float', 'decimal']);

/** True for the local name of an atomic type of XML Schema that an expression may name (xs:anyAtomicType included), and `numeric`. */
export function isAtomicTypeName(local: string): boolean {
  return BASES.has(local) || local === 'numeric';
}

/** True for a type that a value may be cast to: not xs:anyAtomicType, not xs:NOTATION. */
export function isCastTarget(local: string): boolean {
  return isAtomicTypeName(local) && local !== 'anyAtomicType' && local !== 'NOTATION';
}

/** Does a type derive from another, or is it the same? */
export function derivesFrom(type: string, of: string): boolean {
  for (let current: string | undefined = type; current !== undefined; current = BASES.get(current)) {
    if (current === of || (of === 'numeric' && NUMERIC.has(current))) return true;
  }
  return false;
}

/** The name of the nearest type above that has a class here: `byte` is an `integer`, `token` a `string`. */
export function primitiveOf(type: string): string {
  let current = type;
  for (;;) {
    const base = BASES.get(current);
    if (base === undefined || base === 'anyAtomicType' || KEPT.has(current)) return current;
    current = base;
  }
}

const KEPT: ReadonlySet<string> = new Set(['integer', 'yearMonthDuration', 'dayTimeDuration']);

/** Local name of the type of an atomic value. */
export function atomicTypeName(value: Atomic): string {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'boolean') return 'boolean';
  return value.derived ?? value.type;
}

const KINDS: Readonly<Record<NodeKind, string>> = {
  [ELEMENT]: 'element()',
  [ATTRIBUTE]: 'attribute()',
  [TEXT]: 'text()',
  7: 'processing-instruction()',
  [COMMENT]: 'comment()',
  [DOCUMENT]: 'document-node()',
};

/** The type of an item, as messages say it: `xs:integer`, `element()`. */
export function typeNameOf(item: Item): string {
  return item instanceof XNode ? KINDS[item.kind] : `xs:${atomicTypeName(item)}`;
}

/** True when an item is an atomic value of a type, or of one that derives from it. */
export function instanceOfAtomic(item: Item, type: string): boolean {
  if (item instanceof XNode) return false;
  return derivesFrom(atomicTypeName(item), type);
}

/** True when a value is a number: xs:integer, xs:decimal, xs:float, xs:double. */
export function isNumeric(value: Atomic): boolean {
  if (typeof value === 'number') return true;
  return value instanceof XAtomic && (value.type === 'integer' || value.type === 'decimal' || value.type === 'float');
}
