import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { allergiesSection } from './allergies.js';
import type { ModelDefinition } from './definition.js';
import { loinc, type Narrator, section } from './narrative.js';
import type { LdlEesContent } from './schema/ldl-ees.js';
import { treatmentTable } from './treatments.js';

/** The letter of admission (lettre de liaison à l’entrée en établissement de santé 2022.01). */
export const ldlEes: ModelDefinition<LdlEesContent> = {
  templateIds: [{ root: '1.2.250.1.213.1.1.1.21', extension: '2022.01' }],
  type: {
    code: '18761-7',
    displayName: "Note de transfert (dont lettre de liaison à l'entrée en établissement de soins)",
    codeSystem: SYSTEMS.loinc,
  },
  act: {
    code: 'IMP',
    displayName: 'Hospitalisation (établissement, y compris HAD)',
    codeSystem: '2.16.840.1.113883.5.4',
  },
  pdfCopy: 'optional',
  sections: letterSections,
};

function letterSections(narrator: Narrator, content: LdlEesContent): XmlElementNode[] {
  const { reason, admissionTreatments, allergies, comment } = content;
  return [
    section(narrator, {
      templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.1', '1.2.250.1.213.1.1.2.127'],
      code: loinc('42349-1', 'Raison de la recommandation'),
      title: "Motif de la demande d'hospitalisation",
      lines: [{ cells: [reason] }],
    }),
    section(narrator, {
      templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.20', '1.2.250.1.213.1.1.2.144'],
      code: loinc('42346-7', "Traitements à l'admission"),
      title: 'Traitements en cours',
      entryType: 'DRIV',
      ...treatmentTable(narrator, admissionTreatments),
    }),
    allergiesSection(narrator, allergies),
    section(narrator, {
      templateIds: ['2.16.840.1.113883.10.12.201', '1.3.6.1.4.1.19376.1.4.1.2.16', '1.2.250.1.213.1.1.2.73'],
      code: loinc('55112-7', 'Commentaire'),
      title: 'Commentaire',
      lines: comment === undefined ? [] : [{ cells: [comment] }],
      empty: 'Aucun commentaire.',
    }),
  ];
}
