/**
 * For code written for the public client `@padoa/tlsi-ins` (version 5): its constructor arguments become options of this
 * package, a result becomes its eight fields. Nothing else of it is reproduced.
 */
import type { InsiSearchResult } from './client/results.js';
import type { LpsSoftware } from './insi/software.js';
import type { TraitsRecherche } from './insi/traits.js';

/** Arguments of its class `LPS`. */
export interface PadoaLpsArgs {
  readonly idam: string;
  readonly version: string;
  readonly name: string;
  /** UUID of the installation. */
  readonly id: string;
}

/** Arguments of its class `INSiPerson`. */
export interface PadoaPersonArgs {
  readonly birthName: string;
  /** Prénoms separated by spaces. */
  readonly firstName: string;
  /** `M` or `F`. */
  readonly gender: string;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
  readonly placeOfBirthCode?: string;
}

/** The `formatted` part of its result. */
export interface PadoaFormatted {
  readonly birthName: string;
  readonly firstName: string;
  readonly allFirstNames: string;
  readonly gender: string;
  readonly dateOfBirth: string;
  readonly placeOfBirthCode: string;
  /** 15 characters. */
  readonly registrationNumber: string;
  readonly oid: string;
}

/** `software` from the arguments of `LPS`; the name keeps the form that it sent, `urn:lps:<name>:<version>`. */
export function softwareFromPadoa({ idam, version, name, id }: PadoaLpsArgs): LpsSoftware {
  return { idam, version, instance: id, nom: `urn:lps:${name}:${version}` };
}

/**
 * Traits of a search from the arguments of `INSiPerson`. Accents and case no longer need to be removed before; the birth
 * place is now sent only after « plusieurs identités ».
 */
export function traitsFromPadoa(person: PadoaPersonArgs): TraitsRecherche {
  return {
    nomNaissance: person.birthName,
    prenoms: person.firstName,
    sexe: person.gender === 'M' || person.gender === 'F' ? person.gender : 'I',
    dateNaissance: person.dateOfBirth,
    ...(person.placeOfBirthCode ? { lieuNaissance: person.placeOfBirthCode } : {}),
  };
}

/**
 * The eight fields, or `null` when no single identity was found. Unlike there, an absent list or birth place does not lose
 * the person (empty strings), the first prénom is not cut at the first space when more is known, and a matricule whose key
 * is wrong never comes out: the search rejects.
 */
export function padoaFormatted(result: InsiSearchResult): PadoaFormatted | null {
  if (result.outcome !== 'found') return null;
  const { ins, traits } = result.identity;
  return {
    birthName: traits.nomNaissance,
    firstName: traits.premierPrenom,
    allFirstNames: traits.listePrenoms,
    gender: traits.sexe,
    dateOfBirth: traits.dateNaissance.raw,
    placeOfBirthCode: traits.lieuNaissance ?? '',
    registrationNumber: ins.matricule,
    oid: ins.oid,
  };
}
