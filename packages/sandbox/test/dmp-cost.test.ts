import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDmpService, type DmpInProcessExchange, type DmpService, dmpInProcessExchange } from '../src/index.ts';
import type { TestPki } from '../src/pki.ts';
import {
  ACTION,
  association,
  deposit,
  findDocuments,
  type Message,
  plain,
  slot,
  swap,
  TYPES,
  vihf,
} from './dmp/message.ts';
import { testPki } from './support/pki.ts';

// Messages within the bounds of size, made so that a careless reader takes minutes over them.
let pki: TestPki;
let service: DmpService;
let exchange: DmpInProcessExchange;
beforeAll(async () => {
  pki = await testPki();
  service = await createDmpService({ pki, clock: () => new Date() });
  exchange = dmpInProcessExchange(service, { clientCertificate: pki.identity('cps-auth').certDer });
});
afterAll(() => service.close());

const assertion = () => vihf({ pki, now: new Date() });
let n = 0;
const depositOf = (knobs: Partial<Parameters<typeof deposit>[0]>) => {
  n += 1;
  return deposit({ pki, now: new Date(), n, ...knobs });
};
const query = (edit: (text: string) => string) => plain('registry', ACTION.query, assertion(), findDocuments(), edit);
const send = async (message: Message) => {
  const answer = await exchange({
    method: 'POST',
    url: `https://dmp.simulateur.invalid/si-dmp-server/v2/services/${message.service}`,
    headers: { 'content-type': message.contentType },
    body: message.body,
  });
  return Buffer.from(answer.body).toString();
};
const reasons = () => service.log.at(-1)?.reasons ?? [];
const repeat = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
const DS = 'http://www.w3.org/2000/09/xmldsig#';

describe.each<[string, () => Message, string | undefined]>([
  ['beginnings of instructions', () => query((text) => text + '<?a'.repeat(200_000)), 'soap.xml'],
  [
    'elements called Signature',
    () => query(swap('<soap:Body>', `<soap:Body><x>${'<Signature/>'.repeat(4000)}</x>`)),
    'soap.parts',
  ],
  [
    'signatures',
    () => query(swap('<soap:Body>', `<soap:Body><x>${`<Signature xmlns="${DS}"/>`.repeat(4000)}</x>`)),
    'soap.xml',
  ],
  [
    'elements called Signature in a CDA',
    () => depositOf({ cda: swap('<component>', `<component>${'<Signature></Signature>'.repeat(5000)}`) }),
    undefined,
  ],
  [
    'beginnings of instructions in a CDA',
    () => depositOf({ cda: swap('<component>', `<!--${'<?a'.repeat(200_000)}--><component>`) }),
    undefined,
  ],
  [
    'SignedInfo inside a signature',
    () =>
      depositOf({
        xades: {
          edit: swap(
            /<\/ds:Signature>$/,
            `<ds:Object>${'<ds:SignedInfo></ds:SignedInfo>'.repeat(5000)}</ds:Object></ds:Signature>`,
          ),
        },
      }),
    'xades.wrapped',
  ],
  [
    'objects of a registry',
    () =>
      depositOf({
        objects: (text) =>
          text +
          repeat(3000, (i) => `<RegistryPackage id="p${i}"/>`) +
          repeat(3000, (i) => association(TYPES.member, 'SS', `x${i}`)),
      }),
    'ebrim.count',
  ],
  [
    'a value of 3 MB in a search',
    () =>
      plain(
        'registry',
        ACTION.query,
        assertion(),
        findDocuments(undefined, slot('$XDSDocumentEntryAuthorPerson', `('${"a''".repeat(700_000)}`)),
      ),
    'query.quotes',
  ],
  [
    'values of a search',
    () =>
      plain(
        'registry',
        ACTION.query,
        assertion(),
        findDocuments(
          undefined,
          repeat(1500, (i) => slot('$XDSDocumentEntryEventCodeList', `('${i}^^1.2','${'%'.repeat(300)}^^1.2')`)),
        ),
      ),
    undefined,
  ],
])('a flood of %s', (_, message, reason) => {
  it('is judged in seconds', async () => {
    const made = message();
    const start = performance.now();
    const text = await send(made);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(text).not.toContain('sim_internal');
    if (reason !== undefined) expect(reasons()).toContain(reason);
  }, 60_000);
});
