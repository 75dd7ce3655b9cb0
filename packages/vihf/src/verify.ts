import {
  type LegacyAlgorithms,
  type SignatureAlgorithm,
  type SignatureTrust,
  verifyEnveloped,
} from '@socle-sante/wire/dsig';
import type { CertificateInfo } from '@socle-sante/wire/tls';
import { parseXml, type XmlElement } from '@socle-sante/wire/xml';
import { VihfFormatError } from './errors.js';
import { findAssertion, viewOf } from './inspect.js';
import type { VihfView } from './types.js';
import { SAML } from './vocabulary.js';

/** A verified assertion. */
export interface VerifiedVihf {
  /** Read from the bytes that were signed, and only from them. */
  readonly view: VihfView;
  readonly certificate: CertificateInfo;
  readonly algorithm: SignatureAlgorithm;
}

export interface VerifyVihfOptions {
  readonly trust: SignatureTrust;
  /** Result of `dangerouslyAllowSha1()`: to read the messages of 2019–2021. */
  readonly legacy?: LegacyAlgorithms;
}

/**
 * Verifies the signature of an assertion, alone or in a message, and reads what was signed.
 *
 * @throws SignatureError when it is altered, wrapped, misplaced, of another algorithm or of a holder who is not trusted;
 * XmlError; VihfFormatError.
 */
export async function verifyVihf(xml: string | Uint8Array, options: VerifyVihfOptions): Promise<VerifiedVihf> {
  const root = parseXml(xml);
  const assertion = findAssertion(root);
  const path = ancestors(root, assertion);
  if (path === undefined) throw new VihfFormatError('The assertion is not in the document.');
  const { element, certificate, algorithm } = await verifyEnveloped({
    xml,
    idAttribute: 'ID',
    expected: {
      namespace: SAML,
      local: 'Assertion',
      ...(path.length === 0 ? {} : { path: path.map(({ namespace, local }) => ({ namespace, local })) }),
    },
    signatureAfter: { namespace: SAML, local: 'Issuer' },
    trust: options.trust,
    ...(options.legacy === undefined ? {} : { legacy: options.legacy }),
  });
  return { view: viewOf(element), certificate, algorithm };
}

/** The elements from the root to the parent of another. */
function ancestors(root: XmlElement, target: XmlElement): XmlElement[] | undefined {
  if (root === target) return [];
  for (const node of root.children) {
    const below = typeof node === 'string' ? undefined : ancestors(node, target);
    if (below !== undefined) return [root, ...below];
  }
  return undefined;
}
