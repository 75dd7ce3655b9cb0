import * as z from 'zod/mini';
import { personName } from '../../submission/schema/people.js';
import { coded, text } from '../../submission/schema/scalars.js';

/** A year, a month, a day, or an instant with its offset: what a clinician knows of a date. */
export const clinicalDate = z
  .string()
  .check(z.regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?)?)?$/));

/** The address of a page. */
export const webAddress = z.string().check(z.regex(/^https?:\/\/[\w!#$%&'()*+,./:;=?@~-]+$/), z.maxLength(2_000));

/** What the reader sees, and its code when there is one. */
export const codedText = z.strictObject({ text, code: z.optional(coded) });
export type CodedText = z.infer<typeof codedText>;

export const quantity = z.strictObject({
  value: z.number(),
  /** UCUM: `mg`, `mm[Hg]`, `{tablet}`. */
  unit: text,
});
export type Quantity = z.infer<typeof quantity>;

/** JDV_SeveriteObservation. */
export const severity = z.enum(['mild', 'mildToModerate', 'moderate', 'moderateToSevere', 'severe', 'fatal']);
export type Severity = z.infer<typeof severity>;

/** JDV_HL7_ConditionClinical. */
export const problemStatus = z.enum(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved']);
export type ProblemStatus = z.infer<typeof problemStatus>;

/** How the patient is: JDV_HealthStatusCodes. */
export const health = z.enum([
  'well',
  'asymptomatic',
  'chronicallyIll',
  'disabled',
  'severelyDisabled',
  'moribund',
  'deceased',
]);
export type Health = z.infer<typeof health>;

/** JDV_HL7_condition_ver_status. */
export const certainty = z.enum(['confirmed', 'unconfirmed', 'refuted']);
export type Certainty = z.infer<typeof certainty>;

/** How grave the next reaction may be: JDV_HL7_allergy_intolerance_criticality. */
export const criticality = z.enum(['low', 'high', 'unableToAssess']);
export type Criticality = z.infer<typeof criticality>;

/** A list, or that nothing is known of it. An empty list says that there is none, which is another thing. */
export function knownOf<Item>(item: z.ZodMiniType<Item>) {
  return z.union([z.array(item), z.literal('noInformation')]);
}
/** An empty list: none is known. `noInformation`: nobody asked. */
export type Known<Item> = Item[] | 'noInformation';

/** A person who did something, as far as it is known; at least a name or a structure. */
export const doer = z.strictObject({
  /** PS_IdNat. */
  idNat: z.optional(text),
  /** JDV_J01. */
  specialty: z.optional(coded),
  name: z.optional(personName),
  organization: z.optional(z.strictObject({ idNat: z.optional(text), name: text })),
});
export type Doer = z.infer<typeof doer>;

/** A pathology, present or past. */
export const problem = z.strictObject({
  name: codedText,
  since: z.optional(clinicalDate),
  until: z.optional(clinicalDate),
  /** What sort of statement it is (JDV_ProblemCodes); `diagnosis` when it is not said. */
  kind: z.optional(
    z.enum(['diagnosis', 'problem', 'disease', 'symptom', 'complaint', 'finding', 'functionalLimitation']),
  ),
  severity: z.optional(severity),
  status: z.optional(problemStatus),
  health: z.optional(health),
  certainty: z.optional(certainty),
  comment: z.optional(text),
  /** Where more is told: the address of a page, such as an emergency sheet of Orphanet. */
  link: z.optional(webAddress),
});
export type Problem = z.infer<typeof problem>;

/** A procedure that was done. */
export const procedure = z.strictObject({
  name: codedText,
  at: z.optional(clinicalDate),
  /** When it took longer than a day: the last day. */
  until: z.optional(clinicalDate),
  /** HL7 ActPriority (2.16.840.1.113883.5.7): `UR` Urgent… */
  priority: z.optional(coded),
  /** Voie d’abord. */
  approach: z.optional(coded),
  /** Localisation anatomique. */
  site: z.optional(coded),
  by: z.optional(doer),
  reason: z.optional(codedText),
  comment: z.optional(text),
});
export type Procedure = z.infer<typeof procedure>;

/** What a patient felt or showed, after a vaccine or an allergen. */
export const reaction = z.strictObject({
  name: codedText,
  since: z.optional(clinicalDate),
  severity: z.optional(severity),
});
export type Reaction = z.infer<typeof reaction>;

export const allergy = z.strictObject({
  agent: codedText,
  /** Kind of allergy or intolerance (JDV_TypeEvenementIndesirablePrevisible); `allergie` (to a substance) when it is not said. */
  kind: z.optional(
    z.enum([
      'allergie',
      'medicamenteuse',
      'alimentaire',
      'hypersensibilite',
      'hypersensibiliteMedicamenteuse',
      'hypersensibiliteAlimentaire',
      'intolerance',
      'intoleranceMedicamenteuse',
      'intoleranceAlimentaire',
      'idiosyncrasie',
      'effetIndesirable',
    ]),
  ),
  since: z.optional(clinicalDate),
  status: z.optional(z.enum(['active', 'inactive', 'resolved'])),
  criticality: z.optional(criticality),
  certainty: z.optional(certainty),
  /** How bad it was at its worst; that of one reaction is said there. */
  severity: z.optional(severity),
  reactions: z.optional(z.array(reaction)),
  comment: z.optional(text),
});
export type Allergy = z.infer<typeof allergy>;

/** A medicine or a vaccine. */
export const product = z.strictObject({
  text,
  /** CIS (1.2.250.1.213.2.3.1). */
  code: z.optional(coded),
  /** CIP (1.2.250.1.213.2.3.2), ATC (2.16.840.1.113883.6.73), Médicabase (1.2.250.1.213.2.59)… */
  otherCodes: z.optional(z.array(coded)),
  /** Dose form, EDQM (0.4.0.127.0.16.1.1.2.1). */
  form: z.optional(coded),
  lot: z.optional(text),
  /** What it is the same as: ATC (2.16.840.1.113883.6.73). */
  generic: z.optional(coded),
  /** Active substances, codes of SMS (2.16.840.1.113883.3.6905.2): `{ of: { value: 75, unit: 'ug' }, per: { value: 1, unit: '1' } }`. */
  substances: z.optional(
    z.array(
      z.strictObject({
        code: coded,
        strength: z.optional(z.strictObject({ of: quantity, per: quantity })),
      }),
    ),
  ),
});
export type Product = z.infer<typeof product>;

export const treatment = z.strictObject({
  /** The medicine; its code is a CIS (1.2.250.1.213.2.3.1). */
  product,
  /** Au long cours, or aigu. */
  term: z.optional(z.enum(['longTerm', 'acute'])),
  start: z.optional(clinicalDate),
  end: z.optional(clinicalDate),
  /** As the patient reads it: `1 comprimé matin et soir`. */
  posology: text,
  dose: z.optional(quantity),
  /** The highest dose, when it may change from one intake to another; `dose` is then the lowest. */
  doseMax: z.optional(quantity),
  /** One intake every so much: `{ value: 12, unit: 'h' }`. */
  every: z.optional(quantity),
  /** Never more than so much in so long: `{ dose: { value: 4, unit: 'g' }, per: { value: 1, unit: 'd' } }`. */
  most: z.optional(z.strictObject({ dose: quantity, per: quantity })),
  /** EDQM (0.4.0.127.0.16.1.1.2.1). */
  route: z.optional(coded),
  reason: z.optional(codedText),
  /** Why the patient stopped it. */
  stopReason: z.optional(text),
  comment: z.optional(text),
});
export type Treatment = z.infer<typeof treatment>;

export const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quantity'), value: z.number(), unit: text }),
  z.strictObject({ kind: z.literal('text'), text }),
  z.strictObject({ kind: z.literal('coded'), code: coded }),
]);
export type Value = z.infer<typeof value>;
