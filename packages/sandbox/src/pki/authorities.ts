import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { RSA_SHA256, type TestKeyPair } from './keys.js';
import { authorityName, encodeName } from './names.js';

/** Common names of the authorities of the simulator. The same tree as IGC-Santé, under names that cannot be mistaken. */
export const TEST_AUTHORITY_CN = {
  rootElementaire: 'TEST AC RACINE SIMULATEUR IGC-SANTE ELEMENTAIRE',
  rootFort: 'TEST AC RACINE SIMULATEUR IGC-SANTE FORT',
  organisations: 'TEST AC SIMULATEUR IGC-SANTE ELEMENTAIRE ORGANISATIONS',
  elementairePersonnes: 'TEST AC SIMULATEUR IGC-SANTE ELEMENTAIRE PERSONNES',
  fortPersonnes: 'TEST AC SIMULATEUR IGC-SANTE FORT PERSONNES',
  /** The "production" gamme of the same house: right shape, but not the gamme that the simulator trusts. */
  otherGamme: 'AC SIMULATEUR IGC-SANTE ELEMENTAIRE ORGANISATIONS',
  /** An authority nobody trusts. */
  unknown: 'AC INCONNUE DU SIMULATEUR',
  /** The name of `organisations`, another key: what an attacker can make. */
  forgedOrganisations: 'TEST AC SIMULATEUR IGC-SANTE ELEMENTAIRE ORGANISATIONS',
} as const;

export type TestAuthorityName = keyof typeof TEST_AUTHORITY_CN;

/** A certification authority of the simulator. */
export interface TestAuthority {
  readonly name: TestAuthorityName;
  readonly commonName: string;
  readonly certPem: string;
  readonly certDer: Uint8Array;
}

/** An authority with what it needs to sign; stays inside the PKI. */
export interface SigningAuthority extends TestAuthority {
  readonly subject: x509.Name;
  readonly certificate: x509.X509Certificate;
  readonly keys: TestKeyPair;
  readonly issuedBy?: SigningAuthority;
}

export interface AuthorityRequest {
  readonly name: TestAuthorityName;
  readonly keys: TestKeyPair;
  readonly issuedBy?: SigningAuthority;
  readonly now: Date;
  readonly serial: string;
}

const TEN_YEARS_MS = 10 * 365.25 * 24 * 3_600_000;

/** Basic constraints critical, certificate and CRL signing, ten years around now, a serial longer than the leaves'. */
export async function createAuthority(request: AuthorityRequest): Promise<SigningAuthority> {
  const commonName = TEST_AUTHORITY_CN[request.name];
  const subject = new x509.Name(encodeName(authorityName(commonName)));
  const issuer = request.issuedBy;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: request.serial,
    subject,
    issuer: issuer?.subject ?? subject,
    notBefore: new Date(request.now.getTime() - TEN_YEARS_MS),
    notAfter: new Date(request.now.getTime() + TEN_YEARS_MS),
    signingAlgorithm: RSA_SHA256,
    publicKey: request.keys.pair.publicKey,
    signingKey: (issuer ?? request).keys.pair.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(true, issuer ? 0 : undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(request.keys.pair.publicKey),
      ...(issuer ? [await x509.AuthorityKeyIdentifierExtension.create(issuer.keys.pair.publicKey)] : []),
    ],
  });
  return {
    name: request.name,
    commonName,
    certPem: `${certificate.toString('pem')}\n`,
    certDer: new Uint8Array(certificate.rawData),
    subject,
    certificate,
    keys: request.keys,
    ...(issuer ? { issuedBy: issuer } : {}),
  };
}
