import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { createDmpClient, type DmpClient, dmpEnvironment } from '@socle-sante/dmp';
import { prepareSubmission } from '@socle-sante/documents/prepare';
import { type PreparedSubmission, uniqueId } from '@socle-sante/documents/xds';
import { createTestPki, type TestPki } from '@socle-sante/sandbox/pki';
import { createKeySigner } from '@socle-sante/wire/dsig';
import { loadClientIdentity, readCertificate } from '@socle-sante/wire/tls';
import type { BenchCase, BenchPair } from '../case.js';
import { startTransferPeer } from './dmp-peer.js';
import { submissionOf } from './documents.js';

const SIZE = 100 * 1_048_576;
/** What the document is made of. */
const PIECE = new Uint8Array(1_048_576).fill(65);
const UNSIGNED =
  '<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a" IssueInstant="2026-09-01T06:35:00.120Z" Version="2.0"><saml2:Issuer>CN=T</saml2:Issuer></saml2:Assertion>';

interface Ground {
  readonly client: DmpClient;
  readonly url: string;
  readonly agent: Agent;
  dispose(): Promise<void>;
}

async function ground(pki: TestPki): Promise<Ground> {
  const server = pki.identity('server');
  const { certPem, keyPem, chainPem } = pki.identity('org-auth-cli');
  const peer = await startTransferPeer({
    cert: server.certPem + server.chainPem,
    key: server.keyPem,
    ca: pki.caPem,
    size: SIZE,
  });
  const client = createDmpClient({
    environment: dmpEnvironment({ kind: 'simulator', baseUrl: peer.url }),
    // The build of an assertion has its own figure.
    authentication: { mode: 'INDIRECTE', vihf: async () => UNSIGNED },
    software: { oid: '2.999.7', name: 'bench' },
    tls: { ca: pki.caPem, identity: { cert: certPem, key: keyPem, ca: chainPem } },
  });
  const agent = new Agent({
    ca: pki.caPem,
    cert: certPem + chainPem,
    key: keyPem,
    keepAlive: true,
    maxSockets: 1,
    maxVersion: 'TLSv1.3',
  });
  return {
    client,
    agent,
    url: peer.url,
    dispose: async () => {
      agent.destroy();
      await client.close();
      peer.stop();
    },
  };
}

/** A prepared set of which the document was replaced by one of 100 MB: how a document is built has its own figure. */
async function largeSubmission(
  pki: TestPki,
): Promise<{ readonly small: PreparedSubmission; readonly large: PreparedSubmission }> {
  const { certPem, keyPem, chainPem } = pki.identity('org-sign');
  const chain = chainPem.split(/(?<=-----END CERTIFICATE-----\n)/).filter((pem) => pem.includes('BEGIN'));
  const submission = { ...submissionOf(new Uint8Array()), vendor: { oid: '2.999.7' } };
  const [document] = submission.documents;
  if (document === undefined) throw new RangeError('no document');
  const small = await prepareSubmission(
    {
      ...submission,
      documents: [{ ...document, body: { kind: 'text', content: new TextEncoder().encode('Texte inventé.') } }],
    },
    {
      clock: () => new Date('2026-01-15T09:30:00Z'),
      random: (n) => globalThis.crypto.getRandomValues(new Uint8Array(n)),
      signing: {
        signer: createKeySigner(loadClientIdentity({ cert: certPem, key: keyPem })),
        chain: chain.map((pem) => readCertificate(pem).der),
      },
    },
  );
  const bytes = new Uint8Array(SIZE).fill(65);
  const hash = createHash('sha1').update(bytes).digest('hex');
  const first = small.entries[0]?.id;
  const large = {
    ...small,
    entries: small.entries.map((entry) => (entry.id === first ? { ...entry, size: SIZE, hash } : entry)),
    documents: small.documents.map((item) => (item.entryId === first ? { ...item, bytes } : item)),
  };
  return { small, large };
}

export const depositTransfer: BenchCase = {
  name: 'dmp.deposit.100MB',
  subject: 'deposit (TD2.1) of a document of 100 MB: multipart, streams, mutual TLS',
  reference: 'a bare POST of the same octets over mutual TLS',
  turns: 3,
  async prepare(): Promise<BenchPair> {
    const pki = await createTestPki();
    const { client, agent, url, dispose } = await ground(pki);
    const { small, large } = await largeSubmission(pki);
    const patient = submissionOf(new Uint8Array()).patient.identity;
    const deposit = (submission: PreparedSubmission) => client.deposit({ patient, submission });
    const bytes = large.documents[0]?.bytes ?? new Uint8Array();
    await deposit(small);
    return {
      subject: () => deposit(large),
      reference: () => exchange(agent, url, 'POST', bytes),
      peakBytes: () => above(() => deposit(large)),
      dispose,
    };
  },
};

export const readTransfer: BenchCase = {
  name: 'dmp.read.100MB',
  subject: 'retrieve (TD3.2) of a document of 100 MB: multipart, digest, comparison with its metadata',
  reference: 'a bare GET of the same octets over mutual TLS, into one buffer',
  turns: 3,
  async prepare(): Promise<BenchPair> {
    const pki = await createTestPki();
    const { client, agent, url, dispose } = await ground(pki);
    const patient = submissionOf(new Uint8Array()).patient.identity;
    const digest = createHash('sha1');
    for (let at = 0; at < SIZE; at += PIECE.byteLength) digest.update(PIECE);
    const hash = digest.digest('hex');
    const documents = [{ uniqueId: uniqueId('2.999.7.1.1'), repositoryUniqueId: '1.2', size: SIZE, hash }];
    const retrieve = () => client.retrieve({ patient, documents });
    return {
      subject: retrieve,
      reference: () => exchange(agent, url, 'GET'),
      peakBytes: async () => {
        const total = await above(retrieve);
        return total === undefined ? undefined : total - SIZE;
      },
      dispose,
    };
  },
};

/** Node's own https, and nothing else: an upload, or a download into one buffer of the announced size. */
function exchange(agent: Agent, url: string, method: 'GET' | 'POST', body?: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-length': body.byteLength };
    const outgoing = request(url, { method, agent, headers }, (response) => {
      const into = Buffer.alloc(Number(response.headers['content-length'] ?? 0));
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        chunk.copy(into, size);
        size += chunk.byteLength;
      });
      response.on('end', () => resolve(size));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** How far the resident memory goes above where it stands, where the kernel keeps the peak (Linux). */
async function above(run: () => Promise<unknown>): Promise<number | undefined> {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    return undefined;
  }
  const before = process.memoryUsage().rss;
  await run();
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return peak === undefined ? undefined : Number(peak) * 1_024 - before;
}
