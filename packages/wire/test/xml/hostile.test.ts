import { describe, expect, it } from 'vitest';
import { parseXml, XmlError, type XmlErrorCode } from '../../src/xml.js';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof XmlError) return error.code;
    throw error;
  }
  return 'accepted';
}

const laughs = `<!DOCTYPE a [<!ENTITY l "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i} "${`&l${i - 1 < 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]><a>&l8;</a>`;

const refused: readonly (readonly [string, string | Uint8Array, XmlErrorCode])[] = [
  ['external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', 'xml.doctype'],
  ['internal entity', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'xml.doctype'],
  ['external DTD', '<!DOCTYPE a SYSTEM "http://example.test/a.dtd"><a/>', 'xml.doctype'],
  [
    'DOCTYPE after a comment and an instruction',
    '<?xml version="1.0"?><!-- c --><?p i?>\n<!DOCTYPE a><a/>',
    'xml.doctype',
  ],
  ['DOCTYPE in lower case', '<!doctype html><html></html>', 'xml.doctype'],
  ['DOCTYPE behind a byte order mark', '\ufeff<!DOCTYPE a><a/>', 'xml.doctype'],
  ['billion laughs', laughs, 'xml.doctype'],
  ['undefined entity', '<a>&x;</a>', 'xml.malformed'],
  ['HTML entity', '<a>&nbsp;</a>', 'xml.malformed'],
  ['character reference to NUL', '<a>&#0;</a>', 'xml.malformed'],
  ['duplicate attribute', '<a b="1" b="2"/>', 'xml.malformed'],
  ['duplicate attribute by namespace', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', 'xml.malformed'],
  ['mismatched tags', '<a><b></a></b>', 'xml.malformed'],
  ['unclosed element', '<a><b>', 'xml.malformed'],
  ['unbound prefix', '<p:a/>', 'xml.malformed'],
  ['unquoted attribute', '<a b=1/>', 'xml.malformed'],
  ['NUL character', '<a>\u0000</a>', 'xml.malformed'],
  ['high surrogate alone', '<a>\ud800x</a>', 'xml.encoding'],
  ['low surrogate alone', '<a>\udc00</a>', 'xml.encoding'],
  ['reference to a surrogate', '<a>&#xD800;</a>', 'xml.malformed'],
  ['U+FFFF', '<a>\uffff</a>', 'xml.malformed'],
  [']]> in text', '<a>]]></a>', 'xml.malformed'],
  ['-- in a comment', '<a><!-- x -- y --></a>', 'xml.malformed'],
  ['< in an attribute', '<a b="<"/>', 'xml.malformed'],
  ['two roots', '<a/><b/>', 'xml.malformed'],
  ['text after the root', '<a/>x', 'xml.malformed'],
  ['nothing', '', 'xml.malformed'],
  ['only a comment', '<!-- x -->', 'xml.malformed'],
  ['declaration that is not first', ' <?xml version="1.0"?><a/>', 'xml.malformed'],
  ['XML 1.1', '<?xml version="1.1"?><a/>', 'xml.malformed'],
  ['declared ISO-8859-1', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'xml.encoding'],
  ['declared US-ASCII', '<?xml version="1.0" encoding="US-ASCII"?><a/>', 'xml.encoding'],
  ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e, 0]), 'xml.encoding'],
  ['UTF-16 without a mark', new Uint8Array([0, 0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e]), 'xml.encoding'],
  ['UTF-32 with a mark', new Uint8Array([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]), 'xml.encoding'],
  ['invalid UTF-8', new Uint8Array([0x3c, 0x61, 0x3e, 0xc3, 0x28, 0x3c, 0x2f, 0x61, 0x3e]), 'xml.encoding'],
  ['overlong UTF-8', new Uint8Array([0x3c, 0x61, 0x3e, 0xc0, 0xbc, 0x3c, 0x2f, 0x61, 0x3e]), 'xml.encoding'],
];

describe('hostile documents', () => {
  it.each(refused)('refuses: %s', (_name, input, code) => {
    expect(codeOf(() => parseXml(input))).toBe(code);
  });

  it('stops 50 000 nested elements at once', () => {
    const bomb = '<a xmlns="urn:x">'.repeat(50_000);
    const started = performance.now();
    expect(codeOf(() => parseXml(bomb))).toBe('xml.tooDeep');
    expect(performance.now() - started).toBeLessThan(16_000);
  });

  it('stops 50 000 nested elements of another form at once', () => {
    const bomb = `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`;
    const started = performance.now();
    expect(codeOf(() => parseXml(bomb, { maxBytes: 10_000_000 }))).toBe('xml.tooDeep');
    expect(performance.now() - started).toBeLessThan(16_000);
  });

  it('is not slow on one element with very many attributes', () => {
    const bomb = `<a ${Array.from({ length: 60_000 }, (_, i) => `b${i}="x"`).join(' ')}/>`;
    const started = performance.now();
    expect(codeOf(() => parseXml(bomb))).toBe('xml.tooMany');
    expect(performance.now() - started).toBeLessThan(16_000);
  });

  it('is not slow on a long prolog, an open comment, or an open tag', () => {
    for (const input of [
      `${' '.repeat(900_000)}<a/>`,
      `<!--${'-'.repeat(0)}${'x'.repeat(900_000)}`,
      `<${'a'.repeat(900_000)}`,
      `<a b="${'&lt;'.repeat(200_000)}`,
    ]) {
      const started = performance.now();
      codeOf(() => parseXml(input));
      expect(performance.now() - started).toBeLessThan(32_000);
    }
  });

  it('never quotes the document in its message', () => {
    const secret = 'SECRETVALUE';
    for (const input of [
      `<a>&${secret};</a>`,
      `<a><${secret}></a>`,
      `<${secret} b="1" b="2"/>`,
      `<${secret}:a/>`,
      `<a ${secret}></a>`,
    ]) {
      try {
        parseXml(input);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(XmlError);
        expect(String(error) + JSON.stringify(error)).not.toContain(secret);
      }
    }
  });

  it('accepts the word DOCTYPE where it is only text', () => {
    expect(codeOf(() => parseXml('<a><![CDATA[<!DOCTYPE html>]]><!-- <!DOCTYPE x> --></a>'))).toBe('accepted');
    expect(codeOf(() => parseXml('<!-- <!DOCTYPE x> --><a/>'))).toBe('accepted');
  });
});
