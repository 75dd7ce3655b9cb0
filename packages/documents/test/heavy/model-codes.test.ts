import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';

/** LOINC, TA_ASIP, SNOMED CT and the like, OIDs: what a model writes and nobody may invent. */
const CODES = [/'(\d{3,6}-\d)'/g, /'((?:MED|ORG|GEN|AVC)-[\d.]+)'/g, /'([0-2](?:\.\d+){4,})'/g, /'(\d{6,18})'/g];

/** Written otherwise in the official files, on purpose: see where they stand. */
const MENDED = ['2.16.840.1.113883.10.20.1.7'];

function texts(folder: string, form: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && form.test(file.name))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
}

describeWithConformance('the codes and the identifiers that the structured models write', () => {
  it('all stand in an official file', () => {
    const sources = texts(join(import.meta.dirname, '../../src/models'), /\.ts$/).join('\n');
    const written = new Set(CODES.flatMap((form) => [...sources.matchAll(form)].map(([, code = '']) => code)));
    expect(written.size).toBeGreaterThan(700);
    const official = texts(conformanceFile('cda'), /\.(?:xml|sch|xsd)$/).join('\n');
    expect([...written].filter((code) => !official.includes(code))).toEqual(MENDED);
  }, 60_000);
});
