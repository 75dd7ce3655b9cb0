import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import type { Clock } from '@socle-sante/core/time';
import { defaultRandom, type RandomBytes, uuidV4 } from '@socle-sante/core/uuid';
import { type DigestAlgorithm, type LegacyAlgorithms, signTree, type XmlSigner } from '@socle-sante/wire/dsig';
import { type CertificateInfo, readCertificate, sameName } from '@socle-sante/wire/tls';
import { XmlWriteError } from '@socle-sante/wire/xml';
import { formatIssuer } from './dn.js';
import { VihfInputError } from './errors.js';
import { checkSignatureCertificate } from './rules/certificate.js';
import type { VihfContext } from './rules/context.js';
import { vihfTree } from './serialize.js';
import type { VihfInput, VihfMode, VihfPurpose, VihfWireOptions } from './types.js';
import { validateVihfInput } from './validate.js';
import { SAML } from './vocabulary.js';

/** What building one needs besides what it says. */
export interface VihfBuildOptions {
  readonly clock: Clock;
  /** Default: the platform's. */
  readonly random?: RandomBytes;
  readonly wire?: VihfWireOptions;
  /** What else is known, for the checks; `now` and `certificate` are those of the build. */
  readonly context?: Omit<VihfContext, 'now' | 'certificate'>;
  /** Default `sha256`. `sha1`, and a signer in rsa-sha1, need `legacy`. */
  readonly digest?: DigestAlgorithm;
  /** Result of `dangerouslyAllowSha1()` of `@socle-sante/wire/dsig`. */
  readonly legacy?: LegacyAlgorithms;
}

/**
 * Builds and signs one assertion: exclusive canonicalisation, RSA-SHA256, the Signature right after the Issuer, the
 * certificate in KeyInfo. Insert the result in the header with `raw()` of `@socle-sante/wire/xml`, unchanged.
 *
 * @param signer Signature key: the one of the card in DIRECTE mode, the stamp (ORG SIGN) in the others. Never the TLS one.
 * @throws VihfInputError `vihf.input` and `vihf.certificate` with their findings, `vihf.signer` when nothing was signed.
 */
export async function buildVihf(input: VihfInput, signer: XmlSigner, options: VihfBuildOptions): Promise<string> {
  const instant = options.clock();
  const certificate = certificateOf(signer);
  refuse('vihf.certificate', checkSignatureCertificate(certificate, instant));
  refuse('vihf.input', validateVihfInput(input, { ...options.context, now: instant, certificate }, options.wire));
  const tls = options.context?.tlsCertificate;
  // The DMP wants one name on both, and would refuse the call after the connection was made.
  if (tls !== undefined && !sameName(tls.subject, certificate.subject))
    refuse('vihf.certificate', [finding('vihf.issuer.tls', 'error', ['issuer'])]);
  const id = `_${uuidV4(options.random ?? defaultRandom)}`;
  const issuer = formatIssuer(certificate, options.wire?.issuer);
  const assertion = vihfTree(input, { id, instant, issuer }, options.wire);
  try {
    return await signTree({
      element: assertion,
      idAttribute: 'ID',
      insertAfter: { namespace: SAML, local: 'Issuer' },
      signer,
      digest: options.digest ?? 'sha256',
      keyInfo: 'x509',
      prefix: 'ds',
      ...(options.legacy === undefined ? {} : { legacy: options.legacy }),
    });
  } catch (cause) {
    if (cause instanceof XmlWriteError) throw cause;
    throw new VihfInputError({
      code: 'vihf.signer',
      message: 'The assertion could not be signed: see the cause.',
      audience: 'user',
      userMessage: {
        fr: { title: 'La signature a échoué', action: 'Vérifiez la carte ou le certificat, puis recommencez.' },
        en: { title: 'Signing failed', action: 'Check the card or the certificate, then try again.' },
      },
      cause,
    });
  }
}

/** One call of a service, as its assertion must tell it. `DmpCall` of `@socle-sante/dmp` has this shape. */
export interface VihfCall extends Pick<VihfInput, 'patient' | 'reason' | 'secretConnection'> {
  readonly mode: VihfMode;
  readonly purpose: VihfPurpose;
}

/** What does not change from one call to the next. */
export type VihfBase = Omit<VihfInput, 'patient' | 'purpose' | 'reason' | 'secretConnection'>;

/**
 * A function that makes a new signed assertion for each call, to be given to `createDmpClient`. An assertion never serves
 * twice.
 *
 * @param base What does not change; or a function, when it depends on who is logged in or on the mode of the call.
 */
export function createVihfSource(
  base: VihfBase | ((call: VihfCall) => VihfBase | Promise<VihfBase>),
  signer: XmlSigner,
  options: VihfBuildOptions,
): (call: VihfCall) => Promise<string> {
  return async (call) => {
    const fixed = typeof base === 'function' ? await base(call) : base;
    const { patient, purpose, reason, secretConnection } = call;
    const input: VihfInput = {
      ...fixed,
      mode: call.mode,
      purpose,
      ...(patient === undefined ? {} : { patient }),
      ...(reason === undefined ? {} : { reason }),
      ...(secretConnection === undefined ? {} : { secretConnection }),
    };
    return buildVihf(input, signer, options);
  };
}

// Reading a certificate costs as much as a signature: the last one of each signer is kept, and used if its octets are the same.
const read = new WeakMap<XmlSigner, CertificateInfo>();

function certificateOf(signer: XmlSigner): CertificateInfo {
  const known = read.get(signer);
  if (known && Buffer.compare(known.der, signer.certificateDer) === 0) return known;
  const certificate = readCertificate(signer.certificateDer);
  read.set(signer, certificate);
  return certificate;
}

function refuse(code: 'vihf.input' | 'vihf.certificate', findings: readonly Finding[]): void {
  if (!hasErrors(findings)) return;
  const rules = findings.filter((item) => item.severity === 'error').map((item) => item.rule);
  throw new VihfInputError({ code, message: `The assertion is not built: ${rules.join(', ')}.`, findings });
}
