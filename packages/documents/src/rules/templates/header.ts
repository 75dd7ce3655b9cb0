import type { ConceptSet } from '@socle-sante/nomenclatures';
import { jdvJ07 } from '@socle-sante/nomenclatures/jdv-j07';
import type { XmlElement } from '@socle-sante/wire/xml';
import { type Check, ONCE, section } from '../model.js';
import { all, along, attr, is, not, notNull } from '../xml.js';
import { authenticator, legalAuthenticator } from './authenticator.js';
import { author } from './author.js';
import { componentOf } from './component-of.js';
import { custodian, informationRecipient } from './custodian.js';
import { documentationOf } from './documentation-of.js';
import { dataEnterer, informant } from './informant.js';
import { participant } from './participant.js';
import { recordTarget } from './record-target.js';
import { authorization, inFulfillmentOf, relatedDocument } from './related.js';
import { codedBy } from './shared.js';
import { optionalInstant } from './times.js';

const el = section('header');

/** OIDs of the two templates that every French document states, and of the one of documents that are not structured. */
export const TEMPLATES = {
  france: '2.16.840.1.113883.2.8.2.1',
  cisis: '1.2.250.1.213.1.1.1.1',
  unstructured: '1.3.6.1.4.1.19376.1.2.20',
} as const;

/** Roots under which a national identity (INS) stands: NIR, NIA, and their test and demonstration arcs. */
export const INS_ROOTS: readonly string[] = [
  '1.2.250.1.213.1.4.8',
  '1.2.250.1.213.1.4.9',
  '1.2.250.1.213.1.4.10',
  '1.2.250.1.213.1.4.11',
];

/** HL7 Confidentiality, which the official rules take; JDV_J08 is narrower and asked apart. */
const CONFIDENTIALITY: ConceptSet = {
  id: 'Confidentiality',
  name: 'Confidentiality',
  oid: '2.16.840.1.113883.1.11.10228',
  version: '2014-03-26',
  date: '2014-03-26',
  source: 'HL7 V3 vocabulary',
  concepts: ['L', 'M', 'N', 'R', 'U', 'V'].map((code) => ({
    code,
    system: '2.16.840.1.113883.5.25',
    label: code,
    status: 'active',
  })),
};

const isFrance = is('root', TEMPLATES.france);
const isCisis = is('root', TEMPLATES.cisis);

const language: Check = (element, reporter) => {
  const code = attr(element, 'code');
  if (code !== undefined && !/[a-z]{2}-[A-Z]{2}/.test(code))
    reporter.report('cda.header.languageCode.language', 'error');
};

const firstAct: Check = (document, reporter) => {
  const first = along([document], 'documentationOf')[0];
  const events = first === undefined ? [] : along([first], 'serviceEvent');
  if (along(events, 'performer').length !== 1) reporter.report('cda.header.firstAct.performer', 'error');
  if (along(events, 'effectiveTime').length !== 1) reporter.report('cda.header.firstAct.effectiveTime', 'error');
};

const unstructuredTemplates: Check = (document, reporter) => {
  const body = (local: string): boolean => along([document], 'component', local).length > 0;
  const templates = along([document], 'templateId');
  const stated = (root: string): boolean => templates.some(is('root', root));
  const exact =
    templates.length === 3 && stated(TEMPLATES.france) && stated(TEMPLATES.cisis) && stated(TEMPLATES.unstructured);
  if (!body('structuredBody') && !(body('nonXMLBody') && exact))
    reporter.report('cda.header.templateId.unstructured', 'error');
  if (body('nonXMLBody') && !stated(TEMPLATES.unstructured))
    reporter.report('cda.header.templateId.unstructuredMissing', 'error');
};

const insTraits: Check = (_document, reporter) => {
  const targets = reporter.recordTargets;
  const ids = along(targets, 'patientRole', 'id');
  const hasIns = ids.some((id) => INS_ROOTS.includes(attr(id, 'root') ?? ''));
  if (!hasIns && ids.some((id) => attr(id, 'extension') !== undefined)) return;
  if (!hasTraits(targets)) reporter.report('cda.header.insTraits', 'error');
};

/** Every trait of an INS is among those of these patients. */
function hasTraits(targets: readonly XmlElement[]): boolean {
  const patients = along(targets, 'patientRole', 'patient');
  const [families, givens] = [along(patients, 'name', 'family'), along(patients, 'name', 'given')];
  return (
    families.some(is('qualifier', 'BR')) &&
    givens.some(is('qualifier', 'BR')) &&
    givens.some((given) => attr(given, 'qualifier') === undefined) &&
    along(patients, 'birthTime').length > 0 &&
    along(patients, 'birthplace', 'place', 'addr', 'county').length > 0 &&
    along(patients, 'administrativeGenderCode').some((gender) => attr(gender, 'code') !== undefined)
  );
}

/**
 * The whole header, as a table of elements.
 *
 * Source: CI-SIS, structuration minimale de documents de santé 1.16, template 1.2.250.1.213.1.1.1.1.
 */
export const clinicalDocument = el('ClinicalDocument', {
  attributes: { classCode: { fixedIfPresent: 'DOCCLIN' }, moodCode: { fixedIfPresent: 'EVN' } },
  checks: [firstAct, unstructuredTemplates, insTraits],
  children: [
    el('realmCode', { when: is('code', 'FR'), ...ONCE, type: 'CS' }),
    el('typeId', { when: isCda, ...ONCE, type: 'II' }),
    el('templateId', { alias: 'templateFrance', when: isFrance, ...ONCE, type: 'II' }),
    el('templateId', { alias: 'templateCisis', when: isCisis, ...ONCE, type: 'II' }),
    el('templateId', {
      alias: 'templateModel',
      when: all(not(isFrance), not(isCisis)),
      min: 1,
      type: 'II',
      attributes: { root: 'uid!' },
    }),
    el('id', { when: notNull, ...ONCE, type: 'II', attributes: { extension: 'st', root: 'uid!' } }),
    el('code', { when: notNull, ...ONCE, type: 'CE', attributes: { ...codedBy(jdvJ07), codeSystemName: 'st' } }),
    el('title', { when: notNull, ...ONCE, type: 'ST' }),
    optionalInstant(el, 'effectiveTime', { when: notNull, ...ONCE, attributes: { value: 'ts!' } }),
    el('confidentialityCode', { when: notNull, ...ONCE, type: 'CE', attributes: codedBy(CONFIDENTIALITY) }),
    el('languageCode', { when: notNull, ...ONCE, type: 'CS', attributes: { code: 'cs!' }, checks: [language] }),
    el('setId', { when: notNull, ...ONCE, type: 'II', attributes: { extension: 'st', root: 'uid!' } }),
    el('versionNumber', { when: notNull, ...ONCE, type: 'INT', attributes: { value: 'int!' } }),
    recordTarget,
    author,
    dataEnterer,
    informant,
    custodian,
    informationRecipient,
    legalAuthenticator,
    authenticator,
    participant,
    inFulfillmentOf,
    documentationOf,
    relatedDocument,
    authorization,
    componentOf,
    el('component', { ...ONCE, children: [el('structuredBody'), el('nonXMLBody')] }),
  ],
});

/** True of the typeId of CDA R2. */
export function isCda(element: Parameters<typeof attr>[0]): boolean {
  return attr(element, 'root') === '2.16.840.1.113883.1.3' && attr(element, 'extension') === 'POCD_HD000040';
}

/** True when a document says that it is CDA R2. */
export function saysCda(document: Parameters<typeof attr>[0]): boolean {
  return along([document], 'typeId').some(isCda);
}
