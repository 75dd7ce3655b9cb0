import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../tooling/src/conformance.ts';
import { socle } from './io.js';

const kit = conformanceFile('cda');
const minimal = conformanceFile('cda/supplement/n1-minimal.xml');
const example = (name: string): string => conformanceFile(`cda/ExemplesCDA/${name}`);

interface Validated {
  readonly rules: string;
  readonly target: string;
  readonly documents: readonly {
    readonly valid: boolean;
    readonly official: {
      readonly model?: { readonly model: string; readonly version: string };
      readonly complete: boolean;
      readonly steps: readonly { readonly step: string; readonly state: string }[];
      readonly deviations: readonly { readonly code: string }[];
    };
    readonly comparison?: Readonly<Record<'both' | 'native' | 'official', number>>;
    readonly findings: readonly {
      readonly rule: string;
      readonly layers?: readonly string[];
      readonly params: Readonly<Record<string, string>>;
      readonly text: { readonly why: string };
    }[];
  }[];
}

interface Compared {
  readonly documents: readonly {
    readonly valid: readonly boolean[];
    readonly versions: readonly string[];
    readonly gone: readonly unknown[];
    readonly fresh: readonly { readonly text: { readonly why: string } }[];
  }[];
}

describeWithConformance('socle cda with the official rules', () => {
  let directory = '';
  let broken = '';
  let cache: readonly string[] = [];
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'socle-cli-official-'));
    cache = ['--cache', join(directory, 'cache')];
    broken = join(directory, 'broken.xml');
    const xml = await readFile(minimal, 'utf8');
    await writeFile(
      broken,
      xml
        .replace(/<title>.*?<\/title>/s, '')
        .replace(/<effectiveTime value="[^"]*"/, '<effectiveTime value="\u009bDUPONT"'),
    );
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('checks with the official rules alone', async () => {
    const ran = await socle(['cda', 'validate', minimal, '--rules', 'official', '--official', kit, ...cache, '--json']);
    const { rules, target, documents } = ran.json<Validated>();
    expect([ran.code, rules, target, documents[0]?.valid]).toEqual([0, 'official', 'ci-sis', true]);
    expect(documents[0]?.official.steps.map(({ state }) => state)).toEqual(['passed', 'passed', 'skipped']);
    expect(documents[0]?.official.deviations.map(({ code }) => code)).toContain('kit.valueSet.J07');
    const text = await socle(['cda', 'validate', minimal, '--rules', 'official', '--official', kit, ...cache]);
    expect(text.out).toContain('conforme aux règles officielles');
    expect(text.out).toContain('sans contrôle par les terminologies (absentes du dossier)');
  });

  it('shows both layers, and what each says alone', async () => {
    const env = { LANG: 'fr_FR.UTF-8', SOCLE_OFFICIAL: kit };
    const ran = await socle(['cda', 'validate', broken, '--rules', 'both', ...cache, '--json'], { env });
    expect(ran.code).toBe(1);
    const [document] = ran.json<Validated>().documents;
    const title = document?.findings.find(({ params }) => params['native'] === 'cda.header.title.missing');
    expect(title?.layers).toEqual(['native', 'official']);
    expect(document?.comparison?.both).toBeGreaterThan(0);
    const alone = document?.findings.filter(({ layers }) => layers?.join() === 'official') ?? [];
    expect(alone.map(({ rule }) => rule)).toContain('official.xsd');
    expect(ran.out).not.toContain('DUPONT');
    const text = await socle(['cda', 'validate', broken, '--official', kit, ...cache]);
    for (const word of ['Dit par les deux', 'Règles natives seules', 'Règles officielles seules']) {
      expect(text.out).toContain(word);
    }
    expect(text.out).not.toContain('DUPONT');
    const shown = await socle(['cda', 'validate', broken, '--official', kit, ...cache, '--show']);
    expect(shown.out).toContain('DUPONT');
    expect(shown.out).not.toContain('\u009b');
  });

  it('checks for a target and a date', async () => {
    const file = example('BIO-CR-BIO_2024.01_DEP-CCU-tout-structuré.xml');
    const run = (...args: string[]) =>
      socle(['cda', 'validate', file, '--rules', 'official', '--official', kit, ...cache, '--json', ...args]);
    const version = (ran: Awaited<ReturnType<typeof socle>>) =>
      ran.json<Validated>().documents[0]?.official.model?.version;
    expect(version(await run())).toBe('2024.01');
    expect(version(await run('--target', 'dmp', '--date', '2023-06'))).toBe('2023.01');
    expect(version(await run('--target', 'bio-cr-bio=2021.01'))).toBe('2021.01');
    expect(version(await run('--target', 'structuration-minimale'))).toBeUndefined();
  });

  it('compares two targets', async () => {
    const files = [example('BIO-CR-BIO_2021.01_Microbiologie_V1.xml'), minimal];
    const run = (...args: string[]) => socle(['cda', 'compare', ...files, '--official', kit, ...cache, ...args]);
    const ran = await run('--before', '2021-12', '--after', 'segur,2024-06', '--json');
    expect(ran.code).toBe(1);
    const [bio, other] = ran.json<Compared>().documents;
    expect(bio).toMatchObject({ versions: ['2021.01', '2024.01'], valid: [true, false] });
    expect(bio?.fresh.length).toBeGreaterThan(0);
    expect(other).toMatchObject({ valid: [true, true], gone: [], fresh: [] });
    const text = await run('--before', '2021-12', '--after', '2024-06');
    expect(text.out).toContain('conforme → à corriger');
    expect(text.out).toContain('2021.01 → 2024.01');
    const same = await run('--before', 'BIO-CR-BIO=2021.01', '--after', 'BIO-CR-BIO=2021.01');
    expect(same.code).toBe(0);
    for (const args of [['--before', '2021-12'], ['--before', 'x', '--after', 'dmp'], []]) {
      expect((await run(...args)).code).toBe(2);
    }
  });

  it('can be interrupted', async () => {
    const signal = AbortSignal.abort();
    const ran = await socle(['cda', 'validate', minimal, '--rules', 'official', '--official', kit, ...cache], {
      signal,
    });
    expect(ran.code).toBe(5);
  });
});
