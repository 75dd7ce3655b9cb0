import * as z from 'zod/mini';
import { coded, text } from '../submission/schema/scalars.js';

/** A year, a month, a day, or an instant with its offset: what a clinician knows of a date. */
export const clinicalDate = z
  .string()
  .check(z.regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?)?)?$/));

/** What the reader sees, and its code when there is one. */
export const codedText = z.strictObject({ text, code: z.optional(coded) });
export type CodedText = z.infer<typeof codedText>;

export const quantity = z.strictObject({
  value: z.number(),
  /** UCUM: `mg`, `mm[Hg]`, `{tablet}`. */
  unit: text,
});
export type Quantity = z.infer<typeof quantity>;

/** A pathology, present or past. */
export const problem = z.strictObject({
  name: codedText,
  since: z.optional(clinicalDate),
  until: z.optional(clinicalDate),
});
export type Problem = z.infer<typeof problem>;

/** A procedure that was done. */
export const procedure = z.strictObject({
  name: codedText,
  at: z.optional(clinicalDate),
});
export type Procedure = z.infer<typeof procedure>;

export const allergy = z.strictObject({
  agent: codedText,
  /** Kind of allergy; `allergie` when it is not said. */
  kind: z.optional(z.enum(['allergie', 'medicamenteuse', 'alimentaire', 'intolerance'])),
  since: z.optional(clinicalDate),
  status: z.optional(z.enum(['active', 'inactive', 'resolved'])),
});
export type Allergy = z.infer<typeof allergy>;

export const treatment = z.strictObject({
  /** The medicine; its code is a CIS (1.2.250.1.213.2.3.1). */
  product: codedText,
  start: z.optional(clinicalDate),
  end: z.optional(clinicalDate),
  /** As the patient reads it: `1 comprimé matin et soir`. */
  posology: text,
  dose: z.optional(quantity),
  /** One intake every so much: `{ value: 12, unit: 'h' }`. */
  every: z.optional(quantity),
  /** EDQM (0.4.0.127.0.16.1.1.2.1). */
  route: z.optional(coded),
  reason: z.optional(codedText),
});
export type Treatment = z.infer<typeof treatment>;

export const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quantity'), value: z.number(), unit: text }),
  z.strictObject({ kind: z.literal('text'), text }),
  z.strictObject({ kind: z.literal('coded'), code: coded }),
]);
export type Value = z.infer<typeof value>;

/** Habits and way of life: tobacco, alcohol… */
export const habit = z.strictObject({ what: coded, value });
export type Habit = z.infer<typeof habit>;

export const familyProblem = z.strictObject({
  /** HL7 RoleCode: `MTH`, `FTH`, `SIB`… */
  relation: coded,
  sexe: z.enum(['F', 'M', 'I']),
  name: codedText,
});
export type FamilyProblem = z.infer<typeof familyProblem>;

/** VSM: the medical summary that the treating doctor keeps. Empty lists are written as « Aucun élément connu ». */
export const vsmContent = z.strictObject({
  activeProblems: z.array(problem),
  pastIllnesses: z.array(problem),
  surgeries: z.array(procedure),
  allergies: z.array(allergy),
  habits: z.array(habit),
  occupationalRisks: z.array(text),
  familyHistory: z.array(familyProblem),
  /** Points of vigilance, results worth knowing. */
  watchPoints: z.array(text),
  treatments: z.array(treatment),
});
export type VsmContent = z.infer<typeof vsmContent>;

export const labResult = z.strictObject({
  /** LOINC. */
  code: coded,
  label: text,
  at: clinicalDate,
  value,
  /** HL7 ObservationInterpretation: `N`, `H`, `L`, `HH`, `POS`… */
  interpretation: z.optional(coded),
  method: z.optional(text),
  reference: z.optional(z.strictObject({ low: z.optional(z.number()), high: z.optional(z.number()), unit: text })),
});
export type LabResult = z.infer<typeof labResult>;

/** CR-BIO: the report of medical biology. */
export const crBioContent = z.strictObject({
  chapters: z
    .array(
      z.strictObject({
        /** LOINC of the speciality: `18719-5` Biochimie… */
        code: coded,
        title: text,
        results: z.array(labResult).check(z.minLength(1)),
        comment: z.optional(text),
      }),
    )
    .check(z.minLength(1)),
});
export type CrBioContent = z.infer<typeof crBioContent>;

/** LDL-SES: the letter of discharge from an establishment. */
export const ldlSesContent = z.strictObject({
  status: z.enum(['enCours', 'realise', 'approuve', 'cloture']),
  /** Why the patient was in hospital. */
  reason: text,
  stay: z.strictObject({
    admission: z.strictObject({
      mode: z.enum(['urgence', 'programmee', 'transfert', 'autre']),
      at: clinicalDate,
    }),
    discharge: z.strictObject({
      /** JDV_ModaliteSortie: `GEN-092.06.01` Autre établissement de santé… */
      mode: coded,
      at: clinicalDate,
    }),
    synthesis: text,
    adverseEvents: z.optional(text),
    resistantOrganismSearch: z.boolean(),
    resistantOrganisms: z.optional(text),
    transfusion: z.boolean(),
    transfusionAccidents: z.optional(text),
    bloodDerivatives: z.boolean(),
    bloodDerivativeEvents: z.optional(text),
  }),
  stoppedTreatments: z.array(treatment),
  dischargeTreatments: z.array(treatment),
  pendingResults: z.array(text),
  followUp: z.array(text),
});
export type LdlSesContent = z.infer<typeof ldlSesContent>;

export const vitalSign = z.strictObject({
  /** LOINC of the vital signs: see {@link VITAL_SIGNS}. */
  code: z.enum(['9279-1', '8867-4', '2708-6', '8480-6', '8462-4', '8310-5', '8302-2', '8287-5', '29463-7', '39156-5']),
  value: z.number(),
  unit: text,
});
export type VitalSign = z.infer<typeof vitalSign>;

/** CSE-MDE: measures of vital signs. */
export const cseMdeContent = z.strictObject({
  at: clinicalDate,
  measures: z.array(vitalSign).check(z.minLength(1)),
});
export type CseMdeContent = z.infer<typeof cseMdeContent>;
