import { customInsiEnvironment, type InsiEnvironment, simulatorInsiEnvironment } from '@socle-sante/ins/environments';
import type { ClientIdentityInput, TlsOptions } from '@socle-sante/wire/tls';
import type { EnvironmentFile } from '../files/environment-file.js';
import type { IdentityFile } from '../files/identity-file.js';
import type { Invocation } from '../frame/command.js';
import { keyInput, missingPart, readSettings, trustOf } from './files.js';

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
  readonly software: NonNullable<IdentityFile['software']>;
}

/** Reads `--env` and `--identity`; without them, the sandbox started here. */
export async function insiSettings(invocation: Invocation): Promise<InsiSettings> {
  const { environment, environmentPath, identity, identityPath } = await readSettings(invocation);
  const { insi } = environment;
  if (!insi) throw missingPart(environmentPath, 'insi');
  if (!identity.insi) throw missingPart(identityPath, 'insi');
  if (!identity.software) throw missingPart(identityPath, 'software');
  return {
    name: environment.name,
    production: environment.production,
    environment: environmentOf(environment, insi),
    tls: await trustOf(insi, environmentPath),
    proxy: insi.proxy,
    timeoutMs: insi.timeoutMs,
    identity: await keyInput(identity.insi, identityPath, invocation),
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
