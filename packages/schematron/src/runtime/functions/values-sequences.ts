import { XPathError } from '../error.js';
import type { Atomic, Sequence } from '../item.js';
import type { Run } from '../run.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { average, extreme, sum } from '../values/aggregates.js';
import { compareAtomic } from '../values/compare.js';
import { deepEqual } from '../values/deep-equal.js';
import { distinctValues } from '../values/equality.js';
import { XInteger } from '../values/integer.js';
import { EMPTY, truth } from './arguments.js';
import { requireCodepointCollation } from './collations.js';
import { atomicOf } from './values-numbers.js';

const ZERO: Sequence = Object.freeze([new XInteger(0n)]);

/** The values of an argument that was converted to atomic values. */
function atomicsOf(c: Run, argument: Sequence): readonly Atomic[] {
  c.spend(argument.length);
  return argument as readonly Atomic[];
}

/** fn:index-of: values that do not compare are not equal. */
function indexOf(c: Run, values: readonly Atomic[], wanted: Atomic | undefined): Sequence {
  if (wanted === undefined) return EMPTY;
  const found: XInteger[] = [];
  for (const [index, value] of values.entries()) if (equal(value, wanted, c)) found.push(XInteger.of(index + 1));
  return found;
}

function equal(a: Atomic, b: Atomic, c: Run): boolean {
  try {
    return compareAtomic('eq', a, b, c);
  } catch (error) {
    if (error instanceof XPathError && error.code === 'XPTY0004') return false;
    throw error;
  }
}

function extremeOf(c: Run, which: 'max' | 'min', values: Sequence, collation: Sequence | undefined): Sequence {
  requireCodepointCollation(collation);
  return values.length === 0 ? EMPTY : [extreme(atomicsOf(c, values), which, c)];
}

/** Functions and Operators §15.1 (what compares values), §15.3 and §15.4. */
export const valueSequenceFunctions: readonly FunctionSpec[] = [
  implement('count', (_, items = EMPTY) => [XInteger.of(items.length)]),
  implement('sum', (c, values = EMPTY, zero = ZERO) => (values.length === 0 ? zero : [sum(atomicsOf(c, values), c)])),
  implement('avg', (c, values = EMPTY) => (values.length === 0 ? EMPTY : [average(atomicsOf(c, values), c)])),
  implement('max', (c, values = EMPTY, collation) => extremeOf(c, 'max', values, collation)),
  implement('min', (c, values = EMPTY, collation) => extremeOf(c, 'min', values, collation)),
  implement('distinct-values', (c, values = EMPTY, collation) => {
    requireCodepointCollation(collation);
    return distinctValues(atomicsOf(c, values), c);
  }),
  implement('index-of', (c, values = EMPTY, wanted = EMPTY, collation) => {
    requireCodepointCollation(collation);
    return indexOf(c, atomicsOf(c, values), atomicOf(wanted));
  }),
  implement('deep-equal', (c, a = EMPTY, b = EMPTY, collation) => {
    requireCodepointCollation(collation);
    c.spend(a.length + b.length);
    return truth(deepEqual(a, b, c));
  }),
];
