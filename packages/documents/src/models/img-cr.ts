import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { assignedEntity } from '../cda/people.js';
import { h } from '../cda/tree.js';
import { time } from '../cda/values.js';
import { composedSection, paragraphs } from './composed.js';
import type { ModelContext, ModelDefinition } from './definition.js';
import { devicesSection } from './devices.js';
import { freeTextSection } from './free-texts.js';
import {
  clinicalInformationSection,
  earlierResultsSection,
  patientInformationSection,
  proseSection,
} from './imaging-sections.js';
import { actSection, findingsSection } from './img-cr-acts.js';
import { checkImaging, completeImaging } from './img-cr-header.js';
import { loinc, type Narrator } from './narrative.js';
import type { ImgCrContent } from './schema/img-cr.js';

/** The report of imaging (IMG-CR-IMG 2024.01, DICOM PS3.20). */
export const imgCr: ModelDefinition<ImgCrContent> = {
  templateIds: [
    { root: '1.2.840.10008.9.1' },
    { root: '1.2.840.10008.9.20' },
    { root: '1.2.840.10008.9.21' },
    { root: '1.2.250.1.213.1.1.1.45', extension: '2024.01' },
  ],
  type: { code: '18748-4', displayName: "CR d'imagerie médicale", codeSystem: SYSTEMS.loinc },
  pdfCopy: 'mandatory',
  attachments: true,
  complete: completeImaging,
  check: checkImaging,
  sections: reportSections,
};

function reportSections(
  narrator: Narrator,
  content: ImgCrContent,
  { createdAt, document }: ModelContext,
): XmlElementNode[] {
  const { addendum, clinicalInformation, acts, devices, findings, patientInformation: information } = content;
  const { earlierResults, comparison, conclusion, comment } = content;
  const done = document.acts[0]?.stop ?? document.acts[0]?.start ?? createdAt;
  return [
    ...(addendum ? [addendumSection(narrator, addendum)] : []),
    ...(clinicalInformation ? [clinicalInformationSection(narrator, clinicalInformation)] : []),
    ...acts.map((act) => actSection(narrator, act, act.end ?? act.start ?? done)),
    ...(devices ? [devicesSection(narrator, devices)] : []),
    ...(findings ? [findingsSection(narrator, findings)] : []),
    ...(earlierResults === undefined ? [] : [earlierResultsSection(narrator, earlierResults)]),
    ...(comparison === undefined ? [] : [comparisonSection(narrator, comparison)]),
    proseSection(
      narrator,
      ['1.2.840.10008.9.5', '1.2.250.1.213.1.1.2.209'],
      loinc('19005-8', 'Conclusions'),
      'Conclusion',
      conclusion,
    ),
    ...(comment === undefined ? [] : [freeTextSection(narrator, 'Commentaire', comment)]),
    ...(information === undefined ? [] : [patientInformationSection(narrator, { at: createdAt, information })]),
  ];
}

function addendumSection(narrator: Narrator, { text, at, author }: NonNullable<ImgCrContent['addendum']>) {
  return composedSection(narrator, {
    templateIds: ['1.2.840.10008.9.6', '1.2.250.1.213.1.1.2.210'],
    code: loinc('55107-7', 'Addendum'),
    title: 'Addendum',
    text: paragraphs(text),
    // An assigned author is written as an assigned entity.
    author: h('author', {}, [h('time', { value: time(at) }), h('assignedAuthor', {}, assignedEntity(author).children)]),
  });
}

function comparisonSection(narrator: Narrator, text: string): XmlElementNode {
  const templateIds = ['1.2.840.10008.9.4', '1.2.250.1.213.1.1.2.207'];
  const code = loinc('18834-2', 'Examen de comparaison radiologique');
  return proseSection(narrator, templateIds, code, 'Comparaisons avec des résultats antérieurs', text);
}
