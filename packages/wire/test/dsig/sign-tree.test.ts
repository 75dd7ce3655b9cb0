import { beforeAll, describe, expect, it } from 'vitest';
import {
  dangerouslyAllowSha1,
  type SignTreeOptions,
  signEnveloped,
  signTree,
  verifyEnveloped,
} from '../../src/dsig.js';
import { element, raw, serializeXml, type XmlNode, XmlWriteError } from '../../src/xml.js';
import { signerOf } from '../support/assertion.js';
import { type TestPki, testPki } from '../support/pki.js';

const NS = 'urn:assertion';
const name = (local: string) => ({ prefix: 's', namespace: NS, local });
const after = { namespace: NS, local: 'Issuer' };

function tree(more: readonly XmlNode[] = [], id = '_1') {
  return element(
    name('Assertion'),
    [
      { local: 'ID', value: id },
      { prefix: 'x', namespace: 'urn:x', local: 'type', value: 'é"&' },
      { local: 'B', value: '\n' },
    ],
    [
      element(name('Issuer'), {}, ['CN=É & <co>\r\n']),
      element({ prefix: '', namespace: 'urn:hl7', local: 'Role' }),
      ...more,
    ],
    { s: NS, x: 'urn:x', unused: 'urn:u' },
  );
}

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

describe('signTree', () => {
  it.each<[string, Partial<SignTreeOptions>]>([
    ['after the issuer', { insertAfter: after, prefix: 'ds' }],
    ['as last child, without KeyInfo', { keyInfo: 'none' }],
    ['with a digest in SHA-1', { digest: 'sha1', legacy: dangerouslyAllowSha1() }],
  ])('gives the octets that signing the text gives, and they verify: %s', async (_, more) => {
    const signer = signerOf(pki.client);
    const signed = await signTree({ element: tree(), signer, ...more });
    expect(signed).toBe(await signEnveloped({ xml: serializeXml(tree()), referenceId: '_1', signer, ...more }));
    const verified = await verifyEnveloped({
      xml: signed,
      expected: { namespace: NS, local: 'Assertion' },
      trust: { certificate: pki.client.certPem },
      ...(more.legacy === undefined ? {} : { legacy: more.legacy }),
    });
    expect(verified.element.local).toBe('Assertion');
  });

  const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
  it.each<[string, Partial<SignTreeOptions>, string]>([
    ['no identifier of that name', { idAttribute: 'Id' }, 'signing.target'],
    ['an identifier that is no name', { element: tree([], '1') }, 'signing.target'],
    ['a raw part', { element: tree([raw('<b/>')]) }, 'signing.target'],
    ['the same identifier below', { element: tree([element(name('b'), { id: '_1' })]) }, 'signing.duplicateId'],
    [
      'a signature inside',
      { element: tree([element({ prefix: 'd', namespace: DSIG, local: 'Signature' })]) },
      'signing.alreadySigned',
    ],
    ['no such child', { insertAfter: { namespace: NS, local: 'Other' } }, 'signing.position'],
    ['two such children', { insertAfter: after, element: tree([element(name('Issuer'))]) }, 'signing.position'],
    ['SHA-1 without leave', { digest: 'sha1' }, 'signing.algorithm'],
  ])('refuses %s', async (_, more, code) => {
    const options = { element: tree(), signer: signerOf(pki.client), ...more };
    await expect(signTree(options)).rejects.toMatchObject({ code });
  });

  it('refuses a signer whose value is of another key, and what XML cannot carry', async () => {
    const signer = { ...signerOf(pki.client), sign: async () => new Uint8Array(256) };
    await expect(signTree({ element: tree(), signer })).rejects.toMatchObject({ code: 'signing.signerMismatch' });
    const control = tree(['\u0000']);
    await expect(signTree({ element: control, signer: signerOf(pki.client) })).rejects.toBeInstanceOf(XmlWriteError);
  });
});
