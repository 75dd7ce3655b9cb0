import { type Finding, finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import type { Participant } from '../submission/header.js';
import type { SubmissionDocument } from '../submission/types.js';
import { adverseEffectsSection } from './adverse-effects.js';
import { allergiesSection } from './allergies.js';
import { carePlanSection, plansCare } from './care-plan.js';
import type { ModelDefinition } from './definition.js';
import { devicesSection } from './devices.js';
import { directivesSection, tellsDirectives } from './directives.js';
import { familySection } from './family.js';
import { functionalStatusSection } from './functional-status.js';
import { habitsSection, occupationalRisksSection } from './habits.js';
import { loinc, type Narrator, section } from './narrative.js';
import { pregnanciesSection, tellsPregnancies } from './pregnancies.js';
import { activeProblemsSection, pastIllnessesSection } from './problems.js';
import { proceduresSection } from './procedures.js';
import { resultsSection } from './results.js';
import type { IpsFrContent } from './schema/ips-fr.js';
import { treatmentsSection } from './treatments.js';
import { vaccinationsSection } from './vaccinations.js';
import { checkVitalSigns, vitalSignsSection } from './vital-signs.js';

/** The medical summary of the International Patient Summary (IPS-FR 2024.01). */
export const ipsFr: ModelDefinition<IpsFrContent> = {
  templateIds: [{ root: '2.16.840.1.113883.10.22.1.1' }, { root: '1.2.250.1.213.1.1.1.51', extension: '2024.01' }],
  type: { code: '60591-5', displayName: 'Synthèse médicale', codeSystem: SYSTEMS.loinc },
  otherTypes: [{ code: '74207-2', displayName: "Document de liaison d'urgence", codeSystem: SYSTEMS.loinc }],
  pdfCopy: 'optional',
  attachments: true,
  complete: labelInformed,
  check: ({ participants = [] }, { vitalSigns = [] }) => [
    ...checkInformed(participants),
    ...checkVitalSigns(vitalSigns, ['body', 'content', 'vitalSigns']),
  ],
  sections: summarySections,
};

/** Who may be informed, with the labels that the rules of the model compare to the letter. */
const INFORMED: Readonly<Record<string, string>> = {
  PCP: 'Médecin Traitant',
  'ES-PREF': 'Etablissement de santé de préférence',
};

function labelInformed(document: SubmissionDocument): SubmissionDocument {
  const { participants } = document;
  if (!participants) return document;
  const labelled = participants.map((one): Participant => {
    const label = one.type === 'INF' && one.function ? INFORMED[one.function.code] : undefined;
    return one.function && label !== undefined ? { ...one, function: { ...one.function, displayName: label } } : one;
  });
  return { ...document, participants: labelled };
}

/** The médecin traitant and the preferred establishment, each at most once, and nobody else, are informed. */
function checkInformed(participants: readonly Participant[]): Finding[] {
  const seen = new Set<string>();
  return participants.flatMap(({ type, function: role }, index) => {
    if (type !== 'INF') return [];
    const code = role?.code ?? '';
    const right = Object.hasOwn(INFORMED, code) && !seen.has(code);
    seen.add(code);
    return right ? [] : [finding('documents.ips.informed', 'error', ['participants', index])];
  });
}

function summarySections(narrator: Narrator, content: IpsFrContent): XmlElementNode[] {
  const { pastIllnesses, adverseEffects = [], watchPoints = [], functionalStatus, vitalSigns = [] } = content;
  const { habits = [], occupationalRisks = [], familyHistory, vaccinations, results = [] } = content;
  const { pregnancies, carePlan, advanceDirectives } = content;
  const made = [
    activeProblemsSection(narrator, content.problems, 'Problèmes actifs'),
    pastIllnesses && pastIllnessesSection(narrator, pastIllnesses, 'Antécédents'),
    proceduresSection(narrator, content.procedures, 'Historique des actes'),
    allergiesSection(narrator, content.allergies),
    adverseEffects.length > 0 && adverseEffectsSection(narrator, adverseEffects),
    treatmentsSection(narrator, content.treatments),
    devicesSection(narrator, content.devices),
    watchPoints.length > 0 && watchPointsSection(narrator, watchPoints),
    functionalStatus && functionalStatusSection(narrator, functionalStatus),
    vitalSigns.length > 0 && vitalSignsSection(narrator, vitalSigns, { title: 'Signes vitaux' }),
    habits.length > 0 && habitsSection(narrator, habits),
    occupationalRisks.length > 0 && occupationalRisksSection(narrator, occupationalRisks),
    familyHistory && familySection(narrator, familyHistory),
    vaccinations && vaccinationsSection(narrator, vaccinations),
    tellsPregnancies(pregnancies) && pregnanciesSection(narrator, pregnancies),
    plansCare(carePlan) && carePlanSection(narrator, carePlan),
    tellsDirectives(advanceDirectives) && directivesSection(narrator, advanceDirectives),
    results.length > 0 && resultsSection(narrator, results),
  ];
  return made.filter((one) => one !== undefined && one !== false);
}

/** FR-Points-de-vigilances-non-code (1.2.250.1.213.1.1.2.245). */
function watchPointsSection(narrator: Narrator, points: readonly string[]): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.245'],
    code: loinc('44944-7', 'Autres alertes'),
    title: 'Points de vigilance',
    lines: points.map((text) => ({ cells: [text] })),
  });
}
