/** Models of structured documents (CDA N3) that the builder writes. */
export type StructuredModel = 'vsm' | 'cr-bio' | 'ldl-ses' | 'cse-mde';

/** A structured content. Its type depends on the model: see `documents/cda`. */
export interface StructuredBody {
  readonly kind: 'structured';
  readonly model: StructuredModel;
  readonly content: unknown;
  /** The PDF copy of the document (FR-Document-PDF-copie), mandatory for the biology report. */
  readonly pdfCopy?: Uint8Array;
}
