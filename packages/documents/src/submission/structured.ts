import type { CrBioContent } from '../models/schema/cr-bio.js';
import type { CseMdeContent } from '../models/schema/cse-mde.js';
import type { LdlSesContent } from '../models/schema/ldl-ses.js';
import type { VsmContent } from '../models/schema/vsm.js';

/** The content of each model of structured documents (CDA N3) that the builder writes. */
export interface StructuredContents {
  /** Volet de synthèse médicale. */
  readonly vsm: VsmContent;
  /** Compte rendu d’examens de biologie médicale. */
  readonly 'cr-bio': CrBioContent;
  /** Lettre de liaison à la sortie d’un établissement de santé. */
  readonly 'ldl-ses': LdlSesContent;
  /** Mesures de signes vitaux. */
  readonly 'cse-mde': CseMdeContent;
}

export type StructuredModel = keyof StructuredContents;

/** A structured content: the narrative and the entries are made from it together. */
export type StructuredBody = {
  readonly [Model in StructuredModel]: {
    readonly kind: 'structured';
    readonly model: Model;
    readonly content: StructuredContents[Model];
    /** The PDF copy of the document (FR-Document-PDF-copie), mandatory for the biology report. */
    readonly pdfCopy?: Uint8Array;
  };
}[StructuredModel];
