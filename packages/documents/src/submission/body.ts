/** Contents that go into the document as they are. */
export type UnstructuredKind = 'pdf' | 'text' | 'rtf' | 'jpeg' | 'tiff';

/** Media type of each unstructured content. */
export const BODY_MEDIA_TYPES = {
  pdf: 'application/pdf',
  text: 'text/plain',
  rtf: 'text/rtf',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
} as const satisfies Readonly<Record<UnstructuredKind, string>>;

/** A file in the document (CDA N1). In SUBMISSION.json `content` is `{ "file": "letter.pdf" }` or `{ "base64": "…" }`. */
export interface UnstructuredBody {
  readonly kind: UnstructuredKind;
  readonly content: Uint8Array;
  /** Language of the content, when it is not that of the header: `en-GB`. */
  readonly language?: string;
}

/** A document that the vendor wrote: kept byte for byte. */
export interface CdaBody {
  readonly kind: 'cda';
  readonly content: Uint8Array;
}
