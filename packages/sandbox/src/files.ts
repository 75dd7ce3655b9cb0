import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DescribedIdentity, SandboxDescription } from './description.js';
import { TEST_ROLES, type TestRole } from './pki.js';
import type { Sandbox } from './sandbox.js';

/** Where the files of a sandbox stand. */
export interface SandboxFiles {
  /** The description, JSON: as {@link SandboxDescription} with file names instead of PEM texts. */
  readonly descriptionFile: string;
  readonly caFile: string;
  readonly crlFile: string;
  /** Absolute names by role; `pfx` is AES, `pfxLegacy` (RC2-40/3DES) exists for `insi-auto` and `insi-manu`. */
  readonly identities: Readonly<Record<TestRole, SandboxIdentityFiles>>;
}

export interface SandboxIdentityFiles {
  readonly certificate: string;
  readonly key: string;
  readonly chain: string;
  readonly pfx: string;
  readonly pfxLegacy?: string;
}

const LEGACY_ROLES: readonly TestRole[] = ['insi-auto', 'insi-manu'];

/**
 * Writes a running sandbox to a folder, made 0700 if it is missing: `sandbox.json`, `ca.pem`, `crl.pem`, and for each role
 * `{role}.crt.pem`, `{role}.key.pem`, `{role}.chain.pem`, `{role}.p12`. Everything with a key is 0600.
 */
export async function writeSandboxFiles(sandbox: Sandbox, directory: string): Promise<SandboxFiles> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const write = async (name: string, content: string | Uint8Array, mode: number) => {
    const file = join(directory, name);
    await writeFile(file, content, { mode });
    await chmod(file, mode); // an older file keeps its mode otherwise
    return file;
  };
  const description = sandbox.env();
  const caFile = await write('ca.pem', description.ca, 0o644);
  const crlFile = await write('crl.pem', description.crl, 0o644);
  const identities: [TestRole, SandboxIdentityFiles][] = [];
  for (const role of TEST_ROLES) {
    const identity = sandbox.pki.identities[role];
    const files = {
      certificate: await write(`${role}.crt.pem`, identity.certPem, 0o644),
      key: await write(`${role}.key.pem`, identity.keyPem, 0o600),
      chain: await write(`${role}.chain.pem`, identity.chainPem, 0o644),
      pfx: await write(`${role}.p12`, identity.pfx(), 0o600),
    };
    const legacy = LEGACY_ROLES.includes(role)
      ? { pfxLegacy: await write(`${role}.legacy.p12`, identity.pfxLegacy(), 0o600) }
      : {};
    identities.push([role, { ...files, ...legacy }]);
  }
  const byRole = Object.fromEntries(identities) as Record<TestRole, SandboxIdentityFiles>;
  const written: SandboxDescription = {
    ...description,
    ca: caFile,
    crl: crlFile,
    identities: Object.fromEntries(
      TEST_ROLES.map((role): [TestRole, DescribedIdentity] => [
        role,
        { ...description.identities[role], ...byRole[role] },
      ]),
    ) as Record<TestRole, DescribedIdentity>,
  };
  const descriptionFile = await write('sandbox.json', `${JSON.stringify(written, null, 2)}\n`, 0o600);
  return { descriptionFile, caFile, crlFile, identities: byRole };
}
