import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDmpService, type DmpInProcessExchange, type DmpService, dmpInProcessExchange } from '../src/index.ts';
import type { TestPki } from '../src/pki.ts';
import {
  ACTION,
  APPROVED,
  adhocQuery,
  deposit,
  findDocuments,
  type Message,
  PATIENT,
  patientQuestion,
  plain,
  QUERY,
  slot,
  swap,
  uniqueIds,
  vihf,
} from './dmp/message.ts';
import { testPki } from './support/pki.ts';

let pki: TestPki;
let service: DmpService;
let exchange: DmpInProcessExchange;
beforeAll(async () => {
  pki = await testPki();
  service = await createDmpService({ pki, clock: () => new Date(), assertionReuse: 'allow', messageIdReuse: 'allow' });
  exchange = dmpInProcessExchange(service, { clientCertificate: pki.identity('cps-auth').certDer });
});
afterAll(() => service.close());

const assertion = () => vihf({ pki, now: new Date() });
const send = async (message: Message) => {
  const answer = await exchange({
    method: 'POST',
    url: `https://dmp.simulateur.invalid/si-dmp-server/v2/services/${message.service}`,
    headers: { 'content-type': message.contentType },
    body: message.body,
  });
  return { status: answer.status, text: Buffer.from(answer.body).toString() };
};
// A test that is tried again deposits other documents: those of the first attempt are there.
let deposits = 50;
const nextDeposit = () => {
  deposits += 1;
  return deposits;
};
const entries = () => service.core.admin.entries(PATIENT).length;

describe('any damage', () => {
  it('to the octets of a message is refused or harmless, and never a failure of the simulator', async () => {
    const messages = [
      deposit({ pki, now: new Date(), n: 1 }),
      plain('registry', ACTION.query, assertion(), findDocuments()),
      plain('patients', ACTION.existence, assertion(), patientQuestion()),
    ];
    await send(messages[0] as Message); // from now on a harmless deposit is a duplicate
    const before = entries();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(messages.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('flip', 'cut', 'insert', 'repeat'), fc.nat(255)), {
          minLength: 1,
          maxLength: 4,
        }),
        async (which, damages) => {
          const message = messages[which] as Message;
          let body = Buffer.from(message.body);
          for (const [where, how, value] of damages) {
            const at = where % body.length;
            if (how === 'flip') body[at] = value;
            else if (how === 'cut') body = Buffer.concat([body.subarray(0, at), body.subarray(at + 1 + value)]);
            else if (how === 'insert')
              body = Buffer.concat([body.subarray(0, at), Buffer.from([value, 0x3c]), body.subarray(at)]);
            else body = Buffer.concat([body.subarray(0, at), body.subarray(Math.max(0, at - value))]);
          }
          const { status, text } = await send({ ...message, body });
          expect([200, 500]).toContain(status);
          expect(text).not.toContain('sim_internal');
          expect(entries()).toBe(before);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each([
    ['a comment', swap('<soap:Body>', '<soap:Body><!-- x -->')],
    ['a CDATA section', swap('https://dmp.sim.invalid/', '<![CDATA[https://dmp.sim.invalid/]]>')],
    ['character references', swap('https://dmp.sim.invalid/', '&#104;ttps&#x3a;//dmp.sim.invalid/')],
  ])('%s changes nothing', async (_, edit) => {
    const { text } = await send(plain('registry', ACTION.query, assertion(), findDocuments(), edit));
    expect(text).toContain('ResponseStatusType:Success');
  });
});

it('a processing instruction is refused in an envelope, and passed over in a CDA', async () => {
  const { text } = await send(
    plain('registry', ACTION.query, assertion(), findDocuments(), swap('<soap:Body>', '<soap:Body><?x y?>')),
  );
  expect(text).toContain('instruction de traitement');
  const styled = (xml: string) =>
    `<?xml-stylesheet type="text/xsl" href="cda.xsl"?>\n${xml.replace('<title>', '<?x y?><title>')}`;
  expect((await send(deposit({ pki, now: new Date(), n: nextDeposit(), cda: styled }))).text).toContain(
    'ResponseStatusType:Success',
  );
});

it('the same deposit twice at the same time is registered once', async () => {
  const n = nextDeposit();
  const message = deposit({ pki, now: new Date(), n });
  const answers = await Promise.all([send(message), send(message), send(message)]);
  expect(answers.filter(({ text }) => text.includes('ResponseStatusType:Success'))).toHaveLength(1);
  expect(answers.filter(({ text }) => text.includes('XDSDuplicateUniqueIdInRegistry'))).toHaveLength(2);
  expect(service.core.admin.entries(PATIENT).filter(({ uniqueId }) => uniqueId === uniqueIds(n).document)).toHaveLength(
    1,
  );
});

describe('values of a search', () => {
  const statusSlot = slot('$XDSDocumentEntryStatus', `('${APPROVED}')`);
  const patientSlot = slot('$XDSDocumentEntryPatientId', `'${PATIENT}^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH'`);
  const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const search = async (value: string) => {
    const { text } = await send(
      plain(
        'registry',
        ACTION.query,
        assertion(),
        adhocQuery(
          QUERY.findDocuments,
          patientSlot + statusSlot + slot('$XDSDocumentEntryAuthorPerson', escapeXml(value)),
        ),
      ),
    );
    return text;
  };

  it('are read with their quotes doubled, in lists', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: fc.constantFrom('a', "'", ',', '(', ')', ' ', '%', 'é'), minLength: 1, maxLength: 6 }),
          { minLength: 1, maxLength: 3 },
        ),
        async (values) => {
          const list = values.map((value) => `'${value.replace(/'/g, "''")}'`).join(',');
          expect(await search(`(${list})`)).toContain('ResponseStatusType:Success');
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(["('a'", "'a','b'", "('a' 'b')", "('a',)", '(a)', "('a''')x", '()'])('%s is refused', async (value) => {
    expect(await search(value)).toContain('XDSStoredQueryParamNumber');
  });

  it('match authors as LIKE does', async () => {
    expect(await search("('899900000003^EXEMPLE%')")).toContain('8121.1.1.1');
    expect(await search("('%MODELE%')")).not.toContain('"1.2.250.1.999.1.1.8121.1.1.1"');
  });
});
