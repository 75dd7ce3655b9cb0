import { spawnSync } from 'node:child_process';
import { createHash, createPublicKey, sign as signOctets } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPki } from '@socle-sante/sandbox/pki';
import { canonicalize } from '@socle-sante/wire/c14n';
import { verifyEnveloped } from '@socle-sante/wire/dsig';
import { beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { describeWithConformance } from '../../../tooling/src/conformance.js';
import { itWithTool } from '../../../tooling/src/with-tool.js';
import { buildPsAssertion, type PsAssertionInput } from '../../src/assertions/ps.js';
import { createPsAssertionSource } from '../../src/assertions/ps-source.js';
import { buildPscAssertion } from '../../src/assertions/psc.js';
import { createKeySigner, type PsAssertionSigner } from '../../src/assertions/signer.js';
import { buildVitaleAssertion, VITALE_SIGNATURE_METHODS } from '../../src/assertions/vitale.js';
import { rechercherInsAvecCarteVitale } from '../../src/insi/operations.js';
import type { VitaleCard } from '../../src/vitale/card.js';
import { createSimulatedVitaleReader } from '../../src/vitale/simulated.js';
import { testPki } from '../pki.js';
import { bodyText, callContext, movingClock, seededRandom } from './support.js';

const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';
const FACTURATION = { identifiantFacturation: '991000000' };

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

const clock = () => new Date();
const signerOf = (role: string): PsAssertionSigner => {
  const { certPem, keyPem } = pki.identity(role);
  return createKeySigner({ certificate: certPem, privateKeyPem: keyPem });
};
const build = (more: Partial<PsAssertionInput> = {}) =>
  buildPsAssertion({ signer: signerOf('cps-sign'), clock, ...FACTURATION, ...more });

const card = (more: Partial<VitaleCard> = {}): VitaleCard => ({
  serial: '0000012345678',
  type: 'V2',
  nature: 'T',
  assure: { num: '1671126221704', cle: '59' },
  beneficiaries: [{ index: 1, prenom: 'ARTHUR', dateNaissance: '1967-11-14', rangNaissance: 1 }],
  ...more,
});

describe('a card that is changed', () => {
  it('is read again: the certificate kept for a signer serves only for the same octets', async () => {
    const one = signerOf('cps-sign');
    const { certDer } = pki.identity('cpe-non-nominative');
    let der = await one.certificateDer();
    const reader: PsAssertionSigner = { certificateDer: () => der, sign: (octets) => one.sign(octets) };
    const first = await build({ signer: reader });
    der = certDer;
    await expect(build({ signer: reader })).rejects.toMatchObject({ code: 'insi.config.nonNominativeCard' });
    der = await one.certificateDer();
    expect((await build({ signer: reader })).nameId).toBe(first.nameId);
  });
});

describe('a signer over a key', () => {
  it('refuses a key that cannot be read, and one of another certificate, with an error of its own', () => {
    const { certPem, keyPem } = pki.identity('cps-sign');
    const other = pki.identity('insi-manu').keyPem;
    const made = (certificate: string, privateKeyPem: string) => () => createKeySigner({ certificate, privateKeyPem });
    expect(made(certPem, 'not a key')).toThrow(expect.objectContaining({ code: 'identity.keyMalformed' }));
    expect(made('not a certificate', keyPem)).toThrow(expect.objectContaining({ code: 'certificate.malformed' }));
    expect(made(certPem, other)).toThrow(expect.objectContaining({ code: 'identity.keyMismatch' }));
  });
});

describe('the assertion of a professional', () => {
  it('has the parts of the published sample, in their order, without a space', async () => {
    const at = new Date();
    const { xml, id, nameId, nameQualifier } = await build({
      clock: () => at,
      random: seededRandom(3),
      codeSpecialiteAMO: '01',
      secteurActivite: 'SA05',
    });
    expect(id).toMatch(/^_[0-9a-f-]{36}$/);
    expect([nameId, nameQualifier]).toEqual(['899900000003', 'CPS']);
    expect(xml).toMatch(
      new RegExp(
        `^<Assertion xmlns="${SAML}" ID="${id}" IssueInstant="${at.toISOString()}" Version="2\\.0">` +
          '<Issuer Format="urn:oasis:names:tc:SAML:1\\.1:nameid-format:X509SubjectName">2\\.5\\.4\\.42=ALIX\\+CN=899900000003\\+SN=EXEMPLE,T=Médecin,[^<]*C=FR</Issuer>' +
          '<Signature xmlns="http://www\\.w3\\.org/2000/09/xmldsig#">.*</Signature>' +
          '<Subject><NameID NameQualifier="CPS">899900000003</NameID></Subject>' +
          '<AttributeStatement><Attribute Name="identifiantFacturation"><AttributeValue>991000000</AttributeValue></Attribute>' +
          '<Attribute Name="codeSpecialiteAMO"><AttributeValue>01</AttributeValue></Attribute>' +
          '<Attribute Name="secteurActivite"><AttributeValue>SA05</AttributeValue></Attribute></AttributeStatement></Assertion>$',
        's',
      ),
    );
    expect([...xml.matchAll(/Algorithm="([^"]+)"/g)].map(([, value]) => value)).toEqual([
      'http://www.w3.org/2001/10/xml-exc-c14n#',
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
      'http://www.w3.org/2001/04/xmlenc#sha256',
    ]);
    expect(xml).not.toMatch(/>\s+</);
  });

  it('spells attributes as the site wants, and renders the issuer otherwise when asked', async () => {
    const { xml } = await build({
      codeSpecialiteAMO: '01',
      attributeNames: { codeSpecialiteAMO: 'CodeSpecialite' },
      renderIssuer: () => 'CN=autre',
    });
    expect(xml).toContain('<Attribute Name="CodeSpecialite"><AttributeValue>01</AttributeValue>');
    expect(xml).toContain('>CN=autre</Issuer>');
  });

  it.each([
    ['cpf-sign', 'CPF'],
    ['cpe-sign', 'CDE-CPE'],
    ['person-software-sign', 'CPX'],
  ])('of %s says %s', async (role, qualifier) => {
    expect((await build({ signer: signerOf(role) })).nameQualifier).toBe(qualifier);
  });

  it('is accepted by the verifier of this house, and any change breaks it', async () => {
    const { xml } = await build();
    const verify = (text: string) =>
      verifyEnveloped({
        xml: text,
        idAttribute: 'ID',
        expected: { namespace: SAML, local: 'Assertion' },
        signatureAfter: { namespace: SAML, local: 'Issuer' },
        trust: { certificate: pki.identity('cps-sign').certPem },
      });
    await expect(verify(xml)).resolves.toMatchObject({ algorithm: 'rsa-sha256' });
    for (const altered of [
      xml.replace('991000000', '991000001'),
      xml.replace('<Subject>', '<Subject> '),
      xml.replace('</Issuer>', '\n</Issuer>'),
    ]) {
      await expect(verify(altered)).rejects.toMatchObject({ code: 'signature.digest' });
    }
  });

  it('is accepted by xml-crypto, alone and inside the whole message', async () => {
    const { xml } = await build();
    const { certPem } = pki.identity('cps-sign');
    const message = bodyText(
      rechercherInsAvecCarteVitale.encode(
        { matriculeOD: { numIdentifiant: '1671126221704', cle: '59' } },
        callContext({ assertions: [xml] }),
      ),
    );
    expect(message).toContain(xml);
    for (const document of [xml, message]) {
      const verifier = new SignedXml({ publicCert: certPem });
      verifier.loadSignature(
        /<Signature xmlns="http:\/\/www\.w3\.org\/2000\/09\/xmldsig#">.*?<\/Signature>/s.exec(document)?.[0] ?? '',
      );
      expect(verifier.checkSignature(document)).toBe(true);
      expect(verifier.getSignedReferences()).toHaveLength(1);
    }
  });

  itWithTool('xmlsec1', 'is accepted by xmlsec1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'socle-ins-'));
    try {
      const { xml } = await build();
      const file = (name: string, content: string) => {
        writeFileSync(join(folder, name), content);
        return join(folder, name);
      };
      const run = (name: string, content: string) =>
        spawnSync(
          'xmlsec1',
          [
            '--verify',
            '--id-attr:ID',
            `${SAML}:Assertion`,
            '--trusted-pem',
            file('ca.pem', pki.caPem),
            '--untrusted-pem',
            file('issuing.pem', pki.authorities.fortPersonnes.certPem),
            '--trusted-pem',
            file('root.pem', pki.authorities.rootFort.certPem),
            file(name, content),
          ],
          { encoding: 'utf8' },
        );
      const good = run('good.xml', xml);
      expect(good.stderr + good.stdout).toMatch(/OK/);
      expect(good.status).toBe(0);
      expect(run('bad.xml', xml.replace('991000000', '991000001')).status).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['cpe-non-nominative', 'insi.config.nonNominativeCard', 'insi.carte.nonNominative'],
    ['cps-sign-expired', 'insi.config.card', 'insi.carte.expiree'],
  ])('of %s is refused before anything is signed', async (role, code, rule) => {
    let signed = 0;
    const signer = {
      ...signerOf(role),
      sign: () => {
        signed += 1;
        return new Uint8Array(256);
      },
    };
    await expect(build({ signer })).rejects.toMatchObject({
      name: 'InsiConfigError',
      code,
      origin: 'argument',
      findings: expect.arrayContaining([expect.objectContaining({ rule, severity: 'error' })]),
    });
    expect(signed).toBe(0);
  });

  it('warns for the authentication certificate of the card, and for an unexpected authority', async () => {
    const { findings } = await build({ signer: signerOf('cps-auth'), cardIssuers: ['AUTRE AC'] });
    expect(findings.map(({ rule }) => rule)).toEqual(['insi.carte.usage', 'insi.carte.autorite']);
  });

  it('says so when the card does not sign, or signs with another key', async () => {
    const failing = {
      ...signerOf('cps-sign'),
      sign: () => {
        throw new Error('PIN locked');
      },
    };
    await expect(build({ signer: failing })).rejects.toMatchObject({ code: 'insi.config.card', audience: 'user' });
    const { keyPem } = pki.identity('insi-auto');
    const foreign = { ...signerOf('cps-sign'), sign: (octets: Uint8Array) => signOctets('sha256', octets, keyPem) };
    await expect(build({ signer: foreign })).rejects.toMatchObject({ code: 'insi.config.card' });
    await expect(build({ identifiantFacturation: '' })).rejects.toMatchObject({ code: 'insi.input.options' });
  });
});

describe('the assertion kept between calls', () => {
  const counted = (role = 'cps-sign') => {
    let signatures = 0;
    let session = 'a';
    let der = pki.identity(role).certDer;
    let key = signerOf(role);
    return {
      signer: {
        certificateDer: () => der,
        sign: (octets: Uint8Array) => {
          signatures += 1;
          return key.sign(octets);
        },
        cardSession: () => session,
      },
      count: () => signatures,
      reinsert: () => {
        session += 'x';
      },
      swap: (other: string) => {
        der = pki.identity(other).certDer;
        key = signerOf(other);
      },
    };
  };

  it('serves for 15 minutes, then is made anew', async () => {
    const { clock: moving, advance } = movingClock(new Date());
    const { signer, count } = counted();
    const source = createPsAssertionSource({ signer, clock: moving, ...FACTURATION });
    const first = await source.get();
    advance(899_000);
    expect(await source.get()).toBe(first);
    advance(2_000);
    expect((await source.get()).id).not.toBe(first.id);
    advance(-3_600_000);
    await source.get();
    expect(count()).toBe(3);
  });

  it('dies with the session of the card, even for the same card', async () => {
    const { signer, count, reinsert, swap } = counted();
    const source = createPsAssertionSource({ signer, clock, ...FACTURATION });
    const first = await source.get();
    reinsert();
    const second = await source.get();
    expect(second.id).not.toBe(first.id);
    swap('cps-auth');
    expect((await source.get()).id).not.toBe(second.id);
    source.forget();
    await source.get();
    expect(count()).toBe(4);
  });

  it('is signed once for two calls at the same moment', async () => {
    const { signer, count } = counted();
    const source = createPsAssertionSource({ signer, clock, ...FACTURATION });
    const [a, b] = await Promise.all([source.get(), source.get()]);
    expect(a).toBe(b);
    expect(count()).toBe(1);
  });
});

describe('the assertion of a carte Vitale', () => {
  const make = (more: Partial<Parameters<typeof buildVitaleAssertion>[0]> = {}) =>
    buildVitaleAssertion({ card: card(), issuer: '899900000003', clock, ...more });

  it('without a signature: serial number on 12 digits, issuer without format, no attribute', async () => {
    const { xml, signed, serial } = await make({ signVitale: 'never' });
    expect([signed, serial]).toEqual([false, '000012345678']);
    expect(xml).toMatch(
      /^<Assertion xmlns="[^"]+" ID="_[^"]+" IssueInstant="[^"]+" Version="2\.0"><Issuer>899900000003<\/Issuer><Subject><NameID NameQualifier="VITALE">000012345678<\/NameID><\/Subject><\/Assertion>$/,
    );
  });

  it.each(['V1IGEA', 'V1SCOT', 'V2'] as const)(
    'signed by a %s card: algorithm, KeyInfo, right digest',
    async (type) => {
      const reader = createSimulatedVitaleReader({ card: card({ type }) });
      const { xml, id, signed } = await make({ card: card({ type }), reader });
      expect(signed).toBe(true);
      expect(xml).toContain(`<SignatureMethod Algorithm="${VITALE_SIGNATURE_METHODS[type]}">`);
      const keyInfo =
        /<KeyInfo><KeyInfo xmlns="http:\/\/www\.sesam-vitale\.fr\/xmldsig\/2011\/12\/vitale">(.*?)<\/KeyInfo><\/KeyInfo>/.exec(
          xml,
        )?.[1];
      const last = { V1IGEA: '', V1SCOT: '<NumFabricant>00000001</NumFabricant>', V2: '<CleMere>01</CleMere>' }[type];
      expect(keyInfo).toBe(
        `<Type>${type}</Type><Nature>T</Nature><NumSerieLogique>0000012345678</NumSerieLogique>${last}`,
      );
      const [, value = ''] = /<SignatureValue>([^<]+)</.exec(xml) ?? [];
      expect(Buffer.from(value, 'base64')).toHaveLength(8);
      expect(xml.indexOf('<Signature ')).toBe(xml.indexOf('</Issuer>') + '</Issuer>'.length);
      const withoutSignature = xml.replace(/<Signature .*<\/Signature>/s, '');
      const digest = createHash('sha256')
        .update(await canonicalize(withoutSignature, { method: 'exc-c14n' }))
        .digest('base64');
      expect(xml).toContain(`<Reference URI="#${id}">`);
      expect(xml).toContain(`<DigestValue>${digest}</DigestValue>`);
    },
  );

  it('follows signVitale when the reader cannot sign', async () => {
    const reader = createSimulatedVitaleReader({ card: card(), canSign: false });
    expect((await make({ reader })).signed).toBe(false);
    await expect(make({ reader, signVitale: 'require' })).rejects.toMatchObject({ code: 'insi.vitale.signature' });
    const wrong = { sign: async () => ({ value: new Uint8Array(7) }) };
    await expect(make({ reader: wrong, signVitale: 'require' })).rejects.toMatchObject({
      code: 'insi.vitale.signature',
    });
    expect((await make({ reader: wrong })).signed).toBe(false);
  });
});

describe('the experimental Pro Santé Connect assertion', () => {
  it('is not signed and says PSC', () => {
    const xml = buildPscAssertion({ psId: '899900000003', clock, ...FACTURATION, gipProfessionCode: '10' });
    expect(xml).toContain('<NameID NameQualifier="PSC">899900000003</NameID>');
    expect(xml).toContain('<Attribute Name="gipProfessionCode">');
    expect(xml).not.toContain('Signature');
  });
});

describeWithConformance('against the official schema', () => {
  it('both assertions in one message are valid', async () => {
    const { officialSchema } = await import('./schema.js');
    const reader = createSimulatedVitaleReader({ card: card() });
    const vitale = await buildVitaleAssertion({ card: card(), reader, issuer: '899900000003', clock });
    const request = rechercherInsAvecCarteVitale.encode(
      { matriculeOD: { numIdentifiant: '1671126221704', cle: '59' } },
      callContext({ assertions: [(await build()).xml, vitale.xml] }),
    );
    expect(officialSchema()(bodyText(request))).toEqual([]);
  });
});

it('the key signer signs with the key of its certificate', async () => {
  const { certPem } = pki.identity('cps-sign');
  const signer = signerOf('cps-sign');
  const octets = new TextEncoder().encode('octets');
  const { verify } = await import('node:crypto');
  expect(verify('sha256', octets, createPublicKey(certPem), await signer.sign(octets))).toBe(true);
});
