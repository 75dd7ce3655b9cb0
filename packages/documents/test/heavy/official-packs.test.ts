import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument, type XDocument } from '../../../schematron/src/index.js';
import { conformanceFile, describeWithConformance, hasConformance } from '../../../tooling/src/conformance.js';
import { type JudgedDocument, judge, missingForJudge, type Verdict } from '../../../tooling/src/judge.js';
import { describeWithJudge } from '../../../tooling/src/with-judge.js';
import { documentProfile, selectOfficialRules } from '../../src/official.js';
import { bodyMutant, type Cut, cuts } from '../judge/bodies.js';
import { headerOf, mutant, seeded } from '../judge/generate.js';
import { type Base, base, type Mutation, mutate } from '../judge/mutants.js';
import { REFERENCE_FAULTS } from '../judge/reference-faults.js';
import { ALL_PACKS, asTemplate, difference, Packs, settled, type Told } from '../judge/verdicts.js';

type Recorded = readonly [kind: string, role: string, location: string, text: string];
type RecordedFindings = Readonly<Record<string, readonly Recorded[] | 'ENGINE_ERROR'>>;

/** Another seed every night: `SOCLE_SEED=1234`. */
const seed = Number(process.env['SOCLE_SEED'] ?? 20_261_122);
const MUTANTS = 2_000;
const cache = mkdtempSync(join(tmpdir(), 'socle-official-packs-'));
const packs = new Packs(cache);
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const official = (path: string): string => readFileSync(conformanceFile(`cda/${path}`), 'utf8');
const example = (name: string): string => official(name.startsWith('supplement/') ? name : `ExemplesCDA/${name}`);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const byName = new Map(ALL_PACKS.map((file) => [basename(file), file]));
const fileOf = (name: string): string => byName.get(name) ?? name;

/** Counts pairs of a document and a pack, and keeps what differs. */
class Tally {
  pairs = 0;
  findings = 0;
  stopped = 0;
  readonly different: string[] = [];

  constructor(private readonly what: string) {}

  /** `undefined`: the reference engine stopped. */
  async compare(
    id: string,
    file: string,
    document: XDocument,
    theirs: readonly string[] | undefined,
    key: (told: Told) => string,
  ): Promise<void> {
    const ours = await packs.verdict(file, document, key === fullKey);
    this.pairs += 1;
    const where = `${id} × ${basename(file)}`;
    if (theirs === undefined) {
      this.stopped += 1;
      if (ours.faults.length === 0) this.#note(where, ['the reference engine stopped, ours did not']);
      return;
    }
    if (ours.faults.length > 0) {
      this.#note(where, [`ours stopped: ${ours.faults[0]?.code} ${ours.faults[0]?.expression}`]);
      return;
    }
    this.findings += theirs.length;
    this.#note(where, difference(ours.findings.map(key), theirs));
  }

  end(extra = ''): void {
    const { pairs, findings, stopped, different } = this;
    say(
      `${this.what}: ${pairs} pairs, ${findings} findings, reference stopped ${stopped}, disagreements ${different.length}${extra}`,
    );
    expect(different.slice(0, 20)).toEqual([]);
  }

  #note(where: string, lines: readonly string[]): void {
    for (const line of lines) {
      if (!REFERENCE_FAULTS.some((fault) => fault.applies(line))) this.different.push(`${where}: ${line}`);
    }
  }
}

const recordedKey = ({ kind, role, location, text }: Told): string => [kind, role, location, settled(text)].join(' ¦ ');
const recorded = (found: RecordedFindings[string] | undefined): readonly string[] | undefined =>
  found === 'ENGINE_ERROR'
    ? undefined
    : (found ?? []).map(([kind, role, location, text]) =>
        recordedKey({ kind: kind as Told['kind'], role, location, text, pattern: 0, context: '', test: '' }),
      );

const bases = new Map<string, Base>();
function baseOf(name: string): Base {
  const known = bases.get(name) ?? base(example(name));
  bases.set(name, known);
  return known;
}

describeWithConformance('the recorded verdicts of the official rules', () => {
  it('are ours on every example', async () => {
    const examples: { file: string; findings: RecordedFindings }[] = JSON.parse(official('expected/examples.json'));
    const tally = new Tally('examples');
    for (const { file, findings } of examples) {
      const document = readDocument(example(file));
      for (const [pack, found] of Object.entries(findings)) {
        await tally.compare(file, fileOf(pack), document, recorded(found), recordedKey);
      }
    }
    tally.end();
    expect(tally.pairs).toBeGreaterThan(290);
  });

  it.each([
    ['mutations.jsonl', 6_500],
    ['values.jsonl', 2_100],
  ])('are ours on every mutant of %s', async (name, least) => {
    const tally = new Tally(name);
    for (const line of official(`expected/${name}`).split('\n')) {
      if (line.trim() === '') continue;
      const one: Mutation & {
        readonly base: string;
        readonly path: string;
        readonly schematrons: readonly string[];
        readonly findings: RecordedFindings;
      } = JSON.parse(line);
      const document = readDocument(mutate(baseOf(one.base), one));
      for (const pack of one.schematrons) {
        const id = `${one.base} ${one.op} ${one.path}`;
        await tally.compare(id, fileOf(pack), document, recorded(one.findings[pack]), recordedKey);
      }
    }
    tally.end();
    expect(tally.pairs).toBeGreaterThan(least);
  });

  it('are ours on every probe', async () => {
    const probes: { name: string; find: string; replaceWith: string; schematronErrors: number }[] = JSON.parse(
      official('expected/probes.json'),
    );
    const minimal = example('supplement/n1-minimal.xml');
    const different: unknown[] = [];
    for (const { name, find, replaceWith, schematronErrors } of probes) {
      const document = readDocument(minimal.replace(find, () => replaceWith));
      let errors = 0;
      for (const file of ALL_PACKS.slice(0, 4)) {
        const { findings } = await packs.verdict(file, document, false);
        errors += findings.filter(({ role }) => role === '' || role === 'error').length;
      }
      if (errors !== schematronErrors) different.push([name, errors, schematronErrors]);
    }
    say(`probes: ${probes.length}, disagreements ${different.length}`);
    expect(different).toEqual([]);
  });
});

const fullKey = ({ pattern, context, kind, test, role, location, text }: Told): string =>
  [pattern, context, kind, asTemplate(test), role, location, settled(text)].join(' ¦ ');

/** A document and the packs that it gets. */
interface Case {
  readonly id: string;
  readonly text: string;
  readonly files: readonly string[];
}

/** Every template that a rule of the kit speaks of. */
function templatesOfRules(): string[] {
  const folder = 'schematrons/include';
  const found = new Set<string>();
  for (const name of readdirSync(conformanceFile(`cda/${folder}`), { recursive: true })) {
    const path = String(name);
    if (!/\.sch$/i.test(path)) continue;
    for (const [, root = ''] of official(`${folder}/${path}`).matchAll(/templateId\/@root\s*=\s*["']([\d.]+)["']/g)) {
      found.add(root);
    }
  }
  return [...found].sort();
}

function packsOf(text: string): readonly string[] {
  const profile = documentProfile(readDocument(text));
  return selectOfficialRules(profile ?? { templateIds: [] }).files;
}

/** Mutants of the shortest document there is (one in four), and of every section of every example in turn. */
function freshMutants(): Case[] {
  const random = seeded(seed);
  const templates = templatesOfRules();
  const minimal = base(example('supplement/n1-minimal.xml'));
  const all: Cut[] = exampleNames().flatMap((name) => cuts(name, example(name), minimal));
  const cases = Array.from({ length: MUTANTS }, (_, number): Case => {
    const cut = number % 4 === 0 ? undefined : all[Math.floor(random() * all.length)];
    const { done, text } =
      cut === undefined ? mutant(minimal, headerOf(minimal), random, base) : bodyMutant(cut.base, templates, random);
    return { id: `${number} ${cut?.name ?? 'n1-minimal'}: ${done}`, text, files: packsOf(text) };
  });
  const size = cases.reduce((sum, { text }) => sum + text.length, 0);
  say(`${all.length} cut documents, ${templates.length} templates, ${Math.round(size / MUTANTS / 1_000)} kB a mutant`);
  return cases;
}

function exampleNames(): string[] {
  return readdirSync(conformanceFile('cda/ExemplesCDA')).sort();
}

/** What the reference says of everything, asked once and first: it works while the recorded verdicts are compared. */
class Reference {
  readonly everyPack = exampleNames().map((name): Case => ({ id: name, text: example(name), files: ALL_PACKS }));
  readonly mutants = freshMutants();
  readonly #times: string[] = [];
  readonly #verdicts: Promise<ReadonlyMap<string, Verdict>>;

  constructor() {
    const judged = [...this.mutants, ...this.everyPack].map(
      ({ id, text, files }): JudgedDocument => ({ id, bytes: text, packs: files.map((file) => `schematrons/${file}`) }),
    );
    this.#verdicts = judge(judged, {
      packs: ALL_PACKS.map((file) => `schematrons/${file}`),
      onTime: (phase, milliseconds) => this.#times.push(`${phase} ${milliseconds} ms`),
    });
    // Awaited by the tests, which come later.
    this.#verdicts.catch(() => undefined);
  }

  async compare(what: string, cases: readonly Case[]): Promise<Tally> {
    const verdicts = await this.#verdicts;
    const start = performance.now();
    const tally = new Tally(what);
    for (const { id, text, files } of cases) {
      const document = readDocument(text);
      for (const file of files) {
        const found = verdicts.get(id)?.findings[basename(file)];
        const theirs = Array.isArray(found) ? found.map(fullKey) : undefined;
        await tally.compare(id, file, document, theirs, fullKey);
      }
    }
    const ours = Math.round(performance.now() - start);
    tally.end(` (reference, all: ${this.#times.join(', ')}; ours: ${ours} ms)`);
    return tally;
  }
}

let reference: Reference | undefined;
beforeAll(() => {
  if (hasConformance && missingForJudge().length === 0) reference = new Reference();
});

describeWithJudge('the official rules and Saxon', () => {
  it(`agree on ${MUTANTS} mutants that nobody had seen × the packs of each`, async () => {
    const tally = await reference?.compare(`${MUTANTS} fresh mutants`, reference.mutants);
    expect(tally?.pairs).toBeGreaterThan(4 * MUTANTS);
    expect(tally?.findings).toBeGreaterThan(MUTANTS);
  }, 900_000);

  it('agree on every example × every pack of the kit', async () => {
    const tally = await reference?.compare('every example × every pack', reference.everyPack);
    expect(tally?.pairs).toBe(61 * 63);
  }, 900_000);
});

describe('faults of the reference', () => {
  it('each say why', () => {
    for (const { why } of REFERENCE_FAULTS) expect(why.length).toBeGreaterThan(20);
  });
});
