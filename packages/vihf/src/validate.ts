import { type Finding, finding } from '@socle-sante/core/finding';

/** What the service is asked. */
export interface VihfRequest {
  /** A word for people, not empty. */
  readonly label: string;
}

/** Everything that is wrong with a request, before anything leaves. It never throws. */
export function validateVihfRequest(request: VihfRequest): Finding[] {
  return request.label.trim() === '' ? [finding('vihf.request.label', 'error', ['label'])] : [];
}
