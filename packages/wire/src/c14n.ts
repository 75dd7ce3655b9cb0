/** Canonical XML through libxml2, loaded on first use. */

export { canonicalize } from './c14n/canonicalize.js';
export {
  type CanonicalizationMethod,
  type CanonicalizeOptions,
  canonicalizationUris,
  type NodeById,
} from './c14n/types.js';
