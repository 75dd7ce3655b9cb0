import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { checkBiologyContent } from './cr-bio-content.js';
import { checkBiology, checkBiologyPatient, completeBiology } from './cr-bio-header.js';
import type { ModelDefinition } from './definition.js';
import { freeTextSection } from './free-texts.js';
import { reportSection, saysSomething } from './lab/reports.js';
import { loinc, type Narrator, section } from './narrative.js';
import { problemTable } from './problems.js';
import type { CrBioContent } from './schema/cr-bio.js';
import { vaccinationsSection } from './vaccinations.js';
import { codedElement } from './values.js';

const REASON = loinc('42349-1', 'Raison de la recommandation');

type Chapter = CrBioContent['chapters'][number];
type Reason = NonNullable<CrBioContent['reason']>;

/** The report of biology (CR-BIO 2024.01, IHE XD-LAB): a section for each chapter, each of its sub-chapters with one entry. */
export const crBio: ModelDefinition<CrBioContent> = {
  templateIds: [{ root: '1.3.6.1.4.1.19376.1.3.3' }, { root: '1.2.250.1.213.1.1.1.55', extension: '2024.01' }],
  type: { code: '11502-2', displayName: "CR d'examens biologiques", codeSystem: SYSTEMS.loinc },
  exactLabel: true,
  title: "Compte rendu d'examens biologiques",
  pdfCopy: 'mandatory',
  attachments: {
    templateId: '1.2.250.1.213.1.1.2.60',
    code: loinc('101792-0', 'Résultats de laboratoire scannés'),
    title: 'Comptes rendus de laboratoire de seconde intention',
  },
  complete: completeBiology,
  check: (document, content, need) => [...checkBiology(document, content, need), ...checkBiologyContent(content)],
  checkPatient: checkBiologyPatient,
  sections: (narrator, { nonConformity, reason, chapters, vaccinations = [], conclusions = [] }) => [
    ...(nonConformity === undefined ? [] : [freeTextSection(narrator, 'Non conformité', nonConformity)]),
    ...(reason ? [reasonSection(narrator, reason)] : []),
    ...chapters.map((chapter) => chapterSection(narrator, chapter)),
    ...(vaccinations.length > 0 ? [vaccinationsSection(narrator, vaccinations)] : []),
    ...conclusions.map(({ title, text }) => freeTextSection(narrator, title, text)),
  ],
};

/** FR-CR-BIO-Chapitre (1.2.250.1.213.1.1.2.70): sub-chapters alone, for a text of its own would forbid them. */
function chapterSection(narrator: Narrator, { subChapters = [], ...chapter }: Chapter): XmlElementNode {
  const { code, title } = chapter;
  const reports = saysSomething(chapter) ? [chapter, ...subChapters] : subChapters;
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.3.3.2.1', '1.2.250.1.213.1.1.2.70'],
    code: { ...code },
    title,
    sections: reports.map((report) => reportSection(narrator, report)),
  });
}

/** FR-Raison-de-la-recommandation (1.2.250.1.213.1.1.2.128): the context of the examination, and the problems behind it. */
function reasonSection(narrator: Narrator, { context, problems }: Reason): XmlElementNode {
  const anchor = narrator.anchor(context.text);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.48' }),
    narrator.id(),
    h('code', REASON),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { nullFlavor: 'NA' }),
    codedElement('value', context, anchor, { 'xsi:type': 'CD' }),
  ]);
  const { head = [], lines } = problemTable(narrator, problems, 'Problème', 'active');
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.1', '1.3.6.1.4.1.19376.1.5.3.1.3.2', '1.2.250.1.213.1.1.2.128'],
    code: REASON,
    title: 'Contexte de l’examen',
    blocks: [
      { head: [], lines: [{ cells: [anchor.content], entry }] },
      { head, lines },
    ],
  });
}
