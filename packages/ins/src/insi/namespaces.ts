// Names of the INSi wire. Source: WSDL DESIR_ICIR_EXP_1.5.0 and its schemas.

/** Namespaces of the messages; the key is the prefix that we write. */
export const NS = {
  wsa: 'http://www.w3.org/2005/08/addressing',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  ctxbam: 'urn:siram:bam:ctxbam',
  ctxlps: 'urn:siram:lps:ctxlps',
  siram: 'urn:siram',
  rs: 'http://www.cnamts.fr/INSiRecSans',
  rv: 'http://www.cnamts.fr/INSiRecVit',
  res: 'http://www.cnamts.fr/INSiResultat',
} as const;

/** Prefixes that we write. */
export type NsPrefix = keyof typeof NS;

/** A qualified name of the INSi wire. */
export function qname<P extends NsPrefix>(prefix: P, local: string): { prefix: P; namespace: string; local: string } {
  return { prefix, namespace: NS[prefix], local };
}

/** The operations of the WSDL. */
export type InsiOperationName = 'rechercherInsAvecTraitsIdentite' | 'rechercherInsAvecCarteVitale';

/** `soapAction`, equal to `wsa:Action`. The operation is chosen by it: all of them have one address. */
export function insiAction(operation: InsiOperationName): string {
  return `urn:ServiceIdentiteCertifiee:1.0.0:${operation}`;
}
