import {
  isUsableId,
  type NarrativeCell,
  type NarrativeLink,
  type NarrativeList,
  type NarrativeNode,
  type NarrativeRow,
  type NarrativeStyle,
  type NarrativeTable,
  narrativeDomId,
} from '../narrative/nodes.js';
import { escapeHtml, tag, voidTag } from './markup.js';

/** What the narrative needs of the page around it. */
export interface NarrativePage {
  readonly prefix: string;
  /** HTML of the media that a `renderMultiMedia` names. */
  media(id: string, caption: string): string;
  readonly text: { readonly table: string; readonly note: string };
}

/** Safe narrative nodes to HTML. One instance for a page: it numbers the notes and gives each id once. */
export class NarrativeHtml {
  readonly #page: NarrativePage;
  readonly #ids = new Set<string>();
  readonly #notes: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #names = new Map<string, number>();

  constructor(page: NarrativePage) {
    this.#page = page;
  }

  nodes(nodes: readonly NarrativeNode[], name: string): string {
    let out = '';
    for (const node of nodes) out += this.#node(node, name);
    return out;
  }

  /** Notes met so far, as list items; they are given once. */
  takeNotes(): string {
    return this.#notes.splice(0).join('');
  }

  #node(node: NarrativeNode, name: string): string {
    switch (node.kind) {
      case 'text':
        return escapeHtml(node.text);
      case 'break':
        return voidTag('br');
      case 'content': {
        const children = this.nodes(node.children, name);
        const plain = node.children.some(isBlock) ? 'div' : 'span';
        const element = node.revised === 'insert' ? 'ins' : node.revised === 'delete' ? 'del' : plain;
        const attributes = { id: this.id(node.id), class: classes(node.styles), lang: node.language };
        return tag(element, attributes, children);
      }
      case 'paragraph': {
        const caption = node.caption === undefined ? '' : tag('strong', {}, this.nodes(node.caption, name), ' ');
        // A list or a table inside: `p` would be closed by the browser.
        const attributes = { id: this.id(node.id), class: classes(node.styles), lang: node.language };
        return tag(node.children.some(isBlock) ? 'div' : 'p', attributes, caption, this.nodes(node.children, name));
      }
      case 'sub':
      case 'sup':
        return tag(node.kind, {}, this.nodes(node.children, name));
      case 'link':
        return this.#link(node, name);
      case 'footnote': {
        const number = this.#number(node.id);
        this.#notes.push(
          tag('li', { id: `${this.#page.prefix}-note-${number}`, value: number }, this.nodes(node.children, name)),
        );
        return this.#noteLink(number, node.id);
      }
      case 'footnoteRef':
        return node.found ? this.#noteLink(this.#number(node.target), undefined) : '';
      case 'media': {
        const caption = node.caption === undefined ? '' : this.nodes(node.caption, name);
        if (node.references.length === 0) return caption === '' ? '' : tag('div', {}, caption);
        return node.references.map(({ id }, index) => this.#page.media(id, index === 0 ? caption : '')).join('');
      }
      case 'list':
        return this.#list(node, name);
      case 'table':
        return this.#table(node, name);
    }
  }

  /** The DOM id of an ID of the document, once; links of the narrative lead there. */
  id(id: string | undefined): string | undefined {
    if (id === undefined || !isUsableId(id) || this.#ids.has(id)) return undefined;
    this.#ids.add(id);
    return narrativeDomId(id, this.#page.prefix);
  }

  /** The name of a region, which is alone to bear it in the page. */
  #named(name: string): string {
    const times = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  }

  #number(id: string | undefined): number {
    const key = id ?? `#${this.#numbers.size}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }

  #noteLink(number: number, id: string | undefined): string {
    const href = `#${this.#page.prefix}-note-${number}`;
    return tag(
      'sup',
      { id: this.id(id) },
      tag('a', { href, 'aria-label': `${this.#page.text.note} ${number}` }, String(number)),
    );
  }

  #link(node: NarrativeLink, name: string): string {
    const children = this.nodes(node.children, name);
    const id = this.id(node.id);
    const { target, title } = node;
    if (target.kind === 'internal' && target.found) {
      return tag('a', { id, title, href: `#${narrativeDomId(target.id, this.#page.prefix)}` }, children);
    }
    if (target.kind === 'external') {
      const rel = 'noopener noreferrer nofollow';
      return tag(
        'a',
        { id, title, href: target.href, rel, target: '_blank', referrerpolicy: 'no-referrer' },
        children || escapeHtml(target.href),
      );
    }
    return tag('span', { id, title }, children);
  }

  #list(node: NarrativeList, name: string): string {
    const items = node.items.map((item) => {
      const caption = item.caption === undefined ? '' : tag('strong', {}, this.nodes(item.caption, name), ' ');
      return tag('li', { id: this.id(item.id), class: classes(item.styles) }, caption, this.nodes(item.children, name));
    });
    const type = node.ordered ? listTypes[node.marker ?? 'arabic'] : undefined;
    const caption = node.caption === undefined ? '' : tag('p', { class: 'bold' }, this.nodes(node.caption, name));
    return caption + tag(node.ordered ? 'ol' : 'ul', { id: this.id(node.id), type }, ...items);
  }

  #table(node: NarrativeTable, name: string): string {
    const label = this.#named(name === '' ? this.#page.text.table : name);
    const caption =
      node.caption === undefined
        ? tag('caption', { class: 'vh' }, escapeHtml(label))
        : tag('caption', {}, this.nodes(node.caption, name));
    const groups = [
      node.head.length === 0 ? '' : tag('thead', {}, this.#rows(node.head, name)),
      ...node.bodies.map((rows) => tag('tbody', {}, this.#rows(rows, name))),
      node.foot.length === 0 ? '' : tag('tfoot', {}, this.#rows(node.foot, name)),
    ];
    const css = [node.bordered ? 'b' : '', classes(node.styles) ?? ''].filter((item) => item !== '').join(' ');
    const table = tag('table', { id: this.id(node.id), class: css === '' ? undefined : css }, caption, ...groups);
    return tag('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': label }, table);
  }

  #rows(rows: readonly NarrativeRow[], name: string): string {
    return rows
      .map((row) =>
        tag(
          'tr',
          { id: this.id(row.id), class: classes(row.styles) },
          ...row.cells.map((cell) => this.#cell(cell, name)),
        ),
      )
      .join('');
  }

  #cell(cell: NarrativeCell, name: string): string {
    const align = cell.align === undefined || cell.align === 'left' ? '' : (cell.align[0] ?? '');
    const css = [classes(cell.styles) ?? '', align].filter((item) => item !== '').join(' ');
    // A corner without a word is no header of anything.
    const header = cell.header && cell.children.length > 0;
    return tag(
      header ? 'th' : 'td',
      {
        id: this.id(cell.id),
        scope: header ? cell.scope : undefined,
        abbr: header ? cell.abbreviation : undefined,
        colspan: cell.columnSpan > 1 ? cell.columnSpan : undefined,
        rowspan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
        headers:
          cell.headers.length === 0
            ? undefined
            : cell.headers.map((id) => narrativeDomId(id, this.#page.prefix)).join(' '),
        class: css === '' ? undefined : css,
      },
      this.nodes(cell.children, name),
    );
  }
}

const listTypes: Readonly<Record<string, string | undefined>> = {
  arabic: '1',
  littleRoman: 'i',
  bigRoman: 'I',
  littleAlpha: 'a',
  bigAlpha: 'A',
};

function classes(styles: readonly NarrativeStyle[]): string | undefined {
  return styles.length === 0 ? undefined : styles.join(' ');
}

/** True for what a browser does not leave inside a `p` or a `span`, at any depth of the line. */
function isBlock(node: NarrativeNode): boolean {
  if (['list', 'table', 'paragraph', 'media'].includes(node.kind)) return true;
  return node.kind !== 'footnote' && 'children' in node && node.children.some(isBlock);
}
