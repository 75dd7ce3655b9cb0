/**
 * Canonicalisation methods: Canonical XML 1.0 (http://www.w3.org/TR/2001/REC-xml-c14n-20010315) and
 * Exclusive XML Canonicalization 1.0 (http://www.w3.org/2001/10/xml-exc-c14n#), with or without comments.
 */
export type CanonicalizationMethod = 'exc-c14n' | 'exc-c14n-comments' | 'c14n' | 'c14n-comments';

/** Which element: the only one whose unprefixed attribute `idAttribute` has the value `id`. */
export interface NodeById {
  readonly idAttribute: string;
  readonly id: string;
}

export interface CanonicalizeOptions {
  readonly method: CanonicalizationMethod;
  /** Canonicalise this element with its descendants; the whole document when absent. */
  readonly node?: NodeById;
  /** InclusiveNamespaces PrefixList, for the exclusive methods; `#default` for the default namespace. */
  readonly inclusivePrefixes?: readonly string[];
}

/** Identifiers of the methods in ds:CanonicalizationMethod and ds:Transform. */
export const canonicalizationUris: Readonly<Record<CanonicalizationMethod, string>> = {
  'exc-c14n': 'http://www.w3.org/2001/10/xml-exc-c14n#',
  'exc-c14n-comments': 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments',
  c14n: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'c14n-comments': 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments',
};
