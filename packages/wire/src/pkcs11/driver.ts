import { Pkcs11Error, type Pkcs11ErrorCode } from '../errors/pkcs11-error.js';

/** Attribute of an object, as asked (value present) or as answered. */
interface Attribute {
  readonly type: number;
  readonly value?: Uint8Array | number | boolean;
}

/** What is used of a loaded library. `PKCS11` of the package `pkcs11js` 2 has this shape. */
export interface Pkcs11Library {
  load(path: string): void;
  close(): void;
  C_Initialize(options?: { readonly flags?: number }): void;
  C_Finalize(): void;
  C_GetSlotList(tokenPresent?: boolean): Buffer[];
  C_GetTokenInfo(slot: Buffer): { readonly label: string; readonly flags: number };
  C_GetMechanismList(slot: Buffer): number[];
  C_OpenSession(slot: Buffer, flags: number): Buffer;
  C_CloseSession(session: Buffer): void;
  C_Login(session: Buffer, userType: number, pin?: string): void;
  C_FindObjectsInit(session: Buffer, template: Attribute[]): void;
  C_FindObjects(session: Buffer, maxObjectCount: number): Buffer[];
  C_FindObjectsFinal(session: Buffer): void;
  C_GetAttributeValue(session: Buffer, object: Buffer, template: Attribute[]): { readonly value: unknown }[];
  C_SignInit(session: Buffer, mechanism: { readonly mechanism: number }, key: Buffer): void;
  C_SignAsync(session: Buffer, input: Buffer, output: Buffer): Promise<Buffer>;
}

/** The package `pkcs11js`, or another with the same face. */
export interface Pkcs11Driver {
  readonly PKCS11: new () => Pkcs11Library;
}

// A native module: bundlers must leave it outside, hence the name that they cannot follow.
const PACKAGE: string = 'pkcs11js';

export async function loadDriver(): Promise<Pkcs11Driver> {
  try {
    const module = (await import(PACKAGE)) as { readonly default?: Pkcs11Driver } & Partial<Pkcs11Driver>;
    const driver = module.PKCS11 === undefined ? module.default : (module as Pkcs11Driver);
    if (driver !== undefined) return driver;
  } catch {
    // Absent, or its native part was not compiled: said below.
  }
  throw new Pkcs11Error('pkcs11.driver');
}

const OS_LOCKING = 2;

interface Loaded {
  readonly library: Pkcs11Library;
  users: number;
}

// A library is initialised once for the whole process, however many keys are used: the AUTH and the SIGN key of one card.
const loaded = new Map<string, Loaded>();

/** The library of that path, initialised. Give it back with {@link releaseLibrary}. */
export function acquireLibrary(driver: Pkcs11Driver, path: string): Pkcs11Library {
  const known = loaded.get(path);
  if (known !== undefined) {
    known.users += 1;
    return known.library;
  }
  const library = new driver.PKCS11();
  try {
    library.load(path);
  } catch {
    throw new Pkcs11Error('pkcs11.module');
  }
  try {
    library.C_Initialize({ flags: OS_LOCKING });
  } catch (error) {
    // Initialised by another part of the program, which will also finalise it.
    if (returnValue(error) !== 'CKR_CRYPTOKI_ALREADY_INITIALIZED') {
      library.close();
      throw failure(error);
    }
  }
  loaded.set(path, { library, users: 1 });
  return library;
}

/** Finalises the library when nobody uses it any more. Never throws. */
export function releaseLibrary(path: string): void {
  const known = loaded.get(path);
  if (known === undefined) return;
  known.users -= 1;
  if (known.users > 0) return;
  loaded.delete(path);
  quietly(() => known.library.C_Finalize());
  quietly(() => known.library.close());
}

export function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The token is gone: there is nothing left to close.
  }
}

const MEANINGS: Readonly<Record<string, Pkcs11ErrorCode>> = {
  CKR_PIN_INCORRECT: 'pkcs11.pin',
  CKR_PIN_INVALID: 'pkcs11.pin',
  CKR_PIN_LEN_RANGE: 'pkcs11.pin',
  CKR_PIN_LOCKED: 'pkcs11.pinLocked',
  CKR_PIN_EXPIRED: 'pkcs11.pinLocked',
  CKR_USER_PIN_NOT_INITIALIZED: 'pkcs11.pinLocked',
  CKR_TOKEN_NOT_PRESENT: 'pkcs11.removed',
  CKR_TOKEN_NOT_RECOGNIZED: 'pkcs11.token',
  CKR_DEVICE_REMOVED: 'pkcs11.removed',
  CKR_DEVICE_ERROR: 'pkcs11.removed',
  CKR_SESSION_HANDLE_INVALID: 'pkcs11.removed',
  CKR_SESSION_CLOSED: 'pkcs11.removed',
  CKR_KEY_HANDLE_INVALID: 'pkcs11.removed',
  CKR_CRYPTOKI_NOT_INITIALIZED: 'pkcs11.closed',
};

/** The error of a call to the library. */
export function failure(error: unknown): Pkcs11Error {
  if (error instanceof Pkcs11Error) return error;
  const name = returnValue(error);
  return new Pkcs11Error(MEANINGS[name ?? ''] ?? 'pkcs11.failed', name);
}

/** `CKR_…`, out of the message of the driver. Nothing else of it is kept. */
export function returnValue(error: unknown): string | undefined {
  return error instanceof Error ? /\bCKR_[A-Z0-9_]+/.exec(error.message)?.[0] : undefined;
}
