import type { FindingCatalogue } from '@socle-sante/core/finding';
import { texts } from '../../texts.js';

/** Texts of the HL7 v2 rules; those of a single CX are in core. */
export const hl7v2Findings: FindingCatalogue = {
  'ins.hl7v2.notPid': texts(
    [
      'Segment PID absent',
      'Le texte reçu n’a pas de segment PID.',
      'Vérifiez que c’est bien un message HL7 v2 avec un patient.',
    ],
    ['No PID segment', 'The text received has no PID segment.', 'Check that it is an HL7 v2 message with a patient.'],
  ),
  'ins.hl7v2.notZfd': texts(
    ['Ce n’est pas un segment ZFD', 'Le texte reçu ne commence pas par ZFD.', 'Vérifiez le segment transmis.'],
    ['Not a ZFD segment', 'The text received does not begin with ZFD.', 'Check the segment.'],
  ),
  'ins.hl7v2.tooLong': texts(
    ['Segment trop long', 'Un segment PID de plus de {max} caractères n’est pas lu.', 'Vérifiez le message reçu.'],
    ['Segment too long', 'A PID segment over {max} characters is not read.', 'Check the message.'],
  ),
  'ins.hl7v2.scheme': texts(
    ['Type d’autorité de l’INS incorrect', 'CX-4.3 doit être ISO.', 'Aucune action ; signalez l’écart à l’émetteur.'],
    ['Wrong type of authority of the INS', 'CX-4.3 must be ISO.', 'Nothing to do; tell the sender.'],
  ),
  'ins.hl7v2.nameMissing': texts(
    [
      'Nom de naissance absent',
      'PID-5 n’a ni répétition de type L ni nom sans type.',
      'Complétez l’identité avec la personne.',
    ],
    [
      'No birth name',
      'PID-5 has neither a repetition of type L nor a name without type.',
      'Complete the identity with the person.',
    ],
  ),
  'ins.hl7v2.nameType': texts(
    [
      'Type de nom non précisé',
      'PID-5 ne dit pas que ce nom est le nom de naissance (type L) : il a été pris comme tel.',
      'Vérifiez le nom de naissance.',
    ],
    [
      'Type of name not stated',
      'PID-5 does not say that this is the birth name (type L): it was taken so.',
      'Check the birth name.',
    ],
  ),
  'ins.hl7v2.reliability': texts(
    [
      'Code de fiabilité inconnu : {found}',
      'PID-32 suit la table 0445.',
      'Aucune action ; signalez l’écart à l’émetteur.',
    ],
    ['Unknown reliability code: {found}', 'PID-32 follows table 0445.', 'Nothing to do; tell the sender.'],
  ),
  'ins.hl7v2.zfd': texts(
    [
      'Champ ZFD-{field} illisible',
      'Sa valeur n’a pas la forme attendue ; il a été ignoré.',
      'Signalez l’écart à l’émetteur.',
    ],
    ['Unreadable field ZFD-{field}', 'Its value has not the expected form; it was left out.', 'Tell the sender.'],
  ),
  'ins.hl7v2.option': texts(
    [
      'Option {option} invalide',
      'Sa valeur ne peut pas être écrite dans le segment.',
      'Corrigez la valeur passée à l’encodeur.',
    ],
    [
      'Invalid option {option}',
      'Its value cannot be written in the segment.',
      'Correct the value given to the encoder.',
    ],
  ),
};
