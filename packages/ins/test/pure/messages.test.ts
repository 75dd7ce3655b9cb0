import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finding } from '@socle-sante/core/finding';
import { coreFindings } from '@socle-sante/core/messages';
import { describe, expect, it } from 'vitest';
import { describeInsFinding, insFindings } from '../../src/messages.ts';

const source = resolve(import.meta.dirname, '../../src');
// The mappers of CDA and XDS, and the gate that all mappers pass, live in `documents`.
const OWN = ['datamatrix', 'mappers', '../../documents/src/patient', 'validate.ts', 'messages.ts'];

/** Every rule that the browser-safe half writes, as found in its sources. */
function rulesOfTheSources(): Set<string> {
  const files = OWN.flatMap((entry) =>
    entry.endsWith('.ts')
      ? [join(source, entry)]
      : readdirSync(join(source, entry), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts') && !name.endsWith('messages.ts'))
          .map((name) => join(source, entry, name)),
  );
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const rules = [...text.matchAll(/finding\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const shorthand = [...text.matchAll(/rule\('([A-Za-z0-9]+)', '/g)].map((match) => `ins.fhir.${match[1]}`);
  const deferred = [...text.matchAll(/rule: '([^']+)'/g)].map((match) => match[1] ?? '');
  return new Set([...rules, ...shorthand, ...deferred]);
}

describe('texts of the findings', () => {
  const rules = rulesOfTheSources();

  it('exist for every rule, and no text is without a rule', () => {
    expect(rules.size).toBeGreaterThan(60);
    const known = new Set([...Object.keys(insFindings), ...Object.keys(coreFindings)]);
    expect([...rules].filter((rule) => !known.has(rule))).toEqual([]);
    expect(Object.keys(insFindings).filter((rule) => rule.startsWith('ins.') && !rules.has(rule))).toEqual([]);
  });

  it('say the three things in both languages, and the languages differ', () => {
    for (const [rule, { fr, en }] of Object.entries(insFindings)) {
      for (const text of [...Object.values(fr), ...Object.values(en)]) expect(text.trim(), rule).not.toBe('');
      expect(fr.action === en.action && fr.why === en.why, rule).toBe(false);
    }
  });

  it('use the same placeholders in both languages', () => {
    const holes = (text: object) =>
      [
        ...new Set(
          Object.values(text)
            .join(' ')
            .match(/\{\w+\}/g) ?? [],
        ),
      ].sort();
    for (const [rule, { fr, en }] of Object.entries(insFindings)) expect(holes(en), rule).toEqual(holes(fr));
  });

  it('are filled from the parameters, and never throw', () => {
    const text = describeInsFinding(finding('ins.transmit.withheld', 'info', [], { status: 'RECUP' }), 'fr');
    expect(text.why).toContain('RECUP');
    expect(describeInsFinding(finding('ins.matricule.format', 'error', [], { length: 3 }), 'en').title).not.toContain(
      '{',
    );
    expect(describeInsFinding(finding('never.heard', 'error'), 'fr').title).toContain('never.heard');
  });
});
