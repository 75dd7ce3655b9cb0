/** A disagreement that is a fault of the reference engine, shown to be one. */
export interface ReferenceFault {
  /** What the reference does, and the text that says otherwise. */
  readonly why: string;
  /** @param line what one side says alone: `+` ours, `-` theirs */
  readonly applies: (line: string) => boolean;
}

/** Every disagreement that the tests let pass. */
export const REFERENCE_FAULTS: readonly ReferenceFault[] = [];
