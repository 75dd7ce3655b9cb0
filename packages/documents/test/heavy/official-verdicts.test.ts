import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { HEADER_PACK, type JudgeFinding, judge } from '../../../tooling/src/judge.ts';
import { describeWithJudge } from '../../../tooling/src/with-judge.ts';
import { validateCda } from '../../src/validate.js';
import { type Disagreement, disagreements, type OfficialFinding } from '../judge/compare.js';
import { EXPLAINED } from '../judge/explained.js';
import { headerOf, mutant, seeded } from '../judge/generate.js';
import { type Base, base, type Mutation, mutate } from '../judge/mutants.js';

const PACK = 'ASIP-STRUCT-MIN-StrucMin.sch';

interface Verdict extends Mutation {
  readonly id: string;
  readonly base: string;
  readonly findings: Readonly<Record<string, readonly OfficialFinding[] | 'ENGINE_ERROR'>>;
}

const file = (name: string): string =>
  readFileSync(conformanceFile(name.startsWith('supplement/') ? `cda/${name}` : `cda/ExemplesCDA/${name}`), 'utf8');
const bases = new Map<string, Base>();

function baseOf(name: string): Base {
  const known = bases.get(name) ?? base(file(name));
  bases.set(name, known);
  return known;
}

function lines(name: string): Verdict[] {
  const text = readFileSync(conformanceFile(`cda/expected/${name}`), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Verdict => JSON.parse(line));
}

/** Disagreements that no file explains, told as lines. */
function unexplained(id: string, found: readonly Disagreement[]): string[] {
  return found
    .filter((each) => !EXPLAINED.some((known) => known.applies(each)))
    .map((each) => `${id} ${each.location} ${each.side} alone: ${each.alone}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

describeWithConformance('the native rules and the official verdicts', () => {
  it('agree on every example', () => {
    const examples: { file: string; findings: Record<string, OfficialFinding[]> }[] = JSON.parse(
      readFileSync(conformanceFile('cda/expected/examples.json'), 'utf8'),
    );
    const left = examples.flatMap((each) =>
      unexplained(each.file, disagreements(each.findings[PACK] ?? [], validateCda(file(each.file)))),
    );
    say(`official examples: ${examples.length}, disagreements: ${left.length}`);
    expect(left).toEqual([]);
  });

  it.each([
    ['mutations.jsonl', 1_300],
    ['values.jsonl', 500],
  ])(
    'agree on every mutant of %s',
    (name, least) => {
      // Where the reference engine itself stopped, the XML schema speaks first.
      const verdicts = lines(name).filter((each) => each.findings[PACK] !== 'ENGINE_ERROR');
      const left = verdicts.flatMap((each) => {
        const official = each.findings[PACK];
        const native = validateCda(mutate(baseOf(each.base), each));
        return unexplained(each.id, disagreements(Array.isArray(official) ? official : [], native));
      });
      say(`${name}: ${verdicts.length}, disagreements: ${left.length}`);
      expect(verdicts.length).toBeGreaterThan(least);
      expect(left).toEqual([]);
    },
    120_000,
  );
});

describeWithJudge('the native rules and Saxon', () => {
  it('agree on the probes, and on 600 mutants that nobody had seen', async () => {
    const probes: { name: string; find: string; replaceWith: string }[] = JSON.parse(
      readFileSync(conformanceFile('cda/expected/probes.json'), 'utf8'),
    );
    const minimal = file('supplement/n1-minimal.xml');
    const documents = probes.map((each) => ({
      id: `probe: ${each.name}`,
      text: minimal.replace(each.find, () => each.replaceWith),
    }));
    const random = seeded(20_260_115);
    const names = [
      'supplement/n1-minimal.xml',
      'CSE-MDE_2023.01.xml',
      'VAC-NOTE_2023.01.xml',
      'BIO-TROD_2024.01_Angine.xml',
    ];
    for (let number = 0; number < 600; number += 1) {
      const from = baseOf(names[number % names.length] ?? '');
      const { done, text } = mutant(from, headerOf(from), random, base);
      documents.push({ id: `${number} ${done}`, text });
    }
    const times: string[] = [];
    const verdicts = await judge(
      documents.map(({ id, text }) => ({ id, bytes: text })),
      { packs: [HEADER_PACK], onTime: (phase, milliseconds) => times.push(`${phase} ${milliseconds} ms`) },
    );
    let stopped = 0;
    const left = documents.flatMap(({ id, text }) => {
      const found = verdicts.get(id)?.findings[PACK];
      if (found === undefined || 'engineError' in found) {
        stopped += 1;
        return [];
      }
      const official = found.map(
        (each: JudgeFinding): OfficialFinding => [each.kind, each.role, each.location, each.text],
      );
      return unexplained(id, disagreements(official, validateCda(text)));
    });
    say(
      `probes ${probes.length}, own mutants 600, where Saxon stopped: ${stopped}, disagreements: ${left.length} (${times.join(', ')})`,
    );
    expect(stopped).toBeLessThan(30);
    expect(left).toEqual([]);
  }, 900_000);
});

describe('explained disagreements', () => {
  it('each say why', () => {
    for (const each of EXPLAINED) expect(each.why.length).toBeGreaterThan(20);
  });
});
