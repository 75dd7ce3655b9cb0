import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack, readDocument, validate } from '@socle-sante/schematron';
import { compileSchema, memoryLoader, readSchema } from '@socle-sante/schematron/compile';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'rules/entete.sch'), 'utf8');
const schema = readSchema('entete.sch', memoryLoader({ 'entete.sch': text }));
const sample = (name: string): string => readFileSync(join(root, `samples/${name}.xml`), 'utf8');

async function found(document: string) {
  const verdict = validate(readDocument(document), await loadPack(compileSchema(schema)));
  expect(verdict.faults).toEqual([]);
  return verdict.findings;
}

describe('the rules of demonstration', () => {
  it('find nothing in the good sample', async () => {
    expect(await found(sample('bon'))).toEqual([]);
  });

  it('find each fault of the other, once, in both languages', async () => {
    const findings = await found(sample('anomalies'));
    expect(findings.map(({ id }) => id).sort()).toEqual(
      ['avant', 'creation', 'langue', 'libelle', 'section-texte', 'telecom', 'titre'].sort(),
    );
    for (const { id, diagnostics } of findings) expect(diagnostics).toMatchObject([{ id: `${id}-en` }]);
  });

  it('say that another XML is not a CDA document', async () => {
    expect((await found('<autre/>')).map(({ id }) => id)).toEqual(['racine']);
  });
});
