import * as z from 'zod/mini';
import { coded, longText, text } from '../../submission/schema/scalars.js';
import { labContents, labReport, type Octets } from './lab.js';
import { codedText, problem } from './shared.js';
import { vaccination } from './vaccination.js';

/** CR-BIO: the report of medical biology. `octets` says how images are given. */
export function crBioContent(octets: Octets) {
  return z.strictObject({
    /** What was wrong with a sample or with the request. */
    nonConformity: z.optional(longText),
    /** Why the examination was asked for, where a program wants it as data (dépistage du cancer du col de l’utérus). */
    reason: z.optional(
      z.strictObject({
        /** JDV_ContexteExamenCCU_CISIS (1.2.250.1.213.1.1.5.722) for that program. */
        context: codedText,
        /** At least one. */
        problems: z.array(problem).check(z.minLength(1)),
      }),
    ),
    chapters: z
      .array(
        z.strictObject({
          /**
           * LOINC of the speciality: `18719-5` Biochimie… A chapter of sub-chapters alone may have a code that waits for a LOINC
           * (1.2.250.1.213.1.1.5.130): `1443252` résultats d’un laboratoire de seconde intention.
           */
          code: coded,
          localCode: z.optional(coded),
          title: text,
          ...labContents(octets),
          /** Sub-chapters; what the chapter holds itself comes before them. */
          subChapters: z.optional(z.array(labReport(octets))),
        }),
      )
      .check(z.minLength(1)),
    /** Vaccinations that bear on the examination. */
    vaccinations: z.optional(z.array(vaccination)),
    /** Free texts after the chapters: conclusion, advice, what the patient must know. A line is a paragraph. */
    conclusions: z.optional(z.array(z.strictObject({ title: text, text: longText }))),
  });
}
export type CrBioContent = z.infer<ReturnType<typeof crBioContent>>;
