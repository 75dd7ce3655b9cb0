import type { ItemType, NodeTest, Occurrence, QNameRef, SequenceType } from './ast.js';

/** `p:local`, or `local`. */
export function printName({ prefix, local }: QNameRef): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}

/** A string literal; quotes are doubled. */
export function printString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A NodeTest, without its axis. */
export function printNodeTest(test: NodeTest): string {
  switch (test.kind) {
    case 'name':
      return printName(test.name);
    case 'wildcard':
      if (test.prefix !== undefined) return `${test.prefix}:*`;
      return test.local !== undefined ? `*:${test.local}` : '*';
    case 'node':
    case 'text':
    case 'comment':
      return `${test.kind}()`;
    case 'processing-instruction':
      return `${test.kind}(${test.target === undefined ? '' : printString(test.target)})`;
    case 'document-node':
      return `${test.kind}(${test.element === undefined ? '' : printNodeTest(test.element)})`;
    case 'element':
    case 'attribute':
      return `${test.kind}(${inside(test)})`;
    case 'schema-element':
    case 'schema-attribute':
      return `${test.kind}(${printName(test.name)})`;
  }
}

function inside(test: NodeTest & { readonly kind: 'element' | 'attribute' }): string {
  if (test.type === undefined) return test.name === undefined ? '' : printName(test.name);
  const nillable = test.kind === 'element' && test.nillable === true ? '?' : '';
  return `${test.name === undefined ? '*' : printName(test.name)}, ${printName(test.type)}${nillable}`;
}

const OCCURRENCES: Readonly<Record<Occurrence, string>> = { one: '', optional: '?', many: '*', some: '+' };

/** A SequenceType; what it prints reads back to the same. */
export function printSequenceType(type: SequenceType): string {
  return type.kind === 'empty' ? 'empty-sequence()' : printItemType(type.item) + OCCURRENCES[type.occurrence];
}

function printItemType(item: ItemType): string {
  if (item.kind === 'item') return 'item()';
  return item.kind === 'atomic' ? printName(item.name) : printNodeTest(item.test);
}
