import { describe, expect, it, vi } from 'vitest';
import { createPkcs11Signer, listPkcs11Certificates, type Pkcs11Driver, type Pkcs11Library } from '../../src/pkcs11.js';
import { issue } from '../support/pki.js';

const handle = Buffer.alloc(8);
const CKM_RSA_PKCS = 1;

/** A card whose library answers what it is told to. */
function card(answers: Partial<Pkcs11Library> = {}, flags = 4) {
  const calls: string[] = [];
  const named =
    <A extends readonly unknown[], R>(name: string, act: (...given: A) => R) =>
    (...given: A): R => {
      calls.push(name);
      return act(...given);
    };
  const library: Pkcs11Library = {
    load: named('load', () => undefined),
    close: named('close', () => undefined),
    C_Initialize: named('initialize', () => undefined),
    C_Finalize: named('finalize', () => undefined),
    C_GetSlotList: () => [handle],
    C_GetTokenInfo: () => ({ label: 'CPS3   ', flags }),
    C_GetMechanismList: () => [CKM_RSA_PKCS],
    C_OpenSession: () => handle,
    C_CloseSession: named('closeSession', () => undefined),
    C_Login: named('login', () => undefined),
    C_FindObjectsInit: () => undefined,
    C_FindObjects: () => [handle],
    C_FindObjectsFinal: () => undefined,
    C_GetAttributeValue: () => [{ value: undefined }],
    C_SignInit: () => undefined,
    C_SignAsync: () => Promise.resolve(Buffer.alloc(256)),
    ...answers,
  };
  const driver: Pkcs11Driver = {
    PKCS11: class {
      constructor() {
        Object.assign(this, library);
      }
    } as unknown as Pkcs11Driver['PKCS11'],
  };
  return { driver, calls };
}

const fails = (name: string) => () => {
  throw new Error(`${name}:160 at C_Something`);
};

async function open(driver: Pkcs11Driver, pin?: string) {
  const { certPem } = await issue({ subject: 'CN=X' });
  return createPkcs11Signer({
    module: `/card-${Math.random()}.so`,
    key: { id: '10' },
    certificate: certPem,
    driver,
    ...(pin === undefined ? {} : { pin }),
  });
}

describe('a card reader', () => {
  it('with a keypad of its own is not given a PIN', async () => {
    const login = vi.fn();
    const { driver } = card({ C_Login: login }, 0x104);
    await (await open(driver)).close();
    expect(login).toHaveBeenCalledWith(handle, 1, undefined);
  });

  it('without one needs a PIN, and a token without login needs none', async () => {
    await expect(open(card().driver)).rejects.toMatchObject({ code: 'pkcs11.pin' });
    const { driver, calls } = card({}, 0);
    await (await open(driver)).close();
    expect(calls).toEqual(['load', 'initialize', 'closeSession', 'finalize', 'close']);
  });

  it('that knows no hashing gets the DigestInfo of the octets', async () => {
    const inputs: Buffer[] = [];
    const { driver } = card({
      C_SignAsync: (_session, input) => {
        inputs.push(input);
        return Promise.resolve(Buffer.alloc(256));
      },
    });
    const signer = await open(driver, '1234');
    await signer.sign(new Uint8Array([1, 2, 3]));
    await signer.close();
    expect(inputs[0]?.toString('hex')).toBe(
      '3031300d060960864801650304020105000420039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
    );
  });

  it.each([
    ['CKR_PIN_LOCKED', 'pkcs11.pinLocked', 'user'],
    ['CKR_PIN_INCORRECT', 'pkcs11.pin', 'user'],
    ['CKR_DEVICE_REMOVED', 'pkcs11.removed', 'user'],
    ['CKR_GENERAL_ERROR', 'pkcs11.failed', 'admin'],
  ])('that answers %s gives %s', async (name, code, audience) => {
    const { driver, calls } = card({ C_Login: fails(name) });
    await expect(open(driver, '1234')).rejects.toMatchObject({ code, audience, officialCode: name });
    expect(calls.slice(-3)).toEqual(['closeSession', 'finalize', 'close']);
  });

  it('that loses its card while signing says so', async () => {
    const { driver } = card({ C_SignAsync: () => Promise.reject(new Error('CKR_DEVICE_REMOVED:50')) });
    const signer = await open(driver, '1234');
    await expect(signer.sign(new Uint8Array(1))).rejects.toMatchObject({ code: 'pkcs11.removed' });
    await signer.close();
  });

  it('already opened by another part of the program, or logged in, serves all the same', async () => {
    const { driver } = card({
      C_Initialize: fails('CKR_CRYPTOKI_ALREADY_INITIALIZED'),
      C_Login: fails('CKR_USER_ALREADY_LOGGED_IN'),
    });
    await (await open(driver, '1234')).close();
  });

  it('that cannot be initialised, or whose token vanishes, is told', async () => {
    await expect(open(card({ C_Initialize: fails('CKR_HOST_MEMORY') }).driver, '1')).rejects.toMatchObject({
      code: 'pkcs11.failed',
    });
    const gone = card({ C_GetTokenInfo: fails('CKR_TOKEN_NOT_PRESENT') }).driver;
    await expect(open(gone, '1')).rejects.toMatchObject({ code: 'pkcs11.token' });
    await expect(listPkcs11Certificates({ module: '/gone.so', driver: gone })).resolves.toEqual([]);
    const mute = card({ C_GetSlotList: fails('CKR_FUNCTION_FAILED') }).driver;
    await expect(listPkcs11Certificates({ module: '/mute.so', driver: mute })).rejects.toMatchObject({
      code: 'pkcs11.failed',
    });
  });

  it('needs the package pkcs11js, which wire does not install', async () => {
    const error = await createPkcs11Signer({ module: '/card.so', pin: '1', key: { id: '10' } }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'pkcs11.driver', message: expect.stringContaining('npm install pkcs11js') });
  });
});
