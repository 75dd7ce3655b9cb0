import * as z from 'zod/mini';
import { coded, personLine } from './coded.js';
import { documentRow } from './dmp-documents.js';
import { findingView } from './finding.js';
import { insView, sex } from './identity.js';
import { documentHandle, handle, instant, patientRef } from './scalars.js';

/** A document of the DMP. `version` is the handle of one of its versions. */
export const documentInput = z.object({ patientRef, handle: documentHandle });
export type DocumentInput = z.infer<typeof documentInput>;

const style = z.enum(['bold', 'italic', 'underline', 'emphasis', 'strikethrough', 'code']);

/** A run of text inside a paragraph, an item or a cell. */
export type NarrativeInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'styled';
      readonly styles: readonly z.infer<typeof style>[];
      readonly children: readonly NarrativeInline[];
    }
  | { readonly kind: 'subscript' | 'superscript'; readonly children: readonly NarrativeInline[] }
  /** Number or symbol of a footnote, and its text. */
  | { readonly kind: 'footnote'; readonly children: readonly NarrativeInline[] }
  /** Address written in the document: shown as text with its target, never opened by itself. */
  | { readonly kind: 'link'; readonly href?: string; readonly children: readonly NarrativeInline[] }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string };

/** A block of a section. */
export type NarrativeBlock =
  | { readonly kind: 'paragraph'; readonly caption?: string; readonly children: readonly NarrativeInline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly caption?: string;
      readonly items: readonly { readonly children: readonly NarrativeBlock[] }[];
    }
  | {
      readonly kind: 'table';
      readonly caption?: string;
      readonly rows: readonly {
        readonly group: 'head' | 'body' | 'foot';
        readonly cells: readonly {
          readonly header: boolean;
          readonly scope?: 'col' | 'row';
          readonly colSpan?: number;
          readonly rowSpan?: number;
          readonly align?: 'left' | 'center' | 'right';
          readonly children: readonly NarrativeBlock[];
        }[];
      }[];
    };

/** One section of a structured body. */
export interface SectionView {
  readonly title?: string;
  readonly code?: z.infer<typeof coded>;
  /** Language when it is not the one of the document. */
  readonly language?: string;
  readonly blocks: readonly NarrativeBlock[];
  readonly sections: readonly SectionView[];
}

const inline: z.ZodMiniType<NarrativeInline> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('break') }),
    z.object({ kind: z.literal('styled'), styles: z.array(style), children: z.array(inline) }),
    z.object({ kind: z.enum(['subscript', 'superscript']), children: z.array(inline) }),
    z.object({ kind: z.literal('footnote'), children: z.array(inline) }),
    z.object({ kind: z.literal('link'), href: z.optional(z.string()), children: z.array(inline) }),
    // An image of the document itself: never an address.
    z.object({
      kind: z.literal('image'),
      src: z.string().check(z.regex(/^data:image\/(?:png|jpeg|gif);base64,/)),
      alt: z.string(),
    }),
  ]),
) as z.ZodMiniType<NarrativeInline>;

const block: z.ZodMiniType<NarrativeBlock> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('paragraph'), caption: z.optional(z.string()), children: z.array(inline) }),
    z.object({
      kind: z.literal('list'),
      ordered: z.boolean(),
      caption: z.optional(z.string()),
      items: z.array(z.object({ children: z.array(block) })),
    }),
    z.object({
      kind: z.literal('table'),
      caption: z.optional(z.string()),
      rows: z.array(
        z.object({
          group: z.enum(['head', 'body', 'foot']),
          cells: z.array(
            z.object({
              header: z.boolean(),
              scope: z.optional(z.enum(['col', 'row'])),
              colSpan: z.optional(z.int()),
              rowSpan: z.optional(z.int()),
              align: z.optional(z.enum(['left', 'center', 'right'])),
              children: z.array(block),
            }),
          ),
        }),
      ),
    }),
  ]),
) as z.ZodMiniType<NarrativeBlock>;

const section: z.ZodMiniType<SectionView> = z.lazy(() =>
  z.object({
    title: z.optional(z.string()),
    code: z.optional(coded),
    language: z.optional(z.string()),
    blocks: z.array(block),
    sections: z.array(section),
  }),
) as z.ZodMiniType<SectionView>;

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
  z.object({ kind: z.literal('n3'), sections: z.array(section), pdfCopy: z.optional(z.object({ size: z.int() })) }),
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
