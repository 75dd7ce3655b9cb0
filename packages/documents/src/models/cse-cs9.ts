import { ta } from './cse-codes.js';
import { CERTIFICATE, checkChild, EXAMINATION } from './cse-header.js';
import { checkLater, developmentSection, examinedAt, laterHabits, laterHistory, laterMeasures } from './cse-later.js';
import { RSV } from './cse-newborn.js';
import { certifiedVaccinations, checkGiven, followUpSection, givenSection } from './cse-next.js';
import { withParents } from './cse-people.js';
import type { ModelDefinition } from './definition.js';
import type { CseCs9Content } from './schema/cse-later.js';

/** The health certificate of the ninth month (CSE-CS9 2025.01). */
export const cseCs9: ModelDefinition<CseCs9Content> = {
  templateIds: [{ root: '1.2.250.1.213.1.1.1.5' }, { root: '1.2.250.1.213.1.1.1.5.2', extension: '2025.01' }],
  type: CERTIFICATE,
  act: EXAMINATION,
  pdfCopy: 'optional',
  complete: (document) =>
    document.body.kind === 'structured' && document.body.model === 'cse-cs9'
      ? withParents(document, document.body.content)
      : document,
  check: (document, content, need) => [
    ...checkLater(document, content, need),
    ...checkGiven(content.rsv, ['body', 'content', 'rsv']),
  ],
  checkPatient: checkChild,
  sections: (narrator, content, { document }) => [
    laterHabits(narrator, content),
    laterHistory(narrator, content, ta('MED-186', 'Accident(s) domestique(s) avant le 9ème mois')),
    laterMeasures(narrator, content.measures, examinedAt(document)),
    developmentSection(narrator, content, examinedAt(document)),
    certifiedVaccinations(narrator, content.vaccinations),
    givenSection(narrator, [[RSV, content.rsv]]),
    followUpSection(narrator, content.followUps ?? []),
  ],
};
