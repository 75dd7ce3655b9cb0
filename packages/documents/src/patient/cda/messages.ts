import type { FindingCatalogue } from '@socle-sante/core/finding';
import { texts } from '../../texts.js';

/** Texts of the CDA rules (CI-SIS, volet Structuration minimale §3.5.5.12). */
export const cdaFindings: FindingCatalogue = {
  'ins.cda.severalPatients': texts(
    [
      'Le document porte plusieurs patients',
      'Un document français n’a qu’un élément {element} : rien ne dit duquel ce document parle.',
      'N’intégrez pas ce document ; signalez-le à son émetteur.',
    ],
    [
      'The document has several patients',
      'A French document has one element {element}: nothing says of whom this one speaks.',
      'Do not file this document; tell its sender.',
    ],
  ),
  'ins.cda.notFound': texts(
    [
      'Patient absent du document',
      'L’élément {element} de l’espace urn:hl7-org:v3 est introuvable.',
      'Vérifiez que c’est bien un document CDA.',
    ],
    [
      'No patient in the document',
      'The element {element} of urn:hl7-org:v3 is not there.',
      'Check that it is a CDA document.',
    ],
  ),
  'ins.cda.missing': texts(
    [
      'Élément {element} absent',
      'Il est obligatoire dès que le document porte un matricule INS.',
      'Complétez l’identité, ou signalez le document à son émetteur.',
    ],
    [
      'Element {element} missing',
      'It is mandatory as soon as the document holds a matricule INS.',
      'Complete the identity, or tell the issuer of the document.',
    ],
  ),
  'ins.cda.idMissing': texts(
    [
      'Aucun identifiant de patient',
      'Sans INS, le document doit porter au moins un identifiant local.',
      'Fournissez l’IPP de la structure.',
    ],
    [
      'No patient identifier',
      'Without an INS the document needs at least one local identifier.',
      'Give the local patient number.',
    ],
  ),
  'ins.cda.authority': texts(
    ['Autorité sans OID', 'Dans un CDA, l’autorité d’un identifiant est un OID.', 'Fournissez l’OID de l’autorité.'],
    [
      'Authority without an OID',
      'In a CDA document the authority of an identifier is an OID.',
      'Give the OID of the authority.',
    ],
  ),
  'ins.cda.insNotFirst': texts(
    [
      'L’INS n’est pas le premier identifiant',
      'Dans un document partagé, l’INS est le premier id.',
      'Signalez le document à son émetteur.',
    ],
    [
      'The INS is not the first identifier',
      'In a shared document the INS is the first id.',
      'Tell the issuer of the document.',
    ],
  ),
  'ins.cda.nullFlavor': texts(
    [
      'nullFlavor interdit sur {element}',
      'Cette information du patient ne peut pas être déclarée absente.',
      'Signalez le document à son émetteur.',
    ],
    [
      'nullFlavor forbidden on {element}',
      'This information on the patient cannot be declared absent.',
      'Tell the issuer of the document.',
    ],
  ),
  'ins.cda.qualifier': texts(
    [
      'Qualificatif {found} interdit sur {element}',
      'Seuls BR et CL existent, et le nom en porte toujours un (SP a été retiré).',
      'L’élément a été ignoré ; signalez le document à son émetteur.',
    ],
    [
      'Qualifier {found} forbidden on {element}',
      'Only BR and CL exist, and a family name always has one (SP was removed).',
      'The element was left out; tell the issuer of the document.',
    ],
  ),
};
