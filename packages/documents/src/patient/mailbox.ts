import { type Checked, type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import { insOidKind, validateInsOid } from '@socle-sante/core/ins-identifier';
import { type MatriculeIns, parseMatricule } from '@socle-sante/core/matricule';
import type { IdentityState } from '@socle-sante/core/rniv';
import type { Encoded } from './result.js';
import { requireIns } from './transmit.js';

/** Domain of the mailboxes of Mon espace santé, in production. */
export const PATIENT_MAILBOX_DOMAIN = 'patient.mssante.fr';

export interface PatientMailboxOptions {
  /**
   * True on a production mailbox: a test or demonstration OID is then refused. Default: true with
   * {@link PATIENT_MAILBOX_DOMAIN}, false with another domain.
   */
  readonly production?: boolean;
  /** The domain of your test environment; none is published. */
  readonly domain?: string;
}

/**
 * The patient's address in Mon espace santé, `<matricule>@patient.mssante.fr`. It holds the matricule: only for a
 * qualified identity, and it must not appear in a technical log. A matricule under a test OID is refused on a
 * production mailbox (`ins.mailbox.testOid`).
 */
export function patientMailbox(state: IdentityState, options: PatientMailboxOptions = {}): Encoded<string> {
  const allowed = requireIns(state);
  if (!allowed.ok) return allowed;
  const domain = options.domain ?? PATIENT_MAILBOX_DOMAIN;
  const findings: Finding[] = [...validateInsOid(allowed.ins.oid)];
  if (!/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])$/i.test(domain))
    findings.push(finding('ins.mailbox.domain', 'error', ['options', 'domain']));
  const production = options.production ?? domain.toLowerCase() === PATIENT_MAILBOX_DOMAIN;
  if (production && insOidKind(allowed.ins.oid) !== 'production') {
    findings.push(finding('ins.mailbox.testOid', 'error', ['ins', 'oid']));
  }
  if (hasErrors(findings)) return { ok: false, findings };
  return { ok: true, value: `${allowed.ins.matricule}@${domain}`, carriesIns: true, findings };
}

/**
 * The matricule of a patient address that was received (with or without `mailto:`). It has no OID: look it up among
 * your patients, do not make an INS of it. Rules: `ins.mailbox.format` and those of the matricule. Never throws.
 */
export function parsePatientMailbox(
  address: string,
  options: Pick<PatientMailboxOptions, 'domain'> = {},
): Checked<MatriculeIns> {
  const domain = (options.domain ?? PATIENT_MAILBOX_DOMAIN).toLowerCase();
  const plain = typeof address === 'string' && address.length <= 320 ? address.trim().replace(/^mailto:/i, '') : '';
  const at = plain.lastIndexOf('@');
  if (at < 0 || plain.slice(at + 1).toLowerCase() !== domain || /\s/.test(plain)) {
    return { ok: false, findings: [finding('ins.mailbox.format', 'error')] };
  }
  return parseMatricule(plain.slice(0, at));
}
