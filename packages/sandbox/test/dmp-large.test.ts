import { createHash } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { watchHeld } from '../../tooling/src/held-memory.ts';
import { createDmpService, dmpInProcessExchange } from '../src/index.ts';
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
import { testPki } from './support/pki.ts';

const MEGABYTE = 1024 * 1024;
const SIZE = 100 * MEGABYTE;
/** Memory is looked at each time so much has passed. */
const STEP = 10 * MEGABYTE;

it('takes and gives back a document of 100 MB without holding it', async () => {
  const pki = await testPki();
  // One for each attempt: what was deposited once is refused the second time.
  const service = await createDmpService({ pki, clock: () => new Date() });
  onTestFinished(() => service.close());
  const now = new Date();
  const id = uniqueIds(1);
  const [head = '', tail = ''] = cda(id.document, now, undefined, 'MARK').split('TUFSSw==');
  function* document(passed: (bytes: number) => void) {
    yield Buffer.from(head);
    for (let done = MEGABYTE; done <= SIZE; done += MEGABYTE) {
      // Fresh bytes each time, so that whoever keeps them holds them.
      yield Buffer.alloc(MEGABYTE, 'QUJD');
      passed(done);
    }
    yield Buffer.from(tail);
  }
  const size = SIZE + head.length + tail.length;
  const digest = createHash('sha1');
  for (const chunk of document(() => undefined)) digest.update(chunk);
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
    yield* document((bytes) => {
      if (bytes % STEP === 0) memory.look();
    });
    yield part('s', 'text/xml');
    yield signature;
    yield Buffer.from('\r\n--b--\r\n');
  }
  const exchange = dmpInProcessExchange(service, { clientCertificate: pki.identity('cps-auth').certDer });
  const url = 'https://dmp.simulateur.invalid/si-dmp-server/v2/services/repository';
  const memory = watchHeld();
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

  const request = plain('repository', ACTION.retrieve, vihf({ pki, now: new Date() }), retrieveRequest([id.document]));
  const got = await exchange.stream({
    method: 'POST',
    url,
    headers: { 'content-type': request.contentType },
    body: request.body,
  });
  let received = 0;
  for await (const chunk of got.body) {
    const steps = Math.floor(received / STEP);
    received += chunk.length;
    if (Math.floor(received / STEP) > steps) memory.look();
  }
  expect(received).toBe(Number(service.log.at(-1)?.responseBytes));
  expect(received).toBeGreaterThan(size);
  expect(memory.peak() / MEGABYTE).toBeLessThan(16);
}, 60_000);
