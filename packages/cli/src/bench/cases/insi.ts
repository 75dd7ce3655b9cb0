import { createPrivateKey, sign } from 'node:crypto';
import { Agent, request } from 'node:https';
import { createInsiClient, createKeySigner, simulatorInsiEnvironment } from '@socle-sante/ins';
import { buildPsAssertion } from '@socle-sante/ins/vitale';
import { startSandbox } from '@socle-sante/sandbox';
import { createTestPki } from '@socle-sante/sandbox/pki';
import type { Exchange, WireRequest } from '@socle-sante/wire/http';
import { createHttpExchange } from '@socle-sante/wire/http';
import { loadClientIdentity } from '@socle-sante/wire/tls';
import type { BenchCase } from '../case.js';

export const psAssertion: BenchCase = {
  name: 'ins.assertion.sign',
  subject: 'buildPsAssertion: XML, canonical form, signature',
  reference: 'a bare RSA-SHA256 signature with the same key',
  async prepare() {
    const pki = await createTestPki();
    const card = pki.identity('cps-sign');
    const signer = createKeySigner({ certificate: card.certPem, privateKeyPem: card.keyPem });
    const key = createPrivateKey(card.keyPem);
    const octets = Buffer.alloc(800, 0x61);
    const clock = () => new Date();
    return {
      subject: () => buildPsAssertion({ signer, clock, identifiantFacturation: '990000010' }),
      reference: () => sign('sha256', octets, key),
    };
  },
};

export const searchEndToEnd: BenchCase = {
  name: 'ins.search.endToEnd',
  subject: 'searchByTraits against the simulator, over mutual TLS',
  reference: 'a bare POST of the same bytes over mutual TLS',
  async prepare() {
    const sandbox = await startSandbox();
    const { certPem, keyPem, chainPem } = sandbox.pki.identity('insi-manu');
    const identity = { cert: certPem, key: keyPem, ca: chainPem };
    const ca = sandbox.pki.caPem;
    const http = createHttpExchange({ tls: { ca, identity: await loadClientIdentity(identity) } });
    let sent: WireRequest | undefined;
    const exchange: Exchange = (wire, context) => {
      sent ??= wire;
      return http(wire, context);
    };
    const issuers = [...sandbox.env().insi.clientAuthorities];
    const client = createInsiClient({
      environment: {
        ...simulatorInsiEnvironment(sandbox.insi),
        clientCertificateIssuers: issuers,
        cardCertificateIssuers: issuers,
      },
      authentication: { mode: 'certificate', identity, trigger: 'user' },
      software: {
        idam: sandbox.env().insi.idam[0] ?? '',
        version: '1.0.0',
        instance: '3f1d6b2a-7c8d-4e9f-a0b1-c2d3e4f5a6b7',
        nom: 'urn:lps:socle-bench:1.0.0',
      },
      exchange,
    });
    const search = () =>
      client.searchByTraits({
        traits: { nomNaissance: 'ADRUN', prenoms: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' },
      });
    await search();
    const bytes = sent;
    if (!bytes?.body) throw new RangeError('nothing was sent');
    const body = Buffer.from(bytes.body);
    const agent = new Agent({ ca, cert: certPem + chainPem, key: keyPem, keepAlive: true, maxSockets: 1 });
    return {
      subject: search,
      reference: () => post(bytes.url, { ...bytes.headers, 'content-length': String(body.byteLength) }, body, agent),
      dispose: async () => {
        agent.destroy();
        await client.close();
        await http.close();
        await sandbox.stop();
      },
    };
  },
};

function post(url: string, headers: Record<string, string>, body: Buffer, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers, agent }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
      });
      response.on('end', () => resolve(size));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
