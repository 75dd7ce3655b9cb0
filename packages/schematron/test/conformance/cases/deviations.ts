/** Where we keep to the letter and the reference engine does not: what it answers, and why that is its fault. */
export interface Deviation {
  readonly expression: string;
  readonly reference: readonly string[];
  readonly why: string;
}

/** None of these can change the verdict of a rule that was written to be true. */
export const DEVIATIONS: readonly Deviation[] = [];
