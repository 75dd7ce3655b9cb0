import { mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoice, RULES, schema, type Workshop, workshop } from './workshop.js';

interface Verdicts {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly Record<string, unknown>[];
    readonly faults: readonly Record<string, unknown>[];
    readonly deviations: readonly { readonly code: string; readonly incomplete: boolean }[];
    readonly error?: { readonly code: string };
  }[];
  readonly svrl?: readonly string[];
  readonly interrupted?: boolean;
}

let shop: Workshop;
const VALIDATE = ['schematron', 'validate', '--pack', 'règles/factures.sch'];

beforeAll(async () => {
  shop = await workshop();
  await shop.write('règles/factures.sch', RULES);
  await shop.write('codes/currencies.xml', '<codes><code>EUR</code></codes>');
  await shop.write('bonne facture.xml', invoice('15'));
  await shop.write('fausse.xml', invoice('16', 'FRF'));
});
afterAll(() => shop.close());

describe('socle schematron validate', () => {
  it('gives the findings of each document, eight members first, in order', async () => {
    const ran = await shop.run([...VALIDATE, '--json', 'bonne facture.xml', 'fausse.xml']);
    expect(ran.code).toBe(1);
    const { files } = ran.json<Verdicts>();
    expect(files.map(({ file, findings }) => [file, findings.length])).toEqual([
      ['bonne facture.xml', 1],
      ['fausse.xml', 3],
    ]);
    const [total, large, currency] = files[1]?.findings ?? [];
    expect(Object.keys(total ?? {}).slice(0, 8)).toEqual([
      'kind',
      'pattern',
      'rule',
      'role',
      'location',
      'line',
      'column',
      'text',
    ]);
    expect(total).toMatchObject({
      kind: 'assert',
      pattern: 'totals',
      rule: 'sum',
      role: '',
      location: '/invoice',
      line: 1,
      column: 1,
      text: 'The total 16 is not the sum.',
      id: 'total',
      source: expect.stringMatching(/factures\.sch:\d+:\d+$/),
    });
    expect(large).toMatchObject({
      kind: 'report',
      rule: 'i:line[@amount > 9]',
      role: 'warning',
      flag: 'look',
      location: '/invoice/line',
      line: 3,
      column: 3,
    });
    expect(currency).toMatchObject({ location: '/invoice/total', text: 'The currency FRF is not known.' });
    expect(Object.keys(files[1] ?? {}).slice(0, 2)).toEqual(['file', 'findings']);
  });

  it('shows them to a person, without the values unless asked for', async () => {
    const plain = await shop.run([...VALIDATE, 'fausse.xml']);
    expect(plain.code).toBe(1);
    expect(plain.out).toContain('fausse.xml : à corriger');
    expect(plain.out).toMatch(/1:1 +\[erreur\] The total … is not the sum\./);
    expect(plain.out).not.toContain('FRF');
    expect(plain.out).toContain('2 erreur(s), 1 avertissement(s)');
    const shown = await shop.run([...VALIDATE, '--show', 'fausse.xml'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(shown.out).toContain('[error] The currency FRF is not known.');
  });

  it('passes a document that has warnings only', async () => {
    const ran = await shop.run([...VALIDATE, 'bonne facture.xml']);
    expect([ran.code, ran.out.includes('bonne facture.xml : conforme')]).toEqual([0, true]);
  });

  it('takes a phase, and refuses one that is not there', async () => {
    const ran = await shop.run([...VALIDATE, '--phase', 'sums', '--json', 'fausse.xml']);
    expect(ran.json<Verdicts>().files[0]?.findings.map(({ id }) => id)).toEqual(['total', 'large']);
    expect((await shop.run([...VALIDATE, '--phase', 'none', 'fausse.xml'])).code).toBe(2);
  });

  it('reads standard input, and folders', async () => {
    const stdin = (async function* () {
      yield Buffer.from(invoice('1'));
    })();
    const ran = await shop.run([...VALIDATE, '--json', '-'], { stdin });
    expect(ran.json<Verdicts>().files[0]).toMatchObject({ file: '-', findings: [{ id: 'total' }, { id: 'large' }] });
    await shop.write('lot/a.xml', invoice('15'));
    await shop.write('lot/b/c.XML', invoice('15'));
    const lot = await shop.run([...VALIDATE, '--json', 'lot']);
    expect(lot.json<Verdicts>().files.map(({ file }) => file)).toEqual([
      join('lot', 'a.xml'),
      join('lot', 'b', 'c.XML'),
    ]);
    await mkdir(join(shop.folder, 'vide'), { recursive: true });
    expect((await shop.run([...VALIDATE, 'vide'])).code).toBe(2);
  });

  it('writes SVRL', async () => {
    const one = await shop.run([...VALIDATE, '--svrl', 'fausse.xml']);
    expect(one.code).toBe(1);
    expect(one.out).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svrl:schematron-output /);
    expect(one.out).toContain('<svrl:text>The total 16 is not the sum.</svrl:text>');
    expect(one.out.match(/<svrl:fired-rule/g)).toHaveLength(3);
    expect((await shop.run([...VALIDATE, '--svrl', 'fausse.xml', 'bonne facture.xml'])).code).toBe(2);
    await shop.write('autre/fausse.xml', invoice('15'));
    const args = ['--svrl', '--out', 'svrl', '--json', 'fausse.xml', 'autre/fausse.xml'];
    const { svrl } = (await shop.run([...VALIDATE, ...args])).json<Verdicts>();
    expect(svrl).toEqual([join('svrl', 'fausse.svrl'), join('svrl', 'fausse-2.svrl')]);
    expect(await readFile(join(shop.folder, 'svrl', 'fausse.svrl'), 'utf8')).toContain('FRF');
    expect((await stat(join(shop.folder, 'svrl', 'fausse.svrl'))).mode & 0o077).toBe(0);
  });

  it('says which documents it could not read, and goes on', async () => {
    await shop.write('coupé.xml', '<invoice xmlns="urn:invoice"><total>Nom-Secret');
    await shop.write('entité.xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>');
    const ran = await shop.run([...VALIDATE, '--json', 'coupé.xml', 'entité.xml', 'absent.xml', 'bonne facture.xml']);
    expect(ran.code).toBe(2);
    expect(ran.json<Verdicts>().files.map(({ error }) => error?.code)).toEqual([
      'document.malformed',
      'document.doctype',
      'cli.usage',
      undefined,
    ]);
    expect(`${ran.out}${ran.err}`).not.toContain('Nom-Secret');
    const text = await shop.run([...VALIDATE, 'coupé.xml']);
    expect([text.code, text.out.includes('1 non contrôlé')]).toEqual([2, true]);
  });

  it('takes several packs, compiled or not', async () => {
    await shop.write(
      'règles/plus.sch',
      schema('<pattern id="x"><rule context="/"><report test="true()">x</report></rule></pattern>'),
    );
    await shop.run(['schematron', 'compile', 'règles/plus.sch', '--out', 'paquet']);
    const ran = await shop.run([...VALIDATE, '--pack', 'paquet', '--json', 'bonne facture.xml']);
    const findings = ran.json<Verdicts>().files[0]?.findings ?? [];
    expect(findings.map(({ pattern, pack }) => [pattern, pack])).toEqual([
      ['totals', 'règles/factures.sch'],
      ['x', 'paquet'],
    ]);
  });

  it('reports a rule that cannot be evaluated, without what the document says in the text', async () => {
    await shop.write(
      'règles/faute.sch',
      schema(
        '<pattern id="f"><rule context="i:total"><assert test="xs:date(string(.)) gt xs:date(\'2020-01-01\')">d</assert></rule></pattern>',
      ).replace('<ns ', '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><ns '),
    );
    await shop.write('secret.xml', invoice('Nom-Secret'));
    const args = ['schematron', 'validate', '--pack', 'règles/faute.sch', 'secret.xml'];
    const ran = await shop.run([...args, '--json']);
    expect(ran.code).toBe(1);
    expect(ran.json<Verdicts>().files[0]).toMatchObject({
      findings: [],
      faults: [{ pattern: 'f', code: 'FORG0001', location: '/invoice/total', line: 2 }],
    });
    const text = await shop.run(args);
    expect(text.out).toContain('règle en défaut');
    expect(text.out).not.toContain('Nom-Secret');
  });

  it('tells all that cannot be compiled, with rule, expression and place', async () => {
    await shop.write(
      'règles/inconnu.sch',
      schema(
        '<pattern><rule context="i:total"><assert test="unparsed-text(\'a\')">a</assert><assert test="1 +">b</assert></rule></pattern>',
      ),
    );
    const args = ['schematron', 'validate', '--pack', 'règles/inconnu.sch', 'fausse.xml'];
    const ran = await shop.run(args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("unparsed-text('a')");
    expect(ran.err).toMatch(/inconnu\.sch:4:\d+: XPST0003: .*\(règle i:total\)/);
    const { error } = (await shop.run([...args, '--json'])).json<{ error: { code: string; issues: unknown[] } }>();
    expect([error.code, error.issues.length]).toEqual(['schema.compile', 2]);
  });

  it('stops at a bound, and when it is interrupted', async () => {
    await shop.write(
      'règles/lente.sch',
      schema(
        '<pattern><rule context="/"><assert test="every $a in 1 to 100000, $b in 1 to 100000 satisfies $a + $b gt 0">a</assert></rule></pattern>',
      ),
    );
    const args = ['schematron', 'validate', '--pack', 'règles/lente.sch', '--json'];
    const late = await shop.run([...args, '--timeout', '0.2', 'fausse.xml']);
    expect([late.code, late.json<Verdicts>().files[0]?.error?.code]).toEqual([2, 'limit.time']);
    expect((await shop.run([...args, '--timeout', 'x', 'fausse.xml'])).code).toBe(2);
    const controller = new AbortController();
    const stdin = (async function* () {
      controller.abort();
      yield Buffer.from(invoice('15'));
    })();
    const ran = await shop.run([...args, '-'], {
      stdin,
      signal: controller.signal,
    });
    expect([ran.code, ran.json<Verdicts>().interrupted]).toEqual([5, true]);
  });

  it('refuses what it cannot use', async () => {
    for (const args of [
      ['fausse.xml'],
      ['--pack', 'absent.sch', 'fausse.xml'],
      ['--pack', 'lot', 'fausse.xml'],
      ['--pack', 'fausse.xml', 'fausse.xml'],
      ['--pack', 'règles/factures.sch'],
      ['--pack', 'règles/factures.sch', '--out', 'x', 'fausse.xml'],
      ['--pack', 'règles/factures.sch', '--root', 'absent', 'fausse.xml'],
      ['--pack', 'règles/factures.sch', '--deviations', 'fausse.xml', 'fausse.xml'],
      ['--pack', 'règles/factures.sch', '-', '-'],
    ]) {
      const ran = await shop.run(['schematron', 'validate', ...args]);
      expect([args, ran.code]).toEqual([args, 2]);
      expect(ran.err).not.toBe('');
    }
  });
});

describe('what rules may read', () => {
  it('is in the nearest folder that holds what the schema names, and nowhere else', async () => {
    await shop.write('secret.xml', '<codes><code>FRF</code></codes>');
    await shop.write('a/b/c/main.sch', schema('<include href="../commun/i.sch"/>'));
    await shop.write(
      'a/b/commun/i.sch',
      `<pattern xmlns="http://purl.oclc.org/dsdl/schematron" id="p"><rule context="i:total"><report test="document(concat('../', '../', '../secret.xml'))/codes/code = @currency">read</report></rule></pattern>`,
    );
    const args = ['schematron', 'validate', '--pack', 'a/b/c/main.sch', '--json', 'fausse.xml'];
    const inside = (await shop.run(args)).json<Verdicts>().files[0];
    expect(inside?.findings).toEqual([]);
    expect(inside?.deviations).toMatchObject([{ code: 'document.missing', incomplete: true }]);
    const told = (await shop.run([...args, '--root', '.'])).json<Verdicts>().files[0];
    expect(told?.findings).toHaveLength(1);
    const outside = await shop.run([...args, '--root', 'a/b/c']);
    expect([outside.code, outside.json<{ error: { code: string } }>().error.code]).toEqual([2, 'schema.outside']);
  });

  it('does not follow links out of it', async () => {
    await shop.write('dehors/x.xml', '<codes><code>FRF</code></codes>');
    await shop.write(
      'liens/main.sch',
      schema(
        '<pattern><rule context="i:total"><report test="document(\'x.xml\')/codes/code = @currency">read</report></rule></pattern>',
      ),
    );
    await symlink(join(shop.folder, 'dehors', 'x.xml'), join(shop.folder, 'liens', 'x.xml'));
    const ran = await shop.run(['schematron', 'validate', '--pack', 'liens/main.sch', '--json', 'fausse.xml']);
    expect(ran.json<Verdicts>().files[0]).toMatchObject({ findings: [], deviations: [{ code: 'document.missing' }] });
  });

  it('is found from a compiled pack too', async () => {
    const compiled = await shop.run(['schematron', 'compile', 'règles/factures.sch', '--out', 'compilé']);
    expect(compiled.code).toBe(0);
    const ran = await shop.run(['schematron', 'validate', '--pack', 'compilé', '--json', 'fausse.xml']);
    expect(ran.json<Verdicts>().files[0]?.findings.map(({ id }) => id)).toEqual(['total', 'large', 'currency']);
    expect(ran.json<Verdicts>().files[0]?.deviations).toEqual([]);
  });

  it('may be mended by a list of known faults', async () => {
    await shop.write(
      'défauts.json',
      JSON.stringify({
        deviations: [
          {
            what: 'replaceText',
            code: 'mine.currency',
            noted: '2026-11-22',
            file: 'currencies.xml',
            reason: 'The old currency is missing.',
            find: '<code>EUR</code>',
            replace: '<code>EUR</code><code>FRF</code>',
          },
        ],
      }),
    );
    const ran = await shop.run([...VALIDATE, '--deviations', 'défauts.json', '--json', 'fausse.xml']);
    const [file] = ran.json<Verdicts>().files;
    expect(file?.findings.map(({ id }) => id)).toEqual(['total', 'large']);
    expect(file?.deviations).toMatchObject([{ code: 'mine.currency', noted: '2026-11-22', incomplete: false }]);
  });
});
