import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { buildCda } from '../../src/cda.ts';
import { type ParsedCda, parseCda } from '../../src/cda-reader.ts';
import { biologyContent } from '../support/biology-content.ts';
import { biologyFacts } from '../support/biology-facts.ts';
import { biologyReport } from '../support/biology-report.ts';
import { fixedOptions, sampleSubmission } from '../support/sample.ts';

const folder = conformanceFile('cda/ExemplesCDA');
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

/** One earlier result of the Electrophorese example is dated of a month 20: the day and the month changed places. */
function official(file: string): ParsedCda {
  const bytes = readFileSync(`${folder}/${file}`);
  return parseCda(new TextEncoder().encode(bytes.toString('utf8').replace('20092012081500', '20200912081500')));
}

describeWithConformance('an official report of biology (CR-BIO 2024.01)', () => {
  const files = readdirSync(folder).filter((name) => name.startsWith('BIO-CR-BIO_2024.01'));

  it.each(files)('%s: its codes, values, dates and people are those of the same content in our types', (file) => {
    const theirs = official(file);
    const facts = biologyFacts(theirs) as { readonly secondIntention: number };
    const made = buildCda(
      biologyReport(biologyContent(theirs, PNG), facts.secondIntention),
      sampleSubmission,
      fixedOptions(7),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.findings.filter(({ severity }) => severity === 'error')));
    expect(biologyFacts(parseCda(made.bytes))).toEqual(facts);
  });

  it('there are seven of them', () => {
    expect(files).toHaveLength(7);
  });
});
