import * as z from 'zod/mini';
import { coded, text } from '../../submission/schema/scalars.js';
import { carePlan } from './care-plan.js';
import { placedDevice } from './device.js';
import { advanceDirectives } from './directives.js';
import { familyProblem, habit } from './history.js';
import { pregnancyHistory } from './pregnancy.js';
import {
  allergy,
  clinicalDate,
  codedText,
  doer,
  knownOf,
  problem,
  procedure,
  reaction,
  treatment,
  value,
} from './shared.js';
import { vaccination } from './vaccination.js';
import { vitalSign } from './vital-signs.js';

/** An adverse effect of a medicine, which may come back. */
export const adverseEffect = z.strictObject({
  /** Where it came from (JDV_OrigineEffetIndesirable). */
  origin: z.enum([
    'treatmentAsPrescribed',
    'overdose',
    'misuse',
    'medicationError',
    'occupationalExposure',
    'interaction',
    'qualityDefect',
    'maternalExposure',
    'paternalExposure',
    'breastFeeding',
  ]),
  since: z.optional(clinicalDate),
  /** The medicine; its route is asked for. */
  treatment: z.omit(z.extend(treatment, { route: coded }), { reason: true, stopReason: true, comment: true }),
  reactions: z.optional(z.array(reaction)),
  /** JDV_Imputabilite. */
  imputability: z.optional(z.enum(['certain', 'possible', 'uncertain', 'undetermined'])),
  /** JDV_Gravite. */
  gravity: z.enum([
    'mild',
    'hospitalisation',
    'invalidity',
    'congenitalMalformation',
    'lifeThreatening',
    'otherSerious',
    'death',
  ]),
  /** JDV_Evolution. */
  outcome: z.optional(
    z.enum([
      'recovered',
      'recoveredWithSequelae',
      'recovering',
      'notRecovered',
      'fatal',
      'deathMayBeDue',
      'deathUnrelated',
      'unknown',
    ]),
  ),
  comment: z.optional(text),
});
export type AdverseEffect = z.infer<typeof adverseEffect>;

/** How the patient fares in daily life. */
export const functionalStatus = z.strictObject({
  /** When it was assessed. */
  at: z.optional(clinicalDate),
  /** Scores and observations: LOINC (`89247-1` Score de performance ECOG), CIF (2.16.840.1.113883.6.254). */
  observations: z.optional(
    z.array(z.strictObject({ what: codedText, value, at: z.optional(clinicalDate), comment: z.optional(text) })),
  ),
  /** Déplacement (JDV_Deplacement). */
  mobility: z.optional(
    z.strictObject({
      falls: z.optional(z.boolean()),
      wandering: z.optional(z.boolean()),
      absconding: z.optional(z.boolean()),
      restraint: z.optional(z.boolean()),
    }),
  ),
  /** État psychique (JDV_EtatPsychique). */
  mentalState: z.optional(
    z.strictObject({
      communicates: z.optional(z.boolean()),
      oriented: z.optional(z.boolean()),
      disoriented: z.optional(z.boolean()),
      agitated: z.optional(z.boolean()),
      uncooperative: z.optional(z.boolean()),
      suicidal: z.optional(z.boolean()),
    }),
  ),
  /** Autres risques (JDV_AutreRisque). */
  otherRisks: z.optional(z.strictObject({ pressureSores: z.optional(z.boolean()), choking: z.optional(z.boolean()) })),
});
export type FunctionalStatus = z.infer<typeof functionalStatus>;

/** The results of one examination worth knowing. */
export const resultGroup = z.strictObject({
  kind: z.enum(['biology', 'imaging', 'cytology', 'pathology', 'genetics']),
  at: z.optional(clinicalDate),
  /** The laboratory or the practice. */
  by: z.optional(doer),
  results: z
    .array(
      z.strictObject({
        /** LOINC. */
        what: coded,
        at: z.optional(clinicalDate),
        value,
        /** HL7 ObservationInterpretation (2.16.840.1.113883.5.83): `N`, `H`, `L`… */
        interpretation: z.optional(coded),
        /** Localisation anatomique. */
        site: z.optional(coded),
        reference: z.optional(
          z.strictObject({ low: z.optional(z.number()), high: z.optional(z.number()), unit: text }),
        ),
        comment: z.optional(text),
      }),
    )
    .check(z.minLength(1)),
});
export type ResultGroup = z.infer<typeof resultGroup>;

/**
 * IPS-FR: the medical summary of the International Patient Summary; as the document de liaison d’urgence too (type `74207-2`).
 * An empty list says that none is known, `noInformation` that nobody knows; what is not given has no section. Files go in the
 * `attachments` of the body; `octets`: how octets are given.
 */
export function ipsFrContent(octets: z.ZodMiniType<Uint8Array>) {
  return z.strictObject({
    problems: knownOf(problem),
    pastIllnesses: z.optional(knownOf(problem)),
    procedures: knownOf(procedure),
    allergies: knownOf(allergy),
    adverseEffects: z.optional(z.array(adverseEffect)),
    treatments: knownOf(treatment),
    devices: knownOf(placedDevice),
    /** Points of vigilance. */
    watchPoints: z.optional(z.array(text)),
    functionalStatus: z.optional(functionalStatus),
    vitalSigns: z.optional(z.array(vitalSign)),
    habits: z.optional(z.array(habit)),
    occupationalRisks: z.optional(z.array(text)),
    familyHistory: z.optional(knownOf(familyProblem)),
    vaccinations: z.optional(knownOf(vaccination)),
    pregnancies: z.optional(pregnancyHistory),
    carePlan: z.optional(carePlan),
    advanceDirectives: z.optional(advanceDirectives(octets)),
    results: z.optional(z.array(resultGroup)),
  });
}
export type IpsFrContent = z.infer<ReturnType<typeof ipsFrContent>>;
