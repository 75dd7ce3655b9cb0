import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Child, h } from '../cda/tree.js';
import type { Anchor, Narrator } from './narrative.js';

export interface ComposedInput {
  readonly templateIds: readonly string[];
  readonly code: Readonly<Record<'code' | 'displayName' | 'codeSystem', string>>;
  readonly title: string;
  /** What the reader sees, as the model lays it out. */
  readonly text: readonly Child[];
  /** Who wrote this section, when it is not the author of the document. */
  readonly author?: XmlElementNode;
  readonly entries?: readonly XmlElementNode[];
  readonly sections?: readonly XmlElementNode[];
}

/** A section that has at once a text, entries and sub-sections. Its model sees that text and entries say the same. */
export function composedSection(narrator: Narrator, input: ComposedInput): XmlElementNode {
  const { templateIds, code, title, text, author, entries = [], sections = [] } = input;
  return h('section', {}, [
    ...templateIds.map((root) => h('templateId', { root })),
    narrator.id(),
    h('code', code),
    h('title', {}, [title]),
    h('text', {}, text),
    author,
    ...entries.map((entry) => h('entry', {}, [entry])),
    ...sections.map((made) => h('component', {}, [made])),
  ]);
}

/** A text of several lines: a paragraph for each. */
export function paragraphs(text: string): XmlElementNode[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [h('paragraph', {}, [line.trim()])]));
}

/** A text of several lines that an entry points to. */
export function proseAnchor(narrator: Narrator, text: string): Anchor {
  const anchor = narrator.anchor(text);
  const lines = text.split(/\r?\n/).flatMap((line, index) => (index > 0 ? [h('br'), line] : [line]));
  return { ...anchor, content: { ...anchor.content, children: lines } };
}
