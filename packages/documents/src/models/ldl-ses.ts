import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { ModelContext, ModelDefinition } from './definition.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import type { LdlSesContent } from './schema/ldl-ses.js';
import { treatmentTable } from './treatments.js';
import { clinicalTime, coded, shownDate } from './values.js';

const STATUSES = {
  enCours: coded('385651009', "en cours d'exécution", SYSTEMS.snomed, 'SNOMED CT'),
  realise: coded('398166005', 'réalisé', SYSTEMS.snomed, 'SNOMED CT'),
  approuve: coded('9571008', 'approuvé', SYSTEMS.snomed, 'SNOMED CT'),
  cloture: coded('29179001', 'clôturé', SYSTEMS.snomed, 'SNOMED CT'),
} as const;

/** JDV_ModaliteEntree. */
const ADMISSIONS = {
  urgence: coded('183452005', 'hospitalisation en urgence', SYSTEMS.snomed, 'SNOMED CT'),
  programmee: coded('8715000', 'hospitalisation programmée', SYSTEMS.snomed, 'SNOMED CT'),
  transfert: coded('107724000', 'transfert du patient', SYSTEMS.snomed, 'SNOMED CT'),
  autre: coded('GEN-092.06.07', "Autre modalité d'entrée", SYSTEMS.taAsip, 'TA_ASIP'),
} as const;

const OBSERVATION = '1.2.250.1.213.1.1.3.48';

/** The letter of discharge (lettre de liaison à la sortie d’un établissement de santé 2022.01). */
export const ldlSes: ModelDefinition<LdlSesContent> = {
  templateIds: [{ root: '1.2.250.1.213.1.1.1.29', extension: '2022.01' }],
  type: {
    code: '11490-0',
    displayName: "Lettre de liaison à la sortie d'un établissement de soins",
    codeSystem: SYSTEMS.loinc,
  },
  pdfCopy: 'optional',
  sections: letterSections,
};

function letterSections(narrator: Narrator, content: LdlSesContent, { createdAt }: ModelContext): XmlElementNode[] {
  const { stoppedTreatments, dischargeTreatments, pendingResults, followUp } = content;
  const lists = [
    stoppedTreatments.length > 0 &&
      section(narrator, {
        templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.21', '1.2.250.1.213.1.1.2.145'],
        code: loinc('18610-6', 'Traitements administrés'),
        title: 'Traitements arrêtés durant le séjour',
        ...treatmentTable(narrator, stoppedTreatments),
      }),
    section(narrator, {
      templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.22', '1.2.250.1.213.1.1.2.146'],
      code: loinc('10183-2', 'Traitements à la sortie'),
      title: 'Traitements à la sortie',
      ...treatmentTable(narrator, dischargeTreatments),
    }),
    pendingResults.length > 0 &&
      section(narrator, {
        templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.27', '1.2.250.1.213.1.1.2.150'],
        code: loinc('30954-2', "Résultats d'examens"),
        title: "Résultats d'examens et autres informations attendus",
        lines: pendingResults.map((text) => ({ cells: [text] })),
      }),
    followUp.length > 0 &&
      section(narrator, {
        templateIds: ['2.16.840.1.113883.10.20.1.10', '1.3.6.1.4.1.19376.1.5.3.1.3.36', '1.2.250.1.213.1.1.2.158'],
        code: loinc('18776-5', 'Plan de soins'),
        title: 'Suites à donner',
        head: ['Suivi'],
        lines: followUp.map((text) => followUpLine(narrator, text)),
      }),
  ];
  return [
    status(narrator, content, createdAt),
    section(narrator, {
      templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.1', '1.2.250.1.213.1.1.2.127'],
      code: loinc('42349-1', 'Raison de la recommandation'),
      title: "Motif de l'hospitalisation",
      lines: [{ cells: [content.reason] }],
    }),
    stay(narrator, content),
    ...lists.filter((made): made is XmlElementNode => made !== false),
  ];
}

function status(narrator: Narrator, content: LdlSesContent, createdAt: string): XmlElementNode {
  const code = STATUSES[content.status];
  const anchor = narrator.anchor(code.displayName);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13' }),
    h('templateId', { root: OBSERVATION }),
    h('templateId', { root: `${OBSERVATION}.16` }),
    h('templateId', { root: `${OBSERVATION}.16.1` }),
    narrator.id(),
    h('code', codeAttributes(coded('GEN-065', 'Statut du document', SYSTEMS.taAsip, 'TA_ASIP'))),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { value: clinicalTime(createdAt) }),
    h('value', { 'xsi:type': 'CD', ...codeAttributes(code) }),
  ]);
  return section(narrator, {
    templateIds: ['1.2.250.1.213.1.1.2.35', '1.2.250.1.213.1.1.2.35.1'],
    code: loinc('33557-0', "Etat d'achèvement"),
    title: 'Statut du document',
    lines: [{ cells: ['Statut du document', anchor.content], entry }],
  });
}

function stay(narrator: Narrator, { stay: content }: LdlSesContent): XmlElementNode {
  const { admission, discharge } = content;
  const code = ADMISSIONS[admission.mode];
  const on = discharge.at;
  const line = (input: Omit<Fact, 'at'> & { readonly at?: string }): Line => factLine(narrator, { at: on, ...input });
  const facts: (Line | false)[] = [
    line({
      template: '6',
      code: ['ORG-070', "Modalité d'entrée"],
      shown: `${shownDate(admission.at)}, ${code.displayName}`,
      at: admission.at,
      value: h('value', { 'xsi:type': 'CE', ...codeAttributes(code) }),
    }),
    line({
      template: '7',
      code: ['ORG-074', 'Modalité de sortie'],
      shown: `${shownDate(discharge.at)}, ${discharge.mode.displayName}`,
      value: h('value', { 'xsi:type': 'CE', ...codeAttributes(discharge.mode) }),
    }),
    line({ template: '9', code: ['MED-142', 'Synthèse médicale'], ...said(content.synthesis) }),
    content.adverseEvents !== undefined &&
      line({
        template: '3',
        code: ['MED-143', "Evènements indésirables survenus pendant l'hospitalisation"],
        ...said(content.adverseEvents),
      }),
    line({
      template: '8',
      code: ['MED-309', 'Recherche de microorganismes multi-résistants ou émergents effectuée'],
      ...yesNo(content.resistantOrganismSearch),
    }),
    content.resistantOrganisms !== undefined &&
      line({
        template: '5',
        code: ['MED-144', 'Identification de micro-organismes multirésistants'],
        ...said(content.resistantOrganisms),
      }),
    line({ template: '10', code: ['MED-145', 'Transfusion de produits sanguins'], ...yesNo(content.transfusion) }),
    content.transfusionAccidents !== undefined &&
      line({ template: '1', code: ['MED-146', 'Accidents transfusionnels'], ...said(content.transfusionAccidents) }),
    line({
      template: '2',
      code: ['MED-147', 'Administration de dérivés du sang'],
      ...yesNo(content.bloodDerivatives),
    }),
    content.bloodDerivativeEvents !== undefined &&
      line({
        template: '4',
        code: ['MED-148', "Evènements indésirables suite à l'administration de dérivés du sang"],
        ...said(content.bloodDerivativeEvents),
      }),
  ];
  return section(narrator, {
    templateIds: [
      '1.3.6.1.4.1.19376.1.5.3.1.1.21.2.9',
      '1.3.6.1.4.1.19376.1.7.3.1.1.13.7',
      '1.2.250.1.213.1.1.2.163',
      '1.2.250.1.213.1.1.2.163.1',
    ],
    code: loinc('42545-4', 'Evènements observés'),
    title: 'Synthèse médicale du séjour',
    lines: facts.filter((made): made is Line => made !== false),
  });
}

/** One thing said of the stay: a line of the table, and its observation. */
interface Fact {
  /** Last number of its template under 1.2.250.1.213.1.1.3.48. */
  readonly template: string;
  readonly code: readonly [code: string, label: string];
  readonly shown: string;
  readonly at: string;
  readonly value: XmlElementNode;
}

function said(text: string): Pick<Fact, 'shown' | 'value'> {
  return { shown: text, value: h('value', { 'xsi:type': 'ST' }, [text]) };
}

function yesNo(yes: boolean): Pick<Fact, 'shown' | 'value'> {
  return { shown: yes ? 'Oui' : 'Non', value: h('value', { 'xsi:type': 'BL', value: String(yes) }) };
}

function factLine(narrator: Narrator, { template, code: [code, label], shown, at, value }: Fact): Line {
  const anchor = narrator.anchor(shown);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13' }),
    h('templateId', { root: OBSERVATION }),
    h('templateId', { root: `${OBSERVATION}.${template}` }),
    narrator.id(),
    h('code', codeAttributes(coded(code, label, SYSTEMS.taAsip, 'TA_ASIP'))),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { value: clinicalTime(at) }),
    value,
  ]);
  return { cells: [label, anchor.content], entry };
}

function followUpLine(narrator: Narrator, text: string): Line {
  const anchor = narrator.anchor(text);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'INT' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.25' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.1.20.3.1' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.27' }),
    narrator.id(),
    h('code', codeAttributes(coded('ORG-064', "Demande d'examen ou de suivi", SYSTEMS.taAsip, 'TA_ASIP'))),
    anchor.text,
    h('statusCode', { code: 'active' }),
    h('effectiveTime', { nullFlavor: 'UNK' }),
    h('value', { 'xsi:type': 'ST' }, [text]),
  ]);
  return { cells: [anchor.content], entry };
}
