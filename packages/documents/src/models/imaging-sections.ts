import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { composedSection, paragraphs, proseAnchor } from './composed.js';
import { CONTRAINDICATIONS } from './imaging-lists.js';
import { CARE_NEEDS } from './imaging-request-lists.js';
import { type Anchor, type Line, loinc, type Narrator, table } from './narrative.js';
import { templates } from './remarks.js';
import type { ClinicalInformation } from './schema/imaging.js';
import { clinicalTime, coded, shownDate } from './values.js';

const TOPOGRAPHY = coded('106233006', 'modificateur topographique', SYSTEMS.snomed, 'SNOMED CT');

/** A place of the body, with what says it more precisely. */
export function siteNode(
  { code, label }: { readonly code: string; readonly label: string },
  anchor: Anchor | undefined,
  precision?: Coded,
): XmlElementNode {
  return h('targetSiteCode', codeAttributes(coded(code, label, SYSTEMS.snomed, 'SNOMED CT')), [
    anchor?.originalText,
    precision && h('qualifier', {}, [h('name', codeAttributes(TOPOGRAPHY)), h('value', codeAttributes(precision))]),
  ]);
}

/** FR-DICOM-Observation (1.2.250.1.213.1.1.3.150). */
export function observationEntry(
  narrator: Narrator,
  input: {
    readonly code: Coded;
    readonly text: XmlElementNode;
    readonly at?: string;
    readonly value: XmlElementNode;
    readonly site?: XmlElementNode;
  },
): XmlElementNode {
  const { code, text, at, value, site = h('targetSiteCode', { nullFlavor: 'NA' }) } = input;
  return h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates('2.16.840.1.113883.10.20.6.2.13', '1.2.250.1.213.1.1.3.150'),
    narrator.id(),
    h('code', codeAttributes(code)),
    text,
    h('statusCode', { code: 'completed' }),
    at !== undefined && h('effectiveTime', { value: clinicalTime(at) }),
    value,
    site,
  ]);
}

/** Why, and what is known before (FR-DICOM-informations-cliniques 1.2.250.1.213.1.1.2.205). */
export function clinicalInformationSection(
  narrator: Narrator,
  information: ClinicalInformation & { readonly careNeeds?: readonly (keyof typeof CARE_NEEDS)[] },
): XmlElementNode {
  return composedSection(narrator, {
    templateIds: ['1.2.840.10008.9.2', '1.2.250.1.213.1.1.2.205'],
    code: loinc('55752-0', 'Informations cliniques'),
    title: 'Informations cliniques',
    text: [],
    sections: [request(narrator, information), history(narrator, information, information.careNeeds ?? [])],
  });
}

function request(narrator: Narrator, { reason, purpose }: ClinicalInformation): XmlElementNode {
  return composedSection(narrator, {
    templateIds: ['1.2.840.10008.9.7', '1.2.250.1.213.1.1.2.211'],
    code: loinc('55115-0', 'Demande'),
    title: "Justification de la demande d'examen / Finalité de l'examen",
    text: [
      table(['Justification de la demande'], [{ cells: [paragraphs(reason)] }]),
      purpose !== undefined && table(["Finalité de l'examen"], [{ cells: [paragraphs(purpose)] }]),
    ],
  });
}

function history(
  narrator: Narrator,
  information: ClinicalInformation,
  careNeeds: readonly (keyof typeof CARE_NEEDS)[],
): XmlElementNode {
  const { medicalHistory, surgicalHistory, contraindications } = information;
  const medical = told(narrator, loinc('11348-0', 'Antécédents médicaux'), medicalHistory);
  const surgical = told(narrator, loinc('47519-4', 'Antécédents chirurgicaux'), surgicalHistory);
  const against =
    contraindications.length > 0
      ? contraindications.map((one) => contraindicationLine(narrator, one))
      : [noContraindication(narrator)];
  const needs = careNeeds.map((key) => codeLine(narrator, NEED, CARE_NEEDS[key]));
  const lines = [medical, surgical, ...against, ...needs];
  return composedSection(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.22.2.39', '1.2.250.1.213.1.1.2.213'],
    code: loinc('11329-0', 'Historique médical'),
    title: 'Antécédents médicaux / Antécédents chirurgicaux / Contre-indications',
    text: [
      table(['Antécédents médicaux'], [medical]),
      table(['Antécédents chirurgicaux'], [surgical]),
      table(['Contre-indication', 'Commentaire', 'Date'], against),
      needs.length > 0 && table(['Informations pour la prise en charge'], needs),
    ],
    entries: lines.flatMap(({ entry }) => (entry ? [entry] : [])),
  });
}

function told(narrator: Narrator, code: Coded, text: string): Line {
  const anchor = proseAnchor(narrator, text);
  const value = h('value', { 'xsi:type': 'CD' }, [anchor.originalText]);
  return { cells: [anchor.content], entry: observationEntry(narrator, { code, text: anchor.text, value }) };
}

function codeLine(narrator: Narrator, code: Coded, value: Coded): Line {
  const anchor = narrator.anchor(value.displayName);
  const node = h('value', { 'xsi:type': 'CD', ...codeAttributes(value) }, [anchor.originalText]);
  return { cells: [anchor.content], entry: observationEntry(narrator, { code, text: anchor.text, value: node }) };
}

const NEED = coded('ORG-192', 'Informations pour la prise en charge', SYSTEMS.taAsip, 'TA_ASIP');
const AGAINST = loinc('64100-1', 'Contre-indications');

function contraindicationLine(narrator: Narrator, one: ClinicalInformation['contraindications'][number]): Line {
  const code = CONTRAINDICATIONS[one.what];
  const anchor = narrator.anchor(code.displayName);
  const comment = one.comment === undefined ? undefined : narrator.anchor(one.comment);
  const value = h('value', { 'xsi:type': 'CD', ...codeAttributes(code) }, [anchor.originalText]);
  const text = (comment ?? anchor).text;
  return {
    cells: [anchor.content, comment?.content, one.at !== undefined && shownDate(one.at)],
    entry: observationEntry(narrator, { code: AGAINST, text, at: one.at, value }),
  };
}

/** That there is none: the rules want an observation, and their list has no code for it. */
function noContraindication(narrator: Narrator): Line {
  const said = 'Aucune contre-indication connue';
  const anchor = narrator.anchor(said);
  const value = h('value', { 'xsi:type': 'ST' }, [said]);
  return { cells: [anchor.content], entry: observationEntry(narrator, { code: AGAINST, text: anchor.text, value }) };
}

/** A section of free text alone. */
export function proseSection(
  narrator: Narrator,
  templateIds: readonly string[],
  code: Coded,
  title: string,
  text: string,
): XmlElementNode {
  return composedSection(narrator, { templateIds, code, title, text: paragraphs(text) });
}

/** Results of examinations that came before (FR-Resultats-examens-non-code 1.2.250.1.213.1.1.2.150). */
export function earlierResultsSection(narrator: Narrator, text: string): XmlElementNode {
  return proseSection(
    narrator,
    ['1.3.6.1.4.1.19376.1.5.3.1.3.27', '1.2.250.1.213.1.1.2.150'],
    loinc('30954-2', "Résultats d'examens"),
    "Résultats d'examens antérieurs",
    text,
  );
}

/** What the patient was told (FR-Education-du-patient 1.2.250.1.213.1.1.2.107): texts and the observations that say the same. */
export function patientInformationSection(
  narrator: Narrator,
  { at, risksTold, information }: { readonly at: string; readonly risksTold?: boolean; readonly information?: string },
): XmlElementNode {
  const lines = [
    risksTold !== undefined && risksLine(narrator, risksTold, at),
    information !== undefined && informationLine(narrator, information, at),
  ].filter((line) => line !== false);
  return composedSection(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.1.9.38', '1.3.6.1.4.1.19376.1.5.3.1.1.9.39', '1.2.250.1.213.1.1.2.107'],
    code: loinc('34895-3', 'Education du patient'),
    title: 'Information du patient',
    text: [table([], lines)],
    entries: lines.map(({ entry }) => entry),
  });
}

const RISKS = "Le patient a-t-il été informé des risques relatifs à l'examen d'imagerie médicale ?";

function risksLine(narrator: Narrator, told: boolean, at: string) {
  const anchor = narrator.anchor(told ? 'Oui' : 'Non');
  const code = coded('MED-1130', RISKS, SYSTEMS.taAsip, 'TA_ASIP');
  const value = h('value', { 'xsi:type': 'BL', value: String(told) });
  return { cells: [RISKS, anchor.content], entry: simple(narrator, code, anchor, at, value) };
}

function informationLine(narrator: Narrator, information: string, at: string) {
  const anchor = proseAnchor(narrator, information);
  const code = loinc('99622-3', 'Informations pour le patient');
  return { cells: ['Informations transmises', anchor.content], entry: simple(narrator, code, anchor, at) };
}

/** FR-Simple-Observation (1.2.250.1.213.1.1.3.48). */
export function simple(
  narrator: Narrator,
  code: Coded,
  anchor: Anchor,
  at?: string,
  value?: XmlElementNode,
): XmlElementNode {
  return h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.13', '1.2.250.1.213.1.1.3.48'),
    narrator.id(),
    h('code', codeAttributes(code)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', at === undefined ? { nullFlavor: 'NA' } : { value: clinicalTime(at) }),
    value,
  ]);
}
