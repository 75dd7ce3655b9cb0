import { foldName } from './name-fold.js';

/** What {@link checkFirstGivenName} found. */
export interface FirstGivenName {
  /** False when the first prénom is not the beginning of the list: the user must be alerted (EXI ID 10). */
  readonly coherent: boolean;
  /** The first prénom as the list spells it, or the proposal to show. */
  readonly premierPrenom: string;
  /** True when the value is only a proposal that the user must confirm. */
  readonly ambiguous: boolean;
}

/**
 * Finds the first prénom in the list of birth (Guide d'implémentation INS v3.0 EXI ID 10), hyphen, apostrophe and space
 * being one. A prénom may hold a space, so the first word of the list is only a proposal when nothing better is known.
 *
 * @param list the list as INSi gave it, prénoms separated by a space; may be empty
 * @param premierPrenom the first prénom known locally, or the one that was found; may be empty
 */
export function checkFirstGivenName(list: string, premierPrenom: string): FirstGivenName {
  const whole = foldName(list);
  const wanted = foldName(premierPrenom).text;
  if (whole.text === '') return { coherent: true, premierPrenom: premierPrenom.trim(), ambiguous: true };
  const first = list.trim().split(/\s/)[0] ?? '';
  if (wanted === '') return { coherent: true, premierPrenom: first, ambiguous: first !== list.trim() };
  if (whole.text === wanted) return { coherent: true, premierPrenom: list.trim(), ambiguous: false };
  if (!whole.text.startsWith(`${wanted} `)) return { coherent: false, premierPrenom: first, ambiguous: true };
  const prefix = list.slice(whole.map[0], whole.map[wanted.length]);
  return { coherent: true, premierPrenom: prefix, ambiguous: false };
}
