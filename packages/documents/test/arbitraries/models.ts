import fc from 'fast-check';
import { MODELS } from '../../src/models/registry.ts';
import type { DocumentBody, StructuredModel, SubmissionDocument } from '../../src/submission.ts';
import { samplePdf } from '../support/sample.ts';
import { crBioCase } from './models/cr-bio.ts';
import { cseCs8Case } from './models/cse-cs8.ts';
import { cseCs9Case, cseCs24Case } from './models/cse-later.ts';
import { cseMdeCase } from './models/cse-mde.ts';
import { eDispMedCase } from './models/edisp-med.ts';
import { epMedDmCase } from './models/ep-med-dm.ts';
import { imgCrCase } from './models/img-cr.ts';
import { imgDaCase } from './models/img-da.ts';
import { ipsFrCase } from './models/ips-fr.ts';
import { ldlEesCase } from './models/ldl-ees.ts';
import { ldlSesCase } from './models/ldl-ses.ts';
import type { ModelCase } from './models/model-case.ts';
import { tlmDaCase } from './models/tlm-da.ts';
import { vacCase, vacNoteCase } from './models/vac.ts';
import { few } from './models/values.ts';
import { vsmCase } from './models/vsm.ts';
import { personName, specialty } from './people.ts';
import { document } from './submission.ts';
import { day, fullContact, maybe, someText } from './values.ts';

/** Every model that is built, with the documents that the tests make of it. */
const CASES: { readonly [Model in StructuredModel]: ModelCase<Model> } = {
  vsm: vsmCase,
  'cr-bio': crBioCase,
  'ldl-ees': ldlEesCase,
  'ips-fr': ipsFrCase,
  'ldl-ses': ldlSesCase,
  'tlm-da': tlmDaCase,
  'cse-mde': cseMdeCase,
  'cse-cs8': cseCs8Case,
  'cse-cs9': cseCs9Case,
  'cse-cs24': cseCs24Case,
  vac: vacCase,
  'vac-note': vacNoteCase,
  'img-cr': imgCrCase,
  'img-da': imgDaCase,
  'ep-med-dm': epMedDmCase,
  'edisp-med': eDispMedCase,
};

export const STRUCTURED_MODELS = Object.keys(CASES) as StructuredModel[];

/** Schematron of a model, under `cda/` of the official files. */
export function modelRules(model: StructuredModel): string {
  return CASES[model].rules;
}

const attachment = fc.record({ title: someText, at: maybe(day), content: fc.constant(samplePdf) });

function bodyOf(model: StructuredModel): fc.Arbitrary<DocumentBody> {
  const copy = fc.constant(samplePdf);
  return fc
    .record({
      content: CASES[model].content as fc.Arbitrary<unknown>,
      pdfCopy: MODELS[model].pdfCopy === 'mandatory' ? copy : fc.option(copy, { nil: undefined }),
      attachments: MODELS[model].attachments ? maybe(few(attachment)) : fc.constant(undefined),
    })
    .map((rest) => ({ kind: 'structured', model, ...rest }) as DocumentBody);
}

/** A structured document whose header has what its model asks. */
export function structuredDocument(model: StructuredModel): fc.Arbitrary<SubmissionDocument> {
  return fc
    .record({
      base: document('cisis', bodyOf(model)),
      who: fullContact,
      where: fullContact,
      name: personName,
      specialty,
    })
    .map(({ base, ...parts }) => {
      const typed = { ...base, type: MODELS[model].type };
      return CASES[model].shape?.(typed, parts) ?? typed;
    });
}
