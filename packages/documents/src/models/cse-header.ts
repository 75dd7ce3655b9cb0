import { type Finding, finding } from '@socle-sante/core/finding';
import type { SubmissionDocument, SubmissionPatient } from '../submission/types.js';
import { snomed } from './cse-codes.js';
import type { Need } from './definition.js';
import { needOfPerformer } from './needs.js';

/** Type of the three certificates. */
export const CERTIFICATE = {
  code: 'CERT_DECL',
  displayName: 'Certificat, déclaration',
  codeSystem: '1.2.250.1.213.1.1.4.12',
} as const;

/** The act that a certificate tells. */
export const EXAMINATION = snomed('11429006', 'consultation');

/** Who examined the child: name, profession and structure; its address in parts. */
export function checkExaminer(
  document: SubmissionDocument,
  need: Need,
  postalCode: 'mandatory' | 'optional',
): Finding[] {
  needOfPerformer(document, need);
  return document.acts.flatMap(({ performer }, index) => {
    if (!performer) return [];
    const path = ['acts', index, 'performer'];
    const { addresses = [] } = performer.organization;
    need(performer.professional.specialty !== undefined, [...path, 'professional', 'specialty']);
    if (postalCode === 'mandatory') {
      need(
        addresses.some((one) => one.postalCode !== undefined),
        [...path, 'organization', 'addresses'],
      );
    }
    return addresses.flatMap((one, at) =>
      one.lines && one.lines.length > 0
        ? [finding('documents.model.addressLines', 'error', [...path, 'organization', 'addresses', at, 'lines'])]
        : [],
    );
  });
}

/** The address of the child is in parts. */
export function checkChild({ addresses = [] }: SubmissionPatient): Finding[] {
  return addresses.some(({ lines }) => lines && lines.length > 0)
    ? [finding('documents.model.addressLines', 'error', ['body', 'model'])]
    : [];
}
