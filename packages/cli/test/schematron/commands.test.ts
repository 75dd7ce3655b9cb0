import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoice, RULES, schema, type Workshop, workshop } from './workshop.js';

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
  await shop.write('règles/factures.sch', RULES);
  await shop.write(
    'règles/sous dossier/autre.sch',
    schema('<pattern><rule context="*"><assert test="@a">a</assert></rule></pattern>'),
  );
  await shop.write('règles/inclus.sch', '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"/>');
  await shop.write('codes/currencies.xml', '<codes><code>EUR</code></codes>');
  await shop.write('documents/bonne.xml', invoice('15'));
  await shop.write('documents/fausse.xml', invoice('16', 'FRF'));
});
afterAll(() => shop.close());

describe('socle schematron compile', () => {
  it('compiles each main schematron of a folder to a folder of its own', async () => {
    const ran = await shop.run(['schematron', 'compile', 'règles', '--out', 'paquets', '--json']);
    expect(ran.code).toBe(0);
    const { packs } = ran.json<{ packs: Record<string, unknown>[] }>();
    expect(packs.map(({ schema: name, folder }) => [name, folder])).toEqual([
      [join('règles', 'factures.sch'), join('paquets', 'factures')],
      [join('règles', 'sous dossier', 'autre.sch'), join('paquets', 'sous dossier', 'autre')],
    ]);
    expect(packs[0]).toMatchObject({
      compiled: true,
      title: 'Factures',
      rules: 3,
      checks: 3,
      distinctChecks: 3,
      functions: expect.any(Number),
      bytes: expect.any(Number),
      milliseconds: expect.any(Number),
      phases: ['sums'],
      deviations: [],
    });
    expect(await readdir(join(shop.folder, 'paquets', 'factures'))).toEqual([
      'common.mjs',
      'common.mjs.map',
      'manifest.json',
      'patterns-1.mjs',
      'patterns-1.mjs.map',
      // Patterns that no phase puts together are apart.
      'patterns-2.mjs',
      'patterns-2.mjs.map',
      'source.json',
    ]);
    const map = JSON.parse(await readFile(join(shop.folder, 'paquets', 'factures', 'patterns-1.mjs.map'), 'utf8'));
    expect(map.sources[0]).toContain('factures.sch');
    const all = await shop.run(['schematron', 'validate', '--pack', 'paquets', '--json', 'documents/bonne.xml']);
    expect(
      new Set(all.json<{ files: { findings: { pack: string }[] }[] }>().files[0]?.findings.map(({ pack }) => pack))
        .size,
    ).toBe(2);
  });

  it('leaves nothing of the pack that was there before', async () => {
    await shop.write('v.sch', schema('<pattern><rule context="a"><assert test="b">b</assert></rule></pattern>'));
    await shop.run(['schematron', 'compile', 'v.sch', '--out', 'v', '--no-source-maps']);
    await shop.run(['schematron', 'compile', 'v.sch', '--out', 'v']);
    await shop.run(['schematron', 'compile', 'v.sch', '--out', 'v', '--no-source-maps']);
    expect(await readdir(join(shop.folder, 'v'))).toEqual([
      'common.mjs',
      'manifest.json',
      'patterns-1.mjs',
      'source.json',
    ]);
  });

  it('tells what is not supported, and writes nothing of that pack', async () => {
    await shop.write(
      'mixte/bon.sch',
      schema('<pattern><rule context="a"><assert test="b">b</assert></rule></pattern>'),
    );
    await shop.write(
      'mixte/mauvais.sch',
      schema(
        '<pattern><rule context="a" id="r1"><assert test="collection()">b</assert><assert test="nope(1)">c</assert></rule></pattern>',
      ),
    );
    const ran = await shop.run(['schematron', 'compile', 'mixte', '--out', 'sortie', '--json']);
    expect(ran.code).toBe(1);
    const { packs } = ran.json<{ packs: { compiled: boolean; issues?: Record<string, unknown>[] }[] }>();
    expect(packs.map(({ compiled }) => compiled)).toEqual([true, false]);
    expect(packs[1]?.issues).toHaveLength(2);
    expect(packs[1]?.issues?.[0]).toMatchObject({
      rule: 'r1',
      expression: 'collection()',
      file: expect.stringContaining('mauvais.sch'),
      line: 4,
      code: expect.any(String),
      message: expect.any(String),
    });
    expect(existsSync(join(shop.folder, 'sortie', 'bon', 'manifest.json'))).toBe(true);
    expect(existsSync(join(shop.folder, 'sortie', 'mauvais'))).toBe(false);
    const text = await shop.run(['schematron', 'compile', 'mixte/mauvais.sch', '--out', 'rien']);
    expect([text.code, text.out.includes('(règle r1)'), existsSync(join(shop.folder, 'rien'))]).toEqual([
      1,
      true,
      false,
    ]);
  });

  it('answers 2 to what cannot be read', async () => {
    await shop.write('cassé.sch', '<schema xmlns="http://purl.oclc.org/dsdl/schematron">');
    await mkdir(join(shop.folder, 'rien-ici'), { recursive: true });
    for (const args of [
      ['cassé.sch', '--out', 'x'],
      ['absent', '--out', 'x'],
      ['rien-ici', '--out', 'x'],
      ['règles'],
      [],
    ]) {
      expect([args, (await shop.run(['schematron', 'compile', ...args])).code]).toEqual([args, 2]);
    }
    const denied = await shop.run(['schematron', 'compile', 'v.sch', '--out', 'cassé.sch']);
    expect([denied.code, denied.err.includes('cassé.sch ne peut pas être écrit')]).toEqual([2, true]);
  });

  it('stops between two packs when it is interrupted', async () => {
    const ran = await shop.run(['schematron', 'compile', 'règles', '--out', 'y', '--json'], {
      signal: AbortSignal.abort(),
    });
    expect([ran.code, ran.json()]).toEqual([5, { packs: [], interrupted: true }]);
  });
});

describe('socle schematron explain', () => {
  const EXPLAIN = ['schematron', 'explain', '--pack', 'règles/factures.sch', '--json'];
  interface Rules {
    readonly rules: readonly {
      readonly rule: string;
      readonly checks: readonly { readonly id: string; readonly function: string }[];
      readonly functions: readonly { readonly name: string; readonly code: string; readonly module: string }[];
      readonly cost: Record<string, unknown>;
    }[];
  }

  it.each([
    ['total', ['total']],
    ['sum', ['total']],
    ['i:line[@amount > 9]', ['large']],
    ['totals', ['total', 'large']],
    ['factures.sch:9', ['total']],
    ['règles/factures.sch:8', ['total']],
    ['IS NOT THE SUM', ['total']],
    ['The currency FRF is not known.', ['currency']],
  ])('finds a rule by %s', async (asked, ids) => {
    const ran = await shop.run([...EXPLAIN, asked]);
    expect(ran.code).toBe(0);
    expect(ran.json<Rules>().rules.flatMap(({ checks }) => checks.map(({ id }) => id))).toEqual(ids);
  });

  it('shows what a rule compiled to, down to the last function', async () => {
    const [rule] = (await shop.run([...EXPLAIN, 'total'])).json<Rules>().rules;
    const named = new Map(rule?.functions.map(({ name, code }) => [name, code]));
    const test = named.get(rule?.checks[0]?.function ?? '') ?? '';
    expect(test).toMatch(/^\/\* number\(i:total\) = \$sum \*\/\nfunction /);
    expect([...named.values()].join('\n')).toContain('$sum := sum(i:line/@amount)');
    expect(rule?.cost).toMatchObject({ functions: expect.any(Number), loops: expect.any(Number), indexed: false });
    const text = await shop.run([...EXPLAIN.filter((each) => each !== '--json'), 'total']);
    expect(text.out).toContain('message  The total … is not the sum.');
    expect(text.out).toContain('patterns-1.mjs:');
    expect(text.out).toContain('accès par index : non');
  });

  it('measures it on documents', async () => {
    const [rule] = (await shop.run([...EXPLAIN, 'large', '--on', 'documents'])).json<Rules>().rules;
    expect(rule?.cost['measured']).toMatchObject({ fired: 6, tried: 12 });
    const text = await shop.run([
      'schematron',
      'explain',
      '--pack',
      'règles/factures.sch',
      'large',
      '--on',
      'documents',
    ]);
    expect(text.out).toMatch(/tirée 6 fois \([\d.]+ µs\), contexte essayé 12 fois/);
  });

  it('explains a compiled pack, and says when nothing answers', async () => {
    await shop.run(['schematron', 'compile', 'règles/factures.sch', '--out', 'compilé']);
    const ran = await shop.run(['schematron', 'explain', 'currency', '--pack', 'compilé', '--json']);
    expect(ran.json<Rules>().rules[0]?.functions.length).toBeGreaterThan(0);
    expect((await shop.run([...EXPLAIN, 'nothing like that'])).code).toBe(2);
    expect((await shop.run(EXPLAIN)).code).toBe(2);
  });
});

describe('socle schematron diff', () => {
  interface Diff {
    readonly differences: readonly Record<string, unknown>[];
    readonly documents?: readonly {
      readonly file: string;
      readonly changed: boolean;
      readonly before: { readonly valid: boolean };
      readonly after: { readonly valid: boolean };
      readonly gained: readonly Record<string, unknown>[];
      readonly lost: readonly Record<string, unknown>[];
      readonly reworded: number;
    }[];
  }
  beforeAll(async () => {
    const next = RULES.replace('number(i:total) = $sum', 'number(i:total) ge $sum')
      .replace('A large amount', 'Quite a large amount')
      .replace(
        '</pattern>\n<pattern id="codes">',
        '<rule context="i:total"><assert id="positive" test="@currency = \'EUR\'">Euros.</assert></rule></pattern>\n<pattern id="codes">',
      );
    await shop.write('suite/factures.sch', next);
  });

  it('tells what changed in the rules', async () => {
    const ran = await shop.run(['schematron', 'diff', 'règles/factures.sch', 'suite/factures.sch', '--json']);
    expect(ran.code).toBe(0);
    expect(ran.json<Diff>().differences).toMatchObject([
      {
        change: 'changed',
        what: 'check',
        name: 'total',
        field: 'test',
        before: 'number(i:total) = $sum',
        sourceBefore: expect.stringMatching(/factures\.sch:9:/),
      },
      { change: 'changed', what: 'check', name: 'large', field: 'message' },
      { change: 'added', what: 'rule', name: 'i:total' },
    ]);
    const text = await shop.run(['schematron', 'diff', 'règles/factures.sch', 'suite/factures.sch']);
    expect(text.out).toContain('3 différence(s)');
    const same = await shop.run(['schematron', 'diff', 'règles/factures.sch', 'règles/factures.sch', '--json']);
    expect(same.json<Diff>().differences).toEqual([]);
  });

  it('tells which documents change verdict, what they gain and lose; other words are no change', async () => {
    const args = ['schematron', 'diff', 'règles/factures.sch', 'suite/factures.sch', '--documents', 'documents'];
    const ran = await shop.run([...args, '--json']);
    expect(ran.code).toBe(0);
    const [good, wrong] = ran.json<Diff>().documents ?? [];
    expect(good).toMatchObject({ changed: false, reworded: 1, gained: [], lost: [] });
    expect(wrong).toMatchObject({ changed: true, gained: [{ id: 'positive' }], lost: [{ id: 'total' }] });
    const text = await shop.run(args);
    expect(text.out).toContain('1 avec d’autres anomalies, 0 dont le verdict change');
    expect(text.out).not.toContain('16');
    const back = await shop.run([
      'schematron',
      'diff',
      'suite/factures.sch',
      'règles/factures.sch',
      '--documents',
      'documents/bonne.xml',
    ]);
    expect(back.code).toBe(0);
  });

  it('compares compiled packs', async () => {
    await shop.run(['schematron', 'compile', 'règles/factures.sch', '--out', 'd1']);
    await shop.run(['schematron', 'compile', 'suite/factures.sch', '--out', 'd2']);
    for (const [a, b] of [
      ['d1', 'd2'],
      ['d1', 'suite/factures.sch'],
    ] as const) {
      const { differences } = (await shop.run(['schematron', 'diff', a, b, '--json'])).json<Diff>();
      expect(differences.map(({ change, name }) => [change, name])).toEqual([
        ['changed', 'total'],
        ['changed', 'large'],
        ['added', 'i:total'],
      ]);
    }
  });

  it('answers 1 when a document gains a blocking finding, 2 when one cannot be read', async () => {
    await shop.write(
      'vide.sch',
      schema('<pattern id="v"><rule context="i:none"><assert test="a">a</assert></rule></pattern>'),
    );
    const worse = await shop.run([
      'schematron',
      'diff',
      'vide.sch',
      'règles/factures.sch',
      '--documents',
      'documents/fausse.xml',
    ]);
    expect([worse.code, worse.out.includes('conforme → à corriger')]).toEqual([1, true]);
    await shop.write('mauvais/x.xml', '<a>');
    expect((await shop.run(['schematron', 'diff', 'vide.sch', 'vide.sch', '--documents', 'mauvais'])).code).toBe(2);
    expect((await shop.run(['schematron', 'diff', 'vide.sch'])).code).toBe(2);
  });
});

describe('socle schematron profile', () => {
  it('tells what each rule costs, the dearest first', async () => {
    const ran = await shop.run([
      'schematron',
      'profile',
      '--pack',
      'règles/factures.sch',
      'documents',
      '--rounds',
      '2',
      '--json',
    ]);
    expect(ran.code).toBe(0);
    interface Row {
      readonly rule: string;
      readonly share: number;
      readonly fired: number;
      readonly checks: readonly { readonly id: string; readonly calls: number; readonly found: number }[];
    }
    const [pack] = ran.json<{ packs: { documents: number; milliseconds: number; rules: Row[] }[] }>().packs;
    expect(pack).toMatchObject({ documents: 2, milliseconds: expect.any(Number) });
    const shares = pack?.rules.map(({ share }) => share) ?? [];
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0.98);
    expect(pack?.rules.find(({ rule }) => rule === 'sum')).toMatchObject({
      fired: 4,
      checks: [{ id: 'total', calls: 4, found: 2 }],
    });
  });

  it('shows it to a person, and refuses numbers that are none', async () => {
    const args = ['schematron', 'profile', '--pack', 'règles/factures.sch', 'documents'];
    const ran = await shop.run([...args, '--top', '1']);
    expect(ran.out).toContain('2 document(s)');
    expect(ran.out).toContain('contrôle le plus long');
    for (const wrong of ['0', 'x', '1.5']) expect((await shop.run([...args, '--rounds', wrong])).code).toBe(2);
  });
});
