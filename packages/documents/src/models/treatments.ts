import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { type Child, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { ABSENCES, known } from './absences.js';
import { type Line, loinc, type Narrator, section } from './narrative.js';
import { noProductNode, productNode, shownComposition } from './products.js';
import { commentRemark, type Remark, reasonRemark, relations, remark, templates } from './remarks.js';
import type { Known, Quantity, Treatment } from './schema/shared.js';
import { coded, decimal, shownDate, shownQuantity, span } from './values.js';

const TREATMENT_HEAD = [
  'Début',
  'Fin',
  'Médicament',
  'Composition',
  'Type',
  'Posologie',
  'Dose maximale',
  'Voie',
  'Motif',
  "Motif d'arrêt",
  'Commentaire',
] as const;

/** FR-Traitement (1.2.250.1.213.1.1.3.42) with a normal dose. */
export const TREATMENT = [
  '2.16.840.1.113883.10.20.1.24',
  '1.3.6.1.4.1.19376.1.5.3.1.4.7',
  '1.2.250.1.213.1.1.3.42',
  '1.3.6.1.4.1.19376.1.5.3.1.4.7.1',
] as const;

/** Traitement au long cours, traitement aigu. */
const TERMS = {
  longTerm: { template: '1.2.250.1.213.1.1.3.42.3', shown: 'Au long cours' },
  acute: { template: '1.2.250.1.213.1.1.3.42.4', shown: 'Aigu' },
} as const;

const DRUG = { code: 'DRUG', displayName: 'Médicament', codeSystem: '2.16.840.1.113883.5.4' } as const;

/** A treatment, whose posology may be left for later when it is only intended. */
type AnyTreatment = Omit<Treatment, 'posology'> & { readonly posology?: string | undefined };

/** A treatment with a normal dose (FR-Traitement 1.2.250.1.213.1.1.3.42, IHE ….4.7.1): its entry, and what is shown of it. */
export function treatmentParts(narrator: Narrator, treatment: AnyTreatment, moodCode: 'EVN' | 'INT' = 'EVN') {
  const { product, term, posology, most, route, reason, stopReason, comment } = treatment;
  const productAnchor = narrator.anchor(product.text);
  const posologyAnchor = posology === undefined ? undefined : narrator.anchor(posology);
  const routeAnchor = route && narrator.anchor(route.displayName);
  const said = {
    reason: reason && reasonRemark(narrator, reason),
    stop: stopReason === undefined ? undefined : stopRemark(narrator, stopReason),
    comment: comment === undefined ? undefined : commentRemark(narrator, comment),
  };
  const entry = h('substanceAdministration', { classCode: 'SBADM', moodCode }, [
    ...templates(...TREATMENT, ...(term ? [TERMS[term].template] : [])),
    narrator.id(),
    h('code', DRUG),
    (posologyAnchor ?? productAnchor).text,
    h('statusCode', { code: 'completed' }),
    ...posologyNodes(treatment, routeAnchor?.originalText),
    productNode(product, productAnchor),
    ...relations(said.reason, said.stop, said.comment),
  ]);
  const cells = {
    product: [productAnchor.content, product.lot !== undefined && ` (lot ${product.lot})`],
    composition: shownComposition(product),
    term: term && TERMS[term].shown,
    posology: posologyAnchor?.content,
    most: most && `${shownQuantity(most.dose)} par ${shownQuantity(most.per)}`,
    route: routeAnchor?.content,
    reason: said.reason?.shown,
    stop: said.stop?.shown,
    comment: said.comment?.shown,
  };
  return { entry, cells };
}

function treatmentLine(narrator: Narrator, treatment: AnyTreatment, moodCode: 'EVN' | 'INT'): Line {
  const { start, end } = treatment;
  const { entry, cells } = treatmentParts(narrator, treatment, moodCode);
  const dates = [start, end].map((date) => date !== undefined && shownDate(date));
  return { cells: [...dates, ...Object.values(cells)], entry };
}

/** When, how often, by which route, how much. */
function posologyNodes(treatment: AnyTreatment, routeText: XmlElementNode | undefined): Child[] {
  const { start, end, dose, doseMax = dose, every, most, route } = treatment;
  const bound = (local: string, value: Quantity | undefined) =>
    h(local, value ? quantityAttributes(value) : { nullFlavor: 'UNK' });
  return [
    span({ since: start, until: end }, true, 'IVL_TS'),
    every && h('effectiveTime', { 'xsi:type': 'PIVL_TS', operator: 'A' }, [h('period', quantityAttributes(every))]),
    route && h('routeCode', codeAttributes(route), [routeText]),
    dose || doseMax
      ? h('doseQuantity', {}, [bound('low', dose), bound('high', doseMax)])
      : h('doseQuantity', { nullFlavor: 'NAV' }),
    h('rateQuantity', { nullFlavor: 'NAV' }),
    most &&
      h('maxDoseQuantity', {}, [
        h('numerator', quantityAttributes(most.dose)),
        h('denominator', quantityAttributes(most.per)),
      ]),
  ];
}

function quantityAttributes({ value, unit }: Quantity) {
  return { value: decimal(value), unit };
}

/** FR-Motif-arret-traitement (1.2.250.1.213.1.1.3.48.17). */
function stopRemark(narrator: Narrator, reason: string): Remark {
  const anchor = narrator.anchor(reason);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.13', '1.2.250.1.213.1.1.3.48', '1.2.250.1.213.1.1.3.48.17'),
    narrator.id(),
    h('code', codeAttributes(coded('MED-052', 'Arrêt de tous les traitements actifs', SYSTEMS.taAsip, 'TA_ASIP'))),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { nullFlavor: 'NA' }),
    h('value', { 'xsi:type': 'ST' }, [reason]),
  ]);
  return remark(anchor, h('entryRelationship', { typeCode: 'COMP', inversionInd: 'false' }, [observation]));
}

/** That there is no known treatment, or that nobody knows: a section of treatments is never without an entry. */
function noTreatmentLine(narrator: Narrator, absent: Coded): Line {
  const anchor = narrator.anchor(absent.displayName);
  const entry = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'EVN' }, [
    ...templates(...TREATMENT),
    narrator.id(),
    h('code', codeAttributes(absent), [anchor.originalText]),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { 'xsi:type': 'IVL_TS' }, [h('low', { nullFlavor: 'NA' }), h('high', { nullFlavor: 'NA' })]),
    noProductNode(),
  ]);
  return { cells: [anchor.content], entry };
}

/** Head and lines of a list of treatments; an empty list says that none is known. */
export function treatmentTable(
  narrator: Narrator,
  list: Known<Treatment>,
): { readonly head: readonly string[]; readonly lines: readonly Line[] } {
  const { items, absent } = known(list, ABSENCES.treatments);
  if (absent) return { head: [], lines: [noTreatmentLine(narrator, absent)] };
  return { head: TREATMENT_HEAD, lines: items.map((item) => treatmentLine(narrator, item, 'EVN')) };
}

/** Head and lines of treatments that are intended. */
export function plannedTreatmentTable(narrator: Narrator, treatments: readonly AnyTreatment[]) {
  return { head: TREATMENT_HEAD, lines: treatments.map((item) => treatmentLine(narrator, item, 'INT')) };
}

/** FR-Traitements (1.2.250.1.213.1.1.2.143). */
export function treatmentsSection(narrator: Narrator, list: Known<Treatment>, title = 'Traitements'): XmlElementNode {
  return section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.8', '1.3.6.1.4.1.19376.1.5.3.1.3.19', '1.2.250.1.213.1.1.2.143'],
    code: loinc('10160-0', 'Traitements'),
    title,
    entryType: 'DRIV',
    ...treatmentTable(narrator, list),
  });
}
