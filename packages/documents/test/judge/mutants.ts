import { parseXml, walk, type XmlElement } from '@socle-sante/wire/xml';

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
  readonly elements: readonly XmlElement[];
}

const LIMITS = { maxBytes: 1e8, maxTextLength: 1e8, maxMillis: 60_000 };
/** What `mutations.jsonl` sets where it does not say: its messages quote it. */
const UNSTATED = 'XX9';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Reads a document for {@link mutate}. */
export function base(text: string): Base {
  const plain = text.replace(/^\uFEFF/, '');
  return { text: plain, elements: [...walk(parseXml(plain, LIMITS))] };
}

/** The document with one change; everything else stays as it was written. */
export function mutate({ text, elements }: Base, mutation: Mutation): string {
  const element = elements[mutation.element];
  if (element === undefined) throw new Error(`no element ${mutation.element}`);
  const { start, open, end } = element.span;
  const put = (from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);
  switch (mutation.op) {
    case 'del':
      return put(start, end, '');
    case 'dup':
      return put(end, end, text.slice(start, end));
    case 'null':
      return put(start, open, setAttribute(text.slice(start, open), 'nullFlavor', 'UNK'));
    case 'attrdel':
      return put(start, open, removeAttribute(text.slice(start, open), nameOf(mutation.attr ?? '')));
    case 'attrset':
      return put(
        start,
        open,
        setAttribute(text.slice(start, open), nameOf(mutation.attr ?? ''), mutation.value ?? UNSTATED),
      );
    case 'text': {
      const tag = text.slice(start, open);
      const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
      return put(start, end, `${tag.replace(/\s*\/?>$/, '')}>${escapeXml(mutation.value ?? UNSTATED)}</${name}>`);
    }
  }
}

/** The official examples bind `xsi` and nothing else in attributes. */
function nameOf(clark: string): string {
  const found = /^\{(.*)\}(.*)$/.exec(clark);
  if (found === null) return clark;
  if (found[1] !== XSI) throw new Error(`no prefix for ${found[1]}`);
  return `xsi:${found[2]}`;
}

function pattern(name: string): RegExp {
  return new RegExp(`\\s${name.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&')}\\s*=\\s*("[^"]*"|'[^']*')`);
}

function removeAttribute(tag: string, name: string): string {
  return tag.replace(pattern(name), '');
}

function setAttribute(tag: string, name: string, value: string): string {
  const declared = name.startsWith('xsi:') ? ` xmlns:xsi="${XSI}"` : '';
  const bare = removeAttribute(declared === '' ? tag : removeAttribute(tag, 'xmlns:xsi'), name);
  return bare.replace(
    /\s*(\/?)>$/,
    () => `${declared} ${name}="${escapeXml(value)}"${bare.endsWith('/>') ? '/' : ''}>`,
  );
}

function escapeXml(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
