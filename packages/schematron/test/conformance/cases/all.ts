import { accessorsCases } from './accessors.js';
import { arithmeticCases } from './arithmetic.js';
import { castingCases } from './casting.js';
import { comparisonsCases } from './comparisons.js';
import { contextCases } from './context.js';
import { controlCases } from './control.js';
import { dateFormsCases } from './date-forms.js';
import { documentsCases } from './documents.js';
import { durationsCases } from './durations.js';
import { evaluationCases } from './evaluation.js';
import { namesCases } from './names.js';
import { pathsCases } from './paths.js';
import { patternsCases } from './patterns.js';
import { predicatesCases } from './predicates.js';
import { primaryCases } from './primary.js';
import type { Section } from './section.js';
import { sequencesCases } from './sequences.js';
import { stringsCases } from './strings.js';
import { typesCases } from './types.js';

/** Every section of the suite. */
export const SECTIONS: readonly Section[] = [
  ...primaryCases,
  ...pathsCases,
  ...predicatesCases,
  ...arithmeticCases,
  ...comparisonsCases,
  ...controlCases,
  ...typesCases,
  ...accessorsCases,
  ...stringsCases,
  ...patternsCases,
  ...durationsCases,
  ...dateFormsCases,
  ...namesCases,
  ...sequencesCases,
  ...contextCases,
  ...castingCases,
  ...documentsCases,
  ...evaluationCases,
];
