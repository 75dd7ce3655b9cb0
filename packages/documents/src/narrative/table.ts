import { text, type XmlElement } from '@socle-sante/wire/xml';
import { attr, compact, NS, tokens } from '../reader/dom.js';
import {
  isUsableId,
  type NarrativeAlign,
  type NarrativeCell,
  type NarrativeNode,
  type NarrativeRow,
  type NarrativeScope,
  type NarrativeTable,
} from './nodes.js';
import type { NarrativeReader } from './read.js';
import { stylesOf } from './styles.js';

const MAX_SPAN = 200;
const MAX_ROW_SPAN = 1_000;
const groups = new Set(['thead', 'tbody', 'tfoot']);

interface Group {
  readonly kind: string;
  readonly group: XmlElement;
  readonly rows: readonly XmlElement[];
}

/**
 * The groups of rows of a table. Rows that stand outside a group count as a body, and what is no row where rows stand, no
 * cell where cells stand, is put in a row, in a cell: no word is lost.
 */
function groupsOf(table: XmlElement, reader: NarrativeReader): Group[] {
  const found: Group[] = [];
  for (const node of table.children) {
    if (typeof node !== 'string' && isOf(node, ...groups)) {
      found.push({
        kind: node.local,
        group: node,
        rows: node.children.flatMap((row) => rowOf(row, node, reader) ?? []),
      });
    } else if (typeof node === 'string' || !isOf(node, 'col', 'colgroup') || text(node).trim() !== '') {
      const row = rowOf(node, table, reader);
      if (row !== undefined) found.push({ kind: 'tbody', group: table, rows: [row] });
    }
  }
  return found;
}

/** The row that a child of a group is, or is put in; nothing for white space and for a caption that was shown. */
function rowOf(node: XmlElement | string, group: XmlElement, reader: NarrativeReader): XmlElement | undefined {
  if (typeof node === 'string') return node.trim() === '' ? undefined : made('tr', group, [node]);
  if (reader.shown(node)) return undefined;
  return isOf(node, 'tr') ? node : made('tr', group, [node]);
}

/** The cells of a row; what is none is put in one. */
function cellsOf(row: XmlElement, reader: NarrativeReader): XmlElement[] {
  return row.children.flatMap((node) => {
    if (typeof node === 'string') return node.trim() === '' ? [] : [made('td', row, [node])];
    if (isOf(node, 'td', 'th')) return [node];
    return reader.shown(node) ? [] : [made('td', row, [node])];
  });
}

/** An element that the document does not have, around something that it has. */
function made(local: string, like: XmlElement, children: readonly (XmlElement | string)[]): XmlElement {
  return { ...like, namespace: NS.hl7, local, attributes: [], children };
}

function isOf(node: XmlElement, ...locals: readonly string[]): boolean {
  return node.namespace === NS.hl7 && locals.includes(node.local);
}

/** True when a row has more columns than the bound. */
export function isTooWide(table: XmlElement, max: number, reader: NarrativeReader): boolean {
  return groupsOf(table, reader).some(({ rows }) => rows.some((row) => widthOf(row, reader) > max));
}

function widthOf(row: XmlElement, reader: NarrativeReader): number {
  return cellsOf(row, reader).reduce((sum, cell) => sum + span(attr(cell, 'colspan'), MAX_SPAN), 0);
}

/** Reads a table that stands in no other one. */
export function readTable(table: XmlElement, reader: NarrativeReader, depth: number): NarrativeTable {
  const caption = reader.caption(table, depth);
  const sections = groupsOf(table, reader);
  const rowsOf = (kind: string): NarrativeRow[][] =>
    sections
      .filter((section) => section.kind === kind)
      .map(({ group, rows }) => rows.flatMap((row) => readRow(row, group, kind === 'thead', reader, depth)));
  const summary = attr(table, 'summary');
  const head = rowsOf('thead').flat();
  const bodies = rowsOf('tbody');
  return compact<NarrativeTable>({
    kind: 'table',
    id: reader.id(table),
    styles: stylesOf(attr(table, 'styleCode')),
    caption,
    summary: summary !== undefined && summary.length <= reader.limits.maxAttribute ? summary : undefined,
    columns: sections.reduce(
      (most, { rows }) => rows.reduce((wide, row) => Math.max(wide, widthOf(row, reader)), most),
      0,
    ),
    bordered: /^[1-9]/.test(attr(table, 'border') ?? ''),
    head,
    bodies,
    foot: rowsOf('tfoot').flat(),
  });
}

function readRow(
  row: XmlElement,
  group: XmlElement,
  head: boolean,
  reader: NarrativeReader,
  depth: number,
): NarrativeRow[] {
  if (!reader.take()) return [];
  const inherited = alignOf(row) ?? alignOf(group);
  return [
    compact<NarrativeRow>({
      id: reader.id(row),
      styles: stylesOf(attr(row, 'styleCode')),
      cells: cellsOf(row, reader).flatMap((cell) => readCell(cell, head, inherited, reader, depth)),
    }),
  ];
}

function readCell(
  cell: XmlElement,
  head: boolean,
  align: NarrativeAlign | undefined,
  reader: NarrativeReader,
  depth: number,
): NarrativeCell[] {
  if (!reader.take()) return [];
  const header = cell.local === 'th';
  const abbreviation = attr(cell, 'abbr');
  return [
    compact<NarrativeCell>({
      header,
      id: reader.id(cell),
      scope: header ? (scopeOf(cell) ?? (head ? 'col' : 'row')) : undefined,
      abbreviation: abbreviation !== undefined && abbreviation.length <= 256 ? abbreviation : undefined,
      headers: tokens(attr(cell, 'headers')).slice(0, 32).filter(isUsableId),
      columnSpan: span(attr(cell, 'colspan'), MAX_SPAN),
      rowSpan: span(attr(cell, 'rowspan'), MAX_ROW_SPAN),
      align: alignOf(cell) ?? align,
      styles: stylesOf(attr(cell, 'styleCode')),
      children: reader.read(cell, depth, true),
    }),
  ];
}

function span(value: string | undefined, max: number): number {
  const number = value !== undefined && /^[0-9]{1,6}$/.test(value.trim()) ? Number(value) : 1;
  return Math.min(Math.max(number, 1), max);
}

function scopeOf(cell: XmlElement): NarrativeScope | undefined {
  const scope = attr(cell, 'scope');
  return scope === 'col' || scope === 'row' || scope === 'colgroup' || scope === 'rowgroup' ? scope : undefined;
}

function alignOf(element: XmlElement): NarrativeAlign | undefined {
  const align = attr(element, 'align');
  return align === 'left' || align === 'center' || align === 'right' || align === 'justify' ? align : undefined;
}

/** A table that cannot be shown as one: a paragraph for each row, its cells one after the other. */
export function flattenTable(table: XmlElement, reader: NarrativeReader, depth: number): NarrativeNode[] {
  const out: NarrativeNode[] = [];
  const caption = reader.caption(table, depth);
  if (caption !== undefined && reader.take()) {
    out.push({ kind: 'paragraph', styles: ['bold'], children: caption });
  }
  for (const { rows } of groupsOf(table, reader)) {
    for (const row of rows) {
      if (!reader.take()) return out;
      const children: NarrativeNode[] = [];
      for (const cell of cellsOf(row, reader)) {
        if (children.length > 0) reader.text(' | ', children);
        children.push(...reader.read(cell, depth, true));
      }
      out.push({ kind: 'paragraph', styles: [], children });
    }
  }
  return out;
}
