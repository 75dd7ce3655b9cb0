import { XPathError } from '../error.js';
import type { Sequence } from '../item.js';
import { text } from './arguments.js';

/** Characters compared by code point: the only collation here (Functions and Operators §7.3.1), and the default one. */
export const CODEPOINT_COLLATION = 'http://www.w3.org/2005/xpath-functions/collation/codepoint';

/**
 * Checks the collation that a function is given. The reference engine also knows `html-ascii-case-insensitive`, the collations of
 * the Unicode algorithm (`…/2013/collation/UCA`) and those of Java: a rule that asks for one of them is a fault here.
 *
 * @throws XPathError FOCH0002 when it is not that of code points
 */
export function requireCodepointCollation(argument: Sequence | undefined): void {
  if (argument === undefined) return;
  const uri = text(argument);
  if (uri !== CODEPOINT_COLLATION) throw new XPathError('FOCH0002', `collation not supported: ${uri}`);
}
