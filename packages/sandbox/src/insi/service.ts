import type { Clock } from '@socle-sante/core/uuid';
import type { TestPki } from '../pki.js';
import { checkClientCertificate } from './client-certificate.js';
import { messageIdOf, readMessage } from './envelope.js';
import { OFFICIAL_FAULTS, Refused } from './faults.js';
import { checkHttp, type InsiRequest, type InsiResponse, PROBE_PATH } from './http-front.js';
import { createExchangeLog, type LogDraft, type SandboxExchange } from './log.js';
import type { InsiMode, SimulatedPerson } from './person.js';
import { createPipeline } from './pipeline.js';
import { createInsiRegistry, type InsiRegistry } from './registry.js';
import { type Decision, isScenario, render, replaceOutcome, SCENARIOS, type ScenarioName } from './scenarios.js';
import { createXmlReader, type XmlReader } from './xml-reader.js';

/** Behaviour of the simulated teleservice. Every value has a default. */
export interface InsiSimulatorOptions {
  /** Default `bas`. */
  readonly mode?: InsiMode;
  /** Authorization numbers (IDAM) accepted; default {@link DEFAULT_IDAM} alone. */
  readonly idam?: readonly string[];
  /** Tolerated distance of `Temps`, in minutes; default 15, `null` to accept any. */
  readonly maxSkewMinutes?: number | null;
  /** A MessageID seen before: a warning header (default) or a fault. */
  readonly replay?: 'warn' | 'fault';
  /** A PS assertion used before: accepted (default, a client may keep it some minutes) or refused. */
  readonly assertionReuse?: 'allow' | 'fault';
  /** Greatest age of a PS assertion, in seconds; default 3600. */
  readonly assertionMaxAgeSeconds?: number;
  /** Greatest age of a VITALE assertion, in seconds; default 1200. */
  readonly vitaleMaxAgeSeconds?: number;
  /** Persons added to the base, or replacing one of the same id; invented ones only. */
  readonly customPersons?: readonly SimulatedPerson[];
  readonly allowCustomPersons?: boolean;
  /** Scenario for every exchange, until changed. */
  readonly scenario?: ScenarioName;
  /** Delay of `slow-first-byte`, in milliseconds; default 2000. */
  readonly slowFirstByteMs?: number;
}

/** The authorization number that a fresh sandbox accepts. */
export const DEFAULT_IDAM = 'XX00000000000';

export interface InsiServiceOptions extends InsiSimulatorOptions {
  readonly pki: TestPki;
  readonly clock: Clock;
  /** Where the external entity of `xxe-probe` points. */
  readonly probeUrl?: () => string;
  readonly onExchange?: (exchange: SandboxExchange) => void;
}

/** The teleservice without sockets: give it a request, it gives the answer. */
export interface InsiService {
  handle(request: InsiRequest): Promise<InsiResponse>;
  readonly log: readonly SandboxExchange[];
  readonly mode: InsiMode;
  readonly idam: readonly string[];
  setMode(mode: InsiMode): void;
  /** Forces a scenario for the next `times` exchanges (default: until changed); undefined goes back to normal. */
  setScenario(scenario: ScenarioName | undefined, options?: { readonly times?: number }): void;
  /** Forgets the log, the seen identifiers and the scenario; goes back to the mode of the start. */
  reset(): void;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const UNAVAILABLE_PAGE =
  '<!DOCTYPE html><html lang="fr"><head><title>503</title></head><body><h1>503 Service Unavailable</h1></body></html>';

/** @param loading the XML reader, when it was asked for earlier */
export async function createInsiService(
  options: InsiServiceOptions,
  loading: Promise<XmlReader> = createXmlReader(),
): Promise<InsiService> {
  const reader = await loading;
  const initialMode = options.mode ?? 'bas';
  const idam = options.idam ?? [DEFAULT_IDAM];
  const maxSkewMinutes = options.maxSkewMinutes === null ? undefined : (options.maxSkewMinutes ?? 15);
  const log = createExchangeLog(1000, options.onExchange);
  let registry = registryFor(initialMode);
  const pipeline = createPipeline({
    pki: options.pki,
    reader,
    registry: () => registry,
    idam,
    maxSkewMinutes,
    futureSeconds: (maxSkewMinutes ?? 15) * 60,
    assertionMaxAgeSeconds: options.assertionMaxAgeSeconds ?? 3600,
    vitaleMaxAgeSeconds: options.vitaleMaxAgeSeconds ?? 1200,
    refuseReplay: options.replay === 'fault',
    refuseAssertionReuse: options.assertionReuse === 'fault',
  });
  let scenario = options.scenario;
  let scenarioLeft = Number.POSITIVE_INFINITY;

  function registryFor(mode: InsiMode): InsiRegistry {
    return createInsiRegistry({
      mode,
      persons: options.customPersons ?? [],
      allowCustomPersons: options.allowCustomPersons ?? false,
    });
  }

  function takeScenario(header: string | undefined): ScenarioName | undefined {
    if (header !== undefined && isScenario(header)) return header;
    if (scenario === undefined) return undefined;
    const current = scenario;
    scenarioLeft -= 1;
    if (scenarioLeft <= 0) scenario = undefined;
    return current;
  }

  function answer(request: InsiRequest, draft: LogDraft): InsiResponse {
    const wanted = request.headers['x-sim-scenario'];
    const front = checkHttp(request);
    if (request.path === PROBE_PATH) draft.warnings.push('xxe-probe-followed');
    if ('refused' in front) {
      draft.check = 1;
      return { ...front.refused, body: new Uint8Array() };
    }
    if (wanted !== undefined && !isScenario(wanted)) {
      draft.check = 1;
      return {
        status: 400,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: utf8(`X-Sim-Scenario: ${SCENARIOS.join(' ')}\n`),
      };
    }
    const current = takeScenario(wanted);
    if (current) draft.scenario = current;
    if (current === 'timeout') return { status: 0, headers: {}, body: new Uint8Array(), hang: true };
    if (current === 'http-503-html') {
      return { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' }, body: utf8(UNAVAILABLE_PAGE) };
    }

    const now = options.clock();
    let messageId: string | undefined;
    let decision: Decision;
    try {
      const structureId =
        request.listener === 'tlsm'
          ? (checkClientCertificate(request.clientCertificate, options.pki, now).organisationalUnit ?? '')
          : undefined;
      const message = readMessage(reader, request.body);
      messageId = messageIdOf(message);
      const call = { listener: request.listener, now, contentTypeAction: front.action, structureId };
      decision = pipeline.decide(message, call, draft);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      draft.check = error.check;
      decision = { kind: 'fault', fault: error.fault };
    }
    const technical =
      draft.operation === 'rechercherInsAvecCarteVitale'
        ? OFFICIAL_FAULTS.technicalVitale
        : OFFICIAL_FAULTS.technicalTraits;
    const final = replaceOutcome(decision, current, technical);
    if (final.kind === 'fault') draft.faultCode = final.fault.code;
    else draft.codeCr = final.answer.code;
    const { status, xml } = render(final, messageId, current, options.probeUrl?.() ?? 'https://localhost/xxe-probe');
    return {
      status,
      headers: {
        'content-type': 'application/soap+xml; charset=utf-8',
        ...(draft.warnings.length > 0 ? { 'x-sim-warning': draft.warnings.join(', ') } : {}),
        ...(draft.check === undefined ? {} : { 'x-sim-check': String(draft.check) }),
      },
      body: deliver(xml, current),
      ...(current === 'slow-first-byte' ? { delayMs: options.slowFirstByteMs ?? 2000 } : {}),
    };
  }

  return {
    async handle(request) {
      const draft: LogDraft = { warnings: [] };
      let response: InsiResponse;
      try {
        response = answer(request, draft);
      } catch {
        // A fault of ours must still be an HTTP answer, and must not tell what was in the request.
        draft.check = 0;
        draft.faultCode = 'sim_internal';
        response = {
          status: 500,
          headers: { 'content-type': 'text/plain; charset=utf-8' },
          body: utf8('sim_internal\n'),
        };
      }
      log.add({
        at: options.clock().toISOString(),
        service: 'insi',
        listener: request.listener,
        requestBytes: request.body.length,
        ...draft,
        status: response.status,
        responseBytes: response.body.length,
      });
      return response;
    },
    log: log.entries,
    get mode() {
      return registry.mode;
    },
    idam,
    setMode(mode) {
      registry = registryFor(mode);
    },
    setScenario(next, { times = Number.POSITIVE_INFINITY } = {}) {
      scenario = next;
      scenarioLeft = times;
    },
    reset() {
      log.clear();
      pipeline.reset();
      scenario = options.scenario;
      scenarioLeft = Number.POSITIVE_INFINITY;
      registry = registryFor(initialMode);
    },
  };
}

function deliver(xml: string, scenario: ScenarioName | undefined): Uint8Array {
  if (scenario === 'empty-body') return new Uint8Array();
  const bytes = utf8(xml);
  return scenario === 'truncated-xml' ? bytes.slice(0, Math.floor(bytes.length * 0.6)) : bytes;
}
