import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { INSI_ENVIRONMENTS } from '@socle-sante/ins/environments';
import type { ClientIdentityInput, TlsOptions } from '@socle-sante/wire/tls';
import { EnvironmentFile } from '../files/environment-file.js';
import { IdentityFile, type KeyFiles } from '../files/identity-file.js';
import { readJsonFile, readNamedFile } from '../files/read-json.js';
import { type Invocation, optionText } from '../frame/command.js';
import { UsageError } from '../frame/usage-error.js';
import { readState, stateDirectory } from '../sandbox/state.js';

const EXAMPLE = 'socle sandbox start --detach, then socle ins search --env sandbox …';
const ENV = { fr: 'Environnement', en: 'Environment' };
const IDENTITY = { fr: 'Identité', en: 'Identity' };

/** The two files of a call, and where they stand: the paths that they hold are relative to them. */
export interface ReadSettings {
  readonly environment: EnvironmentFile;
  readonly environmentPath: string;
  readonly identity: IdentityFile;
  readonly identityPath: string;
}

/** Reads `--env` and `--identity`; without them, the files of the sandbox started here. */
export async function readSettings(invocation: Invocation): Promise<ReadSettings> {
  const { io } = invocation;
  const named = optionText(invocation, 'env') ?? 'sandbox';
  const state = named === 'sandbox' ? await readState(stateDirectory(io, undefined)) : undefined;
  if (named === 'sandbox' && !state) {
    throw new UsageError(
      {
        fr: 'Donnez --env, ou démarrez un simulateur.',
        en: 'Give --env, or start a simulator.',
      },
      EXAMPLE,
    );
  }
  if (named === 'bas' || named === 'production') {
    const url = INSI_ENVIRONMENTS[named].endpoints.tlsm.url;
    throw new UsageError(
      {
        fr: `« ${named} » (${url}) demande un fichier : les autorités du serveur n’y sont pas fournies.`,
        en: `"${named}" (${url}) needs a file: the authorities of the server do not come with it.`,
      },
      'socle ins search --env bas.json --identity structure.json …',
    );
  }
  const environmentPath = resolve(io.cwd, state?.environmentFile ?? named);
  const environment = await readJsonFile(environmentPath, io.cwd, EnvironmentFile, ENV);
  return { environment, environmentPath, ...(await readIdentity(invocation)) };
}

/** Reads `--identity`; without it, the one of the sandbox started here, when that is where the call goes. */
export async function readIdentity(invocation: Invocation): Promise<Pick<ReadSettings, 'identity' | 'identityPath'>> {
  const { io } = invocation;
  const here = (optionText(invocation, 'env') ?? 'sandbox') === 'sandbox';
  const given = optionText(invocation, 'identity');
  const named = given ?? (here ? (await readState(stateDirectory(io, undefined)))?.identityFile : undefined);
  if (!named) throw new UsageError({ fr: 'Donnez --identity FILE.', en: 'Give --identity FILE.' }, EXAMPLE);
  const identityPath = resolve(io.cwd, named);
  return { identity: await readJsonFile(identityPath, io.cwd, IdentityFile, IDENTITY), identityPath };
}

/** A file that says nothing of the service that is called. */
export function missingPart(path: string, part: string): UsageError {
  return new UsageError({ fr: `${path} n’a pas de partie « ${part} ».`, en: `${path} has no "${part}" part.` });
}

/** Authorities and revocation lists of a service. */
export async function trustOf(
  part: { readonly ca: readonly string[]; readonly crl?: readonly string[] | undefined },
  from: string,
): Promise<Omit<TlsOptions, 'identity'>> {
  return { ca: await texts(part.ca, from), ...(part.crl ? { crl: await texts(part.crl, from) } : {}) };
}

/** A certificate and its key, read from the files that an identity names. */
export async function keyInput(files: KeyFiles, path: string, invocation: Invocation): Promise<ClientIdentityInput> {
  const passphrase = files.passphraseEnv === undefined ? undefined : invocation.io.env[files.passphraseEnv];
  if (files.passphraseEnv !== undefined && passphrase === undefined) {
    throw new UsageError({
      fr: `La variable ${files.passphraseEnv} n’est pas définie.`,
      en: `The variable ${files.passphraseEnv} is not set.`,
    });
  }
  if (files.pfx) return { pfx: await bytes(files.pfx, path), passphrase: passphrase ?? '' };
  if (files.certificate && files.key) {
    return {
      cert: (await bytes(files.certificate, path)).toString('utf8'),
      key: (await bytes(files.key, path)).toString('utf8'),
      ...(passphrase === undefined ? {} : { passphrase }),
    };
  }
  throw new UsageError({
    fr: `${path} : donnez pfx, ou certificate et key.`,
    en: `${path}: give pfx, or certificate and key.`,
  });
}

function bytes(path: string, from: string): Promise<Buffer> {
  const absolute = isAbsolute(path) ? path : resolve(dirname(from), path);
  return readNamedFile(absolute, dirname(from), { fr: 'Certificat ou clé', en: 'Certificate or key' });
}

async function texts(paths: readonly string[], from: string): Promise<string[]> {
  return Promise.all(
    paths.map(async (path) => {
      const absolute = isAbsolute(path) ? path : resolve(dirname(from), path);
      return readFile(absolute, 'utf8').catch(() => {
        throw new UsageError({ fr: `Autorité illisible : ${absolute}`, en: `Authority cannot be read: ${absolute}` });
      });
    }),
  );
}
