import * as z from 'zod/mini';
import { documentHandle, instant, patientRef } from './scalars.js';

/** Any call about the DMP of one record. */
export const dmpPatientInput = z.object({ patientRef });
export type DmpPatientInput = z.infer<typeof dmpPatientInput>;

/**
 * What TD0.2 says of the DMP of a record. There is no field for the identity that the DMP returns: it is never shown and
 * never compared on screen (RG_0320).
 */
export const dmpStatus = z.object({
  kind: z.enum(['open-authorised', 'open-not-authorised', 'closed', 'none', 'not-qualified', 'unknown']),
  /** Day of the end of the DMP. */
  closedOn: z.optional(z.string()),
  /** The user is the treating doctor in the DMP. */
  treatingDoctor: z.optional(z.boolean()),
  /** The patient has blocked the user: no mode gives access. */
  blocked: z.optional(z.boolean()),
  at: instant,
});
export type DmpStatus = z.infer<typeof dmpStatus>;

/** The five conditions of an access: availability, identity, consent, authentication, habilitation. */
export const dmpConditionId = z.enum(['availability', 'identity', 'consent', 'authentication', 'habilitation']);
export type DmpConditionId = z.infer<typeof dmpConditionId>;

export const dmpCondition = z.object({
  id: dmpConditionId,
  met: z.boolean(),
  /** Why it is not met. */
  why: z.optional(
    z.enum([
      'none',
      'closed',
      'unknown',
      'notQualified',
      'toCollect',
      'refused',
      'indirect',
      'notAuthorised',
      'blocked',
      'profile',
      'notConfigured',
    ]),
  ),
  /** The gesture that solves it, when this session has it. */
  action: z.optional(z.enum(['retry', 'qualify', 'collectConsent', 'signIn', 'authorise'])),
});
export type DmpCondition = z.infer<typeof dmpCondition>;

/** Emergency access (bris de glace), as it is for this record and this session. */
export const dmpEmergency = z.object({
  /** Offered only when the normal access is not possible and no opposition is recorded. */
  allowed: z.boolean(),
  /**
   * `opposed`: the patient opposed bris de glace, in the DMP (TD1.3a); `refused`: the site recorded that the patient refuses the consultation,
   * which is another choice, and may change at any time.
   */
  reason: z.optional(z.enum(['opposed', 'refused', 'normalAccess', 'blocked', 'unavailable', 'profile', 'regulation'])),
  /** Since when it is open; it ends with the record (`dmp.emergency.close`). */
  openSince: z.optional(instant),
});
export type DmpEmergency = z.infer<typeof dmpEmergency>;

/** Secret connection of a minor: the access and the documents are hidden from the legal representatives. */
export const dmpSecretConnection = z.object({ available: z.boolean(), active: z.boolean() });
export type DmpSecretConnection = z.infer<typeof dmpSecretConnection>;

export const dmpAccess = z.object({
  status: dmpStatus,
  /** In the order availability, identity, consent, authentication, habilitation. */
  conditions: z.array(dmpCondition),
  /** Every condition is met, or an emergency access is open, or the mode is `regulation`. */
  canOpen: z.boolean(),
  /** Opening will declare the authorisation by itself (TD0.3, DMP/UX.50). */
  willAuthorise: z.boolean(),
  /** Set by the server, never a choice on screen. */
  mode: z.enum(['normal', 'emergency', 'regulation']),
  emergency: dmpEmergency,
  secretConnection: dmpSecretConnection,
});
export type DmpAccess = z.infer<typeof dmpAccess>;

/** TD0.3 for the user: authorise, give the authorisation back, drop the role of treating doctor. */
export const dmpAuthoriseInput = z.object({
  patientRef,
  change: z.optional(z.enum(['add', 'remove', 'dropTreatingDoctor'])),
  /** With `add`: the patient names the user as treating doctor. */
  treatingDoctor: z.optional(z.boolean()),
});
export type DmpAuthoriseInput = z.infer<typeof dmpAuthoriseInput>;

/** ZFA-11: IC given, INC refused, NA unknown; `presumed` inside the care team (CSP L1110-4, R1111-46). */
export const consultationConsent = z.enum(['given', 'presumed', 'refused', 'unknown']);
export type ConsultationConsent = z.infer<typeof consultationConsent>;
/** ZFA-9: INO `ok`, IO `opposed`, NA `unknown`: the patient is still to be informed (CSP L1111-15, R1111-47). */
export const feedingChoice = z.enum(['ok', 'opposed', 'unknown']);
export type FeedingChoice = z.infer<typeof feedingChoice>;

export const consentEntry = z.object({
  at: instant,
  /** Name of the user who collected it. */
  by: z.string(),
  consultation: z.optional(consultationConsent),
  feeding: z.optional(feedingChoice),
});
export type ConsentEntry = z.infer<typeof consentEntry>;

/** The two independent choices of a patient, kept by the site: the DMP does not give them. */
export const dmpConsent = z.object({
  consultation: consultationConsent,
  feeding: feedingChoice,
  /** The user belongs to the care team of the patient, as the site says. */
  careTeam: z.boolean(),
  consultationBy: z.optional(z.object({ at: instant, by: z.string() })),
  feedingBy: z.optional(z.object({ at: instant, by: z.string() })),
  /** Newest first. */
  history: z.array(consentEntry),
});
export type DmpConsent = z.infer<typeof dmpConsent>;

/** Changes one choice or both. A refusal of consultation stops every consultation call, those in flight included. */
export const dmpConsentSetInput = z
  .object({
    patientRef,
    consultation: z.optional(consultationConsent),
    feeding: z.optional(feedingChoice),
  })
  .check(z.refine(({ consultation, feeding }) => consultation !== undefined || feeding !== undefined));
export type DmpConsentSetInput = z.infer<typeof dmpConsentSetInput>;

/** TD1.6: a professional or a structure that the patient authorised or blocked. */
export const dmpAuthorisation = z.object({
  name: z.string(),
  specialty: z.optional(z.string()),
  structure: z.optional(z.string()),
  state: z.enum(['authorised', 'blocked']),
  treatingDoctor: z.optional(z.boolean()),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
});
export type DmpAuthorisation = z.infer<typeof dmpAuthorisation>;

export const dmpAuthorisationsOutput = z.object({ rows: z.array(dmpAuthorisation), at: instant });
export type DmpAuthorisationsOutput = z.infer<typeof dmpAuthorisationsOutput>;

export const dmpEmergencyOpenInput = z.object({
  patientRef,
  /** Reason of the emergency: it goes to the DMP, and to the journal of the site, on the server only: no page gets it back. */
  motive: z.string().check(z.minLength(10), z.maxLength(500)),
});
export type DmpEmergencyOpenInput = z.infer<typeof dmpEmergencyOpenInput>;

export const dmpSecretConnectionInput = z.object({ patientRef, active: z.boolean() });
export type DmpSecretConnectionInput = z.infer<typeof dmpSecretConnectionInput>;

/** Pages of TD0.9 (PDT-INF-527). */
export const dmpWebPage = z.enum([
  'TableauDeBord',
  'DossierPatient',
  'GestionDMPPatient',
  'Documents',
  'ParcoursDeSoins',
  'HistoriqueAcces',
  'VolontesEtDroits',
  'CarnetVaccination',
  'Parametrages',
]);
export type DmpWebPage = z.infer<typeof dmpWebPage>;

export const dmpWebAccessInput = z.object({ patientRef, page: z.optional(dmpWebPage) });
export type DmpWebAccessInput = z.infer<typeof dmpWebAccessInput>;

/**
 * A ticket for one opening, within a minute. The page opens `dmp.webAccess.open` with it in a new tab (`noopener`): the
 * server answers with a redirection, so that the number of the patient, which is in the address, never is in the page.
 */
export const dmpWebAccessOutput = z.object({ ticket: documentHandle, expiresAt: instant });
export type DmpWebAccessOutput = z.infer<typeof dmpWebAccessOutput>;

export const dmpWebAccessOpenInput = z.object({ ticket: documentHandle });
export type DmpWebAccessOpenInput = z.infer<typeof dmpWebAccessOpenInput>;
