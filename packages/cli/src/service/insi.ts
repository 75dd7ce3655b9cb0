import { resolve } from 'node:path';
import { createInsiClient, type InsiClient } from '@socle-sante/ins';
import type { VerificationCodec } from '@socle-sante/ins/verification';
import { createHttpExchange, type Exchange } from '@socle-sante/wire/http';
import { type ClientIdentity, loadClientIdentity } from '@socle-sante/wire/tls';
import { type Invocation, optionText } from '../frame/command.js';
import { recordLayer } from './record.js';
import { type InsiSettings, insiSettings } from './settings.js';

export interface OpenInsi {
  readonly client: InsiClient;
  readonly settings: InsiSettings;
  readonly identity: ClientIdentity;
  /** The transport under the client, for calls that are no operation. */
  readonly exchange: Exchange;
  close(): Promise<void>;
}

/** The INSi client of `--env` and `--identity`, recording to `--record`. */
export async function openInsi(
  invocation: Invocation,
  options: { readonly preflight?: 'report'; readonly verificationCodec?: VerificationCodec } = {},
): Promise<OpenInsi> {
  const settings = await insiSettings(invocation);
  const identity = await loadClientIdentity(settings.identity);
  const http = createHttpExchange({
    tls: { ...settings.tls, identity },
    clock: invocation.io.clock,
    ...(settings.proxy ? { proxy: settings.proxy } : {}),
    ...(settings.timeoutMs ? { timeoutMs: settings.timeoutMs } : {}),
  });
  const directory = optionText(invocation, 'record');
  const exchange = directory ? recordLayer(resolve(invocation.io.cwd, directory), invocation.io.clock)(http) : http;
  const { clock, sleep } = invocation.io;
  const client = createInsiClient({
    environment: settings.environment,
    authentication: { mode: 'certificate', identity: settings.identity, trigger: settings.trigger },
    software: settings.software,
    exchange,
    clock,
    ...(sleep === undefined ? {} : { sleep }),
    ...options,
  });
  return {
    client,
    settings,
    identity,
    exchange,
    async close() {
      await client.close();
      await http.close();
    },
  };
}
