import type { FindingCatalogue } from '@socle-sante/core/finding';
import { texts } from '../texts.js';

/** Texts of the rules that all the mappers share: what may leave, what was received. */
export const identityFindings: FindingCatalogue = {
  'ins.transmit.withheld': texts(
    [
      'Matricule INS non transmis',
      'Seule une identité qualifiée transmet son matricule et son OID ; celle-ci est au statut {status}.',
      'Aucune action si c’est voulu ; sinon qualifiez l’identité (INSi et document) avant l’envoi.',
    ],
    [
      'Matricule INS left out',
      'Only a qualified identity transmits its matricule and OID; the status of this one is {status}.',
      'Nothing to do if this is intended; otherwise qualify the identity (INSi and a document) before sending.',
    ],
  ),
  'ins.transmit.leak': texts(
    [
      'Message refusé : il contiendrait un matricule',
      'L’identité n’est pas qualifiée, et un texte fourni par le logiciel contient son matricule actuel ou ancien.',
      'Retirez le matricule des identifiants locaux, adresses et autres textes libres.',
    ],
    [
      'Message refused: it would hold a matricule',
      'The identity is not qualified, and a text given by the software holds its present or former matricule.',
      'Remove the matricule from local identifiers, addresses and other free texts.',
    ],
  ),
  'ins.traits.missing': texts(
    [
      'Trait {field} absent',
      'Un message d’identité ne peut pas se passer de ce trait.',
      'Complétez l’identité avant l’envoi.',
    ],
    [
      'Trait {field} missing',
      'An identity message cannot do without this trait.',
      'Complete the identity before sending.',
    ],
  ),
  'ins.traits.birthDate': texts(
    [
      'Date de naissance inutilisable',
      'Elle n’a pas la forme AAAA-MM-JJ, ou son année est nulle.',
      'Corrigez la date de naissance.',
    ],
    ['Unusable date of birth', 'It is not written YYYY-MM-DD, or its year is zero.', 'Correct the date of birth.'],
  ),
  'ins.traits.birthDateCompleted': texts(
    [
      'Date de naissance complétée dans le message',
      'Ce standard n’admet que des dates du calendrier : la date connue a été complétée selon la règle nationale (EXI ID 11).',
      'Aucune action ; en HL7 v2, envoyez aussi le segment ZFD, qui porte la date connue.',
    ],
    [
      'Date of birth completed in the message',
      'This standard only takes calendar dates: the known date was completed by the national rule (EXI ID 11).',
      'Nothing to do; in HL7 v2 also send the segment ZFD, which holds the known date.',
    ],
  ),
  'ins.traits.placeMissing': texts(
    [
      'Lieu de naissance absent',
      'Le matricule voyage avec les cinq traits.',
      'Complétez le lieu de naissance (99999 s’il est inconnu).',
    ],
    [
      'Place of birth missing',
      'The matricule travels with the five traits.',
      'Complete the place of birth (99999 when unknown).',
    ],
  ),
  'ins.text.control': texts(
    [
      'Caractère de contrôle dans {field}',
      'Ce texte contient un caractère invisible qui couperait ou casserait le message.',
      'Retirez les retours à la ligne et caractères invisibles.',
    ],
    [
      'Control character in {field}',
      'This text holds an invisible character that would cut or break the message.',
      'Remove line breaks and invisible characters.',
    ],
  ),
  'ins.localIdentifier.empty': texts(
    [
      'Identifiant local vide',
      'Un identifiant sans valeur n’identifie personne.',
      'Fournissez sa valeur ou retirez-le.',
    ],
    ['Empty local identifier', 'An identifier without a value identifies nobody.', 'Give its value or remove it.'],
  ),
  'ins.localIdentifier.ins': texts(
    [
      'Identifiant local refusé : c’est un numéro national',
      'Par son autorité, son type ou sa valeur, il est l’INS (ou un NIR) : il ne peut pas passer pour un identifiant local.',
      'Utilisez l’IPP de la structure.',
    ],
    [
      'Local identifier refused: it is a national number',
      'By its authority, type or value it is the INS (or a NIR): it cannot pass for a local identifier.',
      'Use the local patient number of the structure.',
    ],
  ),
  'ins.received.otherNational': texts(
    [
      'Autre numéro national reçu',
      'INS-C ou numéro de facturation : ce n’est pas une INS, il est seulement conservé en lecture.',
      'Aucune action.',
    ],
    [
      'Another national number was received',
      'INS-C or billing number: it is not an INS, it is kept for reading only.',
      'Nothing to do.',
    ],
  ),
  'ins.received.several': texts(
    [
      'Plusieurs INS pour le même patient',
      'Le message porte au moins deux INS actives différentes.',
      'N’intégrez pas ce message ; signalez-le à l’émetteur et à la cellule d’identitovigilance.',
    ],
    [
      'Several INS for one patient',
      'The message holds at least two different active INS.',
      'Do not integrate this message; tell its sender and the identity vigilance team.',
    ],
  ),
  'ins.received.notQualified': texts(
    [
      'INS reçue sans identité qualifiée',
      'L’émetteur annonce le statut {status}, avec lequel le matricule ne devait pas être transmis : il a été écarté.',
      'Interrogez INSi ; signalez l’écart à l’émetteur.',
    ],
    [
      'INS received without a qualified identity',
      'The sender states {status}, with which the matricule should not have been transmitted: it was left out.',
      'Query INSi; tell the sender.',
    ],
  ),
  'ins.received.statusMissing': texts(
    [
      'INS reçue sans statut d’identité',
      'Le message ne dit pas si l’identité est validée.',
      'Vérifiez l’INS par INSi avant de vous y fier.',
    ],
    [
      'INS received without an identity status',
      'The message does not say whether the identity was validated.',
      'Verify the INS with INSi before relying on it.',
    ],
  ),
  'ins.received.contradiction': texts(
    [
      'Statuts d’identité contradictoires',
      'Le message annonce à la fois une identité validée et une identité provisoire, douteuse ou fictive : la plus basse est retenue.',
      'Signalez l’écart à l’émetteur.',
    ],
    [
      'Contradictory identity statuses',
      'The message states both a validated and a provisional, doubtful or fictitious identity: the lower one is kept.',
      'Tell the sender.',
    ],
  ),
  'ins.received.traitMissing': texts(
    [
      'Trait {field} absent du message',
      'Le matricule voyage avec les cinq traits.',
      'Complétez par INSi ; signalez l’écart à l’émetteur.',
    ],
    [
      'Trait {field} absent from the message',
      'The matricule travels with the five traits.',
      'Complete with INSi; tell the sender.',
    ],
  ),
  'ins.received.birthDate': texts(
    [
      'Date de naissance illisible dans le message',
      'Un jour complet est attendu.',
      'Complétez la date avec la personne ou un document.',
    ],
    [
      'Unreadable date of birth in the message',
      'A whole day is expected.',
      'Complete the date with the person or a document.',
    ],
  ),
  'ins.received.sexe': texts(
    [
      'Sexe illisible dans le message',
      'Le code reçu n’est pas dans la table du standard.',
      'Complétez le sexe avec la personne.',
    ],
    [
      'Unreadable sex in the message',
      'The code is not in the table of the standard.',
      'Complete the sex with the person.',
    ],
  ),
  'ins.mailbox.testOid': texts(
    [
      'Adresse de test refusée en production',
      'Ce matricule est sous un OID de test ou de démonstration : l’adresse pourrait être celle d’une autre personne.',
      'N’envoyez pas ce message en production.',
    ],
    [
      'Test address refused in production',
      'This matricule stands under a test or demonstration OID: the address could be another person’s.',
      'Do not send this message in production.',
    ],
  ),
  'ins.mailbox.domain': texts(
    ['Domaine de messagerie invalide', 'Ce n’est pas un nom de domaine.', 'Corrigez la configuration.'],
    ['Invalid mail domain', 'It is not a domain name.', 'Correct the configuration.'],
  ),
  'ins.mailbox.format': texts(
    [
      'Ce n’est pas une adresse de patient',
      'Une adresse Mon espace santé est le matricule INS suivi de @patient.mssante.fr.',
      'Vérifiez l’adresse.',
    ],
    [
      'Not a patient address',
      'An address of Mon espace santé is the matricule INS followed by @patient.mssante.fr.',
      'Check the address.',
    ],
  ),
};
