import { type Finding, finding } from '@socle-sante/core/finding';

/** What the service is asked. */
export interface DocumentsRequest {
  /** A word for people, not empty. */
  readonly label: string;
}

/** Everything that is wrong with a request, before anything leaves. It never throws. */
export function validateDocumentsRequest(request: DocumentsRequest): Finding[] {
  return request.label.trim() === '' ? [finding('documents.request.label', 'error', ['label'])] : [];
}
