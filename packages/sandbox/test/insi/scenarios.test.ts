import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasConformance } from '../../../tooling/src/conformance.ts';
import { type Sandbox, SCENARIOS, type ScenarioName, startSandbox } from '../../src/index.ts';
import { codeCr, post, postTlsm, type Reply, readFault } from '../support/client.ts';
import { testPki } from '../support/pki.ts';
import { ADRUN, traitsRequest } from '../support/requests.ts';
import { schemaError } from '../support/xsd.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki(), insi: { slowFirstByteMs: 300 } });
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const call = (scenario: string, over: Parameters<typeof postTlsm>[2] = {}, traits = ADRUN): Promise<Reply> =>
  postTlsm(sandbox, traitsRequest({ traits }), { ...over, headers: { 'x-sim-scenario': scenario } });

const values = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`${name}>([^<]*)<`, 'g'))].map((match) => match[1]);

/** What each scenario must show. A scenario without an entry here would not compile. */
const EXPECTED: Readonly<Record<ScenarioName, (name: ScenarioName) => Promise<void>>> = {
  async unavailable(name) {
    const reply = await call(name);
    expect(reply.status).toBe(500);
    expect(readFault(reply.text)).toMatchObject({
      role: 'Sender',
      subcode: 'siram_40',
      code: 'desir_1020',
      severite: 'fatale',
    });
  },
  async technical(name) {
    const reply = await call(name);
    expect(readFault(reply.text)).toMatchObject({
      role: 'Receiver',
      subcode: 'siram_40',
      code: 'insi_102',
      severite: 'fatal',
    });
  },
  async timeout(name) {
    await expect(call(name, { timeoutMs: 400 })).rejects.toThrow('timeout');
    expect(sandbox.insi.log.at(-1)).toMatchObject({ status: 0, scenario: 'timeout' });
  },
  async 'http-503-html'(name) {
    const reply = await call(name);
    expect(reply.status).toBe(503);
    expect(reply.headers['content-type']).toMatch(/^text\/html/);
    expect(reply.text).toMatch(/^<!DOCTYPE html>/);
  },
  async 'truncated-xml'(name) {
    const reply = await call(name);
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('<NumIdentifiant>');
    expect(reply.text).not.toContain('</soap:Envelope>');
  },
  async 'empty-body'(name) {
    const reply = await call(name);
    expect([reply.status, reply.text, reply.headers['content-length']]).toEqual([200, '', '0']);
  },
  async 'fault-en-S'(name) {
    const { text } = await call(name);
    expect(text).toContain('<S:Fault>');
    expect(text).toContain('xml:lang="en"');
    expect(readFault(text)).toMatchObject({ code: 'insi_102', messageId: undefined });
  },
  async 'fault-fr-soap'(name) {
    const { text } = await call(name);
    expect(text).toContain('<soap:Fault>');
    expect(text).toContain('xml:lang="fr"');
    expect(readFault(text)?.messageId).toMatch(/^uuid:/);
  },
  async 'severite-fatal'(name) {
    expect(readFault((await call(name)).text)?.severite).toBe('fatal');
  },
  async 'severite-fatale'(name) {
    expect(readFault((await call(name)).text)?.severite).toBe('fatale');
  },
  async 'no-messageid'(name) {
    expect(readFault((await call(name)).text)).toMatchObject({ code: 'insi_102', messageId: undefined });
  },
  async 'default-ns-recsans'(name) {
    const { text } = await call(name);
    expect(text).toContain(
      '<ns2:RESULTAT xmlns:ns3="http://www.cnamts.fr/INSiRecVit" xmlns:ns2="http://www.cnamts.fr/INSiResultat" xmlns="http://www.cnamts.fr/INSiRecSans">',
    );
    expect(values(text, '<ns2:Cle')).toEqual(['74']);
  },
  async 'histo-out-of-order'(name) {
    const { text } = await call(name);
    expect(values(text, '<DateDeb')).toEqual(['2019-03-01', '2008-01-01', '2016-01-01']);
    expect(values(text, '<DateFin')).toEqual(['2019-02-28', '2012-12-31', '2018-12-31']);
  },
  async 'bad-key'(name) {
    expect(values((await call(name)).text, '<Cle')).toEqual(['75']);
  },
  async 'no-listeprenom'(name) {
    const { text } = await call(name);
    expect(text).toContain('<NomNaissance>ADRUN</NomNaissance><Sexe>');
  },
  async 'empty-listeprenom'(name) {
    expect(values((await call(name)).text, '<ListePrenom')).toEqual(['']);
  },
  async 'prenom-only'(name) {
    expect((await call(name)).text).toContain('<NomNaissance>ADRUN</NomNaissance><Prenom>ZOE</Prenom><Sexe>');
  },
  async 'cr-99'(name) {
    const reply = await call(name);
    expect([reply.status, codeCr(reply.text)]).toEqual([200, '99']);
  },
  async 'ok-without-individu'(name) {
    const { text } = await call(name);
    expect(codeCr(text)).toBe('00');
    expect(text).not.toContain('INDIVIDU');
  },
  async 'xxe-probe'(name) {
    const { text } = await call(name);
    const probe = /<!ENTITY probe SYSTEM "([^"]+)">/.exec(text)?.[1] ?? '';
    expect(text).toContain('&probe;');
    await post({ url: probe, ca: sandbox.pki.caPem, body: '', method: 'GET' });
    expect(sandbox.insi.log.at(-1)).toMatchObject({ status: 404, warnings: ['xxe-probe-followed'] });
  },
  async 'slow-first-byte'(name) {
    const start = performance.now();
    const reply = await call(name);
    expect(performance.now() - start).toBeGreaterThan(290);
    expect(codeCr(reply.text)).toBe('00');
  },
};

describe('scenarios', () => {
  it.each(SCENARIOS)('%s', async (name) => {
    await EXPECTED[name](name);
    expect(sandbox.insi.log.some((exchange) => exchange.scenario === name)).toBe(true);
  });

  it.runIf(hasConformance)('only the ones that must break the official schema do', async () => {
    const broken: string[] = [];
    for (const name of SCENARIOS.filter(
      (scenario) => !['timeout', 'http-503-html', 'truncated-xml', 'empty-body'].includes(scenario),
    )) {
      if (schemaError((await call(name)).text) !== undefined) broken.push(name);
    }
    // `fatal` is outside the enumeration of the schema, as in the faults of the real service.
    expect(broken).toEqual(['technical', 'fault-en-S', 'fault-fr-soap', 'severite-fatal', 'no-messageid', 'xxe-probe']);
  });

  it('leaves the checks in force: a wrong request still gets its own refusal', async () => {
    const spoilt = traitsRequest({}, (p) => {
      p.bam = '';
    });
    for (const name of ['cr-99', 'unavailable', 'bad-key'] as const) {
      const reply = await postTlsm(sandbox, spoilt, { headers: { 'x-sim-scenario': name } });
      expect(readFault(reply.text)?.code).toBe('sim_ctx_missing');
    }
  });

  it('renders any fault in the style asked for', async () => {
    const { text } = await call('fault-en-S', {}, { ...ADRUN, nom: 'INCONNU' });
    expect(text).toContain('<S:Fault>');
  });

  it('refuses a scenario that does not exist, and lists those that do', async () => {
    const reply = await call('autre');
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('xxe-probe');
  });

  it('can be set for all, for some exchanges, and taken back', async () => {
    const plain = async () => codeCr((await postTlsm(sandbox, traitsRequest())).text);
    sandbox.insi.setScenario('cr-99');
    expect([await plain(), await plain()]).toEqual(['99', '99']);
    sandbox.insi.setScenario(undefined);
    expect(await plain()).toBe('00');
    sandbox.insi.setScenario('cr-99', { times: 1 });
    expect([await plain(), await plain()]).toEqual(['99', '00']);
  });
});
