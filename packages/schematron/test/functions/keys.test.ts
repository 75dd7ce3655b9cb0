import { describe, expect, it } from 'vitest';
import { keyNodes } from '../../src/runtime/functions/keys.js';
import { localName } from '../../src/runtime/functions/names.js';
import { XUntyped } from '../../src/runtime/item.js';
import type { KeyDefinition } from '../../src/runtime/run.js';
import { XNode } from '../../src/tree/node.js';
import { allNodes, call, codeOf, element, int, runOf, texts } from './call.js';

const XML =
  '<r><g id="1"><i k="a" n="1">x</i><i k="b" n="01">y</i></g><g id="2"><i k="a" n="2">é</i><j k="a">w</j></g></r>';
const attributeOf = (node: XNode, name: string) =>
  node.attributes.filter((each) => localName(each) === name).map((each) => new XUntyped(each.value));

function definition(changes: Partial<KeyDefinition> = {}): KeyDefinition {
  return { name: '{}k', matches: (node) => localName(node) === 'i', use: (node) => attributeOf(node, 'k'), ...changes };
}

const names = (found: readonly unknown[]) => found.map((node) => (node instanceof XNode ? node.first?.value : node));

describe('key', () => {
  it('finds nodes by value, in order, each once', () => {
    const c = runOf(XML, { keys: [definition()] });
    expect(texts(c, 'key', 'k', 'a', c.document)).toEqual(['x', 'é']);
    expect(texts(c, 'key', 'k', ['b', 'a', 'b'], c.document)).toEqual(['x', 'y', 'é']);
    expect(texts(c, 'key', 'k', new XUntyped('b'), c.document)).toEqual(['y']);
    expect(texts(c, 'key', 'k', 'none', c.document)).toEqual([]);
    expect(texts(c, 'key', 'k', [], c.document)).toEqual([]);
  });

  it('finds them below a node only', () => {
    const c = runOf(XML, { keys: [definition()] });
    const [, second] = allNodes(c.document).filter((node) => localName(node) === 'g');
    expect(names(keyNodes(c, '{}k', ['a'], second ?? c.document))).toEqual(['é']);
    expect(names(keyNodes(c, '{}k', ['a'], element(c, 'i')))).toEqual(['x']);
  });

  it('joins definitions of one name, and several values of a node', () => {
    const j = definition({ matches: (node) => localName(node) === 'j' });
    const both = definition({ use: (node) => [...attributeOf(node, 'k'), ...attributeOf(node, 'n')] });
    const c = runOf(XML, { keys: [both, j, definition({ name: '{u}k' })] });
    expect(texts(c, 'key', 'k', 'a', c.document)).toEqual(['x', 'é', 'w']);
    expect(texts(c, 'key', 'k', ['1', 'a'], c.document)).toEqual(['x', 'é', 'w']);
  });

  it('compares as eq does', () => {
    const typed = definition({ use: (node) => attributeOf(node, 'n').map((value) => int(Number(value.value))) });
    const c = runOf(XML, { keys: [typed] });
    expect(texts(c, 'key', 'k', int(1), c.document)).toEqual(['x', 'y']);
    expect(texts(c, 'key', 'k', 1, c.document)).toEqual(['x', 'y']);
    expect(texts(c, 'key', 'k', '1', c.document)).toEqual([]);
  });

  it('has a name of the schema', () => {
    const c = runOf(XML, { keys: [definition({ name: '{urn:k}k' })], namespaces: new Map([['q', 'urn:k']]) });
    expect(texts(c, 'key', 'q:k', 'b', c.document)).toEqual(['y']);
    for (const name of ['k', 'zz:k', 'a b'])
      expect(codeOf(() => call(c, 'key', name, 'a', c.document))).toBe('XTDE1260');
  });

  it('may be of attributes, or of candidates alone', () => {
    const attributes = definition({
      attributes: true,
      matches: (node) => localName(node) === 'k',
      use: (node) => [new XUntyped(node.value)],
    });
    const c = runOf(XML, { keys: [attributes] });
    expect(texts(c, 'key', 'k', 'a', c.document)).toEqual(['a', 'a', 'a']);
    let tried = 0;
    const candidates = (root: XNode) => allNodes(root).filter((node) => localName(node) === 'i');
    const few = definition({
      candidates,
      matches: () => {
        tried++;
        return true;
      },
    });
    const d = runOf(XML, { keys: [few] });
    expect(texts(d, 'key', 'k', 'a', d.document)).toEqual(['x', 'é']);
    expect(tried).toBe(3);
  });

  it('is built once for a run, or once for a document', () => {
    let built = 0;
    const matches = (node: XNode) => {
      if (localName(node) === 'r') built++;
      return localName(node) === 'i';
    };
    const mine = [definition({ matches })];
    const first = runOf(XML, { keys: mine });
    for (const value of ['a', 'b', 'a']) call(first, 'key', 'k', value, first.document);
    expect(built).toBe(1);
    call(runOf(XML, { keys: mine, document: first.document }), 'key', 'k', 'a', first.document);
    expect(built).toBe(2);
    const shared = [definition({ matches, ofDocument: true })];
    for (const value of ['a', 'b']) {
      const c = runOf(XML, { keys: shared, document: first.document });
      call(c, 'key', 'k', value, c.document);
    }
    expect(built).toBe(3);
  });

  it('may not ask for itself', () => {
    const own = definition({ use: (node, c) => keyNodes(c, '{}k', ['a'], node) });
    const c = runOf(XML, { keys: [own] });
    expect(codeOf(() => keyNodes(c, '{}k', ['a'], c.document))).toBe('XTDE0640');
    expect(codeOf(() => keyNodes(c, '{}k', ['a'], c.document))).toBe('XTDE0640');
  });
});
