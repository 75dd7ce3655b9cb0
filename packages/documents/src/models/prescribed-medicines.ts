import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Child, h } from '../cda/tree.js';
import { codeAttributes, idNode } from '../cda/values.js';
import { composedSection, proseAnchor } from './composed.js';
import { medicineNode, sameMedicineNode } from './medicine.js';
import { loinc, type Narrator } from './narrative.js';
import { type Bounds, frequencyOf, rangeOf, stepPeriod, treatmentPeriod, wayOf } from './posology.js';
import {
  component,
  type Fact,
  type Flag,
  factsTable,
  flagOf,
  instructionRelation,
  stackedCells,
} from './prescription-lines.js';
import { reasonRemark, templates } from './remarks.js';
import type { PosologyStep, PrescribedMedicine } from './schema/ep-med-dm.js';
import type { Posology } from './schema/medicine.js';
import { clinicalTime, coded, decimal, shownDate } from './values.js';

/** IHE PHARM PRE: how the dose is given (last template of the entry). */
const MODES = {
  normal: '1.3.6.1.4.1.19376.1.5.3.1.4.7.1',
  progressive: '1.3.6.1.4.1.19376.1.5.3.1.4.8',
  split: '1.3.6.1.4.1.19376.1.5.3.1.4.9',
  conditional: '1.3.6.1.4.1.19376.1.5.3.1.4.10',
  combined: '1.3.6.1.4.1.19376.1.5.3.1.4.11',
  delayed: '1.3.6.1.4.1.19376.1.5.3.1.4.21',
} as const;
/** A posology is said as data. */
const STRUCTURED = '1.3.6.1.4.1.19376.1.9.1.3.6';

const SUBSTITUTION = '2.16.840.1.113883.5.1070';
const NOT_SUBSTITUTABLE = coded('N', 'Aucune substitution permise', SUBSTITUTION, 'HL7_substanceAdminSubstitution');
export const SUBSTITUTABLE = coded(
  'G',
  'Substitution autorisée par un produit générique',
  SUBSTITUTION,
  'HL7_substanceAdminSubstitution',
);

/** FR-Prescription-medicaments (1.2.250.1.213.1.1.2.171). */
export function medicinesSection(
  narrator: Narrator,
  medicines: readonly PrescribedMedicine[],
  at: string,
): XmlElementNode {
  const lines = medicines.map((line) => medicineLine(narrator, line, at));
  return composedSection(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.9.1.2.1', '2.16.840.1.113883.10.20.1.8', '1.2.250.1.213.1.1.2.171'],
    code: loinc('57828-6', 'Prescriptions'),
    title: 'Prescription de médicaments',
    text: lines.map(({ facts }) => factsTable(facts)),
    entries: lines.map(({ entry }) => entry),
  });
}

/** FR-Traitement-prescrit (1.2.250.1.213.1.1.3.83). */
function medicineLine(narrator: Narrator, line: PrescribedMedicine, at: string) {
  const { medicine, start, end, posology = {}, steps, delayed, renewals, condition, reason } = line;
  const product = proseAnchor(narrator, medicine.text);
  const made = posologyOf(narrator, posology);
  const stepsMade = (steps?.items ?? []).map((step) => stepOf(narrator, step));
  const structured = line.posology !== undefined || steps !== undefined;
  const quantity = quantityOf(narrator, line);
  const substitution = substitutionOf(narrator, line.notSubstitutable);
  const flags = (['ald', 'accidentTravail', 'prevention', 'nonRemboursable', 'horsAmm'] as const).map((flag: Flag) =>
    flagOf(narrator, flag, line[flag], at),
  );
  const told = (text: string | undefined) => (text === undefined ? undefined : proseAnchor(narrator, text));
  const patient = told(line.patientInstructions);
  const dispenser = told(line.dispenserInstructions);
  const when = told(condition);
  const why = reason && reasonRemark(narrator, reason);
  const length = delayed?.length;
  // The frequency is the second time of the entry: the days come first, known or not.
  const dated = start !== undefined || end !== undefined || length !== undefined || made.frequency.length > 0;
  const entry = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'INT' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.24',
      '1.3.6.1.4.1.19376.1.5.3.1.4.7',
      '1.3.6.1.4.1.19376.1.9.1.3.2',
      '1.2.250.1.213.1.1.3.83',
      ...(structured ? [STRUCTURED] : []),
      MODES[steps ? steps.kind : 'normal'],
      // IHE PCC wants one of its own modes beside that of IHE PHARM.
      ...(delayed ? [MODES.delayed] : []),
    ),
    line.id ? idNode(line.id) : narrator.id(),
    h('code', { code: 'DRUG', displayName: 'Médicament', codeSystem: '2.16.840.1.113883.5.4' }),
    product.text,
    h('statusCode', { code: 'completed' }),
    dated && treatmentPeriod({ start, end, length }),
    ...made.frequency,
    h('repeatNumber', renewals === 'unlimited' ? { nullFlavor: 'NI' } : { value: String(renewals) }),
    ...made.rest,
    h('consumable', {}, [medicineNode(medicine, product)]),
    ...stepsMade.map(({ administration }, index) =>
      h('entryRelationship', { typeCode: 'COMP' }, [h('sequenceNumber', { value: String(index + 1) }), administration]),
    ),
    why?.relation,
    patient && instructionRelation('patient', patient.text),
    dispenser && instructionRelation('dispenser', dispenser.text),
    quantity?.relation,
    substitution.relation,
    line.renewableUntil !== undefined && renewalPeriod(line.renewableUntil),
    ...flags.map(({ relation }) => relation),
    when && h('precondition', {}, [h('criterion', {}, [when.text])]),
  ]);
  const facts: Fact[] = [
    ['Médicament', product.content],
    ['Durée du traitement', shownPeriod(start, end)],
    ['Posologie', textLines(line.text)],
    ...made.facts,
    ['Étapes', stackedCells(stepsMade.map(({ shown }) => shown))],
    ['Condition', when?.content],
    ['Motif', why?.shown],
    ['Instructions au patient', patient?.content],
    ['Instructions au dispensateur', dispenser?.content],
    ['Quantité', quantity?.shown],
    ['Substitution', substitution.shown],
    ['Renouvellements', renewals === 'unlimited' ? 'Sans limite de nombre' : String(renewals)],
    ['Renouvelable jusqu’au', line.renewableUntil !== undefined && shownDate(line.renewableUntil)],
    ...flags.map(({ fact }) => fact),
  ];
  return { facts, entry };
}

/** The posology in one step: facts, the frequency (with the days, when it must say them), and what comes after the renewals. */
export function posologyOf(narrator: Narrator, posology: Posology, bounds?: Bounds) {
  const { frequency, dose, rate } = posology;
  const often = frequency && frequencyOf(narrator, frequency, bounds);
  const way = wayOf(narrator, posology);
  const amount = dose && rangeOf(narrator, 'doseQuantity', dose);
  const rhythm = rate && rangeOf(narrator, 'rateQuantity', rate);
  const facts: Fact[] = [
    ['Fréquence', often?.shown],
    ['Dose', amount?.shown],
    ["Rythme d'administration", rhythm?.shown],
    ["Voie d'administration", way.shown[0]],
    ["Région d'administration", way.shown[1]],
    ['Dose maximale', way.shownMost],
  ];
  const rest: Child[] = [way.route, way.site, ...(amount?.nodes ?? []), ...(rhythm?.nodes ?? []), way.most];
  return { facts, frequency: often?.nodes ?? [], rest };
}

/** FR-Traitement-prescrit-subordonnee (1.2.250.1.213.1.1.3.83.1). */
function stepOf(narrator: Narrator, { text, start, length, frequency, dose, rate }: PosologyStep) {
  const said = proseAnchor(narrator, text);
  const bounds = start === undefined && !length ? undefined : { start, length };
  const often = frequency && frequencyOf(narrator, frequency, bounds);
  const amount = dose && rangeOf(narrator, 'doseQuantity', dose);
  const rhythm = rate && rangeOf(narrator, 'rateQuantity', rate);
  const administration = h('substanceAdministration', { classCode: 'SBADM', moodCode: 'INT' }, [
    ...templates('1.2.250.1.213.1.1.3.83.1'),
    narrator.id(),
    said.text,
    h('statusCode', { code: 'completed' }),
    ...(often?.nodes ?? (bounds ? [stepPeriod('effectiveTime', bounds)] : [])),
    ...(amount?.nodes ?? []),
    ...(rhythm?.nodes ?? []),
    sameMedicineNode(),
  ]);
  const details = stackedCells([often?.shown, amount?.shown, rhythm?.shown]);
  return { shown: stackedCells([said.content, details]), administration };
}

/** FR-Quantite-de-produit (1.2.250.1.213.1.1.3.86). */
function quantityOf(_narrator: Narrator, { quantity }: PrescribedMedicine) {
  if (!quantity) return undefined;
  const supply = h('supply', { classCode: 'SPLY', moodCode: 'RQO' }, [
    ...templates('1.3.6.1.4.1.19376.1.9.1.3.8', '1.2.250.1.213.1.1.3.86'),
    h('independentInd', { value: 'false' }),
    h('quantity', { value: decimal(quantity.value), unit: quantity.unit }),
  ]);
  return {
    shown: `${decimal(quantity.value).replace('.', ',')} ${quantity.label}`,
    relation: component(supply),
  };
}

/** FR-Periode-renouvellement (1.2.250.1.213.1.1.3.88). */
function renewalPeriod(until: string): XmlElementNode {
  return component(
    h('supply', { classCode: 'SPLY', moodCode: 'RQO' }, [
      ...templates('1.3.6.1.4.1.19376.1.9.1.3.15', '1.2.250.1.213.1.1.3.88'),
      h('effectiveTime', { 'xsi:type': 'IVL_TS' }, [h('high', { value: clinicalTime(until) })]),
      h('independentInd', { value: 'false' }),
    ]),
  );
}

/** FR-Autorisation-Substitution (1.2.250.1.213.1.1.3.87). */
function substitutionOf(narrator: Narrator, why: string | undefined) {
  const code = why === undefined ? SUBSTITUTABLE : NOT_SUBSTITUTABLE;
  const anchor = narrator.anchor(why === undefined ? 'Autorisée par un générique' : `Non substituable (${why})`);
  const act = h('act', { classCode: 'ACT', moodCode: 'DEF' }, [
    ...templates('1.3.6.1.4.1.19376.1.9.1.3.9.1', '1.2.250.1.213.1.1.3.87'),
    h('code', codeAttributes(code), [anchor.originalText]),
    h('statusCode', { code: 'completed' }),
  ]);
  return { shown: anchor.content, relation: component(act) };
}

/** Days of a treatment, in words. */
export function shownPeriod(start: string | undefined, end: string | undefined): string | undefined {
  if (start !== undefined && end !== undefined) return `du ${shownDate(start)} au ${shownDate(end)}`;
  if (start !== undefined) return `à partir du ${shownDate(start)}`;
  return end === undefined ? undefined : `jusqu’au ${shownDate(end)}`;
}

function textLines(text: string): Child[] {
  return text.split(/\r?\n/).flatMap((line, index): Child[] => (index > 0 ? [h('br'), line] : [line]));
}
