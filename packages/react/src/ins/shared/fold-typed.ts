import { normalizeName } from '@socle-sante/core/traits';

/**
 * What a name field shows while one types: capitals without accents, straight apostrophes, plain hyphens. A character that
 * the rule refuses stays as typed: it is pointed at, never dropped in silence. Ends are not trimmed, so that a name of
 * several words can be typed.
 */
export function foldTyped(text: string): string {
  let folded = '';
  for (const character of text.normalize('NFC')) {
    // Between two letters any accepted character has a place: the rule is the one of the server.
    const alone = /^[A-Z' -]$/.test(character) ? undefined : normalizeName(`A${character}A`, 'nom');
    folded += alone?.ok ? alone.value.slice(1, -1) : character;
  }
  return folded;
}
