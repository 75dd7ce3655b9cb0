import { SECTIONS } from './cases/all.js';
import type { Case, Section } from './cases/section.js';

/** A case with a number that is its own, and what it is evaluated over. */
export interface NumberedCase extends Pick<Section, 'section' | 'document' | 'context'> {
  readonly id: string;
  readonly expression: string;
  readonly expected: readonly string[];
}

/** Every case of the suite. */
export function numberedCases(): NumberedCase[] {
  return SECTIONS.flatMap(({ section, document, context, cases }, rank) =>
    cases.map(
      ([expression, ...expected]: Case, index): NumberedCase => ({
        id: `${rank}.${index}`,
        section,
        document,
        ...(context === undefined ? {} : { context }),
        expression,
        expected,
      }),
    ),
  );
}
