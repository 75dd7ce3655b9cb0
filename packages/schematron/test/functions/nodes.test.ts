import { describe, expect, it } from 'vitest';
import { localName, namespaceUri, nodeName } from '../../src/runtime/functions/names.js';
import { pathOf } from '../../src/runtime/functions/nodes.js';
import { COMMENT, INSTRUCTION, TEXT } from '../../src/tree/node.js';
import { allNodes, call, element, runOf, SAMPLE_NAME, texts } from './call.js';

const c = runOf();
const nodes = allNodes(c.document);
const attribute = (name: string) =>
  nodes.find((node) => node.parent?.attributes.includes(node) && nodeName(node) === name) ?? null;

describe('names', () => {
  it('are as written, apart or none', () => {
    const a = element(c, 'a');
    expect([nodeName(a), localName(a), namespaceUri(a)]).toEqual(['p:a', 'a', 'urn:p']);
    expect([nodeName(null), localName(c.document), namespaceUri(null)]).toEqual(['', '', '']);
    const instruction = nodes.find((node) => node.kind === INSTRUCTION) ?? null;
    expect([nodeName(instruction), localName(instruction), namespaceUri(instruction)]).toEqual(['pi', 'pi', '']);
    expect(texts(c, 'name', a)).toEqual(['p:a']);
    expect(texts(c, 'local-name', [])).toEqual(['']);
    expect(texts(c, 'namespace-uri', element(c, 'c'))).toEqual(['']);
    expect(texts(c, 'node-name', a)).toEqual(['p:a']);
    expect(call(c, 'node-name', c.document)).toEqual([]);
  });
});

describe('where a node is', () => {
  it('as a path', () => {
    expect(pathOf(c.document)).toBe('/');
    expect(pathOf(element(c, 'c'))).toBe('/Q{urn:d}r[1]/Q{}b[1]/Q{}c[1]');
    expect(nodes.filter((node) => localName(node) === 'n').map(pathOf)).toEqual(
      [1, 2, 3].map((rank) => `/Q{urn:d}r[1]/Q{urn:d}n[${rank}]`),
    );
    expect(texts(c, 'path', attribute('p:y') ?? [])).toEqual(['/Q{urn:d}r[1]/Q{urn:p}a[1]/@Q{urn:p}y']);
    expect(texts(c, 'path', attribute('x') ?? [])).toEqual(['/Q{urn:d}r[1]/Q{urn:p}a[1]/@x']);
    expect(nodes.filter((node) => node.kind === COMMENT || node.kind === INSTRUCTION).map(pathOf)).toEqual([
      '/processing-instruction(pi)[1]',
      '/comment()[1]',
      '/Q{urn:d}r[1]/processing-instruction(go)[1]',
      '/Q{urn:d}r[1]/comment()[1]',
    ]);
    expect(call(c, 'path', [])).toEqual([]);
  });

  it('as a path that is its own', () => {
    expect(new Set(nodes.map(pathOf)).size).toBe(nodes.length);
  });

  it('in a document, below a base', () => {
    expect(call(c, 'root', element(c, 'c'))).toEqual([c.document]);
    expect(texts(c, 'document-uri', c.document)).toEqual([SAMPLE_NAME]);
    expect(call(c, 'document-uri', element(c, 'c'))).toEqual([]);
    expect(texts(c, 'base-uri', element(c, 'c'))).toEqual(['http://ex.org/base/sub/']);
    expect(texts(c, 'base-uri', attribute('ref') ?? [])).toEqual(['http://ex.org/base/']);
    expect(texts(c, 'base-uri', c.document)).toEqual([SAMPLE_NAME]);
    const odd = runOf('<a xml:base="%"><b xml:base="x"/></a>');
    expect(texts(odd, 'base-uri', element(odd, 'a'))).toEqual(['%']);
  });

  it('among others', () => {
    const all = nodes.filter((node) => ['b', 'c', 'n'].includes(localName(node)));
    const shuffled = [...all].reverse();
    expect(texts(c, 'outermost', [...shuffled, ...all])).toEqual(['  b  deux mixed', '1', '2', '2']);
    expect(texts(c, 'innermost', [...shuffled, ...all])).toEqual(['deux', '1', '2', '2']);
    expect(
      call(
        c,
        'innermost',
        nodes.filter((node) => node.kind === TEXT),
      ).length,
    ).toBe(nodes.filter((node) => node.kind === TEXT).length);
  });

  it('has children or not', () => {
    expect(call(c, 'has-children', c.document)).toEqual([true]);
    expect(call(c, 'has-children', element(c, 'd'))).toEqual([false]);
    expect(call(c, 'has-children', [])).toEqual([false]);
  });
});

describe('what a node is', () => {
  it('in a language', () => {
    const root = element(c, 'r');
    expect(['fr', 'FR-fr', 'fr-FR'].map((language) => call(c, 'lang', language, root)[0])).toEqual([true, true, true]);
    expect(['f', 'fr-', '', 'en'].map((language) => call(c, 'lang', language, root)[0])).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(call(c, 'lang', 'en', element(c, 'f'))).toEqual([true]);
    expect(call(c, 'lang', 'fr', attribute('x') ?? [])).toEqual([true]);
    expect(call(c, 'lang', 'fr', c.document)).toEqual([false]);
  });

  it('by an identifier of its own', () => {
    const ids = nodes.flatMap((node) => texts(c, 'generate-id', node));
    expect(new Set(ids).size).toBe(nodes.length);
    expect(ids.every((id) => /^[A-Za-z][A-Za-z0-9]*$/.test(id))).toBe(true);
    expect(texts(c, 'generate-id', [])).toEqual(['']);
    expect(nodes.flatMap((node) => texts(c, 'generate-id', node))).toEqual(ids);
  });

  it('nilled by a schema only', () => {
    expect(call(c, 'nilled', element(c, 'd'))).toEqual([false]);
    expect(call(c, 'nilled', c.document)).toEqual([]);
  });
});
