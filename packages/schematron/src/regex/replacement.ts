import { RegexError } from './error.js';

/** A replacement, read: plain texts, and numbers of groups. */
export type Replacement = readonly (string | number)[];

/**
 * Reads a replacement: `$0` to `$N`, `\$`, `\\`. Of the digits after `$`, as many count as make the number of a group; the first always
 * does, and where the pattern has no such group it stands for nothing. Functions and Operators §7.6.3.
 *
 * @throws RegexError FORX0004
 */
export function parseReplacement(replacement: string, groups: number): Replacement {
  const parts: (string | number)[] = [];
  let text = '';
  for (let at = 0; at < replacement.length; at++) {
    const character = replacement[at] ?? '';
    const next = replacement[at + 1] ?? '';
    if (character === '\\') {
      if (next !== '\\' && next !== '$') throw new RegexError('FORX0004', 'Replacement: \\ must stand before \\ or $');
      text += next;
      at += 1;
    } else if (character === '$') {
      if (!/^[0-9]$/.test(next)) throw new RegexError('FORX0004', 'Replacement: $ must stand before a digit');
      if (text !== '') parts.push(text);
      text = '';
      let group = Number(next);
      at += 1;
      for (let digit = replacement[at + 1] ?? ''; /^[0-9]$/.test(digit); digit = replacement[at + 1] ?? '') {
        const longer = group * 10 + Number(digit);
        if (longer > groups) break;
        group = longer;
        at += 1;
      }
      parts.push(group);
    } else {
      text += character;
    }
  }
  if (text !== '') parts.push(text);
  return parts;
}

/** Does it speak of a group, other than the whole match? */
export function usesGroups(replacement: Replacement, groups: number): boolean {
  return replacement.some((part) => typeof part === 'number' && part > 0 && part <= groups);
}
