import { readFileSync } from 'node:fs';
import { isSocleError } from '@socle-sante/core/error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.js';
import { watchHeld } from '../../../tooling/src/held-memory.js';
import { canonicalize } from '../../src/c14n.js';
import { canonicalizeDocument, createCanonicalizer, isCanonicalDocument } from '../../src/c14n-stream.js';
import { parseXml, XmlError } from '../../src/xml.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function ours(xml: string, comments = true): string {
  return decoder.decode(canonicalizeDocument(encoder.encode(xml), { comments }));
}

async function theirs(xml: string, comments = true): Promise<string> {
  return decoder.decode(await canonicalize(xml, { method: comments ? 'c14n-comments' : 'c14n' }));
}

/** The same document, given in pieces cut at those places. */
function inPieces(xml: string, size: number): string {
  const bytes = encoder.encode(xml);
  const out: Uint8Array[] = [];
  const canonicalizer = createCanonicalizer({ comments: true, write: (piece) => out.push(piece.slice()) });
  for (let at = 0; at < bytes.length; at += size) canonicalizer.push(bytes.subarray(at, at + size));
  canonicalizer.end();
  return Buffer.concat(out).toString('utf8');
}

function code(xml: string | Uint8Array): string {
  try {
    canonicalizeDocument(typeof xml === 'string' ? encoder.encode(xml) : xml);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return error.code;
  }
}

const names = fc.constantFrom('a', 'b', 'É', '_x-1.y', 'p:a', 'q:b', 'p:ça');
const uris = fc.constantFrom('urn:x', 'urn:y', 'http://exemple.fr/x?y');
const characters = fc
  .array(
    fc.constantFrom(
      ...['a', 'é', '€', '😀', ' ', '\n', '\r', '\r\n', '\t', ']', ']]', '"', "'", '&amp;', '&lt;', '&gt;', '&#13;'],
      ...['&#x9;', '&#10;', '&#233;', '&#x1F600;', '>', '&apos;', '&quot;', '-', '\u{FFFD}', '\u0085', '\u2028'],
    ),
    { maxLength: 8 },
  )
  .map((list) => list.join(''))
  .filter((text) => !text.includes(']]>'));
const comments = characters
  .map((text) => text.replaceAll('--', '-'))
  .filter((text) => !text.includes('--') && !text.endsWith('-'))
  .map((text) => `<!--${text}-->`);
const instructions = fc
  .tuple(fc.constantFrom('p', 'php', 'é'), characters)
  .map(([target, text]) => `<?${target} ${text}?>`);
const cdata = characters.map((text) => `<![CDATA[${text.replaceAll(']]>', '')}]]>`);
const attributes = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom(
        'z',
        'a',
        'É',
        'p:z',
        'q:z',
        'p:a',
        'xml:lang',
        'xml:space',
        'xmlns',
        'xmlns:p',
        'xmlns:q',
        'xmlns:r',
      ),
      characters.filter((text) => !text.includes("'")),
      uris,
    ),
    { maxLength: 6, selector: ([name]) => name },
  )
  .map((list) => list.map(([name, value, uri]) => ` ${name}='${name.startsWith('xmlns') ? uri : value}'`).join(''));

const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    characters,
    comments,
    instructions,
    cdata,
    fc.tuple(names, attributes).map(([name, list]) => `<${name}${list}/>`),
    fc
      .tuple(names, attributes, fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, list, inner]) => `<${name}${list}>${inner.join('')}</${name} >`),
  ),
}));

const siblings = fc.array(fc.oneof(comments, instructions, fc.constantFrom('\n', ' ', '\r\n')), { maxLength: 2 });

/** Documents that both readers take: prefixes are bound at the root. */
const documents = fc
  .tuple(
    fc.constantFrom(
      '',
      '<?xml version="1.0" encoding="UTF-8"?>',
      '\u{FEFF}',
      "<?xml version='1.0' standalone='yes'?>\r\n",
    ),
    siblings,
    fc.array(node, { maxLength: 5 }),
    siblings,
    fc.constantFrom('', ' xmlns="urn:d"'),
  )
  .map(
    ([head, before, inner, after, def]) =>
      `${head}${before.join('')}<root${def} xmlns:p="urn:p" xmlns:q="urn:q">${inner.join('')}</root>${after.join('')}`,
  );

describe('canonical form of a whole document', () => {
  it('is that of libxml2, with and without comments', { timeout: 60_000 }, async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(documents, fc.boolean(), async (xml, keep) => {
        let expected: string;
        try {
          expected = await theirs(xml, keep);
        } catch {
          // Two attributes of one expanded name, or "]]>" made of pieces: refused on both sides.
          expect(code(xml)).not.toBe('accepted');
          return;
        }
        compared += 1;
        expect(ours(xml, keep)).toBe(expected);
      }),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('does not depend on how the document is cut', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 9 }), (xml, size) => {
        if (code(xml) === 'accepted') expect(inPieces(xml, size)).toBe(ours(xml));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the order of what is gathered and of what passes without a copy', () => {
    // Around half of the size of the buffer: a long text after small pieces, which do not fill it.
    for (const length of [1_000, 16_383, 16_384, 20_000, 32_700, 32_768, 40_000, 70_000]) {
      const document = new TextEncoder().encode(`<a b="1"><c></c>${'x'.repeat(length)}<d></d></a>`);
      expect(Buffer.from(canonicalizeDocument(document)).equals(Buffer.from(document)), String(length)).toBe(true);
    }
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(documents, (xml) => {
        if (code(xml) !== 'accepted') return;
        expect(ours(ours(xml))).toBe(ours(xml));
        expect(isCanonicalDocument(encoder.encode(ours(xml)))).toBe(true);
        expect(isCanonicalDocument(encoder.encode(xml))).toBe(ours(xml) === xml);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses what the safe reader refuses, and nothing more, after any damage', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        documents,
        fc.array(
          fc.tuple(fc.nat(), fc.constantFrom('', '<', '>', '&', '"', ' ', '/', '\u0001', '\uFFFE', ']]>', ':', '=')),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
        (xml, damage) => {
          let text = xml;
          for (const [at, piece] of damage) {
            const place = at % text.length;
            text = text.slice(0, place) + piece + text.slice(place + 1);
          }
          let reader = 'accepted';
          try {
            parseXml(encoder.encode(text));
          } catch (error) {
            expect(isSocleError(error)).toBe(true);
            reader = 'refused';
          }
          const here = code(text);
          if (reader === 'refused') {
            refused += 1;
            expect(here, text).not.toBe('accepted');
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(300);
  });

  it('a comment between brackets parts them', async () => {
    for (const xml of ['<a>]]<!---->></a>', '<a>]]<?p?>></a>', '<a>]]<![CDATA[]]>></a>', '<a>]<b/>]></a>']) {
      expect(ours(xml)).toBe(await theirs(xml));
    }
  });

  it('escapes a namespace URI as §2.3 says, which libxml2 does not', () => {
    expect(ours('<a xmlns="urn:a&amp;b"/>')).toBe('<a xmlns="urn:a&amp;b"></a>');
  });

  it('sorts by code point, beyond the basic plane too', async () => {
    const xml = '<a \u{10000}="1" \u{FFFD}="2" xmlns:\u{10001}="urn:1" xmlns:\u{F900}="urn:2"/>';
    expect(ours(xml)).toBe(await theirs(xml));
  });
});

describe('refusals', () => {
  it.each([
    ['<!DOCTYPE a><a/>', 'xml.doctype'],
    ['<a>&b;</a>', 'xml.malformed'],
    ['<a>&#0;</a>', 'xml.malformed'],
    ['<a>&amp</a>', 'xml.malformed'],
    ['<a xmlns="relative"/>', 'xml.malformed'],
    ['<a xmlns:p=""/>', 'xml.malformed'],
    ['<p:a/>', 'xml.malformed'],
    ['<a b="1" b="2"/>', 'xml.malformed'],
    ['<a xmlns:p="urn:x" xmlns:q="urn:x" p:b="1" q:b="2"/>', 'xml.malformed'],
    ['<a b=1/>', 'xml.malformed'],
    ['<a b="<"/>', 'xml.malformed'],
    ['<a></b>', 'xml.malformed'],
    ['<a>', 'xml.malformed'],
    ['', 'xml.malformed'],
    ['text', 'xml.malformed'],
    ['<a/><b/>', 'xml.malformed'],
    ['<a/>x', 'xml.malformed'],
    ['<a>]]></a>', 'xml.malformed'],
    ['<a><!-- -- --></a>', 'xml.malformed'],
    [' <?xml version="1.0"?><a/>', 'xml.malformed'],
    ['<?xml version="1.1"?><a/>', 'xml.malformed'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'xml.encoding'],
    ['<a>\u0001</a>', 'xml.malformed'],
    ['<a>\uFFFF</a>', 'xml.malformed'],
    ['<a b="\u0001"/>', 'xml.malformed'],
    ['<a b="1"c="2"/>', 'xml.malformed'],
    ['<a / >', 'xml.malformed'],
  ])('%s', (xml, expected) => {
    expect(code(xml)).toBe(expected);
  });

  it('bytes that are not UTF-8, or UTF-16', () => {
    for (const bad of [
      [0xff],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xe9],
      [0xf0, 0x80, 0x80, 0xaf],
    ]) {
      const bytes = Uint8Array.from([...encoder.encode('<a>'), ...bad, ...encoder.encode('</a>')]);
      expect(code(bytes), String(bad)).toBe('xml.encoding');
      const inside = Uint8Array.from([...encoder.encode('<a b="'), ...bad, ...encoder.encode('"/>')]);
      expect(code(inside), String(bad)).toBe('xml.encoding');
    }
    expect(code(Uint8Array.from(Buffer.from('\uFEFF<a/>', 'utf16le')))).toBe('xml.encoding');
    expect(code(Uint8Array.from(Buffer.from('<a/>', 'utf16le')))).toBe('xml.encoding');
  });

  it('what is over a bound', () => {
    const deep = '<a>'.repeat(100_000);
    expect(code(deep)).toBe('xml.tooDeep');
    expect(code(`<a b="${'x'.repeat(1_048_576)}"/>`)).toBe('xml.tooLarge');
    expect(code(`<a ${Array.from({ length: 257 }, (_, i) => `b${i}=""`).join(' ')}/>`)).toBe('xml.tooMany');
    const small = { comments: true, write: () => undefined, limits: { maxBytes: 10 } };
    expect(() => createCanonicalizer(small).push(new Uint8Array(11))).toThrow(
      expect.objectContaining({ code: 'xml.tooLarge' }),
    );
    const endless = createCanonicalizer({ comments: true, write: () => undefined });
    expect(() => {
      endless.push(encoder.encode('<a b="'));
      for (let i = 0; i < 40; i += 1) endless.push(new Uint8Array(65_536).fill(0x78));
    }).toThrow(expect.objectContaining({ code: 'xml.tooLarge' }));
    expect(() => endless.end()).toThrow(XmlError);
  });

  it('quotes nothing of the document', () => {
    for (const xml of ['<SECRET></AUTRE>', '<a SECRET=1/>', '<a>&SECRET;</a>', '<SECRET:a/>']) {
      let message = '';
      try {
        canonicalizeDocument(encoder.encode(xml));
      } catch (error) {
        message = String(error);
      }
      expect(message).not.toBe('');
      expect(message).not.toContain('SECRET');
    }
  });
});

describe('memory', () => {
  it('does not grow with a text of 100 MB', { timeout: 30_000 }, () => {
    let written = 0;
    let largest = 0;
    const canonicalizer = createCanonicalizer({
      comments: true,
      write: (bytes) => {
        written += bytes.length;
        largest = Math.max(largest, bytes.length);
      },
    });
    const size = 1_048_576;
    canonicalizer.push(encoder.encode('<a>'));
    const memory = watchHeld();
    for (let index = 1; index <= 100; index += 1) {
      // Fresh bytes each time, so that whoever keeps them holds them.
      canonicalizer.push(new Uint8Array(size).fill(0x41));
      if (index % 10 === 0) memory.look();
    }
    canonicalizer.push(encoder.encode('</a>'));
    canonicalizer.end();
    expect(written).toBe(100 * size + 7);
    expect(largest).toBeLessThanOrEqual(size);
    expect(memory.peak()).toBeLessThan(8 * size);
  });
});

describeWithConformance('official documents', () => {
  it('the CDA of the samples', async () => {
    const xml = readFileSync(conformanceFile('xds/samples/document.cda.xml'), 'utf8');
    expect(ours(xml)).toBe(await theirs(xml));
    expect(ours(xml, false)).toBe(await theirs(xml, false));
    expect(inPieces(xml, 7)).toBe(ours(xml));
  });
});
