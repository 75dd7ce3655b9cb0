import type { DeviationRule } from './deviation-rules.js';
import type { SchemaLimits } from './limits.js';

/** How a schema is read. */
export interface SchemaOptions {
  /** Known faults of the pack, mended while it is read and reported. */
  readonly deviations?: readonly DeviationRule[];
  /**
   * What becomes of a reference to something that is not there: an included file, an abstract pattern or rule, a pattern of a phase.
   * `report` (by default): a deviation that makes the schema incomplete; `error`: a {@link SchemaError}.
   */
  readonly missing?: 'report' | 'error';
  readonly limits?: Partial<SchemaLimits>;
}
