import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import { toHl7v2Cx } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire } from '@socle-sante/core/lunar-date';
import type { IdentityAttribute, IdentityState } from '@socle-sante/core/rniv';
import type { SexeLocal } from '@socle-sante/core/traits';
import type { Encoded } from '@socle-sante/documents/identity';
import {
  checkLocalIdentifiers,
  completedDate,
  type IdentityView,
  type LocalIdentifier,
  leaks,
  unsafeText,
  viewIdentity,
} from '@socle-sante/documents/identity';
import { escapeEr7, writeComponents, writeSegment } from './er7.js';
import type { IdentityReliabilityCode } from './reliability.js';

/** A postal address for PID-11 (XAD), all free text. */
export interface PidAddress {
  readonly street?: string;
  readonly otherDesignation?: string;
  readonly city?: string;
  readonly postalCode?: string;
  /** ISO 3166 alpha-3, `FRA`. */
  readonly country?: string;
  /** HL7 table 0190; `H` by default. */
  readonly type?: string;
}

export interface EncodePidOptions {
  /** PID-1. */
  readonly setId?: number;
  /** Repetitions of PID-3 written before the INS: the IPP. */
  readonly localIdentifiers?: readonly LocalIdentifier[];
  /** CX.7 of the INS, YYYYMMDD. Its meaning is not settled: left out by default. */
  readonly insDate?: string;
  /** Whether the used names are written as a repetition of type `D` of PID-5 (default), or left out. */
  readonly usedName?: 'D' | 'omit';
  readonly address?: PidAddress;
  /** PID-18, the administrative file. */
  readonly accountNumber?: LocalIdentifier;
  /** PID-30. */
  readonly deceased?: boolean;
  /** PID-33, an HL7 timestamp (`YYYYMMDD[HHMM[SS]][±ZZZZ]`). */
  readonly lastUpdate?: string;
}

const SEX: Readonly<Record<SexeLocal, string>> = { F: 'F', M: 'M', I: 'U' };
const ATTRIBUTES: Readonly<Record<IdentityAttribute, IdentityReliabilityCode>> = {
  homonyme: 'HOMA',
  douteuse: 'DOUT',
  fictive: 'FICT',
};

/**
 * Writes the segment PID (IHE PAM France 2.11), without the final CR. The INS stands in PID-3 only for a qualified
 * identity; otherwise the traits go alone, with PID-32 `PROV` or `VALI` (table 0445 has no code for récupérée nor
 * qualifiée).
 */
export function encodePid(state: IdentityState, options: EncodePidOptions = {}): Encoded<string> {
  const viewed = viewIdentity(state);
  if (!viewed.ok) return viewed;
  const { view } = viewed;
  const findings = [...view.findings, ...completedDate(view), ...checkOptions(state, options)];
  if (view.ins && !view.traits.lieuNaissance) {
    findings.push(finding('ins.traits.placeMissing', 'warning', ['traits', 'lieuNaissance']));
  }
  if (hasErrors(findings)) return { ok: false, findings };

  const value = writeSegment('PID', {
    1: options.setId === undefined ? '' : String(options.setId),
    3: identifiers(view, options),
    5: names(view, options.usedName ?? 'D'),
    7: formatDateLunaire(view.birthDate, 'hl7'),
    8: SEX[view.traits.sexe] ?? 'U',
    11: addresses(view, options.address),
    18: options.accountNumber ? localCx(options.accountNumber, 'AN') : '',
    30: options.deceased === undefined ? '' : options.deceased ? 'Y' : 'N',
    32: reliability(view),
    33: options.lastUpdate ?? '',
  });
  if (!view.ins) findings.push(...leaks(state, value));
  if (hasErrors(findings)) return { ok: false, findings };
  return { ok: true, value, carriesIns: view.ins !== undefined, findings };
}

function checkOptions(state: IdentityState, options: EncodePidOptions): Finding[] {
  const { accountNumber, address, insDate, lastUpdate, setId } = options;
  const findings = checkLocalIdentifiers(state, [
    ...(options.localIdentifiers ?? []),
    ...(accountNumber ? [accountNumber] : []),
  ]);
  const option = (name: string, wrong: boolean): void => {
    if (wrong) findings.push(finding('ins.hl7v2.option', 'error', ['options', name], { option: name }));
  };
  option('setId', setId !== undefined && !(Number.isInteger(setId) && setId > 0));
  option('insDate', insDate !== undefined && !/^[0-9]{8}$/.test(insDate));
  option('lastUpdate', lastUpdate !== undefined && !/^[0-9]{4,14}(?:\.[0-9]{1,4})?(?:[+-][0-9]{4})?$/.test(lastUpdate));
  option('address', Object.values(address ?? {}).some(unsafeText));
  return findings;
}

function identifiers(view: IdentityView, options: EncodePidOptions): string {
  const list = (options.localIdentifiers ?? []).map((identifier) => localCx(identifier, 'PI'));
  if (view.ins) list.push(toHl7v2Cx(view.ins, options.insDate ? { date: options.insDate } : {}));
  return list.join('~');
}

function localCx({ value, authority, type }: LocalIdentifier, defaultType: string): string {
  const { namespace = '', id = '' } = authority;
  const scheme = authority.scheme ?? (id ? 'ISO' : '');
  const hd = [namespace, id, scheme].map(escapeEr7).join('&').replace(/&+$/, '');
  return writeComponents([escapeEr7(value.trim()), '', '', hd, escapeEr7(type ?? defaultType)]);
}

function names({ traits }: IdentityView, usedName: 'D' | 'omit'): string {
  const { nomNaissance, premierPrenom, listePrenoms, nomUtilise, prenomUtilise } = traits;
  const xpn = (family: string, given: string, list: string, type: string): string =>
    writeComponents([...[family, given, list].map((part) => escapeEr7(part.trim())), '', '', '', type]);
  const birth = xpn(nomNaissance, premierPrenom, listePrenoms, 'L');
  return usedName === 'D' && (nomUtilise?.trim() || prenomUtilise?.trim())
    ? `${birth}~${xpn(nomUtilise ?? '', prenomUtilise ?? '', '', 'D')}`
    : birth;
}

function addresses({ traits }: IdentityView, address: PidAddress | undefined): string {
  const list: string[] = [];
  if (address) {
    const { street, otherDesignation, city, postalCode, country, type = 'H' } = address;
    const parts = [street, otherDesignation, city, '', postalCode, country, type];
    list.push(writeComponents(parts.map((part) => escapeEr7(part ?? ''))));
  }
  if (traits.lieuNaissance) {
    list.push(writeComponents(['', '', '', '', '', '', 'BDL', '', escapeEr7(traits.lieuNaissance)]));
  }
  return list.join('~');
}

function reliability({ status, attributes }: IdentityView): string {
  const axis = status === 'VALI' || status === 'QUAL' ? 'VALI' : 'PROV';
  return [axis, ...attributes.map((attribute) => ATTRIBUTES[attribute])].join('~');
}
