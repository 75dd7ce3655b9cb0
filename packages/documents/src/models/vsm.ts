import { finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { allergiesSection } from './allergies.js';
import type { ModelDefinition } from './definition.js';
import { familySection } from './family.js';
import { habitsSection, occupationalRisksSection } from './habits.js';
import { loinc, type Narrator, section } from './narrative.js';
import { activeProblemsSection, pastIllnessesSection } from './problems.js';
import { proceduresSection } from './procedures.js';
import type { VsmContent } from './schema/vsm.js';
import { treatmentsSection } from './treatments.js';

/** VSM (volet de synthèse médicale 2023.01): blocks of history, then results and treatments. */
export const vsm: ModelDefinition<VsmContent> = {
  templateIds: [{ root: '1.2.250.1.213.1.1.1.13', extension: '2023.01' }],
  type: { code: 'SYNTH', displayName: 'Synthèse', codeSystem: '1.2.250.1.213.1.1.4.12' },
  act: loinc('34117-2', 'Historique et clinique'),
  pdfCopy: 'optional',
  check: ({ participants = [] }) =>
    participants.some(({ type, function: role }) => type === 'INF' && role?.code === 'PCP')
      ? []
      : [finding('documents.vsm.treatingDoctor', 'warning', ['participants'])],
  sections: (narrator, content) => [
    history(narrator, content),
    results(narrator, content),
    section(narrator, {
      templateIds: ['1.2.250.1.213.1.1.2.32'],
      code: loinc('18776-5', 'Plan de traitement'),
      title: 'Traitement au long cours',
      sections: [treatmentsSection(narrator, content.treatments)],
    }),
  ],
};

function history(narrator: Narrator, content: VsmContent): XmlElementNode {
  const { activeProblems, pastIllnesses, surgeries, allergies } = content;
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.29'],
    code: loinc('46612-8', 'Conclusions de synthèse'),
    title: 'Pathologies en cours, antécédents, allergies et facteurs de risque',
    sections: [
      section(narrator, {
        templateIds: ['1.2.250.1.213.1.1.2.30'],
        code: loinc('34117-2', 'Historique et physique'),
        title: 'Pathologies en cours, antécédents et allergies',
        sections: [
          activeProblemsSection(narrator, activeProblems),
          pastIllnessesSection(narrator, pastIllnesses),
          proceduresSection(narrator, surgeries, 'Antécédents chirurgicaux'),
          allergiesSection(narrator, allergies),
        ],
      }),
      risks(narrator, content),
    ],
  });
}

/** What is known to be empty, and has no code to say so, is said in the text. */
function risks(narrator: Narrator, { habits, occupationalRisks, familyHistory }: VsmContent): XmlElementNode {
  const made = [
    habits.length > 0 && habitsSection(narrator, habits),
    occupationalRisks.length > 0 && occupationalRisksSection(narrator, occupationalRisks),
    familySection(narrator, familyHistory),
  ];
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.31'],
    code: loinc('57207-3', "Facteurs de risque présents ou passés affectant l'état de santé et/ou une circonstance"),
    title: 'Facteurs de risque',
    sections: made.filter((one) => one !== false),
    notes: [
      ...(habits.length > 0 ? [] : ['Mode de vie : aucun élément connu.']),
      ...(occupationalRisks.length > 0 ? [] : ['Facteurs de risque professionnels : aucun élément connu.']),
    ],
  });
}

function results(narrator: Narrator, { watchPoints }: VsmContent): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.27', '1.2.250.1.213.1.1.2.150'],
    code: loinc('30954-2', "Résultats d'examens"),
    title: 'Points de vigilance',
    lines: watchPoints.map((text) => ({ cells: [text] })),
  });
}
