import { factsOf, rootOf } from './document.js';
import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, TEXT, type XNode } from './node.js';

/** A place in a text, from 1; the column is in UTF-16 units. Zeros when the document came without text. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Where a node begins in the text of its document. */
export function locate(node: XNode): LineColumn {
  const facts = factsOf(rootOf(node));
  if (facts.source === '') return { line: 0, column: 0 };
  facts.lines ??= lineStarts(facts.source);
  return lineColumn(facts.lines, node.offset);
}

/** The place of an offset, among the lines of {@link lineStarts}. */
export function lineColumn(lines: readonly number[], offset: number): LineColumn {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

/** Where each line begins: after a line feed, a carriage return, or both (XML 1.0 §2.11). */
export function lineStarts(source: string): readonly number[] {
  const starts = [0];
  if (source.includes('\r')) {
    for (const found of source.matchAll(/\r\n?|\n/g)) starts.push(found.index + found[0].length);
    return starts;
  }
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * The plain path of a node, for people: `/ClinicalDocument/component[3]/section/@code`. Local names; a position for every element
 * but the first of those of that local name, whatever their namespace. A document is named by its element, as the reference verdicts
 * have it.
 */
export function location(node: XNode): string {
  let path = '';
  const from = node.kind === DOCUMENT ? rootElement(node) : node;
  for (let at: XNode | null = from; at !== null && at.kind !== DOCUMENT; at = at.parent) {
    const position = ranksOf(at).local;
    path = `/${plainStep(at)}${position > 1 ? `[${position}]` : ''}${path}`;
  }
  return path === '' ? '/' : path;
}

function rootElement(document: XNode): XNode | null {
  let at = document.first;
  while (at !== null && at.kind !== ELEMENT) at = at.next;
  return at;
}

/** The path of a node as an XPath that needs no prefix, the way SVRL is written: `/*:a[namespace-uri()='urn:x'][1]/@*:b[…]`. */
export function xpathOf(node: XNode): string {
  let path = '';
  for (let at: XNode | null = node; at !== null && at.kind !== DOCUMENT; at = at.parent) {
    const position = at.kind === ATTRIBUTE ? '' : `[${ranksOf(at).exact}]`;
    path = `/${exactStep(at)}${position}${path}`;
  }
  return path === '' ? '/' : path;
}

function plainStep(node: XNode): string {
  const local = node.qname?.local ?? '';
  switch (node.kind) {
    case ELEMENT:
      return local;
    case ATTRIBUTE:
      return `@${local}`;
    case TEXT:
      return 'text()';
    case COMMENT:
      return 'comment()';
    case INSTRUCTION:
      return `processing-instruction(${local})`;
    default:
      return '';
  }
}

function exactStep(node: XNode): string {
  if ((node.kind !== ELEMENT && node.kind !== ATTRIBUTE) || node.qname === null) return plainStep(node);
  const { uri, local } = node.qname;
  const axis = node.kind === ATTRIBUTE ? '@' : '';
  return uri === '' && node.kind === ATTRIBUTE
    ? `@${local}`
    : `${axis}*:${local}[namespace-uri()='${uri.replaceAll("'", "''")}']`;
}

/** The rank of a node among the siblings before it, itself included. */
interface Ranks {
  /** Among those of its kind and local name. */
  readonly local: number;
  /** Among those of its kind and expanded name. */
  readonly exact: number;
}

/** Ranks of the children of nodes that have many: counting back from each would take a time that grows with their square. */
const tables = new WeakMap<XNode, ReadonlyMap<XNode, Ranks>>();
const MANY = 64;

function ranksOf(node: XNode): Ranks {
  const known = node.parent === null ? undefined : tables.get(node.parent)?.get(node);
  if (known !== undefined) return known;
  let [local, exact, steps] = [1, 1, 0];
  for (let at = node.previous; at !== null; at = at.previous) {
    if (at.kind === node.kind && at.qname?.local === node.qname?.local) {
      local += 1;
      if (at.qname?.uri === node.qname?.uri) exact += 1;
    }
    steps += 1;
    if (steps > MANY && node.parent !== null) return rankAll(node.parent).get(node) ?? { local, exact };
  }
  return { local, exact };
}

function rankAll(parent: XNode): ReadonlyMap<XNode, Ranks> {
  const table = new Map<XNode, Ranks>();
  const counts = new Map<string, number>();
  const next = (key: string): number => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  for (let at = parent.first; at !== null; at = at.next) {
    const local = `${at.kind} ${at.qname?.local ?? ''}`;
    table.set(at, { local: next(local), exact: next(`${local} ${at.qname?.uri ?? ''}`) });
  }
  tables.set(parent, table);
  return table;
}
