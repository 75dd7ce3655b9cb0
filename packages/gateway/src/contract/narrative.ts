import type { NarrativeCell, NarrativeItem, NarrativeNode, NarrativeRow } from '@socle-sante/documents/render';
import * as z from 'zod/mini';
import { coded } from './coded.js';

export type { NarrativeNode } from '@socle-sante/documents/render';

// The shapes are those of `@socle-sante/documents/render`: the page checks again what the server sends, and keeps what is named here only.
const id = z.optional(z.string());
const style = z.enum(['bold', 'italics', 'underline', 'emphasis', 'leftRule', 'rightRule', 'topRule', 'bottomRule']);
const styles = z.array(style);

const node: z.ZodMiniType<NarrativeNode> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('break') }),
    z.object({
      kind: z.literal('content'),
      id,
      styles,
      revised: z.optional(z.enum(['insert', 'delete'])),
      language: z.optional(z.string()),
      children: nodes,
    }),
    z.object({
      kind: z.literal('paragraph'),
      id,
      styles,
      language: z.optional(z.string()),
      caption: z.optional(nodes),
      children: nodes,
    }),
    z.object({
      kind: z.literal('link'),
      id,
      target: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('external'), href: z.string().check(z.regex(/^(?:https?|mailto):/i)) }),
        z.object({ kind: z.literal('internal'), id: z.string(), found: z.boolean() }),
        z.object({ kind: z.literal('refused') }),
      ]),
      title: z.optional(z.string()),
      children: nodes,
    }),
    z.object({ kind: z.enum(['sub', 'sup']), children: nodes }),
    z.object({ kind: z.literal('footnote'), id, children: nodes }),
    z.object({ kind: z.literal('footnoteRef'), target: z.string(), found: z.boolean() }),
    z.object({
      kind: z.literal('media'),
      references: z.array(z.object({ id: z.string(), found: z.boolean() })),
      caption: z.optional(nodes),
    }),
    z.object({
      kind: z.literal('list'),
      id,
      ordered: z.boolean(),
      marker: z.optional(
        z.enum(['disc', 'circle', 'square', 'arabic', 'littleRoman', 'bigRoman', 'littleAlpha', 'bigAlpha']),
      ),
      caption: z.optional(nodes),
      items: z.array(item),
    }),
    z.object({
      kind: z.literal('table'),
      id,
      styles,
      caption: z.optional(nodes),
      summary: z.optional(z.string()),
      columns: z.int(),
      bordered: z.boolean(),
      head: z.array(row),
      bodies: z.array(z.array(row)),
      foot: z.array(row),
    }),
  ]),
) as unknown as z.ZodMiniType<NarrativeNode>;
const nodes = z.array(node);

const item = z.object({
  id,
  styles,
  caption: z.optional(nodes),
  children: nodes,
}) as unknown as z.ZodMiniType<NarrativeItem>;

const cell = z.object({
  header: z.boolean(),
  id,
  scope: z.optional(z.enum(['col', 'row', 'colgroup', 'rowgroup'])),
  abbreviation: z.optional(z.string()),
  headers: z.array(z.string()),
  columnSpan: z.int(),
  rowSpan: z.int(),
  align: z.optional(z.enum(['left', 'center', 'right', 'justify'])),
  styles,
  children: nodes,
}) as unknown as z.ZodMiniType<NarrativeCell>;

const row = z.object({ id, styles, cells: z.array(cell) }) as unknown as z.ZodMiniType<NarrativeRow>;

/** One section of a structured body: heading, narrative, sub-sections. */
export interface SectionView {
  /** Level of its heading, 2 to 6: the title of the document is 1. */
  readonly level: number;
  readonly title?: string;
  readonly code?: z.infer<typeof coded>;
  /** The PDF copy of the whole document: shown apart. */
  readonly pdfCopy: boolean;
  readonly nodes: readonly NarrativeNode[];
  readonly sections: readonly SectionView[];
}

export const section: z.ZodMiniType<SectionView> = z.lazy(() =>
  z.object({
    level: z.int(),
    title: z.optional(z.string()),
    code: z.optional(coded),
    pdfCopy: z.boolean(),
    nodes,
    sections: z.array(section),
  }),
) as unknown as z.ZodMiniType<SectionView>;

/** A media that the narrative names. `src` is there for images that are small enough: never an address. */
export const narrativeMedia = z.object({
  id: z.string(),
  contentType: z.string(),
  size: z.int(),
  /** `none` and `file`: it is named, not shown. */
  display: z.enum(['image', 'pdf', 'text', 'file', 'none']),
  src: z.optional(z.string().check(z.regex(/^data:image\/(?:png|jpeg);base64,/))),
});
export type NarrativeMediaView = z.infer<typeof narrativeMedia>;
