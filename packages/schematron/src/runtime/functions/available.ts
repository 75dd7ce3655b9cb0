import { REFUSED_FUNCTIONS } from '../refused.js';
import { acceptsArity, SIGNATURES } from '../signatures.js';

/**
 * Does the reference engine have this function? Also those that the compiler refuses: a rule that asks before it calls must get the
 * answer that the reference gives.
 */
export function hasFunction(local: string, arity: number | undefined): boolean {
  const signature = SIGNATURES.get(local);
  if (signature !== undefined) return arity === undefined || acceptsArity(signature, arity);
  const refused = REFUSED_FUNCTIONS.get(local);
  if (refused === undefined) return false;
  return arity === undefined || (arity >= refused.minArity && arity <= refused.maxArity);
}
