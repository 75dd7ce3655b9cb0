import { resolve } from 'node:path';
import {
  createDmpClient,
  type DmpClient,
  type DmpEnvironment,
  type DmpSoftware,
  type DmpWireOptions,
  dmpEnvironment,
  type UpdateAuthor,
} from '@socle-sante/dmp';
import { createVihfSource, type VihfWireOptions } from '@socle-sante/vihf';
import { createKeySigner, dangerouslyAllowSha1, type SignatureAlgorithm, type XmlSigner } from '@socle-sante/wire/dsig';
import { createHttpExchange, type Exchange } from '@socle-sante/wire/http';
import { type ClientIdentity, loadClientIdentity, type TlsOptions } from '@socle-sante/wire/tls';
import type { EnvironmentFile } from '../files/environment-file.js';
import type { DmpIdentity } from '../files/identity-file.js';
import { type Invocation, optionText } from '../frame/command.js';
import { signingChain } from './chain.js';
import { keyInput, missingPart, readSettings, trustOf } from './files.js';
import { recordLayer } from './record.js';
import { vihfBase } from './vihf-base.js';

/** Everything that a call of the DMP needs, read from the files. */
export interface DmpSettings {
  readonly environment: DmpEnvironment;
  readonly trust: Omit<TlsOptions, 'identity'>;
  readonly tls: ClientIdentity;
  readonly sign: ClientIdentity;
  readonly identity: DmpIdentity;
  readonly wire: DmpWireOptions;
  readonly vihf: VihfWireOptions;
  readonly setSignature: SignatureAlgorithm;
  readonly proxy: string | undefined;
  readonly timeoutMs: number | undefined;
}

export interface OpenDmp {
  readonly client: DmpClient;
  readonly settings: DmpSettings;
  readonly software: DmpSoftware;
  readonly vihf: ReturnType<typeof createVihfSource>;
  /** Of submission sets. The VIHF has its own, always in SHA-256. */
  readonly signer: XmlSigner;
  /** Authorities above the signature certificate, issuing one first, as far as the files go. */
  readonly chain: readonly Uint8Array[];
  /** Who signs the changes of TD3.3. */
  readonly by: UpdateAuthor;
  close(): Promise<void>;
}

/** JDV_J59: what a change of TD3.3 tells when the identity says nothing. */
const CONTENT_TYPE = { code: '07', codeSystem: '1.2.250.1.213.2.2', displayName: 'Consultations soins externes' };
const PROFESSIONALS = '1.2.250.1.71.4.2.1';
const STRUCTURES = '1.2.250.1.71.4.2.2';

/** Reads `--env` and `--identity`. */
export async function dmpSettings(invocation: Invocation): Promise<DmpSettings> {
  const { environment, environmentPath, identity, identityPath } = await readSettings(invocation);
  if (!environment.dmp) throw missingPart(environmentPath, 'dmp');
  if (!identity.dmp) throw missingPart(identityPath, 'dmp');
  return {
    environment: environmentOf(environment, environment.dmp),
    trust: await trustOf(environment.dmp, environmentPath),
    tls: loadClientIdentity(await keyInput(identity.dmp.tls, identityPath, invocation)),
    sign: loadClientIdentity(await keyInput(identity.dmp.sign, identityPath, invocation)),
    identity: identity.dmp,
    wire: defined(environment.dmp.wire ?? {}),
    vihf: defined(environment.dmp.vihf ?? {}),
    setSignature: environment.dmp.setSignature ?? 'rsa-sha1',
    proxy: environment.dmp.proxy,
    timeoutMs: environment.dmp.timeoutMs,
  };
}

/** The DMP client of `--env` and `--identity`, recording to `--record`. */
export async function openDmp(invocation: Invocation): Promise<OpenDmp> {
  const settings = await dmpSettings(invocation);
  const { identity, environment, tls, sign, trust } = settings;
  const { clock, sleep } = invocation.io;
  const signer = createKeySigner(sign);
  const vihf = createVihfSource(vihfBase(identity, clock()), signer, { clock, wire: settings.vihf });
  const software = { oid: identity.software.oid, name: identity.software.name };
  const directory = optionText(invocation, 'record');
  const recorded = directory === undefined ? undefined : dmpExchange(settings, clock);
  const client = createDmpClient({
    environment,
    authentication: { mode: identity.mode, vihf, ...(identity.staff === undefined ? {} : { staff: identity.staff }) },
    software,
    clock,
    ...(sleep === undefined ? {} : { sleep }),
    wire: settings.wire,
    tls: { ...trust, identity: tls },
    ...(settings.proxy === undefined ? {} : { proxy: settings.proxy }),
    ...(settings.timeoutMs === undefined ? {} : { timeouts: { callMs: settings.timeoutMs } }),
    ...(recorded && directory !== undefined
      ? { exchange: recordLayer(resolve(invocation.io.cwd, directory), clock)(recorded.exchange) }
      : {}),
  });
  return {
    client,
    settings,
    software,
    vihf,
    signer: setSigner(sign, settings.setSignature),
    chain: signingChain(sign, trust.ca),
    by: updateAuthor(identity),
    async close() {
      await client.close();
      await recorded?.close();
    },
  };
}

/** Whether the DMP takes SHA-256 in the signature of a set is not published: every sample is in SHA-1. */
function setSigner(identity: ClientIdentity, algorithm: SignatureAlgorithm): XmlSigner {
  return algorithm === 'rsa-sha256'
    ? createKeySigner(identity)
    : createKeySigner(identity, { algorithm, legacy: dangerouslyAllowSha1() });
}

/** The bare transport, for what is no transaction: a recording, the doctor. */
export function dmpExchange(
  { tls, trust, proxy }: DmpSettings,
  clock: () => Date,
): { readonly exchange: Exchange; close(): Promise<void> } {
  const http = createHttpExchange({
    tls: { ...trust, identity: tls },
    clock,
    timeoutMs: 600_000,
    maxResponseBytes: 256 * 1_048_576,
    ...(proxy ? { proxy } : {}),
  });
  return { exchange: http, close: () => http.close() };
}

function environmentOf(file: EnvironmentFile, dmp: NonNullable<EnvironmentFile['dmp']>): DmpEnvironment {
  const { baseUrl, webHost, receiverOid, repositoryUniqueId, processingCode } = dmp;
  return dmpEnvironment({
    name: file.name,
    kind: file.production ? 'production' : dmp.simulator ? 'simulator' : 'test',
    baseUrl,
    ...(webHost === undefined ? {} : { webHost }),
    ...(receiverOid === undefined ? {} : { receiverOid }),
    ...(repositoryUniqueId === undefined ? {} : { repositoryUniqueId }),
    ...(processingCode === undefined ? {} : { processingCode }),
  });
}

/** The same, without the keys that a file left out. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function updateAuthor({ user, structure, contentType, software }: DmpIdentity): UpdateAuthor {
  return {
    author: {
      person: {
        id: user.idNat,
        family: user.family,
        given: user.given,
        authority: PROFESSIONALS,
        nameType: 'D',
        idType: /^[08][0-9A-Z]+$/.test(user.idNat) ? 'IDNPS' : 'EI',
      },
      institutions: [{ name: structure.name, authority: STRUCTURES, idType: 'IDNST', id: structure.idNat }],
      roles: [],
      specialties: user.specialty === undefined ? [] : [user.specialty],
    },
    contentType: contentType ?? CONTENT_TYPE,
    sourceId: software.oid,
  };
}
