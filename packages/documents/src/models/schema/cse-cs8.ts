import * as z from 'zod/mini';
import { contact } from '../../submission/schema/contact.js';
import { coded, instant, text } from '../../submission/schema/scalars.js';
import {
  administration,
  certifiedVaccination,
  education,
  followUp,
  mother,
  otherParent,
  relative,
  smallCount,
} from './child-certificate.js';
import { clinicalDate } from './shared.js';

/** The pregnancies of the mother, this one included. What is absent is told as unknown. */
const pregnancies = z.strictObject({
  /** Gestité. */
  gravidity: z.optional(smallCount),
  /** Parité. */
  parity: z.optional(smallCount),
  /** Born before 37 weeks. */
  preterm: z.optional(smallCount),
  /** Born with less than 2500 g. */
  lowBirthWeight: z.optional(smallCount),
  stillborn: z.optional(smallCount),
  /** Born alive, dead before 28 days. */
  earlyDeaths: z.optional(smallCount),
  previousCaesarean: z.optional(z.boolean()),
});

const pregnancy = z.strictObject({
  /** Trimester of the declaration (JDV_DateCons_CISIS). */
  declared: z.enum(['first', 'second', 'third', 'notFollowed']),
  /** Of the mother before, in kg. */
  weight: z.optional(z.number().check(z.gt(0))),
  /** Of the mother, in cm. */
  height: z.optional(z.number().check(z.gt(0))),
  preeclampsia: z.optional(z.boolean()),
  /** Hypertension gestationnelle (JDV_Traite_NonTraite_CISIS). */
  hypertension: z.optional(z.enum(['none', 'treated', 'untreated'])),
  diabetes: z.optional(z.boolean()),
  /** Another pathology: none, or what it was. */
  otherPathology: z.optional(z.union([z.literal(false), text])),
  /** At hospital or at home. */
  hospitalisation: z.optional(
    z.strictObject({
      days: z.int().check(z.minimum(0), z.maximum(300)),
      /** JDV_MotifHospitalisationCSE_CISIS: foetal growth, hypertension, threat of preterm labour, other. */
      reason: z.optional(z.enum(['growth', 'hypertension', 'pretermLabour', 'other'])),
      /** The reason in words. */
      reasonText: z.optional(text),
    }),
  ),
});

const prenatalCare = z.strictObject({
  /** Dépistage biologique de la trisomie 21. */
  trisomy21: z.optional(z.boolean()),
  ultrasounds: z.optional(smallCount),
  /** Échographie morphologique. */
  morphology: z.optional(z.boolean()),
  /** Entretien prénatal précoce. */
  earlyInterview: z.optional(z.boolean()),
  /** Antigène HBs. */
  hbsAntigen: z.enum(['positive', 'negative', 'notDone']),
});

const delivery = z.strictObject({
  at: clinicalDate,
  foetuses: z.optional(smallCount),
  /** Rank of birth of this child, when there were several. */
  rank: z.optional(smallCount),
  /** Completed weeks of amenorrhoea. */
  gestationalAge: z.optional(smallCount),
  /** JDV_TypePres_CISIS. */
  presentation: z.optional(z.enum(['vertex', 'breech', 'other'])),
  /** Rupture of the membranes more than 12 hours before. */
  earlyRupture: z.optional(z.boolean()),
  /** How labour began (JDV_ModeDebutTravail_CISIS). */
  onset: z.enum(['spontaneous', 'induced', 'caesarean']),
  /** JDV_TypeAnalgesie_CISIS. */
  analgesia: z.enum(['none', 'general', 'spinal', 'epidural', 'other']),
  /** JDV_MethodeAccouchement_CISIS. */
  method: z.enum(['vaginal', 'instrumental', 'plannedCaesarean', 'caesareanInLabour']),
  /** Of a caesarean alone (JDV_CauseCesarienne_CISIS). */
  caesareanCause: z.optional(z.enum(['maternal', 'foetal', 'both'])),
});
export type Delivery = z.infer<typeof delivery>;

const score = z.optional(z.int().check(z.minimum(0), z.maximum(10)));

const newborn = z.strictObject({
  /** In grams. */
  weight: z.number().check(z.gt(0)),
  /** In cm. */
  height: z.optional(z.number().check(z.gt(0))),
  /** Périmètre crânien, in cm. */
  headCircumference: z.optional(z.number().check(z.gt(0))),
  /** APGAR at 1, 5 and 10 minutes. */
  apgar: z.optional(z.strictObject({ at1: score, at5: score, at10: score })),
  /** Pathologies of the first week. */
  firstWeek: z.strictObject({
    respiratoryDistress: z.boolean(),
    /** Of more than 48 hours. */
    antibiotics: z.boolean(),
    neurological: z.boolean(),
    surgicalEmergency: z.boolean(),
    /** Another one, in words. */
    other: z.optional(text),
  }),
  /** Gestes techniques spécialisés. */
  specialisedCare: z.strictObject({ done: z.boolean(), at: z.optional(clinicalDate) }),
  hearingScreening: z.strictObject({
    /** Not done, or what it found (JDV_ResultatDepistageSurdite_CISIS). */
    result: z.enum(['notDone', 'normal', 'toCheckAgain', 'unknown']),
    at: z.optional(clinicalDate),
  }),
  /** Immunisation against the RSV. */
  rsv: administration,
  /** Immunoglobulins against hepatitis B. */
  hepatitisB: administration,
  transfer: z.optional(
    z.strictObject({
      /** JDV_TransfertMutation_CISIS. */
      kind: z.enum(['immediate', 'secondary']),
      leftAt: instant,
      arrivedAt: instant,
      /** JDV_TypeService_CISIS. */
      service: z.enum(['intensiveCare', 'neonatology', 'kangaroo', 'neonatalIntensiveCare', 'other']),
      /** Where to. */
      organization: z.strictObject({
        /** Struct_IdNat. */
        idNat: z.optional(text),
        name: text,
        /** JDV_J02: `SA01` Établissement public de santé… */
        type: coded,
        ...contact,
      }),
    }),
  ),
});
export type Newborn = z.infer<typeof newborn>;

/** CSE-CS8: the health certificate of the first eight days. */
export const cseCs8Content = z.strictObject({
  mother: z.extend(mother, {
    education: z.optional(education),
    /** During the pregnancy; what is absent is told as unknown. */
    drinksPerWeek: z.optional(smallCount),
    cigarettesPerWeek: z.optional(z.int().check(z.minimum(0), z.maximum(999))),
    otherAddiction: z.optional(z.boolean()),
  }),
  otherParent: z.optional(z.extend(otherParent, { education: z.optional(education) })),
  /** At home before this birth. */
  childrenAtHome: z.optional(smallCount),
  /** JDV_TypeAllaitementNouveauNe_CISIS. */
  feeding: z.enum(['breast', 'mixed', 'formula']),
  /** Facteurs de risque familiaux de tuberculose. */
  tuberculosisRisk: z.optional(z.boolean()),
  coverage: z.strictObject({
    /** JDV_CouvertureSociale_CISIS: protection universelle maladie, aide médicale de l’État, none. */
    kind: z.enum(['puma', 'ame', 'none']),
    insurer: z.optional(z.strictObject({ name: text, ...contact })),
    /** The mother, when it is not said. */
    insured: z.optional(z.strictObject(relative)),
  }),
  pregnancies,
  pregnancy,
  prenatalCare,
  delivery,
  newborn,
  vaccinations: z.array(certifiedVaccination(['hepatitisB', 'tuberculosis'])),
  followUps: z.optional(z.array(followUp)),
});
export type CseCs8Content = z.infer<typeof cseCs8Content>;
