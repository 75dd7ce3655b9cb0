import * as z from 'zod';

/**
 * How the simulators behave: `socle sandbox start --scenario FILE`.
 *
 * Its JSON Schema ships as `schemas/scenario.schema.json`.
 */
export const ScenarioFile = z.object({
  $schema: z.string().optional(),
  insi: z
    .object({
      mode: z.enum(['bas', 'prod', 'cnda']).describe('How an unknown person is answered.').optional(),
      scenario: z.string().describe('Name of a drift or fault, for example "unavailable".').optional(),
      times: z.int().positive().describe('For this many calls only.').optional(),
      idam: z.array(z.string().min(1)).describe('Authorization numbers accepted.').optional(),
    })
    .optional(),
  dmp: z
    .object({
      level: z.enum(['lenient', 'dmp', 'strict']).describe('How much is enforced.').optional(),
      scenario: z.string().describe('Name of a situation or fault, for example "http-503".').optional(),
      times: z.int().positive().describe('For this many calls only.').optional(),
      slowMs: z.int().positive().describe('Duration of the slow scenarios, in milliseconds.').optional(),
      maxResults: z.int().positive().describe('A search that finds more is refused.').optional(),
    })
    .optional(),
});

export type ScenarioFile = z.infer<typeof ScenarioFile>;
