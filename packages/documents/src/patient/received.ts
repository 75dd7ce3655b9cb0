import { validateCog } from '@socle-sante/core/cog';
import { type Finding, finding, type Severity, under } from '@socle-sante/core/finding';
import type { InsIdentifier } from '@socle-sante/core/ins-identifier';
import { parseDateLunaire } from '@socle-sante/core/lunar-date';
import type { IdentityAttribute, RnivStatus } from '@socle-sante/core/rniv';
import { checkFirstGivenName, type TraitsLocaux, validateName } from '@socle-sante/core/traits';
import type { LocalIdentifier } from './local-identifier.js';
import { atMost } from './view.js';

/**
 * An identity as a message of another system states it. It is material to compare, never a local identity: a qualified
 * identity received from elsewhere must be requalified here (RNIV; INS/va1.13).
 */
export interface ReceivedIdentity {
  /**
   * Only when the key is right, the OID is one of an INS, and the sender did not say that the identity is not
   * qualified.
   */
  readonly ins?: InsIdentifier;
  /** Former INS, where the standard can say so (FHIR `use: old`). */
  readonly formerIns: readonly InsIdentifier[];
  /** IPP and the like. */
  readonly localIdentifiers: readonly LocalIdentifier[];
  /** National numbers that must never be taken for an INS: INS-C, billing numbers. Read-only: no encoder takes them. */
  readonly otherNational: readonly LocalIdentifier[];
  readonly traits: Partial<TraitsLocaux>;
  /** The RNIV status that the message implies; absent when it says nothing. */
  readonly status?: RnivStatus;
  readonly attributes: readonly IdentityAttribute[];
}

/** Options of every decoder. */
export interface ReceiveOptions {
  /** In production the test and demonstration OIDs are refused (`ins.oid.notProduction`). */
  readonly production?: boolean;
  /**
   * Severity of a wrong key, `error` by default. Below `error` the rest can be relied on; the INS is left out all the
   * same.
   */
  readonly key?: Severity;
}

/**
 * Remarks on the traits that were read. Another system's habits are warnings; what cannot be read was left out before.
 */
export function checkReceivedTraits(traits: Partial<TraitsLocaux>, withIns: boolean): Finding[] {
  const { nomNaissance, listePrenoms, premierPrenom, dateNaissance, lieuNaissance } = traits;
  const findings: Finding[] = [];
  if (nomNaissance) findings.push(...validateName(nomNaissance, 'nom', { path: ['nomNaissance'] }));
  if (listePrenoms) findings.push(...validateName(listePrenoms, 'prenom', { path: ['listePrenoms'] }));
  if (premierPrenom) findings.push(...validateName(premierPrenom, 'prenom', { path: ['premierPrenom'] }));
  if (dateNaissance) findings.push(...under(['dateNaissance'], parseDateLunaire(dateNaissance).findings));
  if (lieuNaissance) findings.push(...validateCog(lieuNaissance, ['lieuNaissance']));
  if (listePrenoms && premierPrenom && !checkFirstGivenName(listePrenoms, premierPrenom).coherent) {
    findings.push(finding('traits.premierPrenom.incoherent', 'warning', ['premierPrenom']));
  }
  if (withIns) {
    const five = ['nomNaissance', 'listePrenoms', 'premierPrenom', 'sexe', 'dateNaissance', 'lieuNaissance'] as const;
    for (const field of five) {
      if (!traits[field]) findings.push(finding('ins.received.traitMissing', 'warning', [field], { field }));
    }
  }
  return under(['traits'], atMost('warning', findings));
}

/** The INS kept from a message, given what the message says of its reliability. */
export function keepIns(
  candidates: readonly InsIdentifier[],
  status: 'PROV' | 'RECUP' | 'VALI' | 'QUAL' | undefined,
  attributes: readonly IdentityAttribute[],
): { ins?: InsIdentifier; status?: RnivStatus; findings: Finding[] } {
  const findings: Finding[] = [];
  const doubtful = attributes.includes('douteuse') || attributes.includes('fictive');
  if (doubtful && status !== undefined && status !== 'PROV')
    findings.push(finding('ins.received.contradiction', 'warning'));
  const said = doubtful ? 'PROV' : status;
  const [ins, second] = distinct(candidates);
  if (second) findings.push(finding('ins.received.several', 'error'));
  if (!ins) return { ...(said ? { status: said } : {}), findings };
  if (said === undefined) return { ins, findings: [...findings, finding('ins.received.statusMissing', 'warning')] };
  if (said === 'PROV' || said === 'RECUP') {
    return {
      status: said,
      findings: [...findings, finding('ins.received.notQualified', 'warning', [], { status: said })],
    };
  }
  return { ins, status: 'QUAL', findings };
}

function distinct(candidates: readonly InsIdentifier[]): InsIdentifier[] {
  return [...new Map(candidates.map((ins) => [`${ins.oid} ${ins.matricule}`, ins])).values()];
}

/** The traits that hold something, in a fresh object. */
export function presentTraits(traits: Partial<TraitsLocaux>): Partial<TraitsLocaux> {
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined && value !== ''));
}
