import type { Clock, RandomBytes } from '@socle-sante/core/uuid';
import { describeSandbox, type SandboxDescription } from './description.js';
import type { DmpCore } from './dmp/core/api.js';
import type { DmpLevel } from './dmp/core/refusal.js';
import { DMP_BASE_PATH } from './dmp/wire/http.js';
import type { DmpExchange } from './dmp/wire/log.js';
import type { DmpScenarioName } from './dmp/wire/scenarios.js';
import { startDmpListener } from './dmp/wire/server.js';
import {
  createDmpService,
  type DmpResetOptions,
  type DmpService,
  type DmpSimulatorOptions,
} from './dmp/wire/service.js';
import { createDmpXml } from './dmp/wire/xml.js';
import type { SandboxExchange } from './insi/log.js';
import type { InsiMode } from './insi/person.js';
import type { ScenarioName } from './insi/scenarios.js';
import { startListener } from './insi/server.js';
import { createInsiService, type InsiService, type InsiSimulatorOptions } from './insi/service.js';
import { createXmlReader } from './insi/xml-reader.js';
import { createTestPki, type TestPki, type TestRole } from './pki.js';

/** Where the sandbox tells what it does. Lines hold codes and identifiers, never a trait or a matricule. */
export interface SandboxLogger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export interface SandboxOptions {
  /** First port: `tlsm` takes it, `cpx` and the DMP the next ones. 0 (default): any free ports. */
  readonly portBase?: number;
  /** Address to listen on; default `127.0.0.1`. */
  readonly host?: string;
  readonly insi?: InsiSimulatorOptions;
  readonly dmp?: DmpSimulatorOptions & {
    /** A bad client certificate: the connection cut (default, as a front-end does), or a SOAP fault that says why. */
    readonly clientCertificateRefusal?: 'fault' | 'reset';
  };
  readonly clock?: Clock;
  /** Source of the serial numbers of the certificates. */
  readonly random?: RandomBytes;
  /** A PKI made before; default a fresh one. */
  readonly pki?: TestPki;
  /** Which server certificate is shown; default the good one. */
  readonly serverIdentity?: Extract<TestRole, `server${string}`>;
  /** INSi, a bad client certificate: a SOAP fault that says why (default), or the connection cut. */
  readonly clientCertificateRefusal?: 'fault' | 'reset';
  readonly logger?: SandboxLogger;
}

/** The INSi part of a running sandbox. */
export interface SandboxInsi {
  /** Mutual TLS, structure certificate. */
  readonly tlsmUrl: string;
  /** Server TLS, PS assertion. */
  readonly cpxUrl: string;
  readonly log: readonly SandboxExchange[];
  readonly mode: InsiMode;
  setMode(mode: InsiMode): void;
  setScenario(scenario: ScenarioName | undefined, options?: { readonly times?: number }): void;
  /** The service itself, for tests in the same process without a socket. */
  readonly service: InsiService;
}

/** The DMP part of a running sandbox. */
export interface SandboxDmp {
  /** Base of the services: `{url}/repository`, `{url}/registry`… Mutual TLS 1.2. */
  readonly url: string;
  readonly log: readonly DmpExchange[];
  readonly level: DmpLevel;
  setLevel(level: DmpLevel): void;
  setScenario(scenario: DmpScenarioName | undefined, options?: { readonly times?: number }): void;
  /** The service itself, for tests in the same process without a socket. */
  readonly service: DmpService;
  /** Records, registry and repository: what is behind the messages. */
  readonly store: DmpCore;
}

export interface Sandbox {
  readonly insi: SandboxInsi;
  readonly dmp: SandboxDmp;
  readonly pki: TestPki;
  /** What a client needs to know, as plain JSON. Holds private keys of the test identities. */
  env(): SandboxDescription;
  /** Forgets exchanges, identifiers seen and scenario; `records`: the records of the DMP are those of the beginning again. */
  reset(options?: DmpResetOptions): Promise<void>;
  /** Closes the listeners and every connection. */
  stop(): Promise<void>;
}

/** Starts every simulator on loopback, with a fresh test PKI unless one is given. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? (() => new Date());
  const host = options.host ?? '127.0.0.1';
  const reader = createXmlReader(); // loads while the keys are made on the thread pool
  const dmpXml = createDmpXml();
  const pki = options.pki ?? (await createTestPki({ clock, ...(options.random ? { random: options.random } : {}) }));
  const identity = pki.identity(options.serverIdentity ?? 'server');
  let cpxPort = 0;
  const service = await createInsiService(
    {
      ...options.insi,
      pki,
      clock,
      probeUrl: () => `https://${urlHost(host)}:${cpxPort}/xxe-probe`,
      onExchange: (exchange) => options.logger?.info({ ...exchange }, 'exchange'),
    },
    reader,
  );
  const common = {
    service,
    pki,
    identity,
    host,
    clock,
    clientCertificateRefusal: options.clientCertificateRefusal ?? 'fault',
  };
  const base = options.portBase ?? 0;
  const dmpService = await createDmpService(
    {
      ...options.dmp,
      pki,
      clock,
      ...(options.random ? { random: options.random } : {}),
      onExchange: (exchange) => options.logger?.info({ ...exchange }, 'exchange'),
    },
    dmpXml,
  );
  const port = (offset: number) => (base === 0 ? 0 : base + offset);
  const starting = [
    startListener({ ...common, listener: 'tlsm', port: port(0) }),
    startListener({ ...common, listener: 'cpx', port: port(1) }),
    startDmpListener({
      service: dmpService,
      pki,
      identity,
      host,
      clock,
      port: port(2),
      clientCertificateRefusal: options.dmp?.clientCertificateRefusal ?? 'reset',
    }),
  ] as const;
  const [tlsm, cpx, dmpListener] = await Promise.all(starting).catch(async (error: unknown) => {
    for (const listener of await Promise.allSettled(starting)) {
      if (listener.status === 'fulfilled') await listener.value.stop();
    }
    await dmpService.close();
    throw error;
  });
  cpxPort = cpx.port;
  const url = (port: number) => `https://${urlHost(host)}:${port}/lps`;
  const insi: SandboxInsi = {
    tlsmUrl: url(tlsm.port),
    cpxUrl: url(cpx.port),
    log: service.log,
    get mode() {
      return service.mode;
    },
    setMode: (mode) => service.setMode(mode),
    setScenario: (scenario, times) => service.setScenario(scenario, times),
    service,
  };
  const dmp: SandboxDmp = {
    url: `https://${urlHost(host)}:${dmpListener.port}${DMP_BASE_PATH}`,
    log: dmpService.log,
    get level() {
      return dmpService.level;
    },
    setLevel: (level) => dmpService.setLevel(level),
    setScenario: (scenario, times) => dmpService.setScenario(scenario, times),
    service: dmpService,
    store: dmpService.core,
  };
  options.logger?.info(
    { tlsm: insi.tlsmUrl, cpx: insi.cpxUrl, mode: service.mode, dmp: dmp.url, level: dmp.level },
    'sandbox started',
  );
  return {
    insi,
    dmp,
    pki,
    env: () =>
      describeSandbox({
        tlsmUrl: insi.tlsmUrl,
        cpxUrl: insi.cpxUrl,
        mode: service.mode,
        idam: service.idam,
        dmpUrl: dmp.url,
        dmpLevel: dmp.level,
        pki,
      }),
    async reset(records) {
      service.reset();
      await dmpService.reset(records);
    },
    async stop() {
      await Promise.all([tlsm.stop(), cpx.stop(), dmpListener.stop()]);
      await dmpService.close();
      options.logger?.info({}, 'sandbox stopped');
    },
  };
}

/** An address that can stand in a URL; the wildcard addresses are reached through loopback. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
