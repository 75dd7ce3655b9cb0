import type { Sequence } from '../../src/runtime/item.js';
import { XUntyped, XUri } from '../../src/runtime/item.js';
import { XInteger } from '../../src/runtime/values/integer.js';
import { ELEMENT, type XNode } from '../../src/tree/node.js';
import { allNodes } from './call.js';

/** An argument as an expression writes it, and what it is. */
interface Argument {
  readonly expression: string;
  readonly items: Sequence;
}

/** A call of a function on values. */
export interface RandomCall {
  readonly name: string;
  readonly expression: string;
  readonly arguments: readonly Sequence[];
}

/** Numbers from 0 to 1, the same for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const CHARACTERS = Array.from('abcABÉéœç\u0301\u00a0\t\n\r   😀𝒳ßﬁİΣ~%/-.:1"&<\'\u2028\u3000\ue000\ufffd');
const NUMBERS = [
  0,
  1,
  2,
  3,
  4,
  5,
  1.5,
  2.5,
  0.5,
  -0.5,
  -1.5,
  -2.5,
  1.4999999999999998,
  1000.5,
  -1,
  -1e9,
  1e9,
  7.5,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
];
const QNAMES = [
  'a',
  'p:a',
  ' p:b\n',
  'xml:x',
  'zz:z',
  '',
  ':',
  'a:',
  ':b',
  'a:b:c',
  '1a',
  'é:é',
  'a·',
  '😀',
  'xsi:type',
  '\u00a0a',
  'a b',
  'a.b',
  'p:1',
  'xmlns:a',
  '×',
  '㐀',
];
const URI_PARTS = [
  'http://h',
  'http://h/',
  'urn:a:b',
  '/',
  'a',
  'b',
  '..',
  '.',
  './',
  '../',
  '?',
  'q',
  '#',
  'f',
  ' ',
  'é',
  '%20',
  '%2',
  ':',
  '[',
  ']',
  '&',
  '{',
  '\\',
  '@',
  ':80',
  'file:///x',
  'x+y:',
  '1:',
  '|',
  '\u00a0',
  '😀',
];
const BASES = [
  'http://h/a/b',
  'http://h',
  'http://h?q',
  'http://h/a#f',
  'urn:a',
  'rel',
  '',
  'file:/a/b',
  'file:///a/b/',
  'http://h/a/../b/./c',
  'http://h/a b/c',
  'http://u@h:80/x',
  'http://h/a//b/c',
];
const PATTERNS = [
  'a',
  'b+',
  '[a-c]',
  '.',
  '\\s+',
  '(a)(b)?',
  '^a',
  'c$',
  'é',
  '\\p{L}',
  '[^a]',
  'a|b',
  '',
  'x*',
  '(',
  '\\',
  '\\w',
  '\\d',
  '\\i\\c*',
  '[\\s-[\\t]]',
  '😀',
  '.{2}',
];
const REPLACEMENTS = ['', 'x', '$1', '$0', '$', '\\', '\\\\', '\\$', '$2', '$12', '[$1$2]', '$a', 'é😀'];
const FORMS = ['NFC', 'NFD', 'NFKC', 'nfkd', '', ' ', 'NFC ', 'X', 'FULLY-NORMALIZED'];
const CODES = [
  9, 10, 13, 32, 97, 233, 0x1f600, 0xd7ff, 0xe000, 0xfffd, 0xfffe, 0, 0x10ffff, 0x110000, 0xd800, 127, 133,
];
const LANGUAGES = ['fr', 'FR', 'fr-FR', 'en', 'e', '', 'fr-', 'EN-us'];
const PREFIXES = ['', 'p', 'xml', 'zz', 'xsi'];
const NAMES = [
  'count',
  'xs:date',
  'xsl:version',
  'xsl:vendor',
  'for-each',
  'xsl:for-each',
  'xsl:zzz',
  'xs:zzz',
  'a b',
  'concat',
  'xs:NMTOKENS',
  'position',
  'key',
];

/**
 * Random calls on values and on the nodes of a document, every function as often.
 *
 * @param written changes how arguments are written, not what they are
 */
export function randomCalls(
  seed: number,
  count: number,
  document: XNode,
  written: (argument: string) => string = (argument) => argument,
): RandomCall[] {
  const draw = mulberry(seed);
  const below = (limit: number) => Math.floor(draw() * limit);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const times = <T>(limit: number, make: () => T) => Array.from({ length: below(limit) }, make);
  const nodes = allNodes(document);
  const elements = nodes.filter((node) => node.kind === ELEMENT);

  const literal = (text: string): Argument => ({ expression: `'${text.replaceAll("'", "''")}'`, items: [text] });
  const none: Argument = { expression: '()', items: [] };
  const sequence = (parts: readonly Argument[]): Argument => ({
    expression: `(${parts.map((part) => part.expression).join(', ')})`,
    items: parts.flatMap((part) => part.items),
  });
  const integer = (value: number): Argument => ({ expression: `(${value})`, items: [XInteger.of(value)] });
  const oneNode = (of: readonly XNode[]): Argument => {
    const node = pick(of);
    return { expression: `(/descendant-or-self::node()/(.|@*))[${nodes.indexOf(node) + 1}]`, items: [node] };
  };
  const plain = () => times(9, () => pick(CHARACTERS)).join('');
  /** What may stand where a text is wanted: mostly a text, now and then what is made one, or what is none. */
  const text = (values?: readonly string[]): Argument => {
    const chance = draw();
    const value = values === undefined ? plain() : pick(values);
    if (chance < 0.8) return literal(value);
    if (chance < 0.86) return none;
    if (chance < 0.9)
      return { expression: `xs:untypedAtomic(${literal(value).expression})`, items: [new XUntyped(value)] };
    if (chance < 0.94) return { expression: "xs:anyURI('aé')", items: [new XUri('aé')] };
    return chance < 0.98 ? oneNode(nodes) : integer(12);
  };
  const sure = (values: readonly string[]) => literal(pick(values));
  const double = (): Argument => {
    const value = pick(NUMBERS);
    if (Number.isNaN(value)) return { expression: "number('NaN')", items: [value] };
    if (value === Number.NEGATIVE_INFINITY) return { expression: '(-1 div 0e0)', items: [value] };
    return { expression: `(${value.toExponential().replace('+', '')})`, items: [value] };
  };
  const small = () => integer(pick([-1, 0, 1, 2, 3, 4, 5, 100, -100]));
  const items = () => sequence(times(6, () => integer(below(90) + 10)));
  const node = () => (draw() < 0.05 ? none : oneNode(nodes));
  const several = () => sequence(times(6, () => oneNode(nodes)));
  const or = (make: () => Argument[], otherwise: () => Argument[]) => () => (draw() < 0.5 ? make() : otherwise());
  const uri = () => literal(times(6, () => pick(URI_PARTS)).join(''));
  const ofText = () => [text()];
  const ofTwo = () => [text(), text()];
  const ofNode = () => [node()];
  const ofItems = () => [items()];

  const calls: Readonly<Record<string, () => Argument[]>> = {
    'string-length': ofText,
    'normalize-space': ofText,
    'upper-case': ofText,
    'lower-case': ofText,
    'string-to-codepoints': ofText,
    'encode-for-uri': ofText,
    'iri-to-uri': () => [draw() < 0.5 ? uri() : text()],
    'escape-html-uri': ofText,
    contains: ofTwo,
    'starts-with': ofTwo,
    'ends-with': ofTwo,
    'substring-before': ofTwo,
    'substring-after': ofTwo,
    compare: ofTwo,
    'codepoint-equal': ofTwo,
    substring: or(
      () => [text(), double()],
      () => [text(), double(), double()],
    ),
    translate: () => [text(), text(), text()],
    concat: () => [text(), text(), ...times(3, () => pick([text, double, small])())],
    'string-join': or(
      () => [sequence(times(4, () => text()))],
      () => [sequence(times(4, () => text())), text()],
    ),
    'contains-token': () => [sequence(times(4, () => text())), sure(['a', ' b ', 'é', '', 'a b', '12'])],
    'codepoints-to-string': () => [sequence(times(4, () => integer(pick(CODES))))],
    'normalize-unicode': or(ofText, () => [text(), text(FORMS)]),
    matches: () => [text(), sure(PATTERNS)],
    replace: () => [text(), sure(PATTERNS), sure(REPLACEMENTS)],
    tokenize: or(ofText, () => [text(), sure(PATTERNS)]),
    'resolve-uri': () => [draw() < 0.05 ? none : uri(), sure(BASES)],
    'insert-before': () => [items(), small(), items()],
    remove: () => [items(), small()],
    subsequence: or(
      () => [items(), double()],
      () => [items(), double(), double()],
    ),
    reverse: ofItems,
    head: ofItems,
    tail: ofItems,
    empty: ofItems,
    exists: ofItems,
    'zero-or-one': ofItems,
    'one-or-more': ofItems,
    'exactly-one': ofItems,
    boolean: () => [draw() < 0.5 ? text() : items()],
    not: () => [draw() < 0.5 ? several() : items()],
    data: () => [several()],
    string: () => [draw() < 0.5 ? node() : double()],
    name: ofNode,
    'local-name': ofNode,
    'namespace-uri': ofNode,
    'node-name': ofNode,
    nilled: ofNode,
    'base-uri': ofNode,
    'document-uri': ofNode,
    root: ofNode,
    'has-children': ofNode,
    path: ofNode,
    lang: () => [text(LANGUAGES), oneNode(nodes)],
    innermost: () => [several()],
    outermost: () => [several()],
    id: () => [sequence(times(3, () => text(['x1', 'x2', 'x1 x2', ' x2', 'i1', '']))), oneNode(nodes)],
    'resolve-QName': () => [text(QNAMES), oneNode(elements)],
    QName: () => [text(['u', '', 'urn:p']), text(QNAMES)],
    'namespace-uri-for-prefix': () => [text(PREFIXES), oneNode(elements)],
    'in-scope-prefixes': () => [oneNode(elements)],
    'system-property': () => [sure(NAMES)],
    'function-available': () => [sure(NAMES)],
    'type-available': () => [sure(NAMES)],
    'element-available': () => [sure(NAMES)],
    'doc-available': () => [text(['sample.xml', 'none.xml', 'sample.xml#x1'])],
  };
  const made = Object.entries(calls);
  return Array.from({ length: count }, (_, index) => {
    const [name, make] = made[index % made.length] as (typeof made)[number];
    const given = make();
    return {
      name,
      expression: `${name}(${given.map((each) => written(each.expression)).join(', ')})`,
      arguments: given.map((each) => each.items),
    };
  });
}
