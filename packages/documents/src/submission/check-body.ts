import { type Finding, finding } from '@socle-sante/core/finding';
import type { DocumentBody } from './types.js';

/** What to do with a PDF that is not PDF/A-1. */
export type PdfPolicy = 'refuse' | 'accept-with-warning';

/** What is wrong with the content itself. */
export function checkBody(body: DocumentBody, _policy: PdfPolicy): Finding[] {
  if (body.kind === 'structured') return [];
  return body.content.length === 0 ? [finding('documents.body.empty', 'error', ['body', 'content'])] : [];
}
