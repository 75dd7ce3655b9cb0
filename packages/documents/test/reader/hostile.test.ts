import { isSocleError } from '@socle-sante/core/error';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuMilliseconds } from '../../../tooling/src/cpu-time.ts';
import { heldBytes } from '../../../tooling/src/held-memory.ts';
import { mediaBytes, parseCda } from '../../src/cda-reader.js';
import { renderHtml } from '../../src/render.js';
import { cda, withBody, withText } from './support/document.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return isSocleError(error) ? error.code : `untyped: ${String(error)}`;
  }
  return 'read';
}

/** The code of the refusal, within so many milliseconds of processor. */
function refusal(bytes: Uint8Array, within: number): string {
  let code = '';
  expect(
    cpuMilliseconds(() => {
      code = codeOf(() => parseCda(bytes));
    }),
  ).toBeLessThan(within);
  return code;
}

describe('a hostile document is refused by a typed error, at once', () => {
  test('entities, in every form', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">${laughs}]><ClinicalDocument xmlns="urn:hl7-org:v3">&a9;</ClinicalDocument>`;
    expect(refusal(utf8(bomb), 500)).toBe('xml.doctype');
    const outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><ClinicalDocument xmlns="urn:hl7-org:v3"/>';
    expect(refusal(utf8(outside), 500)).toBe('xml.doctype');
    expect(refusal(cda('<component>&secret;</component>'), 500)).toBe('xml.malformed');
  });

  test('100 000 levels', () => {
    const deep = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`;
    expect(refusal(cda(deep), 1_000)).toBe('xml.tooDeep');
    expect(refusal(withText(`${'<content>'.repeat(100_000)}x${'</content>'.repeat(100_000)}`), 1_000)).toBe(
      'xml.tooDeep',
    );
  });

  test('200 MB of text, of base64, of spaces, of elements', () => {
    const filled = (byte: number, size: number, around: Uint8Array, at: number): Uint8Array => {
      const bytes = new Uint8Array(around.length + size);
      bytes.set(around.subarray(0, at), 0);
      bytes.fill(byte, at, at + size);
      bytes.set(around.subarray(at), at + size);
      return bytes;
    };
    const text = withText('');
    const inText = new TextDecoder().decode(text).indexOf('<text>') + 6;
    const body = withBody('');
    const inBody = new TextDecoder().decode(body).indexOf('B64">') + 5;
    const big = 200 * 1_048_576;
    expect(refusal(filled(0x41, big, text, inText), 3_000)).toBe('xml.tooLarge');
    expect(refusal(filled(0x41, big, body, inBody), 3_000)).toBe('xml.tooLarge');
    // Under the size of a document, yet not the base64 of a content.
    const under = 100 * 1_048_576;
    expect(refusal(filled(0x41, under, text, inText), 6_000)).toBe('xml.tooLarge');
    expect(refusal(filled(0x2e, under, text, inText), 6_000)).toBe('xml.tooLarge');
    expect(refusal(filled(0x20, under, utf8('<a/>'), 0), 6_000)).toBe('xml.tooLarge');
    const many = new TextEncoder().encode('<b/>'.repeat(300_000));
    const elements = new Uint8Array(
      [...text.subarray(0, inText)].concat([]).length + many.length + text.length - inText,
    );
    elements.set(text.subarray(0, inText), 0);
    elements.set(many, inText);
    elements.set(text.subarray(inText), inText + many.length);
    expect(refusal(elements, 8_000)).toBe('xml.tooMany');
  });

  test('other encodings', () => {
    const xml = new TextDecoder().decode(withText('é'));
    expect(refusal(new Uint8Array(Buffer.from(xml, 'latin1')), 500)).toBe('xml.encoding');
    expect(refusal(new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le')), 500)).toBe('xml.encoding');
    expect(refusal(utf8(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`), 500)).toBe('xml.encoding');
    expect(refusal(utf8(`<?xml version="1.0" encoding="UTF-7"?>${xml}`), 500)).toBe('xml.encoding');
    expect(codeOf(() => parseCda(utf8(`\ufeff<?xml version="1.0" encoding="UTF-8"?>${xml}`)))).toBe('read');
    // A wrong byte after a long content, where the text is decoded by parts.
    const long = withBody('QUJD'.repeat(30_000));
    const broken = new Uint8Array([...long.subarray(0, long.length - 5), 0xff, ...long.subarray(long.length - 5)]);
    expect(refusal(broken, 1_000)).toBe('xml.encoding');
  });

  test('a second document beside the signed one', () => {
    const one = '<ClinicalDocument xmlns="urn:hl7-org:v3"><title>signed</title></ClinicalDocument>';
    const two = '<ClinicalDocument xmlns="urn:hl7-org:v3"><title>other</title></ClinicalDocument>';
    const signature = (...objects: string[]): Uint8Array =>
      utf8(
        `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/>${objects.map((xml) => `<ds:Object>${xml}</ds:Object>`).join('')}</ds:Signature>`,
      );
    expect(refusal(signature(one, two), 500)).toBe('cda.severalDocuments');
    expect(refusal(utf8(one.replace('<title>', `${two}<title>`)), 500)).toBe('cda.severalDocuments');
    const read = parseCda(signature(one));
    expect([read.wrapper, read.header.title]).toEqual(['signature', 'signed']);
    expect(renderHtml(read)).toContain('elle n’a pas été vérifiée');
  });

  test('not a CDA document', () => {
    expect(refusal(utf8('<html xmlns="http://www.w3.org/1999/xhtml"/>'), 500)).toBe('cda.notCda');
    expect(refusal(utf8('<ClinicalDocument/>'), 500)).toBe('cda.notCda');
    expect(refusal(utf8('%PDF-1.4'), 500)).toBe('xml.malformed');
    expect(refusal(new Uint8Array(), 500)).toBe('xml.malformed');
  });

  test('any bytes: a typed error or a document, never another failure', () => {
    const model = withText('<table><tbody><tr><td>x</td></tr></tbody></table>');
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(model.length - 1), byte: fc.integer({ min: 0, max: 255 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        (changes) => {
          const bytes = new Uint8Array(model);
          for (const { at, byte } of changes) bytes[at] = byte;
          expect(codeOf(() => renderHtml(parseCda(bytes)))).toMatch(/^(read|xml\.|cda\.)/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a long content stays in the bytes', () => {
  const content = new Uint8Array(200_000).map((_, i) => i % 251);
  const base64 = Buffer.from(content).toString('base64');

  test('on one line, in lines of 76, without padding: the same bytes as decoded whole', () => {
    const lines = base64.replace(/.{76}/g, '$&\r\n');
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...withBody(base64)]);
    expect(parseCda(marked).elided.size).toBe(1);
    for (const text of [base64, lines, `\n\t${lines}\n`, base64.replace(/=+$/, '')]) {
      const { body, elided } = parseCda(withBody(text));
      expect(elided.size).toBe(1);
      if (body.kind !== 'nonXml') throw new Error('N1 expected');
      const read = mediaBytes(body.media);
      expect(read.ok && Buffer.from(read.value).equals(Buffer.from(content))).toBe(true);
    }
  });

  test('line numbers hold behind it', () => {
    const lines = base64.replace(/.{76}/g, '$&\n');
    const bytes = withText(
      'x',
      `<entry><observationMedia classCode="OBS" moodCode="EVN"><value mediaType="image/png" representation="B64">${lines}</value></observationMedia></entry>\n<entry><act classCode="ACT" moodCode="EVN"><text><reference value="#nowhere"/></text></act></entry>`,
    );
    const expected = new TextDecoder().decode(bytes).split('#nowhere')[0]?.split('\n').length;
    const [dead] = parseCda(bytes).findings;
    expect([dead?.rule, dead?.wire?.line]).toEqual(['cda.reference.dead', expected]);
  });

  test('in a comment, a CDATA section, an undeclared text: read as XML says', () => {
    const short = parseCda(withBody(`<!-->${base64}<-->QUJD`.replace('<-->', '-->')));
    const cdata = parseCda(withBody(`<![CDATA[${base64}]]>`));
    const plain = parseCda(withBody(base64, 'mediaType="text/plain"'));
    const bytes = [short, cdata, plain].map(({ body }) => {
      const read = body.kind === 'nonXml' ? mediaBytes(body.media) : undefined;
      return read?.ok ? Buffer.from(read.value) : Buffer.alloc(0);
    });
    expect(bytes[0]?.toString()).toBe('ABC');
    expect(bytes[1]?.equals(Buffer.from(content))).toBe(true);
    expect(bytes[2]?.toString()).toBe(base64);
    expect([short.elided.size, cdata.elided.size, plain.elided.size]).toEqual([0, 0, 0]);
  });

  test('wrong base64 is said with its place, and shows nothing', () => {
    const { body } = parseCda(withBody('QUJD*UJD'));
    if (body.kind !== 'nonXml') throw new Error('N1 expected');
    const read = mediaBytes(body.media);
    expect(read.ok ? [] : read.findings.map((f) => [f.rule, f.params['at']])).toEqual([['cda.media.base64', 4]]);
    for (const wrong of ['QUJ', 'QUJDR', 'QQ=Q', '====', 'QUJD=', 'QQ===']) {
      const parsed = parseCda(withBody(wrong));
      const found = parsed.body.kind === 'nonXml' ? mediaBytes(parsed.body.media) : undefined;
      expect([wrong, found?.ok]).toEqual([wrong, wrong === 'QUJ']);
    }
  });

  test('100 MB are read in the time of a look, and cost no memory of their own', () => {
    const model = withBody('');
    const at = new TextDecoder().decode(model).indexOf('B64">') + 5;
    const bytes = new Uint8Array(model.length + 133_333_336);
    bytes.set(model.subarray(0, at));
    bytes.fill(0x41, at, at + 133_333_336);
    bytes.set(model.subarray(at), at + 133_333_336);
    const held = heldBytes();
    const before = process.memoryUsage();
    let read: ReturnType<typeof parseCda> | undefined;
    expect(
      cpuMilliseconds(() => {
        read = parseCda(bytes);
      }),
    ).toBeLessThan(4_000);
    const after = process.memoryUsage();
    // Not collected: buffers that were left on the way count too.
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(32 * 1_048_576);
    expect(heldBytes() - held).toBeLessThan(8 * 1_048_576);
    expect(read?.elided.size).toBe(1);
    expect(bytes[at]).toBe(0x41);
  });
});
