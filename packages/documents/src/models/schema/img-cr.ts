import * as z from 'zod/mini';
import type { Professional } from '../../submission/people.js';
import { professional } from '../../submission/schema/people.js';
import { coded, instant, moment, oid, text } from '../../submission/schema/scalars.js';
import { LATERALITIES, PREGNANCIES, RADIATION_QUANTITIES } from '../imaging-lists.js';
import { device } from './device.js';
import { clinicalInformation, imagingProduct, keysOf, modality, prose, region } from './imaging.js';
import { clinicalDate } from './shared.js';

/** A professional, as wherever else one stands in a submission. */
const person: z.ZodMiniType<Professional> = professional;

/** A place of the body. */
const site = z.strictObject({
  /** SNOMED CT, one of JDV_LocalisationAnatomique_CISIS (1.2.250.1.213.1.1.5.694). */
  code: text,
  label: text,
  laterality: z.optional(z.enum(keysOf(LATERALITIES))),
});
export type ImagingSite = z.infer<typeof site>;

/** The images, as one generic series of which one object is named (volet CR-IMG 2024.01). */
const images = z.strictObject({
  seriesUid: oid,
  modality,
  objectUid: oid,
  /** SOP Class of JDV_SOPClass_CISIS: `{ uid: '1.2.840.10008.5.1.4.1.1.2', name: 'CT Image Storage' }`. */
  sopClass: z.strictObject({ uid: oid, name: text }),
  /** Where the images are: a WADO address. */
  url: z.optional(text),
  at: z.optional(clinicalDate),
});

/** What the patient was exposed to. */
const radiation = z.strictObject({
  /** Who allowed it. */
  authorizedBy: person,
  pregnancy: z.enum(keysOf(PREGNANCIES)),
  measures: z.array(
    z.strictObject({
      quantity: z.enum(keysOf(RADIATION_QUANTITIES)),
      value: z.number(),
      /** UCUM: `mGy.cm`, `mGy`… */
      unit: text,
      site,
      at: z.optional(clinicalDate),
    }),
  ),
  radiopharmaceutical: z.optional(imagingProduct),
});

const imagingAct = z.strictObject({
  /** LOINC, one of JDV_CodesDocumentImagerie_CISIS (1.2.250.1.213.1.1.5.687). */
  code: coded,
  /** CCAM. */
  ccam: z.optional(z.strictObject({ code: text, label: text })),
  /** DICOM Study Instance UID, of 64 characters at most: it goes to the metadata too. */
  studyUid: oid,
  /** When it was done; the dates of the first act of the document by default. */
  start: z.optional(moment),
  end: z.optional(moment),
  modalities: z.array(modality).check(z.minLength(1)),
  regions: z.optional(z.array(region)),
  site,
  description: prose,
  /** Device, settings… */
  parameters: z.optional(prose),
  products: z.optional(z.array(imagingProduct)),
  complications: z.optional(prose),
  radiation: z.optional(radiation),
  images: z.optional(images),
});
export type ImagingAct = z.infer<typeof imagingAct>;

/** A measure of the findings. */
const finding = z.strictObject({
  what: coded,
  value: z.number(),
  unit: text,
  site: z.optional(site),
  at: z.optional(clinicalDate),
});

/** IMG-CR-IMG: the report of imaging. */
export const imgCrContent = z.strictObject({
  /** What was added after the report was first validated. */
  addendum: z.optional(z.strictObject({ text: prose, at: instant, author: person })),
  clinicalInformation: z.optional(clinicalInformation),
  acts: z.array(imagingAct).check(z.minLength(1)),
  devices: z.optional(z.array(device).check(z.minLength(1))),
  findings: z.optional(z.strictObject({ text: prose, measures: z.optional(z.array(finding)) })),
  earlierResults: z.optional(prose),
  comparison: z.optional(prose),
  conclusion: prose,
  comment: z.optional(prose),
  /** What the patient was told. */
  patientInformation: z.optional(prose),
});
export type ImgCrContent = z.infer<typeof imgCrContent>;
