import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { DEBIAN_TOOLS, type DebianToolName, findTool } from './debian.ts';

const LIBRARIES = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/local/lib/softhsm/libsofthsm2.so'];
const NEEDED = ['softhsm2', 'pkcs11Tool'] as const satisfies readonly DebianToolName[];

/** The PKCS#11 library of SoftHSM, when it is on the machine. */
export const softHsmLibrary = LIBRARIES.find((path) => existsSync(path));

/** A key to put in a token, with its certificate. */
export interface TokenKey {
  /** CKA_ID, hexadecimal. */
  readonly id: string;
  readonly label: string;
  /** PKCS#8, PEM. */
  readonly keyPem: string;
  /** Left out of the token when absent. */
  readonly certDer?: Uint8Array;
  /** The PIN is wanted at each signature, as for the signature key of some cards. */
  readonly alwaysAuthenticate?: boolean;
}

/** Tokens of a software HSM, in a folder of their own. */
export interface SoftHsm {
  readonly module: string;
  /** PIN of every token. */
  readonly pin: string;
  addToken(label: string, keys: readonly TokenKey[]): void;
  remove(): void;
}

/** A software HSM for the tests of one file. The process must not have opened its library before. */
export function createSoftHsm(): SoftHsm {
  const folder = mkdtempSync(join(tmpdir(), 'socle-softhsm-'));
  mkdirSync(join(folder, 'tokens'));
  const configuration = join(folder, 'softhsm2.conf');
  writeFileSync(configuration, `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\n`);
  // Read by the library, in this process too.
  process.env['SOFTHSM2_CONF'] = configuration;
  const module = softHsmLibrary ?? '';
  const pin = '1234';
  const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { stdio: 'pipe' });
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const addKey = (token: string, key: TokenKey) => {
    const write = (kind: string, path: string, ...more: readonly string[]) =>
      run(
        ...(['pkcs11-tool', '--module', module, '--token-label', token, '--login', '--pin', pin] as const),
        ...['--write-object', path, '--type', kind, '--id', key.id, '--label', key.label, ...more],
      );
    const path = file('key.pem', key.keyPem);
    if (key.alwaysAuthenticate) write('privkey', path, '--always-auth');
    else {
      const place = ['--token', token, '--label', key.label, '--id', key.id, '--pin', pin];
      run('softhsm2-util', '--import', path, ...place);
    }
    if (key.certDer !== undefined) write('cert', file('certificate.der', key.certDer));
  };
  return {
    module,
    pin,
    addToken(label, keys) {
      run('softhsm2-util', '--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', '12345678');
      for (const key of keys) addKey(label, key);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Whether the driver was compiled: it is an optional dependency. */
async function hasDriver(): Promise<boolean> {
  try {
    await import('pkcs11js');
    return true;
  } catch {
    return false;
  }
}

/** The package `pkcs11js`, compiled or not there. */
export async function pkcs11Driver<T>(): Promise<T> {
  return (await import('pkcs11js')).default as T;
}

/** A group of tests over a software HSM. Without it, or without its driver, it is left out with a word, and fails under `CI`. */
export async function describeWithSoftHsm(title: string, body: () => void): Promise<void> {
  const missing = [
    ...NEEDED.filter((name) => findTool(name) === undefined).map((name) => DEBIAN_TOOLS[name].packages.join(', ')),
    ...((await hasDriver()) ? [] : ['the compiled package pkcs11js']),
  ];
  if (missing.length > 0 && process.env.CI === 'true') {
    throw new Error(`${title}: ${missing.join('; ')} absent, and CI must not pass without.`);
  }
  describe.runIf(missing.length === 0)(
    missing.length === 0 ? title : `${title} (left out: no ${missing.join(', no ')})`,
    body,
  );
}
