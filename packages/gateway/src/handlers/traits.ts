import { validateCog } from '@socle-sante/core/cog';
import { type Finding, hasErrors } from '@socle-sante/core/finding';
import { parseDateLunaire } from '@socle-sante/core/lunar-date';
import { checkFirstGivenName, normalizeName, type TraitsLocaux } from '@socle-sante/core/traits';
import type { IdentitySaveOutput, TraitField, Traits, TraitsInput } from '../contract.js';
import { safeFinding } from './error-map.js';
import { fail } from './failure.js';

/** Trait of the contract ↔ trait of the core package. */
export const traitNames: Readonly<Record<TraitField, keyof TraitsLocaux>> = {
  birthName: 'nomNaissance',
  firstNames: 'listePrenoms',
  firstName: 'premierPrenom',
  sex: 'sexe',
  birthDate: 'dateNaissance',
  birthPlace: 'lieuNaissance',
};

export const traitFields = Object.keys(traitNames) as readonly TraitField[];

/** The contract's name of a trait of the core package; undefined for the used names. */
export function fieldOf(name: string): TraitField | undefined {
  return traitFields.find((field) => traitNames[field] === name);
}

/** Strict traits of a record, in the words of the contract. */
export function toTraits(traits: Omit<TraitsLocaux, 'sexe'> & { readonly sexe: string }): Traits {
  return {
    birthName: traits.nomNaissance,
    ...(traits.listePrenoms ? { firstNames: traits.listePrenoms } : {}),
    firstName: traits.premierPrenom,
    sex: traits.sexe === 'F' || traits.sexe === 'M' ? traits.sexe : 'I',
    birthDate: traits.dateNaissance,
    ...(traits.lieuNaissance ? { birthPlace: traits.lieuNaissance } : {}),
  };
}

type Changes = IdentitySaveOutput['changes'];

/** Normalises one typed name; refuses with the offending character and its place. */
export function normalise(field: TraitField, typed: string, changes: Changes): string {
  const result = normalizeName(typed, field === 'birthName' ? 'nom' : 'prenom', { path: [field] });
  if (!result.ok) throw lexical(field, result.findings);
  changes.push(...result.changes.map(({ index, from, to }) => ({ field, index, from, to })));
  return result.value;
}

/** Strict traits as typed → as stored. Refuses an incomplete or future birth date (Guide INS v3.0, EXI ID 12). */
export function readTraits(
  input: TraitsInput,
  today: string,
): { readonly traits: TraitsLocaux; readonly changes: Changes } {
  const changes: Changes = [];
  const premierPrenom = normalise('firstName', input.firstName, changes);
  const listePrenoms =
    input.firstNames === undefined ? premierPrenom : normalise('firstNames', input.firstNames, changes);
  const traits: TraitsLocaux = {
    nomNaissance: normalise('birthName', input.birthName, changes),
    listePrenoms,
    premierPrenom,
    sexe: input.sex,
    dateNaissance: input.birthDate,
    ...(input.birthPlace === undefined ? {} : { lieuNaissance: input.birthPlace }),
  };
  const fields: Record<string, string> = {};
  if (!checkFirstGivenName(listePrenoms, premierPrenom).coherent)
    fields['firstName'] = 'traits.premierPrenom.incoherent';
  const date = parseDateLunaire(input.birthDate);
  if (!date.ok || !date.value.isCalendarDate) fields['birthDate'] = 'date.lunaire.notCalendar';
  else if (input.birthDate > today) fields['birthDate'] = 'date.future';
  const place = input.birthPlace === undefined ? [] : validateCog(input.birthPlace);
  if (hasErrors(place)) fields['birthPlace'] = place[0]?.rule ?? 'cog';
  if (Object.keys(fields).length > 0) throw fail('gateway.badRequest', { fields: prefixed(fields) });
  return { traits, changes };
}

function prefixed(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, rule]) => [`traits.${name}`, rule]));
}

function lexical(field: TraitField, findings: readonly Finding[]) {
  const first = findings.find((finding) => finding.severity === 'error') ?? findings[0];
  const character = first?.params['character'];
  const index = first?.params['position'] ?? first?.params['index'];
  const fields = { [`traits.${field}`]: first?.rule ?? 'traits.name' };
  if (character === undefined || index === undefined) {
    return fail('gateway.badRequest', { fields, findings: findings.map(safeFinding) });
  }
  return fail('gateway.lexical', {
    fields,
    params: { char: character, position: index },
    findings: findings.map(safeFinding),
  });
}
