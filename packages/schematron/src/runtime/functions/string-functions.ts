import type { Sequence } from '../item.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { joinTexts } from '../support/boxes.js';
import { compareCodepoints } from '../values/compare.js';
import { XInteger } from '../values/integer.js';
import { EMPTY, integer, number, text, texts, truth } from './arguments.js';
import { codepointsToString, normalizeUnicode, stringToCodepoints } from './codepoints.js';
import { CODEPOINT_COLLATION, requireCodepointCollation } from './collations.js';
import {
  containsToken,
  normalizeSpace,
  stringLength,
  substring,
  substringAfter,
  substringBefore,
  translate,
} from './strings.js';

/** A function of two strings and a collation. */
function pair(name: string, of: (a: string, b: string) => boolean | string): FunctionSpec {
  return implement(name, (_, a = EMPTY, b = EMPTY, collation) => {
    requireCodepointCollation(collation);
    return [of(text(a), text(b))];
  });
}

/** A function of one string. */
function single(name: string, of: (value: string) => string): FunctionSpec {
  return implement(name, (_, value = EMPTY) => [of(text(value))]);
}

/** Functions and Operators §7.2 to §7.5. */
export const stringFunctions: readonly FunctionSpec[] = [
  implement('codepoints-to-string', (_, codes = EMPTY) => [codepointsToString(codes.map((code) => integer([code])))]),
  implement('string-to-codepoints', (c, value = EMPTY) => {
    const characters = text(value);
    // Before they are made: a text may be long, and each of its characters becomes an item.
    c.spend(characters.length);
    return stringToCodepoints(characters).map(XInteger.of);
  }),
  implement('compare', (_, a = EMPTY, b = EMPTY, collation) => {
    requireCodepointCollation(collation);
    return a.length === 0 || b.length === 0 ? EMPTY : [XInteger.of(Math.sign(compareCodepoints(text(a), text(b))))];
  }),
  implement('codepoint-equal', (_, a = EMPTY, b = EMPTY) =>
    a.length === 0 || b.length === 0 ? EMPTY : truth(text(a) === text(b)),
  ),
  implement('concat', (c, ...values) => [joinTexts(values.map(text), '', c)]),
  implement('string-join', (c, values = EMPTY, separator) => [
    joinTexts(texts(values), separator === undefined ? '' : text(separator), c),
  ]),
  implement('substring', (_, value = EMPTY, start = EMPTY, length) => [
    substring(text(value), number(start), length === undefined ? undefined : number(length)),
  ]),
  implement('string-length', (_, value = EMPTY) => [XInteger.of(stringLength(text(value)))]),
  single('normalize-space', normalizeSpace),
  implement('normalize-unicode', (_, value = EMPTY, form: Sequence = ['NFC']) =>
    value.length === 0 ? [''] : [normalizeUnicode(text(value), text(form))],
  ),
  single('upper-case', (value) => value.toUpperCase()),
  single('lower-case', (value) => value.toLowerCase()),
  implement('translate', (_, value = EMPTY, from = EMPTY, to = EMPTY) => [
    translate(text(value), text(from), text(to)),
  ]),
  pair('contains', (a, b) => a.includes(b)),
  pair('starts-with', (a, b) => a.startsWith(b)),
  pair('ends-with', (a, b) => a.endsWith(b)),
  pair('substring-before', substringBefore),
  pair('substring-after', substringAfter),
  implement('contains-token', (_, values = EMPTY, token = EMPTY, collation) => {
    requireCodepointCollation(collation);
    return truth(texts(values).some((value) => containsToken(value, text(token))));
  }),
  implement('default-collation', () => [CODEPOINT_COLLATION]),
];
