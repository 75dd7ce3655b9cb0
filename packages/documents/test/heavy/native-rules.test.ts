import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readDocument } from '../../../schematron/src/index.js';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.js';
import { GENERIC_RULES } from '../../src/official.js';
import { validateCda } from '../../src/validate.js';
import { disagreements } from '../judge/compare.js';
import { seeded } from '../judge/generate.js';
import { rearranged, stockOf } from '../judge/rearrange.js';
import { Packs } from '../judge/verdicts.js';

/** Another seed every night, and more: `SOCLE_SEED=1234 SOCLE_MUTANTS=20000`. */
const seed = Number(process.env['SOCLE_SEED'] ?? 20_261_122);
const MUTANTS = Number(process.env['SOCLE_MUTANTS'] ?? 300);
const HEADER = GENERIC_RULES[0]?.file ?? '';
const cache = mkdtempSync(join(tmpdir(), 'socle-native-rules-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

describeWithConformance('the native rules and the official ones, run here', () => {
  it(`agree on ${MUTANTS} documents made of parts of others`, async () => {
    const folder = conformanceFile('cda/ExemplesCDA');
    const files = [
      ...readdirSync(folder).map((name) => join(folder, name)),
      conformanceFile('cda/supplement/n1-minimal.xml'),
    ];
    const stock = stockOf(files.map((file) => readFileSync(file, 'utf8')));
    const packs = new Packs(cache);
    const random = seeded(seed);
    const left: string[] = [];
    let compared = 0;
    let told = 0;
    for (let number = 0; number < MUTANTS; number += 1) {
      const made = rearranged(stock, random);
      if (made === undefined) continue;
      const { findings, faults } = await packs.verdict(HEADER, readDocument(made.text), false);
      // Where a rule stops, the XML schema speaks first.
      if (faults.length > 0) continue;
      compared += 1;
      told += findings.length;
      const official = findings.map(({ kind, role, location, text }) => [kind, role, location, text] as const);
      for (const { location, side, alone } of disagreements(official, validateCda(made.text))) {
        left.push(`${number} [${made.done}] ${location} ${side} alone: ${alone}`);
      }
    }
    process.stdout.write(`rearranged: ${compared}, official findings ${told}, disagreements: ${left.length}\n`);
    expect(compared).toBeGreaterThan(MUTANTS * 0.9);
    expect(left).toEqual([]);
  }, 3_600_000);
});
