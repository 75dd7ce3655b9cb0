import { under } from '@socle-sante/core/finding';
import { SYSTEMS } from '../cda/oids.js';
import type { ModelDefinition } from './definition.js';
import type { VacContent } from './schema/vaccination.js';
import { checkVaccination } from './vaccination-checks.js';
import { plannedVaccinationsSection, vaccinationsSection } from './vaccinations.js';
import { coded } from './values.js';

/** IHE PCC, Immunization Content: the history and the note follow it. */
export const IMMUNIZATION_CONTENT = { root: '1.3.6.1.4.1.19376.1.5.3.1.1.18.1.2' } as const;

const HISTORY = coded('11369-6', 'Historique des vaccinations', SYSTEMS.loinc);

/** The history of vaccinations (VAC 2023.01). */
export const vac: ModelDefinition<VacContent> = {
  templateIds: [IMMUNIZATION_CONTENT, { root: '1.2.250.1.213.1.1.1.37', extension: '2023.01' }],
  type: HISTORY,
  act: HISTORY,
  pdfCopy: 'optional',
  check(_document, { vaccinations, planned = [] }) {
    const path = ['body', 'content'];
    const done = vaccinations === 'noInformation' ? [] : vaccinations;
    return [
      ...done.flatMap((one, index) => under([...path, 'vaccinations', index], checkVaccination(one))),
      ...planned.flatMap((one, index) => under([...path, 'planned', index], checkVaccination(one))),
    ];
  },
  sections: (narrator, { vaccinations, planned = [] }) => [
    vaccinationsSection(narrator, vaccinations, { title: 'Historique des vaccinations' }),
    ...(planned.length > 0 ? [plannedVaccinationsSection(narrator, planned)] : []),
  ],
};
