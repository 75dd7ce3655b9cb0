import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import {
  customInsiEnvironment,
  INSI_ENVIRONMENTS,
  type InsiEnvironment,
  simulatorInsiEnvironment,
} from '@socle-sante/ins/environments';
import type { ClientIdentityInput, TlsOptions } from '@socle-sante/wire/tls';
import { EnvironmentFile } from '../files/environment-file.js';
import { IdentityFile } from '../files/identity-file.js';
import { readJsonFile, readNamedFile } from '../files/read-json.js';
import { type Invocation, optionText } from '../frame/command.js';
import { UsageError } from '../frame/usage-error.js';
import { readState, stateDirectory } from '../sandbox/state.js';

const EXAMPLE = 'socle sandbox start --detach, then socle ins search --env sandbox …';
const ENV = { fr: 'Environnement', en: 'Environment' };
const IDENTITY = { fr: 'Identité', en: 'Identity' };

/** All that a command needs to call INSi. */
export interface InsiSettings {
  readonly name: string;
  readonly production: boolean;
  readonly environment: InsiEnvironment;
  readonly tls: Omit<TlsOptions, 'identity'>;
  readonly proxy: string | undefined;
  readonly timeoutMs: number | undefined;
  readonly identity: ClientIdentityInput;
  readonly trigger: 'user' | 'automatic';
  readonly software: IdentityFile['software'];
}

/** Reads `--env` and `--identity`; without them, the sandbox started here. */
export async function insiSettings(invocation: Invocation): Promise<InsiSettings> {
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
  const identityPath = optionText(invocation, 'identity') ?? state?.identityFile;
  if (!identityPath) {
    throw new UsageError({ fr: 'Donnez --identity FILE.', en: 'Give --identity FILE.' }, EXAMPLE);
  }
  const environment = await readJsonFile(environmentPath, io.cwd, EnvironmentFile, ENV);
  const absoluteIdentity = resolve(io.cwd, identityPath);
  const identity = await readJsonFile(absoluteIdentity, io.cwd, IdentityFile, IDENTITY);
  const insi = environment.insi;
  if (!insi) {
    throw new UsageError({
      fr: `${environmentPath} n’a pas de partie « insi ».`,
      en: `${environmentPath} has no "insi" part.`,
    });
  }
  return {
    name: environment.name,
    production: environment.production,
    environment: environmentOf(environment, insi),
    tls: {
      ca: await texts(insi.ca, environmentPath),
      ...(insi.crl ? { crl: await texts(insi.crl, environmentPath) } : {}),
    },
    proxy: insi.proxy,
    timeoutMs: insi.timeoutMs,
    identity: await identityInput(identity.insi, absoluteIdentity, invocation),
    trigger: identity.insi.trigger,
    software: identity.software,
  };
}

function environmentOf(file: EnvironmentFile, insi: NonNullable<EnvironmentFile['insi']>): InsiEnvironment {
  const urls = { tlsmUrl: insi.tlsmUrl, cpxUrl: insi.cpxUrl ?? insi.tlsmUrl };
  const issuers = insi.issuers ? { clientCertificateIssuers: insi.issuers, cardCertificateIssuers: insi.issuers } : {};
  if (file.production) {
    return customInsiEnvironment('production', {
      name: file.name,
      endpoints: { tlsm: urls.tlsmUrl, cpx: urls.cpxUrl },
      ...issuers,
    });
  }
  return customInsiEnvironment(simulatorInsiEnvironment(urls), { name: file.name, kind: 'bas', ...issuers });
}

async function identityInput(
  file: IdentityFile['insi'],
  path: string,
  invocation: Invocation,
): Promise<ClientIdentityInput> {
  const passphrase = file.passphraseEnv === undefined ? undefined : invocation.io.env[file.passphraseEnv];
  if (file.passphraseEnv !== undefined && passphrase === undefined) {
    throw new UsageError({
      fr: `La variable ${file.passphraseEnv} n’est pas définie.`,
      en: `The variable ${file.passphraseEnv} is not set.`,
    });
  }
  if (file.pfx) return { pfx: await bytes(file.pfx, path), passphrase: passphrase ?? '' };
  if (file.certificate && file.key) {
    return {
      cert: (await bytes(file.certificate, path)).toString('utf8'),
      key: (await bytes(file.key, path)).toString('utf8'),
      ...(passphrase === undefined ? {} : { passphrase }),
    };
  }
  throw new UsageError({
    fr: `${path} : donnez insi.pfx, ou insi.certificate et insi.key.`,
    en: `${path}: give insi.pfx, or insi.certificate and insi.key.`,
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
