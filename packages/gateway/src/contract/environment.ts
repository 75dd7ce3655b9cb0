import * as z from 'zod/mini';
import { instant } from './scalars.js';

export const environmentKind = z.enum(['simulator', 'bac-a-sable', 'test', 'formation', 'production']);
export type EnvironmentKind = z.infer<typeof environmentKind>;

/** Where the services of this server are. */
export const environmentView = z.object({
  kind: environmentKind,
  /** Name given by the site. */
  label: z.optional(z.string()),
  services: z.array(z.object({ service: z.string(), kind: environmentKind })),
  /** Services point at different environments: always shown as a danger. */
  mixed: z.boolean(),
});
export type EnvironmentView = z.infer<typeof environmentView>;

/** State of one national service, from the outcomes of real calls: no call is made to draw it. */
export const serviceStatusView = z.object({
  service: z.string(),
  state: z.enum(['ok', 'slow', 'down', 'unknown']),
  since: z.optional(instant),
  lastSuccess: z.optional(instant),
  /** Sendings that wait. */
  queued: z.optional(z.int()),
  /** Median of the last calls. */
  medianMs: z.optional(z.number()),
  certificates: z.optional(z.array(z.object({ name: z.string(), expiresAt: instant, days: z.int() }))),
});
export type ServiceStatusView = z.infer<typeof serviceStatusView>;

export const statusOutput = z.object({ services: z.array(serviceStatusView), at: instant });
export type StatusOutput = z.infer<typeof statusOutput>;
