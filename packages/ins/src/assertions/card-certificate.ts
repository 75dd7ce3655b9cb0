// What the signature certificate of a health professional's card says. Source: GIE SESAM-Vitale example kit 2.06.01;
// note PDT-INF-617 of 25/09/2024 for non-nominative cards.

import { type Finding, finding } from '@socle-sante/core';
import { type CertificateInfo, nameAttribute } from '@socle-sante/wire/tls';

/** `NameQualifier` of the assertion: the kind of card. */
export type CardType = 'CPS' | 'CPF' | 'CDE-CPE' | 'CPA' | 'CPX';

/** Certificate extension whose last octet is the kind of card. */
export const CARD_TYPE_OID = '1.2.250.1.71.1.2.2';

const CARD_TYPES: readonly CardType[] = ['CPS', 'CPF', 'CDE-CPE', 'CPA'];

/** The kind of card, `CPX` when the extension is absent or says something else. */
export function cardType(certificate: CertificateInfo): CardType {
  const last = certificate.extensions.get(CARD_TYPE_OID)?.value.at(-1);
  return (last === undefined ? undefined : CARD_TYPES[last]) ?? 'CPX';
}

/** National identifier of the professional: the CN of the certificate (`8` + RPPS, `0` + ADELI…). */
export function psIdentifier(certificate: CertificateInfo): string | undefined {
  return nameAttribute(certificate.subject, 'CN');
}

/**
 * Checks a card certificate before it signs. Errors: `insi.carte.identifiant` (no CN), `insi.carte.nonNominative` (no name
 * or no first name: INSi refuses these cards), `insi.carte.expiree`, `insi.carte.pasEncoreValide`. Warnings:
 * `insi.carte.usage` (not a signature certificate), `insi.carte.autorite`.
 */
export function checkPsCertificate(
  certificate: CertificateInfo,
  options: { readonly now: Date; readonly issuers?: readonly string[] },
): Finding[] {
  const findings: Finding[] = [];
  const error = (rule: string): void => {
    findings.push(finding(rule, 'error'));
  };
  if (!psIdentifier(certificate)) error('insi.carte.identifiant');
  if (!nameAttribute(certificate.subject, 'SN') || !nameAttribute(certificate.subject, 'GN')) {
    error('insi.carte.nonNominative');
  }
  if (options.now > certificate.notAfter) error('insi.carte.expiree');
  if (options.now < certificate.notBefore) error('insi.carte.pasEncoreValide');
  if (!certificate.keyUsage.includes('nonRepudiation')) findings.push(finding('insi.carte.usage', 'warning'));
  const issuer = nameAttribute(certificate.issuer, 'CN') ?? '';
  if (options.issuers && options.issuers.length > 0 && !options.issuers.includes(issuer)) {
    findings.push(finding('insi.carte.autorite', 'warning', [], { found: issuer.slice(0, 80) }));
  }
  return findings;
}
