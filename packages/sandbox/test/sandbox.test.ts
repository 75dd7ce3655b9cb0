import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxDescription, startSandbox, writeSandboxFiles } from '../src/index.ts';
import { PERSONAS } from '../src/insi.ts';
import { TEST_ROLES, type TestPki } from '../src/pki.ts';
import { codeCr, post, postTlsm, readFault } from './support/client.ts';
import { testPki } from './support/pki.ts';
import { ADRUN, traitsRequest } from './support/requests.ts';

let pki: TestPki;
let sandbox: Sandbox;
beforeAll(async () => {
  pki = await testPki();
  sandbox = await startSandbox({ pki });
});
afterAll(() => sandbox.stop());

async function withSandbox<T>(
  options: Parameters<typeof startSandbox>[0],
  body: (sandbox: Sandbox) => Promise<T>,
): Promise<T> {
  const started = await startSandbox({ pki, ...options });
  try {
    return await body(started);
  } finally {
    await started.stop();
  }
}

const MARCEL = {
  ...PERSONAS[0],
  id: 'marcel',
  nomNaissance: 'INVENTE',
  listePrenom: 'MARCEL',
  prenomsRecherche: ['MARCEL'],
  matricule: '1850175056049',
  cle: '01',
  sexe: 'M',
  dateNaissance: '1985-01-01',
  origin: 'custom',
} as (typeof PERSONAS)[number];

describe('a sandbox', () => {
  it('describes itself as JSON that a client can use as it is', async () => {
    const env = JSON.parse(JSON.stringify(sandbox.env())) as SandboxDescription;
    expect(Object.keys(env.identities)).toEqual(TEST_ROLES);
    expect(env.insi).toMatchObject({ mode: 'bas', idam: ['XX00000000000'] });
    const { certificate, chain, key, emetteur } = env.identities['insi-auto'];
    expect(emetteur).toBe('10B0999999');
    const reply = await post({
      url: env.insi.tlsmUrl,
      ca: env.ca,
      cert: certificate + chain,
      key,
      body: traitsRequest(),
    });
    expect(codeCr(reply.text)).toBe('00');
  });

  it('writes its files, keys for the owner alone', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'socle-sandbox-'));
    try {
      const files = await writeSandboxFiles(sandbox, join(directory, 'state'));
      const mode = (file: string) => statSync(file).mode & 0o777;
      expect(mode(join(directory, 'state'))).toBe(0o700);
      const written = JSON.parse(readFileSync(files.descriptionFile, 'utf8')) as SandboxDescription & {
        identities: Record<string, { pfx: string; pfxLegacy?: string }>;
      };
      expect(written.ca).toBe(files.caFile);
      for (const role of TEST_ROLES) {
        const identity = files.identities[role];
        expect([mode(identity.key), mode(identity.pfx)]).toEqual([0o600, 0o600]);
        expect(written.identities[role]).toMatchObject({ ...identity });
        expect(readFileSync(identity.certificate, 'utf8')).toBe(pki.identities[role].certPem);
      }
      expect(mode(files.descriptionFile)).toBe(0o600);
      expect(readFileSync(files.descriptionFile, 'utf8')).not.toContain('PRIVATE KEY');
      expect(files.identities['insi-auto'].pfxLegacy).toMatch(/legacy\.p12$/);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it('logs exchanges without anything personal, and forgets them on reset', async () => {
    const lines: string[] = [];
    const logger = { info: (fields: object, message: string) => lines.push(`${message} ${JSON.stringify(fields)}`) };
    await withSandbox({ logger }, async (logged) => {
      await postTlsm(logged, traitsRequest());
      await postTlsm(logged, traitsRequest({ traits: { ...ADRUN, nom: 'Adrun' } }));
      await postTlsm(
        logged,
        traitsRequest({}, (p) => {
          p.messageId = '<wsa:MessageID>ADRUN ZOE</wsa:MessageID>';
        }),
      );
      expect(logged.insi.log).toHaveLength(3);
      expect(logged.insi.log[0]).toMatchObject({
        sequence: 1,
        listener: 'tlsm',
        status: 200,
        codeCr: '00',
        operation: 'rechercherInsAvecTraitsIdentite',
      });
      expect(logged.insi.log[2]).toMatchObject({ faultCode: 'sim_messageid', check: 5 });
      logged.reset();
      expect(logged.insi.log).toHaveLength(0);
      await postTlsm(logged, traitsRequest());
      expect(logged.insi.log[0]?.sequence).toBe(1);
    });
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const secret of ['ADRUN', 'Adrun', 'ZOE', '1975', '2751263220749', '63220', 'PRIVATE'])
      expect(lines.join('\n')).not.toContain(secret);
  });

  it('never repeats data of the request in a fault', async () => {
    const spoilt = [
      traitsRequest({ traits: { nom: 'Dupont-Secret', prenom: 'Zélie', sexe: 'X', date: '01/02/2003' } }),
      traitsRequest({ emetteur: '10B7777777' }),
      traitsRequest({}, (p) => {
        p.lps = p.lps.replace('XX00000000000', 'ZZ77777777777');
      }),
    ];
    sandbox.insi.setMode('prod');
    for (const request of spoilt) {
      const { text } = await postTlsm(sandbox, request);
      expect(readFault(text)).toBeDefined();
      expect(text).not.toMatch(/Dupont|Zélie|02.2003|7777777/);
    }
    sandbox.reset();
  });

  it('uses the ports asked for, and says when one is taken', async () => {
    const portBase = await withSandbox({}, async (probe) => Number(new URL(probe.insi.tlsmUrl).port));
    await withSandbox({ portBase }, async (fixed) => {
      expect(fixed.insi.tlsmUrl).toBe(`https://127.0.0.1:${portBase}/lps`);
      expect(fixed.insi.cpxUrl).toBe(`https://127.0.0.1:${portBase + 1}/lps`);
      await expect(startSandbox({ pki, portBase })).rejects.toMatchObject({ code: 'sandbox.portInUse' });
    });
  });

  it('goes back to its first mode on reset', () => {
    sandbox.insi.setMode('prod');
    expect(sandbox.insi.mode).toBe('prod');
    sandbox.reset();
    expect(sandbox.insi.mode).toBe('bas');
  });

  it('stops while a client waits for an answer that never comes', async () => {
    await withSandbox({ insi: { scenario: 'timeout' } }, async (silent) => {
      const waiting = postTlsm(silent, traitsRequest()).catch((error: Error) => error.message);
      while (silent.insi.log.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await silent.stop();
      expect(await waiting).toMatch(/hang up|ECONNRESET/);
    });
  });
});

describe('options', () => {
  it('shows another server certificate', async () => {
    const refused = (serverIdentity: 'server-wrong-host' | 'server-expired' | 'server-wrong-authority') =>
      withSandbox({ serverIdentity }, (s) =>
        postTlsm(s, traitsRequest()).then(
          () => 'accepted',
          (error: { code: string }) => error.code,
        ),
      );
    expect(await refused('server-wrong-host')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await refused('server-expired')).toBe('CERT_HAS_EXPIRED');
    expect(await refused('server-wrong-authority')).toMatch(
      /UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|SELF_SIGNED_CERT_IN_CHAIN/,
    );
  });

  it('may cut the connection of a bad client certificate', async () => {
    await withSandbox({ clientCertificateRefusal: 'reset' }, async (strict) => {
      for (const role of ['expired', 'wrongAuthority', 'insi-manu-lower', null] as const) {
        await expect(postTlsm(strict, traitsRequest(), { role })).rejects.toThrow();
      }
      expect(codeCr((await postTlsm(strict, traitsRequest())).text)).toBe('00');
    });
  });

  it('follows its own clock', async () => {
    await withSandbox({ clock: () => new Date(Date.now() + 3_600_000) }, async (late) => {
      expect(readFault((await postTlsm(late, traitsRequest())).text)?.code).toBe('sim_ctx_temps');
    });
    await withSandbox(
      { clock: () => new Date(Date.now() + 3_600_000), insi: { maxSkewMinutes: null } },
      async (late) => {
        expect((await postTlsm(late, traitsRequest())).status).toBe(200);
      },
    );
    await withSandbox({ clock: () => new Date(Date.now() + 4 * 365 * 86_400_000) }, async (old) => {
      expect(readFault((await postTlsm(old, traitsRequest())).text)?.code).toBe('sim_tls_expired');
    });
  });

  it('accepts the authorization numbers given', async () => {
    await withSandbox({ insi: { idam: ['AB12345678901'] } }, async (other) => {
      expect(readFault((await postTlsm(other, traitsRequest())).text)?.code).toBe('desir_550');
      const request = traitsRequest({}, (p) => {
        p.lps = p.lps.replace('XX00000000000', 'AB12345678901');
      });
      expect((await postTlsm(other, request)).status).toBe(200);
    });
  });

  it('holds persons of the vendor only when told so', async () => {
    await expect(startSandbox({ pki, insi: { customPersons: [MARCEL] } })).rejects.toMatchObject({
      code: 'sandbox.customPerson',
    });
    await withSandbox({ insi: { customPersons: [MARCEL], allowCustomPersons: true } }, async (own) => {
      const reply = await postTlsm(
        own,
        traitsRequest({ traits: { nom: 'INVENTE', prenom: 'MARCEL', sexe: 'M', date: '1985-01-01' } }),
      );
      expect(reply.text).toContain('1850175056049');
    });
  });
});
