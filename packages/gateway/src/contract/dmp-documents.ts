import * as z from 'zod/mini';
import { coded, personLine } from './coded.js';
import { findingView } from './finding.js';
import { day, documentHandle, handle, instant, patientRef } from './scalars.js';

const codes = z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(200));

/** Criteria of a search (TD3.1). Without period, the active documents of the last two years; `all` lifts the limit. */
export const dmpQuery = z.object({
  period: z.optional(z.union([z.object({ from: z.optional(day), to: z.optional(day) }), z.literal('all')])),
  /** Codes of class (10 compte rendu, 11 synthèse…). */
  classes: z.optional(codes),
  /** Codes of JDV_J66. */
  types: z.optional(codes),
  /** Codes of JDV_J62. */
  settings: z.optional(codes),
  /** Codes of JDV_J61. */
  facilities: z.optional(codes),
  /** Start of the author's family name. */
  author: z.optional(z.string().check(z.maxLength(100))),
  /** Active documents always come; these come too when asked (EX_3.1-1030). */
  include: z.optional(z.array(z.enum(['archived', 'masked', 'replaced', 'deleted'])).check(z.maxLength(4))),
  /** Since this user last looked at this DMP (EX_3.1-1020). */
  since: z.optional(z.literal('last-visit')),
  /** The next rows of the same search: no call is made to the DMP. */
  cursor: z.optional(handle),
});
export type DmpQuery = z.infer<typeof dmpQuery>;

/** What may be done with a document; the server decides, an absent action is an absent control. */
export const documentAction = z.enum([
  'open',
  'integrate',
  'replace',
  'delete',
  'mask',
  'unmask',
  'show',
  'showLegal',
  'archive',
  'unarchive',
]);
export type DocumentAction = z.infer<typeof documentAction>;

export const documentVisibility = z.enum(['normal', 'masked-pro', 'hidden-patient', 'hidden-legal']);
export type DocumentVisibility = z.infer<typeof documentVisibility>;
export const documentStatus = z.enum(['approved', 'archived', 'deprecated', 'deleted']);
export type DocumentStatus = z.infer<typeof documentStatus>;

/** One document of the DMP in a list. */
export const documentRow = z.object({
  handle: documentHandle,
  type: coded,
  /** Class of the type (JDV_J57). */
  class: coded,
  title: z.string(),
  /** UTC; the page shows the local time (EX_3.1-1070). */
  actStart: z.string(),
  actEnd: z.optional(z.string()),
  createdAt: z.string(),
  authors: z.array(personLine),
  /** `own`: deposited by this structure. Documents of the patient are shown apart (EX_3.1-1040). */
  origin: z.enum(['pro', 'patient', 'assurance-maladie', 'own']),
  visibility: z.array(documentVisibility),
  status: documentStatus,
  facility: z.optional(coded),
  setting: z.optional(coded),
  mediaType: z.optional(z.string()),
  /** Octets. */
  size: z.optional(z.int()),
  /** Already in the record: the same document, by its uniqueId. */
  filed: z.optional(z.object({ at: instant, version: z.string() })),
  actions: z.array(documentAction),
});
export type DocumentRow = z.infer<typeof documentRow>;

export const dmpSearchInput = z.object({ patientRef, query: z.optional(dmpQuery) });
export type DmpSearchInput = z.infer<typeof dmpSearchInput>;

export const dmpSearchOutput = z.object({
  rows: z.array(documentRow),
  /** Documents found, all batches together. */
  total: z.int(),
  /** Give it as `query.cursor` for the next batch of 20. */
  next: z.optional(handle),
  /** Instant of the list. */
  at: instant,
  /** The period that was applied; absent when there was none. Always said on screen. */
  period: z.optional(z.object({ from: z.optional(z.string()), to: z.optional(z.string()) })),
  /** Why there is no row. */
  emptyReason: z.optional(z.enum(['none', 'filters'])),
  /** What did not come: both the rows and this are shown. */
  missing: z.array(findingView),
});
export type DmpSearchOutput = z.infer<typeof dmpSearchOutput>;

export const updateReason = z.enum(['wrongDocument', 'wrongRecord', 'patientRequest', 'other']);
export type UpdateReason = z.infer<typeof updateReason>;

/** TD3.3a mask and unmask, TD3.3b visibility, TD3.3c delete, TD3.3d archive and unarchive. */
export const dmpUpdateInput = z.object({
  patientRef,
  handle: documentHandle,
  action: z.enum(['delete', 'mask', 'unmask', 'show', 'showLegal', 'archive', 'unarchive']),
  /** Required to delete. */
  reason: z.optional(z.object({ code: updateReason, text: z.optional(z.string().check(z.maxLength(300))) })),
});
export type DmpUpdateInput = z.infer<typeof dmpUpdateInput>;

export const dmpUpdateOutput = z.object({
  /** The document as it is now, under a new handle; absent when it was deleted. */
  row: z.optional(documentRow),
  /** The document also left by MSSanté: offer to tell its recipients. */
  tellRecipients: z.boolean(),
});
export type DmpUpdateOutput = z.infer<typeof dmpUpdateOutput>;

export const dmpNewCountsInput = z.object({
  patientRef,
  /** Default: since this user last looked, else the last two years. */
  since: z.optional(z.union([z.literal('last-visit'), z.object({ from: day, to: z.optional(day) })])),
  types: z.optional(codes),
});
export type DmpNewCountsInput = z.infer<typeof dmpNewCountsInput>;

/** A group of types, as the site sets them (minimum list of DMP/UX.17). */
export const documentGroup = z.object({
  id: z.string().check(z.maxLength(40)),
  labels: z.object({ fr: z.string(), en: z.string() }),
  types: z.array(z.string()),
});
export type DocumentGroup = z.infer<typeof documentGroup>;

/** The one automatic search after TD0.2: counts only, no title, none of the documents of one's own structure. */
export const dmpNewCountsOutput = z.object({
  since: instant,
  at: instant,
  total: z.int(),
  counts: z.array(z.object({ group: documentGroup, count: z.int() })),
  /** Documents of the record that changed in the DMP (CDA/DD.05): for `DmpVersionAlert`. */
  changes: z.array(
    z.object({
      /** Key of the document in the record. */
      documentRef: handle,
      title: z.string(),
      kind: z.enum(['newer', 'deleted']),
      /** The newer version. */
      handle: z.optional(documentHandle),
    }),
  ),
});
export type DmpNewCountsOutput = z.infer<typeof dmpNewCountsOutput>;
