import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto as Crypto);

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

const DAY = 86_400_000;

/** A certificate with its key, made for one run of the tests. */
export interface TestCertificate {
  readonly certPem: string;
  readonly keyPem: string;
  readonly der: Uint8Array;
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
}

export interface TestCertificateRequest {
  /** Subject, last RDN first as RFC 2253 reads it, or JSON for multi-valued RDNs. */
  readonly subject: string | x509.JsonName;
  readonly issuer?: TestCertificate;
  readonly authority?: boolean;
  readonly pathLength?: number;
  readonly from?: Date;
  readonly to?: Date;
  readonly keyUsage?: number;
  readonly eku?: readonly string[];
  readonly hosts?: readonly string[];
  readonly extensions?: readonly x509.Extension[];
  readonly keys?: CryptoKeyPair;
  readonly serial?: string;
}

export async function newKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;
}

let counter = 1;

export async function issue(request: TestCertificateRequest): Promise<TestCertificate> {
  const keys = request.keys ?? (await newKeys());
  const { issuer } = request;
  const subject = new x509.Name(request.subject as string);
  counter += 1;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: request.serial ?? `4f00112233445566778899aabbccdd${counter.toString(16).padStart(4, '0')}`,
    subject: subject.toString() === '' ? '' : subject,
    issuer: issuer === undefined ? subject : issuer.certificate.subjectName,
    notBefore: request.from ?? new Date(Date.now() - DAY),
    notAfter: request.to ?? new Date(Date.now() + 365 * DAY),
    signingAlgorithm: RSA,
    publicKey: keys.publicKey,
    signingKey: (issuer ?? { keys }).keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(request.authority ?? false, request.pathLength, request.authority ?? false),
      new x509.KeyUsagesExtension(
        request.keyUsage ??
          (request.authority
            ? x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign
            : x509.KeyUsageFlags.digitalSignature),
        true,
      ),
      ...(request.eku ? [new x509.ExtendedKeyUsageExtension([...request.eku])] : []),
      ...(request.hosts
        ? [
            new x509.SubjectAlternativeNameExtension(
              request.hosts.map((value) => ({
                type: /^[\d.]+$|:/.test(value) ? ('ip' as const) : ('dns' as const),
                value,
              })),
            ),
          ]
        : []),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create((issuer ?? { keys }).keys.publicKey),
      ...(request.extensions ?? []),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    certPem: `${certificate.toString('pem')}\n`,
    keyPem: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    der: new Uint8Array(certificate.rawData),
    certificate,
    keys,
  };
}

/** A revocation list signed by that authority, PEM. */
export async function issueCrl(
  authority: TestCertificate,
  revoked: readonly TestCertificate[],
  dates: { readonly from?: Date; readonly to?: Date } = {},
): Promise<string> {
  const crl = await x509.X509CrlGenerator.create({
    issuer: authority.certificate.subject,
    thisUpdate: dates.from ?? new Date(Date.now() - DAY),
    nextUpdate: dates.to ?? new Date(Date.now() + DAY),
    signingAlgorithm: RSA,
    signingKey: authority.keys.privateKey,
    // Never an empty list, which this library writes as an empty sequence that OpenSSL refuses.
    entries: ['0badcafe', ...revoked.map((item) => item.certificate.serialNumber)].map((serialNumber) => ({
      serialNumber,
      revocationDate: new Date(Date.now() - DAY),
    })),
  });
  return crl.toString('pem').replace(/(BEGIN|END) CRL/g, '$1 X509 CRL');
}

export const EKU = { client: '1.3.6.1.5.5.7.3.2', server: '1.3.6.1.5.5.7.3.1', email: '1.3.6.1.5.5.7.3.4' };

/** Root, intermediate, and the leaves that several tests share. Names imitate IGC-Santé without being it. */
export interface TestPki {
  readonly root: TestCertificate;
  readonly authority: TestCertificate;
  readonly otherRoot: TestCertificate;
  readonly server: TestCertificate;
  readonly client: TestCertificate;
  readonly clientExpired: TestCertificate;
  readonly clientOther: TestCertificate;
  readonly caPem: string;
}

let shared: Promise<TestPki> | undefined;

export function testPki(): Promise<TestPki> {
  shared ??= make();
  return shared;
}

async function make(): Promise<TestPki> {
  const base = 'OU=SIMULATEUR TEST,OU=0002 000000000,O=SIMULATEUR,C=FR';
  const [k1, k2, k3, k4, k5, k6] = await Promise.all([
    newKeys(),
    newKeys(),
    newKeys(),
    newKeys(),
    newKeys(),
    newKeys(),
  ]);
  const root = await issue({ subject: `CN=TEST AC RACINE SIMULATEUR,${base}`, authority: true, keys: k1 });
  const authority = await issue({
    subject: `CN=TEST AC SIMULATEUR ORGANISATIONS,${base}`,
    issuer: root,
    authority: true,
    pathLength: 0,
    keys: k2,
  });
  const otherRoot = await issue({ subject: `CN=TEST AC AUTRE RACINE,${base}`, authority: true, keys: k3 });
  const organisation = 'OU=10B0999999,O=CENTRE DE TEST,ST=Rhône (69),C=FR';
  const server = await issue({
    subject: `CN=localhost,${organisation}`,
    issuer: authority,
    eku: [EKU.server],
    hosts: ['localhost', '127.0.0.1'],
    keys: k4,
  });
  const client = await issue({
    subject: `CN=INSI-AUTO,${organisation}`,
    issuer: authority,
    eku: [EKU.client],
    keys: k5,
  });
  const clientExpired = await issue({
    subject: `CN=INSI-AUTO,${organisation}`,
    issuer: authority,
    eku: [EKU.client],
    from: new Date(Date.now() - 30 * DAY),
    to: new Date(Date.now() - DAY),
    keys: k5,
  });
  const clientOther = await issue({
    subject: `CN=INSI-AUTO,${organisation}`,
    issuer: otherRoot,
    eku: [EKU.client],
    keys: k6,
  });
  return {
    root,
    authority,
    otherRoot,
    server,
    client,
    clientExpired,
    clientOther,
    caPem: root.certPem + authority.certPem,
  };
}
