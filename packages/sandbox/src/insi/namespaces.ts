/** Namespaces of the INSi messages (WSDL DESIR_ICIR_EXP_1.5.0). */
export const NS = {
  soap: 'http://www.w3.org/2003/05/soap-envelope',
  wsa: 'http://www.w3.org/2005/08/addressing',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  bam: 'urn:siram:bam:ctxbam',
  lps: 'urn:siram:lps:ctxlps',
  siram: 'urn:siram',
  traits: 'http://www.cnamts.fr/INSiRecSans',
  vitale: 'http://www.cnamts.fr/INSiRecVit',
  resultat: 'http://www.cnamts.fr/INSiResultat',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

/** The two operations of the WSDL. */
export type InsiOperation = 'rechercherInsAvecTraitsIdentite' | 'rechercherInsAvecCarteVitale';

const ACTION_PREFIX = 'urn:ServiceIdentiteCertifiee:1.0.0:';

/** soapAction and wsa:Action of an operation. */
export function actionOf(operation: InsiOperation): string {
  return ACTION_PREFIX + operation;
}

export function operationOfAction(action: string): InsiOperation | undefined {
  return OPERATIONS.find((operation) => actionOf(operation) === action);
}

const OPERATIONS: readonly InsiOperation[] = ['rechercherInsAvecTraitsIdentite', 'rechercherInsAvecCarteVitale'];
