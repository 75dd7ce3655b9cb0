import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeFinding, type Finding, finding } from '../../../core/src/finding.js';
import { documentsFindings } from '../../src/messages.js';
import { officialLayerFindings } from '../../src/official.js';

const sources = new URL('../../src/official/', import.meta.url);

/** Each `finding('official.…', …, { … })` of the sources, with the names of its parameters. */
function written(): ReadonlySet<string> {
  const texts = readdirSync(sources).map((name) => readFileSync(new URL(name, sources), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/'(official\.[a-zA-Z.]+)'/g)].map(([, rule = '']) => rule)));
}

/** Parameters as the sources give them. */
const PARAMS: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  'official.assert': { message: 'm', pack: 'p', pattern: 'x' },
  'official.report': { message: 'm', pack: 'p', pattern: 'x' },
  'official.xsd': { message: 'm' },
  'official.xsd.more': { count: 3 },
  'official.fault': { code: 'c', pack: 'p', pattern: 'x', expression: 'e' },
  'official.incomplete': { pack: 'p', count: 2, faults: 'f' },
  'official.unreadable': { reason: 'r' },
  'official.bound': { pack: 'p', code: 'c' },
  'official.pack.missing': { file: 'f' },
  'official.pack.refused': { pack: 'p', code: 'c' },
  'official.model.unknown': { templateId: 't' },
  'official.version.notStated': { model: 'm', version: 'v' },
  'official.version.recognised': { model: 'm', version: 'v', assumed: 'a' },
  'official.version.unknown': { model: 'm', stated: 's' },
  'official.version.later': { model: 'm', stated: 's', version: 'v', target: 't' },
  'official.version.other': { model: 'm', stated: 's', version: 'v' },
  'official.version.none': { model: 'm', target: 't' },
  'official.target.noDate': { target: 't' },
};

describe('texts of the official layer', () => {
  it('there is one for each rule, and each is used', () => {
    expect(Object.keys(officialLayerFindings).sort()).toEqual([...written()].sort());
    expect(Object.keys(PARAMS).sort()).toEqual([...written()].sort());
  });

  it.each(Object.entries(PARAMS))('%s says what, why and what to do, in both languages', (rule, params) => {
    const found: Finding = finding(rule, 'error', [], params);
    for (const locale of ['fr', 'en'] as const) {
      const text = describeFinding(found, locale, documentsFindings);
      for (const part of Object.values(text)) {
        expect(part.length).toBeGreaterThan(0);
        expect(part).not.toMatch(/[{}]/);
      }
    }
  });
});
