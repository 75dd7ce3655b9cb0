import * as z from 'zod/mini';
import { jsonContent } from './schema/content.js';
import { submissionSchema } from './schema/submission.js';

/** JSON Schema (2020-12) of SUBMISSION.json, generated from the schema that reads it. */
export function submissionJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(submissionSchema(jsonContent), { io: 'input', unrepresentable: 'any', reused: 'ref' }) };
}
