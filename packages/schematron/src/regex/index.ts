/**
 * Regular expressions of XPath 2.0, with the reading of Saxon-HE 9.9. A pattern is read into a tree; whether the engine of the platform
 * runs it in good time is told from the tree (cost.ts); where it does not, a simulation that is linear in the input does, and patterns
 * with back-references are followed within a budget of steps. The three give the same answers.
 */
export { compileRegex } from './compile.js';
export { RegexError } from './error.js';
export type { RegexEngine, RegexOptions } from './types.js';
