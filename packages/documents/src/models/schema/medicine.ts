import * as z from 'zod/mini';
import { coded, longText, text } from '../../submission/schema/scalars.js';
import { clinicalDate, codedText } from './shared.js';

/** A quantity, and its unit as a patient reads it. */
export const dose = z.strictObject({
  value: z.number(),
  /** UCUM: `mg`, `mL`, `{tablet}`. */
  unit: text,
  /** `comprimé`; the unit by default. */
  label: z.optional(text),
});
export type Dose = z.infer<typeof dose>;

/** A medicine, as it is prescribed. */
export const medicine = z.strictObject({
  /** As the reader sees it: its name, or what a preparation is made of, a line each. */
  text: longText.check(z.minLength(1)),
  /** CIS (1.2.250.1.213.2.3.1); absent for a preparation, or when it is prescribed by its substance. */
  code: z.optional(coded),
  /** Médicabase (1.2.250.1.213.2.59), CIP (1.2.250.1.213.2.3.2)… */
  otherCodes: z.optional(z.array(coded)),
  /** Name of the brand; absent for a preparation. */
  name: z.optional(text),
  /** Dose form, EDQM (0.4.0.127.0.16.1.1.2.1). */
  form: z.optional(coded),
  /** What it is the same as: ATC (2.16.840.1.113883.6.73). */
  generic: z.optional(coded),
  /** Active substances; codes of SMS (2.16.840.1.113883.3.6905.2). */
  substances: z.optional(
    z.array(z.strictObject({ code: coded, strength: z.optional(z.strictObject({ of: dose, per: dose })) })),
  ),
});
export type Medicine = z.infer<typeof medicine>;

/** A medicine that was handed out. */
export const dispensedMedicine = z.extend(medicine, {
  lot: z.optional(text),
  expires: z.optional(clinicalDate),
  /** The box that was handed out: CIP, form (EDQM) and how much it holds. */
  package: z.optional(z.strictObject({ code: coded, form: z.optional(coded), capacity: z.optional(dose) })),
});
export type DispensedMedicine = z.infer<typeof dispensedMedicine>;

/** When a dose is taken: at intervals, or at a moment of the day (HL7 TimingEvent). */
export const timing = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('interval'),
    /** `{ value: 8, unit: 'h' }`: every eight hours. */
    every: z.strictObject({ value: z.number(), unit: text }),
  }),
  z.strictObject({
    kind: z.literal('event'),
    /** `ACM` before breakfast, `PCV` after dinner, `HS` at bedtime… */
    event: z.enum([
      'AC',
      'ACD',
      'ACM',
      'ACV',
      'C',
      'CD',
      'CM',
      'CV',
      'HS',
      'IC',
      'ICD',
      'ICM',
      'ICV',
      'PC',
      'PCD',
      'PCM',
      'PCV',
      'WAKE',
    ]),
    /** How long after the event. */
    after: z.optional(z.strictObject({ value: z.number(), unit: text })),
  }),
]);
export type Timing = z.infer<typeof timing>;

/** From so much to so much; the same when `high` is not there. */
export const doseRange = z.strictObject({ low: dose, high: z.optional(dose) });
export type DoseRange = z.infer<typeof doseRange>;

/** How often and how much. */
export const intake = {
  /** The moments of intake together; `said` says them to the patient: `3 fois par jour`. */
  frequency: z.optional(z.strictObject({ said: text, timings: z.array(timing).check(z.minLength(1)) })),
  dose: z.optional(doseRange),
  /** How much in how long: `mg/d`. */
  rate: z.optional(doseRange),
};

/** Where and how a medicine is given. */
export const way = {
  /** EDQM (0.4.0.127.0.16.1.1.2.1). */
  route: z.optional(coded),
  /** Place of the body, JDV_HumanSubstanceAdministrationSite_CISIS (1.2.250.1.213.1.1.5.686). */
  site: z.optional(codedText),
  /** Never more than so much in so long. */
  most: z.optional(z.strictObject({ dose, per: dose })),
};

/** A posology as data, in one step. */
export const posology = z.strictObject({ ...intake, ...way });
export type Posology = z.infer<typeof posology>;
