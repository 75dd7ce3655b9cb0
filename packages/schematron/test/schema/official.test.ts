import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.js';
import { folderLoader } from '../../src/node/folder-loader.js';
import { compareSchemas } from '../../src/schema/compare.js';
import { measureSchema } from '../../src/schema/count.js';
import { withDeviations } from '../../src/schema/deviation-rules.js';
import type { Schema } from '../../src/schema/model.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { frenchDeviations } from './french-deviations.js';
import { deviationsOf } from './schema.js';

const profiles = 'schematrons/profils';
const header = `${profiles}/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch`;
const schemas = new Map<string, Schema>();

function official(name: string): Schema {
  const known = schemas.get(name);
  if (known !== undefined) return known;
  const schema = readSchema(name, folderLoader(conformanceFile('cda')), { deviations: frenchDeviations });
  schemas.set(name, schema);
  return schema;
}

describeWithConformance('the official schematrons', () => {
  const models = () =>
    readdirSync(conformanceFile('cda/schematrons'))
      .filter((each) => each.endsWith('.sch'))
      .map((each) => `schematrons/${each}`);
  const all = () => [
    ...models(),
    `${profiles}/IHE.sch`,
    `${profiles}/CI-SIS_ModelesDeContenusCDA.sch`,
    `${profiles}/CI-SIS_Modeles_ANS.sch`,
    header,
  ];

  it('are read, all 63', () => {
    expect(all()).toHaveLength(63);
    for (const name of all()) {
      const schema = official(name);
      expect(schema.queryBinding, name).toBe('xslt2');
      expect(measureSchema(schema).inlined, name).toBeGreaterThan(0);
    }
  });

  // The French sheet counts them on a system that tells the case of names: IHE.sch is then without E_directiveanticipee_int (one
  // pattern, one rule, 12 assertions), and CI-SIS_ModelesDeContenusCDA.sch has a pattern that holds only variables.
  it.each([
    ['structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch', { patterns: 4, rules: 766, checks: 2_001, inlined: 13_136 }],
    ['IHE.sch', { patterns: 230 + 1, rules: 249 + 1, checks: 1_311 + 12, inlined: 1_311 + 12 }],
    ['CI-SIS_ModelesDeContenusCDA.sch', { patterns: 140 + 1, rules: 158, checks: 895, inlined: 895 }],
    ['CI-SIS_Modeles_ANS.sch', { patterns: 67, rules: 70, checks: 394, inlined: 394 }],
  ])('%s has what was counted', (name, size) => {
    expect(measureSchema(official(`${profiles}/${name}`))).toEqual(size);
  });

  it('the difference of counts is what is said above', () => {
    const ihe = official(`${profiles}/IHE.sch`).patterns.find(
      ({ id }) => id?.toLowerCase() === 'e_directiveanticipee_int',
    );
    expect(ihe?.rules.map(({ items }) => items.filter(({ kind }) => kind === 'assert').length)).toEqual([12]);
    const french = official(`${profiles}/CI-SIS_ModelesDeContenusCDA.sch`);
    expect(french.patterns.filter(({ rules }) => rules.length === 0).map(({ id }) => id)).toEqual(['variablesSM']);
  });

  it('have the faults that are known, and no other', () => {
    const found = new Map<string, number>();
    for (const name of all()) {
      for (const { code } of official(name).deviations) found.set(code, (found.get(code) ?? 0) + 1);
    }
    expect(Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual({
      'fr.bio-cr-bio-2023.empty': 1,
      'fr.d2lm-fin.value-set': 1,
      'fr.header.integer-regex': 1,
      'fr.models.value-set': 1,
      'include.case': 2 + 5 + 3 + 1 + 1,
      'include.missing': 9,
      'let.name': 2,
      'phase.missing': 9,
      'rule.shadowed': 3,
    });
  });

  it('have default phases, 50 of them, and those without run everything', () => {
    const without = all().filter((name) => official(name).defaultPhase === undefined);
    expect(without).toHaveLength(12 + 1);
    for (const name of all()) {
      const { phases, patterns, defaultPhase } = official(name);
      const ids = new Set(patterns.map(({ id }) => id));
      for (const phase of phases)
        expect(
          phase.active.every((each) => ids.has(each)),
          name,
        ).toBe(true);
      if (defaultPhase !== undefined) expect(phases.map(({ id }) => id)).toContain(defaultPhase);
    }
  });

  it('have abstract rules read once for all that extend them', () => {
    const bodies = new Set<unknown>();
    let extensions = 0;
    for (const { rules } of official(header).patterns) {
      for (const { items } of rules) {
        for (const item of items) {
          if (item.kind !== 'extends') continue;
          extensions += 1;
          bodies.add(item.body);
        }
      }
    }
    expect(extensions).toBeGreaterThan(500);
    expect(bodies.size).toBeLessThan(60);
  });

  it('name vocabularies that are found from the main file, the missing one in its place', () => {
    const loader = withDeviations(folderLoader(conformanceFile('cda')), frenchDeviations);
    const found = loader.read('include/voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml', header);
    expect(found).toMatchObject({ deviations: [{ code: 'fr.header.jdv-j07' }] });
    const fallback = folderLoader(conformanceFile('cda'), { fallbacks: [conformanceFile('cda/supplement')] });
    expect(fallback.read('include/voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml', header)).toMatchObject({
      name: 'supplement/voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml',
      deviations: [{ code: 'resource.fallback' }],
    });
  });

  it('are compared with themselves and with another version', () => {
    for (const name of all()) expect(compareSchemas(official(name), official(name)), name).toEqual([]);
    const versions = ['2024', '2025'].map((year) => official(`schematrons/CI-SIS_CSE-CS24_${year}.01.sch`));
    const [before, after] = versions;
    const differences = before === undefined || after === undefined ? [] : compareSchemas(before, after);
    expect(differences.length).toBeGreaterThan(0);
    expect(differences.length).toBeLessThan(30);
  });

  it('have places that fall where values begin', () => {
    for (const name of all()) {
      const { patterns, texts } = official(name);
      const lines = texts.map((each) => each.split(/\r\n?|\n/));
      for (const { rules } of patterns) {
        for (const { context } of rules) {
          const line = lines[context.place.file]?.[context.place.line - 1] ?? '';
          expect(['"', "'"]).toContain(line[context.place.column - 2]);
        }
      }
      expect(deviationsOf(official(name), 'ns.implicit'), name).toEqual([]);
    }
  });
});

describe('the list of French faults', () => {
  it('is dated, and has one name for each', () => {
    expect(new Set(frenchDeviations.map(({ code }) => code)).size).toBe(frenchDeviations.length);
    for (const { noted, reason } of frenchDeviations) expect(`${noted} ${reason}`).toMatch(/^\d{4}-\d\d-\d\d .{20,}/);
  });
});
