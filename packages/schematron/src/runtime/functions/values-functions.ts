import type { FunctionSpec } from '../signatures.js';
import { dateFunctions } from './values-dates.js';
import { formatFunctions } from './values-formats.js';
import { numberFunctions } from './values-numbers.js';
import { valueSequenceFunctions } from './values-sequences.js';

/** The functions about values: numbers, dates and durations, aggregates, comparisons, formats. */
export const valueFunctions: readonly FunctionSpec[] = [
  ...numberFunctions,
  ...dateFunctions,
  ...valueSequenceFunctions,
  ...formatFunctions,
];
