import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../src/c14n.js';
import { parseXml, type XmlElement, XmlError } from '../../src/xml.js';

/** What a reader saw, whatever the order of attributes. */
function seen(node: XmlElement): unknown {
  const attributes = node.attributes.map((a) => `{${a.namespace}}${a.local}=${a.value}`).sort();
  return [node.namespace, node.local, attributes, node.children.map((c) => (typeof c === 'string' ? c : seen(c)))];
}

/** undefined when either reader refuses the document. */
async function bothViews(xml: string | Uint8Array): Promise<{ ours: unknown; theirs: unknown } | undefined> {
  try {
    const ours = parseXml(xml);
    // libxml2 reads the same document and writes what it saw; we read that.
    return { ours: seen(ours), theirs: seen(parseXml(await canonicalize(xml, { method: 'exc-c14n' }))) };
  } catch (error) {
    expect(error).toBeInstanceOf(XmlError);
    return undefined;
  }
}

// A signature is verified on what libxml2 reads, and placed by what saxes reads: a document on which they differ is an attack.
describe('the two readers see the same document', () => {
  it.each([
    '<a xmlns:p=""><p:b/></a>',
    '<a xmlns:p="urn:p"><b xmlns:p=""><p:c/></b></a>',
    '<a xmlns="urn:a"><b xmlns=""/></a>',
    '<a xmlns:xml="urn:x"/>',
    '<a xmlns:xmlns="urn:x"/>',
    '<xml:a/>',
    '<a xml:id=" x "/>',
    '<a ID=" x\n y "/>',
    '<a ID="&#32;x&#10;"/>',
    '<a>]]&gt;</a>',
    '<a>\u0085\u2028</a>',
    '<a b="\u0085\u2028"/>',
    '<a><?p x?>1<?p?>2</a>',
    '<a:b:c xmlns:a="urn:a"/>',
    '<a b:c:d="1" xmlns:b="urn:b"/>',
    '<:a/>',
    '<a: />',
    '<?xml version="1.0" encoding="UTF-8"?><a>\ufeff</a>',
    '<a xmlns:p="urn:1" xmlns:q="urn:1" p:x="1" q:y="2"/>',
    '<a>&#x10FFFF;&#x1F600;</a>',
    '<\u00e9l\u00e9ment \u00e0="1"/>',
    '<a\u00b7b/>',
    '<a>&lt;b>&amp;lt;</a>',
    '<?xml version="1.0" standalone="yes"?><a/>',
    '<a xmlns="urn:a\tb"/>',
  ])('%s', async (xml) => {
    const views = await bothViews(xml);
    if (views) expect(views.theirs).toEqual(views.ours);
  });

  it('after any small damage', async () => {
    const sample = new TextEncoder().encode(
      '<?xml version="1.0"?><s:E xmlns:s="urn:s" xmlns="urn:d" a="é&amp;\n" s:ID="i"><s:B ID="x"><!-- c --><x y="1" xmlns:t="urn:t" t:z=\'"\'>t&#233;\r\nxt</x><![CDATA[<]]><?pi a?></s:B>\n</s:E>',
    );
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.nat(sample.length - 1),
            fc.constantFrom(...' \n\r\t<>"\'=/:&;#!?-[]xsaID0é\u0000'),
            fc.constantFrom('set', 'drop', 'insert'),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        async (edits) => {
          const text = [...new TextDecoder().decode(sample)];
          for (const [at, value, how] of edits)
            text.splice(at, how === 'insert' ? 0 : 1, ...(how === 'drop' ? [] : [value]));
          const views = await bothViews(text.join(''));
          if (views === undefined) return;
          accepted += 1;
          expect(views.theirs).toEqual(views.ours);
        },
      ),
      { numRuns: 3_000 },
    );
    // The test would mean nothing if nearly all documents were refused.
    expect(accepted).toBeGreaterThan(200);
  });
});
