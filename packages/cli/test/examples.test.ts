import { readdir, readFile } from 'node:fs/promises';
import { inspectPdf, validatePdfA1 } from '@socle-sante/documents/pdf';
import { parseSubmission } from '@socle-sante/documents/submission';
import { describe, expect, it } from 'vitest';
import { describeWithPreflight, preflight } from '../../documents/test/support/preflight.ts';

const EXAMPLES = new URL('../examples/', import.meta.url);
const letter = await readFile(new URL('discharge-letter.pdf', EXAMPLES));
const copies = await Promise.all(
  ['prescription.pdf', 'imaging-report.pdf'].map((name) => readFile(new URL(name, EXAMPLES))),
);

describe('examples that ship with the command', () => {
  it('holds a discharge letter that is PDF/A-1', () => {
    expect(inspectPdf(letter)).toMatchObject({ claim: { part: 1, conformance: 'B' }, complete: true });
    expect(validatePdfA1(letter)).toEqual([]);
  });

  it('holds the copies of structured documents as PDF/A-1', () => {
    for (const copy of copies) expect(validatePdfA1(copy)).toEqual([]);
  });

  it('names its JSON Schema in each file', async () => {
    const files = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const { $schema } = JSON.parse(await readFile(new URL(name, EXAMPLES), 'utf8'));
      await expect(readFile(new URL($schema, EXAMPLES), 'utf8')).resolves.toContain('"$schema"');
    }
  });

  it('holds submissions that parse without a blocking finding', async () => {
    for (const name of [
      'submission.json',
      'discharge-letter.submission.json',
      'vaccination-note.submission.json',
      'medical-summary.submission.json',
      'prescription.submission.json',
      'imaging-report.submission.json',
    ]) {
      const { $schema: _, ...value } = JSON.parse(await readFile(new URL(name, EXAMPLES), 'utf8'));
      const read = parseSubmission(value, { readFile: () => letter });
      expect([name, read.ok]).toEqual([name, true]);
    }
  });
});

describeWithPreflight('discharge letter, by Apache PDFBox Preflight', () => {
  it('is a valid PDF/A-1b file, as are the copies', () => {
    expect(preflight([letter, ...copies])).toEqual([true, true, true]);
  });
});
