import { describeFinding } from '@socle-sante/core/finding';
import { parseXml } from '@socle-sante/wire/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentsFindings } from '../../src/messages.js';
import { validateCda } from '../../src/validate.js';
import { headerOf, mutant, seeded } from '../judge/generate.js';
import { base } from '../judge/mutants.js';
import { MINIMAL, minimalWith } from './minimal.js';

describe('validateCda', () => {
  it('reads bytes, a text, or what was read already, and finds the document in a style sheet or a signature', () => {
    const broken = minimalWith('<title>Compte rendu de consultation</title>', '');
    const direct = validateCda(broken);
    expect(direct.map((each) => each.rule)).toEqual(['cda.header.title.missing']);
    expect(validateCda(new TextEncoder().encode(broken))).toEqual(direct);
    expect(validateCda(parseXml(broken))).toEqual(direct);
    const wrapped = `<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">${broken}</xsl:stylesheet>`;
    expect(validateCda(wrapped).map((each) => each.rule)).toEqual(['cda.header.title.missing']);
  });

  it('says where: path, pointer, line and column', () => {
    const text = minimalWith('<author><time value="20260115101500+0100"/>', '<author><time value="2026-01-15"/>');
    const [found] = validateCda(text).filter((each) => each.rule === 'cda.type.ts.form');
    expect(found).toMatchObject({
      path: ['author', 'time'],
      wire: { pointer: '/ClinicalDocument/author/time', column: 11 },
    });
    expect(text.split('\n')[(found?.wire?.line ?? 0) - 1]).toContain('2026-01-15');
    const twice = minimalWith('<languageCode', '<title>x</title><languageCode');
    const [many] = validateCda(twice);
    expect(many).toMatchObject({
      rule: 'cda.header.title.tooMany',
      params: { element: 'title', count: 2, max: 1 },
      path: [],
    });
    const second = minimalWith('<languageCode', '<title/><languageCode');
    expect(validateCda(second).find((each) => each.rule === 'cda.type.bin.empty')).toMatchObject({
      path: ['title', 1],
      wire: { pointer: '/ClinicalDocument/title[2]' },
    });
  });

  it('stops where a document does not say that it is CDA R2, or is none', () => {
    const rules = (text: string): string[] => validateCda(text).map((each) => each.rule);
    expect(rules(minimalWith('extension="POCD_HD000040"', ''))).toEqual(['cda.header.typeId.missing']);
    expect(rules('<ClinicalDocument/>')).toEqual(['cda.document.root']);
    expect(rules('<a xmlns="urn:hl7-org:v3"/>')).toEqual(['cda.document.root']);
    expect(rules(`<all>${MINIMAL}${MINIMAL}</all>`)).toEqual(['cda.document.several']);
  });

  it('has a text in both languages for every rule, with every blank filled', () => {
    const random = seeded(7);
    const from = base(MINIMAL);
    const seen = new Set<string>();
    for (let number = 0; number < 1_500; number += 1) {
      const { text } = mutant(from, headerOf(from), random, base);
      for (const each of validateCda(text, { profile: 'dmp', environment: 'production' })) {
        seen.add(each.rule);
        for (const locale of ['fr', 'en'] as const) {
          expect(Object.hasOwn(documentsFindings, each.rule), each.rule).toBe(true);
          const { title, why, action } = describeFinding(each, locale, documentsFindings);
          for (const part of [title, why, action]) expect(part, each.rule).not.toMatch(/[{}]|undefined/);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(200);
  }, 60_000);

  it('never throws, whatever it is given', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<a', '<a/>', '<?xml version="1.1"?><a/>', '<!DOCTYPE a><a/>'),
    );
    fc.assert(fc.property(anyText, (text) => Array.isArray(validateCda(text))));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => Array.isArray(validateCda(bytes))));
    const cut = fc.nat(MINIMAL.length).map((length) => MINIMAL.slice(0, length));
    fc.assert(fc.property(cut, (text) => Array.isArray(validateCda(text))));
    expect(validateCda(42 as unknown as string)).toMatchObject([{ rule: 'cda.document.unreadable' }]);
  });

  it('keeps a bounded number of findings', () => {
    const many = '<x xmlns="urn:hl7-org:v3"/>'.repeat(5_000);
    expect(validateCda(minimalWith('<languageCode', `${many}<languageCode`)).length).toBeLessThanOrEqual(2_000);
  });
});
