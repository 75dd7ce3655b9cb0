import { type Case, depositOf, dmp, type Knobs, nextN, now } from './check-tools.ts';
import { deposit, swap, uniqueIds } from './message.ts';

const METADATA = 'XDSRepositoryError';
const CONTENT = 'InvalidDocumentContent';
const DS = 'http://www.w3.org/2000/09/xmldsig#';
const TEXT = (name: string) => new RegExp(`(<Slot name="${name}"><ValueList><Value>)[^<]*`);
const CLASS = (scheme: string) => new RegExp(`(${scheme}[^>]*nodeRepresentation=")[^"]*`);

/** Check 17, the entry of the signature (dmp-xds §8.3). */
const ENTRY: readonly (readonly [string, (text: string) => string])[] = [
  ['mimeType', swap('mimeType="text/xml"', 'mimeType="application/xml"')],
  ['title', swap('value="Source"/></Name><Classification', 'value="Signature"/></Name><Classification')],
  ['typeCode', swap(CLASS('f0306f51'), '$1E1763')],
  [
    'eventCodeList',
    swap('nodeRepresentation="1.2.840.10065.1.12.1.14"', 'nodeRepresentation="1.2.840.10065.1.12.1.1"'),
  ],
  ['confidentialityCode', swap(/<Classification [^>]*nodeRepresentation="INVISIBLE_PATIENT".*?<\/Classification>/, '')],
  [
    'sourcePatientInfo',
    swap(
      '<Slot name="size">',
      '<Slot name="sourcePatientInfo"><ValueList><Value>PID-8|F</Value></ValueList></Slot><Slot name="size">',
    ),
  ],
  ['creationTime', swap(TEXT('creationTime'), '$120200101000000')],
  ['serviceStopTime', swap(TEXT('serviceStopTime'), '$120991231000000')],
  ['sourcePatientId', (text) => text.replace(TEXT('sourcePatientId'), '$142^^^&amp;1.2.3&amp;ISO^PI')],
  [
    'legalAuthenticator',
    (text) => text.replace(TEXT('legalAuthenticator'), (one) => one.replace('899900000003', '899900000029')),
  ],
  ['author', (text) => text.replace(TEXT('authorPerson'), (one) => one.replace('899900000003', '899900000029'))],
  ['healthcareFacilityTypeCode', swap('"SA05"', '"SA07"')],
  ['practiceSettingCode', swap('"AMBULATOIRE"', '"HAD"')],
];

/** An evil copy is read, the signed one is hidden elsewhere. */
const wrap = (pattern: RegExp, evil: (text: string) => string) => (text: string) => {
  const [signed = ''] = pattern.exec(text) ?? [];
  return text
    .replace(signed, evil(signed))
    .replace(
      /<\/xades:QualifyingProperties>/,
      `<xades:UnsignedProperties>${signed}</xades:UnsignedProperties></xades:QualifyingProperties>`,
    );
};
const MANIFEST = /<ds:Manifest .*?<\/ds:Manifest>/s;
const INFO = /<ds:SignedInfo .*?<\/ds:SignedInfo>/s;

const DOCUMENT: readonly (readonly [string, string, string, Knobs['xades']])[] = [
  ['another root', 'xades.root', METADATA, { edit: () => '<a/>' }],
  [
    'a manifest that is not the signed one',
    'xades.wrapped',
    METADATA,
    { edit: wrap(MANIFEST, (m) => m.replace('AA==', 'AA==')) },
  ],
  [
    'a SignedInfo that is not the signed one',
    'xades.wrapped',
    METADATA,
    { edit: wrap(INFO, (i) => i.replace('#IHEManifest', '#autre')) },
  ],
  ['no manifest', 'xades.manifest', CONTENT, { edit: swap(MANIFEST, '') }],
  [
    'a fourth Object',
    'xades.order',
    CONTENT,
    { edit: swap('</ds:Signature>', '<ds:Object></ds:Object></ds:Signature>') },
  ],
  ['no Id', 'xades.id', CONTENT, { edit: swap(' Id="sig-1"', '') }],
  [
    'canonicalisation without comments',
    'xades.canonicalization',
    CONTENT,
    { edit: swap('-20010315#WithComments"></ds:CanonicalizationMethod>', '-20010315"></ds:CanonicalizationMethod>') },
  ],
  [
    'signature by SHA-512',
    'xades.signatureMethod',
    CONTENT,
    { edit: swap(`${DS}rsa-sha1`, 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512') },
  ],
  ['type of the first reference', 'xades.references', CONTENT, { edit: swap(`Type="${DS}Manifest"`, 'Type="urn:x"') }],
  [
    'target of the properties',
    'xades.target',
    CONTENT,
    { edit: swap('Target="#sig-1">\u003cxades', 'Target="#autre">\u003cxades') },
  ],
  [
    'SigningTime without offset',
    'xades.signingTime',
    CONTENT,
    { editProperties: swap('+00:00</xades:SigningTime>', '</xades:SigningTime>') },
  ],
  [
    'no policy',
    'xades.policy',
    CONTENT,
    { editProperties: swap(/<xades:SignaturePolicyIdentifier>.*<\/xades:SignaturePolicyIdentifier>/, '') },
  ],
  [
    'the leaf three times',
    'xades.certDigest',
    CONTENT,
    {
      editProperties: (text) =>
        text.replace(/(<xades:Cert>.*?<\/xades:Cert>)(?:<xades:Cert>.*<\/xades:Cert>)/s, '$1$1$1'),
    },
  ],
  [
    'issuer of another certificate',
    'xades.issuerName',
    CONTENT,
    { editProperties: swap(/<ds:X509IssuerName>[^<]*/, '<ds:X509IssuerName>CN=Autre') },
  ],
  ['Id of the manifest', 'xades.manifestId', CONTENT, { editManifest: swap('Id="IHEManifest"', 'Id="Manifest"') }],
  [
    'one more reference',
    'xades.manifestCount',
    CONTENT,
    { editManifest: (text) => text.replace(/(<ds:Reference URI="urn:oid:[^"]*2">.*?<\/ds:Reference>)/s, '$1$1') },
  ],
  ['URI of a document', 'xades.manifestUri', CONTENT, { editManifest: swap(/urn:oid:([\d.]+)\.2"/, 'urn:oid:$1.4"') }],
  [
    'digest by MD5',
    'xades.manifestDigestMethod',
    CONTENT,
    { editManifest: (text) => text.replaceAll(`${DS}sha1`, `${DS}md5`) },
  ],
  [
    'no transform',
    'xades.manifestTransform',
    CONTENT,
    { editManifest: swap(/<ds:Transforms>.*?<\/ds:Transforms>/, '') },
  ],
];

/** Check 17, beyond the first cases. */
export const SIGNATURE_CASES: readonly Case[] = [
  ...ENTRY.map(
    ([name, signatureEntry]): Case => ({
      check: 17,
      name: `signature entry: ${name}`,
      reason: `signature.${name}`,
      error: METADATA,
      message: () => depositOf({ signatureEntry }),
    }),
  ),
  ...DOCUMENT.map(
    ([name, reason, error, xades]): Case => ({ check: 17, name, reason, error, message: () => depositOf({ xades }) }),
  ),
  {
    check: 17,
    name: 'two signature documents',
    reason: 'signature.count',
    error: METADATA,
    message: () =>
      depositOf({ entry: swap(/(41a5887f[^>]*nodeRepresentation=")10/, '$1urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1') }),
  },
  {
    check: 17,
    name: 'signed by another holder',
    reason: 'xades.signer',
    error: CONTENT,
    message: () => depositOf({ xades: { signer: dmp().pki.identity('other-cps-sign') } }),
  },
  {
    check: 17,
    name: 'manifest of another deposit',
    reason: 'xades.manifestUri',
    error: CONTENT,
    message: () => {
      const n = nextN();
      return deposit({
        pki: dmp().pki,
        now: now(),
        n,
        xades: { documents: [{ uniqueId: uniqueIds(n + 1000).document, bytes: Buffer.from('x') }] },
      });
    },
  },
];
