import { XNode } from '../../tree/node.js';
import type { GeneralOperator, ValueOperator } from '../../xpath/ast.js';
import { XPathError } from '../error.js';
import { type Atomic, type Sequence, XUntyped } from '../item.js';
import { castTo } from './cast.js';
import { compareAtomic, holds, type Zone } from './compare.js';
import { XCalendar } from './date-time.js';
import { readDouble } from './double.js';
import { XInteger } from './integer.js';
import type { Prefixes } from './lexical.js';
import { asNumeric, type Numeric, numberOfNumeric } from './numeric.js';
import { XQName } from './qname.js';
import { stringOf, typedValue } from './text-value.js';
import { atomicTypeName, primitiveOf } from './types.js';

const VALUE: Readonly<Record<GeneralOperator, ValueOperator>> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

/** The operator with its sides exchanged. */
const MIRROR: Readonly<Record<ValueOperator, ValueOperator>> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  le: 'ge',
  gt: 'lt',
  ge: 'le',
};

/** What a general comparison needs of a run: a time zone, and namespaces for QNames. */
export interface ComparisonContext extends Zone {
  readonly namespaces?: Prefixes;
}

/**
 * A general comparison (XPath 2.0 §3.5.2): true when some item of the left and some item of the right compare so. Pairs are tried
 * in order, those of the first item first, and the first that holds ends it: an error behind it is never met. Nothing is asked of the right when the left is empty.
 *
 * @throws XPathError XPTY0004 for types that do not compare, FORG0001 when an untyped value is no value of the type it is compared with
 */
export function generalCompare(
  operator: GeneralOperator,
  a: Sequence,
  b: Sequence | (() => Sequence),
  c: ComparisonContext,
): boolean {
  if (a.length === 0) return false;
  const value = VALUE[operator];
  const right = (typeof b === 'function' ? b() : b).map((item) => (item instanceof XNode ? typedValue(item) : item));
  for (const item of a) {
    const left = item instanceof XNode ? typedValue(item) : item;
    for (const other of right) if (comparePair(value, left, other, c)) return true;
  }
  return false;
}

/** One pair of a general comparison, its untyped side cast to what the other is. */
export function comparePair(operator: ValueOperator, a: Atomic, b: Atomic, c: ComparisonContext): boolean {
  if (a instanceof XUntyped) {
    if (b instanceof XUntyped) return compareAtomic(operator, a, b, c);
    const number = asNumeric(b);
    return number === undefined
      ? compareAtomic(operator, castLike(a, b, operator, c), b, c)
      : compareWithNumber(operator, a.value, number);
  }
  if (!(b instanceof XUntyped)) return compareAtomic(operator, a, b, c);
  const number = asNumeric(a);
  return number === undefined
    ? compareAtomic(operator, a, castLike(b, a, operator, c), c)
    : compareWithNumber(MIRROR[operator], b.value, number);
}

/**
 * xs:untypedAtomic against a number is an xs:double. As in the reference engine, nothing is read of the text when the number is NaN
 * (`'x' != NaN` is true, not an error), and a text NaN is greater than an xs:decimal, an xs:float, or an integer of more than 64 bits.
 *
 * @throws XPathError FORG0001 when the text is no number
 */
export function compareWithNumber(operator: ValueOperator, text: string, number: Numeric): boolean {
  const right = numberOfNumeric(number);
  if (Number.isNaN(right)) return operator === 'ne';
  const left = readDouble(text);
  if (left === undefined) throw new XPathError('FORG0001', 'an untyped text that is compared with a number is none');
  if (Number.isNaN(left)) return isWide(number) ? operator !== 'eq' && !operator.startsWith('l') : operator === 'ne';
  return holds(operator, left < right ? -1 : left > right ? 1 : 0);
}

function isWide(number: Numeric): boolean {
  if (number instanceof XInteger) return BigInt.asIntN(64, number.value) !== number.value;
  return typeof number !== 'number';
}

/** xs:untypedAtomic against a string is a string, against anything else what that is. */
function castLike(value: XUntyped, other: Atomic, operator: ValueOperator, c: ComparisonContext): Atomic {
  if (typeof other === 'string') return value.value;
  const type = primitiveOf(atomicTypeName(other));
  if (type === 'string') return stringOf(value);
  // A type that has no such comparison is an error, whatever the text.
  if (other instanceof XCalendar || other instanceof XQName) compareAtomic(operator, other, other, c);
  return castTo(value, type, c.namespaces);
}
