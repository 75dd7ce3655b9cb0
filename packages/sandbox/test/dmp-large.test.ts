import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDmpService, type DmpService, dmpInProcessExchange } from '../src/index.ts';
import type { TestPki } from '../src/pki.ts';
import { testPki } from './dmp/harness.ts';
import {
  ACTION,
  association,
  cda,
  documentEntry,
  envelope,
  objectsRequest,
  original,
  plain,
  retrieveRequest,
  signatureEntry,
  submissionSet,
  TYPES,
  uniqueIds,
  vihf,
  xades,
} from './dmp/message.ts';

const MEGABYTE = 1024 * 1024;
const SIZE = 100 * MEGABYTE;

let pki: TestPki;
let service: DmpService;
beforeAll(async () => {
  pki = await testPki();
  service = await createDmpService({ pki, clock: () => new Date() });
});
afterAll(() => service.close());

it('takes and gives back a document of 100 MB without holding it', async () => {
  const now = new Date();
  const id = uniqueIds(1);
  const [head = '', tail = ''] = cda(id.document, now, undefined, 'MARK').split('TUFSSw==');
  const filler = Buffer.alloc(MEGABYTE, 'QUJD');
  function* document() {
    yield Buffer.from(head);
    for (let i = 0; i < SIZE / MEGABYTE; i++) yield filler;
    yield Buffer.from(tail);
  }
  const size = SIZE + head.length + tail.length;
  const digest = createHash('sha1');
  for (const chunk of document()) digest.update(chunk);
  const sha1 = digest.digest();

  const stub = { uniqueId: id.document, bytes: Buffer.from('stub') };
  const stubDigest = createHash('sha1').update(stub.bytes);
  const stubBase64 = stubDigest.digest('base64');
  const signature = Buffer.from(
    xades({
      pki,
      now,
      setId: id.set,
      documents: [stub],
      editManifest: (text) => text.replace(stubBase64, sha1.toString('base64')),
    }),
  );
  const entry = documentEntry({ id: 'D1', uniqueId: id.document, bytes: stub.bytes, now })
    .replace(/[0-9a-f]{40}/, sha1.toString('hex'))
    .replace(/(name="size"><ValueList><Value>)\d+/, `$1${size}`);
  const objects =
    submissionSet(id.set, now) +
    entry +
    signatureEntry({ id: 'SIG1', uniqueId: id.signature, bytes: signature, now }) +
    association(TYPES.member, 'SS', 'D1', original) +
    association(TYPES.member, 'SS', 'SIG1', original) +
    association(TYPES.signs, 'SIG1', 'SS', original);
  const include = (name: string, cid: string) =>
    `<xds:Document id="${name}"><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:${cid}"/></xds:Document>`;
  const root = envelope(
    ACTION.deposit,
    vihf({ pki, now }),
    `<xds:ProvideAndRegisterDocumentSetRequest xmlns:xds="urn:ihe:iti:xds-b:2007">${objectsRequest(objects)}${include('D1', 'd')}${include('SIG1', 's')}</xds:ProvideAndRegisterDocumentSetRequest>`,
  );
  const part = (cid: string, type: string) =>
    Buffer.from(`\r\n--b\r\nContent-Type: ${type}\r\nContent-ID: <${cid}>\r\n\r\n`);
  async function* body() {
    yield part('r', 'application/xop+xml; type="application/soap+xml"');
    yield Buffer.from(root);
    yield part('d', 'text/xml');
    yield* document();
    yield part('s', 'text/xml');
    yield signature;
    yield Buffer.from('\r\n--b--\r\n');
  }
  const exchange = dmpInProcessExchange(service, { clientCertificate: pki.identity('cps-auth').certDer });
  const url = 'https://dmp.simulateur.invalid/si-dmp-server/v2/services/repository';
  let peak = 0;
  const before = process.memoryUsage();
  const watch = setInterval(() => {
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    peak = Math.max(peak, arrayBuffers + heapUsed - before.arrayBuffers - before.heapUsed);
  }, 5);
  try {
    const answer = await exchange({
      method: 'POST',
      url,
      headers: {
        'content-type':
          'multipart/related; boundary=b; type="application/xop+xml"; start="<r>"; start-info="application/soap+xml"',
      },
      stream: { open: body },
    });
    expect(service.log.at(-1)?.reasons).toEqual([]);
    expect(Buffer.from(answer.body).toString()).toContain('Success');

    const request = plain(
      'repository',
      ACTION.retrieve,
      vihf({ pki, now: new Date() }),
      retrieveRequest([id.document]),
    );
    const got = await exchange.stream({
      method: 'POST',
      url,
      headers: { 'content-type': request.contentType },
      body: request.body,
    });
    let received = 0;
    for await (const chunk of got.body) received += chunk.length;
    expect(received).toBe(Number(service.log.at(-1)?.responseBytes));
    expect(received).toBeGreaterThan(size);
  } finally {
    clearInterval(watch);
  }
  expect(peak / MEGABYTE).toBeLessThan(64);
}, 60_000);
