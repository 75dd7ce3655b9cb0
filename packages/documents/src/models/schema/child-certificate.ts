import * as z from 'zod/mini';
import { contact } from '../../submission/schema/contact.js';
import { personName } from '../../submission/schema/people.js';
import { coded, text } from '../../submission/schema/scalars.js';
import { clinicalDate, product, quantity } from './shared.js';

/** A day. */
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const smallCount = z.int().check(z.minimum(0), z.maximum(99));

/** Catégorie socioprofessionnelle (JDV_Profession_CISIS, PCS of INSEE). */
export const occupation = z.enum(['farmer', 'selfEmployed', 'executive', 'intermediate', 'employee', 'worker']);
export type Occupation = z.infer<typeof occupation>;

/** Activité professionnelle (JDV_Activite_CISIS). */
export const activity = z.enum([
  'employed',
  'retired',
  'atHome',
  'parentalLeave',
  'unemployed',
  'student',
  'otherInactive',
  'other',
]);
export type Activity = z.infer<typeof activity>;

/** Niveau d’étude (JDV_NiveauEtude_CISIS); `bac2` is bac +1 or +2, `bac3` bac +3 and more. */
export const education = z.enum(['primary', 'college', 'lycee', 'bac2', 'bac3']);
export type Education = z.infer<typeof education>;

/** What is said of any person who has a part in the certificate, besides the professionals of the header. */
export const relative = {
  name: personName,
  /** Numéro de sécurité sociale, 15 characters with the key. */
  nir: z.optional(text),
  ...contact,
};

const parentFields = {
  ...relative,
  birthDate: z.optional(day),
  occupation: z.optional(occupation),
  activity: z.optional(activity),
};

/** The mother; what the header says of her as informant is taken from here. */
export const mother = z.strictObject(parentFields);
export type Mother = z.infer<typeof mother>;

/** The other parent: the father, unless `relationship` (JDV_J11) says otherwise. */
export const otherParent = z.strictObject({ ...parentFields, relationship: z.optional(coded) });
export type OtherParent = z.infer<typeof otherParent>;

/** Where the child is sent next (JDV_Rencontre_CS8_CISIS, JDV_Rencontre_CS9_CS24_CISIS). */
export const followUp = z.strictObject({
  /** Another professional; a structure of several disciplines (CAMPS, centre de référence…); the doctor of the PMI, as the parents agree. */
  to: z.enum(['professional', 'multidisciplinary', 'pmi']),
  at: z.optional(clinicalDate),
  /** What the service should know. */
  comment: z.optional(text),
});
export type FollowUp = z.infer<typeof followUp>;

/** Whether a medicine was given, and which one. */
export const administration = z.strictObject({
  given: z.boolean(),
  /** When: a day, an instant. */
  at: z.optional(clinicalDate),
  /** The very product, with its CIS; the class alone is told when it is absent. */
  product: z.optional(product),
  /** EDQM (0.4.0.127.0.16.1.1.2.1). */
  route: z.optional(coded),
  dose: z.optional(quantity),
});
export type Administration = z.infer<typeof administration>;

/** A vaccination of a certificate, by what it protects from: `vaccines` of the certificate. Its ATC code is put by the model. */
export function certifiedVaccination<const Vaccine extends readonly [string, ...string[]]>(vaccines: Vaccine) {
  return z.strictObject({
    against: z.enum(vaccines),
    /** It was not given. */
    notDone: z.optional(z.boolean()),
    at: z.optional(clinicalDate),
    /** First series (the default), or booster. */
    series: z.optional(z.enum(['initial', 'booster'])),
    /** Rank of the dose: 1 for the first. */
    rank: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
    /** CIS (1.2.250.1.213.2.3.1). */
    product: z.optional(coded),
    lot: z.optional(text),
    /** JDV_ImmunizationRouteCodes_CISIS, EDQM: `20035000` Voie intramusculaire… */
    route: z.optional(coded),
    comment: z.optional(text),
  });
}
export type CertifiedVaccination<Vaccine extends string> = Omit<
  z.infer<ReturnType<typeof certifiedVaccination>>,
  'against'
> & { readonly against: Vaccine };
