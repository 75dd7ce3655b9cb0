import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../src/cda.ts';
import type { Submission, SubmissionDocument } from '../../src/submission.ts';
import { validateCda } from '../../src/validate.ts';
import { STRUCTURED_MODELS, structuredDocument } from '../arbitraries/models.ts';
import { document, patient, submission } from '../arbitraries/submission.ts';
import { fixedOptions, sampleSubmission } from '../support/sample.ts';

function errorsOf(one: SubmissionDocument, whole: Submission, profile: 'cisis' | 'dmp'): string[] {
  const made = buildCda(one, whole, fixedOptions(7));
  if (!made.ok) throw new Error(made.findings.map(({ rule }) => rule).join(' '));
  return validateCda(made.bytes, { profile, environment: 'test' })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path }) => `${rule} ${path.join('.')}`);
}

describe('the native rules have nothing against a document that is built', () => {
  it('for any exchange', () => {
    fc.assert(
      fc.property(document(), patient, (one, who) => {
        expect(errorsOf(one, { ...sampleSubmission, patient: who }, 'cisis')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('for the DMP', () => {
    fc.assert(
      fc.property(submission('dmp'), (whole) => {
        for (const one of whole.documents) expect(errorsOf(one, whole, 'dmp')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it.each(STRUCTURED_MODELS)('for the model %s', (model) => {
    fc.assert(
      fc.property(structuredDocument(model), (one) => {
        expect(errorsOf(one, sampleSubmission, 'cisis')).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
