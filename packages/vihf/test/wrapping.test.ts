import { beforeAll, describe, expect, it } from 'vitest';
import { inspectVihf } from '../src/inspect.js';
import { verifyVihf } from '../src/verify.js';
import { build, indirect, SAML, testPki, WSSE } from './support.js';

const SOAP = 'http://www.w3.org/2003/05/soap-envelope';
const envelope = (header: string, body = '') =>
  `<s:Envelope xmlns:s="${SOAP}"><s:Header><w:Security xmlns:w="${WSSE}">${header}</w:Security></s:Header><s:Body>${body}</s:Body></s:Envelope>`;

let xml: string;
let trust: { readonly certificate: string };
beforeAll(async () => {
  xml = await build();
  trust = { certificate: (await testPki()).identity('org-sign').certPem };
});

const id = () => inspectVihf(xml).id ?? '';
const signature = () => /<ds:Signature .*<\/ds:Signature>/s.exec(xml)?.[0] ?? '';
const unsigned = () => xml.replace(signature(), '');
const forged = () => unsigned().replace('899900000003', '899900000029');

describe('a signed assertion', () => {
  it('verifies in its message too, to the byte', async () => {
    const { view } = await verifyVihf(envelope(xml), { trust });
    expect(view).toMatchObject({ id: id(), claims: { nameId: '899900000003' } });
  });

  it.each<readonly [string, () => string]>([
    ['altered', () => xml.replace('899900000003', '899900000029')],
    ['with white space added', () => xml.replace('<saml2:Subject>', '<saml2:Subject> ')],
    ['without its signature', unsigned],
    [
      'with the signature at its end',
      () => unsigned().replace('</saml2:Assertion>', `${signature()}</saml2:Assertion>`),
    ],
    ['signed by another', () => forged().replace('</saml2:Issuer>', `</saml2:Issuer>${signature()}`)],
    ['beside a forged one', () => envelope(forged() + xml)],
    ['hidden in the body under a forged one', () => envelope(forged(), xml)],
    [
      'inside the forged one',
      () => envelope(forged().replace('<saml2:Subject>', `<saml2:Advice>${xml}</saml2:Advice><saml2:Subject>`)),
    ],
    [
      'inside the signature of the forged one',
      () =>
        envelope(
          forged().replace(
            '</saml2:Issuer>',
            `</saml2:Issuer>${signature().replace('</ds:Signature>', `<ds:Object>${unsigned()}</ds:Object></ds:Signature>`)}`,
          ),
        ),
    ],
    ['whose ID another element carries', () => envelope(xml, `<a ID="${id()}"></a>`)],
    ['whose signature is in the body', () => envelope(forged(), signature())],
    ['with two signatures', () => xml.replace(signature(), signature() + signature())],
    ['with another algorithm', () => xml.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-sha512')],
    [
      'with a symmetric algorithm',
      () =>
        xml.replace('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'),
    ],
    [
      'with another transform',
      () =>
        xml.replace(
          'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
          'http://www.w3.org/TR/1999/REC-xslt-19991116',
        ),
    ],
    ['with a reference to the whole document', () => xml.replace(`URI="#${id()}"`, 'URI=""')],
    ['in the namespace of SAML 1.1', () => xml.replaceAll(SAML, 'urn:oasis:names:tc:SAML:1.0:assertion')],
    ['with a document type', () => `<!DOCTYPE x [<!ENTITY a "b">]>${xml}`],
  ])('%s is refused with a typed error', async (_, change) => {
    const changed = change();
    expect(changed).not.toBe(xml);
    await expect(verifyVihf(changed, { trust })).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:signature|xml|vihf)\./),
      origin: 'answer',
    });
  });

  it.each([
    ['of another holder', 'other-org-sign', 'signature.untrusted'],
    ['of an unknown authority', 'org-sign-wrongAuthority', 'signature.untrusted'],
    ['revoked', 'org-sign-revoked', 'signature.revoked'],
  ])('whose certificate is %s is not trusted', async (_, role, code) => {
    const pki = await testPki();
    const signed = await build(indirect({ structure: pki.identity(role).emetteur }), {}, role);
    const given =
      role === 'other-org-sign'
        ? { pinnedSha256: ['00'.repeat(32)] }
        : { authorities: pki.caPem, at: new Date(), crl: [pki.crlPem] };
    await expect(verifyVihf(signed, { trust: given })).rejects.toMatchObject({
      code: expect.stringContaining(code.slice(0, 14)),
    });
  });
});
