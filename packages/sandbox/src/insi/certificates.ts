import 'reflect-metadata';
import { createHash, X509Certificate } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { CARD_EXTENSION_OIDS } from '../pki/extensions.js';
import type { TestAuthorityName, TestPki } from '../pki.js';

/** What the checks ask of a certificate. */
export interface CertificateFacts {
  readonly pem: string;
  readonly commonName: string | undefined;
  readonly organisationalUnit: string | undefined;
  readonly surname: string | undefined;
  readonly givenName: string | undefined;
  /** Every attribute of the subject, by OID. */
  readonly subject: ReadonlyMap<string, readonly string[]>;
  readonly issuerCommonName: string | undefined;
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly keyUsages: number;
  readonly extendedKeyUsages: readonly string[];
  /** Last byte of extension 1.2.250.1.71.1.2.2, if present. */
  readonly cardType: number | undefined;
  readonly signedBy: (authorityPem: string) => boolean;
}

const FIELD = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  organisationalUnit: '2.5.4.11',
  givenName: '2.5.4.42',
} as const;

/** The same few certificates come with every call: reading and verifying them again would be most of the work. */
const cache = new Map<string, CertificateFacts>();
const CACHE_LIMIT = 64;

/** Reads a DER certificate; undefined when it is not one. */
export function readCertificateFacts(der: Uint8Array): CertificateFacts | undefined {
  const key = createHash('sha256').update(der).digest('base64');
  const known = cache.get(key);
  if (known) return known;
  const facts = parse(der);
  if (facts) {
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(key, facts);
  }
  return facts;
}

function parse(der: Uint8Array): CertificateFacts | undefined {
  try {
    const parsed = new x509.X509Certificate(new Uint8Array(der));
    const native = new X509Certificate(der);
    const verdicts = new Map<string, boolean>();
    const subject = new Map<string, string[]>();
    for (const oid of SUBJECT_OIDS) subject.set(oid, parsed.subjectName.getField(oid));
    const field = (oid: string) => subject.get(oid)?.[0];
    const cardType = parsed.getExtension(CARD_EXTENSION_OIDS.cardType);
    return {
      pem: native.toString(),
      commonName: field(FIELD.commonName),
      organisationalUnit: field(FIELD.organisationalUnit),
      surname: field(FIELD.surname),
      givenName: field(FIELD.givenName),
      subject,
      issuerCommonName: parsed.issuerName.getField('2.5.4.3')[0],
      serial: parsed.serialNumber.toLowerCase(),
      notBefore: parsed.notBefore,
      notAfter: parsed.notAfter,
      keyUsages: parsed.getExtension(x509.KeyUsagesExtension)?.usages ?? 0,
      extendedKeyUsages: (parsed.getExtension(x509.ExtendedKeyUsageExtension)?.usages ?? []).map(String),
      cardType: cardType ? new Uint8Array(cardType.value).at(-1) : undefined,
      signedBy: (authorityPem) => {
        const verdict = verdicts.get(authorityPem) ?? isSignedBy(native, authorityPem);
        verdicts.set(authorityPem, verdict);
        return verdict;
      },
    };
  } catch {
    return undefined;
  }
}

function isSignedBy(certificate: X509Certificate, authorityPem: string): boolean {
  const authority = new X509Certificate(authorityPem);
  return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}

/** Attribute types that a subject of the IGC-Santé family may hold: C, ST, O, OU, CN, SN, GN, title. */
const SUBJECT_OIDS = [
  '2.5.4.6',
  '2.5.4.8',
  '2.5.4.10',
  '2.5.4.11',
  '2.5.4.3',
  '2.5.4.4',
  '2.5.4.42',
  '2.5.4.12',
] as const;

export const KEY_USAGE = {
  digitalSignature: x509.KeyUsageFlags.digitalSignature,
  nonRepudiation: x509.KeyUsageFlags.nonRepudiation,
} as const;
export const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/** Which of these authorities of the PKI issued the certificate: name and signature both. */
export function issuerAmong(
  pki: TestPki,
  certificate: CertificateFacts,
  names: readonly TestAuthorityName[],
): TestAuthorityName | undefined {
  return names.find((name) => certificate.signedBy(pki.authorities[name].certPem));
}
