import { foldCharacter } from './name.js';

/** A name brought to letters and single spaces, and for each of its characters the place it came from. */
export interface FoldedName {
  readonly text: string;
  /** `map[i]` is where, in the original, the character `i` of `text` begins; one more entry gives the end. */
  readonly map: readonly number[];
}

/**
 * The form on which names are compared (EXI ID 10: hyphen ≡ apostrophe ≡ space). Unlike normalisation it never refuses:
 * a foreign character stands for itself. For comparing only: never store or send it.
 */
export function foldName(name: string): FoldedName {
  let text = '';
  const map: number[] = [];
  let index = 0;
  let end = 0;
  for (const character of name) {
    const folded = foldCharacter(character).text ?? character;
    const spaced = folded.replace(/[-']/g, ' ');
    // A combining mark belongs to the character before it, a second separator to the first one.
    const skipped = spaced === '' || (spaced === ' ' && (text === '' || text.endsWith(' ')));
    if (!skipped) {
      for (const _ of spaced) map.push(index);
      text += spaced;
    }
    index += character.length;
    if (spaced !== ' ') end = index;
  }
  const trimmed = text.trimEnd();
  return { text: trimmed, map: [...map.slice(0, trimmed.length), end] };
}

/** True when two names differ only by case, diacritics, ligatures, or the kind and number of separators. */
export function namesEquivalent(a: string, b: string): boolean {
  return a === b || foldName(a).text === foldName(b).text;
}
