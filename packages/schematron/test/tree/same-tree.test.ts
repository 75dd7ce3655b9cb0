import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { DocumentError } from '../../src/tree/error.js';
import { readDocument, readDocumentCompletely } from '../../src/tree/read.js';
import { plainTree } from './same-tree.js';

/** The tree, or the code of the error. */
function outcome(read: typeof readDocument, input: string | Uint8Array): unknown {
  try {
    return plainTree(read(input));
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
}

function expectSame(input: string | Uint8Array): void {
  expect(outcome(readDocument, input)).toStrictEqual(outcome(readDocumentCompletely, input));
}

const space = fc.constantFrom('', ' ', '\n', '\r\n', '\r', '\t', '  \n ');
const name = fc.constantFrom('a', 'b', 'p:a', 'q:b', 'long-name.1', '_x', 'é', 'xml:lang', 'ns9:z');
const text = fc.array(
  fc.constantFrom(
    'x',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '&amp;',
    '&#13;',
    '&#x1F600;',
    'é',
    '😀',
    ']',
    ']]',
    '>',
    '&lt;',
    '"',
    "'",
    '\t',
  ),
  { maxLength: 6 },
);
const value = text.map((parts) => parts.join('').replaceAll('"', '&quot;'));
const declaration = fc.constantFrom(
  ['xmlns', 'urn:1'],
  ['xmlns', ''],
  ['xmlns:p', 'urn:1'],
  ['xmlns:p', 'urn:2'],
  ['xmlns:q', 'urn:1'],
  ['xmlns:ns9', 'urn:9'],
);
const attribute = fc.oneof(
  fc.tuple(fc.constantFrom('c', 'd', 'p:c', 'q:c', 'xml:lang', 'xsi'), value),
  declaration.map(([key = '', uri = '']) => [key, uri] as [string, string]),
);
const attributes = fc
  .uniqueArray(attribute, { selector: ([key]) => key, maxLength: 4 })
  .chain((all) => fc.tuple(...all.map(([key, content]) => space.map((ws) => ` ${ws}${key}${ws}=${ws}"${content}"`))))
  .map((all) => all.join(''));

const { node } = fc.letrec<{ node: string; element: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, fc.array(tie('node'), { maxLength: 4 }), space)
    .map(([tag, own, content, ws]) =>
      content.length === 0 ? `<${tag}${own}${ws}/>` : `<${tag}${own}${ws}>${content.join('')}</${tag}${ws}>`,
    ),
  node: fc.oneof(
    { maxDepth: 4 },
    text.map((parts) => parts.join('')),
    fc.constantFrom(
      '<!-- c -->',
      '<?pi some  data?>',
      '<?pi?>',
      '<![CDATA[<&]]>',
      '<![CDATA[]]>',
      '<!---->',
      '<!--a-b\r\n-->',
    ),
    tie('element'),
  ),
}));

const prolog = fc.constantFrom(
  '',
  '<?xml version="1.0"?>',
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- before -->',
  "<?xml version='1.0' encoding='utf-8' ?><?pi before?>\n",
);
const document = fc
  .tuple(prolog, attributes, fc.array(node, { maxLength: 5 }), space)
  .map(
    ([before, own, content, after]) =>
      `${before}<r xmlns:p="urn:1" xmlns:q="urn:2" xmlns:ns9="urn:9"${own.replaceAll(/\s+xmlns:(?:p|q|ns9)\s*=\s*"[^"]*"/g, '')}>${content.join('')}</r>${after}<!-- after -->`,
  );

describe('the fast reader and the complete one', () => {
  it('make the same tree of documents', () => {
    fc.assert(fc.property(document, expectSame), { numRuns: 400 });
  });

  it('agree on documents that are broken anywhere', () => {
    const broken = fc
      .tuple(
        document,
        fc.nat(),
        fc.constantFrom('<', '>', '&', '"', '/', ':', '\u0001', '\ufffe', ' ', '=', 'x', ']]>', '<!', '--', '?>'),
        fc.nat(2),
      )
      .map(([source, at, put, drop]) => {
        const place = at % (source.length + 1);
        return source.slice(0, place) + put + source.slice(place + drop);
      });
    fc.assert(fc.property(broken, expectSame), { numRuns: 1_000 });
  });

  it.each([
    '',
    '   ',
    '<a',
    '<a></b>',
    '<a/><b/>',
    '<a/>x',
    '<a b="1" b="2"/>',
    '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>',
    '<p:a/>',
    '<a p:x="1"/>',
    '<a xmlns:p=""/>',
    '<a xmlns:xml="urn:x"/>',
    '<a xmlns:p="http://www.w3.org/2000/xmlns/"/>',
    '<a xmlns:xmlns="urn:x"/>',
    '<a:b:c xmlns:a="u"/>',
    '<a>&nbsp;</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&amp</a>',
    '<a b="<"/>',
    '<a>]]></a>',
    '<!-- a -- b --><a/>',
    '<?xml version="1.0"?><?xml version="1.0"?><a/>',
    ' <?xml version="1.0"?><a/>',
    '<?XML x?><a/>',
    '<?xml version="1.1"?><a/>',
    '<?xml encoding="UTF-8"?><a/>',
    '<a>\u0000</a>',
    '<a b="\u0001"/>',
    '<!DOCTYPE a><a/>',
    '<!--<!DOCTYPE a>--><a/>',
    '<a 1="x"/>',
    '<a b=x/>',
    '<a b/>',
    '< a/>',
    '<a b="1"c="2"/>',
    '<a/ >',
    '<xmlns:a/>',
    '<a xmlns="urn:x" xmlns="urn:y"/>',
  ])('agree on %j', (source) => expectSame(source));
});

describeWithConformance('official examples', () => {
  const folder = conformanceFile('cda/ExemplesCDA');
  it('make the same tree with both readers', () => {
    for (const file of readdirSync(folder)) expectSame(readFileSync(join(folder, file)));
  }, 120_000);
});
