import { type FunctionSpec, implement } from '../signatures.js';
import { EMPTY, text, truth } from './arguments.js';
import { matches, replace, tokenize } from './patterns.js';
import { words } from './strings.js';

/** Functions and Operators §7.6, and `tokenize` with one argument (3.1): what stands between white space. */
export const regexFunctions: readonly FunctionSpec[] = [
  implement('matches', (_, input = EMPTY, pattern = EMPTY, flags = EMPTY) =>
    truth(matches(text(input), text(pattern), text(flags))),
  ),
  implement('replace', (_, input = EMPTY, pattern = EMPTY, replacement = EMPTY, flags = EMPTY) => [
    replace(text(input), text(pattern), text(replacement), text(flags)),
  ]),
  implement('tokenize', (_, input = EMPTY, pattern, flags = EMPTY) => {
    const value = text(input);
    if (pattern === undefined) return words(value);
    // The reference engine looks at no pattern then, be it wrong.
    return value === '' ? EMPTY : tokenize(value, text(pattern), text(flags));
  }),
];
