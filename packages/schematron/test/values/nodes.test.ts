import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Run } from '../../src/runtime/run.js';
import { deepEqual } from '../../src/runtime/values/deep-equal.js';
import { compareOrder, documentOrder, except, intersect, rootOf, union } from '../../src/runtime/values/order.js';
import { atomize, stringOf, stringValue, typedValue } from '../../src/runtime/values/text-value.js';
import { typeNameOf } from '../../src/runtime/values/types.js';
import { ELEMENT, type XNode } from '../../src/tree/node.js';
import { readDocument } from '../../src/tree/read.js';

const zone = { implicitTimezone: 0 };

function all(document: XNode): XNode[] {
  const nodes: XNode[] = [document];
  for (const node of nodes) {
    if (node.kind === ELEMENT) nodes.push(...node.attributes);
    for (let child = node.first; child !== null; child = child.next) nodes.push(child);
  }
  return nodes.sort((a, b) => a.order - b.order);
}

const XML = '<?p q?><r a="1" b="2"><x>un</x>&amp;<!--c--><y>de<z/>ux</y><x/><p>tr<![CDATA[oi]]>s</p></r>';

describe('string value', () => {
  it('is the text below, comments and instructions left out', () => {
    const document = readDocument(XML);
    expect(stringValue(document)).toBe('un&deuxtrois');
    expect(all(document).map(stringValue)).toContain('deux');
    expect(stringValue(readDocument('<a/>'))).toBe('');
    expect(stringValue(readDocument('<a><b><c/></b></a>'))).toBe('');
  });

  it('is that of elements in elements too', () => {
    const depth = 200;
    const text = `${'<a>x'.repeat(depth)}${'</a>'.repeat(depth)}`;
    expect(stringValue(readDocument(text))).toBe('x'.repeat(depth));
  });

  it('is untyped, but of comments and instructions', () => {
    const types = all(readDocument(XML)).map((node) => `${typeNameOf(node)} ${typeNameOf(typedValue(node))}`);
    expect(new Set(types)).toEqual(
      new Set([
        'document-node() xs:untypedAtomic',
        'processing-instruction() xs:string',
        'element() xs:untypedAtomic',
        'attribute() xs:untypedAtomic',
        'text() xs:untypedAtomic',
        'comment() xs:string',
      ]),
    );
  });

  it('atomize keeps the array when there is nothing to do', () => {
    const values = ['a', 1, true];
    expect(atomize(values)).toBe(values);
    expect(atomize([readDocument('<a>1</a>'), 'b']).map(stringOf)).toEqual(['1', 'b']);
  });
});

describe('the order of documents', () => {
  const first = readDocument(XML);
  const second = readDocument('<s><t u="1"/></s>');
  const run = new Run({ document: first });
  run.numberOf(second);
  const nodes = [...all(first), ...all(second)];

  it('sorts nodes of several documents, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...nodes)), (picked) => {
        const sorted = documentOrder(picked, run);
        expect(sorted).toEqual(nodes.filter((node) => picked.includes(node)));
        expect(documentOrder(sorted, run)).toBe(sorted);
      }),
    );
  });

  it('union, intersect and except are those of sets', () => {
    const some = fc.uniqueArray(fc.constantFrom(...nodes));
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(union(a, b, run)).toEqual(nodes.filter((node) => a.includes(node) || b.includes(node)));
        expect(intersect(a, b, run)).toEqual(nodes.filter((node) => a.includes(node) && b.includes(node)));
        expect(except(a, b, run)).toEqual(nodes.filter((node) => a.includes(node) && !b.includes(node)));
      }),
    );
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.constantFrom(...nodes), fc.constantFrom(...nodes), (a, b) => {
        expect(Math.sign(compareOrder(a, b, run))).toBe(Math.sign(nodes.indexOf(a) - nodes.indexOf(b)));
        expect(rootOf(a) === rootOf(b)).toBe(all(first).includes(a) === all(first).includes(b));
      }),
    );
  });
});

describe('deep-equal on nodes', () => {
  const same = (a: string, b: string): boolean => deepEqual([readDocument(a)], [readDocument(b)], zone);

  it.each([
    ['<a>x<!--c-->y</a>', '<a>xy</a>', false],
    ['<a>x<!--c-->y</a>', '<a>x<?p q?>y</a>', true],
    ['<a><!--c--><b/></a>', '<a><b/></a>', true],
    ['<a b="1" c="2"/>', '<a c="2" b="1"/>', true],
    ['<a b="1"/>', '<a b="2"/>', false],
    ['<a b="1"/>', '<a/>', false],
    ['<a xmlns:p="u"/>', '<a/>', true],
    ['<p:a xmlns:p="u"/>', '<q:a xmlns:q="u"/>', true],
    ['<a xmlns="u"/>', '<a/>', false],
    ['<a> <b/> </a>', '<a><b/></a>', false],
    ['<!--x--><a>c</a>', '<a>c</a>', true],
    ['<a><b/><c/></a>', '<a><b/></a>', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(same(a, b)).toBe(expected);
    expect(same(b, a)).toBe(expected);
  });

  it('compares attributes by name and value, a document not with its element', () => {
    const [a, b] = [readDocument('<a x="1"/>'), readDocument('<b x="1" y="1"/>')];
    const [x] = a.first?.attributes ?? [];
    const [bx, by] = b.first?.attributes ?? [];
    expect(deepEqual([x ?? ''], [bx ?? ''], zone)).toBe(true);
    expect(deepEqual([x ?? ''], [by ?? ''], zone)).toBe(false);
    expect(deepEqual([a], [a.first ?? ''], zone)).toBe(false);
    expect(deepEqual([a], ['1'], zone)).toBe(false);
  });
});
