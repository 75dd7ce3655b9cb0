import { SYSTEMS } from '../cda/oids.js';
import type { ModelDefinition } from './definition.js';
import { needOfPerformer } from './needs.js';
import type { CseMdeContent } from './schema/cse-mde.js';
import { shownDate } from './values.js';
import { checkVitalSigns, vitalSignsSection } from './vital-signs.js';

/** Measures of vital signs (CSE-MDE 2023.01). */
export const cseMde: ModelDefinition<CseMdeContent> = {
  templateIds: [
    { root: '1.3.6.1.4.1.19376.1.5.3.1.1.1' },
    { root: '1.2.250.1.213.1.1.1.5' },
    { root: '1.2.250.1.213.1.1.1.5.4', extension: '2023.01' },
  ],
  type: { code: '29274-8', displayName: 'Mesures de signes vitaux', codeSystem: SYSTEMS.loinc },
  pdfCopy: 'optional',
  check(document, { measures }, need) {
    needOfPerformer(document, need);
    return checkVitalSigns(measures, ['body', 'content', 'measures']);
  },
  sections: (narrator, { at, measures }) => [
    vitalSignsSection(narrator, measures, { title: `Signes vitaux du ${shownDate(at)}`, at }),
  ],
};
