import { nextInTree } from '../../src/tree/document.js';
import { ELEMENT, type XNode } from '../../src/tree/node.js';
import { readDocument } from '../../src/tree/read.js';

/** One change of a document, as `expected/mutations.jsonl` and `expected/values.jsonl` of the official files write it. */
export interface Mutation {
  /** Index of the element among all elements, in document order. */
  readonly element: number;
  readonly op: 'del' | 'dup' | 'null' | 'attrdel' | 'attrset' | 'text';
  /** Attribute, in Clark notation when it has a namespace. */
  readonly attr?: string;
  readonly value?: string;
}

/** A document read once, to be changed many times. */
export interface Base {
  readonly text: string;
  readonly elements: readonly XNode[];
}

/** What `mutations.jsonl` sets where it does not say: its messages quote it. */
const UNSTATED = 'XX9';
const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const ATTRIBUTE = /[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*')/y;

/** Reads a document for {@link mutate}. */
export function base(source: string): Base {
  const text = source.replace(/^\uFEFF/, '');
  const document = readDocument(text);
  const elements: XNode[] = [];
  for (let node: XNode | null = document; node !== null; node = nextInTree(node, document)) {
    if (node.kind === ELEMENT) elements.push(node);
  }
  return { text, elements };
}

/** The document with one change; everything else stays as it was written. */
export function mutate(
  { text, elements }: Base,
  { element: index, op, attr = '', value = UNSTATED }: Mutation,
): string {
  const element = elements[index];
  if (element === undefined) throw new Error(`no element ${index}`);
  const start = element.offset;
  const { open, end } = extent(text, start);
  switch (op) {
    case 'del':
      return text.slice(0, start) + text.slice(end);
    case 'dup':
      return text.slice(0, end) + text.slice(start, end) + text.slice(end);
    case 'null':
      return withAttribute(text, element, 'nullFlavor', 'UNK');
    case 'attrset':
      return withAttribute(text, element, attr, value);
    case 'attrdel':
      return withAttribute(text, element, attr, undefined);
    default: {
      const tag = text.slice(start, open).replace(/\s*\/?>$/, '>');
      return `${text.slice(0, start)}${tag}${escaped(value)}</${lexical(element)}>${text.slice(end)}`;
    }
  }
}

/** Where the tag of an element ends, and where the element does. */
function extent(text: string, start: number): { readonly open: number; readonly end: number } {
  MARKUP.lastIndex = start;
  let depth = 0;
  let open = 0;
  for (let found = MARKUP.exec(text); found !== null; found = MARKUP.exec(text)) {
    const [markup] = found;
    if (markup.startsWith('<!') || markup.startsWith('<?')) continue;
    if (open === 0) open = MARKUP.lastIndex;
    if (markup.startsWith('</')) depth -= 1;
    else if (!markup.endsWith('/>')) depth += 1;
    if (depth === 0) return { open, end: MARKUP.lastIndex };
  }
  throw new Error('the element does not end');
}

function withAttribute(text: string, element: XNode, clark: string, value: string | undefined): string {
  const found = /^\{(.*)\}(.*)$/.exec(clark);
  const [uri, local] = [found?.[1] ?? '', found?.[2] ?? clark];
  const known = element.attributes.find(({ qname }) => qname?.local === local && qname.uri === uri);
  if (known !== undefined) {
    ATTRIBUTE.lastIndex = known.offset;
    const { length } = ATTRIBUTE.exec(text)?.[0] ?? '';
    const written = value === undefined ? '' : `${lexical(known)}="${escaped(value)}"`;
    return text.slice(0, known.offset) + written + text.slice(known.offset + length);
  }
  const prefix =
    uri === '' ? '' : [...(element.scope ?? [])].find(([name, bound]) => bound === uri && name !== '')?.[0];
  const declared = prefix === undefined ? ` xmlns:added="${uri}"` : '';
  const name = prefix === '' ? local : `${prefix ?? 'added'}:${local}`;
  const at = element.offset + 1 + lexical(element).length;
  return `${text.slice(0, at)}${declared} ${name}="${escaped(value ?? '')}"${text.slice(at)}`;
}

function lexical({ qname }: XNode): string {
  if (qname === null) return '';
  return qname.prefix === '' ? qname.local : `${qname.prefix}:${qname.local}`;
}

function escaped(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
