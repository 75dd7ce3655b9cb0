import type { Atomic, Sequence } from '../item.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { asNumeric, type Numeric, numberOf } from '../values/numeric.js';
import { absoluteOf, ceilingOf, floorOf, roundHalfToEvenOf, roundOf } from '../values/rounding.js';
import { EMPTY, integer } from './arguments.js';

/** The one atomic value of an argument that was converted, or nothing. */
export function atomicOf(argument: Sequence): Atomic | undefined {
  return argument[0] as Atomic | undefined;
}

function onNumber(argument: Sequence, change: (value: Numeric) => Numeric): Sequence {
  const value = asNumeric(atomicOf(argument));
  return value === undefined ? EMPTY : [change(value)];
}

/** How many decimals: 0 when the argument is absent. */
function decimalsOf(argument: Sequence | undefined): number {
  return argument === undefined ? 0 : integer(argument);
}

/** Functions and Operators §6.4, and fn:number (§2.5). */
export const numberFunctions: readonly FunctionSpec[] = [
  implement('abs', (_, value = EMPTY) => onNumber(value, absoluteOf)),
  implement('ceiling', (_, value = EMPTY) => onNumber(value, ceilingOf)),
  implement('floor', (_, value = EMPTY) => onNumber(value, floorOf)),
  implement('round', (_, value = EMPTY, decimals) => onNumber(value, (each) => roundOf(each, decimalsOf(decimals)))),
  implement('round-half-to-even', (_, value = EMPTY, decimals) =>
    onNumber(value, (each) => roundHalfToEvenOf(each, decimalsOf(decimals))),
  ),
  implement('number', (_, value = EMPTY) => [numberOf(atomicOf(value))]),
];
