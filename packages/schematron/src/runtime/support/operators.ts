import { XNode } from '../../tree/node.js';
import type { ArithmeticOperator, GeneralOperator, NodeOperator, ValueOperator } from '../../xpath/ast.js';
import { XPathError } from '../error.js';
import { isNCName, namespaceForPrefix, resolveQName } from '../functions/names.js';
import { compareNodes } from '../functions/order.js';
import type { Atomic, Sequence } from '../item.js';
import { XUntyped } from '../item.js';
import { LimitError } from '../limits.js';
import type { Run } from '../run.js';
import { arithmetic, negate, unarySign } from '../values/arithmetic.js';
import { castTo } from '../values/cast.js';
import { compareAtomic, compareCodepoints } from '../values/compare.js';
import { readDouble } from '../values/double.js';
import { XInteger } from '../values/integer.js';
import { atomizeItem } from '../values/text-value.js';

/** The one atomic value of an operand, or none. @throws XPathError XPTY0004 when there are several */
function single(items: Sequence, what: string): Atomic | undefined {
  if (items.length > 1) throw new XPathError('XPTY0004', `${what} has ${items.length} items`);
  const [item] = items;
  return item === undefined ? undefined : atomizeItem(item);
}

/**
 * The second operand of an operator that gives nothing when the first is empty: computed only when it is needed, as the reference
 * engine does, so that an error in it is no error then.
 */
type Second = Sequence | (() => Sequence);

function computed(operand: Second): Sequence {
  return typeof operand === 'function' ? operand() : operand;
}

/** `eq`, `lt`, … of sequences (§3.5.1). */
export function valueComparison(operator: ValueOperator, a: Sequence, b: Second, c: Run): boolean | undefined {
  const left = single(a, `the first operand of ${operator}`);
  if (left === undefined) return undefined;
  const right = single(computed(b), `the second operand of ${operator}`);
  return right === undefined ? undefined : compareAtomic(operator, left, right, c);
}

/** `is`, `<<`, `>>` (§3.5.3). */
export function nodeComparison(operator: NodeOperator, a: Sequence, b: Second, c: Run): boolean | undefined {
  const left = oneNode(a, operator);
  if (left === undefined) return undefined;
  const right = oneNode(computed(b), operator);
  if (right === undefined) return undefined;
  if (operator === 'is') return left === right;
  const order = compareNodes(c, left, right);
  return operator === '<<' ? order < 0 : order > 0;
}

function oneNode(items: Sequence, operator: NodeOperator): XNode | undefined {
  const [item] = items;
  if (item === undefined) return undefined;
  if (items.length > 1 || !(item instanceof XNode))
    throw new XPathError('XPTY0004', `an operand of ${operator} is not one node`);
  return item;
}

/** `a op b` of two texts that may be missing: the general comparison. */
export function textsCompare(operator: GeneralOperator, a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  switch (operator) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return compareCodepoints(a, b) < 0;
    case '<=':
      return compareCodepoints(a, b) <= 0;
    case '>':
      return compareCodepoints(a, b) > 0;
    default:
      return compareCodepoints(a, b) >= 0;
  }
}

/** Whether some text of the list compares so. */
export function someText(operator: GeneralOperator, a: string | null, list: readonly string[]): boolean {
  for (const b of list) if (textsCompare(operator, a, b)) return true;
  return false;
}

/** `resolve-QName(text, element) = QName(uri, local)`. @throws XPathError FOCA0002, FONS0004 */
export function resolvesTo(text: string | null, element: XNode, uri: string, local: string): boolean {
  if (text === null) return false;
  if (text === local) return namespaceForPrefix(element, '') === uri;
  if (isNCName(text)) return false;
  const name = resolveQName(text, element);
  return name.local === local && name.uri === uri;
}

/**
 * An xs:untypedAtomic that meets a number. As in the reference engine, any text may meet NaN: `'x' != NaN` is true.
 *
 * @throws XPathError FORG0001
 */
export function untypedToDouble(text: string, other = 0): number {
  const value = readDouble(text);
  if (Number.isNaN(other)) return other;
  if (value !== undefined) return value;
  return Number(castTo(new XUntyped(text), 'double'));
}

/** `+ - * div idiv mod` of sequences (§3.4). An untyped operand is cast to xs:double before the other one is looked at. */
export function arithmeticOf(operator: ArithmeticOperator, a: Sequence, b: Second, c: Run): Atomic | undefined {
  const left = single(a, `the first operand of ${operator}`);
  if (left === undefined) return undefined;
  const first = left instanceof XUntyped ? castTo(left, 'double') : left;
  const right = single(computed(b), `the second operand of ${operator}`);
  return arithmetic(operator, first, right, c);
}

/** Unary plus and minus. */
export function unaryOf(operator: '+' | '-', a: Sequence): Atomic | undefined {
  const value = single(a, `the operand of ${operator}`);
  if (value === undefined) return undefined;
  return operator === '-' ? negate(value) : unarySign(value);
}

/** How many integers a range may hold. */
const LONGEST_RANGE = 10_000_000;

/** Refuses a range that would fill the memory. @throws LimitError `limit.size` */
export function checkRange(from: number, to: number): void {
  if (to - from >= LONGEST_RANGE) {
    throw new LimitError('limit.size', `a range of more than ${LONGEST_RANGE} integers`);
  }
}

/** An operand of `to`; NaN for none. @throws XPathError XPTY0004 */
export function rangeBound(items: Sequence, what: string): number {
  const value = single(items, what);
  if (value === undefined) return Number.NaN;
  const integer = value instanceof XUntyped ? castTo(value, 'integer') : value;
  if (!(integer instanceof XInteger)) throw new XPathError('XPTY0004', `${what} is not an integer`);
  const number = Number(integer.value);
  if (!Number.isSafeInteger(number)) throw new XPathError('FOAR0002', `${what} is too large`);
  return number;
}
