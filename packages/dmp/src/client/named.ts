import type { RegistryError } from '../errors.js';

/** Whether an error names an object, by its identifier as a whole word: `1.2.3` is not in `1.2.34`. */
export function names(error: RegistryError, identifier: string): boolean {
  const escaped = identifier.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.])${escaped}(?!\\.?\\w)`).test(`${error.context} ${error.location ?? ''}`);
}
