import * as z from 'zod/mini';
import { findingView } from './finding.js';
import { birthDate, code, cog, day, handle, instant, patientRef, typedName, version } from './scalars.js';

/** Sex of the record; `I` (undetermined) cannot be sent to INSi. */
export const sex = z.enum(['F', 'M', 'I']);
export type Sex = z.infer<typeof sex>;

/** RNIV status: provisoire, récupérée, validée, qualifiée. */
export const identityStatus = z.enum(['PROV', 'RECUP', 'VALI', 'QUAL']);
export type IdentityStatus = z.infer<typeof identityStatus>;

export const identityAttribute = z.enum(['homonyme', 'douteuse', 'fictive']);
export type IdentityAttribute = z.infer<typeof identityAttribute>;

/** Names of the strict traits in this contract. */
export const traitField = z.enum(['birthName', 'firstNames', 'firstName', 'sex', 'birthDate', 'birthPlace']);
export type TraitField = z.infer<typeof traitField>;

/** Strict traits as stored or as INSi returned them. */
export const traits = z.object({
  birthName: z.string(),
  /** Birth list, separated by one space. */
  firstNames: z.optional(z.string()),
  /** First birth first name: the start of the list. */
  firstName: z.string(),
  sex,
  birthDate,
  /** COG code. */
  birthPlace: z.optional(z.string()),
});
export type Traits = z.infer<typeof traits>;

/** Strict traits as typed. */
export const traitsInput = z.object({
  birthName: typedName,
  firstNames: z.optional(typedName),
  firstName: typedName,
  sex,
  birthDate,
  birthPlace: z.optional(cog),
});
export type TraitsInput = z.infer<typeof traitsInput>;

/** What a page may show of an INS. `full` is there only when the server gave it for this very view. */
export const insView = z.object({
  /** `2 75 12 ••• ••• ••• ••` */
  masked: z.string(),
  nature: z.enum(['NIR', 'NIA']),
  oidKind: z.enum(['production', 'test', 'demo']),
  /** 15 characters, only after `ins.matricule.view`. */
  full: z.optional(z.string()),
});
export type InsView = z.infer<typeof insView>;

export const lock = z.enum(['free', 'locked', 'superuser']);
export type Lock = z.infer<typeof lock>;

/** What may be done on a record; the server decides, an absent action is an absent control. */
export const actionId = z.enum([
  'identity.edit',
  'identity.editLocked',
  'identity.documentChecked',
  'identity.documentNotGenuine',
  'identity.setDouteuse',
  'identity.clearDouteuse',
  'identity.setFictive',
  'identity.clearFictive',
  'identity.setHomonyme',
  'identity.clearHomonyme',
  'identity.history',
  'ins.search',
  'ins.searchVitale',
  'ins.accept',
  'ins.verify',
  'ins.matricule.view',
  'ins.datamatrix',
  'audit.list',
]);
export type ActionId = z.infer<typeof actionId>;

/** Events that a user may ask for with `identity.transition`. */
export const transitionType = z.enum([
  'documentChecked',
  'documentNotGenuine',
  'setDouteuse',
  'clearDouteuse',
  'setFictive',
  'clearFictive',
  'setHomonyme',
  'clearHomonyme',
]);
export type TransitionType = z.infer<typeof transitionType>;

/** What a change did beyond the new state: the effects of the RNIV state machine, and `statusChanged`. */
export const identityEffect = z.enum([
  'statusChanged',
  'insStored',
  'insInvalidated',
  'traitsOverwritten',
  'traitsLocked',
  'insiBlocked',
  'documentStored',
  'documentRemoved',
  'arbitrate',
  'alertIdentitovigilance',
]);
export type IdentityEffect = z.infer<typeof identityEffect>;

/** A transition that is open now, and what it will do: the consequences dialog is drawn from it. */
export const transitionView = z.object({ type: transitionType, to: identityStatus, effects: z.array(identityEffect) });
export type TransitionView = z.infer<typeof transitionView>;

/** The document that proved the identity. */
export const documentView = z.object({
  /** Code of `Capabilities.site.documentTypes`. */
  type: z.string(),
  /** Day of the check. */
  checkedOn: z.string(),
  /** Last day of validity of the document. */
  expiresOn: z.optional(day),
  by: z.optional(z.string()),
});
export type DocumentView = z.infer<typeof documentView>;

/** A record, as a page sees it. */
export const patientView = z.object({
  ref: patientRef,
  /** For the optimistic check of the next write. */
  version,
  traits,
  usedName: z.optional(z.string()),
  usedFirstName: z.optional(z.string()),
  status: identityStatus,
  axes: z.object({ insi: z.boolean(), document: z.boolean() }),
  attributes: z.array(identityAttribute),
  ins: z.optional(insView),
  /** Last answer of INSi that was accepted. */
  insi: z.optional(z.object({ at: instant, messageId: z.optional(z.string()) })),
  document: z.optional(documentView),
  /** Trait or complementary field → lock. */
  locks: z.record(z.string(), lock),
  /** Why INSi cannot be asked for this identity. */
  insiBlock: z.optional(z.enum(['douteuse', 'fictive', 'sexe', 'apcv'])),
  deceased: z.optional(z.boolean()),
  /** Under 18 at the day of the answer; false when the birth date is not a calendar date. */
  isMinor: z.boolean(),
  transitions: z.array(transitionView),
  actions: z.array(actionId),
});
export type PatientView = z.infer<typeof patientView>;

/** A row of a list of records. */
export const patientRow = z.object({
  ref: patientRef,
  traits,
  usedName: z.optional(z.string()),
  usedFirstName: z.optional(z.string()),
  status: identityStatus,
  attributes: z.array(identityAttribute),
  ins: z.optional(insView),
});
export type PatientRow = z.infer<typeof patientRow>;

export const identityGetInput = z.object({ patientRef });
export type IdentityGetInput = z.infer<typeof identityGetInput>;

/** Birth date first, then the first letters of any birth or used name; or a whole matricule (15 characters, key checked). */
export const identitySearchInput = z
  .object({
    birthDate: z.optional(birthDate),
    /** First letters of the birth or used name. */
    name: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
    /** First letters of any birth first name or of the used one. */
    firstName: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
    matricule: z.optional(z.string().check(z.minLength(15), z.maxLength(30))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(50))),
  })
  .check(z.refine((value) => value.birthDate !== undefined || value.matricule !== undefined, { path: ['birthDate'] }));
export type IdentitySearchInput = z.infer<typeof identitySearchInput>;

export const identitySearchOutput = z.object({
  rows: z.array(patientRow),
  /** True when more records answer than were returned: refine, there is no next page. */
  truncated: z.boolean(),
});
export type IdentitySearchOutput = z.infer<typeof identitySearchOutput>;

/**
 * Creates (no `patientRef`) or changes a record (then `version` is needed). The whole form travels: an optional field that
 * is left out is emptied, except `traits.firstNames`, kept as long as the first first name stays.
 */
export const identitySaveInput = z
  .object({
    patientRef: z.optional(patientRef),
    version: z.optional(version),
    traits: traitsInput,
    usedName: z.optional(typedName),
    usedFirstName: z.optional(typedName),
    deceased: z.optional(z.boolean()),
    /** True once the user read what a change of a locked trait does (INS dropped, status lowered). */
    acknowledgeConsequences: z.optional(z.boolean()),
    /**
     * With a locked trait: the document already checked bears the new value, so that only the INS is lost (QUAL → VALI,
     * Guide INS rule 27). Default true; `false` takes the document too (→ PROV).
     */
    documentProves: z.optional(z.boolean()),
    /** How the identity was collected: typed, carte Vitale, datamatrix, appli carte Vitale. */
    collectedBy: z.optional(z.enum(['SM', 'CV', 'CB', 'AV'])),
  })
  .check(z.refine((value) => value.patientRef === undefined || value.version !== undefined, { path: ['version'] }));
export type IdentitySaveInput = z.infer<typeof identitySaveInput>;

export const identitySaveOutput = z.object({
  patient: patientView,
  effects: z.array(identityEffect),
  /** What the normalisation changed in what was typed. */
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string(), index: z.int() })),
  /** Warnings that did not prevent the write. */
  findings: z.array(findingView),
});
export type IdentitySaveOutput = z.infer<typeof identitySaveOutput>;

export const identityTransitionInput = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('documentChecked'),
    patientRef,
    version,
    document: z.object({ type: code, expiresOn: z.optional(day), companion: z.optional(code) }),
    /** The user saw that the document bears the traits of the record. */
    coherent: z.boolean(),
  }),
  z.object({
    type: z.enum([
      'documentNotGenuine',
      'setDouteuse',
      'clearDouteuse',
      'setFictive',
      'clearFictive',
      'setHomonyme',
      'clearHomonyme',
    ]),
    patientRef,
    version,
  }),
]);
export type IdentityTransitionInput = z.infer<typeof identityTransitionInput>;

export const identityChangeOutput = z.object({ patient: patientView, effects: z.array(identityEffect) });
export type IdentityChangeOutput = z.infer<typeof identityChangeOutput>;

/** One change of a record: who, when, from which status to which. */
export const historyEntry = z.object({
  at: instant,
  by: z.string(),
  /** `create`, `edit`, `insiFound`, `documentChecked`… */
  event: z.string(),
  from: z.optional(identityStatus),
  to: identityStatus,
  attributes: z.array(identityAttribute),
  /** Names of the fields that changed, never their values. */
  fields: z.optional(z.array(z.string())),
  messageId: z.optional(z.string()),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** A former INS: told by INSi (dates as received, even odd ones), or invalidated here. */
export const formerIns = z.object({
  ins: insView,
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  invalidatedAt: z.optional(z.string()),
  reason: z.optional(z.enum(['douteuse', 'fictive', 'traitEdited', 'verificationKo', 'notGenuine', 'replaced'])),
});
export type FormerIns = z.infer<typeof formerIns>;

export const identityHistoryOutput = z.object({
  entries: z.array(historyEntry),
  /** Former matricules, from INSi or invalidated here. */
  formerIns: z.array(formerIns),
});
export type IdentityHistoryOutput = z.infer<typeof identityHistoryOutput>;

export const identityDuplicatesInput = z.object({ patientRef: z.optional(patientRef), cursor: z.optional(handle) });
export type IdentityDuplicatesInput = z.infer<typeof identityDuplicatesInput>;

export const duplicateGroup = z.object({
  why: z.enum(['sameIns', 'sameTraits', 'sameBirthDateCloseName']),
  patients: z.array(patientRow),
});
export type DuplicateGroup = z.infer<typeof duplicateGroup>;

export const identityDuplicatesOutput = z.object({ groups: z.array(duplicateGroup), next: z.optional(handle) });
export type IdentityDuplicatesOutput = z.infer<typeof identityDuplicatesOutput>;
