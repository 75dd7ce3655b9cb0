import { type PrepareOptions, prepareSubmission } from '@socle-sante/documents/prepare';
import type { Submission } from '@socle-sante/documents/submission';

/** The one document of a submission, as `prepareSubmission` writes it with the same identifiers; no set is signed for it. */
export async function writeDocument(
  submission: Submission,
  options: Omit<PrepareOptions, 'signing'>,
): Promise<Uint8Array> {
  const [document] = (await prepareSubmission(submission, options)).documents;
  if (!document) throw new RangeError('documents');
  return document.bytes;
}
