import type { RandomBytes } from '@socle-sante/core/uuid';
import { uuidV4 } from '@socle-sante/core/uuid';
import type { XmlElementNode, XmlNode } from '@socle-sante/wire/xml';
import { type Child, h } from '../cda/tree.js';

/** A text of the narrative that an entry points to. The three are made together: none exists without the others. */
export interface Anchor {
  /** `<content ID="x">text</content>`, for the narrative. */
  readonly content: XmlElementNode;
  /** `<text><reference value="#x"/></text>`, for the entry. */
  readonly text: XmlElementNode;
  /** `<originalText><reference value="#x"/></originalText>`, for a code of the entry. */
  readonly originalText: XmlElementNode;
}

/** What a cell holds: nothing, one thing, or several. */
export type Cell = Child | readonly Child[];

/** A line of a table, and the entry that says the same as data. */
export interface Line {
  readonly cells: readonly Cell[];
  readonly entry?: XmlElementNode;
}

/** A table among others of one section. */
export interface Block {
  readonly caption?: string;
  readonly head: readonly string[];
  readonly lines: readonly Line[];
}

/** What is common to one structured document: its identifiers, unique, and its chance. */
export class Narrator {
  #count = 0;
  readonly #random: RandomBytes;

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  /** A text with an identifier that nothing else in the document has. */
  anchor(text: string): Anchor {
    this.#count += 1;
    const id = `t${this.#count}`;
    const reference = h('reference', { value: `#${id}` });
    return {
      content: h('content', { ID: id }, [text]),
      text: h('text', {}, [reference]),
      originalText: h('originalText', {}, [reference]),
    };
  }

  /** Identifier of a section or of an entry: a UUID in upper case. */
  id(): XmlElementNode {
    return h('id', { root: uuidV4(this.#random).toUpperCase() });
  }

  /** An `ID` for a media. */
  mediaId(): string {
    this.#count += 1;
    return `m${this.#count}`;
  }
}

/** Things one under the other in a cell. */
export function stacked(parts: readonly (readonly Child[])[]): readonly Child[] {
  return parts.flatMap((part, index) => (index > 0 ? [h('br'), ...part] : part));
}

const contentsOf = (cell: Cell): readonly XmlNode[] =>
  (isList(cell) ? cell : [cell]).filter((child): child is XmlNode => child !== undefined && child !== false);

function isList(cell: Cell): cell is readonly Child[] {
  return Array.isArray(cell);
}

/** A table: titles of columns, then one line for each item. A column that says nothing of any item is left out, an empty cell is a dash. */
export function table(head: readonly string[], lines: readonly Line[], caption?: string): XmlElementNode {
  const spoken = (column: number) =>
    head.length === 0 || lines.some(({ cells }) => contentsOf(cells[column]).length > 0);
  const row = (cell: 'th' | 'td', cells: readonly Cell[]) =>
    h(
      'tr',
      {},
      cells.flatMap((content, column) => {
        if (!spoken(column)) return [];
        const inner = contentsOf(content);
        return [h(cell, {}, inner.length > 0 ? inner : ['-'])];
      }),
    );
  return h('table', { border: '0' }, [
    caption !== undefined && h('caption', {}, [caption]),
    head.length > 0 && h('thead', {}, [row('th', head)]),
    h(
      'tbody',
      {},
      lines.map(({ cells }) => row('td', cells)),
    ),
  ]);
}

export interface SectionInput {
  readonly templateIds: readonly string[];
  readonly code: Readonly<Record<'code' | 'displayName' | 'codeSystem', string>>;
  readonly title: string;
  /** Attribute of each `entry`. */
  readonly entryType?: string;
  readonly head?: readonly string[];
  readonly lines?: readonly Line[];
  /** Tables instead of `head` and `lines`; those without a line are left out. */
  readonly blocks?: readonly Block[];
  /** Said when there is no line. */
  readonly empty?: string;
  /** Whom the section speaks of, when it is not the patient. */
  readonly subject?: XmlElementNode;
  /** Entries that bear on the whole section. */
  readonly entries?: readonly XmlElementNode[];
  /** Sub-sections: the section has then neither text nor entry. */
  readonly sections?: readonly XmlElementNode[];
  /** What the text of a section of sub-sections says, where its model allows a text. */
  readonly notes?: readonly string[];
}

/** A section: the table and the entries come from the same lines. */
export function section(narrator: Narrator, input: SectionInput): XmlElementNode {
  const { templateIds, code, title, empty = 'Aucun élément connu.', entries = [] } = input;
  const top: Child[] = [
    ...templateIds.map((root) => h('templateId', { root })),
    narrator.id(),
    h('code', code),
    h('title', {}, [title]),
  ];
  if (input.sections) {
    const notes = (input.notes ?? []).map((note) => h('paragraph', {}, [note]));
    const inner = input.sections.map((made) => h('component', {}, [made]));
    return h('section', {}, [...top, notes.length > 0 && h('text', {}, notes), input.subject, ...inner]);
  }
  const blocks = (input.blocks ?? [{ head: input.head ?? [], lines: input.lines ?? [] }]).filter(hasLines);
  const text = h('text', {}, blocks.length > 0 ? blocks.map(blockTable) : [h('paragraph', {}, [empty])]);
  const lines = blocks.flatMap((block) => block.lines);
  const made = [...lines.flatMap(({ entry }) => (entry ? [entry] : [])), ...entries];
  const entered = made.map((entry) => h('entry', { typeCode: input.entryType }, [entry]));
  return h('section', {}, [...top, text, input.subject, ...entered]);
}

function blockTable({ caption, head, lines }: Block): XmlElementNode {
  return table(head, lines, caption);
}

function hasLines({ lines }: Block): boolean {
  return lines.length > 0;
}

const LOINC = '2.16.840.1.113883.6.1';

/** A LOINC code of a section or of an entry. */
export function loinc(code: string, displayName: string) {
  return { code, displayName, codeSystem: LOINC, codeSystemName: 'LOINC' } as const;
}
