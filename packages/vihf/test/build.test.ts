import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSocleError } from '@socle-sante/core/error';
import { dangerouslyAllowSha1 } from '@socle-sante/wire/dsig';
import { beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { conformanceFile, describeWithConformance } from '../../tooling/src/conformance.js';
import { itWithTool } from '../../tooling/src/with-tool.js';
import { buildVihf, createVihfSource, type VihfBuildOptions } from '../src/build.js';
import { inspectVihf } from '../src/inspect.js';
import { AUTHN_CONTEXTS, type VihfInput, type VihfWireOptions } from '../src/types.js';
import { validateVihf } from '../src/validate.js';
import { verifyVihf } from '../src/verify.js';
import {
  build,
  certificateOf,
  clock,
  direct,
  indirect,
  MEDECIN,
  PATIENT,
  SAML,
  SOFTWARE,
  signerOf,
  TEST_PS_ID,
  TEST_STRUCTURE_ID,
  testPki,
  WSSE,
} from './support.js';

beforeAll(() => testPki());

const NURSE = { code: '60', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Infirmier' };
const MACHINE = { code: 'AUTOMATE', codeSystem: '1.2.250.1.213.1.1.4.6', displayName: 'Automate' };

/** Every kind of assertion that the package makes. */
const KINDS: readonly (readonly [string, VihfInput, Partial<VihfBuildOptions>])[] = [
  ['indirect', indirect(), {}],
  ['direct', direct(), {}],
  ['AIR', indirect({ mode: 'INDIRECTE_RENFORCEE', authnContext: AUTHN_CONTEXTS.mobileTwoFactor }), {}],
  ['broken glass', indirect({ purpose: 'bris_de_glace', reason: 'Patient inconscient & seul' }), {}],
  ['centre 15', direct({ purpose: 'centre_15', roles: [NURSE] }), {}],
  ['secret connection', indirect({ secretConnection: true }), {}],
  [
    'an automaton',
    indirect({ roles: [MACHINE], authnContext: AUTHN_CONTEXTS.unspecified, nameId: '30B0999999/1' }),
    {},
  ],
  [
    'version 4.0, all options',
    indirect({ version: '4.0', secretConnection: true, software: { ...SOFTWARE, id: 'P1' } }),
    {
      wire: {
        modeAttribute: 'Authentification_mode',
        confidentialityAttribute: 'Confidentiality_code',
        issuer: 'reversed',
        validSeconds: 300,
        purposeCodeSystemName: 'mode acces VIHF 1.0',
      },
    },
  ],
];

describe('buildVihf', () => {
  it('writes the parts of the reference sample, in its order, without white space', async () => {
    const xml = await build();
    expect(xml).toMatch(/^<saml2:Assertion /);
    expect(xml).not.toMatch(/>\s+</);
    const names = [...xml.matchAll(/<saml2:Attribute Name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual([
      'VIHF_Version',
      'Authentification_Mode',
      'Identifiant_Structure',
      'Secteur_Activite',
      'urn:oasis:names:tc:xspa:1.0:subject:subject-id',
      'urn:oasis:names:tc:xacml:2.0:subject:role',
      'urn:oasis:names:tc:xacml:2.0:resource:resource-id',
      'Ressource_URN',
      'urn:oasis:names:tc:xspa:1.0:subject:purposeofuse',
      'LPS_Nom',
      'LPS_Version',
      'LPS_ID_HOMOLOGATION_DMP',
    ]);
    expect(xml).toContain(
      '<saml2:Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">CN=DMP SIMULATEUR,' +
        `OU=${TEST_STRUCTURE_ID},O=CENTRE DE SANTÉ DU SIMULATEUR,ST=Rhône (69),C=FR</saml2:Issuer><ds:Signature `,
    );
    expect(xml).toContain('279035121518989^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH');
    expect([...xml.matchAll(/Algorithm="([^"]+)"/g)].map(([, value]) => value)).toEqual([
      'http://www.w3.org/2001/10/xml-exc-c14n#',
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
      'http://www.w3.org/2001/04/xmlenc#sha256',
    ]);
  });

  it('names the holder of a card by its multi-valued part, and no user beside him', async () => {
    const xml = await build(direct());
    // Types without a keyword in RFC 2253 are OIDs, their values the octets of the certificate, as in the sample messages.
    const hexOf = (tag: number, value: string) => {
      const octets = Buffer.from(value);
      return `#${Buffer.concat([Buffer.from([tag, octets.length]), octets]).toString('hex')}`;
    };
    const [, surname, given, title] =
      />CN=899900000003\+2\.5\.4\.4=(#[0-9a-f]+)\+2\.5\.4\.42=(#[0-9a-f]+),2\.5\.4\.12=(#[0-9a-f]+),C=FR<\/saml2:Issuer>/.exec(
        xml,
      ) ?? [];
    const tags = [0x0c, 0x13];
    expect(tags.map((tag) => hexOf(tag, 'EXEMPLE'))).toContain(surname);
    expect(tags.map((tag) => hexOf(tag, 'ALIX'))).toContain(given);
    expect(hexOf(0x0c, 'Médecin')).toBe(title);
    expect(xml).not.toContain('subject-id');
    expect(xml).toContain(AUTHN_CONTEXTS.smartcard);
    const named = await build(direct({ subjectId: 'EXEMPLE Alix' }), { wire: { subjectIdInDirectMode: true } });
    expect(named).toContain('>EXEMPLE Alix<');
  });

  it.each<readonly [VihfWireOptions, RegExp]>([
    [{ issuer: 'reversed' }, />C=FR,ST=Rhône \(69\),O=[^<]*,CN=DMP SIMULATEUR<\/saml2:Issuer>/],
    [{ issuer: () => 'CN=X' }, />CN=X<\/saml2:Issuer>/],
    [{ modeAttribute: 'Authentification_mode' }, /Name="Authentification_mode"/],
    [{ authnContextDecl: 'CARTE' }, /<saml2:AuthnContextDecl>CARTE</],
    [{ authnContextDecl: false }, /<\/saml2:AuthnContextClassRef><\/saml2:AuthnContext>/],
    [{}, /<saml2:AuthnContextDecl>APP_BROWSER_AUTH</],
    [{ purposeLabels: { normal: 'Normal' } }, /code="normal" [^>]*displayName="Normal"/],
    [{ validSeconds: 60 }, /<\/saml2:Subject><saml2:Conditions NotBefore="[^"]+Z" NotOnOrAfter="[^"]+Z">/],
  ])('spells what sources disagree on as asked: %o', async (wire, expected) => {
    expect(await build(indirect({ mode: 'INDIRECTE_RENFORCEE' }), { wire })).toMatch(expected);
  });

  it.each(KINDS)('%s: no error, and it verifies', async (_, input, options) => {
    const xml = await build(input, options);
    const tlsCertificate = await certificateOf(input.mode === 'DIRECTE' ? 'cps-auth' : 'org-auth-cli');
    const findings = validateVihf(xml, { now: new Date(), tlsCertificate, patient: PATIENT });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const pki = await testPki();
    const { view, algorithm } = await verifyVihf(xml, { trust: { authorities: pki.caPem, at: new Date() } });
    expect(algorithm).toBe('rsa-sha256');
    expect(view.claims.nameId).toBe(input.nameId);
  });

  it('makes another identifier each time, a valid XML name', async () => {
    const ids = await Promise.all([build(), build()]).then((all) => all.map((xml) => inspectVihf(xml).id));
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^_[0-9a-f-]{36}$/);
  });

  it('signs in SHA-1 only with leave', async () => {
    const legacy = dangerouslyAllowSha1();
    const signer = await signerOf('org-sign', { algorithm: 'rsa-sha1', legacy });
    await expect(buildVihf(indirect(), signer, { clock, digest: 'sha1' })).rejects.toMatchObject({
      code: 'vihf.signer',
    });
    const xml = await buildVihf(indirect(), signer, { clock, digest: 'sha1', legacy });
    const trust = { certificate: (await testPki()).identity('org-sign').certPem };
    await expect(verifyVihf(xml, { trust })).rejects.toMatchObject({ code: 'signature.algorithm' });
    await expect(verifyVihf(xml, { trust, legacy })).resolves.toMatchObject({ algorithm: 'rsa-sha1' });
  });

  it.each([
    ['org-auth-cli', 'vihf.certificate.authentication'],
    ['org-sign-expired', 'vihf.certificate.expired'],
    ['org-sign-wrongUsage', 'vihf.certificate.usage'],
    ['notYetValid', 'vihf.certificate.notYetValid'],
  ])('signs nothing with %s', async (role, rule) => {
    await expect(build(indirect(), {}, role)).rejects.toMatchObject({
      code: 'vihf.certificate',
      findings: expect.arrayContaining([expect.objectContaining({ rule })]),
    });
  });

  it('signs nothing that is wrong, and says what is, without the patient nor the user', async () => {
    const broken = indirect({ purpose: 'bris_de_glace', roles: [MEDECIN], subjectId: '279035121518989' });
    const error = await build(broken).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(
      isSocleError(error) && error.findings.filter((item) => item.severity === 'error').map(({ rule }) => rule),
    ).toEqual(['vihf.subjectId.patient', 'vihf.role.secondMissing', 'vihf.reason.missing']);
    expect(JSON.stringify(error)).not.toContain('27903');
  });

  it('says so when the card does not sign, or signs with another key', async () => {
    const signer = await signerOf('cps-sign');
    const failing = { ...signer, sign: () => Promise.reject(new Error('PIN locked')) };
    await expect(buildVihf(direct(), failing, { clock })).rejects.toMatchObject({
      code: 'vihf.signer',
      audience: 'user',
    });
    const other = await signerOf('other-cps-sign');
    const foreign = {
      ...signer,
      sign: async (octets: Uint8Array) => new Uint8Array((await other.sign(octets)).reverse()),
    };
    await expect(buildVihf(direct(), foreign, { clock })).rejects.toMatchObject({ code: 'vihf.signer' });
  });
});

describe('createVihfSource', () => {
  it('makes a new assertion for each call, for its patient and its purpose', async () => {
    const { patient: _patient, ...base } = indirect();
    const source = createVihfSource(base, await signerOf('org-sign'), { clock });
    const first = inspectVihf(await source({ mode: 'INDIRECTE', purpose: 'normal', patient: PATIENT }));
    const second = inspectVihf(await source({ mode: 'INDIRECTE', purpose: 'bris_de_glace', reason: 'Urgence vitale' }));
    expect(first.claims.patient).toMatch(/^279035121518989/);
    expect(second.claims).toMatchObject({ reason: 'Urgence vitale', purpose: { code: 'bris_de_glace' } });
    expect(second.claims.patient).toBeUndefined();
    expect(second.id).not.toBe(first.id);
  });

  it('asks who is logged in when that changes', async () => {
    const { patient: _patient, ...base } = indirect();
    const source = createVihfSource(
      ({ mode }) => ({ ...base, mode, nameId: `${mode === 'INDIRECTE' ? TEST_PS_ID : '899900000029'}` }),
      await signerOf('org-sign'),
      { clock },
    );
    expect(inspectVihf(await source({ mode: 'INDIRECTE_RENFORCEE', purpose: 'normal' })).claims.nameId).toBe(
      '899900000029',
    );
  });
});

describe('other readers', () => {
  it.each(KINDS)('%s is accepted by xml-crypto', async (_, input, options) => {
    const xml = await build(input, options);
    const { certPem } = (await testPki()).identity(input.mode === 'DIRECTE' ? 'cps-sign' : 'org-sign');
    const verifier = new SignedXml({ publicCert: certPem });
    verifier.loadSignature(/<ds:Signature .*?<\/ds:Signature>/s.exec(xml)?.[0] ?? '');
    expect(verifier.checkSignature(xml)).toBe(true);
    expect(verifier.getSignedReferences()).toHaveLength(1);
  });

  itWithTool('xmlsec1', 'are accepted by xmlsec1, and refused once altered', async (xmlsec1) => {
    const folder = mkdtempSync(join(tmpdir(), 'socle-vihf-'));
    try {
      const pki = await testPki();
      const file = (name: string, content: string) => {
        writeFileSync(join(folder, name), content);
        return join(folder, name);
      };
      const roots = [pki.authorities.rootElementaire, pki.authorities.rootFort].map((authority, index) =>
        file(`root${index}.pem`, authority.certPem),
      );
      const issuers = [pki.authorities.organisations, pki.authorities.fortPersonnes].map((authority, index) =>
        file(`issuer${index}.pem`, authority.certPem),
      );
      const trust = [
        ...roots.flatMap((path) => ['--trusted-pem', path]),
        ...issuers.flatMap((path) => ['--untrusted-pem', path]),
      ];
      const run = (name: string, xml: string) =>
        spawnSync(xmlsec1, ['--verify', '--id-attr:ID', `${SAML}:Assertion`, ...trust, file(name, xml)], {
          encoding: 'utf8',
        });
      for (const [index, [, input, options]] of KINDS.entries()) {
        const xml = await build(input, options);
        const good = run(`good${index}.xml`, xml);
        expect(good.stderr + good.stdout).toMatch(/OK/);
        expect(good.status).toBe(0);
        expect(run(`bad${index}.xml`, xml.replace('SIM-0000', 'SIM-0001')).status).not.toBe(0);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describeWithConformance('official schemas', () => {
  itWithTool('xmllint', 'accept every assertion, alone and in its security header', async (xmllint) => {
    const folder = mkdtempSync(join(tmpdir(), 'socle-vihf-'));
    try {
      const files = { 'dmp-soap.xsd': [] as string[], 'wsse-security-vihf.xsd': [] as string[] };
      for (const [index, [, input, options]] of KINDS.entries()) {
        const xml = await build(input, options);
        const alone = join(folder, `alone${index}.xml`);
        const header = join(folder, `header${index}.xml`);
        writeFileSync(alone, xml);
        writeFileSync(header, `<wsse:Security xmlns:wsse="${WSSE}">${xml}</wsse:Security>`);
        files['dmp-soap.xsd'].push(alone, header);
        files['wsse-security-vihf.xsd'].push(header);
      }
      const check = (driver: string, paths: readonly string[]) => {
        const schema = conformanceFile(`xds/schema/drivers/${driver}`);
        return spawnSync(xmllint, ['--nonet', '--noout', '--schema', schema, ...paths], {
          encoding: 'utf8',
          env: { ...process.env, XML_CATALOG_FILES: conformanceFile('xds/catalog.xml') },
        });
      };
      expect(check('dmp-soap.xsd', files['dmp-soap.xsd'])).toMatchObject({ status: 0 });
      const hl7 = check('wsse-security-vihf.xsd', files['wsse-security-vihf.xsd']);
      // This driver alone does not know the HL7 types: nothing else may be wrong.
      const complaints = hl7.stderr
        .split('\n')
        .filter((line) => /error/.test(line) && !/type definition|CE/.test(line));
      expect(complaints).toEqual([]);
      const wrong = join(folder, 'wrong.xml');
      writeFileSync(wrong, (await build()).replace(/ ID="_/, ' ID="1'));
      expect(check('dmp-soap.xsd', [wrong]).status).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
