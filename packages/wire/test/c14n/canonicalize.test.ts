import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBytes } from '../../../tooling/src/held-memory.js';
import { type CanonicalizationMethod, type CanonicalizeOptions, canonicalize } from '../../src/c14n.js';
import { element, serializeXml, XmlError } from '../../src/xml.js';

async function c14n(
  xml: string,
  method: CanonicalizationMethod,
  more: Partial<CanonicalizeOptions> = {},
): Promise<string> {
  return new TextDecoder().decode(await canonicalize(xml, { method, ...more }));
}

// Vectors after Canonical XML 1.0 §3, the parts that need no DTD; own wording of the documents.
const vectors: readonly (readonly [string, CanonicalizationMethod, string, string])[] = [
  [
    '§3.1 instructions and comments outside the root',
    'c14n',
    '<?xml version="1.0"?>\n\n<?style a?>\n\n<doc>Bonjour<!-- un --></doc>\n\n<?end?>\n\n<!-- deux -->\n',
    '<?style a?>\n<doc>Bonjour</doc>\n<?end?>',
  ],
  [
    '§3.1 the same with comments',
    'c14n-comments',
    '<?xml version="1.0"?>\n\n<?style a?>\n\n<doc>Bonjour<!-- un --></doc>\n\n<?end?>\n\n<!-- deux -->\n',
    '<?style a?>\n<doc>Bonjour<!-- un --></doc>\n<?end?>\n<!-- deux -->',
  ],
  ['§3.2 white space is kept', 'c14n', '<doc>\n <a> A <b/>B</a>\t</doc>', '<doc>\n <a> A <b></b>B</a>\t</doc>'],
  [
    '§3.3 attributes are sorted by namespace then name, declarations first',
    'c14n',
    '<doc><e1 a:z="1" b:z="2" b="3" a="4" xmlns:b="urn:a" xmlns:a="urn:b" xmlns="urn:c"/></doc>',
    '<doc><e1 xmlns="urn:c" xmlns:a="urn:b" xmlns:b="urn:a" a="4" b="3" b:z="2" a:z="1"></e1></doc>',
  ],
  [
    '§3.3 superfluous declarations go',
    'c14n',
    '<a xmlns="urn:d" xmlns:x="urn:x"><b xmlns="urn:d" xmlns:x="urn:x"/><c xmlns=""/></a>',
    '<a xmlns="urn:d" xmlns:x="urn:x"><b></b><c xmlns=""></c></a>',
  ],
  [
    '§3.4 characters',
    'c14n',
    "<a b='&lt;&quot;&#9;&#10;&#13;'>&#13;&gt;\"\r\n<![CDATA[<&]]>&#xE9;</a>",
    '<a b="&lt;&quot;&#x9;&#xA;&#xD;">&#xD;&gt;"\n&lt;&amp;é</a>',
  ],
  [
    'exclusive: only what is visibly used',
    'exc-c14n',
    '<n0:a xmlns:n0="urn:0" xmlns:n1="urn:1" xmlns="urn:d"><n1:b><c/></n1:b></n0:a>',
    '<n0:a xmlns:n0="urn:0"><n1:b xmlns:n1="urn:1"><c xmlns="urn:d"></c></n1:b></n0:a>',
  ],
];

describe('canonicalize', () => {
  it.each(vectors)('%s', async (_name, method, input, expected) => {
    expect(await c14n(input, method)).toBe(expected);
  });

  // Exclusive XML Canonicalization 1.0 §2.2: the same element in two contexts.
  const one =
    '<n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org"><n1:elem2 xmlns:n1="http://example.net" Id="x" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n0:local>';
  const two =
    '<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr" xml:space="retain"><n1:elem2 xmlns:n1="http://example.net" Id="x" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n2:pdu>';
  const node = { idAttribute: 'Id', id: 'x' };

  it('exclusive: an element has one form wherever it stands', async () => {
    const expected =
      '<n1:elem2 xmlns:n1="http://example.net" Id="x" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>';
    expect(await c14n(one, 'exc-c14n', { node })).toBe(expected);
    expect(await c14n(two, 'exc-c14n', { node })).toBe(expected);
  });

  it('inclusive: an element takes the namespaces and xml: attributes of its place', async () => {
    expect(await c14n(one, 'c14n', { node })).toBe(
      '<n1:elem2 xmlns:n0="foo:bar" xmlns:n1="http://example.net" xmlns:n3="ftp://example.org" Id="x" xml:lang="en"><n3:stuff></n3:stuff></n1:elem2>',
    );
    expect(await c14n(two, 'c14n', { node })).toBe(
      '<n1:elem2 xmlns:n1="http://example.net" xmlns:n2="http://foo.example" Id="x" xml:lang="en" xml:space="retain"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>',
    );
  });

  it('exclusive with inclusive prefixes', async () => {
    const xml = '<a xmlns="urn:d" xmlns:p="urn:p" xmlns:q="urn:q"><p:b Id="x"><!-- c --></p:b></a>';
    expect(await c14n(xml, 'exc-c14n', { node, inclusivePrefixes: ['q'] })).toBe(
      '<p:b xmlns:p="urn:p" xmlns:q="urn:q" Id="x"></p:b>',
    );
    expect(await c14n(xml, 'exc-c14n', { node, inclusivePrefixes: ['#default'] })).toBe(
      '<p:b xmlns="urn:d" xmlns:p="urn:p" Id="x"></p:b>',
    );
    expect(await c14n(xml, 'exc-c14n-comments', { node })).toBe('<p:b xmlns:p="urn:p" Id="x"><!-- c --></p:b>');
  });

  it('refuses hostile documents before libxml2 sees them', async () => {
    await expect(c14n('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'c14n')).rejects.toMatchObject({
      code: 'xml.doctype',
    });
    await expect(c14n('<a><b></a>', 'c14n')).rejects.toBeInstanceOf(XmlError);
    await expect(canonicalize('<a><b/></a>', { method: 'c14n' }, { maxDepth: 1 })).rejects.toMatchObject({
      code: 'xml.tooDeep',
    });
  });

  it('refuses a relative namespace URI, which has no canonical form', async () => {
    await expect(c14n('<a xmlns="relative/uri"/>', 'c14n')).rejects.toMatchObject({ code: 'xml.malformed' });
  });

  it('refuses an identifier that no element, or several, carry, or that is no name', async () => {
    for (const [xml, id] of [
      ['<a Id="y"/>', 'x'],
      ['<a Id="x"><b Id="x"/></a>', 'x'],
      ['<a Id="x"><b ID="x"/></a>', 'x'],
      ['<a Id="x"><b xml:id="x"/></a>', 'x'],
      ['<a ID="x"/>', 'x'],
      ['<a Id="&quot;]|/*[&quot;"/>', '"]|/*["'],
    ] as const) {
      await expect(c14n(xml, 'c14n', { node: { idAttribute: 'Id', id } })).rejects.toBeInstanceOf(XmlError);
    }
    await expect(c14n('<a Id="x"/>', 'c14n', { node: { idAttribute: '*[1]|@Id', id: 'x' } })).rejects.toBeInstanceOf(
      XmlError,
    );
  });

  it('reads bytes, with a mark and a declaration', async () => {
    const bytes = new TextEncoder().encode('\ufeff<?xml version="1.0" encoding="utf-8"?><a>é😀</a>');
    expect(new TextDecoder().decode(await canonicalize(bytes, { method: 'c14n' }))).toBe('<a>é😀</a>');
  });

  it('leaves the escaping of our writer unchanged, and changes nothing twice', async () => {
    const content = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '&', '<', '>', '"', "'", '\t', '\n', '\r', ' ', '\u0085', '\u2028', ']]>'),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(content, content, async (value, body) => {
        const node = element({ prefix: 'p', namespace: 'urn:p', local: 'a' }, { b: value }, [
          body,
          element({ prefix: '', namespace: 'urn:d', local: 'c' }, {}, [body]),
        ]);
        const written = serializeXml(node);
        expect(await c14n(written, 'exc-c14n')).toBe(written);
      }),
      { numRuns: 200 },
    );
  });

  it('frees the memory of libxml2', async () => {
    const xml = `<a>${'<b>texte</b>'.repeat(5_000)}</a>`;
    for (let i = 0; i < 20; i += 1) await c14n(xml, 'c14n');
    heldBytes();
    // Its memory is in the figures of the process only. Trees that nobody frees would be 200 MB.
    const before = process.memoryUsage().rss;
    for (let i = 1; i <= 300; i += 1) {
      await c14n(xml, 'c14n');
      // What JavaScript leaves must not be taken for memory of libxml2.
      if (i % 20 === 0) heldBytes();
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576);
  });
});
