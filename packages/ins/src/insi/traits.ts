// What the user typed becomes what may be sent, with a report of every change (EF_INS01_03). The original is untouched.
// Pure and browser-safe: the entry `validate` re-exports it.

import {
  type Finding,
  finding,
  hasErrors,
  type NameChange,
  normalizeName,
  parseDateLunaire,
  type SexeLocal,
  under,
  validateCog,
  validateName,
} from '@socle-sante/core';
import type { RecSansVitale } from './bodies.js';

/** The traits of a search, as typed. */
export interface TraitsRecherche {
  readonly nomNaissance: string;
  /** Birth list, separated by spaces, in order; an array when a prénom itself holds a space. */
  readonly prenoms: string | readonly string[];
  /** `I` is refused: INSi knows F and M only. */
  readonly sexe: SexeLocal;
  /** `YYYY-MM-DD`. */
  readonly dateNaissance: string;
  /** COG, kept for the answer « plusieurs identités ». */
  readonly lieuNaissance?: string;
}

/** The same traits in the lexical profile of INSi. */
export interface TraitsNormalises {
  readonly nomNaissance: string;
  readonly prenoms: readonly string[];
  readonly sexe: 'F' | 'M';
  readonly dateNaissance: string;
  readonly lieuNaissance?: string;
}

/** What was changed, field by field, to show beside what was typed. */
export interface NormalisationReport {
  readonly nomNaissance: readonly NameChange[];
  /** One list of changes per prénom, in the order given. */
  readonly prenoms: readonly (readonly NameChange[])[];
}

/** The outcome of {@link normalizeTraitsRecherche}. */
export type NormalizedTraits =
  | {
      readonly ok: true;
      readonly value: TraitsNormalises;
      readonly report: NormalisationReport;
      readonly findings: readonly Finding[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Brings typed traits to the lexical profile, or says what prevents it, with the place of each refused character.
 * Never throws, never drops a character.
 */
export function normalizeTraitsRecherche(given: TraitsRecherche): NormalizedTraits {
  const traits: Partial<TraitsRecherche> = given ?? {};
  const nom = normalizeName(asText(traits.nomNaissance), 'nom', { path: ['nomNaissance'] });
  const list = typeof traits.prenoms === 'string' ? traits.prenoms.split(/\s+/u) : (traits.prenoms ?? []);
  const typed = list.map(asText).filter((prenom) => prenom.trim() !== '');
  const prenoms = typed.map((prenom, index) => normalizeName(prenom, 'prenom', { path: ['prenoms', index] }));
  const findings: Finding[] = [
    ...(nom.ok ? [] : nom.findings),
    ...prenoms.flatMap((prenom) => (prenom.ok ? [] : prenom.findings)),
    ...(typed.length === 0 ? [finding('traits.name.empty', 'error', ['prenoms'])] : []),
    ...sexeFindings(traits.sexe),
    ...under(['dateNaissance'], parseDateLunaire(asText(traits.dateNaissance)).findings),
  ];
  const lieuNaissance = asText(traits.lieuNaissance).trim().toUpperCase() || undefined;
  if (lieuNaissance !== undefined) findings.push(...validateCog(lieuNaissance, ['lieuNaissance']));
  const { sexe } = traits;
  if (hasErrors(findings) || !nom.ok || (sexe !== 'F' && sexe !== 'M')) return { ok: false, findings };
  const good = prenoms.filter((prenom) => prenom.ok);
  return {
    ok: true,
    value: {
      nomNaissance: nom.value,
      prenoms: good.map(({ value }) => value),
      sexe,
      dateNaissance: asText(traits.dateNaissance),
      ...(lieuNaissance === undefined ? {} : { lieuNaissance }),
    },
    report: { nomNaissance: nom.changes, prenoms: good.map(({ changes }) => changes) },
    findings,
  };
}

/** Checks the content of one call, which must already be in the lexical profile. Never throws. */
export function validateRecSansVitale(input: RecSansVitale): Finding[] {
  return [
    ...validateName(input.nomNaissance, 'nom', { path: ['nomNaissance'] }),
    ...validateName(input.prenom, 'prenom', { path: ['prenom'] }),
    ...sexeFindings(input.sexe),
    ...under(['dateNaissance'], parseDateLunaire(input.dateNaissance).findings),
    ...(input.lieuNaissance === undefined ? [] : validateCog(input.lieuNaissance, ['lieuNaissance'])),
  ];
}

// Callers in plain JavaScript may hand over anything.
function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function sexeFindings(sexe: SexeLocal | undefined): Finding[] {
  if (sexe === 'F' || sexe === 'M') return [];
  return [finding(sexe === 'I' ? 'insi.sexe.indetermine' : 'traits.sexe.value', 'error', ['sexe'])];
}
