import type { Coded } from '@socle-sante/core/coded';
import * as z from 'zod/mini';
import type { Organization, Professional } from '../../submission/people.js';
import { contact, instanceId } from '../../submission/schema/contact.js';
import { personName, professional } from '../../submission/schema/people.js';
import { coded, text } from '../../submission/schema/scalars.js';
import { clinicalDate, codedText } from './shared.js';

/** How octets may be given: in the program, or what a JSON file says instead. */
export type Octets = z.ZodMiniType<Uint8Array>;

/** A number; as a text when its digits count: `'4.20'` is written with its zero. */
const decimalValue = z.union([z.number(), z.string().check(z.regex(/^-?\d{1,20}(?:\.\d{1,20})?$/))]);
export type DecimalValue = z.infer<typeof decimalValue>;

const measure = z.strictObject({
  value: decimalValue,
  /** UCUM, when there is one. */
  unit: z.optional(text),
});

/** The value of a result. */
export const labValue = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quantity'),
    value: decimalValue,
    /** UCUM: `g/L`, `m[IU]/L`. */
    unit: text,
    /** Under or over what is measured: `<` 0.05. */
    comparator: z.optional(z.enum(['<', '<=', '>', '>='])),
  }),
  /** A number without unit: INR. */
  z.strictObject({ kind: z.literal('number'), value: decimalValue }),
  /** Between two bounds, themselves included; at least one. */
  z.strictObject({
    kind: z.literal('range'),
    low: z.optional(decimalValue),
    high: z.optional(decimalValue),
    unit: text,
  }),
  /** A titre (1 / 160), a ratio of two quantities. */
  z.strictObject({ kind: z.literal('ratio'), numerator: measure, denominator: measure }),
  z.strictObject({ kind: z.literal('text'), text }),
  /** A term: its code, or the word of the laboratory (`paille`) when no code says it, or both. */
  z.strictObject({ kind: z.literal('coded'), code: z.optional(coded), text: z.optional(text) }),
]);
export type LabValue = z.infer<typeof labValue>;

/** Usual values. A range, or a text for what numbers do not say (`Absence`), or both. */
export const labReference = z.strictObject({
  low: z.optional(decimalValue),
  high: z.optional(decimalValue),
  /** UCUM; asked for with a bound. */
  unit: z.optional(text),
  text: z.optional(text),
  /** Whom the range is for. */
  criteria: z.optional(
    z.strictObject({
      sexe: z.optional(z.enum(['F', 'M', 'I'])),
      /** Age and the rest: `de 18 à 60 ans`, `à jeun`. */
      text: z.optional(text),
    }),
  ),
});
export type LabReference = z.infer<typeof labReference>;

const someone: z.ZodMiniType<Professional> = professional;

/** A professional who acts for the structure that stands beside. */
const director: z.ZodMiniType<Omit<Professional, 'organization' | 'function'>> = z.strictObject({
  idNat: text,
  name: personName,
  specialty: z.optional(coded),
  ...contact,
});

const laboratory: z.ZodMiniType<Organization & { readonly setting: Coded }> = z.strictObject({
  idNat: text,
  name: text,
  setting: coded,
  ...contact,
});

/** The laboratory that did the work, when it is not that of the header: subcontracting. */
export const labPerformer = z.strictObject({
  at: clinicalDate,
  /** Its director. */
  professional: director,
  organization: laboratory,
});
export type LabPerformer = z.infer<typeof labPerformer>;

/** The biologist who validated these results, and when. */
export const labValidation = z.strictObject({ at: clinicalDate, professional: someone });
export type LabValidation = z.infer<typeof labValidation>;

const participations = {
  performer: z.optional(labPerformer),
  validation: z.optional(labValidation),
};

export const previousResult = z.strictObject({ at: clinicalDate, value: labValue, interpretation: z.optional(coded) });
export type PreviousResult = z.infer<typeof previousResult>;

export const labResult = z.strictObject({
  /** LOINC; absent when only a local code, or a code that waits for a LOINC, says what was measured. */
  code: z.optional(coded),
  /** Code that waits for a LOINC (1.2.250.1.213.1.1.5.130), or code of the laboratory. */
  localCode: z.optional(coded),
  label: text,
  at: clinicalDate,
  /** `aborted`: it was not done and will not be. `completed` by default. */
  status: z.optional(z.enum(['completed', 'aborted'])),
  /** Absent only when the examination was not done. */
  value: z.optional(labValue),
  /** HL7 ObservationInterpretation (2.16.840.1.113883.1.11.78): `N`, `H`, `L`, `HH`, `POS`, `S`, `I`, `R`… */
  interpretation: z.optional(coded),
  /** As the reader sees it. */
  method: z.optional(text),
  /** Table de codage commune des réactifs (ANSM, 1.2.250.1.213.2.3.5). */
  methodCode: z.optional(coded),
  /** The usual values of this patient: the official rules take one. */
  reference: z.optional(labReference),
  /** Usual values of others (the other sex, other ages), for the reader: in the text alone. */
  otherReferences: z.optional(z.array(labReference)),
  /** Earlier results of the same examination, in the same unit. */
  previous: z.optional(z.array(previousResult)),
  /** Kit, reagent or device. */
  kit: z.optional(codedText),
  /** Medium of transport or of culture. */
  medium: z.optional(codedText),
  comment: z.optional(text),
  ...participations,
});
export type LabResult = z.infer<typeof labResult>;

/** A sample: how, when and by whom it was taken. */
export const labSpecimen = z.strictObject({
  /** Identifier of the sample (bar code); made when absent. */
  id: z.optional(instanceId),
  /** What it is: JDV_HL7_SpecimenType_CISIS (2.16.840.1.113883.18.311): `UR` Urine, `BLD` Sang. */
  material: codedText,
  /** The act: NABM (1.2.250.1.213.2.7). LOINC 33882-2 « Prélèvement » by default. */
  act: z.optional(codedText),
  collectedAt: z.optional(clinicalDate),
  collectedBy: z.optional(someone),
  /** Where on the body: SNOMED CT. */
  site: z.optional(coded),
  /** When the laboratory had it. */
  receivedAt: z.optional(clinicalDate),
});
export type LabSpecimen = z.infer<typeof labSpecimen>;

/** Results of one kind of examination, images among them. */
function images(octets: Octets) {
  return z.optional(z.array(z.strictObject({ content: octets, caption: z.optional(text) })));
}

/** An image: PNG or JPEG, known by its octets. */
export interface LabImage {
  readonly content: Uint8Array;
  readonly caption?: string;
}

const STATUS = z.enum(['completed', 'active', 'aborted']);

/** Examinations that go together: hémogramme, examen direct, antibiogramme. */
export function labBattery(octets: Octets) {
  return z.strictObject({
    label: z.optional(text),
    /** LOINC. */
    code: z.optional(coded),
    localCode: z.optional(coded),
    /** `active`: more will come. `completed` by default. */
    status: z.optional(STATUS),
    at: z.optional(clinicalDate),
    specimens: z.optional(z.array(labSpecimen)),
    results: z.array(labResult).check(z.minLength(1)),
    images: images(octets),
    comment: z.optional(text),
    ...participations,
  });
}
export type LabBattery = z.infer<ReturnType<typeof labBattery>>;

/** A germ that was isolated, and what was found of it. */
export function labIsolate(octets: Octets) {
  return z.strictObject({
    /** The germ: SNOMED CT. */
    germ: codedText,
    /** NCBI Taxonomy (2.16.840.1.113883.3.9471). */
    taxonomy: z.optional(coded),
    /** Identifier of the isolate; made when absent. */
    id: z.optional(instanceId),
    status: z.optional(STATUS),
    at: z.optional(clinicalDate),
    /** Count, serotype… */
    results: z.optional(z.array(labResult)),
    /** One result for each antibiotic, with its interpretation: `S`, `I`, `R`. */
    antibiogram: z.optional(z.array(labResult)),
    /** Other batteries: antifungal tests… */
    batteries: z.optional(z.array(labBattery(octets))),
    images: images(octets),
    comment: z.optional(text),
    performer: z.optional(labPerformer),
  });
}
export type LabIsolate = z.infer<ReturnType<typeof labIsolate>>;

/** What one entry of the report holds; at least a specimen, a result, a battery, an isolate or an image. */
export function labContents(octets: Octets) {
  return {
    /** `active`: more results will come. `completed` by default. */
    status: z.optional(STATUS),
    /** Said before the results: why the examination was asked for… */
    notes: z.optional(z.array(text)),
    specimens: z.optional(z.array(labSpecimen)),
    results: z.optional(z.array(labResult)),
    batteries: z.optional(z.array(labBattery(octets))),
    isolates: z.optional(z.array(labIsolate(octets))),
    images: images(octets),
    comment: z.optional(text),
    ...participations,
  };
}

/** A sub-chapter: its code (LOINC), its title, and what it holds. */
export function labReport(octets: Octets) {
  return z.strictObject({
    /** LOINC: `18720-3` Hémostase, coagulation… */
    code: coded,
    localCode: z.optional(coded),
    title: text,
    ...labContents(octets),
  });
}
export type LabReport = z.infer<ReturnType<typeof labReport>>;
