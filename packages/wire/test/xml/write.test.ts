import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  element,
  parseXml,
  raw,
  serializeXml,
  text,
  type XmlElement,
  type XmlElementNode,
  XmlError,
  XmlWriteError,
} from '../../src/xml.js';

const none = { prefix: '', namespace: '' };

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof XmlWriteError || error instanceof XmlError) return error.code;
    throw error;
  }
  return 'written';
}

describe('serializeXml', () => {
  it('declares a namespace where it is first used, and only there', () => {
    const a = (local: string, children: readonly XmlElementNode[] = []) =>
      element({ prefix: 'p', namespace: 'urn:p', local }, {}, children);
    expect(serializeXml(a('a', [a('b'), a('c')]))).toBe('<p:a xmlns:p="urn:p"><p:b></p:b><p:c></p:c></p:a>');
  });

  it('declares it on the root when asked', () => {
    const inner = element({ prefix: 'q', namespace: 'urn:q', local: 'b' });
    const root = element({ ...none, local: 'a' }, {}, [inner, inner], { q: 'urn:q', b: 'urn:b' });
    expect(serializeXml(root)).toBe('<a xmlns:b="urn:b" xmlns:q="urn:q"><q:b></q:b><q:b></q:b></a>');
  });

  it('resets the default namespace for an element that has none', () => {
    const root = element({ prefix: '', namespace: 'urn:d', local: 'a' }, {}, [element({ ...none, local: 'b' })]);
    expect(serializeXml(root)).toBe('<a xmlns="urn:d"><b xmlns=""></b></a>');
  });

  it('keeps the order of attributes, leaves out undefined ones, and writes qualified ones', () => {
    expect(serializeXml(element({ ...none, local: 'a' }, { z: '1', b: undefined, c: '2' }))).toBe(
      '<a z="1" c="2"></a>',
    );
    const list = [
      { local: 'lang', prefix: 'xml', namespace: 'http://www.w3.org/XML/1998/namespace', value: 'fr' },
      { local: 't', prefix: 'x', namespace: 'urn:x', value: '1' },
    ];
    expect(serializeXml(element({ ...none, local: 'a' }, list))).toBe('<a xmlns:x="urn:x" xml:lang="fr" x:t="1"></a>');
  });

  it('escapes as Canonical XML does', () => {
    const node = element({ ...none, local: 'a' }, { b: '&<>"\'\t\n\r' }, ['&<>"\'\t\n\r']);
    expect(serializeXml(node)).toBe('<a b="&amp;&lt;>&quot;\'&#x9;&#xA;&#xD;">&amp;&lt;&gt;"\'\t\n&#xD;</a>');
  });

  it('writes the declaration when asked', () => {
    expect(serializeXml(element({ ...none, local: 'a' }), { declaration: true })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><a></a>',
    );
  });

  it('writes raw parts unchanged, and refuses those that are not one element', () => {
    const part = raw('<s  x = "1" ><!-- kept --></s>');
    expect(serializeXml(element({ ...none, local: 'a' }, {}, [part]))).toBe('<a><s  x = "1" ><!-- kept --></s></a>');
    expect(codeOf(() => raw('<a></b>'))).toBe('xml.malformed');
    expect(codeOf(() => raw('<a/><b/>'))).toBe('xml.malformed');
    expect(codeOf(() => raw('<p:a/>'))).toBe('xml.malformed');
    expect(codeOf(() => raw('<?xml version="1.0"?><a/>'))).toBe('xml.invalidName');
    expect(codeOf(() => raw('<!DOCTYPE a><a/>'))).toBe('xml.doctype');
  });

  it.each([
    ['name with a space', () => element({ ...none, local: 'a b' }), 'xml.invalidName'],
    ['name that would close the tag', () => element({ ...none, local: 'a><b' }), 'xml.invalidName'],
    ['empty name', () => element({ ...none, local: '' }), 'xml.invalidName'],
    ['name with a colon', () => element({ ...none, local: 'p:a' }), 'xml.invalidName'],
    ['attribute name', () => element({ ...none, local: 'a' }, { 'x="1" y': '' }), 'xml.invalidName'],
    ['xmlns as attribute', () => element({ ...none, local: 'a' }, { xmlns: 'urn:x' }), 'xml.invalidName'],
    ['prefix without namespace', () => element({ prefix: 'p', namespace: '', local: 'a' }), 'xml.unboundPrefix'],
    ['xml prefix stolen', () => element({ prefix: 'xml', namespace: 'urn:x', local: 'a' }), 'xml.unboundPrefix'],
    [
      'two meanings',
      () =>
        element({ prefix: 'p', namespace: 'urn:1', local: 'a' }, [
          { prefix: 'p', namespace: 'urn:2', local: 'b', value: '' },
        ]),
      'xml.unboundPrefix',
    ],
    [
      'attribute in a namespace without prefix',
      () => element({ ...none, local: 'a' }, [{ namespace: 'urn:2', local: 'b', value: '' }]),
      'xml.unboundPrefix',
    ],
    [
      'attribute twice',
      () =>
        element({ ...none, local: 'a' }, [
          { local: 'b', value: '1' },
          { local: 'b', value: '2' },
        ]),
      'xml.duplicateAttribute',
    ],
    ['control character', () => element({ ...none, local: 'a' }, {}, ['\u0001']), 'xml.invalidCharacter'],
    ['lone surrogate', () => element({ ...none, local: 'a' }, { b: '\udc00' }), 'xml.invalidCharacter'],
  ])('refuses: %s', (_name, make, code) => {
    expect(codeOf(() => serializeXml(make()))).toBe(code);
  });
});

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9._-]{0,8}$/);
const prefix = fc.constantFrom('', 'p', 'q', 'soap');
const content = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => {
  try {
    serializeXml(element({ ...none, local: 'a' }, {}, [value]));
    return true;
  } catch {
    return false;
  }
});
const tree = fc.letrec<{ node: XmlElementNode }>((tie) => ({
  node: fc
    .record({
      local: name,
      prefix,
      ns: fc.constantFrom('urn:one', 'urn:two'),
      attributes: fc.dictionary(
        name.filter((n) => n.toLowerCase() !== 'xmlns'),
        content,
        { maxKeys: 4 },
      ),
      children: fc.array(fc.oneof({ maxDepth: 4 }, content, tie('node')), { maxLength: 4 }),
    })
    .map(({ local, prefix: p, ns, attributes, children }) =>
      element({ prefix: p, namespace: ns, local }, attributes, children),
    ),
})).node;

/** The tree that reading should give: texts joined, empty ones dropped. */
function shapeOfNode(node: XmlElementNode): unknown {
  const children: unknown[] = [];
  for (const item of node.children) {
    if (typeof item === 'string') {
      const last = children.at(-1);
      if (item === '') continue;
      if (typeof last === 'string') children[children.length - 1] = last + item;
      else children.push(item);
    } else if (item.kind === 'element') children.push(shapeOfNode(item));
  }
  return [
    node.name.namespace,
    node.name.prefix,
    node.name.local,
    node.attributes.map((a) => [a.local, a.value]),
    children,
  ];
}

function shapeOfElement(node: XmlElement): unknown {
  return [
    node.namespace,
    node.prefix,
    node.local,
    node.attributes.map((a) => [a.local, a.value]),
    node.children.map((c) => (typeof c === 'string' ? c : shapeOfElement(c))),
  ];
}

describe('properties', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(shapeOfElement(parseXml(serializeXml(node, { declaration: true })))).toEqual(shapeOfNode(node));
      }),
      { numRuns: 300 },
    );
  });

  it('writes the same bytes for the same tree', () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(serializeXml(structuredClone(node))).toBe(serializeXml(node));
      }),
    );
  });

  it('keeps any text that XML can carry', () => {
    fc.assert(
      fc.property(content, (value) => {
        expect(text(parseXml(serializeXml(element({ ...none, local: 'a' }, {}, [value]))))).toBe(value);
      }),
    );
  });

  it('meets mutated bytes with a tree or a typed error, quickly', () => {
    const sample = new TextEncoder().encode(
      '<?xml version="1.0" encoding="UTF-8"?><s:E xmlns:s="urn:s" a="é&amp;"><s:B><!-- c --><x y="1">t&#233;xt</x><![CDATA[<]]></s:B></s:E>',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(sample.length - 1),
            fc.integer({ min: 0, max: 255 }),
            fc.constantFrom('set', 'drop', 'insert'),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        (edits) => {
          const bytes = [...sample];
          for (const [at, value, how] of edits) {
            if (how === 'set') bytes[at] = value;
            else if (how === 'drop') bytes.splice(at, 1);
            else bytes.splice(at, 0, value);
          }
          const started = performance.now();
          try {
            parseXml(new Uint8Array(bytes));
          } catch (error) {
            expect(error).toBeInstanceOf(XmlError);
          }
          expect(performance.now() - started).toBeLessThan(16_000);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('meets any text with a tree or a typed error', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '<',
            '>',
            '/',
            '!',
            '?',
            '-',
            '[',
            ']',
            'C',
            'D',
            'A',
            'T',
            'a',
            ' ',
            '"',
            "'",
            '=',
            '&',
            ';',
            '#',
            ':',
            'xmlns',
            '\u0000',
          ),
        }),
        (input) => {
          try {
            parseXml(input);
          } catch (error) {
            expect(error).toBeInstanceOf(XmlError);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
