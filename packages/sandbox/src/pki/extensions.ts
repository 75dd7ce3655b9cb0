import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import {
  derImplicitGeneralizedTime,
  derOctetString,
  derPrintableString,
  derSequence,
  derSmallInteger,
  derUtf8String,
} from './der.js';

/**
 * Private extensions of the health cards, with their meanings in the IGC-Santé certificate profiles (root
 * 1.2.250.1.71 = GIP-CPS). Values read from public test certificates.
 */
export const CARD_EXTENSION_OIDS = {
  /** INTEGER: 0 CPS, 1 CPF, 2 CDE-CPE, 3 CPA. */
  cardType: '1.2.250.1.71.1.2.2',
  /** PrintableString, `8025000001/2800000000`. */
  cardNumber: '1.2.250.1.71.1.2.3',
  /** OCTET STRING of one byte: 0x80 card, 0x83 software. */
  support: '1.2.250.1.71.1.2.5',
  /** INTEGER, table G15: 10 médecin, 60 infirmier. */
  profession: '1.2.250.1.71.1.2.7',
  /** SEQUENCE of UTF8String: savoir-faire of a physician, `SM26`. */
  savoirFaire: '1.2.250.1.71.4.2.5',
} as const;

export interface CardFacts {
  readonly cardType: 0 | 1 | 2 | 3;
  readonly cardNumber: string;
  readonly profession?: number;
  readonly savoirFaire?: readonly string[];
}

export function cardExtensions(card: CardFacts): x509.Extension[] {
  const extensions = [
    new x509.Extension(CARD_EXTENSION_OIDS.cardType, false, derSmallInteger(card.cardType)),
    new x509.Extension(CARD_EXTENSION_OIDS.cardNumber, false, derPrintableString(card.cardNumber)),
  ];
  if (card.profession !== undefined) {
    extensions.push(new x509.Extension(CARD_EXTENSION_OIDS.profession, false, derSmallInteger(card.profession)));
  }
  if (card.savoirFaire !== undefined) {
    const value = derSequence(...card.savoirFaire.map((code) => derUtf8String(code)));
    extensions.push(new x509.Extension(CARD_EXTENSION_OIDS.savoirFaire, false, value));
  }
  return extensions;
}

export function supportExtension(support: 'card' | 'software'): x509.Extension {
  return new x509.Extension(
    CARD_EXTENSION_OIDS.support,
    false,
    derOctetString(Uint8Array.of(support === 'card' ? 0x80 : 0x83)),
  );
}

/** Private key usage period (RFC 3280 §4.2.1.4): signature certificates stop signing one month before they expire. */
export function privateKeyUsagePeriod(notBefore: Date, notAfter: Date): x509.Extension {
  const end = new Date(notAfter.getTime() - 30 * 24 * 3_600_000);
  const value = derSequence(derImplicitGeneralizedTime(0, notBefore), derImplicitGeneralizedTime(1, end));
  return new x509.Extension('2.5.29.16', false, value);
}

/** Where a real certificate says its revocation state can be asked; `.invalid` names never resolve (RFC 6761 §6.4). */
export function revocationPointers(authoritySlug: string): x509.Extension[] {
  const base = `http://igc.simulateur.invalid/${authoritySlug}`;
  const points = new x509.CRLDistributionPointsExtension([
    `${base}.crl`,
    `ldap://ldap.simulateur.invalid/${authoritySlug}`,
  ]);
  const delta = new x509.CRLDistributionPointsExtension([`${base}-delta.crl`]);
  return [
    points,
    new x509.Extension('2.5.29.46', false, delta.value),
    new x509.AuthorityInfoAccessExtension({ ocsp: [`${base}/ocsp`], caIssuers: [`${base}.cer`] }),
    new x509.CertificatePolicyExtension(['1.2.250.1.213.1.7.2.1.1.1.1']),
  ];
}
