import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, TEXT, XNode } from '../../tree/node.js';
import type { ItemType, NodeTest, QNameRef, SequenceType } from '../../xpath/ast.js';
import type { Item, Sequence } from '../item.js';
import type { TypeSpec } from '../signatures.js';
import { derivesFrom, instanceOfAtomic, isAtomicTypeName } from './types.js';

/** What an item must be. */
export type ItemTest =
  | { readonly kind: 'item' }
  /** Local name of an atomic type of XML Schema, or `numeric`. */
  | { readonly kind: 'atomic'; readonly type: string }
  | { readonly kind: 'node'; readonly matches: (node: XNode) => boolean };

/** A sequence type, ready to be asked. */
export interface TypeTest {
  readonly item: ItemTest;
  readonly least: 0 | 1;
  /** 0 for `empty-sequence()`. */
  readonly most: 0 | 1 | typeof Number.POSITIVE_INFINITY;
  readonly spec: TypeSpec;
}

const tests = new Map<TypeSpec, TypeTest>();
/** Signatures and packs have few types: more than that is not worth keeping. */
const KEPT = 1000;

/**
 * The test of a type that is written as signatures write it, names in Clark notation: `xs:string?`, `item()*`, `numeric`,
 * `element({urn:hl7-org:v3}id)+`, `document-node(element({}a))`, `processing-instruction(x)`, `empty-sequence()`. Parsed once.
 *
 * @throws TypeError when it is not written so
 */
export function typeTest(spec: TypeSpec): TypeTest {
  const known = tests.get(spec);
  if (known !== undefined) return known;
  const made = parseSpec(spec);
  if (tests.size < KEPT) tests.set(spec, made);
  return made;
}

function parseSpec(spec: TypeSpec): TypeTest {
  if (spec === 'empty-sequence()') return { item: { kind: 'item' }, least: 0, most: 0, spec };
  const sign = spec.charAt(spec.length - 1);
  const marked = sign === '?' || sign === '*' || sign === '+';
  const item = parseItem(marked ? spec.slice(0, -1) : spec);
  if (item === undefined) throw new TypeError('a sequence type is not written as it must be');
  return {
    item,
    least: sign === '?' || sign === '*' ? 0 : 1,
    most: sign === '*' || sign === '+' ? Number.POSITIVE_INFINITY : 1,
    spec,
  };
}

function parseItem(text: string): ItemTest | undefined {
  if (text === 'item()') return { kind: 'item' };
  if (!text.endsWith(')')) {
    const type = text.startsWith('xs:') ? text.slice(3) : text;
    return isAtomicTypeName(type) ? { kind: 'atomic', type } : undefined;
  }
  const matches = parseNode(text);
  return matches === undefined ? undefined : { kind: 'node', matches };
}

function parseNode(text: string): ((node: XNode) => boolean) | undefined {
  const open = text.indexOf('(');
  const inside = text.slice(open + 1, -1);
  switch (text.slice(0, open)) {
    case 'node':
      return () => true;
    case 'text':
      return (node) => node.kind === TEXT;
    case 'comment':
      return (node) => node.kind === COMMENT;
    case 'processing-instruction':
      return (node) => node.kind === INSTRUCTION && (inside === '' || node.qname?.local === inside);
    case 'element':
      return named(ELEMENT, inside);
    case 'attribute':
      return named(ATTRIBUTE, inside);
    case 'document-node':
      return documentOf(inside);
    case 'none':
      return () => false;
    default:
      return undefined;
  }
}

function named(kind: typeof ELEMENT | typeof ATTRIBUTE, name: string): (node: XNode) => boolean {
  if (name === '' || name === '*') return (node) => node.kind === kind;
  const end = name.indexOf('}');
  const uri = name.slice(1, end);
  const local = name.slice(end + 1);
  return (node) => node.kind === kind && node.qname?.local === local && node.qname.uri === uri;
}

/** `document-node(element(a))`: one element below, that one, and no text. */
function documentOf(inside: string): ((node: XNode) => boolean) | undefined {
  if (inside === '') return (node) => node.kind === DOCUMENT;
  const test = parseNode(inside);
  if (test === undefined) return undefined;
  return (node) => {
    if (node.kind !== DOCUMENT) return false;
    let found = false;
    for (let child = node.first; child !== null; child = child.next) {
      if (child.kind === TEXT || (child.kind === ELEMENT && (found || !test(child)))) return false;
      if (child.kind === ELEMENT) found = true;
    }
    return found;
  };
}

/** Is an item of that type? */
export function itemMatches(item: Item, test: ItemTest): boolean {
  switch (test.kind) {
    case 'item':
      return true;
    case 'atomic':
      return instanceOfAtomic(item, test.type);
    case 'node':
      return item instanceof XNode && test.matches(item);
  }
}

/** `items instance of TYPE`. */
export function instanceOf(items: Sequence, spec: TypeSpec): boolean {
  const { item, least, most } = typeTest(spec);
  if (items.length < least || items.length > most) return false;
  return items.every((each) => itemMatches(each, item));
}

/** Expanded name of a name in a type, as the compiler resolves it: elements and types may have a default namespace, attributes none. */
export type NameResolver = (
  name: QNameRef,
  what: 'element' | 'attribute' | 'type',
) => { readonly uri: string; readonly local: string };

/** What {@link typeTest} reads, of a type as an expression writes it. */
export function specOf(type: SequenceType, resolve: NameResolver): TypeSpec {
  if (type.kind === 'empty') return 'empty-sequence()';
  const sign = { one: '', optional: '?', many: '*', some: '+' }[type.occurrence];
  return `${itemSpec(type.item, resolve)}${sign}`;
}

function itemSpec(item: ItemType, resolve: NameResolver): string {
  switch (item.kind) {
    case 'item':
      return 'item()';
    case 'atomic':
      return `xs:${resolve(item.name, 'type').local}`;
    case 'nodeTest':
      return nodeSpec(item.test, resolve);
  }
}

/** Without a schema every element is xs:untyped and every attribute xs:untypedAtomic: another type matches nothing. */
function nodeSpec(test: NodeTest, resolve: NameResolver): string {
  switch (test.kind) {
    case 'element':
    case 'attribute': {
      const type = test.type === undefined ? undefined : resolve(test.type, 'type').local;
      if (type !== undefined && !isTypeOf(test.kind, type)) return 'none()';
      if (test.name === undefined) return `${test.kind}()`;
      const { uri, local } = resolve(test.name, test.kind);
      return `${test.kind}({${uri}}${local})`;
    }
    case 'document-node':
      return `document-node(${test.element === undefined ? '' : nodeSpec(test.element, resolve)})`;
    case 'processing-instruction':
      return `processing-instruction(${test.target ?? ''})`;
    case 'node':
    case 'text':
    case 'comment':
      return `${test.kind}()`;
    default:
      return 'none()';
  }
}

function isTypeOf(kind: 'element' | 'attribute', type: string): boolean {
  if (type === 'anyType') return true;
  return kind === 'element' ? type === 'untyped' : type === 'anySimpleType' || derivesFrom('untypedAtomic', type);
}
