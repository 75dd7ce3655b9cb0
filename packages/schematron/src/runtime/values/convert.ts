import { XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import { type Atomic, type Sequence, XUntyped, XUri } from '../item.js';
import type { TypeSpec } from '../signatures.js';
import { castTo } from './cast.js';
import { XFloat } from './double.js';
import type { Prefixes } from './lexical.js';
import { asNumeric, numberOfNumeric } from './numeric.js';
import { itemMatches, typeTest } from './sequence-type.js';
import { atomize } from './text-value.js';
import { instanceOfAtomic, isCastTarget, typeNameOf } from './types.js';

/**
 * The function conversion rules (XPath 2.0 §3.1.5): nodes are atomized where an atomic type is expected, untyped values cast to it
 * (to xs:double for `numeric`), numbers promoted to xs:float or xs:double, xs:anyURI to xs:string.
 *
 * @param type what is expected, as signatures write it
 * @param what is converted, for messages: `the first argument of contains`
 * @throws XPathError XPTY0004 when what comes out is not of the type, FORG0001 when an untyped value cannot be cast
 */
export function convertArgument(items: Sequence, type: TypeSpec, what: string, prefixes?: Prefixes): Sequence {
  const test = typeTest(type);
  if (items.length < test.least || items.length > test.most) throw wrongCount(items.length, type, what);
  if (test.item.kind === 'item') return items;
  if (test.item.kind === 'atomic') {
    const expected = test.item.type;
    // A node gives one value, so that the count stays what it was.
    return mapped(atomize(items), (value) => convertAtomic(value, expected, what, prefixes));
  }
  for (const item of items) if (!itemMatches(item, test.item)) throw wrongType(typeNameOf(item), type, what);
  return items;
}

/** `items treat as TYPE`: as they are, or XPDY0050. */
export function treatAs(items: Sequence, type: TypeSpec): Sequence {
  const { item, least, most } = typeTest(type);
  if (items.length < least || items.length > most || !items.every((each) => itemMatches(each, item))) {
    throw new XPathError('XPDY0050', `a value is not ${type}, as treat says it is`);
  }
  return items;
}

/** The array itself while nothing in it changes. */
function mapped(values: readonly Atomic[], convert: (value: Atomic) => Atomic): readonly Atomic[] {
  let changed: Atomic[] | undefined;
  for (const [index, value] of values.entries()) {
    const converted = convert(value);
    if (changed === undefined && converted !== value && !(Number.isNaN(converted) && Number.isNaN(value))) {
      changed = values.slice(0, index);
    }
    changed?.push(converted);
  }
  return changed ?? values;
}

/** One value, converted to an atomic type. @throws XPathError as {@link convertArgument} */
export function convertAtomic(value: Atomic, expected: string, what: string, prefixes?: Prefixes): Atomic {
  if (value instanceof XUntyped && expected !== 'untypedAtomic' && expected !== 'anyAtomicType') {
    // F&O defines no cast of untyped values to QNames in function calls: XPTY0117 of XPath 3.0, and of the reference engine.
    if (expected === 'QName') throw new XPathError('XPTY0117', `${what} is untyped: it is not made a QName`);
    if (isCastTarget(expected)) return castTo(value, expected === 'numeric' ? 'double' : expected, prefixes);
  }
  if (instanceOfAtomic(value, expected)) return value;
  const number = asNumeric(value);
  if (number !== undefined && expected === 'double') return numberOfNumeric(number);
  if (number !== undefined && expected === 'float' && typeof number !== 'number')
    return new XFloat(numberOfNumeric(number));
  if (value instanceof XUri && expected === 'string') return value.value;
  throw wrongType(typeNameOf(value), `xs:${expected}`, what);
}

/**
 * Nodes alone: an operand of a path, of a set operator.
 *
 * @throws XPathError `code` when an item is no node
 */
export function nodesOnly(items: Sequence, what: string, code = 'XPTY0004'): readonly XNode[] {
  for (const item of items) {
    if (!(item instanceof XNode)) throw new XPathError(code, `${what} holds ${typeNameOf(item)}, not nodes only`);
  }
  return items as readonly XNode[];
}

function wrongCount(count: number, type: TypeSpec, what: string): XPathError {
  return new XPathError('XPTY0004', `${what} is a sequence of ${count}, not ${type}`);
}

function wrongType(found: string, type: TypeSpec, what: string): XPathError {
  return new XPathError('XPTY0004', `${what} is ${found}, not ${type}`);
}
