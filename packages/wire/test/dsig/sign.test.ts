import { createHash, createVerify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { describeWithTool } from '../../../tooling/src/with-tool.js';
import { canonicalize } from '../../src/c14n.js';
import { createKeySigner, dangerouslyAllowSha1, SigningError, signEnveloped, verifyEnveloped } from '../../src/dsig.js';
import { loadClientIdentity } from '../../src/tls.js';
import { attribute, children, descend, elements, parseXml, text, XmlError } from '../../src/xml.js';
import { assertion, inMessage, message, SAML, signAssertion, signerOf } from '../support/assertion.js';
import { type TestPki, testPki } from '../support/pki.js';
import { xmlsecVerifies } from '../support/xmlsec.js';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

describe('signEnveloped', () => {
  it('writes the recipe of the PS assertion, right after Issuer, and nothing else changes', async () => {
    const signed = await signAssertion(pki.client);
    const root = parseXml(signed);
    expect(elements(root).map((e) => e.local)).toEqual(['Issuer', 'Signature', 'Subject', 'AttributeStatement']);
    const signature = children(root, DSIG, 'Signature')[0];
    if (signature === undefined) throw new Error('no signature');
    expect(signed.slice(0, signature.span.start) + signed.slice(signature.span.end)).toBe(assertion());
    const info = descend(signature, DSIG, 'SignedInfo');
    const reference = info && descend(info, DSIG, 'Reference');
    const transforms = reference && descend(reference, DSIG, 'Transforms');
    expect([
      info && attribute(children(info, DSIG, 'CanonicalizationMethod')[0] ?? info, 'Algorithm'),
      info && attribute(children(info, DSIG, 'SignatureMethod')[0] ?? info, 'Algorithm'),
      reference && attribute(reference, 'URI'),
      transforms && children(transforms, DSIG, 'Transform').map((t) => attribute(t, 'Algorithm')),
      reference && attribute(children(reference, DSIG, 'DigestMethod')[0] ?? reference, 'Algorithm'),
    ]).toEqual([
      'http://www.w3.org/2001/10/xml-exc-c14n#',
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      '#_a1',
      ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
      'http://www.w3.org/2001/04/xmlenc#sha256',
    ]);
    const certificate = descend(signature, DSIG, 'KeyInfo', 'X509Data', 'X509Certificate');
    expect(certificate && Buffer.from(text(certificate), 'base64').equals(pki.client.der)).toBe(true);
    // By hand, from the canonical octets: the digest, then the signature.
    const digest = createHash('sha256')
      .update(await canonicalize(assertion(), { method: 'exc-c14n' }))
      .digest('base64');
    expect(reference && text(children(reference, DSIG, 'DigestValue')[0] ?? reference)).toBe(digest);
    const octets = `<SignedInfo xmlns="${DSIG}">${signed.slice(info?.span.open, info?.span.end)}`;
    const value = Buffer.from(text(children(signature, DSIG, 'SignatureValue')[0] ?? signature), 'base64');
    expect(createVerify('sha256').update(octets).verify(pki.client.certPem, value)).toBe(true);
  });

  it('gives the same bytes for the same input', async () => {
    expect(await signAssertion(pki.client)).toBe(await signAssertion(pki.client));
  });

  it.each(['', 'ds', 'p'])(
    'signs under the exclusive form what libxml2 canonicalises, whatever stands around (prefix "%s")',
    async (prefix) => {
      const xml = `<a xmlns="urn:a" xmlns:p="urn:p" xmlns:ds="${DSIG}" xml:lang="fr" xml:base="http://x/"><b Id="x"><c/></b></a>`;
      let octets = new Uint8Array();
      const own = signerOf(pki.client);
      const signer = {
        ...own,
        sign: (given: Uint8Array) => {
          octets = new Uint8Array(given);
          return own.sign(given);
        },
      };
      const signed = await signEnveloped({ xml, referenceId: 'x', idAttribute: 'Id', signer, prefix });
      const verified = await verifyEnveloped({
        xml: signed,
        idAttribute: 'Id',
        expected: { namespace: 'urn:a', local: 'b', path: [{ namespace: 'urn:a', local: 'a' }] },
        trust: { certificate: pki.client.certPem },
      });
      expect(verified.element.local).toBe('b');
      expect(new TextDecoder().decode(octets)).toBe(
        new TextDecoder().decode(await canonicalize(octets, { method: 'exc-c14n' })),
      );
    },
  );

  it('signs an element inside a document, as last child, with other names and inclusive canonicalisation', async () => {
    const xml =
      '<?xml version="1.0"?>\r\n<a xmlns="urn:a" xmlns:p="urn:p" xml:lang="fr">\n <p:b Id="x" z="1">é😀<c/>\n </p:b></a>';
    const signed = await signEnveloped({
      xml,
      referenceId: 'x',
      idAttribute: 'Id',
      signer: signerOf(pki.client),
      canonicalization: 'c14n',
      prefix: 'ds',
      keyInfo: 'none',
    });
    const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(signed)?.[0] ?? '';
    expect(signature).not.toContain('KeyInfo');
    expect(signed.replace(signature, '')).toBe(xml);
    expect(signed).toContain('</ds:Signature></p:b>');
    const verified = await verifyEnveloped({
      xml: signed,
      idAttribute: 'Id',
      expected: { namespace: 'urn:p', local: 'b', path: [{ namespace: 'urn:a', local: 'a' }] },
      trust: { certificate: pki.client.certPem },
    });
    expect(new TextDecoder().decode(verified.signedBytes)).toBe(
      '<p:b xmlns="urn:a" xmlns:p="urn:p" Id="x" z="1" xml:lang="fr">é😀<c></c>\n </p:b>',
    );
  });

  it('still verifies once the assertion travels in a message', async () => {
    const xml = message(await signAssertion(pki.client));
    const verified = await verifyEnveloped({
      xml,
      expected: inMessage,
      trust: { authorities: pki.caPem, at: new Date() },
    });
    expect(new TextDecoder().decode(verified.signedBytes)).toBe(assertion());
  });

  it('asks an external signer for the signature of the canonical SignedInfo', async () => {
    const seen: string[] = [];
    const card = signerOf(pki.client);
    await signAssertion(pki.client, {
      signer: {
        certificateDer: card.certificateDer,
        algorithm: 'rsa-sha256',
        sign: (octets) => {
          seen.push(new TextDecoder().decode(octets));
          return card.sign(octets);
        },
      },
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(
      /^<SignedInfo xmlns="http:\/\/www.w3.org\/2000\/09\/xmldsig#"><CanonicalizationMethod .*<\/SignedInfo>$/,
    );
  });

  it('lets the error of the signer through', async () => {
    const broken = { ...signerOf(pki.client), sign: () => Promise.reject(new Error('card removed')) };
    await expect(signAssertion(pki.client, { signer: broken })).rejects.toThrow('card removed');
  });

  it('refuses a signer whose key is not that of its certificate', async () => {
    const swapped = { ...signerOf(pki.client), sign: signerOf(pki.clientOther).sign };
    await expect(signAssertion(pki.client, { signer: swapped })).rejects.toMatchObject({
      code: 'signing.signerMismatch',
    });
    const silent = { ...signerOf(pki.client), sign: () => Promise.resolve(new Uint8Array()) };
    await expect(signAssertion(pki.client, { signer: silent })).rejects.toMatchObject({
      code: 'signing.signerMismatch',
    });
  });

  it.each([
    ['no such ID', { referenceId: '_zz' }, 'signing.target'],
    ['an ID that is no name', { referenceId: '"]|//*["' }, 'signing.target'],
    ['an ID carried twice', { xml: '<a ID="_a1"><b Id="_a1"/></a>', insertAfter: undefined }, 'signing.duplicateId'],
    ['no place for the signature', { insertAfter: { namespace: SAML, local: 'Nothing' } }, 'signing.position'],
    [
      'two places for the signature',
      { xml: '<a ID="_a1"><b/><b/></a>', insertAfter: { namespace: '', local: 'b' } },
      'signing.position',
    ],
    ['an empty element', { xml: '<a ID="_a1"/>', insertAfter: undefined }, 'signing.position'],
    [
      'an element signed already',
      { xml: `<a ID="_a1"><Signature xmlns="${DSIG}"/></a>`, insertAfter: undefined },
      'signing.alreadySigned',
    ],
    ['SHA-1', { digest: 'sha1' as const }, 'signing.algorithm'],
  ])('refuses: %s', async (_name, more, code) => {
    await expect(signAssertion(pki.client, more)).rejects.toMatchObject({ code, origin: 'argument' });
    await expect(signAssertion(pki.client, more)).rejects.toBeInstanceOf(SigningError);
  });

  it('refuses a hostile document', async () => {
    await expect(signAssertion(pki.client, { xml: '<!DOCTYPE a><a ID="_a1"/>' })).rejects.toBeInstanceOf(XmlError);
  });

  it('uses SHA-1 only with the leave that stands out', async () => {
    const identity = loadClientIdentity({ cert: pki.client.certPem, key: pki.client.keyPem });
    expect(() => createKeySigner(identity, { algorithm: 'rsa-sha1' })).toThrow(SigningError);
    const legacy = dangerouslyAllowSha1();
    const signed = await signAssertion(pki.client, {
      signer: createKeySigner(identity, { algorithm: 'rsa-sha1', legacy }),
      digest: 'sha1',
      legacy,
    });
    const about = {
      xml: signed,
      expected: { namespace: SAML, local: 'Assertion' },
      trust: { certificate: pki.client.certPem },
    };
    await expect(verifyEnveloped(about)).rejects.toMatchObject({ code: 'signature.algorithm' });
    expect((await verifyEnveloped({ ...about, legacy })).algorithm).toBe('rsa-sha1');
  });
});

describe('other tools verify what we sign', () => {
  it('xml-crypto', async () => {
    for (const canonicalization of ['exc-c14n', 'c14n'] as const) {
      const signed = await signAssertion(pki.client, { canonicalization });
      const signature = /<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? '';
      const check = (xml: string) => {
        const tool = new SignedXml({ publicCert: pki.client.certPem });
        tool.loadSignature(signature);
        try {
          return tool.checkSignature(xml);
        } catch {
          return false;
        }
      };
      expect(check(signed)).toBe(true);
      expect(check(signed.replace('899900000001</NameID>', '899900000002</NameID>'))).toBe(false);
    }
  });
});

describeWithTool('xmlsec1', 'xmlsec1 verifies what we sign', () => {
  it.each([
    ['exclusive', {}],
    ['inclusive', { canonicalization: 'c14n' as const }],
    ['prefixed, last child', { prefix: 'ds', insertAfter: undefined }],
    ['without KeyInfo', { keyInfo: 'none' as const }],
  ])('%s', async (_name, more) => {
    const signed = await signAssertion(pki.client, more);
    expect(xmlsecVerifies(signed, pki.client.certPem, 'ID', 'Assertion')).toBe(true);
    expect(xmlsecVerifies(signed.replace('991000000', '991000001'), pki.client.certPem, 'ID', 'Assertion')).toBe(false);
    expect(xmlsecVerifies(signed, pki.clientOther.certPem, 'ID', 'Assertion')).toBe(false);
  });

  it('inside a message', async () => {
    expect(xmlsecVerifies(message(await signAssertion(pki.client)), pki.client.certPem, 'ID', 'Assertion')).toBe(true);
  });

  it('with line ends and characters that canonicalisation touches', async () => {
    const xml =
      '<a xmlns:unused="urn:u" ID="_a1" b=\'x\r\ny&#9;"\'>\r\n<![CDATA[<é😀>]]><!-- c --><b\n c="1"/>&#13;</a>';
    const signed = await signAssertion(pki.client, { xml, insertAfter: undefined });
    expect(xmlsecVerifies(signed, pki.client.certPem, 'ID', 'a')).toBe(true);
    const verified = await verifyEnveloped({
      xml: signed,
      expected: { namespace: '', local: 'a' },
      trust: { certificate: pki.client.certPem },
    });
    expect(text(verified.element)).toBe('\n<é😀>\r');
  });
});
