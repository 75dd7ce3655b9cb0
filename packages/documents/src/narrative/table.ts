import { elements, type XmlElement } from '@socle-sante/wire/xml';
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

/** The groups of rows of a table; rows that stand outside a group count as a body. */
function groupsOf(
  table: XmlElement,
): { readonly kind: string; readonly group: XmlElement; readonly rows: readonly XmlElement[] }[] {
  const found: { kind: string; group: XmlElement; rows: XmlElement[] }[] = [];
  for (const node of elements(table)) {
    if (node.namespace !== NS.hl7) continue;
    if (groups.has(node.local)) found.push({ kind: node.local, group: node, rows: named(node, 'tr') });
    else if (node.local === 'tr') found.push({ kind: 'tbody', group: table, rows: [node] });
  }
  return found;
}

function named(parent: XmlElement, ...locals: readonly string[]): XmlElement[] {
  return elements(parent).filter((node) => node.namespace === NS.hl7 && locals.includes(node.local));
}

/** True when a row has more columns than the bound. */
export function isTooWide(table: XmlElement, max: number): boolean {
  return groupsOf(table).some(({ rows }) => rows.some((row) => widthOf(row) > max));
}

function widthOf(row: XmlElement): number {
  return named(row, 'td', 'th').reduce((sum, cell) => sum + span(attr(cell, 'colspan'), MAX_SPAN), 0);
}

/** Reads a table that stands in no other one. */
export function readTable(table: XmlElement, reader: NarrativeReader, depth: number): NarrativeTable {
  const sections = groupsOf(table);
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
    caption: reader.caption(table, depth),
    summary: summary !== undefined && summary.length <= reader.limits.maxAttribute ? summary : undefined,
    columns: sections.reduce((most, { rows }) => rows.reduce((wide, row) => Math.max(wide, widthOf(row)), most), 0),
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
      cells: named(row, 'td', 'th').flatMap((cell) => readCell(cell, head, inherited, reader, depth)),
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
  for (const { rows } of groupsOf(table)) {
    for (const row of rows) {
      if (!reader.take()) return out;
      const children: NarrativeNode[] = [];
      for (const cell of named(row, 'td', 'th')) {
        if (children.length > 0) reader.text(' | ', children);
        children.push(...reader.read(cell, depth, true));
      }
      out.push({ kind: 'paragraph', styles: [], children });
    }
  }
  return out;
}
