import { type Finding, finding } from '@socle-sante/core/finding';

/** What the service is asked. */
export interface DmpRequest {
  /** A word for people, not empty. */
  readonly label: string;
}

/** Everything that is wrong with a request, before anything leaves. It never throws. */
export function validateDmpRequest(request: DmpRequest): Finding[] {
  return request.label.trim() === '' ? [finding('dmp.request.label', 'error', ['label'])] : [];
}
