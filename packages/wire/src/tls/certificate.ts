import { createHash, X509Certificate } from 'node:crypto';
import { IdentityError } from '../errors/identity-error.js';
import {
  type DerNode,
  derBits,
  derBoolean,
  derChildren,
  derInteger,
  derOid,
  derTime,
  expectTag,
  hex,
  readDer,
  TAG,
} from './der.js';
import { readName } from './name.js';
import { asPemText, pemBlocks, toPem } from './pem.js';
import type { CertificateExtension, CertificateInfo, KeyUsage } from './types.js';
import { rememberX509 } from './x509.js';

const KEY_USAGES: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

const MAX_DER = 65_536;

/**
 * Reads a certificate, PEM (the first one of the text) or DER: names, serial, dates, usages, raw extensions (RFC 5280 §4).
 * Throws {@link IdentityError} 'certificate.malformed'.
 */
export function readCertificate(input: string | Uint8Array): CertificateInfo {
  const pem = asPemText(input);
  const der =
    pem === undefined ? new Uint8Array(input as Uint8Array) : pemBlocks(pem, 'CERTIFICATE', 'X509 CERTIFICATE')[0];
  if (der === undefined || der.length > MAX_DER) throw new IdentityError('certificate.malformed');
  try {
    return readInfo(der);
  } catch {
    // The reason (offset, tag) would say nothing to the caller, and the bytes may hold a name.
    throw new IdentityError('certificate.malformed');
  }
}

function readInfo(der: Uint8Array): CertificateInfo {
  const x509 = new X509Certificate(der);
  const [tbs] = derChildren(readDer(der, TAG.sequence));
  const fields = derChildren(expectTag(tbs, TAG.sequence));
  // [0] version is absent in version 1 certificates.
  const from = fields[0]?.tag === 0xa0 ? 1 : 0;
  const [serial, , issuer, validity, subject] = fields.slice(from);
  const [notBefore, notAfter] = derChildren(expectTag(validity, TAG.sequence));
  const serialValue = derInteger(expectTag(serial, TAG.integer));
  const extensions = readExtensions(fields.find((field) => field.tag === 0xa3));
  const value = (oid: string): DerNode | undefined => {
    const found = extensions.get(oid);
    return found && readDer(found.value);
  };
  const constraints = readBasicConstraints(value('2.5.29.19'));
  const details = x509.publicKey.asymmetricKeyDetails;
  const info: CertificateInfo = {
    subject: readName(expectTag(subject)),
    issuer: readName(expectTag(issuer)),
    serialHex: serialValue.toString(16).toUpperCase(),
    serialDecimal: serialValue.toString(10),
    notBefore: derTime(expectTag(notBefore)),
    notAfter: derTime(expectTag(notAfter)),
    keyUsage: readKeyUsage(value('2.5.29.15')),
    extendedKeyUsage: readOids(value('2.5.29.37')),
    subjectAltNames: readAltNames(value('2.5.29.17')),
    ...constraints,
    crlUrls: readCrlUrls(value('2.5.29.31')),
    keyType: x509.publicKey.asymmetricKeyType ?? 'unknown',
    ...(details?.modulusLength === undefined ? {} : { keyBits: details.modulusLength }),
    extensions,
    sha256: createHash('sha256').update(der).digest('hex'),
    der,
    pem: toPem(der, 'CERTIFICATE'),
  };
  rememberX509(info, x509);
  return info;
}

function readExtensions(field: DerNode | undefined): Map<string, CertificateExtension> {
  const out = new Map<string, CertificateExtension>();
  if (field === undefined) return out;
  const [list] = derChildren(field);
  for (const item of derChildren(expectTag(list, TAG.sequence))) {
    const parts = derChildren(expectTag(item, TAG.sequence));
    const oid = derOid(expectTag(parts[0], TAG.oid));
    const critical = parts.length === 3 && derBoolean(expectTag(parts[1], TAG.boolean));
    // RFC 5280 §4.2: an extension appears once. A second one would let two readers disagree.
    if (out.has(oid)) throw new IdentityError('certificate.malformed');
    out.set(oid, { oid, critical, value: expectTag(parts.at(-1), TAG.octetString).content });
  }
  return out;
}

function readKeyUsage(node: DerNode | undefined): KeyUsage[] {
  if (node === undefined) return [];
  const bits = derBits(node);
  return KEY_USAGES.filter((_, index) => bits[index]);
}

function readOids(node: DerNode | undefined): string[] {
  return node === undefined ? [] : derChildren(node).map(derOid);
}

function readBasicConstraints(node: DerNode | undefined): { isAuthority: boolean; pathLength?: number } {
  if (node === undefined) return { isAuthority: false };
  const parts = derChildren(node);
  const flag = parts.find((part) => part.tag === TAG.boolean);
  const length = parts.find((part) => part.tag === TAG.integer);
  return {
    isAuthority: flag !== undefined && derBoolean(flag),
    ...(length === undefined ? {} : { pathLength: Number(derInteger(length)) }),
  };
}

function readAltNames(node: DerNode | undefined): CertificateInfo['subjectAltNames'] {
  if (node === undefined) return [];
  return derChildren(node).map((item) => {
    const latin = () => new TextDecoder('latin1').decode(item.content);
    switch (item.tag) {
      case 0x81:
        return { kind: 'email', value: latin() };
      case 0x82:
        return { kind: 'dns', value: latin() };
      case 0x86:
        return { kind: 'uri', value: latin() };
      case 0x87:
        return { kind: 'ip', value: formatIp(item.content) };
      default:
        return { kind: 'other', value: hex(item.raw) };
    }
  });
}

function formatIp(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 2)
    groups.push((((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16));
  return groups.join(':');
}

/** URIs of CRLDistributionPoints: SEQUENCE OF { [0] { [0] { [6] URI } } }. */
function readCrlUrls(node: DerNode | undefined): string[] {
  if (node === undefined) return [];
  return derChildren(node)
    .flatMap((point) => derChildren(point).filter((part) => part.tag === 0xa0))
    .flatMap((names) => derChildren(names).filter((part) => part.tag === 0xa0))
    .flatMap((full) => derChildren(full).filter((part) => part.tag === 0x86))
    .map((uri) => new TextDecoder('latin1').decode(uri.content));
}
