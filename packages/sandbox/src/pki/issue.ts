import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import type { SigningAuthority } from './authorities.js';
import { cardExtensions, privateKeyUsagePeriod, revocationPointers, supportExtension } from './extensions.js';
import { RSA_SHA256, type TestKeyPair } from './keys.js';
import type { LeafTemplate } from './leaves.js';
import { encodeName } from './names.js';

const DAY_MS = 24 * 3_600_000;
const THREE_YEARS_MS = 3 * 365 * DAY_MS;

/** Three years, as IGC-Santé does; a good leaf began yesterday so that small clock differences do no harm. */
function leafValidity(when: LeafTemplate['when'], now: Date): { notBefore: Date; notAfter: Date } {
  const shift = when === 'expired' ? -THREE_YEARS_MS - 30 * DAY_MS : when === 'notYetValid' ? 30 * DAY_MS : -DAY_MS;
  const notBefore = new Date(Math.floor((now.getTime() + shift) / 1000) * 1000);
  return { notBefore, notAfter: new Date(notBefore.getTime() + THREE_YEARS_MS) };
}

function usageExtensions(template: LeafTemplate, notBefore: Date, notAfter: Date): x509.Extension[] {
  const flags = x509.KeyUsageFlags;
  const eku = x509.ExtendedKeyUsage;
  const usage = (bits: number, ...purposes: string[]) => [
    new x509.KeyUsagesExtension(bits, true),
    new x509.ExtendedKeyUsageExtension(purposes),
  ];
  switch (template.kind) {
    case 'org-auth':
    case 'card-auth':
      return usage(flags.digitalSignature, eku.clientAuth);
    case 'server':
      return usage(flags.digitalSignature | flags.keyEncipherment, eku.serverAuth);
    case 'org-sign':
      return [
        ...usage(flags.digitalSignature | flags.nonRepudiation, eku.emailProtection),
        privateKeyUsagePeriod(notBefore, notAfter),
      ];
    case 'org-cipher':
      return usage(flags.keyEncipherment | flags.dataEncipherment, eku.emailProtection);
    case 'card-sign':
    case 'software-person-sign':
      return [...usage(flags.nonRepudiation, eku.emailProtection), privateKeyUsagePeriod(notBefore, notAfter)];
  }
}

function isAddress(name: string): boolean {
  return name.includes(':') || /^\d+(\.\d+){3}$/.test(name);
}

interface LeafRequest {
  readonly template: LeafTemplate;
  readonly keys: TestKeyPair;
  /** Absent for a self-signed leaf. */
  readonly issuer?: SigningAuthority;
  readonly serial: string;
  readonly now: Date;
  readonly serverNames: readonly string[];
}

/** One end-entity certificate, RSA 2048 and sha256WithRSAEncryption. */
export async function issueLeaf(request: LeafRequest): Promise<x509.X509Certificate> {
  const { template, keys, issuer } = request;
  const subject = new x509.Name(encodeName(template.subject));
  const { notBefore, notAfter } = leafValidity(template.when, request.now);
  const names = template.serverNames ?? request.serverNames;
  return x509.X509CertificateGenerator.create({
    serialNumber: request.serial,
    subject,
    issuer: issuer?.subject ?? subject,
    notBefore,
    notAfter,
    signingAlgorithm: RSA_SHA256,
    publicKey: keys.pair.publicKey,
    signingKey: (issuer?.keys ?? keys).pair.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, false),
      ...usageExtensions(template, notBefore, notAfter),
      await x509.SubjectKeyIdentifierExtension.create(keys.pair.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create((issuer?.keys ?? keys).pair.publicKey),
      supportExtension(template.card ? 'card' : 'software'),
      ...(template.card ? cardExtensions(template.card) : []),
      ...(template.kind === 'server'
        ? [
            new x509.SubjectAlternativeNameExtension(
              names.map((value) => ({ type: isAddress(value) ? ('ip' as const) : ('dns' as const), value })),
            ),
          ]
        : []),
      ...(issuer ? revocationPointers(issuer.name) : []),
    ],
  });
}
