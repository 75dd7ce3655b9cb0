import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { compileSchema } from '../../src/compile/pack/compile-schema.js';
import { folderLoader } from '../../src/node/folder-loader.js';
import type { SchematronVerdict } from '../../src/pack.js';
import { withDeviations } from '../../src/schema/deviation-rules.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { readDocument } from '../../src/tree/read.js';
import { loadPack } from '../../src/validate/load.js';
import type { Pack } from '../../src/validate/pack.js';
import { validate } from '../../src/validate/validate.js';
import { frenchDeviations } from '../schema/french-deviations.js';
import { type Base, base, type Mutation, mutate } from './mutate.js';

type Recorded = readonly (readonly [kind: string, role: string, location: string, text: string])[] | 'ENGINE_ERROR';

interface Verdict {
  readonly id: string;
  readonly base: string;
  readonly schematrons: readonly string[];
  readonly findings: Readonly<Record<string, Recorded>>;
}

const loader = withDeviations(folderLoader(conformanceFile('cda')), frenchDeviations);
const packs = new Map<string, Promise<Pack>>();

function packOf(name: string): Promise<Pack> {
  const known = packs.get(name) ?? open(name);
  packs.set(name, known);
  return known;
}

function open(name: string): Promise<Pack> {
  const folders = ['schematrons', 'schematrons/profils', 'schematrons/profils/structurationMinimale'];
  const file = folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(conformanceFile(`cda/${path}`)));
  return loadPack(compileSchema(readSchema(file ?? name, loader), { sourceMaps: false }));
}

/** White space collapsed; what follows "Found:" in a message of dtr1-1-ANY depends on the engine (`cda.md` §7.5). */
function comparable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(dtr1-1-ANY.*?Found:).*/, '$1');
}

function disagreement(recorded: Recorded, verdict: SchematronVerdict): string | undefined {
  const faults = verdict.faults.filter(({ recovered }) => recovered !== true);
  if (recorded === 'ENGINE_ERROR') return faults.length > 0 ? undefined : 'the reference engine stopped, we did not';
  const [fault] = faults;
  if (fault !== undefined) return `${fault.location}: ${fault.message}`;
  const theirs = recorded
    .map(([kind, role, location, text]) => `${kind} ${role} ${location} ${comparable(text)}`)
    .sort();
  const ours = verdict.findings
    .map(({ kind, role = '', location, text }) => `${kind} ${role} ${location} ${comparable(text)}`)
    .sort();
  if (theirs.join('\n') === ours.join('\n')) return undefined;
  const missing = theirs.filter((each) => !ours.includes(each));
  const more = ours.filter((each) => !theirs.includes(each));
  return `missing ${JSON.stringify(missing.slice(0, 2))}, more ${JSON.stringify(more.slice(0, 2))}`;
}

const bases = new Map<string, Base>();
function baseOf(name: string): Base {
  const path = name.startsWith('supplement/') ? `cda/${name}` : `cda/ExemplesCDA/${name}`;
  const known = bases.get(name) ?? base(readFileSync(conformanceFile(path), 'utf8'));
  bases.set(name, known);
  return known;
}

function lines(name: string): readonly (Verdict & Mutation)[] {
  return readFileSync(conformanceFile(`cda/expected/${name}`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Verdict & Mutation => JSON.parse(line));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

describeWithConformance('verdicts recorded with the reference engine', () => {
  it('are ours on every official example', async () => {
    const examples: { readonly file: string; readonly findings: Verdict['findings'] }[] = JSON.parse(
      readFileSync(conformanceFile('cda/expected/examples.json'), 'utf8'),
    );
    const found: string[] = [];
    let pairs = 0;
    for (const { file, findings } of examples) {
      const document = readDocument(readFileSync(conformanceFile(`cda/ExemplesCDA/${file}`)));
      for (const [name, recorded] of Object.entries(findings)) {
        const told = disagreement(recorded, validate(document, await packOf(name), { loader }));
        pairs += 1;
        if (told !== undefined) found.push(`${file} ${name}: ${told}`);
      }
    }
    say(`official examples: ${pairs} pairs, disagreements: ${found.length}`);
    expect(found).toEqual([]);
    expect(pairs).toBeGreaterThan(240);
  });

  it.each([
    ['mutations.jsonl', 6_000],
    ['values.jsonl', 2_000],
  ])('are ours on every mutant of %s', async (name, least) => {
    const found: string[] = [];
    let pairs = 0;
    for (const each of lines(name)) {
      const document = readDocument(mutate(baseOf(each.base), each));
      for (const schematron of each.schematrons) {
        const verdict = validate(document, await packOf(schematron), { loader });
        const told = disagreement(each.findings[schematron] ?? [], verdict);
        pairs += 1;
        if (told !== undefined) found.push(`${each.id} ${schematron}: ${told}`);
      }
    }
    say(`${name}: ${pairs} pairs, disagreements: ${found.length}`);
    expect(found).toEqual([]);
    expect(pairs).toBeGreaterThan(least);
  });
});
