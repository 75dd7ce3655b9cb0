import type { Coded } from '@socle-sante/core/coded';
import type { Finding } from '@socle-sante/core/finding';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import type { SubmissionDocument, SubmissionPatient } from '../submission/types.js';
import type { Narrator } from './narrative.js';

/** Says that a field of the document is asked for, when it is not there. Paths are relative to the document. */
export type Need = (there: boolean, path: readonly (string | number)[]) => void;

export interface ModelContext {
  /** Creation of the document: an ISO instant with its offset. */
  readonly createdAt: string;
  /** The document, completed: for what a model repeats from its header. */
  readonly document: SubmissionDocument;
}

/** Section of the documents that come along, where the model has its own. */
export interface AttachmentsPlace {
  readonly templateId: string;
  readonly code: Coded;
  readonly title: string;
}

/** What one model of structured documents asks of the header, and how its body is written. One file a model holds it whole. */
export interface ModelDefinition<Content> {
  /** Templates of the document after the two that every document has. */
  readonly templateIds: readonly { readonly root: string; readonly extension?: string }[];
  /** Type of the document. */
  readonly type: Coded;
  /** Other types that the model takes. */
  readonly otherTypes?: readonly Coded[];
  /** The official rules compare the label of the type to the letter. */
  readonly exactLabel?: boolean;
  /** Title that the model fixes. */
  readonly title?: string;
  /** Code of the first act, when the model fixes it. */
  readonly act?: Coded;
  readonly pdfCopy: 'mandatory' | 'optional';
  /** The model has a place for documents that come along: FR-Documents-ajoutes (`true`), or a section of its own. */
  readonly attachments?: true | AttachmentsPlace;
  /** The document with what the model fixes of its header, besides the title and the code of the act: templates, defaults. */
  readonly complete?: (document: SubmissionDocument) => SubmissionDocument;
  /** What the model asks of the header and of the content, besides the rules of every document. Never throws. */
  readonly check?: (document: SubmissionDocument, content: Content, need: Need) => readonly Finding[];
  /** What the model asks of the patient. */
  readonly checkPatient?: (patient: SubmissionPatient) => readonly Finding[];
  /** The sections, in order, without the PDF copy. */
  readonly sections: (narrator: Narrator, content: Content, context: ModelContext) => XmlElementNode[];
}
