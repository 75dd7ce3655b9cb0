import { finding } from '@socle-sante/core/finding';
import { allergiesSection } from './allergies.js';
import { ta } from './cse-codes.js';
import { CERTIFICATE, checkChild, EXAMINATION } from './cse-header.js';
import {
  checkLater,
  developmentSection,
  examinedAt,
  type HabitOfChild,
  laterHabits,
  laterHistory,
  laterMeasures,
} from './cse-later.js';
import { certifiedVaccinations, followUpSection } from './cse-next.js';
import { withParents } from './cse-people.js';
import type { ModelDefinition } from './definition.js';
import type { CseCs24Content } from './schema/cse-later.js';
import { choice, yesNo } from './simple-observation.js';
import { valueElement } from './values.js';

/** The health certificate of the twenty-fourth month (CSE-CS24 2025.01). */
export const cseCs24: ModelDefinition<CseCs24Content> = {
  templateIds: [{ root: '1.2.250.1.213.1.1.1.5' }, { root: '1.2.250.1.213.1.1.1.5.3', extension: '2025.01' }],
  type: CERTIFICATE,
  act: EXAMINATION,
  pdfCopy: 'optional',
  complete: (document) =>
    document.body.kind === 'structured' && document.body.model === 'cse-cs24'
      ? withParents(document, document.body.content)
      : document,
  check: (document, content, need) => {
    const findings = checkLater(document, content, need);
    const { walking: told } = content;
    if (told?.acquired === false && told.ageInMonths !== undefined) {
      const path = ['body', 'content', 'walking', 'ageInMonths'];
      findings.push(finding('documents.model.notHere', 'error', path, { field: 'ageInMonths' }));
    }
    return findings;
  },
  checkPatient: checkChild,
  sections: (narrator, content, { document }) => [
    laterHabits(narrator, content, [
      [ta('MED-181', 'Risque de saturnisme'), yesNo(content.leadRisk)],
      [
        ta('MED-1275', 'L’enfant est-il exposé aux écrans sans interaction avec un adulte'),
        choice(SCREENS[content.screens]),
      ],
    ]),
    laterHistory(narrator, content, ta('MED-185', 'Accident(s) domestique(s) depuis le 9ème mois')),
    laterMeasures(narrator, content.measures, examinedAt(document)),
    developmentSection(narrator, content, examinedAt(document), walking(content)),
    ...(content.allergies ? [allergiesSection(narrator, content.allergies)] : []),
    certifiedVaccinations(narrator, content.vaccinations),
    followUpSection(narrator, content.followUps ?? []),
  ],
};

/** JDV_EnfantExposeAuxEcrans_CS24_CISIS. */
const SCREENS = {
  never: ta('GEN-311', 'Jamais'),
  lessThanWeekly: ta('GEN-312', '< 1 fois/semaine'),
  weekly: ta('GEN-313', '>= 1 fois/semaine'),
} as const;

function walking({ walking: told }: CseCs24Content): HabitOfChild[] {
  if (!told) return [];
  const { acquired, ageInMonths: age } = told;
  const facts: HabitOfChild[] = [[ta('MED-200', 'Marche acquise'), yesNo(acquired)]];
  if (age !== undefined) {
    const value = { ...valueElement({ kind: 'quantity', value: age, unit: 'mo' }), shown: `${age} mois` };
    facts.push([ta('MED-201', 'Age de la marche acquise (mois)'), value]);
  }
  return facts;
}
