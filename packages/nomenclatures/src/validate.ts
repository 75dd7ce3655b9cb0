import { type Finding, finding } from '@socle-sante/core/finding';

/** What the service is asked. */
export interface NomenclaturesRequest {
  /** A word for people, not empty. */
  readonly label: string;
}

/** Everything that is wrong with a request, before anything leaves. It never throws. */
export function validateNomenclaturesRequest(request: NomenclaturesRequest): Finding[] {
  return request.label.trim() === '' ? [finding('nomenclatures.request.label', 'error', ['label'])] : [];
}
