import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSandbox, serveSandbox } from '../src/sandbox/serve.js';
import { socle } from './io.js';

const EXAMPLES = new URL('../examples/', import.meta.url).pathname;
const LETTER = join(EXAMPLES, 'discharge-letter.submission.json');
const ZOE = ['--patient', join(EXAMPLES, 'identity-state.json')];

let directory = '';
let served: ServedSandbox;
let world: { env: Record<string, string> };
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'socle-cli-dmp-'));
  served = await serveSandbox({ directory, portBase: 0, scenario: {}, clock: () => new Date(), onStop: () => {} });
  world = { env: { LANG: 'fr_FR.UTF-8', SOCLE_STATE_DIR: directory } };
});
afterAll(async () => {
  await served.close();
  await rm(directory, { recursive: true, force: true });
});

const dmp = (args: readonly string[]) => socle(['dmp', ...args], world);

interface Deposited {
  readonly outcome: string;
  readonly documents: readonly { readonly uniqueId: string; readonly state: string; readonly signature: boolean }[];
}

async function deposit(args: readonly string[] = []): Promise<string> {
  const ran = await dmp(['deposit', LETTER, '--json', ...args]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  const { documents } = ran.json<Deposited>();
  return documents.find(({ signature }) => !signature)?.uniqueId ?? '';
}

describe('socle dmp, over mutual TLS', () => {
  it('deposits a letter, finds it, reads it back, replaces it, masks it', async () => {
    const first = await deposit();
    const search = await dmp(['search', ...ZOE, '--type', '11490-0', '--all', '--json']);
    expect(search.json<{ documents: { uniqueId: string }[] }>().documents.map(({ uniqueId }) => uniqueId)).toContain(
      first,
    );
    const out = join(directory, 'read');
    const fetched = await dmp(['fetch', first, ...ZOE, '--out', out, '--json']);
    expect(fetched.json()).toMatchObject({ files: [{ uniqueId: first, checked: 'hash' }], missing: [] });
    expect(await readFile(join(out, `${first}.xml`), 'utf8')).toContain(`root="${first}"`);

    const replaced = await dmp(['replace', LETTER, '--replaces', first, '--json']);
    expect([replaced.code, replaced.err]).toEqual([0, '']);
    const second = replaced.json<Deposited>().documents[0]?.uniqueId ?? '';
    const history = await dmp(['history', second, ...ZOE, '--json']);
    const versions = history.json<{ documents: { uniqueId: string; status: string }[] }>().documents;
    expect(versions.map(({ uniqueId, status }) => [uniqueId, status]).sort()).toEqual(
      [
        [first, 'deprecated'],
        [second, 'approved'],
      ].sort(),
    );

    expect((await dmp(['mask', second, ...ZOE])).code).toBe(0);
    const masked = await dmp(['search', ...ZOE, '--all', '--json']);
    expect(masked.json<{ documents: unknown[] }>().documents).toContainEqual(
      expect.objectContaining({ uniqueId: second, masked: true }),
    );
    expect((await dmp(['unmask', second, ...ZOE])).code).toBe(0);
    expect((await dmp(['archive', second, ...ZOE])).code).toBe(0);
    expect((await dmp(['unarchive', second, ...ZOE])).code).toBe(0);
    expect((await dmp(['delete', second, ...ZOE])).code).toBe(0);
    expect((await dmp(['mask', '2.999.404', ...ZOE])).code).toBe(1);
  });

  it('prints no name and no matricule unless asked for', async () => {
    for (const args of [
      ['exists', ...ZOE],
      ['rights', ...ZOE],
      ['admin', ...ZOE],
      ['authorisations', ...ZOE],
      ['search', ...ZOE, '--all'],
      ['patients', '--since', '2020-01-01'],
      ['find', '--nom', 'ADRUN', '--prenom', 'ZOE', '--naissance', '1975-12-31', '--sexe', 'F'],
    ]) {
      for (const form of [args, [...args, '--json']]) {
        const ran = await dmp(form);
        expect([form, ran.code, ran.err.includes('Référence') || form.includes('--json')]).toEqual([form, 0, true]);
        expect(ran.out + ran.err).not.toMatch(/ADRUN|275126322074974|EXEMPLE/);
      }
    }
    expect((await dmp(['authorisations', ...ZOE, '--show'])).out).toContain('EXEMPLE');
    expect((await dmp(['patients', '--since', '2020-01-01', '--show', '--json'])).out).toContain('275126322074974');
  });

  it('writes the exact HTTP body of a deposit, and sends nothing', async () => {
    const out = join(directory, 'dry');
    const before = served.sandbox.dmp.log.length;
    const ran = await dmp(['deposit', LETTER, '--dry-run', '--out', out, '--json']);
    expect([ran.code, served.sandbox.dmp.log.length]).toEqual([0, before]);
    expect((await readdir(out)).sort()).toEqual(['D1.xml', 'SIG1.xml', 'TD2.1.request.json', 'TD2.1.request.mime']);
    const body = await readFile(join(out, 'TD2.1.request.mime'));
    const { headers, url } = JSON.parse(await readFile(join(out, 'TD2.1.request.json'), 'utf8'));
    expect([url, headers['content-length']]).toEqual([`${served.sandbox.dmp.url}/repository`, String(body.byteLength)]);
    expect(body.includes(await readFile(join(out, 'D1.xml')))).toBe(true);
    expect(body.toString('latin1')).toContain('<saml2:Assertion');
    expect((await stat(join(out, 'D1.xml'))).mode & 0o077).toBe(0);
    expect((await dmp(['deposit', LETTER, '--dry-run'])).code).toBe(2);
  });

  it('signs the set as the official samples do, or as the environment file says', async () => {
    const method = async (name: string, args: readonly string[]) => {
      const out = join(directory, name);
      expect((await dmp(['deposit', LETTER, '--dry-run', '--out', out, ...args])).code).toBe(0);
      return /<ds:SignatureMethod Algorithm="([^"]+)"/.exec(await readFile(join(out, 'SIG1.xml'), 'utf8'))?.[1];
    };
    expect(await method('dry-default', [])).toBe('http://www.w3.org/2000/09/xmldsig#rsa-sha1');
    const environment = JSON.parse(await readFile(join(directory, 'environment.json'), 'utf8'));
    const other = join(directory, 'sha256.json');
    await writeFile(other, JSON.stringify({ ...environment, dmp: { ...environment.dmp, setSignature: 'rsa-sha256' } }));
    expect(await method('dry-sha256', ['--env', other, '--identity', join(directory, 'identity.json')])).toBe(
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    );
  });

  it('sends nothing of a submission that is wrong, and says what is', async () => {
    const submission = JSON.parse(await readFile(LETTER, 'utf8'));
    submission.documents[0].type = { ...submission.documents[0].type, code: '00000-0' };
    submission.documents[0].body = { kind: 'text', content: { file: 'letter.txt' } };
    await writeFile(join(directory, 'letter.txt'), 'texte');
    const file = join(directory, 'wrong.json');
    await writeFile(file, JSON.stringify(submission));
    const before = served.sandbox.dmp.log.length;
    const ran = await dmp(['deposit', file, '--json']);
    expect([ran.code, served.sandbox.dmp.log.length]).toEqual([1, before]);
    expect(ran.json<{ findings: unknown[] }>().findings.length).toBeGreaterThan(0);
    expect((await dmp(['deposit', file])).out).toContain('[bloquant]');
  });

  it('deposits once what a journal remembers', async () => {
    const journal = ['--journal', join(directory, 'journal')];
    const first = await deposit(journal);
    expect(await deposit(journal)).toBe(first);
  });

  it('finds out what became of a deposit whose answer was lost', async () => {
    served.sandbox.dmp.setScenario('reset-during-answer', { times: 1 });
    const ran = await dmp(['deposit', LETTER, '--json']);
    served.sandbox.dmp.setScenario(undefined);
    expect(ran.json()).toMatchObject({ outcome: 'alreadyThere' });
  });

  it('records each exchange to the byte', async () => {
    const record = await mkdtemp(join(directory, 'record-'));
    const id = await deposit(['--record', record]);
    await dmp(['fetch', id, ...ZOE, '--out', join(directory, 'again'), '--record', record]);
    const names = (await readdir(record)).sort();
    expect(names).toContain('001-TD2_1.request.xml');
    const sent = await readFile(join(record, '001-TD2_1.request.xml'));
    const document = await readFile(join(directory, 'again', `${id}.xml`));
    expect(sent.includes(document)).toBe(true);
    expect((await readFile(join(record, '003-TD3_2.response.xml'))).includes(document)).toBe(true);
  });

  it('acts as a structure and as staff', async () => {
    const structure = ['--identity', join(directory, 'identity-structure.json')];
    const id = await deposit(structure);
    expect((await dmp(['reference', id, ...ZOE, ...structure])).code).toBe(0);
    expect((await dmp(['reference', '2.999.404', ...ZOE, ...structure])).code).toBe(1);
    // Not a matter of rights: the message makes no sense in this mode.
    expect((await dmp(['search', ...ZOE, ...structure])).code).toBe(2);
    expect((await dmp(['delete', id, ...ZOE, ...structure])).code).toBe(0);
    const staff = ['--identity', join(directory, 'identity-staff.json')];
    // Who deposits is who holds the card.
    const submission = JSON.parse(await readFile(LETTER, 'utf8'));
    submission.submitter = {
      ...submission.submitter,
      idNat: '10B0999999/CPE00001',
      name: { family: 'SECRETARIAT', given: 'Camille' },
      specialty: {
        code: 'SECRETARIAT_MEDICAL',
        codeSystem: '1.2.250.1.213.1.1.4.6',
        displayName: 'Secrétariat médical',
      },
    };
    await copyFile(join(EXAMPLES, 'discharge-letter.pdf'), join(directory, 'discharge-letter.pdf'));
    const file = join(directory, 'staff.json');
    await writeFile(file, JSON.stringify(submission));
    const ran = await dmp(['deposit', file, ...staff, '--json']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect((await dmp(['deposit', file, '--json'])).code).toBe(3);
  });

  it('maps refusals and failures to their exit status', async () => {
    expect((await dmp(['exists'])).code).toBe(2);
    expect((await dmp(['fetch', ...ZOE, '--out', 'x'])).code).toBe(2);
    expect((await dmp(['close', ...ZOE])).code).toBe(2);
    expect((await dmp(['close', ...ZOE, '--yes'])).code).toBe(3);
    expect((await dmp(['authorise', ...ZOE])).code).toBe(0);
    served.sandbox.dmp.setScenario('http-503', { times: 10 });
    const waited: number[] = [];
    const sleep = async (ms: number) => void waited.push(ms);
    const down = await socle(['dmp', 'exists', ...ZOE, '--json'], { ...world, sleep });
    served.sandbox.dmp.setScenario(undefined);
    expect(down.code).toBe(4);
    // As long as the DMP asks for (Retry-After), each time.
    expect(waited).toEqual([5_000, 5_000]);
    expect((await dmp(['web', 'TableauDeBord'])).code).toBe(2);
    expect((await dmp(['exists', ...ZOE, '--purpose', 'bris_de_glace'])).code).toBe(2);
  });

  it('takes what no text settles from the environment file', async () => {
    const submission = JSON.parse(await readFile(LETTER, 'utf8'));
    submission.documents.push({ ...submission.documents[0], title: 'Lettre, copie' });
    await copyFile(join(EXAMPLES, 'discharge-letter.pdf'), join(directory, 'discharge-letter.pdf'));
    const file = join(directory, 'two.json');
    await writeFile(file, JSON.stringify(submission));
    expect((await dmp(['deposit', file])).code).toBe(1);
    const environment = JSON.parse(await readFile(join(directory, 'environment.json'), 'utf8'));
    environment.dmp.wire = { maxDocumentsPerSet: 2 };
    environment.dmp.vihf = { authnContextDecl: false, modeAttribute: 'Authentification_mode' };
    const env = join(directory, 'two-environment.json');
    await writeFile(env, JSON.stringify(environment));
    const ran = await dmp(['deposit', file, '--env', env, '--identity', join(directory, 'identity.json'), '--json']);
    expect([ran.code, ran.json<Deposited>().documents.length]).toEqual([0, 3]);
  });

  it('names each transaction in its help', async () => {
    for (const [name, transaction] of [
      ['exists', 'TD0.2'],
      ['authorise', 'TD0.3'],
      ['patients', 'TD0.4'],
      ['find', 'TD0.5'],
      ['web', 'TD0.9'],
      ['admin', 'TD1.3a'],
      ['close', 'TD1.4'],
      ['authorisations', 'TD1.6'],
      ['deposit', 'TD2.1'],
      ['search', 'TD3.1a'],
      ['reference', 'TD3.1b'],
      ['fetch', 'TD3.2'],
      ['mask', 'TD3.3a'],
      ['show', 'TD3.3b'],
      ['delete', 'TD3.3c'],
      ['archive', 'TD3.3d'],
    ]) {
      expect((await dmp([String(name), '--help'])).out).toContain(transaction);
    }
    expect((await dmp(['admin', 'update', '--help'])).out).toContain('TD1.3b');
  });
});

describe('socle vihf', () => {
  it('builds an assertion that inspects clean', async () => {
    const file = join(directory, 'vihf.xml');
    expect((await socle(['vihf', 'build', ...ZOE, '--out', file], world)).code).toBe(0);
    const ca = ['--ca', join(directory, 'ca.pem')];
    const ran = await socle(['vihf', 'inspect', file, ...ca, '--json'], world);
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({ signature: { state: 'verified' }, claims: { mode: 'DIRECTE' } });
    expect(ran.out).not.toMatch(/275126322074974|899900000003/);
    expect((await socle(['vihf', 'inspect', file, '--show'], world)).out).toContain('275126322074974');
    expect((await socle(['vihf', 'inspect', file], world)).out).toContain('donnez --ca');

    const altered = join(directory, 'altered.xml');
    await writeFile(altered, (await readFile(file, 'utf8')).replace('"normal"', '"centre_15"'));
    const refused = await socle(['vihf', 'inspect', altered, ...ca, '--json'], world);
    expect([refused.code, refused.json()]).toMatchObject([1, { signature: { state: 'refused' } }]);
    expect((await socle(['vihf', 'inspect', file, '--at', '2020-01-01T00:00:00Z'], world)).code).toBe(1);
  });

  it('follows the identity and the mode', async () => {
    const structure = ['--identity', join(directory, 'identity-structure.json')];
    const ran = await socle(['vihf', 'build', '--mode', 'INDIRECTE_RENFORCEE', ...structure], world);
    expect(ran.out).toContain('APP_BROWSER_AUTH');
    expect((await socle(['vihf', 'build', '--mode', 'X'], world)).code).toBe(2);
    const recovered = JSON.parse(await readFile(join(EXAMPLES, 'identity-state.json'), 'utf8'));
    delete recovered.document;
    const file = join(directory, 'recovered.json');
    await writeFile(file, JSON.stringify(recovered));
    expect((await socle(['vihf', 'build', '--patient', file], world)).code).toBe(1);
  });

  it('answers 2 to what is no assertion', async () => {
    const file = join(directory, 'no.xml');
    await writeFile(file, '<a/>');
    expect((await socle(['vihf', 'inspect', file], world)).code).toBe(2);
    expect((await socle(['vihf', 'inspect'], world)).code).toBe(2);
  });
});

describe('socle doctor', () => {
  it('looks at both certificates of the DMP, its address and the clock', async () => {
    for (const identity of [[], ['--identity', join(directory, 'identity-structure.json')]]) {
      const ran = await socle(['doctor', '--json', ...identity], world);
      expect(ran.code).toBe(0);
      const checks = ran.json<{ check: string; state: string }[]>();
      for (const check of ['dmp-tls', 'dmp-sign', 'dmp-pair', 'dmp-chain', 'dmp-structure', 'dmp', 'clock']) {
        expect(checks).toContainEqual(expect.objectContaining({ check, state: 'ok' }));
      }
    }
  });

  it('says that the two certificates are not a pair', async () => {
    const identity = JSON.parse(await readFile(join(directory, 'identity-structure.json'), 'utf8'));
    const card = JSON.parse(await readFile(join(directory, 'identity.json'), 'utf8'));
    const file = join(directory, 'mixed.json');
    await writeFile(file, JSON.stringify({ ...identity, dmp: { ...identity.dmp, sign: card.dmp.sign } }));
    const ran = await socle(['doctor', '--json', '--identity', file], world);
    expect(ran.code).toBe(1);
    expect(ran.json<unknown[]>()).toContainEqual(expect.objectContaining({ check: 'dmp-pair', state: 'error' }));
  });
});
