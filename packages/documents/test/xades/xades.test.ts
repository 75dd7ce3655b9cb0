import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalize } from '@socle-sante/wire/c14n';
import { formatRfc2253, readCertificate } from '@socle-sante/wire/tls';
import { attribute, children, descend, parseXml, text, walk, XmlError } from '@socle-sante/wire/xml';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { conformanceFile, describeWithConformance, hasConformance } from '../../../tooling/src/conformance.js';
import { itWithTool } from '../../../tooling/src/with-tool.js';
import {
  type SignSubmissionSetOptions,
  SubmissionSignatureError,
  signSubmissionSet,
  verifySubmissionSetSignature,
} from '../../src/xades.js';
import { type TestSigning, testSigning } from '../support/signing.js';
import { schemaErrors } from '../support/xds-schema.js';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const encoder = new TextEncoder();
const SET = '2.999.7.1.20260901.3';
const CDA = encoder.encode(
  '<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Été &amp; hiver</title></ClinicalDocument>',
);
// Not its own canonical form: declaration, self-closing tags, a comment, attributes out of order.
const OWN = encoder.encode(
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<ClinicalDocument xmlns="urn:hl7-org:v3"><!-- v1 --><id root="2.999" extension="é"/></ClinicalDocument>\n',
);
const DICOM = Uint8Array.from({ length: 300 }, (_, index) => index & 0xff);
const documents = [
  { uniqueId: '2.999.7.1.20260901.1', mimeType: 'text/xml', bytes: CDA },
  { uniqueId: '2.999.7.1.20260901.2', mimeType: 'text/xml', bytes: OWN },
  { uniqueId: '2.999.7.1.20260901.4', mimeType: 'application/dicom', bytes: DICOM },
];

let sha1: TestSigning;
let sha256: TestSigning;
beforeAll(async () => {
  [sha1, sha256] = await Promise.all([testSigning('rsa-sha1'), testSigning('rsa-sha256')]);
});

function sign(more: Partial<SignSubmissionSetOptions> = {}, signing: TestSigning = sha1): Promise<Uint8Array> {
  return signSubmissionSet({
    signer: signing.signer,
    chain: signing.chain,
    submissionSetUniqueId: SET,
    documents,
    signingTime: '2026-09-01T08:35:00+02:00',
    id: 'sig-6d0f2f8e',
    ...more,
  });
}

const verify = (bytes: Uint8Array, more: object = {}) =>
  verifySubmissionSetSignature(bytes, { submissionSetUniqueId: SET, documents, ...more });

async function codeOf(bytes: Uint8Array, more: object = {}): Promise<string> {
  try {
    await verify(bytes, more);
    return 'accepted';
  } catch (error) {
    if (error instanceof SubmissionSignatureError || error instanceof XmlError) return error.code;
    throw error;
  }
}

describe('the signature of a set', () => {
  it('has the shape of the DMP', async () => {
    const root = parseXml(await sign());
    expect(root.children.map((item) => (typeof item === 'string' ? item : item.local))).toEqual([
      'SignedInfo',
      'SignatureValue',
      'KeyInfo',
      'Object',
      'Object',
      'Object',
    ]);
    const manifest = [...walk(root)].find((item) => item.local === 'Manifest');
    expect(manifest && attribute(manifest, 'Id')).toBe('IHEManifest');
    const references = manifest === undefined ? [] : children(manifest, DSIG, 'Reference');
    expect(references.map((item) => attribute(item, 'URI'))).toEqual([
      `urn:oid:${SET}`,
      ...documents.map(({ uniqueId }) => `urn:oid:${uniqueId}`),
    ]);
    expect(references.map((item) => descend(item, DSIG, 'Transforms') !== undefined)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const digests = references.map((item) => text(descend(item, DSIG, 'DigestValue') ?? item));
    expect(digests[0]).toBe('AA==');
    expect(digests[1]).toBe(createHash('sha1').update(CDA).digest('base64'));
    const canonical = await canonicalize(OWN, { method: 'c14n-comments' });
    expect(digests[2]).toBe(createHash('sha1').update(canonical).digest('base64'));
    expect(digests[3]).toBe(createHash('sha1').update(DICOM).digest('base64'));
    const names = [...walk(root)].filter((item) => item.local === 'X509IssuerName').map(text);
    const serials = [...walk(root)].filter((item) => item.local === 'X509SerialNumber').map(text);
    const certificates = [sha1.signer.certificateDer, ...sha1.chain].map((der) => readCertificate(der));
    expect(certificates).toHaveLength(3);
    expect(names).toEqual(certificates.map((item) => formatRfc2253(item.issuer)));
    expect(serials).toEqual(certificates.map((item) => item.serialDecimal));
    const purpose = [...walk(root)].find((item) => item.local === 'SignatureProperty');
    expect(purpose && text(purpose)).toBe('1.2.840.10065.1.12.1.14');
    expect(purpose?.namespace).toBe(DSIG);
    const time = [...walk(root)].find((item) => item.local === 'SigningTime');
    expect(time && text(time)).toBe('2026-09-01T08:35:00+02:00');
  });

  it('is verified whole, in SHA-1 and in SHA-256, mixed too', async () => {
    expect(await verify(await sign())).toMatchObject({
      algorithm: 'rsa-sha1',
      digest: 'sha1',
      id: 'sig-6d0f2f8e',
      chainLength: 3,
      signingTime: '2026-09-01T08:35:00+02:00',
    });
    expect(await verify(await sign({}, sha256))).toMatchObject({ algorithm: 'rsa-sha256', digest: 'sha256' });
    expect(await verify(await sign({ digest: 'sha1' }, sha256))).toMatchObject({
      algorithm: 'rsa-sha256',
      digest: 'sha1',
    });
    expect(await verify(await sign({ purpose: 'unqualified' }))).toMatchObject({ digest: 'sha1' });
    expect(await codeOf(await sign(), { accept: ['sha256'] })).toBe('documents.xades.algorithm');
    expect(await codeOf(await sign({}, sha256), { accept: ['sha256'] })).toBe('accepted');
    const { certificateDer } = sha1.signer;
    expect(await codeOf(await sign(), { certificate: certificateDer })).toBe('accepted');
    expect(await codeOf(await sign(), { certificate: sha1.chain[0] })).toBe('documents.xades.certificate');
  });

  it('is the same bytes for the same input', async () => {
    expect(await sign()).toEqual(await sign());
  });

  it('survives another writer: prefixes, white space, inherited xml:lang, comments', async () => {
    // Changing prefixes or adding text inside signed parts breaks the signature; outside of them it does not.
    const source = new TextDecoder().decode(await sign());
    const spaced = source
      .replace('<ds:KeyInfo>', '\n<!-- key -->\n<ds:KeyInfo>')
      .replaceAll('<ds:Object>', '\n<ds:Object>\n')
      .replace('<ds:Signature ', '<?xml version="1.0" encoding="UTF-8"?>\n<ds:Signature ');
    expect(await codeOf(encoder.encode(spaced))).toBe('accepted');
    const lang = source.replace('<ds:Signature ', '<ds:Signature xml:lang="fr" ');
    expect(await codeOf(encoder.encode(lang))).toBe('documents.xades.signature');
    const more = source.replace('<ds:Signature ', '<ds:Signature xmlns:x="urn:x" ');
    expect(await codeOf(encoder.encode(more))).toBe('documents.xades.signature');
  });

  it.each<[string, (xml: string) => string, string]>([
    [
      'SignedInfo',
      (x) => x.replace('#S0-SignedProperties"><ds:DigestMethod', '#S0-SignedProperties"> <ds:DigestMethod'),
      'documents.xades.signature',
    ],
    [
      'SignatureValue',
      (x) => x.replace(/(<ds:SignatureValue>.{40})(.)/, (_, a: string, b: string) => a + (b === 'A' ? 'B' : 'A')),
      'documents.xades.signature',
    ],
    [
      'manifest digest of a document',
      (x) =>
        x.replace(/(\.1"><ds:Transforms>.*?DigestValue>)(.)/, (_, a: string, b: string) => a + (b === 'A' ? 'B' : 'A')),
      'documents.xades.digest',
    ],
    [
      'manifest URI',
      (x) => x.replace('urn:oid:2.999.7.1.20260901.1', 'urn:oid:2.999.7.1.20260901.9'),
      'documents.xades.digest',
    ],
    ['digest of the set', (x) => x.replace('AA==', 'AQ=='), 'documents.xades.digest'],
    ['signing time', (x) => x.replace('08:35:00', '08:36:00'), 'documents.xades.digest'],
    ['issuer name', (x) => x.replace(/(X509IssuerName>)CN=/, '$1CN=X'), 'documents.xades.digest'],
    ['serial of the leaf', (x) => x.replace('X509SerialNumber>', 'X509SerialNumber>9'), 'documents.xades.certificate'],
    ['purpose', (x) => x.replace('1.2.840.10065.1.12.1.14<', '1.2.840.10065.1.12.1.1<'), 'documents.xades.purpose'],
    [
      'XAdES version',
      (x) => x.replaceAll('/01903/v1.1.1#"', '/01903/v1.3.2#"').replace('v1.3.2#" URI', 'v1.1.1#" URI'),
      'documents.xades.version',
    ],
    [
      'identifier given twice',
      (x) => x.replace('Id="purposeOfSignature"', 'Id="IHEManifest"'),
      'documents.xades.reference',
    ],
    [
      'reference to another part',
      (x) => x.replace('URI="#IHEManifest"', 'URI="#purposeOfSignature"'),
      'documents.xades.signature',
    ],
    [
      'target',
      (x) => x.replace('Target="#sig-6d0f2f8e"><xades', 'Target="#other"><xades'),
      'documents.xades.reference',
    ],
    ['SHA-512', (x) => x.replace('xmldsig#rsa-sha1', 'xmldsig#rsa-sha512'), 'documents.xades.algorithm'],
    [
      'other transform',
      (x) =>
        x.replace(
          '<ds:Transform Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments"',
          '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"',
        ),
      'documents.xades.algorithm',
    ],
    [
      'second manifest',
      (x) =>
        x.replace(
          /<ds:Object>(<ds:Manifest.*?<\/ds:Manifest>)<\/ds:Object>/,
          (whole, inner: string) => `${whole}<ds:Object>${inner.replace('IHEManifest', 'Other')}</ds:Object>`,
        ),
      'documents.xades.structure',
    ],
    ['KeyInfo left out', (x) => x.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, ''), 'documents.xades.structure'],
    [
      'something more in KeyInfo',
      (x) => x.replace('<ds:X509Certificate>', '<ds:X509Certificate>AAAA</ds:X509Certificate><ds:X509Certificate>'),
      'documents.xades.structure',
    ],
    ['another root', (x) => `<a>${x}</a>`, 'documents.xades.structure'],
    ['DOCTYPE', (x) => `<!DOCTYPE a>${x}`, 'xml.doctype'],
  ])('changed %s is seen', async (_, change, expected) => {
    const source = new TextDecoder().decode(await sign());
    const changed = change(source);
    expect(changed).not.toBe(source);
    expect(await codeOf(encoder.encode(changed))).toBe(expected);
  });

  it('no byte of a signed part can change, and what cannot be read is refused by a typed error', async () => {
    const source = new TextDecoder().decode(await sign());
    const spans = ['ds:SignedInfo', 'ds:Manifest', 'xades:SignedProperties', 'ds:X509Certificate'].map((name) => ({
      from: source.indexOf(`<${name}`),
      to: source.indexOf(`</${name}>`),
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.constantFrom('x', 'A', '=', '<', '>', '"', ' ', 'é', '&', '0'),
        fc.nat(),
        async (at, letter, which) => {
          const span = spans[which % spans.length] ?? { from: 0, to: 1 };
          const place = span.from + (at % (span.to - span.from));
          if (source[place] === letter) return;
          const changed = source.slice(0, place) + letter + source.slice(place + 1);
          expect(await codeOf(encoder.encode(changed))).not.toBe('accepted');
        },
      ),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat({ max: 200 }), async (at, length) => {
        const from = at % source.length;
        await codeOf(encoder.encode(source.slice(0, from) + source.slice(from + length)));
      }),
      { numRuns: 150 },
    );
  });

  it('changed, missing or added documents are seen', async () => {
    const bytes = await sign();
    const [first, second, third] = documents;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three documents');
    const with1 = (content: Uint8Array) => [{ ...first, bytes: content }, second, third];
    const changed = encoder.encode('<ClinicalDocument xmlns="urn:hl7-org:v3"></ClinicalDocument>');
    expect(await codeOf(bytes, { documents: with1(changed) })).toBe('documents.xades.document');
    expect(await codeOf(bytes, { documents: with1(encoder.encode('not xml')) })).toBe('documents.xades.document');
    expect(await codeOf(bytes, { documents: [first, second, { ...third, bytes: DICOM.slice(1) }] })).toBe(
      'documents.xades.document',
    );
    expect(await codeOf(bytes, { documents: [first, second] })).toBe('documents.xades.manifest');
    expect(await codeOf(bytes, { documents: [...documents, first] })).toBe('documents.xades.manifest');
    expect(await codeOf(bytes, { documents: [first, second, { ...third, uniqueId: '2.999.1' }] })).toBe(
      'documents.xades.manifest',
    );
    expect(await codeOf(bytes, { submissionSetUniqueId: '2.999.1' })).toBe('documents.xades.manifest');
  });

  it('another key under the same certificate, or another certificate with the same value, is seen', async () => {
    const other = await testSigning('rsa-sha1', 'cps-sign');
    const swapped = { ...sha1.signer, sign: other.signer.sign };
    await expect(sign({ signer: swapped })).rejects.toThrow(expect.objectContaining({ code: 'documents.xades.input' }));
    const source = new TextDecoder().decode(await sign());
    const certificate = Buffer.from(other.signer.certificateDer).toString('base64');
    const replaced = source.replace(/(<ds:X509Certificate>)[^<]+/, `$1${certificate}`);
    expect(await codeOf(encoder.encode(replaced))).toBe('documents.xades.certificate');
  });

  it('refuses what cannot be signed', async () => {
    const input = expect.objectContaining({ code: 'documents.xades.input' });
    await expect(sign({ chain: [...sha1.chain].reverse() })).rejects.toThrow(input);
    await expect(sign({ id: '6d0f2f8e' })).rejects.toThrow(input);
    await expect(sign({ signingTime: '2026-09-01T08:35:00' })).rejects.toThrow(input);
    await expect(sign({ submissionSetUniqueId: 'a^b' })).rejects.toThrow(input);
    await expect(sign({ submissionSetUniqueId: documents[0]?.uniqueId ?? '' })).rejects.toThrow(input);
    const bad = [{ uniqueId: '2.999.1', mimeType: 'text/xml', bytes: encoder.encode('<a>') }];
    await expect(sign({ documents: bad })).rejects.toThrow(XmlError);
  });

  it('says nothing of the document in an error', async () => {
    const secret = encoder.encode('<SECRET xmlns="urn:x"/>');
    await expect(verify(secret)).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('SECRET') as string }),
    );
  });
});

describe('other programs', () => {
  itWithTool('xmlsec1', 'xmlsec1 verifies it, and each reference of the manifest', async (tool) => {
    const folder = mkdtempSync(join(tmpdir(), 'socle-xades-'));
    try {
      for (const signing of [sha1, sha256]) {
        const bytes = await sign({}, signing);
        const path = (name: string): string => join(folder, name);
        writeFileSync(path('sig.xml'), bytes);
        writeFileSync(path('cert.pem'), signing.certPem);
        writeFileSync(path('set'), Uint8Array.of(0));
        const maps = documents.flatMap(({ uniqueId, bytes: content }, index) => {
          writeFileSync(path(`doc${index}`), content);
          return [`--url-map:urn:oid:${uniqueId}`, path(`doc${index}`)];
        });
        const run = (file: string) =>
          spawnSync(tool, [
            '--verify',
            '--pubkey-cert-pem',
            path('cert.pem'),
            '--id-attr:Id',
            'Manifest',
            '--id-attr:Id',
            'http://uri.etsi.org/01903/v1.1.1#:SignedProperties',
            `--url-map:urn:oid:${SET}`,
            path('set'),
            ...maps,
            path(file),
          ]);
        const good = run('sig.xml');
        const said = good.stderr.toString() + good.stdout.toString();
        expect(good.status, said).toBe(0);
        expect(said).toContain('SignedInfo References (ok/all): 2/2');
        // The set is not a file: its digest is one zero byte, which is the digest of nothing.
        expect(said).toContain('Manifests References (ok/all): 3/4');
        const text = new TextDecoder().decode(bytes);
        writeFileSync(path('bad.xml'), text.replace('08:35:00', '08:35:01'));
        expect(run('bad.xml').status).not.toBe(0);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('xml-crypto verifies it', async () => {
    const check = (xml: string): boolean => {
      const tool = new SignedXml({ publicCert: sha1.certPem });
      tool.loadSignature(xml);
      try {
        return tool.checkSignature(xml);
      } catch {
        return false;
      }
    };
    const source = new TextDecoder().decode(await sign());
    expect(check(source)).toBe(true);
    expect(check(source.replace('08:35:00', '08:35:01'))).toBe(false);
    expect(check(source.replace('AA==', 'AQ=='))).toBe(false);
  });
});

describeWithConformance('official schemas', () => {
  it('take it, but for the text of the purpose, which they want as an element', async () => {
    expect(schemaErrors(await sign({ purpose: 'unqualified' }))).toEqual([]);
    const errors = schemaErrors(await sign());
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('SignatureProperty');
  });

  it('the sample is read, and does not verify', async () => {
    expect(hasConformance).toBe(true);
    const sample = readFileSync(conformanceFile('xds/samples/signature.shape-only.xml'));
    await expect(verify(new Uint8Array(sample))).rejects.toThrow(
      expect.objectContaining({ code: 'documents.xades.certificate' }),
    );
  });
});
