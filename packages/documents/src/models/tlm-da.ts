import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { checkTelemedicineActs } from '../submission/check-telemedicine.js';
import { allergiesSection } from './allergies.js';
import type { ModelDefinition } from './definition.js';
import { devicesSection } from './devices.js';
import { familySection } from './family.js';
import { occupationalRisksSection } from './habits.js';
import { loinc, type Narrator, section } from './narrative.js';
import { pregnanciesSection, tellsPregnancies } from './pregnancies.js';
import { activeProblemsSection, pastIllnessesSection } from './problems.js';
import { proceduresSection } from './procedures.js';
import type { TlmDaContent } from './schema/tlm-da.js';
import { treatmentsSection } from './treatments.js';
import { checkVitalSigns, vitalSignsSection } from './vital-signs.js';

/** The request of an act of telemedicine (TLM-DA 2022.01). */
export const tlmDa: ModelDefinition<TlmDaContent> = {
  templateIds: [{ root: '1.2.250.1.213.1.1.1.38', extension: '2022.01' }],
  type: { code: '75496-0', displayName: "Demande d'acte de télémédecine", codeSystem: SYSTEMS.loinc },
  pdfCopy: 'optional',
  attachments: true,
  check: ({ acts }, { vitalSigns = [] }) => [
    ...checkTelemedicineActs(acts),
    ...checkVitalSigns(vitalSigns, ['body', 'content', 'vitalSigns']),
  ],
  sections: requestSections,
};

function requestSections(narrator: Narrator, content: TlmDaContent): XmlElementNode[] {
  const { treatments, devices, vitalSigns = [], results = [], pregnancies } = content;
  const made = [
    historyAndRisks(narrator, content),
    treatmentsSection(narrator, treatments),
    devices && devicesSection(narrator, devices),
    vitalSigns.length > 0 && vitalSignsSection(narrator, vitalSigns, { title: 'Signes vitaux' }),
    results.length > 0 && resultsSection(narrator, results),
    tellsPregnancies(pregnancies) && pregnanciesSection(narrator, pregnancies),
  ];
  return made.filter((one) => one !== undefined && one !== false);
}

/** Anamnèse et facteurs de risques (1.2.250.1.213.1.1.2.68). */
function historyAndRisks(narrator: Narrator, content: TlmDaContent): XmlElementNode {
  const { wayOfLife, occupationalRisks = [] } = content;
  const made = [
    historySection(narrator, content.history),
    wayOfLife !== undefined &&
      section(narrator, {
        templateIds: ['2.16.840.1.113883.10.20.1.15', '1.3.6.1.4.1.19376.1.5.3.1.3.16', '1.2.250.1.213.1.1.2.140'],
        code: loinc('29762-2', 'Habitus, Mode de vie'),
        title: 'Mode de vie',
        lines: [{ cells: [wayOfLife] }],
      }),
    occupationalRisks.length > 0 && occupationalRisksSection(narrator, occupationalRisks),
  ];
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.68'],
    code: loinc('46612-8', 'Conclusions de synthèse'),
    title: 'Anamnèse et facteurs de risques',
    sections: made.filter((one) => one !== false),
  });
}

/** Anamnèse (1.2.250.1.213.1.1.2.69). */
function historySection(narrator: Narrator, history: TlmDaContent['history']): XmlElementNode {
  const input = {
    templateIds: ['1.2.250.1.213.1.1.2.69'],
    code: loinc('34117-2', 'Historique et physique'),
    title: 'Anamnèse',
  };
  if ('text' in history) return section(narrator, { ...input, lines: [{ cells: [history.text] }] });
  return section(narrator, {
    ...input,
    sections: [
      activeProblemsSection(narrator, history.activeProblems),
      pastIllnessesSection(narrator, history.pastIllnesses),
      proceduresSection(narrator, history.procedures, 'Historique des actes'),
      allergiesSection(narrator, history.allergies),
      familySection(narrator, history.familyHistory),
    ],
  });
}

/** FR-Resultats-d-examens-non-code (1.2.250.1.213.1.1.2.150). */
function resultsSection(narrator: Narrator, results: readonly string[]): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.27', '1.2.250.1.213.1.1.2.150'],
    code: loinc('30954-2', "Résultats d'examens"),
    title: "Résultats d'examens",
    lines: results.map((text) => ({ cells: [text] })),
  });
}
