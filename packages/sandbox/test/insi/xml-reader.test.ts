import { beforeAll, describe, expect, it } from 'vitest';
import { attributeOf, elements, textOf, walk } from '../../src/insi/element.ts';
import { createXmlReader, READ_LIMITS, UnreadableXml, type XmlReader } from '../../src/insi/xml-reader.ts';

let read: XmlReader;
beforeAll(async () => {
  read = await createXmlReader();
});

describe('limits, at n and n+1', () => {
  it('elements', () => {
    const xml = (n: number) => `<a>${'<b/>'.repeat(n - 1)}</a>`;
    expect([...walk(read(xml(READ_LIMITS.elements)).root)]).toHaveLength(READ_LIMITS.elements);
    expect(() => read(xml(READ_LIMITS.elements + 1))).toThrow(UnreadableXml);
  });
  it('attributes of one element', () => {
    const xml = (n: number) => `<a ${Array.from({ length: n }, (_, i) => `b${i}=""`).join(' ')}/>`;
    expect(read(xml(READ_LIMITS.attributesPerElement)).root.attributes).toHaveLength(READ_LIMITS.attributesPerElement);
    expect(() => read(xml(READ_LIMITS.attributesPerElement + 1))).toThrow(UnreadableXml);
  });
  it('signatures', () => {
    const xml = (n: number) => `<a>${'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'.repeat(n)}</a>`;
    expect(elements(read(xml(READ_LIMITS.signatures)).root)).toHaveLength(READ_LIMITS.signatures);
    expect(() => read(xml(READ_LIMITS.signatures + 1))).toThrow(UnreadableXml);
  });
  it('bytes', () => {
    const xml = (n: number) => new TextEncoder().encode(`<a>${' '.repeat(n - 7)}</a>`);
    expect(read(xml(READ_LIMITS.bytes)).root.local).toBe('a');
    expect(() => read(xml(READ_LIMITS.bytes + 1))).toThrow(UnreadableXml);
  });
  it('depth (a limit of libxml2)', () => {
    const xml = (n: number) => '<a>'.repeat(n) + '</a>'.repeat(n);
    expect(read(xml(250)).root.local).toBe('a');
    expect(() => read(xml(300))).toThrow(UnreadableXml);
  });
});

describe('what is read', () => {
  it('namespaces, attributes, text, CDATA and references; comments are gone', () => {
    const { root } = read(
      '<p:a xmlns:p="urn:p" xmlns:q="urn:q" q:b="1" b="2">x<!-- y --><![CDATA[<]]>&amp;&#233;<c xmlns="urn:c"/></p:a>',
    );
    expect([root.namespace, root.local, attributeOf(root, 'b', 'urn:q'), attributeOf(root, 'b')]).toEqual([
      'urn:p',
      'a',
      '1',
      '2',
    ]);
    expect(textOf(root)).toBe('x<&é');
    expect(elements(root).map((child) => child.namespace)).toEqual(['urn:c']);
  });
  it('a byte order mark and an upper-case encoding', () => {
    expect(read(new TextEncoder().encode('\uFEFF<?xml version="1.0" encoding="UTF-8"?><a/>')).root.local).toBe('a');
  });
  it.each([
    '<!DOCTYPE a><a/>',
    '<!doctype a><a/>',
    '<a><!-- <!DOCTYPE a> --></a>',
    '<a>&b;</a>',
    '<a b="1" b="2"/>',
    '<a><b></a></b>',
    '<a/><b/>',
    '',
    ' ',
    '<a>\u0000</a>',
    '<a>x<?z?>y</a>',
    '<?xml-model href="x"?><a/>',
    '<a/><?z?>',
  ])('refuses %j', (xml) => {
    expect(() => read(xml)).toThrow(UnreadableXml);
  });
});
