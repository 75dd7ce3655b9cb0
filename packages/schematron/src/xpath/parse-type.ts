import type { ElementTest, ItemType, NodeTest, Occurrence, QNameRef, SequenceType } from './ast.js';
import type { Cursor } from './cursor.js';

/** Names that begin a KindTest (§2.5.4). */
export const KIND_TESTS: ReadonlySet<string> = new Set([
  'node',
  'text',
  'comment',
  'processing-instruction',
  'document-node',
  'element',
  'attribute',
  'schema-element',
  'schema-attribute',
]);

/** Whether a KindTest comes. */
export function isKindTest(cursor: Cursor): boolean {
  const token = cursor.peek();
  return token.kind === 'name' && KIND_TESTS.has(token.text) && cursor.isSymbol('(', 1);
}

/** KindTest [54]. */
export function readKindTest(cursor: Cursor): NodeTest {
  const kind = cursor.next().text;
  cursor.expect('(');
  const test = cursor.nested(() => kindTest(cursor, kind));
  cursor.expect(')');
  return test;
}

function kindTest(cursor: Cursor, kind: string): NodeTest {
  switch (kind) {
    case 'node':
    case 'text':
    case 'comment':
      return { kind };
    case 'processing-instruction': {
      const token = cursor.peek();
      if (token.kind !== 'name' && token.kind !== 'string') return { kind };
      // A literal is normalised as a token is: §3.2.1.2 through XPTY0004 of XQuery, and so does the reference engine.
      return { kind, target: cursor.next().text.trim() };
    }
    case 'document-node':
      if (cursor.isSymbol(')')) return { kind };
      if (cursor.isWord('element') || cursor.isWord('schema-element')) {
        const element = readKindTest(cursor);
        if (element.kind === 'element') return { kind, element };
      }
      throw cursor.error('“element(…)” or “)”');
    case 'element':
      return elementTest(cursor);
    case 'attribute':
      return attributeTest(cursor);
    default:
      return {
        kind: kind === 'schema-element' ? 'schema-element' : 'schema-attribute',
        name: cursor.qname('the name of a declaration'),
      };
  }
}

function elementTest(cursor: Cursor): ElementTest {
  if (cursor.isSymbol(')')) return { kind: 'element' };
  const name = nameOrWildcard(cursor, 'the name of an element');
  if (!cursor.take(',')) return { kind: 'element', ...name };
  const type = cursor.qname('the name of a type');
  return { kind: 'element', ...name, type, ...(cursor.take('?') ? { nillable: true } : {}) };
}

function attributeTest(cursor: Cursor): NodeTest {
  if (cursor.isSymbol(')')) return { kind: 'attribute' };
  const name = nameOrWildcard(cursor, 'the name of an attribute');
  if (!cursor.take(',')) return { kind: 'attribute', ...name };
  return { kind: 'attribute', ...name, type: cursor.qname('the name of a type') };
}

function nameOrWildcard(cursor: Cursor, what: string): { name?: QNameRef } {
  return cursor.take('*') ? {} : { name: cursor.qname(`${what} or “*”`) };
}

const OCCURRENCES: ReadonlyMap<string, Occurrence> = new Map([
  ['?', 'optional'],
  ['*', 'many'],
  ['+', 'some'],
]);

/** SequenceType [50]. An occurrence indicator is taken whenever one comes (constraint `occurrence-indicators`). */
export function readSequenceType(cursor: Cursor): SequenceType {
  if (cursor.isWord('empty-sequence') && cursor.isSymbol('(', 1)) {
    cursor.next();
    cursor.next();
    cursor.expect(')');
    return { kind: 'empty' };
  }
  const item = itemType(cursor);
  const token = cursor.peek();
  const occurrence = token.kind === 'symbol' ? OCCURRENCES.get(token.text) : undefined;
  if (occurrence !== undefined) cursor.next();
  return { kind: 'of', item, occurrence: occurrence ?? 'one' };
}

function itemType(cursor: Cursor): ItemType {
  if (isKindTest(cursor)) return { kind: 'nodeTest', test: readKindTest(cursor) };
  if (cursor.isWord('item') && cursor.isSymbol('(', 1)) {
    cursor.next();
    cursor.next();
    cursor.expect(')');
    return { kind: 'item' };
  }
  return { kind: 'atomic', name: cursor.qname('a type') };
}

/** SingleType [49]: what a cast may name. */
export function readSingleType(cursor: Cursor): { type: QNameRef; optional: boolean } {
  const type = cursor.qname('the name of an atomic type');
  return { type, optional: cursor.take('?') };
}
