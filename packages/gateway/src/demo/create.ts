import { uuidV4 } from '@socle-sante/core/uuid';
import { createInsiRegistry } from '@socle-sante/sandbox/insi';
import { CONTRACT_HEADER, type ConsentEntry, type EnvironmentView, type SiteView } from '../contract.js';
import { authorizeByKind } from '../handlers/authorize-by-kind.js';
import { createGateway, type Gateway } from '../handlers/create-gateway.js';
import type { GatewayFault, GatewayOptions } from '../handlers/options.js';
import type { IdentityRecord, IdentityStore } from '../handlers/ports.js';
import type { Authorize, Session } from '../handlers/session.js';
import { createMemoryPorts, type MemoryPorts } from '../memory/ports.js';
import { bulkAudit, bulkImported } from './bulk.js';
import { demoDocumentsService } from './dmp/documents.js';
import { demoDocuments } from './dmp/record-documents.js';
import { demoDmp } from './dmp/service.js';
import { type DemoWorld, demoInsi } from './insi.js';
import { demoImported, demoRecords } from './patients.js';
import { bytesOf, drawLatency, type Latency, seededRandom, wait } from './random.js';
import { type DemoScenarioId, settingsOf } from './scenarios.js';
import { type DemoRole, type DemoSettings, nominal } from './settings.js';
import { demoVerification } from './verification.js';
import { type DemoReader, demoVitale } from './vitale.js';

/** How a demonstration is made. */
export interface DemoGatewayOptions {
  /** Same seed, same clock: same identifiers, same durations. Default 42. */
  readonly seed?: number;
  readonly clock?: () => Date;
  /** Durations of the simulated services. Default median 250 ms, 95 % under 900 ms; `false` in tests. */
  readonly latency?: Latency;
  readonly scenario?: DemoScenarioId;
  readonly basePath?: string;
  /** Public origins, when `handler` is mounted behind a proxy. */
  readonly origins?: readonly string[];
  /** Records beside those of the demonstration. */
  readonly records?: readonly IdentityRecord[];
  readonly site?: Partial<SiteView>;
  readonly heartbeatMs?: number;
  readonly limits?: GatewayOptions['limits'];
  readonly onFault?: (fault: GatewayFault) => void;
}

/** What `set` takes: a scenario starts from the nominal settings, the rest is laid over it. */
export type DemoChange = Partial<DemoSettings> & { readonly scenario?: DemoScenarioId };

/** A gateway in memory: the real handlers over simulated services and test identities. */
export interface DemoGateway {
  /** To give to `createGatewayClient`. Nothing leaves the page. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** The handlers, to mount on a server. */
  readonly handler: Gateway;
  set(change: DemoChange): void;
  readonly settings: DemoSettings;
  /** Records, journal and settings as at the beginning. */
  reset(): void;
  /** The carte Vitale reader of the server. */
  readonly reader: DemoReader;
  /** The ports, to look at what was stored and traced. */
  readonly ports: MemoryPorts;
}

const sessions: Readonly<Record<DemoRole, Session>> = {
  medecin: {
    userRef: 'u-medecin',
    displayName: 'Dr CAMILLE TEST0000001',
    userKind: 'medecin',
    superuser: false,
    idTail: '013',
  },
  secretaire: { userRef: 'u-secretaire', displayName: 'Secrétariat TEST', userKind: 'secretaire', superuser: false },
  identitovigilance: {
    userRef: 'u-identito',
    displayName: 'Cellule TEST',
    userKind: 'identitovigilance',
    superuser: true,
  },
  support: { userRef: 'u-support', displayName: 'Support TEST', userKind: 'support', superuser: false },
};

const common = ['session.*', 'environment.get', 'status.get'] as const;
const rights = authorizeByKind({
  medecin: ['*'],
  // A member of staff sees whether there is a DMP, and looks after the sendings: reading a DMP is for professionals.
  secretaire: [
    ...common,
    'identity.*',
    'ins.*',
    'notices.*',
    'dmp.status',
    'dmp.access',
    'dmp.consent.*',
    'record.*',
    'submission.*',
    'events',
  ],
  identitovigilance: ['*'],
  support: [...common, 'audit.*'],
});
const readings = [
  'identity.get',
  'identity.search',
  'identity.history',
  'identity.duplicates',
  'ins.verifyList',
  'audit.list',
  'notices.due',
  'dmp.status',
  'dmp.access',
  'dmp.consent.get',
  'dmp.search',
  'dmp.newCounts',
  'dmp.document.get',
  'dmp.document.rendering',
  'dmp.document.bytes',
  'dmp.authorisations',
  'dmp.history',
  'record.documents',
  'submission.get',
  'submission.list',
  'events',
];

/** Makes a demonstration. Deterministic with a seed and a clock. */
export function createDemoGateway(options: DemoGatewayOptions = {}): DemoGateway {
  const now = options.clock ?? (() => new Date());
  const latency = options.latency ?? { median: 250, p95: 900 };
  let next = seededRandom(options.seed ?? 42);
  let settings: DemoSettings = nominal;
  const random = bytesOf(() => next());
  const newId = () => uuidV4(random);
  const pause = (share: number, signal: AbortSignal) =>
    wait(drawLatency(settings.latency ?? latency, next) * share + (share === 1 ? settings.slow : 0), signal);
  const world: DemoWorld = {
    settings: () => settings,
    // The persons of the conformity tests with their canned answers; who is unknown is decided by the settings.
    registry: createInsiRegistry({ mode: 'cnda' }),
    now,
    newId,
    think: (signal) => pause(1, signal),
  };
  const vitale = demoVitale(world);
  const insi = demoInsi(world);
  const verification = demoVerification(world);
  const dmp = demoDmp({ settings: () => settings, now, newId, random, think: (signal) => pause(1, signal) });
  const documents = demoDocumentsService({ clock: now, random, official: () => settings.official });

  let ports: MemoryPorts;
  let gateway: Gateway;

  const build = () => {
    const many = settings.rows === '10k';
    const memory = createMemoryPorts({
      session: () => (settings.session === 'expired' ? undefined : sessions[settings.role]),
      records: [...demoRecords(), ...(options.records ?? [])],
      imported: many ? bulkImported(10_000) : demoImported(),
      audit: many ? bulkAudit(10_000, now()) : [],
      site: { name: 'Cabinet M TEST', ...options.site },
      documents: demoDocuments(),
      consents: consentsOf(settings),
      careTeam: () => settings.careTeam,
      ...(settings.firstLogin ? {} : { acknowledged: acknowledgedBy(now()) }),
      clock: now,
      random,
    });
    ports = { ...memory, identities: troubled(memory.identities, () => settings) };
    mount();
  };
  const mount = () => {
    const { worklist, ...bare } = ports;
    gateway = createGateway({
      ports: settings.bare || !worklist ? bare : ports,
      services: settings.bare ? { insi } : { insi, vitale: vitale.service, verification, dmp, documents },
      authorize: authorizeWith(() => settings),
      environment: environmentOf(settings),
      basePath: options.basePath ?? '/socle',
      clock: now,
      random,
      // In a page the network adds `Origin` after this point: what has none comes from the page itself.
      originOf: (request) => request.headers.get('origin') ?? new URL(request.url).origin,
      ...(options.origins === undefined ? {} : { origins: options.origins }),
      ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
      ...(options.limits === undefined ? {} : { limits: options.limits }),
      ...(options.onFault === undefined ? {} : { onFault: options.onFault }),
    });
  };

  const handler: Gateway = async (request) => {
    if (settings.busy) await holdEveryRecord(ports);
    const response = await gateway(request);
    if (settings.contract === 'same') return response;
    const headers = new Headers(response.headers);
    headers.set(CONTRACT_HEADER, '99.0');
    return new Response(response.body, { status: response.status, headers });
  };

  const set = (change: DemoChange) => {
    const { scenario, ...own } = change;
    const before = settings;
    settings = { ...(scenario === undefined ? settings : { ...nominal, ...settingsOf(scenario) }), ...own };
    if (settings.card !== before.card || vitale.reader.inserted === undefined) insertCard();
    const rebuilt = settings.rows !== before.rows || settings.consent !== before.consent;
    if (rebuilt || settings.firstLogin !== before.firstLogin) build();
    else if (settings.bare !== before.bare || settings.environment !== before.environment) mount();
  };
  const insertCard = () => (settings.card === 'none' ? vitale.reader.remove() : vitale.reader.insert(settings.card));
  const reset = () => {
    next = seededRandom(options.seed ?? 42);
    settings = { ...nominal, ...(options.scenario === undefined ? {} : settingsOf(options.scenario)) };
    insertCard();
    dmp.reset();
    build();
  };
  reset();

  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      if (settings.offline) throw new TypeError('Failed to fetch');
      if (settings.silent)
        return new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(request.signal.reason)),
        );
      await pause(0.1, request.signal);
      return abortable(handler(request), request.signal);
    },
    handler,
    set,
    reset,
    reader: vitale.reader,
    get settings() {
      return settings;
    },
    get ports() {
      return ports;
    },
  };
}

function authorizeWith(settings: () => DemoSettings): Authorize {
  return (request) => {
    const open = common.some(
      (pattern) =>
        pattern === request.operation || (pattern === 'session.*' && request.operation.startsWith('session.')),
    );
    if (settings().rights === 'none' && !open) return { allowed: false, reason: 'profile' };
    if (settings().rights === 'readOnly' && !open && !readings.includes(request.operation))
      return { allowed: false, reason: 'site' };
    return rights(request);
  };
}

function environmentOf({ environment }: DemoSettings): Omit<EnvironmentView, 'mixed'> {
  if (environment === 'mixed') {
    return {
      kind: 'bac-a-sable',
      services: [
        { service: 'insi', kind: 'bac-a-sable' },
        { service: 'dmp', kind: 'production' },
      ],
    };
  }
  return {
    kind: environment,
    services: [
      { service: 'insi', kind: environment },
      { service: 'dmp', kind: environment },
    ],
  };
}

/** Choices that a scenario starts with; by default none was recorded, and the care team presumes consent. */
function consentsOf({ consent }: DemoSettings): ReadonlyMap<string, readonly ConsentEntry[]> {
  const entry = { at: '2026-09-01T08:15:00.000Z', by: 'Secrétariat TEST' };
  if (consent === 'none') return new Map();
  const chosen: ConsentEntry =
    consent === 'refused' ? { ...entry, consultation: 'refused' } : { ...entry, feeding: 'opposed' };
  return new Map(demoRecords().map(({ patientRef }) => [patientRef, [chosen]]));
}

function acknowledgedBy(now: Date): ReadonlyMap<string, string> {
  const at = new Date(now.getTime() - 30 * 86_400_000).toISOString();
  return new Map(Object.values(sessions).map(({ userRef }) => [`${userRef} dmp.traceability`, at]));
}

/** The store of records, with the troubles that a scenario asks for. */
function troubled(store: IdentityStore, settings: () => DemoSettings): IdentityStore {
  const check = () => {
    if (settings().broken) throw new Error('the demonstration store is broken');
  };
  return {
    ...store,
    async get(patientRef) {
      check();
      return store.get(patientRef);
    },
    async search(query) {
      check();
      return store.search(query);
    },
    async replace(record, expectedVersion) {
      check();
      return settings().conflict ? false : store.replace(record, expectedVersion);
    },
  };
}

async function holdEveryRecord({ transient }: MemoryPorts): Promise<void> {
  const refs = demoRecords().map(({ patientRef }) => patientRef);
  await Promise.all(refs.map((ref) => transient.set(`sequence:${ref}`, 'demo', 1_000, { onlyIfAbsent: true })));
}

function abortable(response: Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    response.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
