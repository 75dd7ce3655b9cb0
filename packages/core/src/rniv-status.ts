import { type Finding, finding, type SourceRef } from './finding.js';
import { type InsIdentifier, isInsOid } from './ins-identifier.js';
import { parseDateLunaire } from './lunar-date.js';
import { isMatricule } from './matricule.js';
import type { IdentityState, RnivStatus } from './rniv-state.js';
import type { TraitsIns, TraitsLocaux } from './strict-traits.js';

const TRANSMIT: SourceRef = { document: 'RNIV 1', version: '2.0', section: 'EXI SI 08' };
const QUERY: SourceRef = { document: 'Guide d’implémentation INS', version: '3.0', section: 'EXI ID 24, EXI ID 26' };

/** Why an INS may not leave the system. */
export type TransmitRefusal = 'douteuse' | 'fictive' | 'status' | 'identifier' | 'traits';
export type TransmitDecision =
  | { readonly ok: true; readonly ins: InsIdentifier; readonly traits: TraitsIns }
  | { readonly ok: false; readonly reason: TransmitRefusal; readonly status: RnivStatus; readonly finding: Finding };

/** Why INSi may not be called for this identity. `apcv`: everything came from the appli carte Vitale, which excludes the call. */
export type QueryRefusal = 'douteuse' | 'fictive' | 'sexe' | 'apcv';
export type QueryDecision =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: QueryRefusal; readonly finding: Finding };

/** The status, derived from the two axes and the attributes (RNIV 1 v2.0; EXI SI 07, EXI SI 09). It is never stored. */
export function statusOf(state: IdentityState): RnivStatus {
  if (state.attributes.includes('douteuse') || state.attributes.includes('fictive')) return 'PROV';
  const insi = state.insi && state.ins !== undefined;
  const document = state.document?.trust === 'high';
  if (insi) return document ? 'QUAL' : 'RECUP';
  return document ? 'VALI' : 'PROV';
}

/**
 * Whether the matricule and its OID may leave: on paper, in a datamatrix, in any message (EXI SI 08, EXI ID 29, INS/va1.53).
 * Only a qualified identity, with its traits. Every mapper asks it, and nothing can switch it off.
 */
export function canTransmitIns(state: IdentityState): TransmitDecision {
  const status = statusOf(state);
  const refuse = (reason: TransmitRefusal): TransmitDecision => ({
    ok: false,
    reason,
    status,
    finding: finding(`rniv.transmit.${reason}`, 'error', [], { status }, TRANSMIT),
  });
  if (state.attributes.includes('fictive')) return refuse('fictive');
  if (state.attributes.includes('douteuse')) return refuse('douteuse');
  if (status !== 'QUAL' || state.ins === undefined) return refuse('status');
  if (!isMatricule(state.ins.matricule) || !isInsOid(state.ins.oid)) return refuse('identifier');
  const traits = transmissible(state.traits);
  return traits ? { ok: true, ins: state.ins, traits } : refuse('traits');
}

/** Whether INSi may be called (EXI ID 24, EXI ID 26): never for a doubtful or fictitious identity, nor without a sex F or M. */
export function canQueryInsi(state: IdentityState): QueryDecision {
  const refuse = (reason: QueryRefusal): QueryDecision => ({
    ok: false,
    reason,
    finding: finding(`rniv.query.${reason}`, 'error', [], {}, QUERY),
  });
  if (state.attributes.includes('fictive')) return refuse('fictive');
  if (state.attributes.includes('douteuse')) return refuse('douteuse');
  if (state.traits.sexe !== 'F' && state.traits.sexe !== 'M') return refuse('sexe');
  return fromApcv(state) ? refuse('apcv') : { ok: true };
}

/** True when the INS and the proof were both read from the appli carte Vitale. */
export function fromApcv(state: IdentityState): boolean {
  return state.insi && state.ins !== undefined && state.document?.type === 'AV';
}

/** The strict traits when all that must travel with the matricule is there. */
export function transmissible(traits: TraitsLocaux | TraitsIns): TraitsIns | undefined {
  const { nomNaissance, listePrenoms, premierPrenom, sexe, dateNaissance, lieuNaissance } = traits;
  if (!nomNaissance || !premierPrenom || (sexe !== 'F' && sexe !== 'M') || !parseDateLunaire(dateNaissance).ok)
    return undefined;
  return {
    nomNaissance,
    listePrenoms,
    premierPrenom,
    sexe,
    dateNaissance,
    ...(lieuNaissance ? { lieuNaissance } : {}),
  };
}
