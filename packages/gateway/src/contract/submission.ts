import * as z from 'zod/mini';
import { coded } from './coded.js';
import { uiError } from './error.js';
import { findingView } from './finding.js';
import { code, day, documentHandle, handle, instant, patientRef } from './scalars.js';

export const channel = z.enum(['dmp', 'mss-pro', 'mss-patient', 'pfi']);
export type Channel = z.infer<typeof channel>;

/** `prepared → queued → sending → accepted → sent | refused | needs-user | held | cancelled`. */
export const channelState = z.enum([
  'prepared',
  'queued',
  'sending',
  'accepted',
  'sent',
  'refused',
  'needs-user',
  'held',
  'cancelled',
]);
export type ChannelState = z.infer<typeof channelState>;

export const submissionChannel = z.object({
  channel,
  state: channelState,
  error: z.optional(uiError),
  nextTryAt: z.optional(instant),
  /** Of the last change. */
  at: instant,
  attempts: z.optional(z.int()),
});
export type SubmissionChannel = z.infer<typeof submissionChannel>;

/** A sending and what became of it, document by document, channel by channel. */
export const submission = z.object({
  ref: handle,
  patientRef,
  createdAt: instant,
  by: z.string(),
  documents: z.array(
    z.object({
      title: z.string(),
      type: coded,
      /** Key of the document in the record. */
      documentRef: z.optional(handle),
      channels: z.array(submissionChannel),
      replaces: z.optional(z.boolean()),
    }),
  ),
  hold: z.optional(z.object({ by: z.string(), at: instant, reason: z.optional(z.string()) })),
  /** What this session may do with it. */
  actions: z.array(z.enum(['replay', 'cancel'])),
});
export type Submission = z.infer<typeof submission>;

/** What the user corrects of what was derived. A field that is absent keeps its derived value. */
export const depositDescription = z.object({
  /** Code of JDV_J66. */
  type: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  actStart: z.optional(instant),
  actEnd: z.optional(instant),
  /** Code of an act of the site's list. */
  act: z.optional(z.string().check(z.maxLength(100))),
  /** Keys of `Derivation.choices`. */
  author: z.optional(handle),
  signer: z.optional(handle),
  /** Code of JDV_J62 (the practice setting of the structure). */
  setting: z.optional(z.string().check(z.maxLength(100))),
  comments: z.optional(z.string().check(z.maxLength(1_000))),
});
export type DepositDescription = z.infer<typeof depositDescription>;

/** What must not be seen, and by whom. Absent or false: the document is seen by all who have the right. */
export const depositVisibility = z.object({
  maskPro: z.optional(z.boolean()),
  /** Before an announcement only: it can be shown later, never hidden again. */
  hidePatient: z.optional(z.boolean()),
  /** Minors only. */
  hideLegal: z.optional(z.boolean()),
  /** Reminder to show it to the patient. Required with `hidePatient`. */
  remindOn: z.optional(day),
});
export type DepositVisibility = z.infer<typeof depositVisibility>;

/** The document to prepare: the file of this request, a document of the record, or one that the site's software composes. */
export const depositSource = z.discriminatedUnion('kind', [
  /** The part `file` of the request: PDF, text, RTF, JPEG, TIFF, or a CDA document. */
  z.object({ kind: z.literal('file'), name: z.optional(z.string().check(z.maxLength(200))) }),
  z.object({ kind: z.literal('record'), documentRef: handle }),
  /** Composed by the software of the site from the record (a structured summary, a letter): `ref` is a key of the vendor's. */
  z.object({ kind: z.literal('composed'), ref: handle }),
  /** Prepared before: the same content under a corrected description. */
  z.object({ kind: z.literal('derivation'), derivationRef: handle }),
]);
export type DepositSource = z.infer<typeof depositSource>;

/**
 * Prepares a sending without sending anything. The request is `multipart/form-data`: part `input` holds this object as
 * JSON, part `file` the document when `source.kind` is `file`.
 */
export const submissionDeriveInput = z.object({
  patientRef,
  source: depositSource,
  description: z.optional(depositDescription),
  visibility: z.optional(depositVisibility),
  destinations: z.optional(z.array(channel).check(z.maxLength(4))),
  /** The document of the DMP that this one replaces. */
  replaces: z.optional(documentHandle),
  /** Make a PDF/A-1 of a text or an image. A PDF that is not PDF/A-1 cannot be converted: it is printed again by its author. */
  convert: z.optional(z.boolean()),
});
export type SubmissionDeriveInput = z.infer<typeof submissionDeriveInput>;

/** Steps of the wizard. */
export const depositStep = z.enum(['document', 'description', 'visibility', 'check', 'send']);
export type DepositStep = z.infer<typeof depositStep>;

export const derivedField = z.enum([
  'type',
  'title',
  'actStart',
  'actEnd',
  'act',
  'author',
  'signer',
  'setting',
  'comments',
]);
export type DerivedField = z.infer<typeof derivedField>;

/** Where a derived value comes from. */
export const derivedSource = z.enum([
  'document',
  'record',
  'session',
  'structure',
  'site',
  'default',
  'user',
  'replaced',
]);
export type DerivedSource = z.infer<typeof derivedSource>;

const permission = z.object({ allowed: z.boolean(), reason: z.optional(code) });

/** What was derived, what is wrong with it, and what may be chosen. */
export const derivation = z.object({
  derivationRef: handle,
  /** After this instant the file must be given again. */
  expiresAt: instant,
  document: z.object({
    kind: z.enum(['pdf', 'text', 'rtf', 'jpeg', 'tiff', 'cda-n1', 'cda-n3']),
    mediaType: z.string(),
    size: z.int(),
    pages: z.optional(z.int()),
    /** The file was converted to PDF/A-1. */
    converted: z.optional(z.boolean()),
    /** `convert: true` would make it a PDF/A-1. */
    convertible: z.optional(z.boolean()),
  }),
  fields: z.array(
    z.object({
      field: derivedField,
      /** Text to show; for a coded field its label. */
      value: z.optional(z.string()),
      /** The code, or the key of a choice. */
      key: z.optional(z.string()),
      source: z.optional(derivedSource),
      editable: z.boolean(),
    }),
  ),
  choices: z.object({
    /** JDV_J66, or the part of it that the site uses. */
    types: z.array(coded),
    authors: z.array(z.object({ key: handle, name: z.string() })),
    signers: z.array(z.object({ key: handle, name: z.string() })),
    settings: z.array(coded),
    acts: z.array(coded),
  }),
  visibility: z.object({
    value: depositVisibility,
    maskPro: permission,
    hidePatient: permission,
    hideLegal: permission,
  }),
  destinations: z.array(z.object({ channel, selected: z.boolean(), allowed: z.boolean(), reason: z.optional(code) })),
  replaces: z.optional(z.object({ title: z.string(), version: z.string() })),
  /**
   * What both layers say: rules of ours, and `official.*` where the site has them. `field`: where in the form it is mended; the path then
   * is `documents.0.<field>`.
   */
  findings: z.array(z.object({ ...findingView.shape, step: depositStep, field: z.optional(derivedField) })),
  /** `submission.preview` shows the document as it will be sent. */
  previewable: z.optional(z.boolean()),
  /** No finding stops it, and one destination is open. */
  canSend: z.boolean(),
});
export type Derivation = z.infer<typeof derivation>;

/** Shows a preparation: the document as it will be sent, in the software's own layout. */
export const submissionPreviewInput = z.object({ patientRef, derivationRef: handle });
export type SubmissionPreviewInput = z.infer<typeof submissionPreviewInput>;
/**
 * A whole HTML page with its own policy (`default-src 'none'`), to give as `srcdoc` to an
 * `<iframe sandbox="allow-same-origin allow-modals">`.
 */
export const submissionPreviewOutput = z.object({ html: z.string() });
export type SubmissionPreviewOutput = z.infer<typeof submissionPreviewOutput>;

/**
 * Sends what was prepared, in the background (202). One preparation is sent once: the same `Idempotency-Key`, and the same
 * preparation, give the first answer again.
 */
export const submissionCreateInput = z.object({
  patientRef,
  derivationRefs: z.array(handle).check(z.minLength(1), z.maxLength(50)),
});
export type SubmissionCreateInput = z.infer<typeof submissionCreateInput>;

export const submissionRefInput = z.object({ ref: handle });
export type SubmissionRefInput = z.infer<typeof submissionRefInput>;

export const submissionListInput = z.object({
  patientRef: z.optional(patientRef),
  states: z.optional(z.array(channelState).check(z.maxLength(9))),
  channels: z.optional(z.array(channel).check(z.maxLength(4))),
  cursor: z.optional(handle),
  limit: z.optional(z.int().check(z.gte(1), z.lte(500))),
});
export type SubmissionListInput = z.infer<typeof submissionListInput>;

export const submissionListOutput = z.object({
  submissions: z.array(submission),
  total: z.optional(z.int()),
  next: z.optional(handle),
  /** Sendings are suspended by a user (`submission.pause`). */
  paused: z.boolean(),
});
export type SubmissionListOutput = z.infer<typeof submissionListOutput>;

/** Sends again what failed, under the same uniqueIds. */
export const submissionReplayInput = z.object({ refs: z.array(handle).check(z.minLength(1), z.maxLength(200)) });
export type SubmissionReplayInput = z.infer<typeof submissionReplayInput>;
export const submissionReplayOutput = z.object({ submissions: z.array(submission) });
export type SubmissionReplayOutput = z.infer<typeof submissionReplayOutput>;

/** Takes a sending out of the queue. A reason is required. */
export const submissionCancelInput = z.object({
  ref: handle,
  reason: z.string().check(z.minLength(3), z.maxLength(300)),
});
export type SubmissionCancelInput = z.infer<typeof submissionCancelInput>;

/** Holds one document of the record back from the DMP, or lets it go (SC.DMP/ALI/PROG.03: for each document, never by default). */
export const submissionHoldInput = z.object({
  patientRef,
  documentRef: handle,
  held: z.boolean(),
  reason: z.optional(z.string().check(z.maxLength(300))),
});
export type SubmissionHoldInput = z.infer<typeof submissionHoldInput>;
export const submissionHoldOutput = z.object({
  documentRef: handle,
  hold: z.optional(z.object({ by: z.string(), at: instant, reason: z.optional(z.string()) })),
});
export type SubmissionHoldOutput = z.infer<typeof submissionHoldOutput>;

export const submissionPauseInput = z.object({ paused: z.boolean() });
export type SubmissionPauseInput = z.infer<typeof submissionPauseInput>;
export const submissionPauseOutput = z.object({ paused: z.boolean() });
export type SubmissionPauseOutput = z.infer<typeof submissionPauseOutput>;

/** One event of the stream `events`. */
export const gatewayEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('submission'), submission }),
  z.object({ type: z.literal('queue'), paused: z.boolean(), waiting: z.int() }),
  /** The consent of a patient changed: screens that show the DMP of this record look again. */
  z.object({
    type: z.literal('consent'),
    patientRef,
    consultation: z.enum(['given', 'presumed', 'refused', 'unknown']),
  }),
]);
export type GatewayEvent = z.infer<typeof gatewayEvent>;
