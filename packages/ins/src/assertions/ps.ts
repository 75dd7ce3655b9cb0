// The assertion of a professional (CPx mode). It is not a VIHF: no Conditions, no AuthnStatement.
// Recipe: exclusive C14N, RSA-SHA256, one Reference with the enveloped and exc-c14n transforms, digest SHA-256, Signature
// right after Issuer, the certificate in KeyInfo. Source: GIE SESAM-Vitale example kit 2.06.01 (genuine sample recomputed).

import { type Clock, defaultRandom, type Finding, hasErrors, type RandomBytes, uuidV4 } from '@socle-sante/core';
import { signTree } from '@socle-sante/wire/dsig';
import { type CertificateInfo, formatRfc2253, readCertificate } from '@socle-sante/wire/tls';
import { type XmlElementNode, XmlWriteError } from '@socle-sante/wire/xml';
import { InsiConfigError, InsiInputError } from '../insi/errors.js';
import { NS } from '../insi/namespaces.js';
import { type CardType, cardType, checkPsCertificate, psIdentifier } from './card-certificate.js';
import { type AssertionAttributeNames, activityAttributes, assertionTree, type PsActivity } from './saml.js';
import type { PsAssertionSigner } from './signer.js';

/** `Issuer/@Format`. */
export const X509_SUBJECT_NAME = 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName';

/** What is needed to build one. */
export interface PsAssertionInput extends PsActivity {
  readonly signer: PsAssertionSigner;
  readonly clock: Clock;
  readonly random?: RandomBytes;
  readonly attributeNames?: Partial<AssertionAttributeNames>;
  /** Common names that may have issued the card certificate; another one is a warning. */
  readonly cardIssuers?: readonly string[];
  /** Another rendering of the issuer. Default: the subject as RFC 2253, `2.5.4.42=PRENOM+CN=…+SN=NOM,T=…,C=FR`. */
  readonly renderIssuer?: (certificate: CertificateInfo) => string;
}

/** A signed assertion. `xml` must reach the wire to the byte. */
export interface PsAssertion {
  readonly xml: string;
  readonly id: string;
  readonly issuedAt: Date;
  /** National identifier of the professional: also the `Emetteur` of both contexts. */
  readonly nameId: string;
  readonly nameQualifier: CardType;
  readonly findings: readonly Finding[];
}

/**
 * Builds and signs the assertion of a professional.
 *
 * @throws InsiConfigError `insi.config.nonNominativeCard`, `insi.config.card` (dates, no identifier, the signer failed);
 * InsiInputError when `identifiantFacturation` is missing.
 */
export async function buildPsAssertion(input: PsAssertionInput): Promise<PsAssertion> {
  if (!input.identifiantFacturation) {
    throw new InsiInputError({
      code: 'insi.input.options',
      message: 'identifiantFacturation is required in the PS assertion.',
      audience: 'admin',
    });
  }
  const at = input.clock();
  const certificate = certificateOf(input.signer, await input.signer.certificateDer());
  const findings = checkPsCertificate(certificate, {
    now: at,
    ...(input.cardIssuers ? { issuers: input.cardIssuers } : {}),
  });
  const nameId = psIdentifier(certificate);
  if (hasErrors(findings) || nameId === undefined) throw cardError(findings);
  const id = `_${uuidV4(input.random ?? defaultRandom)}`;
  const nameQualifier = cardType(certificate);
  const unsigned = assertionTree({
    id,
    at,
    issuer: input.renderIssuer?.(certificate) ?? formatRfc2253(certificate.subject),
    issuerFormat: X509_SUBJECT_NAME,
    nameId,
    nameQualifier,
    attributes: activityAttributes(input, input.attributeNames),
  });
  const xml = await sign(unsigned, certificate, input.signer);
  return { xml, id, issuedAt: at, nameId, nameQualifier, findings };
}

// Reading a certificate costs as much as a signature: the last one of each signer is kept, and used if its octets are the same.
const read = new WeakMap<PsAssertionSigner, CertificateInfo>();

function certificateOf(signer: PsAssertionSigner, der: Uint8Array): CertificateInfo {
  const known = read.get(signer);
  if (known && Buffer.compare(known.der, der) === 0) return known;
  const certificate = readCertificate(der);
  read.set(signer, certificate);
  return certificate;
}

async function sign(
  assertion: XmlElementNode,
  certificate: CertificateInfo,
  signer: PsAssertionSigner,
): Promise<string> {
  try {
    return await signTree({
      element: assertion,
      idAttribute: 'ID',
      insertAfter: { namespace: NS.saml, local: 'Issuer' },
      keyInfo: 'x509',
      digest: 'sha256',
      signer: {
        certificateDer: certificate.der,
        algorithm: 'rsa-sha256',
        sign: async (octets) => signer.sign(octets),
      },
    });
  } catch (cause) {
    if (cause instanceof XmlWriteError) throw cause;
    throw new InsiConfigError({
      code: 'insi.config.card',
      origin: 'argument',
      message: 'The card or the signer could not sign the PS assertion.',
      audience: 'user',
      userMessage: {
        fr: { title: 'La carte n’a pas pu signer', action: 'Vérifiez la carte et son code porteur, puis recommencez' },
        en: { title: 'The card could not sign', action: 'Check the card and its PIN, then try again' },
      },
      cause,
    });
  }
}

function cardError(findings: readonly Finding[]): InsiConfigError {
  const nonNominative = findings.some(({ rule }) => rule === 'insi.carte.nonNominative');
  return new InsiConfigError({
    code: nonNominative ? 'insi.config.nonNominativeCard' : 'insi.config.card',
    origin: 'argument',
    message: nonNominative
      ? 'The card is not nominative (no surname or given name in its certificate): INSi refuses it.'
      : 'The card certificate cannot be used: see findings.',
    findings,
    audience: 'user',
    userMessage: nonNominative
      ? {
          fr: { title: 'Carte non nominative', action: 'Utilisez une carte CPS, CPF ou CPE à votre nom' },
          en: { title: 'Card without a holder', action: 'Use a CPS, CPF or CPE card in your own name' },
        }
      : {
          fr: { title: 'Carte inutilisable', action: 'Vérifiez la validité de la carte ou contactez votre support' },
          en: { title: 'Card cannot be used', action: 'Check that the card is valid, or contact your support' },
        },
  });
}
