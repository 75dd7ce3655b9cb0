import type { DigestAlgorithm, SignatureAlgorithm } from '@socle-sante/wire/dsig';

export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
/** XAdES 1.1.1: the version of the DMP, whose SigningCertificate differs from that of 1.3.2. */
export const XADES = 'http://uri.etsi.org/01903/v1.1.1#';
export const MANIFEST_TYPE = 'http://www.w3.org/2000/09/xmldsig#Manifest';
export const PROPERTIES_TYPE = 'http://uri.etsi.org/01903/v1.1.1#SignedProperties';
export const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const C14N_COMMENTS = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments';
/** ASTM E1762 purpose "source", in IHE DSG. */
export const PURPOSE_SOURCE = '1.2.840.10065.1.12.1.14';
export const MANIFEST_ID = 'IHEManifest';
export const PROPERTIES_ID = 'S0-SignedProperties';
export const PURPOSE_ID = 'purposeOfSignature';

export const signatureUris: Readonly<Record<SignatureAlgorithm, string>> = {
  'rsa-sha1': 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  'rsa-sha256': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
};

export const digestUris: Readonly<Record<DigestAlgorithm, string>> = {
  sha1: 'http://www.w3.org/2000/09/xmldsig#sha1',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
};

/** The algorithm of a URI, from a closed list. */
export function byUri<T extends string>(uris: Readonly<Record<T, string>>, uri: string | undefined): T | undefined {
  return (Object.keys(uris) as T[]).find((name) => uris[name] === uri);
}
