import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exclusiveForm } from '../../src/c14n/exclusive-tree.js';
import { canonicalize } from '../../src/c14n.js';
import {
  element,
  raw,
  serializeXml,
  type XmlAttributeInput,
  type XmlElementNode,
  XmlWriteError,
} from '../../src/xml.js';

const LOCAL = fc.constantFrom('a', 'b', 'B', 'é', 'a-b', 'ID', 'ﬀ', '𝒳');
const TEXT = fc.string({
  unit: fc.constantFrom('a', ' ', '\t', '\n', '\r', '&', '<', '>', '"', "'", 'é', '😀', ']]>'),
  maxLength: 6,
});
const PREFIXED = fc.record({
  prefix: fc.constantFrom('', 'p', 'q', 'xs'),
  namespace: fc.constantFrom('urn:1', 'urn:2', 'urn:3'),
});
const NAME = fc
  .oneof(PREFIXED, fc.constant({ prefix: '', namespace: '' }))
  .chain((bound) => LOCAL.map((local) => ({ ...bound, local })));
const ATTRIBUTE: fc.Arbitrary<XmlAttributeInput> = fc.oneof(
  fc.record({ local: LOCAL, value: TEXT }),
  fc.record({
    prefix: fc.constantFrom('p', 'q', 'r'),
    namespace: fc.constantFrom('urn:1', 'urn:2'),
    local: LOCAL,
    value: TEXT,
  }),
  fc.record({
    prefix: fc.constant('xml'),
    namespace: fc.constant('http://www.w3.org/XML/1998/namespace'),
    local: fc.constant('lang'),
    value: TEXT,
  }),
);

const { tree } = fc.letrec<{ tree: XmlElementNode; child: XmlElementNode | string }>((tie) => ({
  child: fc.oneof({ maxDepth: 4 }, TEXT, tie('tree')),
  tree: fc
    .tuple(
      NAME,
      fc.uniqueArray(ATTRIBUTE, { maxLength: 4, selector: (item) => `${item.namespace ?? ''} ${item.local}` }),
      fc.array(tie('child'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('p', 'y', 'z'), fc.constantFrom('urn:1', 'urn:3'), { maxKeys: 2 }),
    )
    .map(([name, attributes, children, namespaces]) => element(name, attributes, children, namespaces)),
}));

/** The text of a tree; `undefined` when a prefix would have two meanings on one element: there is no such text. */
function textOf(node: XmlElementNode): string | undefined {
  try {
    return serializeXml(node);
  } catch (error) {
    if (error instanceof XmlWriteError && error.code === 'xml.unboundPrefix') return undefined;
    throw error;
  }
}

describe('the exclusive form of a tree', () => {
  it('is what libxml2 makes of the text of the tree', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (node) => {
        const text = textOf(node);
        fc.pre(text !== undefined);
        const expected = new TextDecoder().decode(await canonicalize(text, { method: 'exc-c14n' }));
        expect(exclusiveForm(node)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('is not told of a tree with a raw part', () => {
    const name = { prefix: '', namespace: 'urn:a', local: 'a' };
    expect(exclusiveForm(element(name, {}, [element(name, {}, [raw('<b/>')])]))).toBeUndefined();
  });
});
