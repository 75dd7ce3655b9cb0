import { type Finding, finding, hasErrors, type Severity, under } from '@socle-sante/core/finding';
import type { InsIdentifier } from '@socle-sante/core/ins-identifier';
import { completeBirthDate, type DateLunaire, parseDateLunaire } from '@socle-sante/core/lunar-date';
import {
  canTransmitIns,
  type IdentityAttribute,
  type IdentityState,
  type RnivStatus,
  statusOf,
  type TransmitRefusal,
} from '@socle-sante/core/rniv';
import { type TraitsLocaux, validateTraits } from '@socle-sante/core/traits';
import { unsafeText } from './text.js';

/** An identity as an encoder may write it. The INS is there only when the status allows it to leave. */
export interface IdentityView {
  readonly ins: InsIdentifier | undefined;
  readonly withheld: TransmitRefusal | undefined;
  readonly status: RnivStatus;
  readonly traits: TraitsLocaux;
  readonly attributes: readonly IdentityAttribute[];
  /** Always a calendar date: completed by the RNIV rules when the known one is not. */
  readonly birthDate: DateLunaire;
  /** The date as known, when it had to be completed. */
  readonly lunarDate: DateLunaire | undefined;
  readonly findings: readonly Finding[];
}

export type ViewedIdentity =
  | { readonly ok: true; readonly view: IdentityView }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * The one gate of every mapper: asks `canTransmitIns`, checks what no message can do without, and gives what may be
 * written. Lexical remarks on traits are lowered to warnings: a message must leave even when an old record has an
 * accent.
 */
export function viewIdentity(state: IdentityState): ViewedIdentity {
  const decision = canTransmitIns(state);
  const status = statusOf(state);
  // The strict traits are those that go with the INS; the used names belong to the record alone (EXI ID 08).
  const traits = withList(decision.ok ? { ...state.traits, ...decision.traits } : state.traits);
  const blocking = [...mandatory(traits), ...unsafe(traits)];
  const known = parseDateLunaire(traits.dateNaissance);
  const birthDate = known.ok ? calendarDate(known.value) : undefined;
  if (!birthDate?.isCalendarDate) blocking.push(finding('ins.traits.birthDate', 'error', ['traits', 'dateNaissance']));
  if (hasErrors(blocking) || !birthDate || !known.ok) return { ok: false, findings: blocking };

  const findings = under(['traits'], atMost('warning', validateTraits(traits)));
  const completed = birthDate.raw !== known.value.raw;
  if (!decision.ok && state.ins) {
    findings.push(finding('ins.transmit.withheld', 'info', [], { status, reason: decision.reason }));
  }
  return {
    ok: true,
    view: {
      ins: decision.ok ? decision.ins : undefined,
      withheld: decision.ok ? undefined : decision.reason,
      status,
      traits,
      attributes: state.attributes,
      birthDate,
      lunarDate: completed ? known.value : undefined,
      findings,
    },
  };
}

/**
 * The last fence, behind the gate: an output without the INS must not hold a matricule of this person in any place, be
 * it an identifier or a free text that the caller gave.
 */
export function leaks(state: IdentityState, output: string): Finding[] {
  const matricules = [state.ins?.matricule, ...state.history.map((entry) => entry.matricule)];
  const upper = output.toUpperCase();
  const found = matricules.some((matricule) => {
    const nir = (matricule ?? '').replace(/\s/g, '').slice(0, 13).toUpperCase();
    return nir.length === 13 && upper.includes(nir);
  });
  return found ? [finding('ins.transmit.leak', 'error')] : [];
}

/** The remark of an encoder that had to write the completed date in the place of the known one. */
export function completedDate(view: IdentityView): Finding[] {
  return view.lunarDate ? [finding('ins.traits.birthDateCompleted', 'warning', ['traits', 'dateNaissance'])] : [];
}

/** INSi gives no list for some persons, only one prénom: it is then the list. */
function withList(traits: TraitsLocaux): TraitsLocaux {
  return traits.listePrenoms ? traits : { ...traits, listePrenoms: traits.premierPrenom };
}

function mandatory(traits: TraitsLocaux): Finding[] {
  const missing = (['nomNaissance', 'premierPrenom', 'sexe'] as const).filter((field) => !traits[field]?.trim());
  return missing.map((field) => finding('ins.traits.missing', 'error', ['traits', field], { field }));
}

/** A control character would end a segment, or cannot be written in XML at all. */
function unsafe(traits: TraitsLocaux): Finding[] {
  return Object.entries(traits)
    .filter(([, value]) => unsafeText(value))
    .map(([field]) => finding('ins.text.control', 'error', ['traits', field], { field }));
}

/** The date to write where only calendar dates can stand (RNIV EXI PP 19). */
function calendarDate(known: DateLunaire): DateLunaire {
  return known.isCalendarDate ? known : completeBirthDate(known).date;
}

/** The same findings, none heavier than `severity`. */
export function atMost(severity: Severity, findings: readonly Finding[]): Finding[] {
  const order: readonly Severity[] = ['info', 'warning', 'error'];
  return findings.map((f) => (order.indexOf(f.severity) > order.indexOf(severity) ? { ...f, severity } : f));
}
