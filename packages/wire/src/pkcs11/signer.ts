import { createHash } from 'node:crypto';
import { allowsLegacy, type LegacyAlgorithms } from '../dsig/algorithms.js';
import { hashNames } from '../dsig/signer.js';
import type { SignatureAlgorithm, XmlSigner } from '../dsig/types.js';
import { Pkcs11Error } from '../errors/pkcs11-error.js';
import { SigningError } from '../errors/signature-error.js';
import { readCertificate } from '../tls/certificate.js';
import {
  acquireLibrary,
  failure,
  loadDriver,
  type Pkcs11Driver,
  type Pkcs11Library,
  quietly,
  releaseLibrary,
} from './driver.js';
import {
  askPin,
  certificateOfKey,
  certificatesOf,
  chooseToken,
  confirm,
  type FoundKey,
  findKey,
  type KeyChoice,
  logIn,
  openSession,
  type PinSource,
  type PresentToken,
  presentTokens,
  type TokenCertificate,
  type TokenChoice,
} from './token.js';

/** Where the key is. */
export interface Pkcs11SignerOptions extends TokenChoice {
  /** Path of the PKCS#11 library of the card or of the HSM, as its documentation gives it. */
  readonly module: string;
  /** The PIN, or what asks the user for it. Not needed when the reader has a keypad of its own. Never logged, never kept. */
  readonly pin?: string | (() => string | Promise<string>);
  readonly key: KeyChoice;
  /** Certificate of the key, PEM or DER. Default: the one of the token with the same CKA_ID. */
  readonly certificate?: string | Uint8Array;
  /** Default `rsa-sha256`; `rsa-sha1` needs `legacy`. */
  readonly algorithm?: SignatureAlgorithm;
  readonly legacy?: LegacyAlgorithms;
  /**
   * Where the octets are hashed. `auto` (default): by the token when it has the mechanism (CKM_SHA256_RSA_PKCS), else here
   * (CKM_RSA_PKCS), as many cards want.
   */
  readonly hash?: 'auto' | 'token' | 'here';
  /** Another driver than the package `pkcs11js`, which is loaded when none is given. */
  readonly driver?: Pkcs11Driver;
}

/** A signer whose key never leaves its token. */
export interface Pkcs11Signer extends XmlSigner {
  /** Closes its session. The library is finalised when the last signer of the module is closed. */
  close(): Promise<void>;
}

const CKM_RSA_PKCS = 0x001;
const MECHANISMS: Readonly<Record<SignatureAlgorithm, number>> = { 'rsa-sha256': 0x040, 'rsa-sha1': 0x006 };
/** DigestInfo of PKCS #1 v1.5 up to the digest (RFC 8017 §9.2, note 1). */
const DIGEST_INFO: Readonly<Record<SignatureAlgorithm, string>> = {
  'rsa-sha256': '3031300d060960864801650304020105000420',
  'rsa-sha1': '3021300906052b0e03021a05000414',
};
/** Room for a signature of RSA 8192. */
const MAX_SIGNATURE = 1024;

/**
 * Opens a key of a card, a token or an HSM by PKCS#11. Works wherever an `XmlSigner` is asked: VIHF, XAdES of the DMP, INSi.
 *
 * One signature at a time per signer; they do not block the event loop. A card that was taken out gives `pkcs11.removed`:
 * close the signer and make another. A wrong PIN is never tried twice.
 *
 * @throws Pkcs11Error; SigningError `signing.algorithm` for SHA-1 without leave; IdentityError for a wrong certificate.
 */
export async function createPkcs11Signer(options: Pkcs11SignerOptions): Promise<Pkcs11Signer> {
  const algorithm = options.algorithm ?? 'rsa-sha256';
  if (algorithm === 'rsa-sha1' && !allowsLegacy(options.legacy)) {
    throw new SigningError(
      'signing.algorithm',
      'RSA-SHA1 is off; pass dangerouslyAllowSha1() if an interface demands it.',
    );
  }
  const driver = options.driver ?? (await loadDriver());
  const library = acquireLibrary(driver, options.module);
  let session: Buffer | undefined;
  try {
    const token = chooseToken(library, options);
    session = openSession(library, token);
    const pin = pinOf(options.pin);
    await logIn(library, token, session, pin);
    const key = findKey(library, session, options.key);
    const certificateDer = certificateOf(options, library, session, key);
    const byToken = hashedByToken(options.hash ?? 'auto', library, token, algorithm);
    return signerOver({ library, path: options.module, token, session, key, pin, algorithm, byToken, certificateDer });
  } catch (error) {
    const opened = session;
    if (opened !== undefined) quietly(() => library.C_CloseSession(opened));
    releaseLibrary(options.module);
    throw error instanceof SigningError || isIdentity(error) ? error : failure(error);
  }
}

/** The certificates of the tokens that are present, without a PIN: to find the identifier of the key to use. */
export async function listPkcs11Certificates(options: {
  readonly module: string;
  readonly driver?: Pkcs11Driver;
}): Promise<readonly TokenCertificate[]> {
  const driver = options.driver ?? (await loadDriver());
  const library = acquireLibrary(driver, options.module);
  try {
    return presentTokens(library).flatMap((token) => {
      const session = openSession(library, token);
      try {
        return certificatesOf(library, token, session);
      } finally {
        quietly(() => library.C_CloseSession(session));
      }
    });
  } catch (error) {
    throw failure(error);
  } finally {
    releaseLibrary(options.module);
  }
}

interface OpenKey {
  readonly library: Pkcs11Library;
  readonly path: string;
  readonly token: PresentToken;
  readonly session: Buffer;
  readonly key: FoundKey;
  readonly pin: PinSource;
  readonly algorithm: SignatureAlgorithm;
  readonly byToken: boolean;
  readonly certificateDer: Uint8Array;
}

function signerOver(open: OpenKey): Pkcs11Signer {
  const { algorithm, certificateDer } = open;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  // A session holds one operation: the next signature waits for the last.
  const next = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = last.then(act, act);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    certificateDer,
    algorithm,
    sign: (octets) => next(() => signOnce(open, octets, closed)),
    close: () =>
      next(async () => {
        if (closed) return;
        closed = true;
        quietly(() => open.library.C_CloseSession(open.session));
        releaseLibrary(open.path);
      }),
  };
}

async function signOnce(open: OpenKey, octets: Uint8Array, closed: boolean): Promise<Uint8Array> {
  if (closed) throw new Pkcs11Error('pkcs11.closed');
  const { library, session, key, algorithm, byToken } = open;
  const input = byToken ? Buffer.from(octets) : digestInfo(algorithm, octets);
  const sign = () => library.C_SignAsync(session, input, Buffer.alloc(MAX_SIGNATURE));
  try {
    // Asked first: while a signature is begun, nothing else may use the session.
    const pin = key.alwaysAuthenticate ? await askPin(open.token, open.pin) : undefined;
    library.C_SignInit(session, { mechanism: byToken ? MECHANISMS[algorithm] : CKM_RSA_PKCS }, key.handle);
    if (key.alwaysAuthenticate) {
      try {
        confirm(library, session, pin);
      } catch (error) {
        // Ends the signature that was begun; the token refuses it.
        await sign().catch(() => undefined);
        throw error;
      }
    }
    return new Uint8Array(await sign());
  } catch (error) {
    throw failure(error);
  }
}

function digestInfo(algorithm: SignatureAlgorithm, octets: Uint8Array): Buffer {
  const digest = createHash(hashNames[algorithm]).update(octets).digest();
  return Buffer.concat([Buffer.from(DIGEST_INFO[algorithm], 'hex'), digest]);
}

function hashedByToken(
  where: 'auto' | 'token' | 'here',
  library: Pkcs11Library,
  token: PresentToken,
  algorithm: SignatureAlgorithm,
): boolean {
  return where === 'auto'
    ? library.C_GetMechanismList(token.handle).includes(MECHANISMS[algorithm])
    : where === 'token';
}

function certificateOf(
  options: Pkcs11SignerOptions,
  library: Pkcs11Library,
  session: Buffer,
  key: FoundKey,
): Uint8Array {
  if (options.certificate !== undefined) return readCertificate(options.certificate).der;
  const der = certificateOfKey(library, session, key.id);
  if (der === undefined) throw new Pkcs11Error('pkcs11.certificate');
  return der;
}

function pinOf(pin: Pkcs11SignerOptions['pin']): PinSource {
  return async () => (typeof pin === 'function' ? pin() : pin);
}

function isIdentity(error: unknown): boolean {
  return error instanceof Error && (error as { readonly code?: unknown }).code === 'certificate.malformed';
}
