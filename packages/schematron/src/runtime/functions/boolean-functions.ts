import { type FunctionSpec, implement } from '../signatures.js';
import { effectiveBooleanValue } from '../values/boolean-value.js';
import { atomize, stringOf } from '../values/text-value.js';
import { EMPTY, FALSE, TRUE, truth } from './arguments.js';

/** Functions and Operators §9, and `string` and `data` (§2). */
export const booleanFunctions: readonly FunctionSpec[] = [
  implement('true', () => TRUE),
  implement('false', () => FALSE),
  implement('boolean', (_, items = EMPTY) => truth(effectiveBooleanValue(items))),
  implement('not', (_, items = EMPTY) => truth(!effectiveBooleanValue(items))),
  implement('string', (_, items = EMPTY) => [items[0] === undefined ? '' : stringOf(items[0])]),
  implement('data', (_, items = EMPTY) => atomize(items)),
];
