import type { GeneralOperator, ValueOperator } from '../../xpath/ast.js';
import { type Atomic, type Sequence, XUntyped } from '../item.js';
import { castTo } from './cast.js';
import { compareAtomic, type Zone } from './compare.js';
import type { Prefixes } from './lexical.js';
import { stringOf, typedValue } from './text-value.js';
import { atomicTypeName, isNumeric, primitiveOf } from './types.js';
import { XNode } from '../../tree/node.js';

const VALUE: Readonly<Record<GeneralOperator, ValueOperator>> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

/** What a general comparison needs of a run: a time zone, and namespaces for QNames. */
export interface ComparisonContext extends Zone {
  readonly namespaces?: Prefixes;
}

/**
 * A general comparison (XPath 2.0 §3.5.2): true when some item of the left and some item of the right compare so. Pairs are tried
 * in order, those of the first item first, and the first that holds ends it: an error behind it is never met.
 *
 * @throws XPathError XPTY0004 for types that do not compare, FORG0001 when an untyped value is no value of the type it is compared with
 */
export function generalCompare(operator: GeneralOperator, a: Sequence, b: Sequence, c: ComparisonContext): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const value = VALUE[operator];
  const right = b.map((item) => (item instanceof XNode ? typedValue(item) : item));
  for (const item of a) {
    const left = item instanceof XNode ? typedValue(item) : item;
    for (const other of right) if (comparePair(value, left, other, c)) return true;
  }
  return false;
}

/** One pair of a general comparison, its untyped side cast to what the other is. */
export function comparePair(operator: ValueOperator, a: Atomic, b: Atomic, c: ComparisonContext): boolean {
  if (a instanceof XUntyped) {
    return compareAtomic(operator, b instanceof XUntyped ? a : castLike(a, b, c), b, c);
  }
  return compareAtomic(operator, a, b instanceof XUntyped ? castLike(b, a, c) : b, c);
}

/** xs:untypedAtomic against a number is an xs:double, against a string a string, against anything else what that is. */
function castLike(value: XUntyped, other: Atomic, c: ComparisonContext): Atomic {
  if (typeof other === 'string') return value.value;
  if (isNumeric(other)) return castTo(value, 'double');
  const type = primitiveOf(atomicTypeName(other));
  return type === 'string' ? stringOf(value) : castTo(value, type, c.namespaces);
}
