import { SignedXml } from 'xml-crypto';
import { attributeOf, elements, first, named, type SimElement, textOf, walk } from './element.js';
import type { Message } from './envelope.js';
import { refuse } from './faults.js';
import { NS } from './namespaces.js';

const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

const isSignature = (element: SimElement) => element.namespace === NS.ds && element.local === 'Signature';
const ds = (parent: SimElement | undefined, local: string) => first(parent, NS.ds, local);

/** No two elements of the message may carry the same identifier, whatever the spelling of the attribute. */
export function refuseRepeatedIds(message: Message): void {
  const seen = new Set<string>();
  for (const element of walk(message.root)) {
    for (const attribute of element.attributes) {
      if (attribute.local.toLowerCase() !== 'id') continue;
      if (seen.has(attribute.value)) throw refuse('sim_assertion_id');
      seen.add(attribute.value);
    }
  }
}

/** Every signature of the message is a child of one of the assertions: a signature anywhere else is an attack or a mistake. */
export function refuseStraySignatures(message: Message, assertions: readonly SimElement[]): void {
  const allowed = new Set(assertions.flatMap((assertion) => elements(assertion).filter(isSignature)));
  for (const element of walk(message.root)) {
    if (isSignature(element) && !allowed.has(element))
      throw refuse('sim_assertion_position', 'signature hors d’une assertion');
  }
}

/** A signature whose form has been checked; nothing is verified yet. */
interface SignatureForm {
  readonly standalone: string;
  readonly certificateDer: Uint8Array;
}

/**
 * The form of the recipe: one signature right after Issuer, exclusive C14N, RSA-SHA256, one reference to the assertion with the
 * enveloped and exclusive C14N transforms, SHA-256, one X509Certificate. The list of algorithms is closed.
 */
export function readSignatureForm(assertion: SimElement): SignatureForm {
  const [issuer, signature] = elements(assertion);
  const count = [...walk(assertion)].filter(isSignature).length;
  if (
    count !== 1 ||
    !signature ||
    !isSignature(signature) ||
    issuer?.local !== 'Issuer' ||
    issuer.namespace !== NS.saml
  ) {
    throw refuse('sim_assertion_position');
  }
  const names = elements(signature).map((child) => (child.namespace === NS.ds ? child.local : '?'));
  if (names.join() !== 'SignedInfo,SignatureValue,KeyInfo') {
    throw refuse('sim_assertion_schema', 'Signature doit contenir SignedInfo, SignatureValue, KeyInfo');
  }
  const signedInfo = ds(signature, 'SignedInfo');
  const parts = signedInfo ? elements(signedInfo).map((child) => child.local) : [];
  if (parts.filter((name) => name === 'Reference').length !== 1) throw refuse('sim_assertion_reference');
  if (parts.join() !== 'CanonicalizationMethod,SignatureMethod,Reference') {
    throw refuse('sim_assertion_schema', 'SignedInfo non conforme');
  }
  const reference = ds(signedInfo, 'Reference');
  if (!reference || attributeOf(reference, 'URI') !== `#${attributeOf(assertion, 'ID') ?? ''}`) {
    throw refuse('sim_assertion_reference');
  }
  const algorithm = (element: SimElement | undefined) => (element ? attributeOf(element, 'Algorithm') : undefined);
  const transformList = ds(reference, 'Transforms');
  const transforms = transformList ? elements(transformList).map(algorithm) : [];
  const used = [
    algorithm(ds(signedInfo, 'CanonicalizationMethod')),
    algorithm(ds(signedInfo, 'SignatureMethod')),
    ...transforms,
    algorithm(ds(reference, 'DigestMethod')),
  ];
  if (used.join(' ') !== [EXC_C14N, RSA_SHA256, ENVELOPED, EXC_C14N, SHA256].join(' '))
    throw refuse('sim_assertion_algorithm');
  return { standalone: signature.standalone ?? '', certificateDer: readX509(ds(signature, 'KeyInfo')) };
}

function readX509(keyInfo: SimElement | undefined): Uint8Array {
  const data = keyInfo ? named(keyInfo, NS.ds, 'X509Data') : [];
  const certificates = data.flatMap((element) => named(element, NS.ds, 'X509Certificate'));
  const base64 = (textOf(certificates[0]) ?? '').replace(/\s+/g, '');
  if (certificates.length !== 1 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw refuse('sim_assertion_certificate');
  return Buffer.from(base64, 'base64');
}

/**
 * Verifies the signature with the certificate already judged, and answers the canonical text that was really signed: only that
 * text may be read afterwards.
 */
export function verifySignature(message: Message, form: SignatureForm, certificatePem: string): string {
  try {
    const signed = new SignedXml({ publicCert: certificatePem, getCertFromKeyInfo: () => null });
    signed.loadSignature(form.standalone);
    const [text, second] = signed.checkSignature(message.text) ? signed.getSignedReferences() : [];
    if (text !== undefined && second === undefined) return text;
  } catch {
    // fall through: every failure of the library is the same answer
  }
  throw refuse('sim_assertion_signature');
}
