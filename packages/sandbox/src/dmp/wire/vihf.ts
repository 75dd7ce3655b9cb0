import { X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import type { CertificateFacts } from '../../insi/certificates.js';
import { namesValues, relativeNames } from '../../insi/distinguished-name.js';
import { attributeOf, elements, first, named, type SimElement, textOf, walk } from '../../insi/element.js';
import type { TestPki } from '../../pki.js';
import type { DmpCaller } from '../core/caller.js';
import { type DmpLevel, type DmpRefusal, faultRefusal } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import { judgeSigningCertificate, sameSubject } from './certificate.js';
import type { DmpEnvelope } from './envelope.js';
import { NS } from './namespaces.js';
import { readCaller, type VihfNote } from './vihf-attributes.js';
import { type DmpXml, ENVELOPE_BOUNDS, UnreadableDmpXml } from './xml.js';

export interface VihfPolicy {
  readonly pki: TestPki;
  readonly now: Date;
  readonly xml: DmpXml;
  readonly tls: CertificateFacts | undefined;
  /** Distance allowed between IssueInstant and now, in seconds. */
  readonly maxSkewSeconds: number;
  readonly versions: readonly string[];
  /** Structures that the simulator does not know. */
  readonly unknownStructures: readonly string[];
  /** Structures of the holders of cards, by PS_IdNat. */
  readonly activities: Readonly<Record<string, readonly string[]>>;
  /** The operation is about a patient, who must then be in the assertion. */
  readonly patientNeeded: boolean;
  /** True when this assertion was seen before; remembers it. */
  readonly seen: (id: string) => boolean;
  readonly refuseReuse: boolean;
}

export interface VihfReading {
  readonly caller?: DmpCaller;
  readonly refusals: readonly DmpRefusal[];
  /** Certificate that signed, once read. */
  readonly signer?: CertificateFacts;
  /** `rsa-sha256/sha256`, for the log. */
  readonly algorithms?: string;
  readonly id?: string;
}

const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const SIGNATURES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'rsa-sha256',
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': 'rsa-sha1',
};
const DIGESTS: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1',
};
const NCNAME = /^[A-Za-z_][\w.-]*$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const ORDER = ['Issuer', 'Signature', 'Subject', 'Conditions', 'AuthnStatement', 'AttributeStatement'];
const ISSUER_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName';

const ds = (parent: SimElement | undefined, local: string) => first(parent, NS.ds, local);
const saml = (parent: SimElement | undefined, local: string) => first(parent, NS.saml, local);
const algorithm = (element: SimElement | undefined) => (element ? (attributeOf(element, 'Algorithm') ?? '') : '');

/** Thrown to leave early; nothing more can be said of the assertion. */
class Stop extends Error {}

/** Checks 4, 5 and 6: the VIHF of a message. Nothing is read from an assertion but from the octets that were really signed. */
export function readVihf(envelope: DmpEnvelope, policy: VihfPolicy): VihfReading {
  const refusals: DmpRefusal[] = [];
  const note = (check: number, code: string, reason: string, context: string, from: DmpLevel = 'dmp') =>
    refusals.push(faultRefusal(check, code, reason, context, { from }));
  const bad = (reason: string, context: string, from?: DmpLevel) =>
    note(4, FAULT.certificate, `vihf.${reason}`, context, from);
  try {
    const assertion = onlyAssertion(envelope, bad);
    const id = attributeOf(assertion, 'ID') ?? '';
    if (!NCNAME.test(id)) bad('id', 'Assertion/@ID : NCName attendu');
    checkOrder(assertion, bad);
    const form = signatureForm(assertion, id, bad);
    const { facts: signer, refusals: certificate } = judgeSigningCertificate(form.certificate, policy.pki, policy.now);
    refusals.push(...certificate);
    if (!signer) return { refusals, algorithms: form.algorithms, id };
    const signedText = verify(envelope, form.standalone, signer);
    if (signedText === undefined) {
      bad('signature', 'signature du VIHF non vérifiée');
      return { refusals, signer, algorithms: form.algorithms, id };
    }
    const signed = policy.xml.read(new TextEncoder().encode(signedText), ENVELOPE_BOUNDS);
    if (signed.namespace !== NS.saml || signed.local !== 'Assertion' || attributeOf(signed, 'ID') !== id) {
      bad('wrapped', 'ce qui est signé n’est pas l’assertion');
      return { refusals, signer, algorithms: form.algorithms, id };
    }
    checkInstant(signed, policy, bad);
    checkIssuer(signed, signer, policy.tls, note);
    if (policy.seen(id) && policy.refuseReuse) bad('reused', 'assertion déjà utilisée', 'strict');
    const caller = readCaller(signed, signer, policy, note);
    return { refusals, signer, algorithms: form.algorithms, id, ...(caller ? { caller } : {}) };
  } catch (error) {
    if (error instanceof UnreadableDmpXml) bad('unreadable', error.message, 'lenient');
    else if (!(error instanceof Stop)) throw error;
    return { refusals };
  }
}

type Bad = (reason: string, context: string, from?: DmpLevel) => void;

function onlyAssertion(envelope: DmpEnvelope, bad: Bad): SimElement {
  const securities = envelope.headers.filter((h) => h.namespace === NS.wsse && h.local === 'Security');
  const children = securities.flatMap(elements);
  const [assertion, second] = children.filter((c) => c.namespace === NS.saml && c.local === 'Assertion');
  if (!assertion) {
    bad('absent', 'VIHF absent', 'lenient');
    throw new Stop();
  }
  if (second || securities.length > 1) {
    bad('several', 'un seul VIHF attendu', 'lenient');
    throw new Stop();
  }
  if (children.length > 1) bad('security', 'wsse:Security ne contient que l’assertion', 'strict');
  const ids = new Set<string>();
  for (const element of walk(envelope.root)) {
    const stray = element.namespace === NS.saml && element.local === 'Assertion' && element !== assertion;
    const signature =
      element.namespace === NS.ds && element.local === 'Signature' && !elements(assertion).includes(element);
    if (stray || signature) {
      bad('wrapped', 'assertion ou signature hors de sa place', 'lenient');
      throw new Stop();
    }
  }
  for (const element of [...envelope.headers, ...walk(assertion)]) {
    for (const { local, value } of element.attributes) {
      if (local.toLowerCase() !== 'id' || element.namespace === NS.rim) continue;
      if (ids.has(value) && value !== '' && element !== assertion) {
        bad('repeatedId', 'identifiant répété dans le message', 'lenient');
        throw new Stop();
      }
      ids.add(value);
    }
  }
  return assertion;
}

function checkOrder(assertion: SimElement, bad: Bad): void {
  const places = elements(assertion).map(({ namespace, local }) =>
    namespace === NS.saml || (namespace === NS.ds && local === 'Signature') ? ORDER.indexOf(local) : -1,
  );
  if (places.some((place, i) => place < 0 || (i > 0 && place <= (places[i - 1] ?? -1)))) {
    bad(
      'order',
      'ordre des éléments de l’assertion : Issuer, Signature, Subject, Conditions, AuthnStatement, AttributeStatement',
    );
  }
  if (attributeOf(assertion, 'Version') !== '2.0') bad('version', 'Assertion/@Version : 2.0 attendu');
}

interface SignatureForm {
  readonly standalone: string;
  readonly certificate: Uint8Array;
  readonly algorithms: string;
}

function signatureForm(assertion: SimElement, id: string, bad: Bad): SignatureForm {
  const signatures = [...walk(assertion)].filter((e) => e.namespace === NS.ds && e.local === 'Signature');
  const [signature] = signatures;
  if (!signature || signatures.length !== 1) {
    bad('unsigned', 'VIHF non signé', 'dmp');
    throw new Stop();
  }
  const signedInfo = ds(signature, 'SignedInfo');
  const references = signedInfo ? named(signedInfo, NS.ds, 'Reference') : [];
  const [reference] = references;
  if (!reference || references.length !== 1 || attributeOf(reference, 'URI') !== `#${id}`) {
    bad('reference', 'la signature doit porter sur l’assertion et sur elle seule', 'lenient');
    throw new Stop();
  }
  const transformList = ds(reference, 'Transforms');
  const transforms = transformList ? elements(transformList).map(algorithm) : [];
  const signing = SIGNATURES[algorithm(ds(signedInfo, 'SignatureMethod'))];
  const digest = DIGESTS[algorithm(ds(reference, 'DigestMethod'))];
  if (
    algorithm(ds(signedInfo, 'CanonicalizationMethod')) !== EXC_C14N ||
    transforms.join(' ') !== `${ENVELOPED} ${EXC_C14N}` ||
    !signing ||
    !digest
  ) {
    bad('algorithm', 'algorithmes de la signature du VIHF', 'lenient');
    throw new Stop();
  }
  const data = ds(ds(signature, 'KeyInfo'), 'X509Data');
  const base64 = (textOf(ds(data, 'X509Certificate')) ?? '').replace(/\s+/g, '');
  return {
    standalone: signature.standalone ?? '',
    certificate: Buffer.from(base64, 'base64'),
    algorithms: `${signing}/${digest}`,
  };
}

/** The canonical text that the signature covers; undefined when it does not verify. */
function verify(envelope: DmpEnvelope, standalone: string, signer: CertificateFacts): string | undefined {
  try {
    const signed = new SignedXml({ publicCert: signer.pem, getCertFromKeyInfo: () => null });
    signed.loadSignature(standalone);
    const text = new TextDecoder().decode(envelope.bytes);
    const [first, second] = signed.checkSignature(text) ? signed.getSignedReferences() : [];
    return second === undefined ? first : undefined;
  } catch {
    return undefined;
  }
}

function checkInstant(assertion: SimElement, { now, maxSkewSeconds }: VihfPolicy, bad: Bad): void {
  const instant = attributeOf(assertion, 'IssueInstant') ?? '';
  const distance = Math.abs(Date.parse(instant) - now.getTime());
  if (!INSTANT.test(instant) || !(distance <= maxSkewSeconds * 1000))
    bad('instant', `IssueInstant à plus de ${maxSkewSeconds} secondes de l’heure du simulateur, ou hors UTC`);
  const authn = attributeOf(saml(assertion, 'AuthnStatement') ?? assertion, 'AuthnInstant') ?? '';
  if (!INSTANT.test(authn)) bad('authnInstant', 'AuthnInstant absent ou hors UTC');
  else if (Date.parse(authn) - now.getTime() > maxSkewSeconds * 1000)
    bad('authnInstant', 'AuthnInstant dans le futur', 'strict');
  const conditions = saml(assertion, 'Conditions');
  if (saml(conditions, 'AudienceRestriction'))
    bad('audience', 'AudienceRestriction ne doit pas être présent', 'strict');
  const notBefore = Date.parse(conditions ? (attributeOf(conditions, 'NotBefore') ?? '') : '');
  const notAfter = Date.parse(conditions ? (attributeOf(conditions, 'NotOnOrAfter') ?? '') : '');
  if (notBefore - now.getTime() > maxSkewSeconds * 1000 || now.getTime() >= notAfter)
    bad('conditions', 'hors des bornes de Conditions');
}

/** Check 5. */
function checkIssuer(
  assertion: SimElement,
  signer: CertificateFacts,
  tls: CertificateFacts | undefined,
  note: VihfNote,
): void {
  const issuer = saml(assertion, 'Issuer');
  if (!issuer || attributeOf(issuer, 'Format') !== ISSUER_FORMAT)
    note(5, FAULT.certificate, 'issuer.format', 'Issuer/@Format : X509SubjectName attendu', 'strict');
  const values = [...signer.subject.values()].flat().sort();
  if (JSON.stringify(namesValues(textOf(issuer) ?? '')) !== JSON.stringify(values))
    note(5, FAULT.certificate, 'issuer.subject', 'Issuer n’est pas le sujet du certificat de signature');
  else if (!isOrdered(textOf(issuer) ?? '', signer))
    note(
      5,
      FAULT.certificate,
      'issuer.form',
      'Issuer : types et ordre des attributs du sujet (RFC 2253, ou ordre inverse)',
      'strict',
    );
  if (tls && !sameSubject(signer, tls))
    note(5, FAULT.certificate, 'issuer.tls', 'le sujet du certificat de signature n’est pas celui du certificat TLS');
}

/** Same relative names as the subject, in its order or the reverse one. */
function isOrdered(issuer: string, signer: CertificateFacts): boolean {
  const written = relativeNames(issuer);
  const subject = relativeNames(new X509Certificate(signer.pem).subject.replace(/\n/g, ','));
  const list = JSON.stringify(written);
  return list === JSON.stringify(subject) || list === JSON.stringify(subject.reverse());
}
