import * as z from 'zod/mini';
import type { Professional } from '../../submission/people.js';
import { professional } from '../../submission/schema/people.js';
import { text } from '../../submission/schema/scalars.js';
import {
  CARE_NEEDS,
  PET_FUNCTIONS,
  REQUESTED_MODALITIES,
  SCINTIGRAPHY_FUNCTIONS,
  TOPOGRAPHIES,
} from '../imaging-request-lists.js';
import { clinicalInformation, keysOf, prose } from './imaging.js';
import { clinicalDate } from './shared.js';

/** A place of the body. */
const place = {
  /** SNOMED CT, one of JDV_LocalisationAnatomique_CISIS (1.2.250.1.213.1.1.5.694). */
  code: text,
  label: text,
};

const person: z.ZodMiniType<Professional> = professional;

const request = z.strictObject({
  modality: z.enum(keysOf(REQUESTED_MODALITIES)),
  site: z.strictObject({ ...place, precision: z.optional(z.enum(keysOf(TOPOGRAPHIES))) }),
  otherSites: z.optional(z.array(z.strictObject(place))),
  comment: z.optional(prose),
  /** What a scintigraphy or a PET looks at: mandatory for them, and for them alone. */
  studied: z.optional(z.enum([...keysOf(SCINTIGRAPHY_FUNCTIONS), ...keysOf(PET_FUNCTIONS)])),
  /** The last day on which it is useful. */
  before: z.optional(clinicalDate),
  /** Why it cannot wait; absent when it can. */
  urgency: z.optional(text),
  /** The professional who was already asked to do it; with a specialty. */
  contacted: z.optional(person),
  /** Who asks wants to be called back. */
  callBack: z.optional(z.boolean()),
  /** What it must come before or after. */
  event: z.optional(text),
});
export type ImagingRequest = z.infer<typeof request>;

/** IMG-DA-IMG: the request of examinations of imaging. */
export const imgDaContent = z.strictObject({
  clinicalInformation: z.extend(clinicalInformation, {
    careNeeds: z.optional(z.array(z.enum(keysOf(CARE_NEEDS)))),
  }),
  requests: z.array(request).check(z.minLength(1)),
  /** Whether the patient was told the risks of the examination. */
  risksTold: z.boolean(),
  /** What else the patient was told. */
  patientInformation: z.optional(prose),
  earlierResults: z.optional(prose),
});
export type ImgDaContent = z.infer<typeof imgDaContent>;
