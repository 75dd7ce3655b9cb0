/**
 * The narrative of a section as a small tree of plain data (HL7 CDA R2 NarrativeBlock.xsd): nothing in it is markup, every
 * text is text, every link is of an allowed scheme, every number is bounded. A renderer makes elements of its own from it.
 */
export type NarrativeNode =
  | NarrativeText
  | NarrativeContent
  | NarrativeParagraph
  | NarrativeLink
  | NarrativeScript
  | NarrativeBreak
  | NarrativeFootnote
  | NarrativeFootnoteRef
  | NarrativeMedia
  | NarrativeList
  | NarrativeTable;

/** Styles that a renderer shows. Others of the document are ignored. */
export type NarrativeStyle =
  | 'bold'
  | 'italics'
  | 'underline'
  | 'emphasis'
  | 'leftRule'
  | 'rightRule'
  | 'topRule'
  | 'bottomRule';

export interface NarrativeText {
  readonly kind: 'text';
  readonly text: string;
}

export interface NarrativeContent {
  readonly kind: 'content';
  /** `@ID`, as the entries of the section name it. Make it a DOM id with {@link narrativeDomId} only. */
  readonly id?: string;
  readonly styles: readonly NarrativeStyle[];
  readonly revised?: 'insert' | 'delete';
  /** `@language`. */
  readonly language?: string;
  readonly children: readonly NarrativeNode[];
}

export interface NarrativeParagraph {
  readonly kind: 'paragraph';
  readonly id?: string;
  readonly styles: readonly NarrativeStyle[];
  readonly language?: string;
  readonly caption?: readonly NarrativeNode[];
  readonly children: readonly NarrativeNode[];
}

/** Where a link goes: outside (http, https, mailto), to an ID of the document, or nowhere because it was refused. */
export type NarrativeTarget =
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'internal'; readonly id: string; readonly found: boolean }
  | { readonly kind: 'refused' };

export interface NarrativeLink {
  readonly kind: 'link';
  readonly id?: string;
  readonly target: NarrativeTarget;
  readonly title?: string;
  readonly children: readonly NarrativeNode[];
}

export interface NarrativeScript {
  readonly kind: 'sub' | 'sup';
  readonly children: readonly NarrativeNode[];
}

export interface NarrativeBreak {
  readonly kind: 'break';
}

export interface NarrativeFootnote {
  readonly kind: 'footnote';
  readonly id?: string;
  readonly children: readonly NarrativeNode[];
}

export interface NarrativeFootnoteRef {
  readonly kind: 'footnoteRef';
  readonly target: string;
  readonly found: boolean;
}

/** `renderMultiMedia`: the medias to show here, by their ID in {@link NarrativeDocument.medias}. */
export interface NarrativeMedia {
  readonly kind: 'media';
  readonly references: readonly { readonly id: string; readonly found: boolean }[];
  readonly caption?: readonly NarrativeNode[];
}

export type NarrativeMarker =
  | 'disc'
  | 'circle'
  | 'square'
  | 'arabic'
  | 'littleRoman'
  | 'bigRoman'
  | 'littleAlpha'
  | 'bigAlpha';

export interface NarrativeList {
  readonly kind: 'list';
  readonly id?: string;
  readonly ordered: boolean;
  readonly marker?: NarrativeMarker;
  readonly caption?: readonly NarrativeNode[];
  readonly items: readonly NarrativeItem[];
}

export interface NarrativeItem {
  readonly id?: string;
  readonly styles: readonly NarrativeStyle[];
  readonly caption?: readonly NarrativeNode[];
  readonly children: readonly NarrativeNode[];
}

/** A table, never inside another one. */
export interface NarrativeTable {
  readonly kind: 'table';
  readonly id?: string;
  readonly styles: readonly NarrativeStyle[];
  readonly caption?: readonly NarrativeNode[];
  readonly summary?: string;
  /** The widest row, spans counted. */
  readonly columns: number;
  readonly bordered: boolean;
  readonly head: readonly NarrativeRow[];
  /** One for each `tbody`. */
  readonly bodies: readonly (readonly NarrativeRow[])[];
  readonly foot: readonly NarrativeRow[];
}

export interface NarrativeRow {
  readonly id?: string;
  readonly styles: readonly NarrativeStyle[];
  readonly cells: readonly NarrativeCell[];
}

export type NarrativeScope = 'col' | 'row' | 'colgroup' | 'rowgroup';
export type NarrativeAlign = 'left' | 'center' | 'right' | 'justify';

export interface NarrativeCell {
  readonly header: boolean;
  readonly id?: string;
  /** Of a header cell: as written, else `col` in a head, `row` elsewhere. */
  readonly scope?: NarrativeScope;
  readonly abbreviation?: string;
  /** `@headers`: IDs of header cells. */
  readonly headers: readonly string[];
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align?: NarrativeAlign;
  readonly styles: readonly NarrativeStyle[];
  readonly children: readonly NarrativeNode[];
}

const domSafe = /^[\p{L}\p{N}_.:-]{1,128}$/u;

/** An ID of a document that may be used at all: letters, digits, `_.:-`, at most 128 of them. */
export function isUsableId(id: string): boolean {
  return domSafe.test(id);
}

/** The DOM id of an ID of a document: prefixed, so that a document can neither take nor hide an id of the page. */
export function narrativeDomId(id: string, prefix = 'cda'): string {
  return `${prefix}-${id}`;
}
