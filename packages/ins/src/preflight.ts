// What can be known of a structure certificate before the first call: most refusals of INSi are a wrong certificate.
// Sources: Guide commande de certificats Ségur hôpital V0.8; README of the public client padoa/tlsi-ins.

import { type Finding, finding, type SourceRef } from '@socle-sante/core';
import { type CertificateInfo, nameAttribute, readCertificate } from '@socle-sante/wire/tls';
import { INSI_ENVIRONMENTS } from './environments.js';

/** Who launches the calls: a person at a screen, or a program. The certificate must say the same. */
export type InsiTrigger = 'user' | 'automatic';

/** The only two names that INSi accepts, to the character. */
export const INSI_CERTIFICATE_NAMES: Readonly<Record<InsiTrigger, string>> = Object.freeze({
  user: 'INSI-MANU',
  automatic: 'INSI-AUTO',
});

/** Days before the end at which a warning is given, the most urgent first. */
export const EXPIRY_THRESHOLDS_DAYS = [7, 30, 60] as const;

/** What the certificate is checked against. */
export interface InsiCertificateCheck {
  readonly now: Date;
  /** Who launches the calls. Without it, either name passes. */
  readonly trigger?: InsiTrigger;
  /** True: only the production authority may have issued it. */
  readonly production?: boolean;
  /** Common names that may have issued it; empty: any. Default: those of the production, or of the test service. */
  readonly issuers?: readonly string[];
}

const GUIDE: SourceRef = { document: 'Guide commande de certificats Ségur hôpital', version: 'V0.8' };
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const DAY = 86_400_000;

/**
 * Checks a structure certificate for INSi. Never throws on a certificate that can be read.
 *
 * Errors: `insi.certificat.nom`, `.declencheur`, `.autorite`, `.expire`, `.pasEncoreValide`, `.structureAbsente`, `.usage`,
 * `.usageEtendu`. Warnings: `.expireBientot` (60, 30, 7 days), `.structureForme`, `.usageEtenduAbsent`, `.sujet`, `.cleCourte`.
 * That the private key belongs to it is checked when the identity is loaded (`identity.keyMismatch`).
 */
export function checkInsiCertificate(
  certificate: CertificateInfo | string | Uint8Array,
  check: InsiCertificateCheck,
): Finding[] {
  const info =
    typeof certificate === 'string' || certificate instanceof Uint8Array ? readCertificate(certificate) : certificate;
  return [
    ...checkName(info, check),
    ...checkIssuer(info, check),
    ...checkDates(info, check.now),
    ...checkStructure(info),
    ...checkUsages(info),
  ];
}

/** Subject OU of a structure certificate: the `Emetteur` of both contexts. */
export function structureIdentifier(certificate: CertificateInfo): string | undefined {
  return nameAttribute(certificate.subject, 'OU')?.trim() || undefined;
}

function checkName(info: CertificateInfo, check: InsiCertificateCheck): Finding[] {
  const found = nameAttribute(info.subject, 'CN') ?? '';
  const names = Object.values(INSI_CERTIFICATE_NAMES);
  const params = { found: found.slice(0, 64), expected: names.join(', ') };
  if (!names.includes(found)) return [finding('insi.certificat.nom', 'error', ['subject', 'CN'], params, GUIDE)];
  const expected = check.trigger && INSI_CERTIFICATE_NAMES[check.trigger];
  if (expected === undefined || found === expected) return [];
  return [finding('insi.certificat.declencheur', 'error', ['subject', 'CN'], { found, expected }, GUIDE)];
}

function checkIssuer(info: CertificateInfo, check: InsiCertificateCheck): Finding[] {
  const environment = INSI_ENVIRONMENTS[check.production ? 'production' : 'bas'];
  const allowed = check.issuers ?? environment.clientCertificateIssuers;
  const found = nameAttribute(info.issuer, 'CN') ?? '';
  if (allowed.length === 0 || allowed.includes(found)) return [];
  const params = { found: found.slice(0, 64), expected: allowed.join(', ') };
  return [finding('insi.certificat.autorite', 'error', ['issuer', 'CN'], params, GUIDE)];
}

function checkDates(info: CertificateInfo, now: Date): Finding[] {
  const left = Math.floor((info.notAfter.getTime() - now.getTime()) / DAY);
  if (now < info.notBefore) {
    return [finding('insi.certificat.pasEncoreValide', 'error', ['notBefore'], { date: day(info.notBefore) })];
  }
  if (now > info.notAfter)
    return [finding('insi.certificat.expire', 'error', ['notAfter'], { date: day(info.notAfter) })];
  const threshold = EXPIRY_THRESHOLDS_DAYS.find((days) => left <= days);
  if (threshold === undefined) return [];
  const params = { days: left, threshold, date: day(info.notAfter) };
  return [finding('insi.certificat.expireBientot', 'warning', ['notAfter'], params)];
}

function checkStructure(info: CertificateInfo): Finding[] {
  const structure = structureIdentifier(info);
  const missing = ['C', 'ST', 'O'].filter((type) => !nameAttribute(info.subject, type));
  return [
    ...(structure === undefined
      ? [finding('insi.certificat.structureAbsente', 'error', ['subject', 'OU'], {}, GUIDE)]
      : []),
    ...(structure !== undefined && !/^[0-9][0-9A-Z]{8,}$/.test(structure)
      ? [
          finding(
            'insi.certificat.structureForme',
            'warning',
            ['subject', 'OU'],
            { found: structure.slice(0, 32) },
            GUIDE,
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [finding('insi.certificat.sujet', 'warning', ['subject'], { missing: missing.join(', ') }, GUIDE)]
      : []),
  ];
}

function checkUsages(info: CertificateInfo): Finding[] {
  const findings: Finding[] = [];
  if (info.keyUsage.length > 0 && !info.keyUsage.includes('digitalSignature')) {
    findings.push(finding('insi.certificat.usage', 'error', ['keyUsage'], { expected: 'digitalSignature' }));
  }
  if (info.extendedKeyUsage.length === 0) {
    findings.push(
      finding('insi.certificat.usageEtenduAbsent', 'warning', ['extendedKeyUsage'], { expected: 'clientAuth' }),
    );
  } else if (!info.extendedKeyUsage.includes(CLIENT_AUTH)) {
    findings.push(finding('insi.certificat.usageEtendu', 'error', ['extendedKeyUsage'], { expected: 'clientAuth' }));
  }
  if (info.keyType === 'rsa' && info.keyBits !== undefined && info.keyBits < 2048) {
    findings.push(finding('insi.certificat.cleCourte', 'warning', ['key'], { bits: info.keyBits }));
  }
  return findings;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
