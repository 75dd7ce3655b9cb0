import type { TestPki } from '../pki.js';
import { type CertificateFacts, issuerAmong, KEY_USAGE, readCertificateFacts } from './certificates.js';
import { namesValues } from './distinguished-name.js';
import { attributeOf, elements, first, named, type SimElement, textOf } from './element.js';
import { headersNamed, type Message } from './envelope.js';
import { refuse } from './faults.js';
import { type InsiOperation, NS } from './namespaces.js';
import { PS_ASSERTION } from './schemas.js';
import { readSignatureForm, refuseRepeatedIds, refuseStraySignatures, verifySignature } from './signature.js';
import { violation } from './structure.js';
import type { XmlReader } from './xml-reader.js';

interface AssertionPolicy {
  readonly now: Date;
  readonly pki: TestPki;
  readonly reader: XmlReader;
  readonly maxAgeSeconds: number;
  /** How far in the future an assertion may be dated. */
  readonly futureSeconds: number;
}

const CARD_TYPES = ['CPS', 'CPF', 'CDE-CPE', 'CPA'] as const;

export function nameIdOf(assertion: SimElement | undefined): SimElement | undefined {
  return first(first(assertion, NS.saml, 'Subject'), NS.saml, 'NameID');
}

export const isVitale = (assertion: SimElement) => {
  const nameId = nameIdOf(assertion);
  return nameId !== undefined && attributeOf(nameId, 'NameQualifier') === 'VITALE';
};

/** The assertions of the one Security header; undefined when there is no such header. */
function readSecurity(message: Message): SimElement[] | undefined {
  const [security, second] = headersNamed(message, NS.wsse, 'Security');
  if (!security) return undefined;
  if (second) throw refuse('sim_assertion_schema', 'Security répété');
  if (security.attributes.length > 0) throw refuse('sim_assertion_schema', 'Security ne porte aucun attribut');
  const children = elements(security);
  if (children.some((child) => child.namespace !== NS.saml || child.local !== 'Assertion')) {
    throw refuse('sim_assertion_schema', 'Security ne contient que des Assertion');
  }
  return children;
}

/** Check 8, mutual TLS: no assertion. An absent or empty Security header both work. */
export function refuseAssertions(message: Message): void {
  if ((readSecurity(message) ?? []).length > 0) {
    throw refuse('sim_assertion_count', 'aucune assertion attendue en TLS mutuel');
  }
}

/** Check 8, first half: one PS assertion, followed by one VITALE assertion for WS_INS1. */
export function splitAssertions(message: Message, operation: InsiOperation): { ps: SimElement; vitale?: SimElement } {
  const assertions = readSecurity(message) ?? [];
  const [ps, vitale] = assertions;
  const expected = operation === 'rechercherInsAvecCarteVitale' ? 2 : 1;
  if (!ps || assertions.length !== expected || isVitale(ps) || (vitale && !isVitale(vitale))) {
    throw refuse(
      'sim_assertion_count',
      expected === 1 ? 'une seule assertion PS attendue' : 'une assertion PS puis une assertion VITALE attendues',
    );
  }
  refuseRepeatedIds(message);
  refuseStraySignatures(message, assertions);
  return { ps, ...(vitale ? { vitale } : {}) };
}

function judgeCertificate(der: Uint8Array, policy: AssertionPolicy): CertificateFacts {
  const certificate = readCertificateFacts(der);
  if (!certificate) throw refuse('sim_assertion_certificate');
  const issuer = issuerAmong(policy.pki, certificate, ['fortPersonnes']);
  if (!issuer) throw refuse('sim_assertion_authority');
  if (policy.now < certificate.notBefore || policy.now > certificate.notAfter) throw refuse('sim_assertion_dates');
  if (policy.pki.isRevoked(issuer, certificate.serial)) throw refuse('sim_assertion_revoked');
  if ((certificate.keyUsages & KEY_USAGE.nonRepudiation) === 0) throw refuse('sim_assertion_usage');
  if (certificate.surname === undefined || certificate.givenName === undefined) {
    throw refuse('sim_assertion_non_nominative');
  }
  return certificate;
}

/** Age of an assertion against the clock of the service. */
export function checkIssueInstant(
  assertion: SimElement,
  now: Date,
  limits: { maxAgeSeconds: number; futureSeconds: number },
  expired: 'sim_assertion_expired' | 'sim_vitale_expired',
): void {
  const instant = Date.parse(attributeOf(assertion, 'IssueInstant') ?? '');
  const ageSeconds = (now.getTime() - instant) / 1000;
  if (Number.isNaN(ageSeconds) || ageSeconds > limits.maxAgeSeconds) throw refuse(expired);
  if (-ageSeconds > limits.futureSeconds) throw refuse('sim_assertion_future');
}

/** A PS assertion that passed. */
interface AcceptedPs {
  /** National identifier of the professional: NameID and CN of the certificate. */
  readonly nameId: string;
  readonly assertionId: string;
}

/**
 * Check 8, second half. The form is read in the message, the certificate judged, the signature verified; the rest is read only in
 * the canonical text that was signed.
 */
export function checkPsAssertion(message: Message, ps: SimElement, policy: AssertionPolicy): AcceptedPs {
  const form = readSignatureForm(ps);
  const certificate = judgeCertificate(form.certificateDer, policy);
  const signed = policy.reader(verifySignature(message, form, certificate.pem)).root;
  const problem =
    signed.namespace === NS.saml ? violation(signed, PS_ASSERTION) : 'élément signé autre que l’assertion';
  if (problem) throw refuse('sim_assertion_schema', `assertion PS : ${problem}`);

  const issuer = textOf(first(signed, NS.saml, 'Issuer')) ?? '';
  const subject = [...certificate.subject.values()].flat().sort();
  if (namesValues(issuer).join('\n') !== subject.join('\n')) throw refuse('sim_assertion_issuer');

  const nameId = nameIdOf(signed);
  if (!nameId || textOf(nameId) !== certificate.commonName) throw refuse('sim_assertion_nameid');
  const expected = CARD_TYPES[certificate.cardType ?? -1] ?? 'CPX';
  if (attributeOf(nameId, 'NameQualifier') !== expected) throw refuse('sim_assertion_namequalifier');

  const statement = first(signed, NS.saml, 'AttributeStatement');
  const billing = (statement ? named(statement, NS.saml, 'Attribute') : []).find(
    (attribute) => attributeOf(attribute, 'Name') === 'identifiantFacturation',
  );
  if ((textOf(first(billing, NS.saml, 'AttributeValue')) ?? '').trim() === '') throw refuse('sim_assertion_attribute');

  checkIssueInstant(signed, policy.now, policy, 'sim_assertion_expired');
  return { nameId: certificate.commonName ?? '', assertionId: attributeOf(signed, 'ID') ?? '' };
}
