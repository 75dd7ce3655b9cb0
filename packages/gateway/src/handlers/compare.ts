import { type Finding, finding } from '@socle-sante/core/finding';
import { parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import { parseDateLunaire } from '@socle-sante/core/lunar-date';
import type { IdentityState } from '@socle-sante/core/rniv';
import { compareTraits, type TraitsIns } from '@socle-sante/core/traits';
import type { DiffRow } from '../contract.js';
import { toInsView } from './ins-view.js';
import type { InsiIdentity } from './ports.js';
import { fieldOf } from './traits.js';

/** Traits of INSi in the shape of the core package. */
export function insiTraits(identity: InsiIdentity): Partial<TraitsIns> {
  return {
    nomNaissance: identity.nomNaissance,
    ...(identity.listePrenoms ? { listePrenoms: identity.listePrenoms } : {}),
    ...(identity.premierPrenom ? { premierPrenom: identity.premierPrenom } : {}),
    ...(identity.sexe === 'F' || identity.sexe === 'M' ? { sexe: identity.sexe } : {}),
    dateNaissance: identity.dateNaissance,
    ...(identity.lieuNaissance ? { lieuNaissance: identity.lieuNaissance } : {}),
  };
}

/** The comparison, in display order: six traits, then the INS. */
export function diffRows(state: IdentityState, identity: InsiIdentity): DiffRow[] {
  const rows = compareTraits(state.traits, insiTraits(identity)).flatMap((diff): DiffRow[] => {
    const field = fieldOf(diff.field);
    if (field === undefined) return [];
    return [
      {
        field,
        ...(diff.local === undefined ? {} : { local: diff.local }),
        ...(diff.insi === undefined ? {} : { insi: diff.insi }),
        verdict: diff.verdict,
        parts: diff.parts.map((part) => ({ ...part })),
        localParts: diff.localParts.map((part) => ({ ...part })),
      },
    ];
  });
  return [...rows, insRow(state, identity)];
}

function insRow(state: IdentityState, identity: InsiIdentity): DiffRow {
  const insi = toInsView(identity.ins).masked;
  const local = state.ins === undefined ? undefined : toInsView(state.ins).masked;
  const same = state.ins?.matricule === identity.ins.matricule && state.ins.oid === identity.ins.oid;
  const whole = (text: string | undefined) =>
    text === undefined ? [] : [{ text, changed: !same && local !== undefined }];
  return {
    field: 'ins',
    ...(local === undefined ? {} : { local }),
    insi,
    verdict: local === undefined ? 'missing' : same ? 'same' : 'different',
    parts: whole(insi),
    localParts: whole(local),
  };
}

const guide = { document: 'Guide d’implémentation INS', version: '3.0' } as const;

/** What forbids to use the identity: its number, an empty trait, an incomplete date. Each finding is an error. */
export function blockersOf(identity: InsiIdentity, production: boolean): Finding[] {
  const findings: Finding[] = [];
  const ins = parseInsIdentifier(identity.ins, { production });
  if (!ins.ok) findings.push(...ins.findings.filter(({ severity }) => severity === 'error'));
  const empty = (field: string) => finding('insi.trait.absent', 'error', [field], {}, guide);
  if (identity.nomNaissance === '') findings.push(empty('birthName'));
  if (!identity.premierPrenom && !identity.listePrenoms) findings.push(empty('firstName'));
  if (identity.sexe !== 'F' && identity.sexe !== 'M') findings.push(empty('sex'));
  const date = parseDateLunaire(identity.dateNaissance);
  if (!date.ok) findings.push(...date.findings);
  else if (date.value.month === 0 || date.value.day === 0) {
    findings.push(finding('date.lunaire.notCalendar', 'error', ['birthDate'], {}, { ...guide, section: 'EXI ID 12' }));
  }
  return findings;
}
