import type { FindingCatalogue } from '@socle-sante/core/finding';
import { texts } from '../texts.js';

/** What the content of a report of biology or of a document of vaccination lacks or contradicts. */
export const clinicalContentFindings: FindingCatalogue = {
  'documents.biology.empty': texts(
    [
      'Chapitre sans résultat',
      'Un chapitre ou un sous-chapitre a au moins un prélèvement, un résultat, une batterie, un isolat ou une image.',
      'Ajoutez les résultats, ou retirez le chapitre.',
    ],
    [
      'Chapter without a result',
      'A chapter or a sub-chapter has at least a specimen, a result, a battery, an isolate or an image.',
      'Add the results, or remove the chapter.',
    ],
  ),
  'documents.biology.code': texts(
    [
      'Résultat sans code',
      'Un résultat a un code LOINC, un code d’attente ou un code local.',
      'Donnez code ou localCode.',
    ],
    ['Result without a code', 'A result has a LOINC code, a waiting code or a local code.', 'Give code or localCode.'],
  ),
  'documents.biology.value': texts(
    [
      'Résultat sans valeur',
      'Seul un examen abandonné (aborted) n’a pas de valeur ; une valeur codée a un code ou un texte.',
      'Donnez la valeur, ou le statut aborted.',
    ],
    [
      'Result without a value',
      'Only an examination that was abandoned (aborted) has no value; a coded value has a code or a text.',
      'Give the value, or the status aborted.',
    ],
  ),
  'documents.biology.range': texts(
    [
      'Intervalle vide ou inversé',
      'Un intervalle a au moins une borne, et la borne basse ne dépasse pas la haute.',
      'Corrigez les bornes.',
    ],
    [
      'Range empty or reversed',
      'A range has at least one bound, and the low one is not above the high one.',
      'Correct the bounds.',
    ],
  ),
  'documents.biology.unit': texts(
    ['Valeurs de référence sans unité', 'Une borne a une unité (UCUM).', 'Donnez l’unité.'],
    ['Reference values without a unit', 'A bound has a unit (UCUM).', 'Give the unit.'],
  ),
  'documents.biology.interpretation': texts(
    [
      'Interprétation inconnue',
      'Le code {code} n’est pas dans JDV_HL7_ObservationInterpretation_CISIS (2.16.840.1.113883.5.83).',
      'Choisissez un code de cette liste : N, H, L, POS, S, I, R…',
    ],
    [
      'Unknown interpretation',
      'The code {code} is not in JDV_HL7_ObservationInterpretation_CISIS (2.16.840.1.113883.5.83).',
      'Choose a code of this list: N, H, L, POS, S, I, R…',
    ],
  ),
  'documents.biology.system': texts(
    [
      'Code d’une autre terminologie',
      'Ce champ attend un code du système {codeSystem}.',
      'Donnez ce code ; un code local ou d’attente va dans localCode.',
    ],
    [
      'Code of another terminology',
      'This field wants a code of the system {codeSystem}.',
      'Give that code; a local or waiting code goes in localCode.',
    ],
  ),
  'documents.biology.image': texts(
    ['Image d’un autre type', 'Les images du compte rendu sont en PNG ou en JPEG.', 'Convertissez l’image.'],
    ['Image of another type', 'The images of the report are PNG or JPEG.', 'Convert the image.'],
  ),
  'documents.vaccination.set': texts(
    [
      'Code hors de la liste des vaccinations',
      'Le code {code} n’est pas dans {set}.',
      'Choisissez un code de cette liste.',
    ],
    ['Code outside the list of vaccinations', 'The code {code} is not in {set}.', 'Choose a code of this list.'],
  ),
  'documents.vaccination.system': texts(
    [
      'Vaccin codé dans une autre terminologie',
      'Le code d’un vaccin est son CIS (1.2.250.1.213.2.3.1).',
      'Donnez le CIS ; les codes ATC et CIP vont dans otherCodes.',
    ],
    [
      'Vaccine coded in another terminology',
      'The code of a vaccine is its CIS (1.2.250.1.213.2.3.1).',
      'Give the CIS; ATC and CIP codes go in otherCodes.',
    ],
  ),
};
