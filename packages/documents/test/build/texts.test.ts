import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bodyFindings } from '../../src/messages/body.ts';
import { clinicalContentFindings } from '../../src/messages/clinical-content.ts';
import { submissionFindings } from '../../src/messages/submission.ts';

const source = join(import.meta.dirname, '../../src');

/** Every rule of a submission and of what is built from it, as the sources name it. */
function rulesOfTheSources(): Set<string> {
  const text = ['submission', 'cda', 'models', 'pdf']
    .flatMap((folder) =>
      readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(source, folder, name),
      ),
    )
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  const plain = [...text.matchAll(/'(documents(?:\.[A-Za-z]+)+)'/g)].map(([, rule]) => rule ?? '');
  const validate = readFileSync(join(source, 'pdf/validate.ts'), 'utf8');
  const pdf = [...validate.matchAll(/^ {4}\[.*, '([A-Za-z]+)'[,\]]/gm)].map(([, rule]) => `documents.pdf.${rule}`);
  const convert = [...text.matchAll(/refused\('([a-z]+)'/g)].map(([, rule]) => `documents.convert.${rule}`);
  return new Set([...plain, ...pdf, ...convert].filter((rule) => rule !== 'documents.type'));
}

it('every rule has its texts, and no text is without a rule', () => {
  const rules = [...rulesOfTheSources()].sort();
  expect(rules.length).toBeGreaterThan(90);
  expect(
    [...Object.keys(submissionFindings), ...Object.keys(bodyFindings), ...Object.keys(clinicalContentFindings)].sort(),
  ).toEqual(rules);
});
