import type { Finding } from '@socle-sante/core/finding';
import type { CdaCode } from '../reader/data-types.js';
import type { NarrativeNode } from './nodes.js';

/** A section of a document to show: heading, narrative, sub-sections. */
export interface NarrativeSection {
  /** Level of its heading: 2 to 6, the title of the document being 1. */
  readonly level: 2 | 3 | 4 | 5 | 6;
  /** Title, else the label of its code. */
  readonly title?: string;
  readonly code?: CdaCode;
  readonly id?: string;
  /** The copy of the whole document as PDF (FR-Document-PDF-copie): shown first, not among the others. */
  readonly pdfCopy: boolean;
  readonly nodes: readonly NarrativeNode[];
  readonly sections: readonly NarrativeSection[];
}

/** What a media is: `verified` when the bytes are of the declared type. */
export interface NarrativeMediaItem {
  /** `@ID` of the `observationMedia`, `body` for the content of an N1, `media-n` for one without ID. */
  readonly id: string;
  readonly declaredType?: string;
  /** What the first bytes say. */
  readonly detectedType?: string;
  /** Size of the decoded content, in bytes. */
  readonly size: number;
  /** The type to give to the bytes when they are shown or saved: the one they are, else `application/octet-stream`. */
  readonly contentType: string;
  /** The declared type is the one of the bytes. */
  readonly verified: boolean;
  /** How it may be shown (an image under the name of another kind of image still is one): an image, a PDF in a sandboxed frame or as a file, a text, a file only, or not at all. */
  readonly display: 'image' | 'pdf' | 'text' | 'file' | 'none';
  /** Rule that explains `none`, or a type that does not agree. */
  readonly rule?: string;
}

/** A document made safe to show: plain data only, without the base64 contents. */
export interface NarrativeDocument {
  readonly kind: 'N1' | 'N3' | 'none';
  readonly sections: readonly NarrativeSection[];
  readonly medias: readonly NarrativeMediaItem[];
  /** ID of the media to show first: content of an N1, or PDF copy of an N3. */
  readonly primary?: string;
  /** The text of an N1 in text/plain. */
  readonly plainText?: string;
  /** Something was left out because a bound was reached: show the file itself. */
  readonly truncated: boolean;
  readonly findings: readonly Finding[];
}
