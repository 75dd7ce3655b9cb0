import * as z from 'zod/mini';
import { findingView } from './finding.js';
import { formerIns, identityEffect, insView, patientView, sex, traitField, traits } from './identity.js';
import { birthDate, code, cog, handle, instant, patientRef, typedName, version } from './scalars.js';

/** One call of the search sequence, as it ends. */
export const insAttempt = z.object({
  /** From 1. */
  n: z.int(),
  /** Number of calls that the sequence may still reach, 6 at most. */
  max: z.int(),
  firstName: z.string(),
  birthPlace: z.optional(z.string()),
  /** `00` found, `01` none, `02` several, `other` unknown code, `fault` official fault or no answer. */
  cr: z.enum(['00', '01', '02', 'other', 'fault']),
  at: instant,
  durationMs: z.optional(z.number()),
});
export type InsAttempt = z.infer<typeof insAttempt>;

/** What INSi returned, unchanged. The server keeps the whole of it under `snapshotRef`: the page never sends it back. */
export const insiSnapshot = z.object({
  snapshotRef: handle,
  /** After this instant `ins.accept` answers `gateway.snapshotExpired`. */
  expiresAt: instant,
  traits,
  /** The first first name could not be told from the list: ask the user. */
  firstNameAmbiguous: z.boolean(),
  ins: insView,
  history: z.array(formerIns),
  /** Findings that forbid to accept: wrong key, incomplete date, empty trait, unknown OID. */
  blockers: z.array(findingView),
  at: instant,
  messageId: z.optional(z.string()),
});
export type InsiSnapshot = z.infer<typeof insiSnapshot>;

export const diffVerdict = z.enum(['same', 'equivalent', 'different', 'missing']);
export type DiffVerdict = z.infer<typeof diffVerdict>;

/** One line of the comparison, in display order. */
export const diffRow = z.object({
  field: z.enum(['birthName', 'firstNames', 'firstName', 'sex', 'birthDate', 'birthPlace', 'ins']),
  local: z.optional(z.string()),
  insi: z.optional(z.string()),
  verdict: diffVerdict,
  /** The INSi value cut in parts; `changed` parts differ from the local value. */
  parts: z.array(z.object({ text: z.string(), changed: z.boolean() })),
  /** The local value cut in parts, in the same way. */
  localParts: z.array(z.object({ text: z.string(), changed: z.boolean() })),
});
export type DiffRow = z.infer<typeof diffRow>;

/** Traits as they went to INSi. */
export const sentTraits = z.object({
  birthName: z.string(),
  firstNames: z.string(),
  sex,
  birthDate,
  birthPlace: z.optional(z.string()),
});
export type SentTraits = z.infer<typeof sentTraits>;

/** Search by traits. Without `traits`, those of the record are sent. */
export const insSearchInput = z.object({
  patientRef,
  traits: z.optional(
    z.object({
      birthName: typedName,
      firstNames: typedName,
      sex,
      birthDate,
      birthPlace: z.optional(cog),
    }),
  ),
});
export type InsSearchInput = z.infer<typeof insSearchInput>;

/** Last event of the stream of `ins.search`, and answer of `ins.searchVitale`. */
export const insSearchOutput = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('found'),
    sent: z.optional(sentTraits),
    attempts: z.array(insAttempt),
    snapshot: insiSnapshot,
    rows: z.array(diffRow),
    /** Version of the record that was compared. */
    version,
  }),
  z.object({
    outcome: z.literal('notFound'),
    sent: z.optional(sentTraits),
    attempts: z.array(insAttempt),
    /** Out of production an unknown person may mean « absente du jeu de test ». */
    hint: z.optional(z.literal('sandbox')),
  }),
  z.object({
    outcome: z.literal('multiple'),
    sent: z.optional(sentTraits),
    attempts: z.array(insAttempt),
    /** What to add before asking again. */
    next: z.enum(['firstNames', 'birthPlace']),
  }),
]);
export type InsSearchOutput = z.infer<typeof insSearchOutput>;

/** A person on a carte Vitale. Names of a card are hints: they are never copied into the birth name. */
export const vitaleBeneficiary = z.object({
  /** Position on the card, from 1. */
  index: z.int().check(z.gte(1), z.lte(19)),
  name: z.string(),
  firstName: z.string(),
  /** As on the card: may be a lunar date. */
  birthDate: z.string(),
  /** Birth rank, to tell twins apart. */
  rank: z.int(),
});
export type VitaleBeneficiary = z.infer<typeof vitaleBeneficiary>;

/** One reading of a card. The card's number (the insured person's NIR) is not in it. */
export const vitaleReading = z.object({
  /** Opaque name of this reading of this card. */
  readingRef: handle,
  readAt: instant,
  /** After this instant (20 minutes, CNDA 1.02) the card must be read again. */
  expiresAt: instant,
  beneficiaries: z.array(vitaleBeneficiary),
});
export type VitaleReading = z.infer<typeof vitaleReading>;

export const insSearchVitaleInput = z.object({
  patientRef,
  readingRef: handle,
  beneficiaryIndex: z.int().check(z.gte(1), z.lte(19)),
});
export type InsSearchVitaleInput = z.infer<typeof insSearchVitaleInput>;

/** Accepts what INSi returned. It names the snapshot: no trait and no matricule comes from the page. */
export const insAcceptInput = z.object({
  patientRef,
  version,
  snapshotRef: handle,
  /** Traits whose difference the user checked on a document. */
  acknowledged: z.array(traitField).check(z.maxLength(6)),
  /** First first name, when the user corrected it: it must start the returned list. */
  firstName: z.optional(typedName),
});
export type InsAcceptInput = z.infer<typeof insAcceptInput>;

export const insAcceptOutput = z.object({
  patient: patientView,
  effects: z.array(identityEffect),
});
export type InsAcceptOutput = z.infer<typeof insAcceptOutput>;

/** Verification of a record, or of a row of the list of imported identities. */
export const insVerifyInput = z.union([z.object({ patientRef, version }), z.object({ row: handle })]);
export type InsVerifyInput = z.infer<typeof insVerifyInput>;

/**
 * `ok`: verified. `ko`: the record lost its INS. For an imported identity: `okCreated` and `okUpdated` (récupérée),
 * `koKnown` (record untouched), `koUnknown` (created without INS): rules 30, 49, 51 and 55 of the Guide INS.
 */
export const verificationOutcome = z.enum(['ok', 'ko', 'okCreated', 'okUpdated', 'koKnown', 'koUnknown']);
export type VerificationOutcome = z.infer<typeof verificationOutcome>;

export const insVerifyOutput = z.object({
  outcome: verificationOutcome,
  patient: z.optional(patientView),
  effects: z.array(identityEffect),
  at: instant,
  messageId: z.optional(z.string()),
});
export type InsVerifyOutput = z.infer<typeof insVerifyOutput>;

export const insVerifyListInput = z.object({
  state: z.optional(z.enum(['todo', 'done'])),
  cursor: z.optional(handle),
  limit: z.optional(z.int().check(z.gte(1), z.lte(200))),
});
export type InsVerifyListInput = z.infer<typeof insVerifyListInput>;

/** An identity that came from elsewhere with an INS. */
export const verificationRow = z.object({
  row: handle,
  traits,
  ins: insView,
  /** Where it came from, as the vendor names it. */
  origin: z.string(),
  receivedAt: instant,
  /** Record of this site that carries the same INS or the same traits. */
  patientRef: z.optional(patientRef),
  state: z.enum(['todo', 'ok', 'koKnown', 'koUnknown']),
  verifiedAt: z.optional(instant),
});
export type VerificationRow = z.infer<typeof verificationRow>;

export const insVerifyListOutput = z.object({
  rows: z.array(verificationRow),
  total: z.int(),
  next: z.optional(handle),
});
export type InsVerifyListOutput = z.infer<typeof insVerifyListOutput>;

/** Text of a datamatrix as read, or as a keyboard-wedge scanner typed it. */
export const datamatrixDecodeInput = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(600)),
  /** What the scanner sends in place of the character 0x1D. */
  gsAliases: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(10))).check(z.maxLength(10))),
});
export type DatamatrixDecodeInput = z.infer<typeof datamatrixDecodeInput>;

/** `identity` is absent when the code is not an INS datamatrix or is refused: `findings` says why. */
export const datamatrixDecodeOutput = z.object({
  identity: z.optional(z.object({ traits, ins: insView })),
  findings: z.array(findingView),
  /** A scan proves nothing: the identity stays provisional until it is checked. */
  status: z.literal('PROV'),
});
export type DatamatrixDecodeOutput = z.infer<typeof datamatrixDecodeOutput>;

export const datamatrixGetInput = z.object({ patientRef, purpose: z.optional(z.enum(['show', 'print'])) });
export type DatamatrixGetInput = z.infer<typeof datamatrixGetInput>;

/** Text to encode in the symbol (it holds the character 0x1D), for a qualified identity only. */
export const datamatrixGetOutput = z.object({ text: z.string(), ins: insView });
export type DatamatrixGetOutput = z.infer<typeof datamatrixGetOutput>;

export const matriculeViewInput = z.object({ patientRef, purpose: z.optional(z.enum(['show', 'copy', 'print'])) });
export type MatriculeViewInput = z.infer<typeof matriculeViewInput>;

export const matriculeViewOutput = z.object({
  /** 15 characters. */
  full: z.string(),
  /** `2 75 12 63 220 749 74` */
  formatted: z.string(),
  oid: code,
  nature: z.enum(['NIR', 'NIA']),
  oidKind: z.enum(['production', 'test', 'demo']),
});
export type MatriculeViewOutput = z.infer<typeof matriculeViewOutput>;
