import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithTool } from '../../../tooling/src/with-tool.js';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { namesValues } from '../../src/insi/distinguished-name.ts';
import { PHYSICIAN_DN, psAssertion, security } from '../support/assertion.ts';
import { codeCr, postCpx, readFault } from '../support/client.ts';
import { testPki } from '../support/pki.ts';
import { traitsRequest } from '../support/requests.ts';

const PS = '899900000003';
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki() });
});
afterAll(() => sandbox.stop());

const identity = () => sandbox.pki.identities['cps-sign'];
const ask = (assertion: string, emetteur = PS) =>
  postCpx(
    sandbox,
    traitsRequest({ emetteur }, (p) => (p.security = security(assertion))),
  );

describe('a PS assertion signed by hand', () => {
  it('is accepted', async () => {
    expect(codeCr((await ask(psAssertion({ identity: identity() }))).text)).toBe('00');
  });

  it.each([
    ['RFC 2253, as the first form of the guide', PHYSICIAN_DN],
    ['the order of OpenSSL', 'C=FR, title=Médecin, GN=ALIX + SN=EXEMPLE + CN=899900000003'],
    ['old GIE kit', 'SN2=ALIX + OID.2.5.4.4=EXEMPLE + CN=899900000003, OID.2.5.4.12=Médecin, C=FR'],
    ['hexadecimal value', '2.5.4.42=#0c04414c4958+CN=899900000003+SN=EXEMPLE,T=Médecin,C=FR'],
    ['escaped octets', '2.5.4.42=ALIX+CN=899900000003+SN=EXEMPLE,T=M\\C3\\A9decin,C=FR'],
    ['quoted', '2.5.4.42="ALIX"+CN=899900000003+SN=EXEMPLE,T="Médecin",C=FR'.replaceAll('"', '&quot;')],
  ])('Issuer: %s', async (_name, issuer) => {
    // The canonical form of a quotation mark in text is the mark itself.
    const reply = await ask(psAssertion({ identity: identity(), issuer: issuer.replaceAll('&quot;', '"') }));
    expect(codeCr(reply.text), reply.text).toBe('00');
  });

  it.each([
    ['cpf-sign', 'CPF', '899900000011', '2.5.4.42=ÉLOÏSE+CN=899900000011+SN=ESSAI,T=Infirmier,C=FR'],
    [
      'cpe-sign',
      'CDE-CPE',
      '10B0999999/CPE00001',
      "2.5.4.42=CAMILLE+CN=10B0999999/CPE00001+SN=SECRETARIAT,T=Employé d'une structure,C=FR",
    ],
  ] as const)('card of role %s: NameQualifier %s', async (role, nameQualifier, emetteur, issuer) => {
    const assertion = psAssertion({ identity: sandbox.pki.identities[role], nameQualifier, issuer });
    expect(codeCr((await ask(assertion, emetteur)).text)).toBe('00');
  });

  it('may carry other attributes, whatever their spelling', async () => {
    const attributes = {
      identifiantFacturation: '991000000',
      CodeSpecialite: '01',
      secteurActivite: 'SA07',
      gipProfessionCode: '10',
    };
    expect(codeCr((await ask(psAssertion({ identity: identity(), attributes }))).text)).toBe('00');
  });

  it('keeps its age limit: 59 minutes pass', async () => {
    const issueInstant = new Date(Date.now() - 59 * 60_000).toISOString();
    expect(codeCr((await ask(psAssertion({ identity: identity(), issueInstant }))).text)).toBe('00');
  });
});

describe('attacks on the signature', () => {
  const wrapped = (outer: (genuine: string, forged: string) => string) => {
    const genuine = psAssertion({ identity: identity() });
    const forged = genuine.replace(/<Signature .*<\/Signature>/, '').replace(/ID="[^"]*"/, `ID="_${randomUUID()}"`);
    return outer(genuine, forged);
  };

  it.each<[string, (genuine: string, forged: string) => string]>([
    ['forged assertion beside the genuine one', (genuine, forged) => security(forged, genuine)],
    [
      'genuine assertion hidden in an unknown header',
      (genuine, forged) => `<x:X xmlns:x="urn:x">${genuine}</x:X>${security(forged)}`,
    ],
    [
      'genuine assertion hidden in the Subject of the forged one',
      (genuine, forged) => security(forged.replace('</Subject>', `${genuine}</Subject>`)),
    ],
    [
      'signature moved to the forged one, genuine content in an Object',
      (genuine, forged) => {
        const signature = /<Signature .*<\/Signature>/.exec(genuine)?.[0] ?? '';
        const content = genuine.replace(/<Signature .*<\/Signature>/, '');
        return security(
          forged.replace(
            '</Issuer>',
            `</Issuer>${signature.replace('</Signature>', `<Object>${content}</Object></Signature>`)}`,
          ),
        );
      },
    ],
    [
      'same ID twice, forged first',
      (genuine) => security(genuine.replace(/<Signature .*<\/Signature>/, '').replace(PS, '899900000011'), genuine),
    ],
    ['comment inside NameID with another text', (genuine) => security(genuine.replace(`>${PS}<`, `>${PS}<!-- -->9<`))],
  ])('%s', async (_name, build) => {
    const reply = await postCpx(
      sandbox,
      traitsRequest({ emetteur: PS }, (p) => (p.security = wrapped(build))),
    );
    expect(reply.status).toBe(500);
    expect(readFault(reply.text)?.code).toMatch(/^sim_(?:assertion_(?!expired)|ctx_emetteur)/);
  });

  it('reads the signed text only: a comment does not cut the NameID', async () => {
    // Comments are outside the canonical form, so the signature stays right, and so must the value that is read.
    const assertion = psAssertion({
      identity: identity(),
      changeSigned: (s) => s.replace(`>${PS}<`, `>8999<!-- x -->00000003<`),
    });
    expect(codeCr((await ask(assertion)).text)).toBe('00');
  });
});

describeWithTool('xmlsec1', 'xmlsec1 as the other party', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'socle-xmlsec-'));
    writeFileSync(join(folder, 'key.pem'), identity().keyPem, { mode: 0o600 });
    writeFileSync(join(folder, 'cert.pem'), identity().certPem);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ID_ATTRIBUTE = ['--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:assertion:Assertion'];

  it('accepts what xmlsec1 signs', async () => {
    const id = `_${randomUUID()}`;
    const template =
      `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" IssueInstant="${new Date().toISOString()}" Version="2.0">` +
      `<saml:Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">${PHYSICIAN_DN}</saml:Issuer>` +
      '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>' +
      '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>' +
      '<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>' +
      `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>` +
      '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>' +
      '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference></ds:SignedInfo>' +
      '<ds:SignatureValue/><ds:KeyInfo><ds:X509Data><ds:X509Certificate/></ds:X509Data></ds:KeyInfo></ds:Signature>' +
      `<saml:Subject><saml:NameID NameQualifier="CPS">${PS}</saml:NameID></saml:Subject><saml:AttributeStatement>` +
      '<saml:Attribute Name="identifiantFacturation"><saml:AttributeValue>991000000</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>';
    writeFileSync(join(folder, 'template.xml'), template);
    execFileSync(
      'xmlsec1',
      ['--sign', ...ID_ATTRIBUTE, '--privkey-pem', 'key.pem,cert.pem', '--output', 'signed.xml', 'template.xml'],
      { cwd: folder },
    );
    const signed = readFileSync(join(folder, 'signed.xml'), 'utf8')
      .replace(/^<\?xml[^>]*\?>\s*/, '')
      .trimEnd();
    const reply = await ask(signed);
    expect(codeCr(reply.text), reply.text).toBe('00');
    expect(readFault((await ask(signed.replace('991000000', '991000001'))).text)?.code).toBe('sim_assertion_signature');
  });

  it('xmlsec1 verifies our hand-made assertion, with the chain of the test PKI', () => {
    writeFileSync(join(folder, 'ours.xml'), psAssertion({ identity: identity() }));
    writeFileSync(join(folder, 'root.pem'), sandbox.pki.authorities.rootFort.certPem);
    writeFileSync(join(folder, 'intermediate.pem'), sandbox.pki.authorities.fortPersonnes.certPem);
    const result = spawnSync(
      'xmlsec1',
      ['--verify', ...ID_ATTRIBUTE, '--trusted-pem', 'root.pem', '--untrusted-pem', 'intermediate.pem', 'ours.xml'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(result.stdout + result.stderr).toMatch(/^OK/);
  });
});

describe('distinguished names in any spelling', () => {
  it.each([
    ['CN=a+SN=b,C=FR', ['FR', 'a', 'b']],
    ['C=FR, CN=a', ['FR', 'a']],
    ['CN=a\\,b\\+c,C=FR', ['FR', 'a,b+c']],
    ['CN="a,b", C=FR', ['FR', 'a,b']],
    ['CN=#0c0161', ['a']],
    ['', []],
    ['rien', []],
    ['CN=\\', ['\\']],
  ])('%s', (text, values) => {
    expect(namesValues(text)).toEqual(values);
  });
});
