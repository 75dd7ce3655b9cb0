import fc from 'fast-check';
import { CONTRAINDICATIONS, SITES } from '../../../src/models/imaging-lists.ts';
import {
  CARE_NEEDS,
  PET_FUNCTIONS,
  REQUESTED_MODALITIES,
  SCINTIGRAPHY_FUNCTIONS,
  TOPOGRAPHIES,
} from '../../../src/models/imaging-request-lists.ts';
import type { ImagingRequest, ImgDaContent } from '../../../src/submission.ts';
import { professional, specialty } from '../people.ts';
import { day, maybe, someText } from '../values.ts';
import { keyOf, prose } from './img-cr.ts';
import type { ModelCase } from './model-case.ts';
import { clinicalDate, few } from './values.ts';

const place = { code: fc.constantFrom(...SITES), label: someText };

const request: fc.Arbitrary<ImagingRequest> = fc
  .record({
    modality: keyOf(REQUESTED_MODALITIES),
    site: fc.record({ ...place, precision: maybe(keyOf(TOPOGRAPHIES)) }),
    otherSites: maybe(few(fc.record(place))),
    comment: maybe(prose),
    scintigraphy: keyOf(SCINTIGRAPHY_FUNCTIONS),
    pet: keyOf(PET_FUNCTIONS),
    before: maybe(day),
    urgency: maybe(someText),
    contacted: maybe(fc.tuple(professional, specialty).map(([who, what]) => ({ ...who, specialty: what }))),
    callBack: maybe(fc.boolean()),
    event: maybe(someText),
  })
  .map(({ scintigraphy, pet, ...rest }) => ({
    ...rest,
    ...(rest.modality === 'scintigraphie'
      ? { studied: scintigraphy }
      : rest.modality === 'tep'
        ? { studied: pet }
        : {}),
  }));

const imgDaContent: fc.Arbitrary<ImgDaContent> = fc.record({
  clinicalInformation: fc.record({
    reason: prose,
    purpose: maybe(prose),
    medicalHistory: prose,
    surgicalHistory: prose,
    contraindications: few(
      fc.record({ what: keyOf(CONTRAINDICATIONS), comment: maybe(someText), at: maybe(clinicalDate) }),
    ),
    careNeeds: maybe(fc.uniqueArray(keyOf(CARE_NEEDS), { maxLength: 2 })),
  }),
  requests: fc.array(request, { minLength: 1, maxLength: 3 }),
  risksTold: fc.boolean(),
  patientInformation: maybe(prose),
  earlierResults: maybe(prose),
});

export const imgDaCase: ModelCase<'img-da'> = {
  rules: 'schematrons/CI-SIS_IMG-DA-IMG_2024.01.sch',
  content: imgDaContent,
  // The model fixes the code of the first act.
  shape: (document) => ({
    ...document,
    acts: document.acts.map((act, index) => (index === 0 ? { ...act, code: undefined } : act)),
  }),
};
