import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSocleError } from '../../../core/src/index.js';
import { decodeInsiAnswer, type InsiAnswer } from '../../src/insi/answer.js';
import { InsiConfigError, InsiProtocolError, InsiTechnicalError, InsiUnavailableError } from '../../src/insi/errors.js';
import { NS } from '../../src/insi/namespaces.js';
import { answer, envelope, faultXml, NOW, resultat00, resultatCr } from './support.js';

const CONTEXT = { messageId: 'uuid:7c0e3c52-6a0e-4a6b-9a55-2d5f3a1f9b10', production: true, at: NOW, prenom: 'ZOE' };
const decode = (xml: string | Uint8Array, status = 200, headers = {}) =>
  decodeInsiAnswer(answer(xml, status, headers), CONTEXT);

function found(xml: string): Extract<InsiAnswer, { code: '00' }>['identity'] {
  const decoded = decode(xml);
  if (decoded.code !== '00') throw new Error('an identity was expected');
  return decoded.identity;
}

function refusal(run: () => unknown): { name: string; code: string; [key: string]: unknown } {
  try {
    run();
  } catch (error) {
    if (isSocleError(error)) return error as never;
    throw error;
  }
  throw new Error('an error was expected');
}

const SOAP = 'http://www.w3.org/2003/05/soap-envelope';
const PERSON = `<CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR><INDIVIDU><INSACTIF><IdIndividu><NumIdentifiant>2751263220749</NumIdentifiant><Cle>74</Cle></IdIndividu><OID>1.2.250.1.213.1.4.8</OID></INSACTIF><TIQ><NomNaissance>ADRUN</NomNaissance><ListePrenom>ZOE</ListePrenom><Sexe>F</Sexe><DateNaissance>1975-12-31</DateNaissance><LieuNaissance>63220</LieuNaissance></TIQ></INDIVIDU>`;
const prefixed = (prefix: string) => PERSON.replace(/<(\/?)/g, `<$1${prefix}:`);

describe('an identity is read whatever the prefixes', () => {
  it.each([
    [
      'soap envelope, S body, default namespace',
      `<soap:Envelope xmlns:soap="${SOAP}"><S:Body xmlns:S="${SOAP}"><RESULTAT xmlns="${NS.res}">${PERSON}</RESULTAT></S:Body></soap:Envelope>`,
    ],
    [
      'soap envelope, env body, unused prefixes',
      `<soap:Envelope xmlns:soap="${SOAP}"><env:Body xmlns:env="${SOAP}" xmlns:S="${SOAP}"><RESULTAT xmlns="${NS.res}" xmlns:ns0="${NS.rv}" xmlns:ns1="${NS.rs}">${PERSON}</RESULTAT></env:Body></soap:Envelope>`,
    ],
    [
      'default namespace of the request, ns2 = result',
      `<soap:Envelope xmlns:soap="${SOAP}"><env:Body xmlns:env="${SOAP}"><ns2:RESULTAT xmlns:ns2="${NS.res}" xmlns="${NS.rs}">${prefixed('ns2')}</ns2:RESULTAT></env:Body></soap:Envelope>`,
    ],
    [
      'everything in the default namespace of its own level',
      `<Envelope xmlns="${SOAP}"><Header/><Body><r:RESULTAT xmlns:r="${NS.res}">${prefixed('r')}</r:RESULTAT></Body></Envelope>`,
    ],
  ])('%s', (_name, xml) => {
    expect(found(xml)).toMatchObject({
      ins: { matricule: '275126322074974', oid: '1.2.250.1.213.1.4.8' },
      traits: {
        nomNaissance: 'ADRUN',
        listePrenoms: 'ZOE',
        premierPrenom: 'ZOE',
        ambiguous: false,
        sexe: 'F',
        dateNaissance: { raw: '1975-12-31' },
        lieuNaissance: '63220',
      },
      messageId: CONTEXT.messageId,
      at: NOW.toISOString(),
    });
  });

  it('and never by local name alone', () => {
    expect(refusal(() => decode(envelope(`<RESULTAT xmlns="${NS.rs}">${PERSON}</RESULTAT>`)))).toMatchObject({
      name: 'InsiProtocolError',
      code: 'insi.protocol.unexpectedBody',
    });
  });
});

describe('histories', () => {
  const histo = (num: string, cle: string, dates = '') =>
    `<INSHISTO><IdIndividu><NumIdentifiant>${num}</NumIdentifiant><Cle>${cle}</Cle></IdIndividu><OID>1.2.250.1.213.1.4.8</OID>${dates}</INSHISTO>`;

  it.each([0, 1, 3])('%i entries', (count) => {
    const identity = found(envelope(resultat00({ histo: histo('2090763220834', '39').repeat(count) })));
    expect(identity.history.map(({ matricule }) => matricule)).toEqual(Array(count).fill('209076322083439'));
  });

  it('keeps a beginning later than the end, and says it', () => {
    const dates = '<DateDeb>2019-03-01</DateDeb><DateFin>2019-02-28</DateFin>';
    const [entry] = found(envelope(resultat00({ histo: histo('2090763220834', '39', dates) }))).history;
    expect(entry).toMatchObject({ dateDebut: '2019-03-01', dateFin: '2019-02-28' });
    expect(entry?.findings.map(({ rule }) => rule)).toEqual(['insi.histo.dates']);
  });

  it('reads children out of order', () => {
    const disordered = `<INSHISTO><DateDeb>2019-03-01</DateDeb><OID>1.2.250.1.213.1.4.8</OID><IdIndividu><Cle>39</Cle><NumIdentifiant>2090763220834</NumIdentifiant></IdIndividu></INSHISTO>`;
    expect(found(envelope(resultat00({ histo: disordered }))).history[0]).toMatchObject({
      matricule: '209076322083439',
      dateDebut: '2019-03-01',
    });
  });

  it('notes the active matricule when it is repeated, and a wrong key without losing the identity', () => {
    const identity = found(
      envelope(resultat00({ histo: histo('2751263220749', '74') + histo('2810363220456', '10') })),
    );
    expect(identity.history[0]?.findings[0]?.rule).toBe('insi.histo.actif');
    expect(identity.history[1]?.findings[0]).toMatchObject({ rule: 'ins.matricule.key', severity: 'error' });
    expect(identity.findings).toContainEqual(
      expect.objectContaining({ rule: 'ins.matricule.key', severity: 'warning', path: ['history', 1, 'matricule'] }),
    );
  });
});

describe('meaning is judged strictly', () => {
  it('computes an absent key and says it', () => {
    const identity = found(envelope(resultat00({ cle: undefined })));
    expect(identity.ins.matricule).toBe('275126322074974');
    expect(identity.findings.map(({ rule }) => rule)).toContain('insi.cle.absente');
  });

  it.each<[string, string, string]>([
    ['a wrong key', resultat00({ num: '1810363220456', cle: '60' }), 'insi.protocol.matriculeKey'],
    ['a key that is no key', resultat00({ cle: 'ZZ' }), 'insi.protocol.matriculeKey'],
    ['a matricule of another form', resultat00({ num: '27512632207', cle: '74' }), 'insi.protocol.matricule'],
    ['an unknown OID', resultat00({ oid: '1.2.250.1.213.1.4.2' }), 'insi.protocol.oid'],
    ['an OID that is absent', resultat00({ oid: '' }), 'insi.protocol.oid'],
    ['a test OID in production', resultat00({ oid: '1.2.250.1.213.1.4.10' }), 'insi.protocol.oid'],
    ['two identities', resultat00().replace(/(<INDIVIDU>.*<\/INDIVIDU>)/, '$1$1'), 'insi.protocol.unexpectedBody'],
    ['two matricules', resultat00().replace(/(<INSACTIF>.*<\/INSACTIF>)/, '$1$1'), 'insi.protocol.unexpectedBody'],
    ['two codes', resultatCr('00').replace('<CodeCR>', '<CodeCR>01</CodeCR><CodeCR>'), 'insi.protocol.unexpectedBody'],
    [
      'two birth names',
      resultat00().replace('<NomNaissance>', '<NomNaissance>AUTRE</NomNaissance><NomNaissance>'),
      'insi.protocol.unexpectedBody',
    ],
    ['00 without INDIVIDU', resultatCr('00', 'OK'), 'insi.protocol.missingIndividual'],
    ['an unknown CodeCR', resultatCr('99'), 'insi.protocol.unknownCode'],
    ['an absent CR', `<RESULTAT xmlns="${NS.res}"/>`, 'insi.protocol.unknownCode'],
    [
      'a sex that is neither F nor M',
      resultat00({ tiq: { NomNaissance: 'ADRUN', Sexe: 'I', DateNaissance: '1975-12-31' } }),
      'insi.protocol.traits',
    ],
    [
      'no birth name',
      resultat00({ tiq: { ListePrenom: 'ZOE', Sexe: 'F', DateNaissance: '1975-12-31' } }),
      'insi.protocol.traits',
    ],
    [
      'a date of another form',
      resultat00({ tiq: { NomNaissance: 'ADRUN', Sexe: 'F', DateNaissance: '31/12/1975' } }),
      'insi.protocol.traits',
    ],
    ['another element in the Body', `<ns:AUTRE xmlns:ns="urn:x"/>`, 'insi.protocol.unexpectedBody'],
  ])('%s is refused', (_name, body, code) => {
    expect(refusal(() => decode(envelope(body)))).toMatchObject({
      name: 'InsiProtocolError',
      origin: 'answer',
      code,
      retryable: false,
      messageId: CONTEXT.messageId,
      httpStatus: 200,
    });
  });

  it('tells the screen not to use a matricule whose key is wrong', () => {
    const error = refusal(() => decode(envelope(resultat00({ num: '1810363220456', cle: '60' }))));
    expect(error['userMessage']).toMatchObject({ fr: { action: expect.stringContaining('identitovigilance') } });
    expect(JSON.stringify(error)).not.toContain('1810363220456');
  });

  it.each([
    ['absent', {}, '', 'ZOE'],
    ['empty', { ListePrenom: '' }, '', 'ZOE'],
    ['absent with Prenom', { Prenom: 'ZOE' }, '', 'ZOE'],
  ])('a list of prénoms that is %s', (_name, names, liste, premier) => {
    const tiq = { NomNaissance: 'ADRUN', ...names, Sexe: 'F', DateNaissance: '1975-12-31' } as Record<string, string>;
    const identity = found(envelope(resultat00({ tiq })));
    expect(identity.traits).toMatchObject({ listePrenoms: liste, premierPrenom: premier, ambiguous: true });
    expect(identity.findings.map(({ rule }) => rule)).toContain('insi.liste.absente');
  });

  it('alerts when the prénom that was asked is not the first of the list', () => {
    const tiq = { NomNaissance: 'TCHITCHI', ListePrenom: 'CATARINA BELLA', Sexe: 'F', DateNaissance: '1936-06-21' };
    const xml = envelope(resultat00({ num: '2360663220836', cle: '56', tiq }));
    const coherent = decodeInsiAnswer(answer(xml), { ...CONTEXT, prenom: 'CATARINA' });
    expect(coherent).toMatchObject({ identity: { traits: { premierPrenom: 'CATARINA', ambiguous: false } } });
    const odd = decodeInsiAnswer(answer(xml), { ...CONTEXT, prenom: 'BELLA' });
    expect(odd).toMatchObject({ identity: { traits: { premierPrenom: 'CATARINA', ambiguous: true } } });
    expect(odd.code === '00' && odd.identity.findings.map(({ rule }) => rule)).toContain(
      'insi.premierPrenom.incoherent',
    );
  });

  it('points out a name, a sex or a date that is not the one that was asked', () => {
    const asked = { nomNaissance: 'AUTRE', sexe: 'M', dateNaissance: '1975-12-30' } as const;
    const decoded = decodeInsiAnswer(answer(envelope(resultat00())), { ...CONTEXT, asked });
    expect(decoded.code === '00' && decoded.identity.findings).toEqual(
      ['nomNaissance', 'sexe', 'dateNaissance'].map((field) =>
        expect.objectContaining({ rule: 'insi.ecart', severity: 'warning', path: ['traits', field] }),
      ),
    );
    const same = { nomNaissance: 'ADRUN', sexe: 'F', dateNaissance: '1975-12-31' } as const;
    const equal = decodeInsiAnswer(answer(envelope(resultat00())), { ...CONTEXT, asked: same });
    expect(equal.code === '00' && equal.identity.findings).toEqual([]);
  });

  it('keeps a date that no calendar has', () => {
    const tiq = { NomNaissance: 'ADRUN', ListePrenom: 'ZOE', Sexe: 'F', DateNaissance: '2009-00-00' };
    expect(found(envelope(resultat00({ tiq }))).traits.dateNaissance).toMatchObject({
      raw: '2009-00-00',
      isCalendarDate: false,
    });
  });

  it('gives an identity that nobody can alter', () => {
    const identity = found(envelope(resultat00()));
    const write = (target: object, key: string) => Reflect.set(target, key, 'x');
    expect([
      write(identity, 'at'),
      write(identity.ins, 'oid'),
      write(identity.traits, 'nomNaissance'),
      write(identity.traits.dateNaissance, 'raw'),
      write(identity.raw, 'codeCR'),
      write(identity.raw.tiq ?? {}, 'nomNaissance'),
    ]).toEqual([false, false, false, false, false, false]);
    expect(identity.raw).toEqual({
      codeCR: '00',
      libelleCR: 'OK',
      insActif: { numIdentifiant: '2751263220749', cle: '74', oid: '1.2.250.1.213.1.4.8' },
      insHisto: [],
      tiq: {
        nomNaissance: 'ADRUN',
        listePrenom: 'ZOE',
        sexe: 'F',
        dateNaissance: '1975-12-31',
        lieuNaissance: '63220',
      },
    });
  });
});

describe('faults', () => {
  it.each([
    ['S', 'en', 'fatal', undefined],
    ['soap', 'fr', 'fatale', 'uuid:1'],
    ['env', 'fr-FR', 'erreur', 'uuid:1'],
    ['SOAP-ENV', 'de', 'autre', undefined],
  ])('prefix %s, language %s, severity %s', (prefix, lang, severite, messageID) => {
    const fault = { prefix, lang, severite, role: 'Receiver', subcode: 'siram_40', code: 'insi_102' };
    const error = refusal(() => decode(faultXml(messageID === undefined ? fault : { ...fault, messageID }), 500));
    expect(error).toMatchObject({
      name: 'InsiTechnicalError',
      code: 'insi.technical',
      officialCode: 'insi_102',
      retryable: true,
      httpStatus: 500,
      messageId: CONTEXT.messageId,
      fault: {
        role: 'Receiver',
        siram: 'siram_40',
        code: 'insi_102',
        severity: severite,
        reason: 'phrase du service',
        detail: 'phrase technique',
      },
    });
  });

  it.each([
    ['desir_550', 'Sender', InsiConfigError, false, 'vendor'],
    ['DESIR_550', 'Sender', InsiConfigError, false, 'vendor'],
    ['DESIR_560', 'Sender', InsiConfigError, false, 'admin'],
    ['desir_1020', 'Sender', InsiUnavailableError, true, 'user'],
    ['insi_102', 'Receiver', InsiTechnicalError, true, 'user'],
    ['sim_lexical', 'Sender', InsiConfigError, false, 'vendor'],
    ['autre_1', 'Receiver', InsiTechnicalError, true, 'user'],
    ['autre_1', 'Inconnu', InsiProtocolError, false, 'vendor'],
  ] as const)('%s from %s', (code, role, type, retryable, audience) => {
    const error = refusal(() => decode(faultXml({ code, role, subcode: 'siram_1' }), 500));
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ officialCode: code, retryable, audience });
  });

  it('hides from every sentence what was sent, and every matricule', () => {
    const reason = 'La personne ADRUN zoe née le 1975-12-31 (2751263220749 74) est inconnue';
    const error = refusal(() =>
      decodeInsiAnswer(answer(faultXml({ reason, detail: reason }), 500), {
        ...CONTEXT,
        sensitive: ['ADRUN', 'ZOE', '1975-12-31'],
      }),
    );
    const shown = JSON.stringify({ ...error, message: error['message'], fault: error['fault'] });
    for (const secret of ['ADRUN', 'zoe', '1975-12-31', '2751263220749']) expect(shown).not.toContain(secret);
    expect(shown).toContain('La personne');
  });

  it('hides them in every spelling of a date, at the edge of a long sentence, and in every part of the fault', () => {
    const context = { ...CONTEXT, sensitive: ['ADRUN', '1975-12-31'] };
    const filler = 'x'.repeat(489);
    for (const secret of ['31/12/1975', '31-12-1975', '19751231', 'adrun']) {
      const fault = { reason: `né le ${secret}`, role: secret, subcode: secret, code: secret, detail: secret };
      const error = refusal(() => decodeInsiAnswer(answer(faultXml(fault), 500), context));
      expect(JSON.stringify([error, error['message'], error['userMessage']])).not.toContain(secret);
    }
    // Cut at 500 characters, a matricule would no longer look like one.
    const cut = refusal(() =>
      decodeInsiAnswer(answer(faultXml({ reason: `${filler} 275126322074974` }), 500), context),
    );
    expect(JSON.stringify(cut['fault'])).not.toContain('2751263');
    // The label of an unknown CodeCR is quoted too; a search by card gives names as the card spells them.
    const label = refusal(() =>
      decodeInsiAnswer(answer(envelope(resultatCr('99', 'Personne Adrun inconnue'))), {
        ...CONTEXT,
        sensitive: ['Adrun'],
      }),
    );
    expect(label['message']).toContain('Personne');
    expect(label['message']).not.toContain('Adrun');
  });

  it('takes any insi_ code for a failed card search, since the real one was never published', () => {
    const error = refusal(() =>
      decodeInsiAnswer(answer(faultXml({ role: 'Receiver', code: 'insi_103' }), 500), {
        ...CONTEXT,
        operation: 'rechercherInsAvecCarteVitale',
      }),
    );
    expect(error['userMessage']).toMatchObject({ fr: { action: 'Utilisez la recherche par traits' } });
  });

  it('is a fault even with HTTP 200', () => {
    expect(refusal(() => decode(faultXml(), 200))).toMatchObject({ code: 'insi.config.refused' });
  });
});

describe('answers that are no SOAP', () => {
  const html = '<html><body><h1>503 Service Unavailable</h1></body></html>';
  it.each<[string, string | Uint8Array, number, Record<string, string>, string, string]>([
    [
      'HTML 503',
      html,
      503,
      { 'content-type': 'text/html', 'retry-after': '30' },
      'InsiUnavailableError',
      'insi.unavailable',
    ],
    ['HTML 502 without type', html, 502, {}, 'InsiUnavailableError', 'insi.unavailable'],
    ['empty 504', '', 504, {}, 'InsiUnavailableError', 'insi.unavailable'],
    ['HTML 200', html, 200, { 'content-type': 'text/html' }, 'InsiProtocolError', 'insi.protocol.notSoap'],
    ['empty 200', '', 200, {}, 'InsiProtocolError', 'insi.protocol.notSoap'],
    ['JSON 200', '{"error":1}', 200, {}, 'InsiProtocolError', 'insi.protocol.notSoap'],
    ['HTML 500', html, 500, {}, 'InsiTechnicalError', 'insi.technical'],
    ['403', html, 403, {}, 'InsiConfigError', 'insi.config.http'],
    ['302', '', 302, { location: '/login' }, 'InsiConfigError', 'insi.config.http'],
    ['an identity under HTTP 500', envelope(resultat00()), 500, {}, 'InsiTechnicalError', 'insi.technical'],
    ['truncated', envelope(resultat00()).slice(0, 300), 200, {}, 'InsiProtocolError', 'insi.protocol.xml'],
    [
      'SOAP 1.1',
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/></e:Envelope>',
      200,
      {},
      'InsiProtocolError',
      'insi.protocol.notSoap',
    ],
    [
      'a DTD and an external entity',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${envelope(resultat00()).slice(38).replace('ADRUN', '&e;')}`,
      200,
      {},
      'InsiProtocolError',
      'insi.protocol.doctype',
    ],
    ['10 MB', envelope(`<a>${'x'.repeat(10_000_000)}</a>`), 200, {}, 'InsiProtocolError', 'insi.protocol.tooLarge'],
    ['depth', envelope('<a>'.repeat(500) + '</a>'.repeat(500)), 200, {}, 'InsiProtocolError', 'insi.protocol.tooLarge'],
  ])('%s', (_name, body, status, headers, name, code) => {
    const started = performance.now();
    const error = refusal(() => decode(body, status, headers));
    expect(performance.now() - started).toBeLessThan(16_000);
    expect(error).toMatchObject({ name, code, httpStatus: status, messageId: CONTEXT.messageId });
    if (headers['retry-after']) expect(error['retryAfterMs']).toBe(30_000);
  });
});

describe('any mutation of an answer', () => {
  const original = envelope(resultat00());
  const sources = [original, envelope(resultatCr('01')), envelope(resultatCr('02')), faultXml()];
  const mutation = fc.record({
    source: fc.constantFrom(...sources),
    status: fc.constantFrom(200, 500, 503, 404, 302),
    edits: fc.array(
      fc.record({
        at: fc.nat({ max: 900 }),
        cut: fc.nat({ max: 30 }),
        insert: fc.oneof(
          fc.constantFrom(
            '<',
            '>',
            '&',
            '"',
            "'",
            ']]>',
            '<!--',
            '<!DOCTYPE x>',
            '&#0;',
            '\u0000',
            '<a>',
            '</TIQ>',
            'xmlns=""',
            '00',
            '99',
          ),
          fc.string({ maxLength: 8, unit: 'binary' }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });

  it('gives a typed error or an answer whose identity is sound, and nothing else', () => {
    fc.assert(
      fc.property(mutation, ({ source, status, edits }) => {
        let xml = source;
        for (const { at, cut, insert } of edits) {
          const place = at % xml.length;
          xml = xml.slice(0, place) + insert + xml.slice(place + cut);
        }
        let decoded: InsiAnswer;
        try {
          decoded = decode(xml, status);
        } catch (error) {
          if (!isSocleError(error)) throw error;
          return error.service === 'insi' && !JSON.stringify(error).includes('2751263220749');
        }
        if (decoded.code !== '00') return true;
        const { ins, traits } = decoded.identity;
        return (
          /^[0-9]{5}(?:[0-9]{2}|2[AB])[0-9]{8}$/.test(ins.matricule) &&
          /^1\.2\.250\.1\.213\.1\.4\.[89]$/.test(ins.oid) &&
          traits.nomNaissance !== '' &&
          /^[FM]$/.test(traits.sexe)
        );
      }),
      { numRuns: 3_000 },
    );
  });
});
