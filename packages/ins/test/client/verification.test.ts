import { createVerificationTable } from '@socle-sante/sandbox/insi';
import { element, text, type XmlElementNode } from '@socle-sante/wire/xml';
import { describe, expect, it } from 'vitest';
import { INS_OIDS, parseInsIdentifier } from '../../../core/src/index.js';
import { createInsiClient } from '../../src/client.js';
import type { InsToVerify, VerificationCodec } from '../../src/verification/codec.js';
import type { VerifiedItem } from '../../src/verification/verifier.js';
import { answer, bodyText, envelope, faultXml, fixedClock, SOFTWARE, scriptedExchange } from './support.js';

const parsed = parseInsIdentifier({ matricule: '275126322074974', oid: INS_OIDS.nir });
if (!parsed.ok) throw new Error('a good matricule');
const ZOE: InsToVerify = {
  ins: parsed.value,
  nomNaissance: 'ADRUN',
  prenom: 'ZOE',
  sexe: 'F',
  dateNaissance: '1975-12-31',
};

/** An invented wire: it only shows that a codec is enough. */
const NS = 'urn:codec-de-test';
const node = (local: string, content: string | XmlElementNode[] = []): XmlElementNode =>
  element({ prefix: 't', namespace: NS, local }, {}, typeof content === 'string' ? [content] : content);
const CODEC: VerificationCodec = {
  name: 'test',
  verify: {
    action: 'urn:codec-de-test:verifier',
    operation: 'verifierTest',
    encode: ({ ins, nomNaissance, prenom }) =>
      node('Q', [node('M', ins.matricule), node('O', ins.oid), node('N', nomNaissance), node('P', prenom)]),
    decode: (body) => {
      const said = text(body);
      if (said !== 'OK' && said !== 'KO') throw new Error('neither OK nor KO');
      return { outcome: said === 'OK' ? 'ok' : 'ko' };
    },
  },
  submitBatch: {
    action: 'urn:codec-de-test:deposer',
    operation: 'deposerTest',
    encode: (inputs) =>
      node(
        'B',
        inputs.map(({ ins }) => node('M', ins.matricule)),
      ),
    decode: (body) => ({ batchId: text(body) }),
  },
  fetchBatch: {
    action: 'urn:codec-de-test:relever',
    operation: 'releverTest',
    encode: (batchId) => node('F', batchId),
    decode: (body) =>
      text(body) === '' ? { state: 'pending' } : { state: 'done', answers: [{ outcome: 'ok' }, { outcome: 'ko' }] },
  },
};
const said = (word: string) => answer(envelope(`<t:R xmlns:t="${NS}">${word}</t:R>`));

const client = (exchange: ReturnType<typeof scriptedExchange>, codec: VerificationCodec | undefined = CODEC) =>
  createInsiClient({
    environment: 'bas',
    authentication: { mode: 'certificate', trigger: 'automatic', emetteur: '10B0999999' },
    software: SOFTWARE,
    exchange,
    clock: fixedClock,
    sleep: async () => undefined,
    ...(codec ? { verificationCodec: codec } : {}),
  });

describe('without a codec', () => {
  it('every operation says what to supply, and nothing is sent', async () => {
    const exchange = scriptedExchange();
    const bare = createInsiClient({
      environment: 'bas',
      authentication: { mode: 'certificate', trigger: 'user', emetteur: '10B0999999' },
      software: SOFTWARE,
      exchange,
    });
    const expected = {
      name: 'InsiUnsupportedError',
      origin: 'unsupported',
      code: 'insi.verification.noCodec',
      message: expect.stringContaining('verificationCodec'),
    };
    await expect(bare.verifyIns(ZOE)).rejects.toMatchObject(expected);
    await expect(bare.submitBatch([ZOE])).rejects.toMatchObject(expected);
    await expect(bare.fetchBatch('1')).rejects.toMatchObject(expected);
    await expect(bare.verifyEach([ZOE]).next()).rejects.toMatchObject(expected);
    expect(exchange.requests).toHaveLength(0);
  });

  it('names the operation that a partial codec lacks', async () => {
    await expect(client(scriptedExchange(), { name: 'partial' }).submitBatch([ZOE])).rejects.toMatchObject({
      message: expect.stringContaining('"partial" does not have this operation'),
    });
  });
});

describe('a codec that is wrong', () => {
  const verify = (part: Partial<NonNullable<VerificationCodec['verify']>>) =>
    client(scriptedExchange(said('OK')), {
      ...CODEC,
      ...(CODEC.verify ? { verify: { ...CODEC.verify, ...part } } : {}),
    }).verifyIns(ZOE);

  it('never passes for a verdict', async () => {
    for (const outcome of ['OK', '', undefined, true]) {
      await expect(verify({ decode: () => ({ outcome: outcome as never }) })).rejects.toMatchObject({
        name: 'InsiProtocolError',
        code: 'insi.protocol.verification',
      });
    }
    await expect(verify({ decode: () => undefined as never })).rejects.toMatchObject({
      code: 'insi.protocol.verification',
    });
    const exchange = scriptedExchange(said(''));
    const answers = [{ outcome: 'ok' }, { outcome: 'peut-être' }] as never;
    const fetchBatch = CODEC.fetchBatch && { ...CODEC.fetchBatch, decode: () => ({ state: 'done', answers }) as const };
    await expect(
      client(exchange, { ...CODEC, ...(fetchBatch ? { fetchBatch } : {}) }).fetchBatch('1'),
    ).rejects.toMatchObject({ code: 'insi.protocol.verification' });
  });

  it('that cannot write is an error of this package, before anything is sent', async () => {
    const encode = () => {
      throw new TypeError('ADRUN cannot be written');
    };
    const error: unknown = await verify({ encode }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'InsiInputError', code: 'insi.input.verification' });
    await expect(verify({ encode: () => node('Q', 'a\u0000b') })).rejects.toMatchObject({ service: 'insi' });
  });
});

describe('with a codec', () => {
  it('uses the envelope, the contexts, the faults and the repetitions of the other operations', async () => {
    const exchange = scriptedExchange(answer('', 503), said('OK'));
    const result = await client(exchange).verifyIns(ZOE);
    expect(result).toMatchObject({ outcome: 'ok', messageId: expect.stringMatching(/^uuid:/) });
    const xml = bodyText(exchange.requests[1]);
    expect(xml).toContain('<wsa:Action>urn:codec-de-test:verifier</wsa:Action>');
    expect(xml).toContain('<ctxlps:IDAM R="4">');
    const refused = scriptedExchange(answer(faultXml({ reason: 'ADRUN 275126322074974 inconnue' }), 500));
    const error: unknown = await client(refused)
      .verifyIns(ZOE)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'insi.config.refused' });
    expect(JSON.stringify(error)).not.toMatch(/ADRUN|275126322/);
  });

  it('refuses before the call a key, an OID or a name that is wrong', async () => {
    const exchange = scriptedExchange();
    const bad = { ...ZOE, ins: { ...ZOE.ins, matricule: '275126322074975' as never }, prenom: 'Zoé' };
    await expect(client(exchange).verifyIns(bad)).rejects.toMatchObject({
      code: 'insi.input.verification',
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'ins.matricule.key', path: ['ins', 'matricule'] }),
        expect.objectContaining({ path: ['prenom'] }),
      ]),
    });
    expect(exchange.requests).toHaveLength(0);
  });

  it('refuses an answer that the codec does not understand', async () => {
    await expect(client(scriptedExchange(said('PEUT-ETRE'))).verifyIns(ZOE)).rejects.toMatchObject({
      name: 'InsiProtocolError',
      code: 'insi.protocol.verification',
    });
  });

  it('deposits a batch and fetches it', async () => {
    const verifier = client(scriptedExchange(said('lot-1'), said(''), said('fini')));
    const { batchId } = await verifier.submitBatch([ZOE, ZOE]);
    expect(batchId).toBe('lot-1');
    expect(await verifier.fetchBatch(batchId)).toEqual({ state: 'pending' });
    expect(await verifier.fetchBatch(batchId)).toMatchObject({
      state: 'done',
      answers: [{ outcome: 'ok' }, { outcome: 'ko' }],
    });
  });
});

describe('a stream of identities', () => {
  const words: Readonly<Record<string, string>> = { ADRUN: 'OK', NESSI: 'KO' };
  const byName = (request: Parameters<typeof bodyText>[0]) =>
    said(words[/<t:N>([^<]+)</.exec(bodyText(request))?.[1] ?? ''] ?? '?');

  it('is verified one call after the other, an error on one line does not stop the others', async () => {
    const exchange = scriptedExchange(byName, byName, byName);
    let pulled = 0;
    async function* lines() {
      for (const nomNaissance of ['ADRUN', 'DU_PONT', 'NESSI', 'INCONNU']) {
        pulled += 1;
        yield { ...ZOE, nomNaissance, reference: nomNaissance };
      }
    }
    const seen: string[] = [];
    for await (const line of client(exchange).verifyEach(lines())) {
      seen.push(`${line.item.reference} ${wordOf(line)}`);
      expect(pulled).toBe(seen.length);
    }
    expect(seen).toEqual([
      'ADRUN ok',
      'DU_PONT insi.input.verification',
      'NESSI ko',
      'INCONNU insi.protocol.verification',
    ]);
    expect(exchange.inFlight.max).toBe(1);
  });

  it('ends when it is cancelled, or when nobody reads on', async () => {
    const stop = new AbortController();
    const exchange = scriptedExchange(byName, byName);
    const lines = client(exchange).verifyEach([ZOE, ZOE, ZOE], { signal: stop.signal });
    await lines.next();
    stop.abort();
    await expect(lines.next()).rejects.toMatchObject({ code: 'aborted' });
    for await (const line of client(exchange).verifyEach([ZOE, ZOE, ZOE])) {
      expect(line.item).toBe(ZOE);
      break;
    }
    expect(exchange.requests).toHaveLength(2);
  });
});

describe('against the table of the simulator', () => {
  it('a codec over its business behaviour says OK, then KO', async () => {
    const table = createVerificationTable();
    const exchange = scriptedExchange(
      ...Array.from({ length: 2 }, () => async (request: Parameters<typeof bodyText>[0]) => {
        const xml = bodyText(request);
        const value = (local: string) => new RegExp(`<t:${local}>([^<]+)<`).exec(xml)?.[1] ?? '';
        return said(
          await table.verifyIns({
            matricule: value('M'),
            oid: value('O'),
            nomNaissance: value('N'),
            prenom: value('P'),
            sexe: 'F',
            dateNaissance: '1975-12-31',
          }),
        );
      }),
    );
    expect((await client(exchange).verifyIns(ZOE)).outcome).toBe('ok');
    expect((await client(exchange).verifyIns({ ...ZOE, nomNaissance: 'AUTRE' })).outcome).toBe('ko');
  });
});

function wordOf(line: VerifiedItem): string {
  return 'result' in line ? line.result.outcome : String((line.error as { code?: string }).code);
}
