import type { Finding } from '@socle-sante/core/finding';
import type { Submission, SubmissionDocument } from './types.js';

/** Where the document is to go: any CI-SIS exchange, the DMP, or MSSanté. */
export type SubmissionProfile = 'cisis' | 'dmp' | 'mss';

export function checkDocument(
  _document: SubmissionDocument,
  _submission: Submission,
  _options: { readonly profile: SubmissionProfile },
): Finding[] {
  return [];
}
