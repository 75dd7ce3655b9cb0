import { XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import { type Atomic, type Sequence, XUntyped, XUri } from '../item.js';
import { asNumeric, numberOfNumeric } from './numeric.js';
import { XString } from './strings.js';
import { typeNameOf } from './types.js';

/**
 * Effective boolean value of a sequence (XPath 2.0 §2.4.3).
 *
 * @throws XPathError FORG0006 when it has none
 */
export function effectiveBooleanValue(items: Sequence): boolean {
  const first = items[0];
  if (first === undefined) return false;
  if (first instanceof XNode) return true;
  if (items.length > 1) {
    throw new XPathError(
      'FORG0006',
      `a sequence of several items that begins with ${typeNameOf(first)} is neither true nor false`,
    );
  }
  return booleanOfAtomic(first);
}

/** Effective boolean value of one atomic value. @throws XPathError FORG0006 */
export function booleanOfAtomic(value: Atomic): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value !== '';
  if (value instanceof XUntyped || value instanceof XUri || value instanceof XString) return value.value !== '';
  if (asNumeric(value) === undefined)
    throw new XPathError('FORG0006', `${typeNameOf(value)} is neither true nor false`);
  const number = numberOfNumeric(value);
  return !Number.isNaN(number) && number !== 0;
}
