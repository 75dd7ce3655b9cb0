import * as z from 'zod/mini';
import { coded } from './coded.js';
import { day, handle, instant, patientRef } from './scalars.js';
import { channelState } from './submission.js';

/** A document of the record, as the vendor keeps it. */
export const recordDocument = z.object({
  /** The vendor's opaque key of the document. */
  documentRef: handle,
  title: z.string(),
  type: z.optional(coded),
  at: instant,
  mediaType: z.string(),
  size: z.int(),
  origin: z.enum(['own', 'dmp', 'mss']),
  version: z.optional(z.string()),
  /** What became of it in the DMP (HISTO.01). */
  dmp: z.optional(z.object({ state: channelState, at: instant })),
  /** Hidden from the patient until an announcement: when to show it. */
  remindOn: z.optional(day),
  hold: z.optional(z.object({ by: z.string(), at: instant, reason: z.optional(z.string()) })),
});
export type RecordDocument = z.infer<typeof recordDocument>;

export const recordDocumentsInput = z.object({ patientRef });
export type RecordDocumentsInput = z.infer<typeof recordDocumentsInput>;
export const recordDocumentsOutput = z.object({ documents: z.array(recordDocument) });
export type RecordDocumentsOutput = z.infer<typeof recordDocumentsOutput>;

/** Takes a document that the DMP deleted out of the record, once the user validated it (CDA/DD.05). */
export const recordRemoveInput = z.object({ patientRef, documentRef: handle });
export type RecordRemoveInput = z.infer<typeof recordRemoveInput>;
export const recordRemoveOutput = z.object({ removed: z.boolean() });
export type RecordRemoveOutput = z.infer<typeof recordRemoveOutput>;
