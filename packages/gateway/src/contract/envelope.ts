import * as z from 'zod/mini';
import { environmentKind } from './environment.js';
import { uiError } from './error.js';
import { instant } from './scalars.js';

/** What stands beside the data of every answer. */
export const meta = z.object({
  at: instant,
  /** `service`: a national service answered during this call; `local`: the answer comes from the site. */
  source: z.enum(['service', 'local']),
  messageId: z.optional(z.string()),
  environment: environmentKind,
});
export type Meta = z.infer<typeof meta>;

/** `{ data, meta }` */
export interface Answer<Data> {
  readonly data: Data;
  readonly meta: Meta;
}

/** `{ error }` */
export const failure = z.object({ error: uiError });
export type Failure = z.infer<typeof failure>;
