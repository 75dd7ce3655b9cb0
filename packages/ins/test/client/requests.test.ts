import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.js';
import { itWithTool } from '../../../tooling/src/with-tool.js';
import { InsiInputError } from '../../src/insi/errors.js';
import { rechercherInsAvecCarteVitale, rechercherInsAvecTraitsIdentite } from '../../src/insi/operations.js';
import { newInsiCallContext } from '../../src/insi/request.js';
import { bodyText, callContext, fixedClock, SOFTWARE, seededRandom } from './support.js';

const ADRUN = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' } as const;
const VITALE = {
  matriculeOD: { numIdentifiant: '1671126221704', cle: '59' },
  dateNaissance: '1999-01-15',
  rangNaissance: '2',
};
const COUVERTURE = {
  grandRegime: '01',
  organisme: '349',
  codeCentre: '9881',
  assure: { num: '1671126221704', cle: '59' },
  beneficiaire: { dateNai: '1999-01-15', rang: 2 },
};
/** Two unsigned assertions: their content is not what is tested here. */
const ASSERTIONS = ['PS', 'VITALE'].map(
  (qualifier, index) =>
    `<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a${index}" IssueInstant="2026-03-02T09:14:55.120Z" Version="2.0"><Issuer>899900000001</Issuer><Subject><NameID NameQualifier="${qualifier}">899900000001</NameID></Subject></Assertion>`,
);

const traits = () => bodyText(rechercherInsAvecTraitsIdentite.encode(ADRUN, callContext()));
const vitale = () =>
  bodyText(
    rechercherInsAvecCarteVitale.encode(VITALE, callContext({ assertions: ASSERTIONS, couverture: COUVERTURE })),
  );

describe('a request', () => {
  it('is one POST in SOAP 1.2 whose action is in the content type', () => {
    const request = rechercherInsAvecTraitsIdentite.encode(ADRUN, callContext());
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://insi.invalid/lps',
      operation: 'rechercherInsAvecTraitsIdentite',
      headers: {
        'content-type':
          'application/soap+xml; charset=utf-8; action="urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite"',
      },
    });
  });

  it('has its header blocks in one order, and no Security without an assertion', () => {
    const blocks = (xml: string) =>
      [...xml.matchAll(/<(wsa:Action|wsa:MessageID|ctxbam:ContexteBAM|ctxlps:ContexteLPS|wsse:Security)[ >]/g)].map(
        ([, name]) => name,
      );
    const order = ['wsa:Action', 'wsa:MessageID', 'ctxbam:ContexteBAM', 'ctxlps:ContexteLPS'];
    expect(blocks(traits())).toEqual(order);
    expect(blocks(vitale())).toEqual([...order, 'wsse:Security']);
  });

  it('is the same to the byte for the same input, clock and identifiers', () => {
    expect(traits()).toBe(traits());
    expect(traits()).toContain('<ctxbam:COUVERTURE></ctxbam:COUVERTURE>');
    expect(traits()).toContain('<ctxbam:Temps>2026-03-02T09:15:00.000Z</ctxbam:Temps>');
    expect(traits()).toContain('<ctxlps:IDAM R="4">XX00000000000</ctxlps:IDAM>');
  });

  it('carries the assertions to the byte, in their order', () => {
    expect(vitale()).toContain(ASSERTIONS.join(''));
  });

  it('escapes the apostrophe of nobody and the markup of everybody', () => {
    const request = rechercherInsAvecTraitsIdentite.encode(
      { ...ADRUN, nomNaissance: "D'ARTAGNAN DE L'HERAULT", prenom: 'PIERRE-ALAIN', lieuNaissance: '63220' },
      callContext({ software: { ...SOFTWARE, nom: 'a<b&"c' } }),
    );
    expect(bodyText(request)).toContain("<rs:NomNaissance>D'ARTAGNAN DE L'HERAULT</rs:NomNaissance>");
    expect(bodyText(request)).toContain('<ctxlps:Nom>a&lt;b&amp;"c</ctxlps:Nom>');
  });

  it('is never built from what breaks the lexical profile', () => {
    const encode = () => rechercherInsAvecTraitsIdentite.encode({ ...ADRUN, prenom: 'Zoé' }, callContext());
    expect(encode).toThrow(InsiInputError);
    expect(encode).toThrow(expect.objectContaining({ code: 'insi.input.traits' }));
    expect(rechercherInsAvecTraitsIdentite.validate({ ...ADRUN, nomNaissance: 'DUPONT2' })[0]).toMatchObject({
      severity: 'error',
      path: ['nomNaissance'],
      params: { character: '2', index: 6 },
    });
    expect(() =>
      rechercherInsAvecCarteVitale.encode(
        { matriculeOD: { numIdentifiant: '1671126221704', cle: '60' } },
        callContext(),
      ),
    ).toThrow(expect.objectContaining({ code: 'insi.input.traits' }));
  });

  it('never uses an identifier twice in 10 000 calls', () => {
    const seen = new Set<string>();
    const sender = { url: 'https://insi.invalid/lps', software: SOFTWARE, emetteur: '10B0999999' };
    for (let call = 0; call < 10_000; call += 1) {
      const context = newInsiCallContext(sender, { clock: fixedClock });
      const xml = bodyText(rechercherInsAvecTraitsIdentite.encode(ADRUN, context));
      const messageId = /<wsa:MessageID>([^<]+)</.exec(xml)?.[1] ?? '';
      expect(messageId).toMatch(/^uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      for (const id of [messageId, ...[...xml.matchAll(/<ctx(?:bam|lps):Id>([^<]+)</g)].map(([, value]) => value)]) {
        seen.add(id ?? '');
      }
    }
    expect(seen.size).toBe(30_000);
  });

  it('takes its identifiers from the random source that is given', () => {
    const sender = { url: 'https://insi.invalid/lps', software: SOFTWARE, emetteur: '10B0999999' };
    const make = () => newInsiCallContext(sender, { clock: fixedClock, random: seededRandom(7) });
    expect(make()).toEqual(make());
  });
});

describeWithConformance('against the official schemas', () => {
  let complaints: (xml: string) => string[];
  beforeAll(async () => {
    const { officialSchema } = await import('./schema.js');
    complaints = officialSchema();
  });

  const cases: [string, () => string][] = [
    ['by traits', traits],
    [
      'by traits with a birth place and a leading apostrophe',
      () =>
        bodyText(
          rechercherInsAvecTraitsIdentite.encode(
            { ...ADRUN, nomNaissance: "'ADR--UN", lieuNaissance: '2A020', dateNaissance: '1950-00-31' },
            callContext(),
          ),
        ),
    ],
    ['by carte Vitale', vitale],
    [
      'by carte Vitale with a certified NIR',
      () =>
        bodyText(
          rechercherInsAvecCarteVitale.encode(
            { ...VITALE, matriculeIndividu: { numIdentifiant: '297022A020778', cle: '78' }, nomNaissance: 'ADRTROIS' },
            callContext({
              assertions: ASSERTIONS,
              couverture: {
                ...COUVERTURE,
                beneficiaire: {
                  nir: { num: '297022A020778', cle: '78', dateCertification: '2020-01-31' },
                  dateNai: '1997-02-26',
                  rang: 1,
                  porteur: '0',
                },
              },
            }),
          ),
        ),
    ],
  ];

  it.each(cases)('a request %s is valid', (_name, make) => {
    expect(complaints(make())).toEqual([]);
  });

  it('the schema does refuse: a request without COUVERTURE, or with children out of order', () => {
    for (const sample of ['no-couverture', 'children-order']) {
      const file = conformanceFile(`insi/samples/request.invalid.${sample}.xml`);
      expect(complaints(readFileSync(file, 'utf8')).length).toBeGreaterThan(0);
    }
  });

  itWithTool('xmllint', 'xmllint agrees', () => {
    const folder = mkdtempSync(join(tmpdir(), 'socle-ins-'));
    try {
      const files = cases.map(([, make], index) => {
        const file = join(folder, `request-${index}.xml`);
        writeFileSync(file, make());
        return file;
      });
      const run = spawnSync(
        'xmllint',
        ['--nonet', '--noout', '--schema', conformanceFile('insi/insi-soap.xsd'), ...files],
        { env: { ...process.env, XML_CATALOG_FILES: conformanceFile('insi/catalog.xml') }, encoding: 'utf8' },
      );
      expect(run.stderr.match(/ validates$/gm)).toHaveLength(files.length);
      expect(run.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
