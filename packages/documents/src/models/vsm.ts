import { finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { allergyLine } from './allergies.js';
import type { ModelDefinition } from './definition.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import { problemLine } from './problems.js';
import { procedureLine } from './procedures.js';
import type { FamilyProblem, Habit, VsmContent } from './schema/vsm.js';
import { treatmentTable } from './treatments.js';
import { codedElement, valueElement } from './values.js';

const DATED = (what: string) => ['Date', what];

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
    treatments(narrator, content),
  ],
};

function history(narrator: Narrator, content: VsmContent): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.29'],
    code: loinc('46612-8', 'Conclusions de synthèse'),
    title: 'Pathologies en cours, antécédents, allergies et facteurs de risque',
    sections: [pathologies(narrator, content), risks(narrator, content)],
  });
}

function pathologies(narrator: Narrator, content: VsmContent): XmlElementNode {
  const { activeProblems, pastIllnesses, surgeries, allergies } = content;
  const active = section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.11', '1.3.6.1.4.1.19376.1.5.3.1.3.6', '1.2.250.1.213.1.1.2.132'],
    code: loinc('11450-4', 'Liste des problèmes actifs'),
    title: 'Pathologies en cours',
    head: DATED('Pathologie'),
    lines: activeProblems.map((item) => problemLine(narrator, item, 'active')),
  });
  const past = section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.8', '1.2.250.1.213.1.1.2.134'],
    code: loinc('11348-0', 'Antécédents médicaux'),
    title: 'Antécédents médicaux',
    head: DATED('Antécédent'),
    lines: pastIllnesses.map((item) => problemLine(narrator, item, 'completed')),
  });
  const surgery = section(narrator, {
    templateIds: [
      '2.16.840.1.113883.10.20.1.12',
      '1.3.6.1.4.1.19376.1.5.3.1.3.11',
      '1.3.6.1.4.1.19376.1.5.3.1.3.12',
      '1.2.250.1.213.1.1.2.136',
    ],
    code: loinc('47519-4', 'Historique des actes'),
    title: 'Antécédents chirurgicaux',
    head: DATED('Acte'),
    lines: surgeries.map((item) => procedureLine(narrator, item)),
  });
  const allergic = section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.2', '1.3.6.1.4.1.19376.1.5.3.1.3.13', '1.2.250.1.213.1.1.2.137'],
    code: loinc('48765-2', 'Allergies et hypersensibilités'),
    title: 'Allergies et hypersensibilités',
    head: ['Date', 'Type', 'Agent responsable', 'Statut'],
    lines: allergies.map((item) => allergyLine(narrator, item)),
  });
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.30'],
    code: loinc('34117-2', 'Historique et physique'),
    title: 'Pathologies en cours, antécédents et allergies',
    ...present([
      ['Pathologies en cours', activeProblems, active],
      ['Antécédents médicaux', pastIllnesses, past],
      ['Antécédents chirurgicaux', surgeries, surgery],
      ['Allergies et hypersensibilités', allergies, allergic],
    ]),
  });
}

function risks(narrator: Narrator, content: VsmContent): XmlElementNode {
  const { habits, occupationalRisks, familyHistory } = content;
  const social = section(narrator, {
    templateIds: [
      '2.16.840.1.113883.10.20.1.15',
      '1.3.6.1.4.1.19376.1.5.3.1.3.16',
      '1.3.6.1.4.1.19376.1.5.3.1.3.16.1',
      '1.2.250.1.213.1.1.2.141',
    ],
    code: loinc('29762-2', 'Habitus, Mode de vie'),
    title: 'Mode de vie',
    head: ['Type', 'Observation'],
    lines: habits.map((item) => habitLine(narrator, item)),
  });
  const occupational = section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.1.5.3.1', '1.2.250.1.213.1.1.2.74'],
    code: loinc('10161-8', 'Facteurs de risques professionnels'),
    title: 'Facteurs de risque professionnels',
    head: ['Facteur'],
    lines: occupationalRisks.map((text) => ({ cells: [text] })),
  });
  const family = section(narrator, {
    templateIds: [
      '2.16.840.1.113883.10.20.1.4',
      '1.3.6.1.4.1.19376.1.5.3.1.3.14',
      '1.3.6.1.4.1.19376.1.5.3.1.3.15',
      '1.2.250.1.213.1.1.2.139',
    ],
    code: loinc('10157-6', 'Historique des pathologies familiales'),
    title: 'Antécédents familiaux',
    head: ['Lien de parenté', 'Antécédent'],
    lines: familyHistory.map((item) => familyLine(narrator, item)),
  });
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.31'],
    code: loinc('57207-3', "Facteurs de risque présents ou passés affectant l'état de santé et/ou une circonstance"),
    title: 'Facteurs de risque',
    ...present([
      ['Mode de vie', habits, social],
      ['Facteurs de risque professionnels', occupationalRisks, occupational],
      ['Antécédents familiaux', familyHistory, family],
    ]),
  });
}

type Block = readonly [title: string, items: readonly unknown[], made: XmlElementNode];

/** The sub-sections that hold something; what is known to be empty is said in the text, which codes cannot say. */
function present(blocks: readonly Block[]): { sections: readonly XmlElementNode[]; notes: readonly string[] } {
  const empty = blocks.filter(([, items]) => items.length === 0);
  return {
    sections: blocks.filter(([, items]) => items.length > 0).map(([, , made]) => made),
    notes: empty.map(([title]) => `${title} : aucun élément connu.`),
  };
}

function habitLine(narrator: Narrator, { what, value }: Habit): Line {
  const anchor = narrator.anchor(what.displayName);
  const { node, shown } = valueElement(value);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.33' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13.4' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.52' }),
    narrator.id(),
    h('code', codeAttributes(what)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { nullFlavor: 'NA' }),
    node,
  ]);
  return { cells: [anchor.content, shown], entry };
}

const GENDERS = {
  F: { code: 'F', displayName: 'Féminin' },
  M: { code: 'M', displayName: 'Masculin' },
  I: { code: 'UN', displayName: 'Inconnu' },
} as const;

function familyLine(narrator: Narrator, { relation, sexe, name }: FamilyProblem): Line {
  const who = narrator.anchor(relation.displayName);
  const what = narrator.anchor(name.text);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.22' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13.3' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.51' }),
    narrator.id(),
    h('code', {
      code: '282291009',
      displayName: 'interprétation diagnostique',
      codeSystem: '2.16.840.1.113883.6.96',
      codeSystemName: 'SNOMED CT',
    }),
    what.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { nullFlavor: 'UNK' }),
    codedElement('value', name, what, { 'xsi:type': 'CD' }),
  ]);
  const entry = h('organizer', { classCode: 'CLUSTER', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.23' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.15' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.59' }),
    h('statusCode', { code: 'completed' }),
    h('subject', { typeCode: 'SBJ' }, [
      h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.15.2' }),
      h('templateId', { root: '1.2.250.1.213.1.1.3.60' }),
      h('relatedSubject', { classCode: 'PRS' }, [
        h('code', codeAttributes(relation), [who.originalText]),
        h('subject', {}, [h('administrativeGenderCode', { ...GENDERS[sexe], codeSystem: '2.16.840.1.113883.5.1' })]),
      ]),
    ]),
    h('component', { typeCode: 'COMP' }, [observation]),
  ]);
  return { cells: [who.content, what.content], entry };
}

function results(narrator: Narrator, { watchPoints }: VsmContent): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.27', '1.2.250.1.213.1.1.2.150'],
    code: loinc('30954-2', "Résultats d'examens"),
    title: 'Points de vigilance',
    lines: watchPoints.map((text) => ({ cells: [text] })),
  });
}

function treatments(narrator: Narrator, content: VsmContent): XmlElementNode {
  const list = section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.8', '1.3.6.1.4.1.19376.1.5.3.1.3.19', '1.2.250.1.213.1.1.2.143'],
    code: loinc('10160-0', 'Traitements'),
    title: 'Traitements',
    entryType: 'DRIV',
    ...treatmentTable(narrator, content.treatments),
  });
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.32'],
    code: loinc('18776-5', 'Plan de traitement'),
    title: 'Traitement au long cours',
    sections: [list],
  });
}
