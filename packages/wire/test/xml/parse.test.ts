import { describe, expect, it } from 'vitest';
import {
  attribute,
  child,
  children,
  childText,
  descend,
  parseXml,
  pathOf,
  text,
  walk,
  XmlError,
} from '../../src/xml.js';

describe('parseXml', () => {
  it('resolves namespaces and keeps prefixes', () => {
    const root = parseXml(
      '<p:a xmlns:p="urn:p" xmlns="urn:d" p:x="1" y="2" xml:lang="fr"><b/><p:c/><d xmlns=""/></p:a>',
    );
    expect([root.namespace, root.prefix, root.local]).toEqual(['urn:p', 'p', 'a']);
    expect(root.namespaces).toEqual({ p: 'urn:p', '': 'urn:d' });
    expect(root.attributes.map((a) => [a.namespace, a.local, a.value])).toEqual([
      ['urn:p', 'x', '1'],
      ['', 'y', '2'],
      ['http://www.w3.org/XML/1998/namespace', 'lang', 'fr'],
    ]);
    expect(root.children.map((c) => (typeof c === 'string' ? c : c.namespace))).toEqual(['urn:d', 'urn:p', '']);
  });

  it('joins a text that a comment, an instruction or a CDATA section splits', () => {
    expect(parseXml('<a>ad<!-- x -->min<?p i?>.<![CDATA[<evil>]]></a>').children).toEqual(['admin.<evil>']);
  });

  it('normalises line ends and attribute spaces as XML 1.0 says', () => {
    const root = parseXml('<a b="x\r\ny\tz&#10;w">1\r\n2\r3&#13;</a>');
    expect(attribute(root, 'b')).toBe('x y z\nw');
    expect(text(root)).toBe('1\n2\n3\r');
  });

  it('gives lines, columns and offsets of each element', () => {
    const xml = '<?xml version="1.0"?>\n<a>\n  <b x="1">é😀</b>\r\n<c/></a>';
    const root = parseXml(xml);
    const slices = [...walk(root)].map((e) => [e.local, e.line, e.column, xml.slice(e.span.start, e.span.end)]);
    expect(slices).toEqual([
      ['a', 2, 1, xml.slice(22)],
      ['b', 3, 3, '<b x="1">é😀</b>'],
      ['c', 4, 1, '<c/>'],
    ]);
    const b = child(root, '', 'b');
    expect(b && xml.slice(b.span.start, b.span.open)).toBe('<b x="1">');
  });

  it('keeps offsets right beyond the chunk size, with characters of every width', () => {
    const xml = `<a>${'é😀x\r\n'.repeat(9_000)}<b>fin</b></a>`;
    const b = child(parseXml(xml), '', 'b');
    expect(b && xml.slice(b.span.start, b.span.end)).toBe('<b>fin</b>');
  });

  it('gives offsets in the text without its byte order mark', () => {
    const bytes = new TextEncoder().encode('\ufeff<a><b>1</b></a>');
    expect(child(parseXml(bytes), '', 'b')?.span.start).toBe(3);
    expect(child(parseXml('\ufeff<a><b>1</b></a>'), '', 'b')?.span.start).toBe(3);
  });

  it('says where an error is', () => {
    try {
      parseXml('<a>\n<b>\n</c></a>');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(XmlError);
      expect(error).toMatchObject({ code: 'xml.malformed', line: 3, origin: 'answer', service: 'wire' });
    }
  });

  it('finds by namespace and local name, whatever the prefix', () => {
    const root = parseXml('<r xmlns:n="u"><n:a>1</n:a><a>x</a><n:a> 2 </n:a><n:b><n:c>3</n:c></n:b></r>');
    expect(children(root, 'u', 'a').map(text)).toEqual(['1', ' 2 ']);
    expect(childText(root, 'u', 'a')).toBe('1');
    expect(childText(root, 'u', 'z')).toBeUndefined();
    const c = descend(root, 'u', 'b', 'c');
    expect(c && text(c)).toBe('3');
    expect(descend(root, 'u', 'b', 'z', 'c')).toBeUndefined();
    expect(c && pathOf(root, c)).toBe('/r/b/c');
  });

  it('does not take __proto__ for anything special', () => {
    const root = parseXml('<a __proto__="1" constructor="2" xmlns:__proto__="urn:x"><__proto__:toString/></a>');
    expect(attribute(root, 'constructor')).toBe('2');
    expect(attribute(root, '__proto__')).toBe('1');
    expect(child(root, 'urn:x', 'toString')).toBeDefined();
  });

  it('accepts UTF-8 with a mark and the usual declarations', () => {
    for (const declaration of [
      '',
      '<?xml version="1.0"?>',
      '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
      "<?xml version='1.0' encoding='UTF8'?>",
    ]) {
      expect(text(parseXml(new TextEncoder().encode(`${declaration}<a>ok</a>`)))).toBe('ok');
    }
  });
});
