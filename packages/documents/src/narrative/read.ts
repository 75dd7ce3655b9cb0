import { type Finding, finding } from '@socle-sante/core/finding';
import { elements, type XmlElement } from '@socle-sante/wire/xml';
import { attr, compact, NS, tokens } from '../reader/dom.js';
import type { NarrativeLimits } from './bounds.js';
import { targetOf } from './links.js';
import {
  isUsableId,
  type NarrativeContent,
  type NarrativeFootnote,
  type NarrativeItem,
  type NarrativeLink,
  type NarrativeList,
  type NarrativeMedia,
  type NarrativeNode,
  type NarrativeParagraph,
} from './nodes.js';
import { markerOf, stylesOf } from './styles.js';
import { flattenTable, isTooWide, readTable } from './table.js';

const REF = { document: 'HL7 CDA R2', section: 'NarrativeBlock.xsd' };

/** One reading of the narratives of a document: what is left of the bounds, and what was found. */
export class NarrativeReader {
  readonly findings: Finding[] = [];
  truncated = false;
  #left: number;
  readonly #said = new Set<string>();
  /** Captions that were shown by what they are the caption of. */
  readonly #captions = new Set<XmlElement>();

  constructor(
    readonly limits: NarrativeLimits,
    /** Whether an ID exists in the document. */
    readonly hasId: (id: string) => boolean,
  ) {
    this.#left = limits.maxNodes;
  }

  /** The nodes of a `text` or of any mixed content. */
  read(element: XmlElement, depth = 0, inTable = false): NarrativeNode[] {
    const out: NarrativeNode[] = [];
    for (const node of element.children) {
      if (typeof node === 'string') this.text(node, out);
      else if (depth >= this.limits.maxDepth) {
        this.say('cda.narrative.tooDeep', node, { max: this.limits.maxDepth });
        this.text(textUnder(node), out);
      } else this.#element(node, out, depth + 1, inTable);
    }
    return out;
  }

  /** Adds a text, white space collapsed as HTML does, joined to the one before. */
  text(raw: string, out: NarrativeNode[]): void {
    const text = raw.replace(/[\s\u0085]+/g, ' ').replace(unsafe, '\ufffd');
    if (text === '') return;
    if (text === ' ' && out.length === 0) return;
    if (this.take()) out.push({ kind: 'text', text });
  }

  /** True while there is room for one more node. */
  take(): boolean {
    if (this.#left <= 0) {
      if (!this.truncated)
        this.findings.push(finding('cda.narrative.tooLong', 'warning', [], { max: this.limits.maxNodes }, REF));
      this.truncated = true;
      return false;
    }
    this.#left -= 1;
    return true;
  }

  /** A remark, once for each rule and line. */
  say(rule: string, element: XmlElement, params: Readonly<Record<string, string | number>> = {}): void {
    const key = `${rule} ${element.line}`;
    if (this.#said.has(key) || this.#said.size >= 200) return;
    this.#said.add(key);
    this.findings.push({
      ...finding(rule, 'warning', [], params, REF),
      wire: { line: element.line, column: element.column },
    });
  }

  id(element: XmlElement): string | undefined {
    const id = attr(element, 'ID');
    return id !== undefined && isUsableId(id) ? id : undefined;
  }

  caption(element: XmlElement, depth: number): NarrativeNode[] | undefined {
    const found = elements(element).find((node) => node.local === 'caption' && node.namespace === NS.hl7);
    if (found === undefined) return undefined;
    this.#captions.add(found);
    return this.read(found, depth, true);
  }

  /** True for a caption that was shown already. */
  shown(node: XmlElement): boolean {
    return this.#captions.has(node);
  }

  /** What stands among children of a kind and is not of that kind: said, and shown as texts. */
  stray(node: XmlElement | string, depth: number): NarrativeNode[] {
    if (typeof node === 'string') {
      const out: NarrativeNode[] = [];
      if (node.trim() !== '') this.text(node, out);
      return out;
    }
    if (this.shown(node)) return [];
    this.say('cda.narrative.unknownElement', node, { element: nameOf(node) });
    return this.read({ ...node, children: [node] }, depth, true);
  }

  #element(node: XmlElement, out: NarrativeNode[], depth: number, inTable: boolean): void {
    if (node.namespace !== NS.hl7) {
      this.#unknown(node, out, depth, inTable);
      return;
    }
    if (this.shown(node)) return;
    if (node.local === 'caption') {
      this.#unknown(node, out, depth, inTable);
      return;
    }
    if (!this.take()) return;
    const id = this.id(node);
    const styles = stylesOf(attr(node, 'styleCode'));
    const language = languageOf(node);
    switch (node.local) {
      case 'content': {
        const revised = attr(node, 'revised');
        out.push(
          compact<NarrativeContent>({
            kind: 'content',
            id,
            styles,
            language,
            revised: revised === 'insert' || revised === 'delete' ? revised : undefined,
            children: this.read(node, depth, inTable),
          }),
        );
        return;
      }
      case 'paragraph':
        out.push(
          compact<NarrativeParagraph>({
            kind: 'paragraph',
            id,
            styles,
            language,
            caption: this.caption(node, depth),
            children: this.read(node, depth, inTable),
          }),
        );
        return;
      case 'sub':
      case 'sup':
        out.push({ kind: node.local, children: this.read(node, depth, inTable) });
        return;
      case 'br':
        out.push({ kind: 'break' }, ...this.read(node, depth, inTable));
        return;
      case 'linkHtml':
        out.push(this.#link(node, id, depth, inTable));
        return;
      case 'footnote':
        out.push(compact<NarrativeFootnote>({ kind: 'footnote', id, children: this.read(node, depth, inTable) }));
        return;
      case 'footnoteRef': {
        const target = attr(node, 'IDREF') ?? '';
        if (isUsableId(target)) out.push({ kind: 'footnoteRef', target, found: this.hasId(target) });
        out.push(...this.read(node, depth, inTable));
        return;
      }
      case 'renderMultiMedia':
        out.push(
          compact<NarrativeMedia>({
            kind: 'media',
            references: tokens(attr(node, 'referencedObject'))
              .slice(0, 64)
              .filter(isUsableId)
              .map((target) => ({ id: target, found: this.hasId(target) })),
            caption: this.caption(node, depth),
          }),
          ...node.children.flatMap((child) => this.stray(child, depth)),
        );
        return;
      case 'list':
        out.push(this.#list(node, id, depth, inTable));
        return;
      case 'table':
        this.#table(node, out, depth, inTable);
        return;
      default:
        this.#unknown(node, out, depth, inTable);
    }
  }

  /** What the schema does not know shows its texts and the known elements in it: nothing of what was written is hidden. */
  #unknown(node: XmlElement, out: NarrativeNode[], depth: number, inTable: boolean): void {
    this.say('cda.narrative.unknownElement', node, { element: nameOf(node) });
    out.push(...this.read(node, depth, inTable));
  }

  #link(node: XmlElement, id: string | undefined, depth: number, inTable: boolean): NarrativeLink {
    const target = targetOf(attr(node, 'href'), this.hasId, this.limits.maxAttribute);
    if (target.kind === 'refused') this.say('cda.narrative.linkRefused', node);
    const children = this.read(node, depth, inTable);
    const title = attr(node, 'title');
    const short =
      title !== undefined && title.length <= this.limits.maxAttribute ? title.replace(unsafe, '') : undefined;
    return compact<NarrativeLink>({ kind: 'link', id, target, title: short, children });
  }

  #list(node: XmlElement, id: string | undefined, depth: number, inTable: boolean): NarrativeList {
    const items: NarrativeItem[] = [];
    const caption = this.caption(node, depth);
    for (const child of node.children) {
      if (typeof child === 'string') {
        const children = this.stray(child, depth);
        if (children.length > 0) items.push({ styles: [], children });
        continue;
      }
      if (this.shown(child)) continue;
      if (child.local !== 'item' || child.namespace !== NS.hl7) {
        this.say('cda.narrative.unknownElement', child, { element: nameOf(child) });
      }
      if (!this.take()) break;
      items.push(
        compact<NarrativeItem>({
          id: this.id(child),
          styles: stylesOf(attr(child, 'styleCode')),
          caption: this.caption(child, depth),
          children: this.read(child, depth, inTable),
        }),
      );
    }
    return compact<NarrativeList>({
      kind: 'list',
      id,
      ordered: attr(node, 'listType') === 'ordered',
      marker: markerOf(attr(node, 'styleCode')),
      caption,
      items,
    });
  }

  #table(node: XmlElement, out: NarrativeNode[], depth: number, inTable: boolean): void {
    if (inTable || isTooWide(node, this.limits.maxColumns, this)) {
      const rule = inTable ? 'cda.narrative.nestedTable' : 'cda.narrative.tableTooWide';
      this.say(rule, node, inTable ? {} : { max: this.limits.maxColumns });
      out.push(...flattenTable(node, this, depth));
    } else out.push(readTable(node, this, depth));
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: bidirectional overrides and controls can disguise a text
const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/g;

function languageOf(element: XmlElement): string | undefined {
  const language = attr(element, 'language');
  return language !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/.test(language) ? language : undefined;
}

/** The name of an element in a finding: a name of the document, shown only when it is short and plain. */
function nameOf(element: XmlElement): string {
  return /^[A-Za-z][A-Za-z0-9]{0,31}$/.test(element.local) ? element.local : '?';
}

/** All the text under an element, without recursion: it may be as deep as the parser allows. */
function textUnder(element: XmlElement): string {
  let out = '';
  const stack: (XmlElement | string)[] = [element];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (typeof node === 'string') out += node;
    else {
      for (let i = node.children.length - 1; i >= 0; i -= 1) {
        const below = node.children[i];
        if (below !== undefined) stack.push(below);
      }
      out += ' ';
    }
  }
  return out;
}
