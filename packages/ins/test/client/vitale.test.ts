import type { TestPki } from '@socle-sante/sandbox/pki';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKeySigner } from '../../src/assertions/signer.js';
import type { InsiClientOptions } from '../../src/client/options.js';
import { createInsiClient } from '../../src/client.js';
import { INSI_ENVIRONMENTS } from '../../src/environments.js';
import { rechercherInsAvecCarteVitale } from '../../src/insi/operations.js';
import { normalizeVitaleSerial, type VitaleCard } from '../../src/vitale/card.js';
import { vitaleRequest } from '../../src/vitale/mapping.js';
import { createVitaleSession } from '../../src/vitale/session.js';
import { createSimulatedVitaleReader } from '../../src/vitale/simulated.js';
import { testPki } from '../pki.js';
import {
  answer,
  bodyText,
  envelope,
  faultXml,
  movingClock,
  resultat00,
  resultatCr,
  SOFTWARE,
  scriptedExchange,
} from './support.js';

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

/** Twins of the official test card 04, on invented positions. */
const FAMILY: VitaleCard = {
  serial: '99000004',
  type: 'V2',
  nature: 'T',
  grandRegime: '01',
  organisme: '349',
  codeCentre: '9881',
  assure: { num: '1671126221704', cle: '59' },
  beneficiaries: [
    { index: 1, prenom: 'ARTHUR', dateNaissance: '1967-11-14', rangNaissance: 1 },
    { index: 4, prenom: 'JUMEAUUN', dateNaissance: '1999-01-15', rangNaissance: 1 },
    { index: 5, prenom: 'JUMEAUDEUX', dateNaissance: '1999-01-15', rangNaissance: 2 },
  ],
};
const OTHER: VitaleCard = { ...FAMILY, serial: '99000003' };
const issuer = '899900000003';

describe('a card in a reader', () => {
  const open = () => {
    const { clock, advance } = movingClock();
    const reader = createSimulatedVitaleReader({ card: FAMILY });
    return { reader, advance, session: createVitaleSession({ reader, clock }) };
  };

  it('CNDA 1.02: an assertion serves for less than 20 minutes, then the card is read again', async () => {
    const { session, reader, advance } = open();
    const first = await session.present({ beneficiaryIndex: 4, issuer });
    advance(19 * 60_000);
    expect((await session.present({ beneficiaryIndex: 4, issuer })).assertion).toBe(first.assertion);
    advance(2 * 60_000);
    const later = await session.present({ beneficiaryIndex: 4, issuer });
    expect(later.assertion.id).not.toBe(first.assertion.id);
    expect(reader.readings).toBe(2);
  });

  it('CNDA 1.03: another card is noticed, and must be read again', async () => {
    const { session, reader } = open();
    const seen = await session.read();
    reader.insert(OTHER);
    await expect(session.present({ beneficiaryIndex: 4, issuer })).rejects.toMatchObject({
      name: 'InsiInputError',
      code: 'insi.vitale.swapped',
      userMessage: { fr: { action: 'Relisez la carte et choisissez de nouveau le bénéficiaire' } },
    });
    await expect(session.present({ beneficiaryIndex: 4, card: seen, issuer })).rejects.toMatchObject({
      code: 'insi.vitale.swapped',
    });
    reader.insert(FAMILY);
    await session.read();
    expect((await session.present({ beneficiaryIndex: 4, card: seen, issuer })).beneficiary.prenom).toBe('JUMEAUUN');
  });

  it('notices a card whose content changed under the same number', async () => {
    const { session, reader, advance } = open();
    const seen = await session.read();
    const updated = FAMILY.beneficiaries.map((person) =>
      person.index === 4 ? { ...person, rangNaissance: 2 } : person,
    );
    reader.insert({ ...FAMILY, beneficiaries: updated });
    advance(21 * 60_000);
    await expect(session.present({ beneficiaryIndex: 4, card: seen, issuer })).rejects.toMatchObject({
      code: 'insi.vitale.swapped',
    });
  });

  it('says when there is no card, when it cannot be read, when nobody has that index, when two have it', async () => {
    const { session, reader } = open();
    await session.read();
    reader.remove();
    await expect(session.present({ beneficiaryIndex: 4, issuer })).rejects.toMatchObject({
      code: 'insi.vitale.absent',
    });
    await expect(session.read()).rejects.toMatchObject({ code: 'insi.vitale.unreadable' });
    reader.insert(FAMILY);
    await expect(session.present({ beneficiaryIndex: 2, issuer })).rejects.toMatchObject({ code: 'insi.input.vitale' });
    const twice = FAMILY.beneficiaries.map((person) => ({ ...person, index: 4 }));
    reader.insert({ ...FAMILY, beneficiaries: twice });
    await session.read();
    await expect(session.present({ beneficiaryIndex: 4, issuer })).rejects.toMatchObject({ code: 'insi.input.vitale' });
  });

  it('notices a card that goes while it signs', async () => {
    const { clock } = movingClock();
    const inner = createSimulatedVitaleReader({ card: FAMILY });
    const reader = {
      ...inner,
      read: () => inner.read(),
      sign: async (digest: Uint8Array) => {
        const signature = await inner.sign?.(digest);
        inner.remove();
        return signature ?? { value: new Uint8Array(8) };
      },
    };
    await expect(createVitaleSession({ reader, clock }).present({ beneficiaryIndex: 4, issuer })).rejects.toMatchObject(
      { code: 'insi.vitale.absent' },
    );
  });

  it('makes one assertion per beneficiary and per professional', async () => {
    const { session } = open();
    const ids = [
      (await session.present({ beneficiaryIndex: 4, issuer })).assertion.id,
      (await session.present({ beneficiaryIndex: 5, issuer })).assertion.id,
      (await session.present({ beneficiaryIndex: 5, issuer: '899900000011' })).assertion.id,
    ];
    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    ['0000012345678', '000012345678'],
    ['12345678', '000012345678'],
    ['123456789012', '123456789012'],
    ['0', '000000000000'],
  ])('serial number %s', (given, expected) => {
    expect(normalizeVitaleSerial(given)).toBe(expected);
  });
});

describe('the fields of a card', () => {
  it('separate twins by their rank, and never give the NIR of the insured person as that of the patient', () => {
    const [, one, two] = FAMILY.beneficiaries;
    if (!one || !two) throw new Error('the family has three members');
    expect(vitaleRequest(FAMILY, two)).toEqual({
      body: {
        matriculeOD: { numIdentifiant: '1671126221704', cle: '59' },
        dateNaissance: '1999-01-15',
        rangNaissance: '2',
      },
      couverture: {
        grandRegime: '01',
        organisme: '349',
        codeCentre: '9881',
        assure: { num: '1671126221704', cle: '59' },
        beneficiaire: { dateNai: '1999-01-15', rang: 2 },
      },
    });
    expect(vitaleRequest(FAMILY, one).body).not.toEqual(vitaleRequest(FAMILY, two).body);
  });

  it('hold the certified NIR of the patient in its own place, Corsican letters in upper case', () => {
    const { body, couverture } = vitaleRequest(
      { ...FAMILY, assure: { num: '160012b020777', cle: '13' } },
      {
        index: 1,
        nomNaissance: 'ADRTROIS',
        dateNaissance: '1997-02-26',
        nirCertifie: { num: '297022a020778', cle: '78', dateCertification: '2020-01-31' },
        porteur: '0',
      },
    );
    expect(body).toMatchObject({
      matriculeIndividu: { numIdentifiant: '297022A020778', cle: '78' },
      matriculeOD: { numIdentifiant: '160012B020777' },
      nomNaissance: 'ADRTROIS',
    });
    expect(couverture.beneficiaire).toEqual({
      nir: { num: '297022A020778', cle: '78', dateCertification: '2020-01-31' },
      dateNai: '1997-02-26',
      porteur: '0',
    });
  });
});

describe('a search by carte Vitale', () => {
  const client = (exchange: ReturnType<typeof scriptedExchange>, more: Partial<InsiClientOptions> = {}) => {
    const { certPem, keyPem } = pki.identity('cps-sign');
    return createInsiClient({
      environment: 'bas',
      authentication: {
        mode: 'cps',
        signer: createKeySigner({ certificate: certPem, privateKeyPem: keyPem }),
        identifiantFacturation: '991000000',
      },
      software: SOFTWARE,
      exchange,
      vitaleReader: createSimulatedVitaleReader({ card: FAMILY }),
      sleep: async () => undefined,
      ...more,
    });
  };
  const found = () => answer(envelope(resultat00()));

  it('CNDA 1.01: sends the PS assertion, then that of the card, and one sender everywhere', async () => {
    const exchange = scriptedExchange(found());
    const result = await client(exchange).searchByVitale({ beneficiaryIndex: 5 });
    expect(result.outcome).toBe('found');
    const xml = bodyText(exchange.requests[0]);
    expect([...xml.matchAll(/NameQualifier="([A-Z]+)">(\d+)</g)].map(([, kind, id]) => [kind, id])).toEqual([
      ['CPS', '899900000003'],
      ['VITALE', '000099000004'],
    ]);
    expect([...xml.matchAll(/Emetteur>([^<]+)</g)].map(([, value]) => value)).toEqual(['899900000003', '899900000003']);
    expect(exchange.requests[0]?.url).toBe('https://qualiflps.services-ps.ameli.fr:443/lps');
    expect(xml).toContain('<rv:RangNaissance>2</rv:RangNaissance>');
  });

  it.each([
    ['01', { outcome: 'notFound' }],
    ['02', { outcome: 'multiple', next: 'prenoms' }],
  ])('CodeCR %s', async (code, expected) => {
    const exchange = scriptedExchange(answer(envelope(resultatCr(code))));
    expect(await client(exchange).searchByVitale({ beneficiaryIndex: 1 })).toMatchObject(expected);
  });

  it('shows the card first', async () => {
    const card = await client(scriptedExchange()).readVitale();
    expect(card.beneficiaries).toHaveLength(3);
  });

  it('needs a reader, and a professional’s card unless asked otherwise', async () => {
    const without = client(scriptedExchange(), { vitaleReader: undefined });
    await expect(without.searchByVitale({ beneficiaryIndex: 1 })).rejects.toMatchObject({
      code: 'insi.vitale.noReader',
    });
    const authentication = { mode: 'certificate', trigger: 'user', emetteur: '10B0999999' } as const;
    const exchange = scriptedExchange(found());
    await expect(client(exchange, { authentication }).searchByVitale({ beneficiaryIndex: 1 })).rejects.toMatchObject({
      name: 'InsiUnsupportedError',
      origin: 'unsupported',
      code: 'insi.unsupportedCombination',
    });
    expect(exchange.requests).toHaveLength(0);
    const experimental = { vitaleWithoutCard: true };
    const result = await client(exchange, { authentication, experimental }).searchByVitale({ beneficiaryIndex: 1 });
    expect(result.outcome).toBe('found');
    expect(bodyText(exchange.requests[0])).not.toContain('NameQualifier="CPS"');
  });

  it('sends nothing when the card was changed, or holds an impossible number', async () => {
    const exchange = scriptedExchange();
    const reader = createSimulatedVitaleReader({ card: FAMILY });
    const swapping = client(exchange, { vitaleReader: reader });
    const card = await swapping.readVitale();
    reader.insert(OTHER);
    await expect(swapping.searchByVitale({ beneficiaryIndex: 1, card })).rejects.toMatchObject({
      code: 'insi.vitale.swapped',
    });
    const broken = { ...FAMILY, assure: { num: '1671126221704', cle: '60' } };
    await expect(
      client(exchange, { vitaleReader: createSimulatedVitaleReader({ card: broken }) }).searchByVitale({
        beneficiaryIndex: 1,
      }),
    ).rejects.toMatchObject({
      code: 'insi.input.traits',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'insi.vitale.matricule' })]),
    });
    expect(exchange.requests).toHaveLength(0);
  });

  it('refuses a card without a holder before the call', async () => {
    const { certPem, keyPem } = pki.identity('cpe-non-nominative');
    const exchange = scriptedExchange();
    const signer = createKeySigner({ certificate: certPem, privateKeyPem: keyPem });
    const authentication = { mode: 'cps', signer, identifiantFacturation: '991000000' } as const;
    const refused = client(exchange, { authentication });
    await expect(refused.searchByVitale({ beneficiaryIndex: 1 })).rejects.toMatchObject({
      code: 'insi.config.nonNominativeCard',
    });
    expect((await refused.preflight()).map(({ rule }) => rule)).toContain('insi.carte.nonNominative');
    expect(exchange.requests).toHaveLength(0);
  });

  it('hides the persons of the card from what the service says', async () => {
    const reason = 'Bénéficiaire JUMEAUDEUX né le 1999-01-15, assuré 1671126221704 59';
    const exchange = scriptedExchange(answer(faultXml({ reason, detail: reason }), 500));
    const error: unknown = await client(exchange)
      .searchByVitale({ beneficiaryIndex: 5 })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ officialCode: 'desir_550' });
    expect(JSON.stringify(error) + JSON.stringify((error as { fault?: unknown }).fault)).not.toMatch(
      /JUMEAUDEUX|1999-01-15|1671126221704/,
    );
  });

  it('repeats with a new MessageID after an unavailability', async () => {
    const exchange = scriptedExchange(answer('', 503), found());
    expect((await client(exchange).searchByVitale({ beneficiaryIndex: 1 })).outcome).toBe('found');
    const ids = exchange.requests.map((request) => /<wsa:MessageID>([^<]+)/.exec(bodyText(request))?.[1]);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('a reading given up by the user', () => {
  const signals = () => {
    const leave = new AbortController();
    const reader = {
      // A reader that listens to its signal, as the interface asks.
      read: (signal?: AbortSignal) =>
        new Promise<VitaleCard>((_, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('left', 'AbortError')));
          queueMicrotask(() => leave.abort());
        }),
      state: async () => 'same' as const,
    };
    const card = pki.identity('cps-sign');
    const signer = createKeySigner({ certificate: card.certPem, privateKeyPem: card.keyPem });
    const client = createInsiClient({
      environment: { ...INSI_ENVIRONMENTS.bas, cardCertificateIssuers: [] },
      authentication: { mode: 'cps', signer, identifiantFacturation: '991000000' },
      software: SOFTWARE,
      exchange: scriptedExchange(),
      vitaleReader: reader,
    });
    return { client, signal: leave.signal };
  };

  it('is a cancellation, not an unreadable card', async () => {
    const reading = signals();
    await expect(reading.client.readVitale({ signal: reading.signal })).rejects.toMatchObject({ code: 'aborted' });
    const search = signals();
    await expect(search.client.searchByVitale({ beneficiaryIndex: 1, signal: search.signal })).rejects.toMatchObject({
      name: 'InsiUnavailableError',
      code: 'aborted',
    });
  });
});

describe('a card that keeps everybody waiting', () => {
  it('does not keep the one who gives up: neither a PIN, nor a reader deaf to its signal', async () => {
    const never = new Promise<never>(() => undefined);
    const card = pki.identity('cps-sign');
    const good = createKeySigner({ certificate: card.certPem, privateKeyPem: card.keyPem });
    const client = (signer: typeof good) =>
      createInsiClient({
        environment: { ...INSI_ENVIRONMENTS.bas, cardCertificateIssuers: [] },
        authentication: { mode: 'cps', signer, identifiantFacturation: '991000000' },
        software: SOFTWARE,
        exchange: scriptedExchange(),
        vitaleReader: { read: () => never, state: async () => 'same' as const },
      });
    const gone = () => AbortSignal.timeout(20);
    const traits = { nomNaissance: 'ADRUN', prenoms: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' } as const;
    const pin = client({ certificateDer: () => good.certificateDer(), sign: () => never });
    const expected = { name: 'InsiUnavailableError', code: 'aborted' };
    await expect(pin.searchByTraits({ traits, signal: gone() })).rejects.toMatchObject(expected);
    await expect(client(good).readVitale({ signal: gone() })).rejects.toMatchObject(expected);
    await expect(client(good).searchByVitale({ beneficiaryIndex: 1, signal: gone() })).rejects.toMatchObject(expected);
  });
});

describe('a matricule as the schema wants it', () => {
  it('is asked for before the request is written: no space, no small letter', () => {
    const rules = (numIdentifiant: string, cle: string) =>
      rechercherInsAvecCarteVitale.validate({ matriculeOD: { numIdentifiant, cle } }).map(({ rule }) => rule);
    expect(rules('1671126221704', '59')).toEqual([]);
    expect(rules('297022A020778', '78')).toEqual([]);
    for (const [num, cle] of [
      ['1 67 11 26 221 704', '59'],
      ['297022a020778', '78'],
      ['1671126221704', ' 59'],
      ['167112622170', '459'],
    ] as const) {
      expect(rules(num, cle)).toEqual(['insi.vitale.matricule']);
    }
  });
});

describe('the identity found by card', () => {
  const search = async (tiq: Record<string, string>) => {
    const card = pki.identity('cps-sign');
    const client = createInsiClient({
      environment: { ...INSI_ENVIRONMENTS.bas, cardCertificateIssuers: [] },
      authentication: {
        mode: 'cps',
        signer: createKeySigner({ certificate: card.certPem, privateKeyPem: card.keyPem }),
        identifiantFacturation: '991000000',
      },
      software: SOFTWARE,
      exchange: scriptedExchange(answer(envelope(resultat00({ num: '1990134172021', cle: '74', tiq })))),
      vitaleReader: createSimulatedVitaleReader({ card: FAMILY }),
    });
    const result = await client.searchByVitale({ beneficiaryIndex: 4 });
    if (result.outcome !== 'found') throw new Error('found was expected');
    return result.identity.findings.filter(({ rule }) => rule === 'insi.ecart').map(({ path }) => path);
  };
  const twin = { NomNaissance: 'INSFAMILLEQUATRE', ListePrenom: 'JUMEAUUN', Sexe: 'M', DateNaissance: '1999-01-15' };

  it('is compared with the card: another date of birth is told', async () => {
    expect(await search(twin)).toEqual([]);
    expect(await search({ ...twin, DateNaissance: '1967-11-14' })).toEqual([['traits', 'dateNaissance']]);
  });
});
