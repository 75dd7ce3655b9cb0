import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { socle } from './io.js';

const EXAMPLE = new URL('../examples/identity-state.json', import.meta.url).pathname;
let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'socle-cli-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('socle ins check', () => {
  it('accepts a right matricule and says its nature', async () => {
    const ran = await socle(['ins', 'check', '2 75 12 63 220 749 74', '--oid', '1.2.250.1.213.1.4.8', '--json']);
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({ valid: true, nature: 'NIR', kind: 'production' });
  });

  it('says the key that was expected, and exits 1', async () => {
    const ran = await socle(['ins', 'check', '181036322045660']);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('76');
    expect(ran.out).toContain('ins.matricule.key');
  });

  it('refuses a test OID in production', async () => {
    const args = ['ins', 'check', '275126322074974', '--oid', '1.2.250.1.213.1.4.10'];
    expect((await socle(args)).code).toBe(0);
    expect((await socle([...args, '--production'])).code).toBe(1);
  });

  it('does not print the matricule back', async () => {
    const ran = await socle(['ins', 'check', '275126322074975']);
    expect(ran.out + ran.err).not.toContain('2751263220749');
  });
});

describe('socle ins datamatrix', () => {
  it.each(['svg', 'png'])('draws a qualified identity as %s', async (kind) => {
    const out = join(directory, `ins.${kind}`);
    expect((await socle(['ins', 'datamatrix', 'encode', EXAMPLE, '--out', out])).code).toBe(0);
    expect((await stat(out)).size).toBeGreaterThan(500);
  });

  it('reads its own picture back, without showing the identity', async () => {
    const out = join(directory, 'back.png');
    await socle(['ins', 'datamatrix', 'encode', EXAMPLE, '--out', out]);
    const ran = await socle(['ins', 'datamatrix', 'decode', out]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('2 75 12 ••• ••• ••• ••');
    expect(ran.out).not.toContain('ADRUN');
    const production = await socle(['ins', 'datamatrix', 'decode', out, '--production']);
    expect(production.code).toBe(1);
  });

  it('reads what a hand scanner sends, separator rewritten', async () => {
    const text =
      'IS010000000000000000000000S1275126322074974S21.2.250.1.213.1.4.8<GS>S3ZOE<GS>S4ADRUN<GS>S5FS631-12-1975S763220\n';
    const file = join(directory, 'scan.txt');
    await writeFile(file, text);
    expect((await socle(['ins', 'datamatrix', 'decode', file, '--json'])).json()).toMatchObject({
      ok: true,
      nature: 'NIR',
    });
    expect((await socle(['ins', 'datamatrix', 'decode', '--text', 'hello'])).code).toBe(1);
  });

  it('draws nothing for an identity that is not qualified', async () => {
    const state = JSON.parse(await readFile(EXAMPLE, 'utf8'));
    delete state.document;
    const file = join(directory, 'recup.json');
    await writeFile(file, JSON.stringify(state));
    const ran = await socle(['ins', 'datamatrix', 'encode', file, '--out', join(directory, 'no.svg')]);
    expect(ran.code).toBe(1);
    await expect(stat(join(directory, 'no.svg'))).rejects.toThrow();
  });

  it('says what is wrong with a file', async () => {
    const broken = join(directory, 'broken.json');
    await writeFile(broken, '{"traits": {}}');
    const args = (path: string) => ['ins', 'datamatrix', 'encode', path, '--text'];
    expect((await socle(args(broken))).err).toContain('traits.nomNaissance');
    expect((await socle(args(join(directory, 'absent.json')))).code).toBe(2);
    await writeFile(broken, 'not json');
    expect((await socle(args(broken))).code).toBe(2);
  });
});

describe('socle ins verify', () => {
  const HEADER = 'matricule;oid;nom;prenom;sexe;naissance;lieu;reference\n';
  const OK = '275126322074974;1.2.250.1.213.1.4.8;ADRUN;ZOE;F;1975-12-31;63220;A1\n';
  const KO = '275126322074974;1.2.250.1.213.1.4.8;ADRUN;ZOE;F;1976-12-31;63220;A2\n';
  const BAD = '275126322074975;1.2.250.1.213.1.4.8;ADRUN;ZOE;F;1975-12-31;63220;A3\n';

  it('gives a verdict a line, and nothing personal in the report', async () => {
    const list = join(directory, 'list.csv');
    const out = join(directory, 'out.csv');
    await writeFile(list, `\ufeff${HEADER}${OK}${KO}${BAD}`);
    const ran = await socle(['ins', 'verify', list, '--out', out, '--json']);
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({ ok: 1, ko: 1, refused: 1, error: 0, interrupted: false });
    const report = await readFile(out, 'utf8');
    expect(
      report
        .split('\n')
        .slice(1, 4)
        .map((line) => line.split(';').slice(1, 3).join(' ')),
    ).toEqual(['A1 ok', 'A2 ko', 'A3 refused']);
    expect(report).not.toMatch(/ADRUN|2751263220749/);
  });

  it('goes on where an interruption left it, even in the middle of a line', async () => {
    const list = join(directory, 'resume.csv');
    const out = join(directory, 'resume.out.csv');
    const total = 40;
    await writeFile(list, HEADER + OK.repeat(total));
    await socle(['ins', 'verify', list, '--out', out]);
    const whole = await readFile(out, 'utf8');
    await writeFile(out, whole.split('\n').slice(0, 11).join('\n').concat('\n12;A1;o'));
    const ran = await socle(['ins', 'verify', list, '--out', out, '--resume', '--json']);
    expect(ran.json()).toMatchObject({ skipped: 10, ok: total - 10 });
    expect((await readFile(out, 'utf8')).split('\n').filter(Boolean)).toHaveLength(total + 1);
  });

  it('is not misled by a reference that holds a line of its own', async () => {
    const list = join(directory, 'lines.csv');
    const out = join(directory, 'lines.out.csv');
    const odd = OK.replace('A1', '"A1\n9999999"');
    await writeFile(list, HEADER + odd);
    await socle(['ins', 'verify', list, '--out', out]);
    await writeFile(list, HEADER + odd + OK.repeat(3));
    const ran = await socle(['ins', 'verify', list, '--out', out, '--resume', '--json']);
    expect(ran.json()).toMatchObject({ skipped: 1, ok: 3 });
  });

  it('stops on Ctrl-C with what was done, exit 5', async () => {
    const list = join(directory, 'stop.csv');
    await writeFile(list, HEADER + OK.repeat(10));
    const stop = new AbortController();
    stop.abort();
    const ran = await socle(['ins', 'verify', list, '--out', join(directory, 'stop.out.csv'), '--json'], {
      signal: stop.signal,
    });
    expect(ran.code).toBe(5);
  });

  it('names the columns that are missing, and refuses a service without a codec', async () => {
    const list = join(directory, 'columns.csv');
    await writeFile(list, 'matricule;nom\n1;2\n');
    const out = join(directory, 'x.csv');
    expect((await socle(['ins', 'verify', list, '--out', out])).err).toContain('oid');
    expect((await socle(['ins', 'verify', list, '--out', out, '--env', 'bas.json'])).err).toContain('--codec');
  });
});
