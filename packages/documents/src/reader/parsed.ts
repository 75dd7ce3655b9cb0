import type { Finding } from '@socle-sante/core/finding';
import type { XmlElement } from '@socle-sante/wire/xml';
import type { CdaCode, CdaId } from './data-types.js';
import type { CdaAuthor, CdaHeader, CdaInformant, CdaSubject } from './header.js';
import type { CdaEntry } from './statement.js';

/** What stood around the `ClinicalDocument`: a self-presentable document, an enveloping signature, something else. */
export type CdaWrapper = 'none' | 'stylesheet' | 'signature' | 'other';

/**
 * A base64 content of a document (body of an N1, `observationMedia`, `regionOfInterest`). Long ones stay where they are in
 * the bytes that were read; nothing is decoded before {@link mediaBytes} asks for it.
 */
export interface CdaMedia {
  readonly mediaType?: string;
  /** `B64` for bytes; anything else is text. */
  readonly representation?: string;
  readonly charset?: string;
  readonly language?: string;
  readonly nullFlavor?: string;
  /** `reference/@value`: a content that is elsewhere. It is never fetched. */
  readonly reference?: string;
  /** `@ID` of the element that carries it: what `renderMultiMedia` names. */
  readonly id?: string;
  /** The `text` or `value` element. */
  readonly element: XmlElement;
  /** Base64 characters, white space included, in the bytes that were read: present when the content is long. */
  readonly encoded?: Uint8Array;
}

export interface CdaNonXmlBody {
  readonly kind: 'nonXml';
  readonly media: CdaMedia;
  /** `nonXMLBody/languageCode/@code`. */
  readonly languageCode?: string;
  readonly confidentialityCode?: CdaCode;
  readonly element: XmlElement;
}

export interface CdaStructuredBody {
  readonly kind: 'structured';
  readonly sections: readonly CdaSection[];
  readonly languageCode?: string;
  readonly confidentialityCode?: CdaCode;
  readonly element: XmlElement;
}

/** N1, N3, or a document without a body that we know. */
export type CdaBody = CdaNonXmlBody | CdaStructuredBody | { readonly kind: 'none' };

export interface CdaSection {
  readonly templateIds: readonly CdaId[];
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly title?: string;
  readonly languageCode?: string;
  readonly confidentialityCode?: CdaCode;
  readonly nullFlavor?: string;
  /** Own authors: they take the place of those of the level above. Empty: the level above speaks. */
  readonly authors: readonly CdaAuthor[];
  /** Own informants, same rule. */
  readonly informants: readonly CdaInformant[];
  /** Of whom the section speaks when it is not the patient: its own `subject`, else that of the section above. */
  readonly subject?: CdaSubject;
  /** `@ID` of the section. */
  readonly xmlId?: string;
  /** The `text` element: {@link readNarrative} makes a safe tree of it. */
  readonly text?: XmlElement;
  readonly entries: readonly CdaEntry[];
  readonly sections: readonly CdaSection[];
  readonly element: XmlElement;
}

/** Which model a document says it follows (by its templateIds, never by its code, which several models share). */
export interface CdaModel {
  /** The models of the ANS kit, `n1`, or `unknown`. */
  readonly id: string;
  readonly level: 'N1' | 'N3' | 'none';
  /** Short name, `VSM`, `CR-BIO`; the template when it is not a known one. */
  readonly name: string;
  /** The template of the model, without the two of every French document. */
  readonly template?: string;
  /** `@extension` of that template, for example `2024.01`. */
  readonly version?: string;
  /** International profiles named beside it. */
  readonly otherTemplates: readonly string[];
}

/** A CDA document, read. `document` keeps everything that was written, also what the typed part does not know. */
export interface ParsedCda {
  /** The root that was read, which may be a wrapper. */
  readonly root: XmlElement;
  /** The `ClinicalDocument` element. */
  readonly document: XmlElement;
  readonly wrapper: CdaWrapper;
  readonly header: CdaHeader;
  readonly body: CdaBody;
  readonly model: CdaModel;
  /** Every `@ID` of the document; an ID that is given twice keeps its first element. */
  readonly ids: ReadonlyMap<string, XmlElement>;
  /** Long base64 texts, left out of the tree: element to the characters in the bytes that were read. */
  readonly elided: ReadonlyMap<XmlElement, Uint8Array>;
  /** Remarks of the reader: references to nothing, IDs given twice, unreadable values. Not a validation. */
  readonly findings: readonly Finding[];
}
