import type { XmlElement } from '@socle-sante/wire/xml';
import { headerOf, type Mutant, mutant } from './generate.js';
import { type Base, base } from './mutants.js';

/** What the headers of several documents are made of, to make others of it. */
export interface Stock {
  readonly bases: readonly Base[];
  /** Elements as text, by local name. */
  readonly pieces: ReadonlyMap<string, readonly string[]>;
  /** Values that attributes have, by name. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** A stock of documents whose bodies were cut: the rules of the header alone are held against each other. */
export function stockOf(texts: readonly string[]): Stock {
  const bases = texts.map((text) => base(withoutBody(text)));
  const pieces = new Map<string, string[]>();
  const values = new Map<string, string[]>();
  for (const from of bases) {
    for (const index of headerOf(from)) {
      const element = from.elements[index];
      if (element === undefined) continue;
      pieces.set(element.local, [
        ...(pieces.get(element.local) ?? []),
        from.text.slice(element.span.start, element.span.end),
      ]);
      for (const { namespace, local, value } of element.attributes) {
        if (namespace === '') values.set(local, [...(values.get(local) ?? []), value]);
      }
    }
  }
  return { bases, pieces, values };
}

function withoutBody(text: string): string {
  return text.replace(/(<(?:\w+:)?structuredBody[^>]*>)[\s\S]*(<\/(?:\w+:)?structuredBody>)/, '$1$2');
}

type Pick = <T>(list: readonly T[]) => T;

/** One change: what was done and the text; `undefined` where it cannot be made there. */
type Change = (from: Base, element: XmlElement, stock: Stock, pick: Pick) => readonly [string, string] | undefined;

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const HL7 = 'urn:hl7-org:v3';
const NAMESPACES = ['', 'urn:hl7-org:sdtc', 'urn:dicom-org:ps3-20', 'urn:oid:1.3.6.1.4.1.19376.1.3.2', 'urn:x'];
const TYPES = ['CD', 'CE', 'CS', 'II', 'TS', 'IVL_TS', 'IVXB_TS', 'PN', 'ON', 'AD', 'TEL', 'ST', 'ED', 'INT', ''];
const NULLS = ['UNK', 'NI', 'OTH', 'NA', 'MSK', 'NASK', 'PINF', 'NINF', ' UNK', 'unk', ''];
const SPACES = [' ', '\t', '\n', '\u00a0', '  ', '\ufeff'];
const TEXTS = ['du texte', '<!-- c -->', '<![CDATA[ c ]]>', '<?pi x?>', '\u00a0', '<x xmlns="urn:x"/>', '<ab/>'];

const escaped = (value: string): string => value.replace(/[&<>"\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
const open = ({ text }: Base, { span }: XmlElement): string => text.slice(span.start, span.open);
const nameIn = (tag: string): string => /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
const without = (tag: string, name: string): string =>
  tag.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), '');
const withAttribute = (tag: string, name: string, value: string): string =>
  without(tag, name).replace(/\s*(\/?)>$/, (_whole, slash: string) => ` ${name}="${escaped(value)}"${slash}>`);
const put = ({ text }: Base, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);

/** The opening tag changed. */
function retag(from: Base, element: XmlElement, change: (tag: string) => string): string {
  return put(from, element.span.start, element.span.open, change(open(from, element)));
}

/** Something put first in an element. */
function inside(from: Base, element: XmlElement, piece: string): string {
  const tag = open(from, element);
  return tag.endsWith('/>')
    ? put(from, element.span.start, element.span.end, `${tag.slice(0, -2)}>${piece}</${nameIn(tag)}>`)
    : put(from, element.span.open, element.span.open, piece);
}

const another = (from: Base, pick: Pick): XmlElement | undefined => from.elements[pick(headerOf(from))];

const CHANGES: Readonly<Record<string, Change>> = {
  swap(from, element, _stock, pick) {
    const other = another(from, pick);
    if (other === undefined) return undefined;
    const [a, b] = element.span.start < other.span.start ? [element.span, other.span] : [other.span, element.span];
    if (a.end > b.start) return undefined;
    const { text } = from;
    const [first, second] = [text.slice(a.start, a.end), text.slice(b.start, b.end)];
    return [other.local, text.slice(0, a.start) + second + text.slice(a.end, b.start) + first + text.slice(b.end)];
  },
  move(from, { span }, _stock, pick) {
    const at = another(from, pick)?.span.end ?? 0;
    if (at > span.start && at < span.end) return undefined;
    const { text } = from;
    const piece = text.slice(span.start, span.end);
    const moved =
      at <= span.start
        ? text.slice(0, at) + piece + text.slice(at, span.start) + text.slice(span.end)
        : text.slice(0, span.start) + text.slice(span.end, at) + piece + text.slice(at);
    return [String(at), moved];
  },
  replace: (from, element, { pieces }, pick) => [
    'of another document',
    put(from, element.span.start, element.span.end, pick(pieces.get(element.local) ?? [''])),
  ],
  repeat: (from, element, { pieces }, pick) => [
    'of another document',
    put(from, element.span.end, element.span.end, pick(pieces.get(element.local) ?? [''])),
  ],
  graft(from, element, { pieces }, pick) {
    const local = pick([...pieces.keys()]);
    return [local, inside(from, element, pick(pieces.get(local) ?? ['']))];
  },
  borrow(from, element, { values }, pick) {
    const own = element.attributes.filter(({ namespace, local }) => namespace === '' && values.has(local));
    if (own.length === 0) return undefined;
    const { local } = pick(own);
    const value = pick(values.get(local) ?? ['']);
    return [`${local}=${value}`, retag(from, element, (tag) => withAttribute(tag, local, value))];
  },
  space(from, element, _stock, pick) {
    const own = element.attributes.filter(({ namespace }) => namespace === '');
    if (own.length === 0) return undefined;
    const { local, value } = pick(own);
    const space = pick(SPACES);
    const written = pick([space + value, value + space, `${value.slice(0, 3)}${space}${value.slice(3)}`, space]);
    return [`${local}=${JSON.stringify(written)}`, retag(from, element, (tag) => withAttribute(tag, local, written))];
  },
  namespace(from, element, _stock, pick) {
    const uri = pick(NAMESPACES);
    return [uri, retag(from, element, (tag) => withAttribute(tag, 'xmlns', uri))];
  },
  prefix(from, element, _stock, pick) {
    const uri = pick([HL7, ...NAMESPACES.slice(1)]);
    const tag = open(from, element);
    const name = nameIn(tag);
    if (name.includes(':')) return undefined;
    const { start, end } = element.span;
    const rest = tag.slice(1 + name.length) + from.text.slice(element.span.open, end).replace(/<\/[^<]*$/, '');
    const closed = tag.endsWith('/>') ? '' : `</zz:${name}>`;
    return [uri, put(from, start, end, `<zz:${name} xmlns:zz="${uri}"${rest}${closed}`)];
  },
  qualify(from, element, _stock, pick) {
    const own = element.attributes.filter(({ namespace }) => namespace === '');
    if (own.length === 0) return undefined;
    const { local, value } = pick(own);
    const change = (tag: string): string =>
      withAttribute(withAttribute(without(tag, local), 'xmlns:qq', HL7), `qq:${local}`, value);
    return [local, retag(from, element, change)];
  },
  type(from, element, _stock, pick) {
    const type = pick(TYPES);
    const [prefix, uri] = pick([
      ['', ''],
      ['hl7:', HL7],
      ['bad:', 'urn:x'],
      [' ', ''],
    ] as const);
    const change = (tag: string): string => {
      const typed = withAttribute(withAttribute(tag, 'xmlns:xsi', XSI), 'xsi:type', `${prefix}${type}`);
      return uri === '' ? typed : withAttribute(typed, `xmlns:${prefix.slice(0, -1)}`, uri);
    };
    return [`${prefix}${type}`, retag(from, element, change)];
  },
  nil: (from, element, _stock, pick) => {
    const value = pick(['true', '1', 'false']);
    return [
      value,
      retag(from, element, (tag) => withAttribute(withAttribute(tag, 'xmlns:xsi', XSI), 'xsi:nil', value)),
    ];
  },
  text(from, element, _stock, pick) {
    const piece = pick(TEXTS);
    return [piece, inside(from, element, piece)];
  },
  nullify(from, element, _stock, pick) {
    const flavor = pick(NULLS);
    return [flavor, retag(from, element, (tag) => withAttribute(tag, 'nullFlavor', flavor))];
  },
};

/**
 * A document made of others: elements swapped, moved, taken from elsewhere, put in other namespaces, values borrowed, white space
 * in attributes, types stated with and without prefix; one to eight changes at once. `undefined` when the result is not XML.
 */
export function rearranged(stock: Stock, random: () => number): Mutant | undefined {
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] as (typeof list)[number];
  const done: string[] = [];
  let current = pick(stock.bases);
  let left = random() < 0.5 ? 1 : random() < 0.6 ? 2 : 2 + Math.floor(random() * 6);
  try {
    while (left > 0) {
      if (random() < 0.2) {
        const made = mutant(current, headerOf(current), random, base);
        done.push(made.done);
        current = base(made.text);
        left -= 1;
        continue;
      }
      const element = another(current, pick);
      const name = pick(Object.keys(CHANGES));
      const change = element === undefined ? undefined : CHANGES[name]?.(current, element, stock, pick);
      if (change === undefined) continue;
      done.push(`${name} ${element?.local} ${change[0]}`);
      current = base(change[1]);
      left -= 1;
    }
  } catch {
    return undefined;
  }
  return { done: done.join('; '), text: current.text };
}
