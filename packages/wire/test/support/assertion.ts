import { createKeySigner, type SignOptions, signEnveloped } from '../../src/dsig.js';
import { encodeEnvelope } from '../../src/soap.js';
import { loadClientIdentity } from '../../src/tls.js';
import { element, raw, serializeXml } from '../../src/xml.js';
import type { TestCertificate } from './pki.js';

export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
export const SOAP = 'http://www.w3.org/2003/05/soap-envelope';

/** An unsigned SAML assertion of the shape that the national services want. All values are invented. */
export function assertion(id = '_a1', subject = '899900000001'): string {
  const node = (local: string, attributes: Record<string, string>, children: Parameters<typeof element>[2]) =>
    element({ prefix: '', namespace: SAML, local }, attributes, children);
  return serializeXml(
    node('Assertion', { ID: id, IssueInstant: '2026-03-02T09:14:55.120Z', Version: '2.0' }, [
      node('Issuer', { Format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName' }, [
        '2.5.4.42=ALIX+CN=899900000001+SN=EXEMPLE,T=Médecin,C=FR',
      ]),
      node('Subject', {}, [node('NameID', { NameQualifier: 'CPS' }, [subject])]),
      node('AttributeStatement', {}, [
        node('Attribute', { Name: 'identifiantFacturation' }, [node('AttributeValue', {}, ['991000000 & <fils>'])]),
      ]),
    ]),
  );
}

export function signerOf(certificate: TestCertificate) {
  return createKeySigner(loadClientIdentity({ cert: certificate.certPem, key: certificate.keyPem }));
}

export function signAssertion(certificate: TestCertificate, more: Partial<SignOptions> = {}): Promise<string> {
  return signEnveloped({
    xml: assertion(),
    referenceId: '_a1',
    insertAfter: { namespace: SAML, local: 'Issuer' },
    signer: signerOf(certificate),
    ...more,
  });
}

/** The message in which signed assertions travel. */
export function message(...assertions: readonly string[]): string {
  const security = element({ prefix: 'wsse', namespace: WSSE, local: 'Security' }, {}, assertions.map(raw));
  return new TextDecoder().decode(
    encodeEnvelope({ headers: [security], body: element({ prefix: 'x', namespace: 'urn:x', local: 'PING' }) }),
  );
}

/** Where the assertion stands in {@link message}. */
export const inMessage = {
  namespace: SAML,
  local: 'Assertion',
  path: [
    { namespace: SOAP, local: 'Envelope' },
    { namespace: SOAP, local: 'Header' },
    { namespace: WSSE, local: 'Security' },
  ],
};
