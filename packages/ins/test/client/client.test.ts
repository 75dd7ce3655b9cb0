import { WireUnreachableError } from '@socle-sante/wire/http';
import { describe, expect, it, vi } from 'vitest';
import { createIdentity, type IdentityState, type TraitsLocaux } from '../../../core/src/index.js';
import type { InsiAuditEvent } from '../../src/client/audit.js';
import type { InsiClientOptions } from '../../src/client/options.js';
import type { InsiAttempt } from '../../src/client/results.js';
import { needsReverification } from '../../src/client/reverify.js';
import { createInsiClient, type InsiClient } from '../../src/client.js';
import { customInsiEnvironment } from '../../src/environments.js';
import {
  answer,
  bodyText,
  envelope,
  faultXml,
  fixedClock,
  movingClock,
  NOW,
  resultat00,
  resultatCr,
  SOFTWARE,
  scriptedExchange,
  seededRandom,
} from './support.js';

const found = answer(envelope(resultat00()));
const none = answer(envelope(resultatCr('01')));
const several = answer(envelope(resultatCr('02')));
const fault = (code: string, role = 'Receiver') => answer(faultXml({ code, role, subcode: 'siram_40' }), 500);
const ZOE = { nomNaissance: 'ADRUN', prenoms: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' } as const;

function clientOver(exchange: ReturnType<typeof scriptedExchange>, more: Partial<InsiClientOptions> = {}): InsiClient {
  return createInsiClient({
    environment: 'bas',
    authentication: { mode: 'certificate', trigger: 'user', emetteur: '10B0999999' },
    software: SOFTWARE,
    exchange,
    clock: fixedClock,
    random: seededRandom(),
    sleep: async () => undefined,
    ...more,
  });
}

const prenomsSent = (exchange: ReturnType<typeof scriptedExchange>) =>
  exchange.requests.map((request) => {
    const xml = bodyText(request);
    const place = /<rs:LieuNaissance>([^<]+)</.exec(xml)?.[1];
    return `${/<rs:Prenom>([^<]+)</.exec(xml)?.[1]}${place === undefined ? '' : ` @${place}`}`;
  });

describe('a search by traits', () => {
  it('gives the identity, what was sent, and the differences with the record', async () => {
    const exchange = scriptedExchange(found);
    const result = await clientOver(exchange, { reverifyAfterDays: 1 }).searchByTraits({
      traits: { ...ZOE, nomNaissance: 'Adrün', prenoms: 'Zoé' },
    });
    if (result.outcome !== 'found') throw new Error('found was expected');
    expect(result.identity.ins).toEqual({ matricule: '275126322074974', oid: '1.2.250.1.213.1.4.8' });
    expect(result.sent).toMatchObject({
      traits: { nomNaissance: 'ADRUN', prenoms: ['ZOE'] },
      changes: { nomNaissance: expect.arrayContaining([expect.objectContaining({ index: 3, from: 'ü', to: 'U' })]) },
    });
    const local: TraitsLocaux = {
      nomNaissance: 'ADRUN',
      listePrenoms: 'ZOE MARIE',
      premierPrenom: 'ZOE',
      sexe: 'F',
      dateNaissance: '1975-12-31',
      nomUtilise: 'MARTIN',
    };
    expect(result.diff(local).map(({ field, verdict }) => `${field} ${verdict}`)).toEqual([
      'nomNaissance same',
      'listePrenoms different',
      'premierPrenom same',
      'sexe same',
      'dateNaissance same',
      'lieuNaissance missing',
    ]);
    expect(result.reverifyAt).toBe('2026-03-03T09:15:00.000Z');
    expect(needsReverification(result.identity.at, 1, new Date('2026-03-03T09:14:59.999Z'))).toBe(false);
    expect(needsReverification(result.identity.at, 1, new Date('2026-03-03T09:15:00.000Z'))).toBe(true);
  });

  it('calls one candidate after the other, never two at once, with new identifiers', async () => {
    const exchange = scriptedExchange(none, none, none, none);
    const seen: string[] = [];
    const result = await clientOver(exchange).searchByTraits({
      traits: { ...ZOE, nomNaissance: 'HOUILLES', prenoms: 'PIERRE PAUL JACQUES', sexe: 'M' },
      onAttemptStart: ({ n, max, prenom }) => seen.push(`${n}/${max} ${prenom}…`),
      onAttempt: ({ n, max, prenom, cr }) => seen.push(`${n}/${max} ${prenom} ${cr}`),
    });
    expect(prenomsSent(exchange)).toEqual(['PIERRE', 'PAUL', 'JACQUES', 'PIERRE PAUL JACQUES']);
    expect(exchange.inFlight.max).toBe(1);
    expect(seen).toEqual([
      '1/4 PIERRE…',
      '1/4 PIERRE 01',
      '2/4 PAUL…',
      '2/4 PAUL 01',
      '3/4 JACQUES…',
      '3/4 JACQUES 01',
      '4/4 PIERRE PAUL JACQUES…',
      '4/4 PIERRE PAUL JACQUES 01',
    ]);
    expect(result).toMatchObject({ outcome: 'notFound', truncated: false });
    expect(result).not.toHaveProperty('hint');
    const ids = exchange.requests.flatMap((request) =>
      [...bodyText(request).matchAll(/<(?:wsa:MessageID|ctxbam:Id|ctxlps:Id)>([^<]+)</g)].map(([, id]) => id),
    );
    expect(new Set(ids).size).toBe(12);
    expect(result.attempts.map(({ messageId }) => messageId)).toEqual(ids.filter((id) => id?.startsWith('uuid:')));
  });

  it('stops on 02, joins the prénoms, then sends the place', async () => {
    const exchange = scriptedExchange(several, several, found);
    const result = await clientOver(exchange).searchByTraits({
      traits: { ...ZOE, prenoms: 'ZOE MARIE', lieuNaissance: '63220' },
    });
    expect(prenomsSent(exchange)).toEqual(['ZOE', 'ZOE MARIE', 'ZOE @63220']);
    expect(result.outcome).toBe('found');
  });

  it('leaves the place out when told so, and says what to add', async () => {
    const exchange = scriptedExchange(several);
    const result = await clientOver(exchange).searchByTraits({
      traits: { ...ZOE, lieuNaissance: '63220' },
      lieuNaissanceOn02: false,
    });
    expect(result).toMatchObject({ outcome: 'multiple', next: 'prenoms' });
    expect(prenomsSent(exchange)).toEqual(['ZOE']);
  });

  it('refuses before the network what cannot be sent, with the place of each character', async () => {
    const exchange = scriptedExchange();
    const search = clientOver(exchange).searchByTraits({
      traits: { ...ZOE, nomNaissance: 'ADR_UN', prenoms: 'ZO3', dateNaissance: '31/12/1975', lieuNaissance: 'X' },
    });
    await expect(search).rejects.toMatchObject({
      name: 'InsiInputError',
      code: 'insi.input.traits',
      origin: 'argument',
      findings: [
        expect.objectContaining({
          path: ['nomNaissance'],
          params: expect.objectContaining({ character: '_', index: 3 }),
        }),
        expect.objectContaining({
          path: ['prenoms', 0],
          params: expect.objectContaining({ character: '3', index: 2 }),
        }),
        expect.objectContaining({ path: ['dateNaissance'] }),
        expect.objectContaining({ path: ['lieuNaissance'] }),
      ],
    });
    expect(exchange.requests).toHaveLength(0);
  });

  it('CNDA 2.03: brings the typed traits to the profile', async () => {
    const exchange = scriptedExchange(none);
    await clientOver(exchange).searchByTraits({
      traits: { nomNaissance: 'D’ÆION', prenoms: 'CŒUR', sexe: 'M', dateNaissance: '1987-01-01' },
    });
    expect(bodyText(exchange.requests[0])).toContain(
      "<rs:NomNaissance>D'AEION</rs:NomNaissance><rs:Prenom>COEUR</rs:Prenom>",
    );
  });

  it.each(['douteuse', 'fictive'] as const)('is impossible for an identity that is %s', async (attribute) => {
    const exchange = scriptedExchange();
    const traits = {
      nomNaissance: 'ADRUN',
      listePrenoms: 'ZOE',
      premierPrenom: 'ZOE',
      sexe: 'F',
      dateNaissance: '1975-12-31',
    } as const;
    const state: IdentityState = { ...createIdentity(traits), attributes: [attribute] };
    await expect(clientOver(exchange).searchByTraits({ traits: ZOE, state })).rejects.toMatchObject({
      code: 'insi.input.blocked',
      userMessage: { fr: { title: `Appel INSi bloqué : identité ${attribute}` } },
    });
    await expect(clientOver(exchange).callOnce({ traits: { ...ZOE, prenom: 'ZOE' }, state })).rejects.toMatchObject({
      code: 'insi.input.blocked',
    });
    await expect(clientOver(exchange).searchByTraits({ traits: { ...ZOE, sexe: 'I' } })).rejects.toMatchObject({
      findings: [expect.objectContaining({ rule: 'insi.sexe.indetermine' })],
    });
    expect(exchange.requests).toHaveLength(0);
  });

  it('keeps to its bound', async () => {
    const exchange = scriptedExchange(none, none, none);
    const result = await clientOver(exchange).searchByTraits({ traits: { ...ZOE, prenoms: 'A B C D' }, maxCalls: 3 });
    expect(result).toMatchObject({ outcome: 'notFound', truncated: true });
    expect(exchange.requests).toHaveLength(3);
  });
});

describe('a cancelled search', () => {
  it('makes no call after the signal, between two calls', async () => {
    const stop = new AbortController();
    const exchange = scriptedExchange(none, none, none);
    const search = clientOver(exchange).searchByTraits({
      traits: { ...ZOE, prenoms: 'A B C' },
      signal: stop.signal,
      onAttempt: ({ n }) => {
        if (n === 2) stop.abort();
      },
    });
    await expect(search).rejects.toMatchObject({ name: 'InsiUnavailableError', code: 'aborted', retryable: false });
    expect(exchange.requests).toHaveLength(2);
  });

  it('ends the call under way', async () => {
    const stop = new AbortController();
    const exchange = scriptedExchange(async () => {
      stop.abort();
      throw new WireUnreachableError({ code: 'aborted' });
    });
    await expect(clientOver(exchange).searchByTraits({ traits: ZOE, signal: stop.signal })).rejects.toMatchObject({
      code: 'aborted',
      messageId: expect.stringMatching(/^uuid:/),
    });
  });

  it('makes no call at all when the signal was there before, and ends a wait', async () => {
    const exchange = scriptedExchange(fault('desir_1020'));
    await expect(
      clientOver(exchange).searchByTraits({ traits: ZOE, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'aborted' });
    expect(exchange.requests).toHaveLength(0);
    const stop = new AbortController();
    const waiting = createInsiClient({
      environment: 'bas',
      authentication: { mode: 'certificate', trigger: 'user', emetteur: '10B0999999' },
      software: SOFTWARE,
      exchange,
      retry: { delaysMs: [60_000] },
    }).searchByTraits({ traits: ZOE, signal: stop.signal, onAttempt: () => setTimeout(() => stop.abort(), 5) });
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('repetition', () => {
  const attemptsOf = async (client: InsiClient) => {
    const attempts: InsiAttempt[] = [];
    const outcome = await client.searchByTraits({ traits: ZOE, onAttempt: (attempt) => attempts.push(attempt) }).then(
      (result) => result.outcome,
      (error: { code: string }) => error.code,
    );
    return { outcome, attempts };
  };

  it.each([
    ['desir_1020', fault('desir_1020', 'Sender')],
    ['HTTP 503', answer('<html/>', 503)],
    ['HTTP 504', answer('', 504)],
    ['connection refused', new WireUnreachableError({ code: 'network.refused' })],
    ['DNS', new WireUnreachableError({ code: 'network.dns' })],
  ])('after %s, with new identifiers', async (_name, failure) => {
    const exchange = scriptedExchange(failure, failure, found);
    const waits: number[] = [];
    const { outcome, attempts } = await attemptsOf(
      clientOver(exchange, { sleep: async (ms) => void waits.push(ms), unknownInTestBase: 'error' }),
    );
    expect(outcome).toBe('found');
    expect(waits).toEqual([500, 2000]);
    expect(attempts.map(({ n, cr }) => [n, cr])).toEqual([
      [1, 'fault'],
      [2, 'fault'],
      [3, '00'],
    ]);
    expect(
      new Set(exchange.requests.map((request) => /<wsa:MessageID>([^<]+)/.exec(bodyText(request))?.[1])).size,
    ).toBe(3);
  });

  it.each([
    ['desir_550', fault('desir_550', 'Sender'), 'insi.config.refused'],
    ['an unknown Sender code', fault('sim_x', 'Sender'), 'insi.config.refused'],
    ['a time-out', new WireUnreachableError({ code: 'timeout' }), 'timeout'],
    ['a cut connection', new WireUnreachableError({ code: 'network.reset' }), 'network.reset'],
    ['an unknown authority', new WireUnreachableError({ code: 'tls.unknownAuthority' }), 'tls.unknownAuthority'],
    ['another host name', new WireUnreachableError({ code: 'tls.hostname' }), 'tls.hostname'],
    [
      'a refused certificate',
      new WireUnreachableError({ code: 'tls.clientCertificateRefused' }),
      'tls.clientCertificateRefused',
    ],
    ['a wrong key', answer(envelope(resultat00({ cle: '10' }))), 'insi.protocol.matriculeKey'],
    ['an answer too large', new WireUnreachableError({ code: 'response.tooLarge' }), 'insi.protocol.tooLarge'],
    ['HTTP 500', answer('<html/>', 500), 'insi.technical'],
    ['something else', new Error('boom'), 'insi.unavailable'],
  ])('never after %s', async (_name, failure, code) => {
    const exchange = scriptedExchange(failure);
    expect((await attemptsOf(clientOver(exchange))).outcome).toBe(code);
    expect(exchange.requests).toHaveLength(1);
  });

  it('counts against the bound, and can be switched off', async () => {
    const failure = answer('', 503);
    const bounded = scriptedExchange(none, failure, failure);
    await expect(
      clientOver(bounded).searchByTraits({ traits: { ...ZOE, prenoms: 'A B C' }, maxCalls: 3 }),
    ).rejects.toMatchObject({ code: 'insi.unavailable' });
    expect(bounded.requests).toHaveLength(3);
    const off = scriptedExchange(failure);
    expect((await attemptsOf(clientOver(off, { retry: false }))).attempts).toHaveLength(1);
  });

  it('waits as long as the service asks', async () => {
    const waits: number[] = [];
    const exchange = scriptedExchange(answer('', 503, { 'retry-after': '30' }), found);
    await attemptsOf(clientOver(exchange, { sleep: async (ms) => void waits.push(ms) }));
    expect(waits).toEqual([30_000]);
  });

  it('gives up at once when the service asks for more than half a minute, and says so', async () => {
    const waits: number[] = [];
    const exchange = scriptedExchange(answer('', 503, { 'retry-after': '86400' }), found);
    const search = clientOver(exchange, { sleep: async (ms) => void waits.push(ms) }).searchByTraits({ traits: ZOE });
    await expect(search).rejects.toMatchObject({ code: 'insi.unavailable', retryable: true, retryAfterMs: 86_400_000 });
    expect(waits).toEqual([]);
    expect(exchange.requests).toHaveLength(1);
  });

  it('repeats a technical error once, later, and only when asked', async () => {
    const failure = fault('insi_102');
    const production = { environment: 'production' as const };
    expect((await attemptsOf(clientOver(scriptedExchange(failure), production))).outcome).toBe('insi.technical');
    const waits: number[] = [];
    const exchange = scriptedExchange(failure, failure);
    const asked = {
      ...production,
      retry: { technicalOnceAfterMs: 9_000 },
      sleep: async (ms: number) => void waits.push(ms),
    };
    expect((await attemptsOf(clientOver(exchange, asked))).outcome).toBe('insi.technical');
    expect(waits).toEqual([9_000]);
    expect(exchange.requests).toHaveLength(2);
  });
});

describe('insi_102 outside production', () => {
  it('may only mean a person whom the test base does not hold: as 01, with a hint', async () => {
    const exchange = scriptedExchange(fault('insi_102'), fault('insi_102'), fault('insi_102'));
    const result = await clientOver(exchange).searchByTraits({ traits: { ...ZOE, prenoms: 'OLA CATARINA' } });
    expect(result).toMatchObject({ outcome: 'notFound', hint: 'sandbox' });
    expect(result.attempts.map(({ cr, code }) => `${cr} ${code}`)).toEqual(Array(3).fill('fault insi_102'));
  });

  it('is an error when asked, and always in production', async () => {
    for (const options of [{ unknownInTestBase: 'error' as const }, { environment: 'production' as const }]) {
      await expect(
        clientOver(scriptedExchange(fault('insi_102')), options).searchByTraits({ traits: ZOE }),
      ).rejects.toMatchObject({
        name: 'InsiTechnicalError',
        officialCode: 'insi_102',
        retryable: true,
        maybeUnknownInTestBase: !('environment' in options),
      });
    }
  });
});

describe('the trace of each call', () => {
  it('says who, when, what and which answer, and nothing of the person', async () => {
    const events: InsiAuditEvent[] = [];
    const exchange = scriptedExchange(none, fault('desir_550', 'Sender'));
    const client = clientOver(exchange, {
      onAudit: async (event) => {
        events.push(event);
      },
    });
    await client
      .searchByTraits({ traits: { ...ZOE, prenoms: 'OLA CATARINA' }, operator: 'u-12' })
      .catch(() => undefined);
    const shared = {
      kind: 'insi.call',
      at: NOW.toISOString(),
      operation: 'rechercherInsAvecTraitsIdentite',
      environment: 'bas',
      trigger: 'user',
      operator: 'u-12',
      durationMs: 0,
    };
    expect(events).toEqual([
      { ...shared, messageId: expect.stringMatching(/^uuid:/), code: '01', outcome: 'answered', httpStatus: 200 },
      { ...shared, messageId: expect.stringMatching(/^uuid:/), code: 'desir_550', outcome: 'failed', httpStatus: 500 },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/ADRUN|OLA|CATARINA|1975/);
  });

  it('is not given for a call that never left; a journal that fails makes the call fail', async () => {
    const onAudit = vi.fn(async () => {
      throw new Error('journal full');
    });
    const client = clientOver(scriptedExchange(found), { onAudit });
    await expect(client.searchByTraits({ traits: { ...ZOE, sexe: 'I' } })).rejects.toThrow();
    expect(onAudit).not.toHaveBeenCalled();
    await expect(client.searchByTraits({ traits: ZOE })).rejects.toThrow('journal full');
  });
});

describe('the observer of exchanges', () => {
  it('sees codes and sizes, no body', async () => {
    const events: unknown[] = [];
    await clientOver(scriptedExchange(found), { onExchange: (event) => events.push(event) }).searchByTraits({
      traits: ZOE,
    });
    expect(events).toEqual([
      expect.objectContaining({ operation: 'rechercherInsAvecTraitsIdentite', status: 200, outcome: 'answered' }),
    ]);
    expect(JSON.stringify(events)).not.toMatch(/ADRUN|275126322/);
  });
});

describe('the rate limiter', () => {
  it('lets a caller leave the queue at once, and gives its place to the next', async () => {
    const sleepers: (() => void)[] = [];
    const { clock, advance } = movingClock();
    const exchange = scriptedExchange(found, found, found);
    const limited = clientOver(exchange, {
      clock,
      sleep: () => new Promise((resolve) => sleepers.push(resolve)),
      rateLimit: { calls: 1, perMs: 60_000 },
    });
    await limited.searchByTraits({ traits: ZOE });
    const waiting = limited.searchByTraits({ traits: ZOE });
    const leave = new AbortController();
    const leaving = limited.searchByTraits({ traits: ZOE, signal: leave.signal });
    await vi.waitFor(() => expect(sleepers).toHaveLength(1), 10_000);
    leave.abort();
    // The one before is still held back.
    await expect(leaving).rejects.toMatchObject({ name: 'InsiUnavailableError', code: 'aborted' });
    const last = limited.searchByTraits({ traits: ZOE });
    advance(60_000);
    sleepers[0]?.();
    expect((await waiting).outcome).toBe('found');
    await vi.waitFor(() => expect(sleepers).toHaveLength(2), 10_000);
    advance(60_000);
    sleepers[1]?.();
    expect((await last).outcome).toBe('found');
    expect(exchange.requests).toHaveLength(3);
  });

  it('holds back before the card is asked for anything: what was checked must be sent at once', async () => {
    const order: string[] = [];
    const signer = {
      certificateDer: () => {
        order.push('card');
        throw new Error('CKR_TOKEN_NOT_PRESENT');
      },
      sign: () => new Uint8Array(),
    };
    const { clock, advance } = movingClock();
    const limited = clientOver(scriptedExchange(), {
      clock,
      sleep: async (ms) => {
        order.push('wait');
        advance(ms);
      },
      authentication: { mode: 'cps', signer, identifiantFacturation: '991000000' },
      rateLimit: { calls: 1, perMs: 60_000 },
    });
    for (const _ of [1, 2]) await limited.searchByTraits({ traits: ZOE }).catch(() => undefined);
    expect(order).toEqual(['card', 'wait', 'card']);
  });

  it('is off by default, holds calls back when asked, or refuses', async () => {
    const { clock, advance } = movingClock();
    const waits: number[] = [];
    const sleep = async (ms: number) => {
      waits.push(ms);
      advance(ms);
    };
    const limited = clientOver(scriptedExchange(none, none, none), {
      clock,
      sleep,
      rateLimit: { calls: 2, perMs: 1_000 },
    });
    await limited.searchByTraits({ traits: { ...ZOE, prenoms: 'A B' } });
    expect(waits).toEqual([1_000]);
    const strict = clientOver(scriptedExchange(none, none), {
      rateLimit: { calls: 1, perMs: 60_000, whenFull: 'refuse' },
    });
    await expect(strict.searchByTraits({ traits: { ...ZOE, prenoms: 'A B' } })).rejects.toMatchObject({
      code: 'insi.rateLimited',
      retryable: true,
      retryAfterMs: 60_000,
    });
    expect(() => clientOver(scriptedExchange(), { rateLimit: { calls: 0, perMs: 1 } })).toThrow(
      expect.objectContaining({ code: 'insi.input.options' }),
    );
  });
});

describe('the test OID', () => {
  const mapped = { testOidMapping: '1.2.250.1.213.1.4.10' } as const;

  it('replaces .8 in the result only, and leaves a NIA alone', async () => {
    const result = await clientOver(scriptedExchange(found), mapped).searchByTraits({ traits: ZOE });
    if (result.outcome !== 'found') throw new Error('found was expected');
    expect(result.identity.ins.oid).toBe('1.2.250.1.213.1.4.10');
    expect(result.identity.raw.insActif?.oid).toBe('1.2.250.1.213.1.4.8');
    expect(Object.isFrozen(result.identity.ins)).toBe(true);
    const nia = answer(envelope(resultat00({ num: '1090763220888', cle: '35', oid: '1.2.250.1.213.1.4.9' })));
    const other = await clientOver(scriptedExchange(nia), mapped).callOnce({ traits: { ...ZOE, prenom: 'ZOE' } });
    expect(other.answer).toMatchObject({ code: '00', identity: { ins: { oid: '1.2.250.1.213.1.4.9' } } });
  });

  it('is forbidden in production, even under another label', () => {
    const disguised = customInsiEnvironment('bas', { endpoints: { tlsm: 'https://services-ps-tlsm.ameli.fr/lps' } });
    for (const environment of ['production', disguised] as const) {
      expect(() => clientOver(scriptedExchange(), { ...mapped, environment })).toThrow(
        expect.objectContaining({ name: 'InsiConfigError', code: 'insi.config.testOid' }),
      );
    }
  });
});

describe('a production address', () => {
  it('stays production when it comes with the Pro Santé Connect mode', async () => {
    const authentication = {
      mode: 'psc',
      psId: '899900000001',
      identifiantFacturation: '991000000',
      endpoint: 'https://services-ps.ameli.fr/lps',
    } as const;
    const psc = { authentication, experimental: { psc: true } };
    expect(() => clientOver(scriptedExchange(), { ...psc, testOidMapping: '1.2.250.1.213.1.4.10' })).toThrow(
      expect.objectContaining({ code: 'insi.config.testOid' }),
    );
    const test = answer(envelope(resultat00({ oid: '1.2.250.1.213.1.4.10' })));
    const client = clientOver(scriptedExchange(test), psc);
    expect(client.production).toBe(true);
    await expect(client.searchByTraits({ traits: ZOE })).rejects.toMatchObject({ code: 'insi.protocol.oid' });
  });
});

describe('an address without TLS', () => {
  const open = (url: string) => () =>
    createInsiClient({
      environment: customInsiEnvironment('bas', { endpoints: { cpx: url } }),
      authentication: { mode: 'psc', psId: '899900000001', identifiantFacturation: '991000000' },
      experimental: { psc: true },
      software: SOFTWARE,
      tls: { ca: 'PEM' },
    });

  it('is refused, but for a relay on the same machine', () => {
    for (const url of ['http://relais.example/lps', 'http://10.0.0.1/lps', 'ftp://relais.example', 'lps']) {
      expect(open(url)).toThrow(expect.objectContaining({ code: 'insi.input.options', audience: 'vendor' }));
    }
    for (const url of ['http://127.0.0.1:8080/lps', 'http://localhost/lps', 'https://relais.example/lps']) {
      expect(open(url)).not.toThrow();
    }
  });
});

describe('options that cannot work', () => {
  const base: InsiClientOptions = {
    environment: 'bas',
    authentication: { mode: 'certificate', trigger: 'user', emetteur: '10B0999999' },
    software: SOFTWARE,
    exchange: scriptedExchange(),
  };
  it.each<[string, Partial<InsiClientOptions>, string]>([
    ['no authority and no transport', { exchange: undefined }, 'insi.input.options'],
    ['an environment that does not exist', { environment: 'prod' as never }, 'insi.input.options'],
    ['no identity', { authentication: { mode: 'certificate', trigger: 'user' } }, 'insi.input.options'],
    ['a software without IDAM', { software: { ...SOFTWARE, idam: '' } }, 'insi.config.software'],
    ['a version too long', { software: { ...SOFTWARE, version: '1'.repeat(60) } }, 'insi.config.software'],
    [
      'Pro Santé Connect without its flag',
      { authentication: { mode: 'psc', psId: '899900000001', identifiantFacturation: '991000000' } },
      'insi.experimental.psc',
    ],
  ])('%s', (_name, options, code) => {
    expect(() => createInsiClient({ ...base, ...options })).toThrow(expect.objectContaining({ code }));
  });
});

describe('what fails before the call', () => {
  it('is an error of this package too: a card taken out, a transport that cannot be opened', async () => {
    const exchange = scriptedExchange();
    const signer = {
      certificateDer: () => {
        throw new Error('CKR_TOKEN_NOT_PRESENT');
      },
      sign: () => new Uint8Array(),
    };
    const authentication = { mode: 'cps', signer, identifiantFacturation: '991000000' } as const;
    await expect(clientOver(exchange, { authentication }).searchByTraits({ traits: ZOE })).rejects.toMatchObject({
      name: 'InsiConfigError',
      code: 'insi.config.credentials',
      origin: 'argument',
    });
    const psc = { mode: 'psc', psId: '899900000001', identifiantFacturation: '991000000' } as const;
    const client = clientOver(exchange, {
      exchange: undefined,
      tls: { ca: 'not a certificate' },
      authentication: psc,
      experimental: { psc: true },
    });
    await expect(client.searchByTraits({ traits: ZOE })).rejects.toMatchObject({ name: 'InsiConfigError' });
    await expect(clientOver(exchange, { authentication }).preflight()).rejects.toMatchObject({
      name: 'InsiConfigError',
      code: 'insi.config.credentials',
    });
    expect(exchange.requests).toHaveLength(0);
  });

  it('is an input error for a caller in plain JavaScript who forgets everything', async () => {
    const client = clientOver(scriptedExchange());
    for (const traits of [
      undefined,
      {},
      { nomNaissance: 1, prenoms: [2, null], sexe: 'X', dateNaissance: new Date(0) },
    ]) {
      await expect(client.searchByTraits({ traits: traits as never })).rejects.toMatchObject({
        name: 'InsiInputError',
        code: 'insi.input.traits',
      });
    }
  });
});

describe('the experimental Pro Santé Connect mode', () => {
  it('sends its unsigned assertion and the headers of the caller, and has no search by card', async () => {
    const exchange = scriptedExchange(found);
    const client = clientOver(exchange, {
      experimental: { psc: true },
      authentication: {
        mode: 'psc',
        psId: '899900000001',
        identifiantFacturation: '991000000',
        endpoint: 'https://psc.invalid/lps',
        extraHttpHeaders: async () => ({ 'x-jeton': 'essai' }),
      },
    });
    expect((await client.searchByTraits({ traits: ZOE })).outcome).toBe('found');
    const [request] = exchange.requests;
    expect(request).toMatchObject({ url: 'https://psc.invalid/lps', headers: { 'x-jeton': 'essai' } });
    expect(bodyText(request)).toContain('<NameID NameQualifier="PSC">899900000001</NameID>');
    await expect(client.searchByVitale({ beneficiaryIndex: 1 })).rejects.toMatchObject({
      code: 'insi.unsupportedCombination',
    });
  });
});

describe('several structures behind one installation', () => {
  it('change the sender of each call', async () => {
    const exchange = scriptedExchange(found, found);
    const first = clientOver(exchange);
    const second = first.withAuthentication({ mode: 'certificate', trigger: 'automatic', emetteur: '10B0888888' });
    await first.searchByTraits({ traits: ZOE });
    await second.searchByTraits({ traits: ZOE });
    const senders = exchange.requests.map((request) =>
      [...bodyText(request).matchAll(/Emetteur>([^<]+)</g)].map(([, value]) => value),
    );
    expect(senders).toEqual([
      ['10B0999999', '10B0999999'],
      ['10B0888888', '10B0888888'],
    ]);
  });
});
