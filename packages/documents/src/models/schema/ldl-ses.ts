import * as z from 'zod/mini';
import { coded, text } from '../../submission/schema/scalars.js';
import { clinicalDate, treatment } from './shared.js';

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
