import type { FindingCatalogue } from '@socle-sante/core/finding';
import { texts } from '../../texts.js';

/** Texts of the XDS rules; those of patientId are in core. */
export const xdsFindings: FindingCatalogue = {
  'ins.xds.authority': texts(
    [
      'Autorité sans OID',
      'Dans les métadonnées XDS, l’autorité d’un identifiant est un OID (type ISO).',
      'Fournissez l’OID de l’autorité.',
    ],
    [
      'Authority without an OID',
      'In XDS metadata the authority of an identifier is an OID (type ISO).',
      'Give the OID of the authority.',
    ],
  ),
  'ins.xds.cx': texts(
    [
      'Identifiant source illisible',
      'sourcePatientId doit s’écrire valeur^^^&OID&ISO^type.',
      'Signalez le dépôt à son émetteur.',
    ],
    [
      'Unreadable source identifier',
      'sourcePatientId must be written value^^^&OID&ISO^type.',
      'Tell the issuer of the submission.',
    ],
  ),
  'ins.xds.info': texts(
    [
      'Valeur de sourcePatientInfo illisible',
      'Chaque valeur commence par PID-, un numéro et une barre.',
      'Signalez le dépôt à son émetteur.',
    ],
    [
      'Unreadable value of sourcePatientInfo',
      'Each value begins with PID-, a number and a bar.',
      'Tell the issuer of the submission.',
    ],
  ),
  'ins.xds.tooLong': texts(
    [
      '{field} trop long',
      '{length} caractères, alors que le standard s’arrête à {max}.',
      'Raccourcissez l’identifiant ou vérifiez les traits.',
    ],
    [
      '{field} too long',
      '{length} characters; the standard stops at {max}.',
      'Shorten the identifier or check the traits.',
    ],
  ),
};
