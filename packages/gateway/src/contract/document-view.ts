import * as z from 'zod/mini';
import { coded, personLine } from './coded.js';
import { documentRow } from './dmp-documents.js';
import { findingView } from './finding.js';
import { insView, sex } from './identity.js';
import { narrativeMedia, section } from './narrative.js';
import { documentHandle, handle, instant, patientRef } from './scalars.js';

/** A document of the DMP. `version` is the handle of one of its versions. */
export const documentInput = z.object({ patientRef, handle: documentHandle });
export type DocumentInput = z.infer<typeof documentInput>;

/** Header of a document: every mandatory field is readable in every mode (CDA/VISU.01). */
export const documentHeader = z.object({
  title: z.string(),
  type: coded,
  createdAt: z.string(),
  language: z.optional(z.string()),
  confidentiality: z.optional(coded),
  version: z.optional(z.string()),
  /** The identity that the document itself carries: shown, and compared with the record. */
  patient: z.object({
    birthName: z.optional(z.string()),
    usedName: z.optional(z.string()),
    firstName: z.optional(z.string()),
    firstNames: z.optional(z.string()),
    sex: z.optional(sex),
    /** As in the document: may be a lunar or partial date. */
    birthDate: z.optional(z.string()),
    birthPlace: z.optional(z.string()),
    ins: z.optional(insView),
  }),
  authors: z.array(personLine),
  legalAuthenticator: z.optional(personLine),
  custodian: z.optional(z.string()),
  /** Acts that the document tells of, the main one first. */
  acts: z.array(
    z.object({
      label: z.optional(z.string()),
      start: z.optional(z.string()),
      end: z.optional(z.string()),
      performer: z.optional(personLine),
    }),
  ),
  encounter: z.optional(
    z.object({
      start: z.optional(z.string()),
      end: z.optional(z.string()),
      facility: z.optional(coded),
      setting: z.optional(coded),
    }),
  ),
  /** Informants, recipients, participants, other authenticators. */
  others: z.array(personLine),
});
export type DocumentHeader = z.infer<typeof documentHeader>;

/** What there is to show. The octets come with `dmp.document.bytes`. */
export const documentBody = z.discriminatedUnion('kind', [
  /** One file: PDF, image, or text. `text` is there for text and RTF. */
  z.object({
    kind: z.literal('n1'),
    mediaType: z.string(),
    size: z.int(),
    text: z.optional(z.string()),
  }),
  /** Sections; `pdfCopy` when the author joined a PDF of the same content. */
  z.object({
    kind: z.literal('n3'),
    /** Name of the model: `VSM`, `CR-BIO`… */
    model: z.optional(z.string()),
    sections: z.array(section),
    medias: z.array(narrativeMedia),
    pdfCopy: z.optional(z.object({ size: z.int() })),
    /** A bound was reached: the whole of it is in the file. */
    truncated: z.boolean(),
  }),
  /** Reference of an imaging study (DICOM KOS). */
  z.object({ kind: z.literal('kos'), studyUid: z.optional(z.string()) }),
  z.object({ kind: z.literal('unsupported'), mediaType: z.string() }),
]);
export type DocumentBody = z.infer<typeof documentBody>;

export const documentRenderingMode = z.enum(['producer', 'native', 'pdf']);
export type DocumentRenderingMode = z.infer<typeof documentRenderingMode>;

/** A document, read. */
export const dmpDocument = z.object({
  row: documentRow,
  header: documentHeader,
  body: documentBody,
  /** The octets received against the digest and the size that the list announced. */
  integrity: z.enum(['ok', 'mismatch', 'not-announced']),
  identityCheck: z.object({
    verdict: z.enum(['same', 'different', 'not-compared']),
    /** Traits that differ: `birthName`, `firstName`, `sex`, `birthDate`, `ins`. */
    fields: z.array(z.string()),
  }),
  /** The record already holds this document: show the local one (CDA/DD.04). */
  localCopy: z.optional(z.object({ documentRef: handle, at: instant, version: z.string() })),
  /** Newest first. */
  versions: z.array(
    z.object({
      handle: documentHandle,
      version: z.string(),
      createdAt: z.string(),
      status: z.enum(['approved', 'archived', 'deprecated', 'deleted']),
      current: z.boolean(),
    }),
  ),
  /** Modes that this document has. */
  renderings: z.array(documentRenderingMode),
  /** What the validation of the document says. */
  findings: z.array(findingView),
});
export type DmpDocument = z.infer<typeof dmpDocument>;

export const documentRenderingInput = z.object({
  patientRef,
  handle: documentHandle,
  mode: z.enum(['producer', 'native']),
});
export type DocumentRenderingInput = z.infer<typeof documentRenderingInput>;

/**
 * A whole HTML page with its own policy (`default-src 'none'`), to give as `srcdoc` to an
 * `<iframe sandbox="allow-same-origin allow-modals">`.
 */
export const documentRendering = z.object({ mode: z.enum(['producer', 'native']), html: z.string() });
export type DocumentRendering = z.infer<typeof documentRendering>;

/** `document`: the CDA as received; `body`: the file inside an N1; `pdf`: the PDF copy of an N3. */
export const documentBytesInput = z.object({
  patientRef,
  handle: documentHandle,
  part: z.optional(z.enum(['document', 'body', 'pdf'])),
});
export type DocumentBytesInput = z.infer<typeof documentBytesInput>;

/** A file. */
export const documentBytes = z.object({
  bytes: z.instanceof(Uint8Array),
  mediaType: z.string(),
  fileName: z.optional(z.string()),
});
export type DocumentBytes = z.infer<typeof documentBytes>;

export const documentIntegrateInput = z.object({
  patientRef,
  handle: documentHandle,
  /** The user saw that the identity of the document differs from the record, and goes on. */
  identityAcknowledged: z.optional(z.boolean()),
});
export type DocumentIntegrateInput = z.infer<typeof documentIntegrateInput>;

export const documentIntegrateOutput = z.object({
  documentRef: handle,
  at: instant,
  version: z.string(),
  /** It was there already: nothing was added. */
  already: z.boolean(),
});
export type DocumentIntegrateOutput = z.infer<typeof documentIntegrateOutput>;
