import { type Checked, type Finding, finding } from '@socle-sante/core/finding';
import type * as z from 'zod/mini';
import { contentOf } from './schema/content.js';
import { submissionSchema } from './schema/submission.js';
import type { Submission } from './types.js';

export interface ParseSubmissionOptions {
  /** Reads `{ "file": … }` contents; without it they are refused. Answer `undefined` for a file that cannot be read. */
  readonly readFile?: (path: string) => Uint8Array | undefined;
}

/**
 * A submission out of anything: a JSON file, a request, an object of the program. What is not known is refused, so that a
 * misspelt field is seen. Rules: `documents.submission.missing`, `.type`, `.value`, `.unknown`, `.content`; the paths say
 * where, the findings never repeat what was given. Never throws.
 */
export function parseSubmission(input: unknown, options: ParseSubmissionOptions = {}): Checked<Submission> {
  const read = submissionSchema(contentOf(options.readFile)).safeParse(input, { reportInput: true });
  if (read.success) return { ok: true, value: read.data, findings: [] };
  return { ok: false, findings: read.error.issues.flatMap((issue) => explain(issue, [])) };
}

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

function explain(issue: Issue, above: Path): Finding[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? [finding('documents.submission.missing', 'error', path, { field: last(path) })]
        : [finding('documents.submission.type', 'error', path, { field: last(path), expected: issue.expected })];
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        finding('documents.submission.unknown', 'error', [...path, key], { field: key.slice(0, 40) }),
      );
    case 'invalid_value':
      return [
        finding('documents.submission.value', 'error', path, {
          field: last(path),
          allowed: issue.values.map(String).join(', '),
        }),
      ];
    case 'invalid_union':
      return explainUnion(issue.errors, path);
    case 'custom':
      return [
        issue.message === 'base64' || issue.message === 'file'
          ? finding('documents.submission.content', 'error', path, { field: last(path), how: issue.message })
          : finding('documents.submission.format', 'error', path, { field: last(path) }),
      ];
    default:
      return [finding('documents.submission.format', 'error', path, { field: last(path) })];
  }
}

/** Of the alternatives, the one that went furthest says what is wrong. */
function explainUnion(alternatives: readonly (readonly Issue[])[], path: Path): Finding[] {
  // What went through the schema and failed on its content is what was meant.
  const refused = alternatives.find((issues) => issues.some((issue) => issue.code === 'custom'));
  if (refused) return refused.flatMap((issue) => explain(issue, path));
  const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));
  const kindIsRight = (issues: readonly Issue[]): boolean => !issues.some((issue) => issue.path[0] === 'kind');
  const best = [...alternatives]
    .filter((issues) => issues.length > 0)
    .sort((a, b) => Number(kindIsRight(b)) - Number(kindIsRight(a)) || depth(b) - depth(a) || a.length - b.length)[0];
  return best?.flatMap((issue) => explain(issue, path)) ?? [finding('documents.submission.format', 'error', path)];
}

function last(path: Path): string {
  return String(path.at(-1) ?? '');
}
