import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { base, type Mutation, mutate } from '../../../schematron/test/heavy/mutate.ts';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { socle } from '../io.js';

type Recorded = readonly (readonly [kind: string, role: string, location: string, text: string])[];

interface Mutant extends Mutation {
  readonly id: string;
  readonly base: string;
  readonly schematrons: readonly string[];
  readonly findings: Readonly<Record<string, Recorded | 'ENGINE_ERROR'>>;
}

interface Verdicts {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly { kind: string; role: string; location: string; text: string }[];
    readonly faults: readonly unknown[];
    readonly deviations: readonly { readonly code: string }[];
  }[];
}

const KIT = conformanceFile('cda');
const HEADER = 'ASIP-STRUCT-MIN-StrucMin.sch';

describeWithConformance('socle schematron on the official rules', () => {
  let directory = '';
  let packs = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'socle-cli-official-'));
    packs = join(directory, 'packs');
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('compiles all 63, and the one of terminologies', { timeout: 300_000 }, async () => {
    const ran = await socle(['schematron', 'compile', join(KIT, 'schematrons'), '--out', packs, '--json', '--quiet']);
    const { packs: done } = ran.json<{ packs: { schema: string; compiled: boolean; checks: number }[] }>();
    expect([ran.code, done.filter(({ compiled }) => !compiled)]).toEqual([0, []]);
    expect(done.filter(({ schema }) => !schema.includes('terminologie'))).toHaveLength(63);
    expect(done.find(({ schema }) => schema.endsWith(HEADER))?.checks).toBe(13_136);
  });

  it('gives the recorded verdicts, from a file and from a compiled pack', { timeout: 300_000 }, async () => {
    const chosen = [...every(60, 'mutations.jsonl'), ...every(60, 'values.jsonl')];
    const files = new Map<string, Mutant>();
    for (const mutant of chosen) {
      const path = join(directory, `${mutant.id}.xml`);
      const folder = mutant.base.startsWith('supplement/') ? '' : 'ExemplesCDA/';
      await writeFile(path, mutate(base(readFileSync(join(KIT, folder, mutant.base), 'utf8')), mutant));
      files.set(path, mutant);
    }
    const cache = join(directory, 'cache');
    let pairs = 0;
    for (const [index, name] of [...new Set(chosen.flatMap(({ schematrons }) => schematrons))].entries()) {
      const own = [...files].filter(([, { schematrons }]) => schematrons.includes(name));
      const path = schematron(name);
      const pack = index % 2 === 0 ? join(KIT, 'schematrons', path) : join(packs, path.replace(/\.sch$/, ''));
      const args = ['--pack', pack, '--cache', cache, '--json', '--quiet', ...own.map(([file]) => file)];
      const ran = await socle(['schematron', 'validate', ...args]);
      for (const { file, findings } of ran.json<Verdicts>().files) {
        const recorded = files.get(file)?.findings[name] ?? [];
        if (recorded === 'ENGINE_ERROR') continue;
        const ours = findings.map(({ kind, role, location, text }) => [kind, role, location, text] as const);
        expect([name, file, comparable(ours)]).toEqual([name, file, comparable(recorded)]);
        pairs += 1;
      }
    }
    expect(pairs).toBeGreaterThan(100);
  });

  it('says which faults of the kit were mended', async () => {
    const document = join(KIT, 'supplement', 'n1-minimal.xml');
    const pack = join(KIT, 'schematrons', schematron(HEADER));
    const args = ['schematron', 'validate', '--pack', pack, '--cache', join(directory, 'cache'), '--json', document];
    const ran = await socle(args);
    expect(ran.code).toBe(0);
    const codes = new Set(ran.json<Verdicts>().files[0]?.deviations.map(({ code }) => code));
    expect(codes).toEqual(new Set(['kit.regex.integer', 'kit.valueSet.J07']));
    const letter = await socle([...args, '--deviations', 'none']);
    expect(letter.json<{ files?: unknown }>()).not.toMatchObject({ files: [{ findings: [], faults: [] }] });
  });
});

function every(step: number, name: string): readonly Mutant[] {
  return readFileSync(join(KIT, 'expected', name), 'utf8')
    .split('\n')
    .filter((line, index) => line.trim() !== '' && index % step === 0)
    .map((line): Mutant => JSON.parse(line));
}

function schematron(name: string): string {
  const folders = ['', 'profils/', 'profils/structurationMinimale/'];
  const found = folders.find((folder) => readdirSync(join(KIT, 'schematrons', folder)).includes(name)) ?? '';
  return `${found}${name}`;
}

/** In any order; what follows "Found:" in a message of dtr1-1-ANY depends on the engine. */
function comparable(findings: Recorded): readonly string[] {
  return findings
    .map((each) => each.join(' | ').replace(/\s+/g, ' ').trim())
    .map((line) => line.replace(/(dtr1-1-ANY.*?Found:).*/, '$1'))
    .sort();
}
