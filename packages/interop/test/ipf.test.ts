import { type Sandbox, startSandbox } from '@socle-sante/sandbox';
import { TEST_PASSPHRASE } from '@socle-sante/sandbox/pki';
import { createHttpExchange, type Exchange, type HttpExchange } from '@socle-sante/wire/http';
import { loadClientIdentity } from '@socle-sante/wire/tls';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { clientOf, documentOf, prepared, qualified } from '../../dmp/test/e2e/support.ts';
import { buildIpf, type IpfPeer, startIpf } from '../src/ipf.ts';

// Its answers go through the same client as those of the DMP: only the addresses differ, since IPF gives one to each transaction.
const TRANSACTIONS = [
  [/ProvideAndRegisterDocumentSet-b/, 'xds-iti41'],
  [/RetrieveDocumentSet/, 'xds-iti43'],
  [/RegistryStoredQuery/, 'xds-iti18'],
] as const;

const absent = buildIpf();
// Maven is the one source that may be out of reach: the run says it in one line, and does not fail for it.
if (absent !== undefined) {
  process.stderr.write(`left out: the XDS peer on IPF, ${absent}\n`);
  it(`left out: ${absent}`, () => expect(absent).not.toBe(''));
}
const describePeer = absent === undefined ? describe : noDescribe;
function noDescribe(): void {}

describePeer('an XDS registry and repository that nobody here wrote (IPF)', () => {
  let sandbox: Sandbox;
  let peer: IpfPeer;
  let http: HttpExchange;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const { pki } = sandbox;
    peer = await startIpf({
      server: pki.identity('server').pfx(TEST_PASSPHRASE),
      authoritiesPem: pki.caPem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [],
      passphrase: TEST_PASSPHRASE,
    });
    const { certPem, keyPem, chainPem } = pki.identity('cps-auth');
    http = createHttpExchange({
      tls: { ca: pki.caPem, identity: loadClientIdentity({ cert: certPem, key: keyPem, ca: chainPem }) },
    });
  });
  afterAll(async () => {
    await http?.close();
    await peer?.stop();
    await sandbox?.stop();
  });

  const exchange: Exchange = async (request, context) => {
    const type = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
    const found = TRANSACTIONS.find(([action]) => action.test(type));
    if (found === undefined) throw new Error(`no transaction of IPF for ${type}`);
    return http({ ...request, url: `${peer.baseUrl}/${found[1]}` }, context);
  };

  it('takes our deposit, answers our search, and gives the document back byte for byte', async () => {
    onTestFailed(() => {
      process.stderr.write(`${peer.log()}\n`);
    });
    const patient = qualified('dmp-pat-trois-dominique');
    const client = clientOf(sandbox, 'direct', { exchange });
    const content = new TextEncoder().encode('Compte rendu inventé : œdème, Àé, « Corse » 2A.');
    const set = await prepared(sandbox, 'direct', patient, [documentOf({ body: { kind: 'text', content } })]);
    const [document] = set.documents;
    if (document === undefined) throw new Error('nothing was prepared');

    expect(await client.deposit({ patient, submission: set })).toMatchObject({ outcome: 'deposited' });

    const found = await client.findDocuments({ patient });
    const listed = found.documents.find(({ entry }) => entry.uniqueId === document.uniqueId);
    if (listed === undefined) throw new Error('the deposit was not found');
    expect(listed.entry).toMatchObject({
      title: 'Compte rendu de consultation',
      mimeType: 'text/xml',
      size: document.bytes.length,
    });

    expect(await client.findReference({ patient, uniqueId: listed.entry.uniqueId })).toMatchObject({
      entryUuid: listed.entryUuid,
    });

    const { documents } = await client.retrieve({ patient, documents: [{ entry: listed.entry }] });
    expect(documents[0]).toMatchObject({ checked: 'hash' });
    expect(Buffer.from(documents[0]?.bytes ?? []).equals(Buffer.from(document.bytes))).toBe(true);
    await client.close();
  });

  it('refuses the same document twice with the code of the standard, which the client reads as “already there”', async () => {
    const patient = qualified('dmp-pat-trois-dominique');
    const client = clientOf(sandbox, 'direct', { exchange });
    const set = await prepared(sandbox, 'direct', patient);
    await client.deposit({ patient, submission: set });
    // The client asks whether it is there, by its uniqueId, and takes the refusal for what it is.
    expect(await client.deposit({ patient, submission: set })).toMatchObject({ outcome: 'alreadyThere' });
    await client.close();
  });
});
