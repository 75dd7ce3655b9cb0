import type { DigestAlgorithm, SignatureAlgorithm } from '@socle-sante/wire/dsig';
import { escapeAttribute, escapeText } from '@socle-sante/wire/xml';
import {
  C14N_COMMENTS,
  DSIG,
  digestUris,
  MANIFEST_ID,
  MANIFEST_TYPE,
  PROPERTIES_ID,
  PROPERTIES_TYPE,
  PURPOSE_ID,
  PURPOSE_SOURCE,
  signatureUris,
  XADES,
} from './algorithms.js';

const NS_DS = ` xmlns:ds="${DSIG}"`;
const NS_XADES = ` xmlns:xades="${XADES}"`;

/** One line of the manifest. */
export interface ManifestLine {
  readonly uniqueId: string;
  /** Base64. */
  readonly digestValue: string;
  /** XML: the digest bears on the canonical form with comments. */
  readonly canonical: boolean;
}

/** One certificate of SigningCertificate. */
export interface CertificateLine {
  /** Base64. */
  readonly digestValue: string;
  /** RFC 2253. */
  readonly issuer: string;
  readonly serialDecimal: string;
}

/**
 * A part that is signed: what it is in the document, and its canonical form (inclusive Canonical XML 1.0), which differs
 * only by the namespaces that it inherits there. All that this file writes is canonical already: no empty tag, attributes
 * in order, escapes of §1.1.
 */
export interface SignedPart {
  readonly inDocument: string;
  readonly canonical: string;
}

function part(name: string, namespaces: string, attributes: string, content: string): SignedPart {
  const tail = `${attributes}>${content}</${name}>`;
  return { inDocument: `<${name}${tail}`, canonical: `<${name}${namespaces}${tail}` };
}

function method(name: string, uri: string): string {
  return `<${name} Algorithm="${uri}"></${name}>`;
}

function digest(prefix: string, algorithm: DigestAlgorithm, value: string): string {
  const uri = digestUris[algorithm];
  return `${method(`${prefix}:DigestMethod`, uri)}<${prefix}:DigestValue>${value}</${prefix}:DigestValue>`;
}

/** ds:Manifest: the set first, whose digest is one zero byte, then each document (IHE DSG, as the DMP has it). */
export function manifestPart(lines: readonly ManifestLine[], algorithm: DigestAlgorithm): SignedPart {
  const transforms = `<ds:Transforms>${method('ds:Transform', C14N_COMMENTS)}</ds:Transforms>`;
  const content = lines.map(
    (line) =>
      `<ds:Reference URI="urn:oid:${escapeAttribute(line.uniqueId)}">${line.canonical ? transforms : ''}${digest('ds', algorithm, line.digestValue)}</ds:Reference>`,
  );
  return part('ds:Manifest', NS_DS, ` Id="${MANIFEST_ID}"`, content.join(''));
}

/** xades:SignedProperties: instant, certificates, implied policy. */
export function propertiesPart(
  signingTime: string,
  certificates: readonly CertificateLine[],
  algorithm: DigestAlgorithm,
): SignedPart {
  const list = certificates.map(
    (line) =>
      `<xades:Cert><xades:CertDigest>${digest('xades', algorithm, line.digestValue)}</xades:CertDigest>` +
      `<xades:IssuerSerial><ds:X509IssuerName>${escapeText(line.issuer)}</ds:X509IssuerName>` +
      `<ds:X509SerialNumber>${line.serialDecimal}</ds:X509SerialNumber></xades:IssuerSerial></xades:Cert>`,
  );
  const content =
    `<xades:SignedSignatureProperties><xades:SigningTime>${escapeText(signingTime)}</xades:SigningTime>` +
    `<xades:SigningCertificate>${list.join('')}</xades:SigningCertificate>` +
    '<xades:SignaturePolicyIdentifier><xades:SignaturePolicyImplied></xades:SignaturePolicyImplied></xades:SignaturePolicyIdentifier>' +
    '</xades:SignedSignatureProperties><xades:SignedDataObjectProperties></xades:SignedDataObjectProperties>';
  return part('xades:SignedProperties', NS_DS + NS_XADES, ` Id="${PROPERTIES_ID}"`, content);
}

/** ds:SignedInfo with its two references. */
export function signedInfoPart(
  signature: SignatureAlgorithm,
  algorithm: DigestAlgorithm,
  manifestDigest: string,
  propertiesDigest: string,
): SignedPart {
  const reference = (type: string, id: string, value: string): string =>
    `<ds:Reference Type="${type}" URI="#${id}">${digest('ds', algorithm, value)}</ds:Reference>`;
  return part(
    'ds:SignedInfo',
    NS_DS,
    '',
    method('ds:CanonicalizationMethod', C14N_COMMENTS) +
      method('ds:SignatureMethod', signatureUris[signature]) +
      reference(MANIFEST_TYPE, MANIFEST_ID, manifestDigest) +
      reference(PROPERTIES_TYPE, PROPERTIES_ID, propertiesDigest),
  );
}

/** How the purpose is written: in the ds namespace, or without namespace as in the official sample. */
export type PurposeForm = 'ds' | 'unqualified';

/** The whole document. */
export function signatureDocument(input: {
  readonly id: string;
  readonly signedInfo: SignedPart;
  readonly signatureValue: string;
  readonly certificate: string;
  readonly manifest: SignedPart;
  readonly properties: SignedPart;
  readonly purpose: PurposeForm;
}): string {
  const prefix = input.purpose === 'ds' ? 'ds:' : '';
  const unqualified = input.purpose === 'ds' ? '' : ' xmlns=""';
  // Not in a canonical form of its own when unqualified: `xmlns=""` says there what is so already. It is not signed.
  const purpose =
    `<${prefix}SignatureProperties${unqualified}><${prefix}SignatureProperty Id="${PURPOSE_ID}" Target="#${input.id}">` +
    `${PURPOSE_SOURCE}</${prefix}SignatureProperty></${prefix}SignatureProperties>`;
  return (
    `<ds:Signature${NS_DS} Id="${input.id}">${input.signedInfo.inDocument}` +
    `<ds:SignatureValue>${input.signatureValue}</ds:SignatureValue>` +
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${input.certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
    `<ds:Object>${input.manifest.inDocument}</ds:Object><ds:Object>${purpose}</ds:Object>` +
    `<ds:Object><xades:QualifyingProperties${NS_XADES} Target="#${input.id}">${input.properties.inDocument}</xades:QualifyingProperties></ds:Object>` +
    '</ds:Signature>'
  );
}
