import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { buildCda } from '../../src/cda.ts';
import { createOfficialRules } from '../../src/official.ts';
import { type OfficialFolder, openOfficialFolder } from '../../src/official-folder.ts';
import { modelRules, STRUCTURED_MODELS, structuredDocument } from '../arbitraries/models.ts';
import { fixedOptions, sampleSubmission } from '../support/sample.ts';

/** Another seed every night: `SOCLE_SEED=1234`. */
const seed = Number(process.env['SOCLE_SEED'] ?? 20_260_115);
const EACH_MODEL = Number(process.env['SOCLE_EACH_MODEL'] ?? 30);

describeWithConformance('every structured document that is built', () => {
  const cache = mkdtempSync(join(tmpdir(), 'socle-model-rules-'));
  let kit: OfficialFolder;
  beforeAll(async () => {
    kit = await openOfficialFolder(conformanceFile('cda'), { cache });
  }, 60_000);
  afterAll(() => {
    kit.close();
    rmSync(cache, { recursive: true, force: true });
  });

  it.each(STRUCTURED_MODELS)(
    `%s: has nothing against it in the XML schema, the generic rules and those of its model (${EACH_MODEL} documents)`,
    async (model) => {
      const rules = createOfficialRules(kit);
      for (const one of fc.sample(structuredDocument(model), { numRuns: EACH_MODEL, seed })) {
        const made = buildCda(one, sampleSubmission, fixedOptions(7));
        if (!made.ok) throw new Error(JSON.stringify(made.findings.filter(({ severity }) => severity === 'error')));
        const report = await rules.validate(made.bytes, { values: 'show' });
        expect(report.packs.map(({ file }) => `schematrons/${file}`)).toContain(modelRules(model));
        const wrong = report.findings.filter(({ severity }) => severity === 'error');
        expect(wrong.map(({ rule, params, wire }) => [rule, params['message'], wire?.pointer])).toEqual([]);
      }
    },
    120_000,
  );
});
