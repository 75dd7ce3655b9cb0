import { submissionJsonSchema } from '@socle-sante/documents/submission';
import * as z from 'zod';
import { DeviationsFile } from './deviations-file.js';
import { EnvironmentFile } from './environment-file.js';
import { IdentityFile } from './identity-file.js';
import { IdentityStateFile } from './identity-state-file.js';
import { ScenarioFile } from './scenario-file.js';

const FILES = {
  deviations: DeviationsFile,
  environment: EnvironmentFile,
  identity: IdentityFile,
  'identity-state': IdentityStateFile,
  scenario: ScenarioFile,
} as const;

/** The JSON Schema of each file that the command reads, by name: they ship in `schemas/`, so that an editor completes them. */
export function fileSchemas(): Record<string, unknown> {
  return {
    ...Object.fromEntries(
      Object.entries(FILES).map(([name, schema]) => [`${name}.schema.json`, z.toJSONSchema(schema, { io: 'input' })]),
    ),
    'submission.schema.json': submissionJsonSchema(),
  };
}
