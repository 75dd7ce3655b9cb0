import { beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { describeWithTool } from '../../../tooling/src/with-tool.js';
import {
  SignatureError,
  type SignatureTrust,
  signEnveloped,
  type VerifyOptions,
  verifyEnveloped,
} from '../../src/dsig.js';
import { attribute, text, XmlError } from '../../src/xml.js';
import { assertion, inMessage, message, SAML, signAssertion, signerOf } from '../support/assertion.js';
import { issue, issueCrl, type TestPki, testPki } from '../support/pki.js';
import { xmlsecSign } from '../support/xmlsec.js';

let pki: TestPki;
let signed: string;
beforeAll(async () => {
  pki = await testPki();
  signed = await signAssertion(pki.client);
});

const expected = { namespace: SAML, local: 'Assertion' };

async function outcome(xml: string, more: Partial<VerifyOptions> = {}): Promise<string> {
  try {
    const verified = await verifyEnveloped({
      xml,
      expected,
      trust: { certificate: pki.client.certPem },
      signatureAfter: { namespace: SAML, local: 'Issuer' },
      ...more,
    });
    return `signed ${attribute(verified.element, 'ID')}`;
  } catch (error) {
    if (error instanceof SignatureError || error instanceof XmlError) return error.code;
    throw error;
  }
}

describe('verifyEnveloped', () => {
  it('gives the octets that were signed, and their tree', async () => {
    const verified = await verifyEnveloped({ xml: signed, expected, trust: { certificate: pki.client.certPem } });
    expect(new TextDecoder().decode(verified.signedBytes)).toBe(assertion());
    expect(verified.element.local).toBe('Assertion');
    expect(verified.algorithm).toBe('rsa-sha256');
    expect(verified.certificate.sha256).toHaveLength(64);
  });

  it('accepts bytes, a byte order mark and a declaration', async () => {
    const xml = new TextEncoder().encode(`\ufeff<?xml version="1.0" encoding="UTF-8"?>\n${signed}`);
    await expect(verifyEnveloped({ xml, expected, trust: { certificate: pki.client.der } })).resolves.toBeDefined();
  });

  it('chooses among several assertions by their place', async () => {
    const vitale = assertion('_v1').replace('CPS', 'VITALE');
    const xml = message(signed, vitale);
    expect(await outcome(xml, { expected: { ...inMessage, index: 0 } })).toBe('signed _a1');
    expect(await outcome(xml, { expected: inMessage })).toBe('signature.target');
    expect(await outcome(xml, { expected: { ...inMessage, index: 1 } })).toBe('signature.misplaced');
    expect(await outcome(xml, { expected: { ...inMessage, index: 2 } })).toBe('signature.target');
  });

  it('ignores the signature of a sibling only when told to', async () => {
    const second = await signEnveloped({
      xml: assertion('_v1'),
      referenceId: '_v1',
      signer: signerOf(pki.clientOther),
      insertAfter: { namespace: SAML, local: 'Issuer' },
    });
    const xml = message(signed, second);
    expect(await outcome(xml, { expected: { ...inMessage, index: 0 } })).toBe('signature.several');
    expect(await outcome(xml, { expected: { ...inMessage, index: 0 }, otherSignatures: 'ignoreInSiblings' })).toBe(
      'signed _a1',
    );
    expect(await outcome(xml, { expected: { ...inMessage, index: 1 }, otherSignatures: 'ignoreInSiblings' })).toBe(
      'signature.value',
    );
    const nested = xml.replace(
      '<x:PING xmlns:x="urn:x">',
      `<x:PING xmlns:x="urn:x">${second.replace('_v1', '_v2').replace('#_v1', '#_v2')}`,
    );
    expect(await outcome(nested, { expected: { ...inMessage, index: 0 }, otherSignatures: 'ignoreInSiblings' })).toBe(
      'signature.several',
    );
  });
});

describe('wrapping and tampering', () => {
  const evil = () => assertion('_evil', '899900000999');

  const attacks: readonly (readonly [string, () => string, Partial<VerifyOptions>, string])[] = [
    ['text altered', () => signed.replace('899900000001</NameID>', '899900000002</NameID>'), {}, 'signature.digest'],
    ['attribute altered', () => signed.replace('"CPS"', '"CPF"'), {}, 'signature.digest'],
    ['one space added', () => signed.replace('<Subject>', '<Subject> '), {}, 'signature.digest'],
    ['line feed between elements', () => signed.replace('<Subject>', '\n<Subject>'), {}, 'signature.digest'],
    ['element added', () => signed.replace('</Assertion>', '<Advice></Advice></Assertion>'), {}, 'signature.digest'],
    [
      'namespace of an element changed',
      () => signed.replace('<Subject>', '<Subject xmlns="urn:evil">'),
      {},
      'signature.digest',
    ],
    [
      'digest value altered',
      () => signed.replace(/<DigestValue>./, (m) => `<DigestValue>${m.endsWith('A') ? 'B' : 'A'}`),
      {},
      'signature.value',
    ],
    [
      'signature value altered',
      () => signed.replace(/<SignatureValue>./, (m) => `<SignatureValue>${m.endsWith('A') ? 'B' : 'A'}`),
      {},
      'signature.value',
    ],
    [
      'signature value empty',
      () => signed.replace(/<SignatureValue>[^<]*/, '<SignatureValue>'),
      {},
      'signature.structure',
    ],
    [
      'signature value not base64',
      () => signed.replace(/<SignatureValue>[^<]*/, '<SignatureValue>****'),
      {},
      'signature.structure',
    ],
    ['signature removed', () => assertion(), {}, 'signature.missing'],
    [
      'signature moved last',
      () => {
        const signature = /<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? '';
        return signed.replace(signature, '').replace('</Assertion>', `${signature}</Assertion>`);
      },
      {},
      'signature.misplaced',
    ],
    [
      'second signature',
      () => signed.replace('<Subject>', `${/<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? ''}<Subject>`),
      {},
      'signature.several',
    ],
    [
      'second signature deeper',
      () =>
        signed.replace(
          '</AttributeStatement>',
          `${/<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? ''}</AttributeStatement>`,
        ),
      {},
      'signature.several',
    ],
    [
      'signed assertion moved aside, another in its place',
      () =>
        message(evil())
          .replace('</soap:Envelope>', '</soap:Envelope>')
          .replace('<x:PING xmlns:x="urn:x">', `<x:PING xmlns:x="urn:x">${signed}`),
      { expected: inMessage },
      'signature.misplaced',
    ],
    [
      'signed assertion inside the false one',
      () => message(evil().replace('</AttributeStatement>', `</AttributeStatement><Advice>${signed}</Advice>`)),
      { expected: inMessage },
      'signature.misplaced',
    ],
    [
      'false assertion takes the signature of the true one, which stays inside',
      () => {
        const signature = /<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? '';
        const wrapped = signature.replace('</KeyInfo>', `</KeyInfo><Object>${assertion()}</Object>`);
        return evil().replace('</Issuer>', `</Issuer>${wrapped}`);
      },
      {},
      'signature.structure',
    ],
    [
      'false assertion refers to the true one elsewhere',
      () => {
        const signature = /<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? '';
        return message(evil().replace('</Issuer>', `</Issuer>${signature}`)).replace(
          '<x:PING xmlns:x="urn:x">',
          `<x:PING xmlns:x="urn:x">${assertion()}`,
        );
      },
      { expected: inMessage },
      'signature.reference',
    ],
    [
      'false assertion with the same ID',
      () => {
        const signature = /<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? '';
        return message(assertion('_a1', '899900000999').replace('</Issuer>', `</Issuer>${signature}`)).replace(
          '<x:PING xmlns:x="urn:x">',
          `<x:PING xmlns:x="urn:x">${assertion()}`,
        );
      },
      { expected: inMessage },
      'signature.duplicateId',
    ],
    [
      'ID taken by another kind of attribute',
      () => message(signed).replace('<x:PING xmlns:x="urn:x">', '<x:PING xmlns:x="urn:x" Id="_a1">'),
      { expected: inMessage },
      'signature.duplicateId',
    ],
    [
      'ID taken by xml:id',
      () => message(signed).replace('<x:PING xmlns:x="urn:x">', '<x:PING xmlns:x="urn:x" xml:id="_a1">'),
      { expected: inMessage },
      'signature.duplicateId',
    ],
    [
      'two assertions where one is expected',
      () => message(evil(), signed),
      { expected: inMessage },
      'signature.target',
    ],
    [
      'assertion at another place',
      () => message(signed).replace(/wsse:Security/g, 'wsse:Other'),
      { expected: inMessage },
      'signature.target',
    ],
    [
      'second header',
      () => message(signed).replace('</soap:Header>', '</soap:Header><soap:Header></soap:Header>'),
      { expected: inMessage },
      'signature.target',
    ],
    ['another root', () => `<root>${signed}</root>`, {}, 'signature.target'],
    ['no ID', () => signed.replace(' ID="_a1"', ''), {}, 'signature.target'],
    ['reference to the whole document', () => signed.replace('URI="#_a1"', 'URI=""'), {}, 'signature.reference'],
    [
      'reference by XPointer',
      () => signed.replace('URI="#_a1"', 'URI="#xpointer(id(\'_a1\'))"'),
      {},
      'signature.reference',
    ],
    [
      'reference to a file',
      () => signed.replace('URI="#_a1"', 'URI="file:///etc/hostname"'),
      {},
      'signature.reference',
    ],
    ['second reference', () => signed.replace(/(<Reference [\s\S]*<\/Reference>)/, '$1$1'), {}, 'signature.reference'],
    ['no reference', () => signed.replace(/<Reference [\s\S]*<\/Reference>/, ''), {}, 'signature.reference'],
    [
      'transform removed',
      () => signed.replace(/<Transform Algorithm="[^"]*exc-c14n#"><\/Transform>/, ''),
      {},
      'signature.transform',
    ],
    [
      'transforms swapped',
      () => signed.replace(/(<Transform [^>]*><\/Transform>)(<Transform [^>]*><\/Transform>)/, '$2$1'),
      {},
      'signature.transform',
    ],
    [
      'XSLT transform',
      () =>
        signed.replace(
          'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
          'http://www.w3.org/TR/1999/REC-xslt-19991116',
        ),
      {},
      'signature.transform',
    ],
    [
      'XPath transform added',
      () =>
        signed.replace(
          '</Transforms>',
          '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"></Transform></Transforms>',
        ),
      {},
      'signature.transform',
    ],
    [
      'canonicalisation with comments',
      () => signed.replace('exc-c14n#"></CanonicalizationMethod>', 'exc-c14n#WithComments"></CanonicalizationMethod>'),
      {},
      'signature.algorithm',
    ],
    [
      'HMAC with the public key as secret',
      () => signed.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256'),
      {},
      'signature.algorithm',
    ],
    [
      'SHA-1 signature',
      () =>
        signed.replace(
          'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
          'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
        ),
      {},
      'signature.algorithm',
    ],
    [
      'SHA-1 digest',
      () => signed.replace('http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
      {},
      'signature.algorithm',
    ],
    [
      'parameter of the algorithm',
      () =>
        signed.replace(
          'rsa-sha256"></SignatureMethod>',
          'rsa-sha256"><HMACOutputLength>0</HMACOutputLength></SignatureMethod>',
        ),
      {},
      'signature.algorithm',
    ],
    ['text in SignedInfo', () => signed.replace('</SignedInfo>', 'x</SignedInfo>'), {}, 'signature.structure'],
    [
      'certificate of an attacker',
      () =>
        signed.replace(
          /<X509Certificate>[^<]*/,
          `<X509Certificate>${Buffer.from(pki.clientOther.der).toString('base64')}`,
        ),
      { trust: { authorities: '', at: new Date() } },
      'signature.untrusted',
    ],
    ['DOCTYPE', () => `<!DOCTYPE Assertion [<!ATTLIST Assertion ID ID #IMPLIED>]>${signed}`, {}, 'xml.doctype'],
  ];

  it.each(attacks)('%s', async (_name, make, more, code) => {
    const trust: SignatureTrust | undefined =
      more.trust && 'authorities' in more.trust ? { authorities: pki.caPem, at: new Date() } : more.trust;
    expect(await outcome(make(), { ...more, ...(trust === undefined ? {} : { trust }) })).toBe(code);
  });

  it('a comment inside a signed text changes neither the signature nor what is read', async () => {
    const xml = signed.replace('899900000001</NameID>', '8999<!-- evil -->00000001</NameID>');
    const verified = await verifyEnveloped({ xml, expected, trust: { certificate: pki.client.certPem } });
    expect(text(verified.element)).toContain('899900000001');
    expect(new TextDecoder().decode(verified.signedBytes)).toBe(assertion());
  });

  it('a comment inside DigestValue or SignatureValue does no harm', async () => {
    expect(await outcome(signed.replace('<DigestValue>', '<DigestValue><!-- x -->'))).toBe('signed _a1');
    expect(await outcome(signed.replace('<SignatureValue>', '<SignatureValue><!-- x -->'))).toBe('signed _a1');
  });

  it('an entity in a signed text is refused, not resolved', async () => {
    expect(await outcome(signed.replace('899900000001</NameID>', '&x;</NameID>'))).toBe('xml.malformed');
  });

  it('a single flipped byte is never accepted with another content', async () => {
    const bytes = new TextEncoder().encode(signed);
    const genuine = assertion();
    for (let at = 7; at < bytes.length; at += 23) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      try {
        const verified = await verifyEnveloped({ xml: changed, expected, trust: { certificate: pki.client.certPem } });
        expect(new TextDecoder().decode(verified.signedBytes)).toBe(genuine);
      } catch (error) {
        expect(error instanceof SignatureError || error instanceof XmlError).toBe(true);
      }
    }
  });
});

describe('trust', () => {
  const now = new Date();
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

  it('believes a pinned certificate, and no other', async () => {
    const { createHash } = await import('node:crypto');
    const print = createHash('sha256').update(pki.client.der).digest('hex');
    const colons = print.toUpperCase().replace(/(..)(?!$)/g, '$1:');
    expect(await outcome(signed, { trust: { pinnedSha256: [colons] } })).toBe('signed _a1');
    expect(await outcome(signed, { trust: { pinnedSha256: ['0'.repeat(64)] } })).toBe('signature.untrusted');
    expect(await outcome(signed, { trust: { pinnedSha256: [print], at: later(4_000) } })).toBe('signature.expired');
  });

  it('believes a given certificate, and verifies with it only', async () => {
    expect(await outcome(signed, { trust: { certificate: pki.clientOther.certPem } })).toBe('signature.value');
    expect(await outcome(signed, { trust: { certificate: pki.client.certPem, at: later(-30) } })).toBe(
      'signature.notYetValid',
    );
  });

  it('believes a certificate that chains to a given authority', async () => {
    const trust = (more: object): SignatureTrust => ({ authorities: pki.caPem, at: now, ...more });
    expect(await outcome(signed, { trust: trust({}) })).toBe('signed _a1');
    expect(await outcome(signed, { trust: trust({ authorities: pki.authority.certPem }) })).toBe('signed _a1');
    expect(await outcome(signed, { trust: trust({ authorities: pki.root.certPem }) })).toBe('signature.untrusted');
    expect(
      await outcome(signed, { trust: trust({ authorities: pki.root.certPem, intermediates: pki.authority.certPem }) }),
    ).toBe('signed _a1');
    expect(await outcome(signed, { trust: trust({ authorities: pki.otherRoot.certPem }) })).toBe('signature.untrusted');
    expect(await outcome(signed, { trust: trust({ at: later(4_000) }) })).toBe('signature.expired');
    expect(await outcome(signed, { trust: trust({ at: later(-30) }) })).toBe('signature.notYetValid');
    expect(await outcome(signed, { trust: trust({ keyUsage: ['digitalSignature', 'nonRepudiation'] }) })).toBe(
      'signed _a1',
    );
    expect(await outcome(signed, { trust: trust({ keyUsage: ['nonRepudiation'] }) })).toBe('signature.keyUsage');
  });

  it('checks revocation lists when they are given', async () => {
    const rootCrl = await issueCrl(pki.root, []);
    const trust = (...crl: string[]): SignatureTrust => ({
      authorities: pki.root.certPem,
      intermediates: pki.authority.certPem,
      at: now,
      crl,
    });
    expect(await outcome(signed, { trust: trust(rootCrl, await issueCrl(pki.authority, [])) })).toBe('signed _a1');
    expect(await outcome(signed, { trust: trust(rootCrl, await issueCrl(pki.authority, [pki.client])) })).toBe(
      'signature.revoked',
    );
    expect(await outcome(signed, { trust: trust(rootCrl) })).toBe('signature.revocationUnknown');
    expect(
      await outcome(signed, { trust: trust(rootCrl, await issueCrl(pki.authority, [], { to: later(-0.5) })) }),
    ).toBe('signature.revocationUnknown');
    expect(
      await outcome(signed, {
        trust: trust(rootCrl, await issueCrl({ ...pki.authority, keys: pki.otherRoot.keys }, [])),
      }),
    ).toBe('signature.revocationUnknown');
  });

  it('refuses a certificate that a mere leaf issued', async () => {
    const minted = await issue({ subject: 'CN=FAUX,C=FR', issuer: pki.client });
    const xml = await signAssertion(minted);
    expect(await outcome(xml, { trust: { authorities: pki.caPem, intermediates: pki.client.certPem, at: now } })).toBe(
      'signature.untrusted',
    );
  });

  it('refuses an authority below another whose path length is zero', async () => {
    const below = await issue({ subject: 'CN=AC EN TROP,C=FR', issuer: pki.authority, authority: true });
    const leaf = await issue({ subject: 'CN=FEUILLE,C=FR', issuer: below });
    const xml = await signAssertion(leaf);
    expect(await outcome(xml, { trust: { authorities: pki.caPem, intermediates: below.certPem, at: now } })).toBe(
      'signature.untrusted',
    );
  });

  it('refuses a self-signed certificate that copies the subject of a trusted one', async () => {
    const copy = await issue({ subject: pki.client.certificate.subject });
    expect(await outcome(await signAssertion(copy), { trust: { authorities: pki.caPem, at: now } })).toBe(
      'signature.untrusted',
    );
  });

  it('refuses a document that offers no certificate when one is needed', async () => {
    const xml = await signAssertion(pki.client, { keyInfo: 'none' });
    expect(await outcome(xml, { trust: { authorities: pki.caPem, at: now } })).toBe('signature.certificate');
    expect(await outcome(xml)).toBe('signed _a1');
    const bare = signed.replace(/<X509Certificate>[^<]*/, '<X509Certificate>AAAA');
    expect(await outcome(bare, { trust: { authorities: pki.caPem, at: now } })).toBe('signature.certificate');
  });
});

describe('we verify what other tools sign', () => {
  it('xml-crypto', async () => {
    const tool = new SignedXml({
      privateKey: pki.client.keyPem,
      publicCert: pki.client.certPem,
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
      idAttribute: 'ID',
    });
    tool.addReference({
      xpath: "//*[local-name(.)='Assertion']",
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
      transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    });
    tool.computeSignature(assertion(), { location: { reference: "//*[local-name(.)='Issuer']", action: 'after' } });
    expect(await outcome(tool.getSignedXml())).toBe('signed _a1');
    expect(await outcome(tool.getSignedXml(), { trust: { authorities: pki.caPem, at: new Date() } })).toBe(
      'signed _a1',
    );
  });
});

describeWithTool('xmlsec1', 'we verify what xmlsec1 signs', () => {
  it.each(['http://www.w3.org/2001/10/xml-exc-c14n#', 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'])(
    '%s',
    async (method) => {
      const template = assertion().replace(
        '</Issuer>',
        `</Issuer><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="${method}"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI="#_a1"><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><Transform Algorithm="${method}"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference></SignedInfo><SignatureValue/><KeyInfo><X509Data/></KeyInfo></Signature>`,
      );
      const xml = xmlsecSign(template, pki.client.keyPem, pki.client.certPem, 'ID', 'Assertion');
      expect(await outcome(xml)).toBe('signed _a1');
      expect(await outcome(xml, { trust: { authorities: pki.caPem, at: new Date() } })).toBe('signed _a1');
      expect(await outcome(xml.replace('991000000', '991000001'))).toBe('signature.digest');
    },
  );

  it('with an InclusiveNamespaces list', async () => {
    const exc = 'http://www.w3.org/2001/10/xml-exc-c14n#';
    const list = `<ec:InclusiveNamespaces xmlns:ec="${exc}" PrefixList="x #default"/>`;
    const template = `<root xmlns:x="urn:x" xmlns="urn:d"><p:a xmlns:p="urn:p" ID="_a1"><p:b t="x:y"/><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${exc}">${list}</ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><ds:Reference URI="#_a1"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="${exc}">${list}</ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/></ds:Signature></p:a></root>`;
    const xml = xmlsecSign(template, pki.client.keyPem, pki.client.certPem, 'ID', 'a');
    const verified = await verifyEnveloped({
      xml,
      expected: { namespace: 'urn:p', local: 'a', path: [{ namespace: 'urn:d', local: 'root' }] },
      trust: { certificate: pki.client.certPem },
    });
    expect(new TextDecoder().decode(verified.signedBytes)).toBe(
      '<p:a xmlns="urn:d" xmlns:p="urn:p" xmlns:x="urn:x" ID="_a1"><p:b t="x:y"></p:b></p:a>',
    );
  });
});
