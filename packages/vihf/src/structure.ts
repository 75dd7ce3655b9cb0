import { type CertificateInfo, nameAttribute } from '@socle-sante/wire/tls';
import type { VihfBase } from './build.js';
import { VihfInputError } from './errors.js';
import type { VihfInput } from './types.js';

/** What the certificate of a structure does not say: the user, whom the software declares. */
export interface StructureVihfInput
  extends Pick<
    VihfInput,
    'nameId' | 'roles' | 'sector' | 'software' | 'authnInstant' | 'authnContext' | 'version' | 'resource'
  > {
  /** Name of the user, `NOM Prénom`; software, model and service for automatic processing. */
  readonly subjectId: string;
  /** Default `INDIRECTE`. */
  readonly mode?: 'INDIRECTE' | 'INDIRECTE_RENFORCEE';
  /** An establishment (EG) of the legal entity (EJ) of the certificate. Default: the structure of the certificate. */
  readonly structure?: string;
}

/**
 * What the assertion of a structure says (INDIRECTE or INDIRECTE_RENFORCEE): the structure is the OU of its certificate.
 *
 * @throws VihfInputError `vihf.certificate` when the certificate names no structure and none is given.
 */
export function vihfFromStructureCertificate(certificate: CertificateInfo, input: StructureVihfInput): VihfBase {
  const structure = input.structure ?? nameAttribute(certificate.subject, 'OU');
  if (structure === undefined) {
    throw new VihfInputError({ code: 'vihf.certificate', message: 'The certificate names no structure (OU).' });
  }
  return { ...input, mode: input.mode ?? 'INDIRECTE', structure };
}
