import * as z from 'zod/mini';
import { instanceId } from '../../submission/schema/contact.js';
import { coded, longText, text } from '../../submission/schema/scalars.js';
import type { Octets } from './lab.js';
import { intake, medicine, posology } from './medicine.js';
import { pregnancyHistory } from './pregnancy.js';
import { clinicalDate, codedText } from './shared.js';
import { vitalSign } from './vital-signs.js';

const prose = longText.check(z.minLength(1));

/** What the health insurance asks of each line. */
const coverage = {
  /** En rapport avec une affection de longue durée (the upper part of an « ordonnance bizone »). */
  ald: z.boolean(),
  /** En rapport avec un accident du travail ou une maladie professionnelle. */
  accidentTravail: z.boolean(),
  /** En rapport avec la prévention. */
  prevention: z.boolean(),
  nonRemboursable: z.boolean(),
};

/** One step of a posology that changes. */
const step = z.strictObject({
  /** As the patient reads it: `1 comprimé 3 fois par jour pendant 2 jours`. */
  text: prose,
  start: z.optional(clinicalDate),
  /** `{ value: 2, unit: 'd' }`. */
  length: z.optional(z.strictObject({ value: z.number(), unit: text })),
  ...intake,
});
export type PosologyStep = z.infer<typeof step>;

const prescribedMedicine = z.strictObject({
  /** Identifier of the line, which a dispensation refers to; made when it is not given. */
  id: z.optional(instanceId),
  medicine,
  start: z.optional(clinicalDate),
  end: z.optional(clinicalDate),
  /** As the patient reads it; always there, even when it is said as data too. */
  text: prose,
  /** The same as data. */
  posology: z.optional(posology),
  /**
   * A posology in several steps: doses that grow or lessen (`progressive`), are divided in the day (`split`), depend on
   * something (`conditional`), or are of several products (`combined`). `posology` then says the route alone.
   */
  steps: z.optional(
    z.strictObject({
      kind: z.enum(['progressive', 'split', 'conditional', 'combined']),
      items: z.array(step).check(z.minLength(1)),
    }),
  ),
  /** The treatment begins later: with `start` and `end`, or `length` when the day is not known. */
  delayed: z.optional(z.strictObject({ length: z.optional(z.strictObject({ value: z.number(), unit: text })) })),
  /** How many times it may be handed out again; 0 for once. */
  renewals: z.union([z.int().check(z.minimum(0), z.maximum(99)), z.literal('unlimited')]),
  /** Until when it may be renewed. */
  renewableUntil: z.optional(clinicalDate),
  /** How much to hand out: a number of packages (EDQM code as `unit`), or an amount. */
  quantity: z.optional(z.strictObject({ value: z.number(), unit: text, label: text })),
  /** Why no generic may take its place (« non substituable »); absent when one may. */
  notSubstitutable: z.optional(text),
  ...coverage,
  /** Hors autorisation de mise sur le marché. */
  horsAmm: z.boolean(),
  /** When to take it: `si douleur`. */
  condition: z.optional(text),
  reason: z.optional(codedText),
  patientInstructions: z.optional(prose),
  dispenserInstructions: z.optional(prose),
});
export type PrescribedMedicine = z.infer<typeof prescribedMedicine>;

const prescribedDevice = z.strictObject({
  /** Its code is of the EMDN (1.2.250.1.213.2.68). */
  name: codedText,
  /** LPP (1.2.250.1.215.200.2.1)… */
  otherCodes: z.optional(z.array(coded)),
  start: z.optional(clinicalDate),
  end: z.optional(clinicalDate),
  renewals: z.int().check(z.minimum(0), z.maximum(99)),
  /** How many packages. */
  packages: z.optional(z.int().check(z.minimum(1), z.maximum(9_999))),
  /** How many days it is rented. */
  rentedDays: z.optional(z.int().check(z.minimum(1), z.maximum(9_999))),
  ...coverage,
});
export type PrescribedDevice = z.infer<typeof prescribedDevice>;

/** eP-MED-DM: the prescription of medicines and of devices; at least one of the two. */
export function epMedDmContent(octets: Octets) {
  return z.strictObject({
    /** What kind of prescription it is, said in the header. */
    kinds: z.optional(
      z.array(
        z.enum([
          'bizone',
          'medicamentsException',
          'ordonnanceSecurisee',
          'grandAppareillage',
          'executionADomicile',
          'executionEnUrgence',
          'affectionMilitaire',
        ]),
      ),
    ),
    /** Image (JPEG, PNG or GIF) of the two-dimensional code of the prescription. */
    barcode: z.optional(octets),
    medicines: z.optional(z.array(prescribedMedicine)),
    devices: z.optional(z.array(prescribedDevice)),
    comment: z.optional(prose),
    /** What was measured: weight, height… */
    vitalSigns: z.optional(z.strictObject({ at: clinicalDate, measures: z.array(vitalSign).check(z.minLength(1)) })),
    pregnancies: z.optional(pregnancyHistory),
  });
}
export type EpMedDmContent = z.infer<ReturnType<typeof epMedDmContent>>;
