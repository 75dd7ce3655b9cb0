/** Canonical XML through libxml2, loaded on first use. */
export {
  type CanonicalizationMethod,
  type CanonicalizeOptions,
  canonicalizationUris,
  type NodeById,
} from './c14n/types.js';
