import type { FindingCatalogue } from '@socle-sante/core/finding';
import { texts } from '../../texts.js';

const TELL_FR = 'Corrigez la ressource, ou signalez l’écart à l’émetteur.';
const TELL_EN = 'Correct the resource, or tell the sender.';

/** Texts of the FHIR rules (hl7.fhir.fr.core 2.1.0 and 2.2.0-ballot); those of a single identifier are in core. */
export const fhirFindings: FindingCatalogue = {
  'ins.fhir.resourceType': texts(
    ['Ce n’est pas une ressource Patient', 'resourceType doit valoir Patient.', 'Vérifiez la ressource transmise.'],
    ['Not a Patient resource', 'resourceType must be Patient.', 'Check the resource.'],
  ),
  'ins.fhir.missing': texts(
    ['Élément {element} absent', 'Le profil fr-core-patient-ins le rend obligatoire.', TELL_FR],
    ['Element {element} missing', 'The profile fr-core-patient-ins makes it mandatory.', TELL_EN],
  ),
  'ins.fhir.tooMany': texts(
    ['Élément {element} présent {found} fois', 'Le profil fr-core-patient-ins en admet {max}.', TELL_FR],
    ['Element {element} stands {found} times', 'The profile fr-core-patient-ins allows {max}.', TELL_EN],
  ),
  'ins.fhir.gender': texts(
    ['Sexe hors profil', 'Le profil fr-core-patient-ins admet male, female et unknown.', TELL_FR],
    ['Gender outside the profile', 'The profile fr-core-patient-ins allows male, female and unknown.', TELL_EN],
  ),
  'ins.fhir.birthDate': texts(
    [
      'Date de naissance incomplète',
      'Une date complète du calendrier est attendue.',
      'Complétez-la selon la règle nationale (EXI ID 11).',
    ],
    ['Incomplete date of birth', 'A whole calendar date is expected.', 'Complete it by the national rule (EXI ID 11).'],
  ),
  'ins.fhir.unknownPlace': texts(
    [
      'Lieu de naissance inconnu sur une identité validée',
      'Le code 99999 n’est pas attendu quand l’identité a été validée ou qualifiée.',
      'Vérifiez le lieu de naissance sur le document.',
    ],
    [
      'Unknown place of birth on a validated identity',
      'Code 99999 is not expected once the identity was validated or qualified.',
      'Check the place of birth on the document.',
    ],
  ),
  'ins.fhir.identifierType': texts(
    ['Type d’identifiant incorrect', 'Avec ce system, le type est {expected}.', TELL_FR],
    ['Wrong type of identifier', 'With this system the type is {expected}.', TELL_EN],
  ),
  'ins.fhir.identifierUse': texts(
    ['Usage d’identifiant incorrect', 'Avec ce system, use vaut {expected}.', TELL_FR],
    ['Wrong use of identifier', 'With this system use is {expected}.', TELL_EN],
  ),
  'ins.fhir.nssSystem': texts(
    [
      'Numéro de facturation sous l’OID de l’INS',
      'Depuis fr-core 2.2, le NSS a ses propres OID (.13 et .14).',
      TELL_FR,
    ],
    ['Billing number under the OID of the INS', 'Since fr-core 2.2 the NSS has its own OIDs (.13 and .14).', TELL_EN],
  ),
  'ins.fhir.officialName': texts(
    ['Nom officiel absent', 'Le nom de naissance est celui dont use vaut official.', TELL_FR],
    ['No official name', 'The birth name is the one whose use is official.', TELL_EN],
  ),
  'ins.fhir.dialect': texts(
    [
      'Statut d’identité d’une autre version',
      'Le code n’appartient pas au système de codes de fr-core {expected}.',
      TELL_FR,
    ],
    [
      'Identity status of another version',
      'The code does not belong to the code system of fr-core {expected}.',
      TELL_EN,
    ],
  ),
  'ins.fhir.frCore1': texts(
    ['Identité validée sans INS', 'Invariant fr-core-1 : VALI demande un identifiant INS actif.', TELL_FR],
    ['Validated identity without INS', 'Invariant fr-core-1: VALI asks for an active INS identifier.', TELL_EN],
  ),
  'ins.fhir.frCore2': texts(
    [
      'Nombre d’identifiants officiels incorrect',
      'Invariant fr-core-2 : avec VALI, un seul identifiant official, ou un INS-NIA temporaire.',
      TELL_FR,
    ],
    [
      'Wrong number of official identifiers',
      'Invariant fr-core-2: with VALI, one official identifier, or a temporary INS-NIA.',
      TELL_EN,
    ],
  ),
  'ins.fhir.reliability1': texts(
    [
      'Identité douteuse ou fictive non provisoire',
      'Invariant fr-core-identity-reliability-1 (EXI SI 09) : le statut doit être PROV.',
      TELL_FR,
    ],
    [
      'Doubtful or fictitious identity not provisional',
      'Invariant fr-core-identity-reliability-1 (EXI SI 09): the status must be PROV.',
      TELL_EN,
    ],
  ),
  'ins.fhir.reliability2': texts(
    [
      'Identité à la fois douteuse et fictive',
      'Invariant fr-core-identity-reliability-2 : les deux attributs ne se cumulent pas.',
      TELL_FR,
    ],
    [
      'Identity both doubtful and fictitious',
      'Invariant fr-core-identity-reliability-2: the two attributes do not go together.',
      TELL_EN,
    ],
  ),
  'ins.fhir.notQualified': texts(
    [
      'INS portée par une identité non qualifiée',
      'Seule une identité qualifiée transmet son matricule (EXI SI 08).',
      'Retirez l’identifiant INS, ou qualifiez l’identité.',
    ],
    [
      'INS on an identity that is not qualified',
      'Only a qualified identity transmits its matricule (EXI SI 08).',
      'Remove the INS identifier, or qualify the identity.',
    ],
  ),
  'ins.fhir.qualifiedWithoutIns': texts(
    ['Identité qualifiée sans INS', 'Une identité qualifiée porte son matricule.', TELL_FR],
    ['Qualified identity without INS', 'A qualified identity carries its matricule.', TELL_EN],
  ),
  'ins.fhir.authority': texts(
    [
      'Autorité sans adresse',
      'En FHIR, l’autorité est un OID, ou un URI avec le schéma URI.',
      'Fournissez l’OID de l’autorité.',
    ],
    [
      'Authority without an address',
      'In FHIR the authority is an OID, or a URI with the scheme URI.',
      'Give the OID of the authority.',
    ],
  ),
  'ins.fhir.id': texts(
    [
      'Identifiant de ressource invalide',
      '1 à 64 lettres, chiffres, tirets ou points.',
      'Corrigez l’identifiant passé à l’encodeur.',
    ],
    ['Invalid resource id', '1 to 64 letters, digits, hyphens or dots.', 'Correct the id given to the encoder.'],
  ),
  'ins.fhir.validationMode': texts(
    [
      'Document non décrit dans la ressource',
      'Le type de document n’a pas de code dans fr-core : il a été omis.',
      'Aucune action.',
    ],
    [
      'Document not described in the resource',
      'The type of document has no code in fr-core: it was left out.',
      'Nothing to do.',
    ],
  ),
};
