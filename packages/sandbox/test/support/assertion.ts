import { createHash, randomUUID, sign } from 'node:crypto';
import type { TestIdentity } from '../../src/pki.ts';

const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';
const DS = 'http://www.w3.org/2000/09/xmldsig#';
export const EXC = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** What a hand-made PS assertion is made of; a test changes what it wants to spoil. */
export interface AssertionParts {
  readonly identity: TestIdentity;
  readonly id?: string;
  readonly issueInstant?: string;
  readonly issuer?: string;
  readonly nameId?: string;
  readonly nameQualifier?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** XML between Subject and AttributeStatement. */
  readonly extra?: string;
  /** Certificate shown in KeyInfo; default the signer's. */
  readonly shownCertificate?: Uint8Array;
  readonly changeSignedInfo?: (signedInfo: string) => string;
  /** Applied to the finished assertion, after signing. */
  readonly changeSigned?: (assertion: string) => string;
}

export const PHYSICIAN_DN = '2.5.4.42=ALIX+CN=899900000003+SN=EXEMPLE,T=Médecin,C=FR';

const empty = (name: string, attributes: string) => `<${name} ${attributes}></${name}>`;

/**
 * A PS assertion signed with node:crypto alone: the text is written in its own canonical form, so that no canonicaliser is
 * needed, and default namespaces are used as in the official sample.
 */
export function psAssertion(parts: AssertionParts): string {
  const { identity } = parts;
  const id = parts.id ?? `_${randomUUID()}`;
  const instant = parts.issueInstant ?? new Date().toISOString();
  const attributes = Object.entries(
    parts.attributes ?? { identifiantFacturation: '991000000', codeSpecialiteAMO: '01' },
  )
    .map(([name, value]) => `<Attribute Name="${name}"><AttributeValue>${value}</AttributeValue></Attribute>`)
    .join('');
  const head =
    `<Assertion xmlns="${SAML}" ID="${id}" IssueInstant="${instant}" Version="2.0">` +
    '<Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">' +
    `${parts.issuer ?? PHYSICIAN_DN}</Issuer>`;
  const tail =
    `<Subject><NameID NameQualifier="${parts.nameQualifier ?? 'CPS'}">${parts.nameId ?? identity.commonName}</NameID></Subject>` +
    `${parts.extra ?? ''}<AttributeStatement>${attributes}</AttributeStatement></Assertion>`;
  const digest = createHash('sha256')
    .update(head + tail)
    .digest('base64');
  const signedInfoBody =
    empty('CanonicalizationMethod', `Algorithm="${EXC}"`) +
    empty('SignatureMethod', 'Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"') +
    `<Reference URI="#${id}"><Transforms>` +
    empty('Transform', `Algorithm="${DS}enveloped-signature"`) +
    empty('Transform', `Algorithm="${EXC}"`) +
    `</Transforms>${empty('DigestMethod', 'Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"')}<DigestValue>${digest}</DigestValue></Reference>`;
  const signedInfo = (parts.changeSignedInfo ?? ((s) => s))(signedInfoBody);
  const value = sign(
    'sha256',
    Buffer.from(`<SignedInfo xmlns="${DS}">${signedInfo}</SignedInfo>`),
    identity.keyPem,
  ).toString('base64');
  const certificate = Buffer.from(parts.shownCertificate ?? identity.certDer).toString('base64');
  const signature =
    `<Signature xmlns="${DS}"><SignedInfo>${signedInfo}</SignedInfo><SignatureValue>${value}</SignatureValue>` +
    `<KeyInfo><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></Signature>`;
  return (parts.changeSigned ?? ((s) => s))(head + signature + tail);
}

export interface VitaleParts {
  readonly serial?: string;
  readonly issuer?: string;
  readonly issueInstant?: string;
  readonly extra?: string;
  readonly signature?: string;
}

export function vitaleAssertion(parts: VitaleParts = {}): string {
  return (
    `<Assertion xmlns="${SAML}" ID="_${randomUUID()}" IssueInstant="${parts.issueInstant ?? new Date().toISOString()}" Version="2.0">` +
    `<Issuer>${parts.issuer ?? '899900000003'}</Issuer>${parts.signature ?? ''}<Subject><NameID NameQualifier="VITALE">${parts.serial ?? '000099000004'}</NameID></Subject>` +
    `${parts.extra ?? ''}</Assertion>`
  );
}

export function security(...assertions: readonly string[]): string {
  return `<wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">${assertions.join('')}</wsse:Security>`;
}
