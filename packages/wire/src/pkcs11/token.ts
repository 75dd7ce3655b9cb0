import { Pkcs11Error } from '../errors/pkcs11-error.js';
import { readCertificate } from '../tls/certificate.js';
import type { CertificateInfo } from '../tls/types.js';
import { failure, type Pkcs11Library, returnValue } from './driver.js';

// Values of PKCS #11 v2.40 (OASIS), those that are used.
const CKF_SERIAL_SESSION = 4;
const CKF_LOGIN_REQUIRED = 4;
const CKF_TOKEN_INITIALIZED = 0x400;
const CKF_PROTECTED_AUTHENTICATION_PATH = 0x100;
const CKU_USER = 1;
const CKU_CONTEXT_SPECIFIC = 2;
const CKO_CERTIFICATE = 1;
const CKO_PRIVATE_KEY = 3;
const CKA_CLASS = 0x000;
const CKA_LABEL = 0x003;
const CKA_VALUE = 0x011;
const CKA_ID = 0x102;
const CKA_ALWAYS_AUTHENTICATE = 0x202;

const MAX_OBJECTS = 256;

/** Which token: by its label, or by the place of its slot among those that hold one (from 0). Neither: the only one. */
export interface TokenChoice {
  readonly token?: string;
  readonly slot?: number;
}

/** A token that is present. */
export interface PresentToken {
  readonly slot: number;
  readonly handle: Buffer;
  readonly label: string;
  readonly flags: number;
}

export function presentTokens(library: Pkcs11Library): PresentToken[] {
  return library.C_GetSlotList(true).flatMap((handle, slot) => {
    try {
      const { label, flags } = library.C_GetTokenInfo(handle);
      // A software HSM always shows one blank token more, to be initialised.
      const blank = label.trim() === '' && (flags & CKF_TOKEN_INITIALIZED) === 0;
      return blank ? [] : [{ slot, handle, label: label.trim(), flags }];
    } catch (error) {
      // Taken out in between, or not readable: the others may serve.
      if (['pkcs11.removed', 'pkcs11.token'].includes(failure(error).code)) return [];
      throw error;
    }
  });
}

export function chooseToken(library: Pkcs11Library, choice: TokenChoice): PresentToken {
  const matching = presentTokens(library).filter(
    ({ slot, label }) =>
      (choice.slot === undefined || choice.slot === slot) && (choice.token === undefined || choice.token === label),
  );
  const [only] = matching;
  if (only === undefined || matching.length > 1) throw new Pkcs11Error('pkcs11.token');
  return only;
}

export function openSession(library: Pkcs11Library, token: PresentToken): Buffer {
  return library.C_OpenSession(token.handle, CKF_SERIAL_SESSION);
}

/** Asks for the PIN, unless the reader has its own keypad (no PIN given). */
export type PinSource = () => Promise<string | undefined>;

/** The PIN; nothing when the reader has its own keypad. */
export async function askPin(token: PresentToken, pin: PinSource): Promise<string | undefined> {
  if ((token.flags & CKF_PROTECTED_AUTHENTICATION_PATH) !== 0) return undefined;
  const given = await pin();
  if (given === undefined) throw new Pkcs11Error('pkcs11.pin');
  return given;
}

/** Logs in, when the token wants it. The state is that of the whole program: a second signer finds it done. */
export async function logIn(
  library: Pkcs11Library,
  token: PresentToken,
  session: Buffer,
  pin: PinSource,
): Promise<void> {
  if ((token.flags & CKF_LOGIN_REQUIRED) === 0) return;
  const given = await askPin(token, pin);
  try {
    library.C_Login(session, CKU_USER, given);
  } catch (error) {
    if (returnValue(error) !== 'CKR_USER_ALREADY_LOGGED_IN') throw error;
  }
}

/** The PIN again, for a key that wants it at each signature, once the signature was begun. */
export function confirm(library: Pkcs11Library, session: Buffer, pin: string | undefined): void {
  library.C_Login(session, CKU_CONTEXT_SPECIFIC, pin);
}

/** Which key: its CKA_ID in hexadecimal, its label, or both. */
export interface KeyChoice {
  readonly id?: string;
  readonly label?: string;
}

export interface FoundKey {
  readonly handle: Buffer;
  readonly id: Buffer;
  /** The PIN is wanted at each signature. */
  readonly alwaysAuthenticate: boolean;
}

export function findKey(library: Pkcs11Library, session: Buffer, choice: KeyChoice): FoundKey {
  const found = findObjects(library, session, CKO_PRIVATE_KEY, [
    ...(choice.id === undefined ? [] : [{ type: CKA_ID, value: idOf(choice.id) }]),
    ...(choice.label === undefined ? [] : [{ type: CKA_LABEL, value: Buffer.from(choice.label, 'utf8') }]),
  ]);
  const [handle] = found;
  if (handle === undefined || found.length > 1) throw new Pkcs11Error('pkcs11.key');
  return {
    handle,
    id: bytesOf(library, session, handle, CKA_ID) ?? Buffer.alloc(0),
    alwaysAuthenticate: bytesOf(library, session, handle, CKA_ALWAYS_AUTHENTICATE)?.[0] === 1,
  };
}

/** The certificate that carries the identifier of a key, DER. */
export function certificateOfKey(library: Pkcs11Library, session: Buffer, id: Buffer): Uint8Array | undefined {
  if (id.length === 0) return undefined;
  const [handle] = findObjects(library, session, CKO_CERTIFICATE, [{ type: CKA_ID, value: id }]);
  const value = handle && bytesOf(library, session, handle, CKA_VALUE);
  return value && new Uint8Array(value);
}

/** A certificate of a token: public, no PIN is needed to read it. */
export interface TokenCertificate {
  readonly slot: number;
  readonly token: string;
  /** CKA_ID, hexadecimal: that of its private key. */
  readonly id: string;
  readonly label: string;
  readonly certificate: CertificateInfo;
}

export function certificatesOf(library: Pkcs11Library, token: PresentToken, session: Buffer): TokenCertificate[] {
  return findObjects(library, session, CKO_CERTIFICATE, []).flatMap((handle): TokenCertificate[] => {
    const value = bytesOf(library, session, handle, CKA_VALUE);
    if (value === undefined || value.length === 0) return [];
    try {
      return [
        {
          slot: token.slot,
          token: token.label,
          id: bytesOf(library, session, handle, CKA_ID)?.toString('hex') ?? '',
          label: bytesOf(library, session, handle, CKA_LABEL)?.toString('utf8') ?? '',
          certificate: readCertificate(new Uint8Array(value)),
        },
      ];
    } catch {
      // Attribute certificates and others that are not X.509.
      return [];
    }
  });
}

function findObjects(
  library: Pkcs11Library,
  session: Buffer,
  kind: number,
  more: readonly { readonly type: number; readonly value: Uint8Array }[],
): Buffer[] {
  library.C_FindObjectsInit(session, [{ type: CKA_CLASS, value: kind }, ...more]);
  try {
    return library.C_FindObjects(session, MAX_OBJECTS);
  } finally {
    library.C_FindObjectsFinal(session);
  }
}

function bytesOf(library: Pkcs11Library, session: Buffer, object: Buffer, type: number): Buffer | undefined {
  try {
    const [found] = library.C_GetAttributeValue(session, object, [{ type }]);
    return Buffer.isBuffer(found?.value) ? found.value : undefined;
  } catch (error) {
    if (/^CKR_ATTRIBUTE_(?:TYPE_INVALID|SENSITIVE)$/.test(returnValue(error) ?? '')) return undefined;
    throw error;
  }
}

function idOf(hexadecimal: string): Buffer {
  const bare = hexadecimal.replaceAll(':', '');
  if (!/^(?:[0-9a-f]{2})+$/i.test(bare)) throw new Pkcs11Error('pkcs11.key');
  return Buffer.from(bare, 'hex');
}
