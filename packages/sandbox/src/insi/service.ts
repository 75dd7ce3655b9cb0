import type { Clock } from '@socle-sante/core/uuid';
import type { TestPki } from '../pki.js';
import { individualOf, LIBELLES } from './answers.js';
import { readTraitsBody, readVitaleBody } from './bodies.js';
import { checkClientCertificate } from './client-certificate.js';
import { type Contexts, checkContexts, checkIdam } from './contexts.js';
import { textOf } from './element.js';
import {
  bodyFits,
  chooseOperation,
  type Message,
  messageIdOf,
  readMessage,
  refuseUnknownMandatoryHeaders,
  requireMessageId,
} from './envelope.js';
import { OFFICIAL_FAULTS, Refused, refuse } from './faults.js';
import { checkHttp, type InsiRequest, type InsiResponse, PROBE_PATH } from './http-front.js';
import { createExchangeLog, createSeenSet, type SandboxExchange } from './log.js';
import type { InsiOperation } from './namespaces.js';
import type { InsiMode, SimulatedPerson } from './person.js';
import { checkPsAssertion, nameIdOf, readSecurity, refuseAssertions, splitAssertions } from './ps-assertion.js';
import { createInsiRegistry, type InsiRegistry, type LookupResult } from './registry.js';
import { type Decision, isScenario, render, replaceOutcome, SCENARIOS, type ScenarioName } from './scenarios.js';
import { checkVitaleAssertion, refuseSwappedCard } from './vitale-assertion.js';
import type { VirtualVitaleCard } from './vitale-cards.js';
import { createXmlReader } from './xml-reader.js';

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

type LogDraft = { -readonly [K in keyof SandboxExchange]?: SandboxExchange[K] } & { warnings: string[] };

const utf8 = (text: string) => new TextEncoder().encode(text);
const UNAVAILABLE_PAGE =
  '<!DOCTYPE html><html lang="fr"><head><title>503</title></head><body><h1>503 Service Unavailable</h1></body></html>';

export async function createInsiService(options: InsiServiceOptions): Promise<InsiService> {
  const reader = await createXmlReader();
  const initialMode = options.mode ?? 'bas';
  const idam = options.idam ?? [DEFAULT_IDAM];
  const maxSkewMinutes = options.maxSkewMinutes === null ? undefined : (options.maxSkewMinutes ?? 15);
  const futureSeconds = (maxSkewMinutes ?? 15) * 60;
  const log = createExchangeLog(1000, options.onExchange);
  const messageIds = createSeenSet();
  const contextIds = createSeenSet();
  const assertionIds = createSeenSet();
  let registry = registryFor(initialMode);
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

  /** Checks 4 to 11, in order. */
  function decide(
    message: Message,
    request: InsiRequest,
    contentTypeAction: string | undefined,
    now: Date,
    expectedOu: string | undefined,
    draft: LogDraft,
  ): Decision {
    const operation = chooseOperation(message, contentTypeAction);
    draft.operation = operation;
    draft.messageId = requireMessageId(message);
    if (messageIds.check(draft.messageId)) {
      if (options.replay === 'fault') throw refuse('sim_messageid_replay');
      draft.warnings.push('messageid-replay');
    }
    refuseUnknownMandatoryHeaders(message);
    const expectedEmetteur = request.listener === 'tlsm' ? expectedOu : claimedPsId(message);
    const contexts = checkContexts(message, { now, maxSkewMinutes, expectedEmetteur });
    warnAboutContextIds(contexts, draft);
    checkIdam(contexts, idam);
    const card = checkAssertions(message, request, operation, contexts, now);
    if (!bodyFits(message, operation)) throw refuse('sim_body_schema', `corps inattendu pour ${operation}`);
    const result = card
      ? registry.lookupVitale({ serial: card.serial, ...readVitaleBody(message.body) })
      : lookupTraits(message, draft);
    return decisionOf(result);
  }

  /** NameID of the first assertion, only to compare it with Emetteur; check 8 decides whether it is genuine. */
  function claimedPsId(message: Message): string | undefined {
    return textOf(nameIdOf(readSecurity(message)?.[0]));
  }

  function warnAboutContextIds(contexts: Contexts, draft: LogDraft): void {
    if (contexts.bamId === contexts.lpsId) draft.warnings.push('context-ids-equal');
    const reused = [contextIds.check(contexts.bamId), contextIds.check(contexts.lpsId)].some(Boolean);
    if (reused && contexts.bamId !== contexts.lpsId) draft.warnings.push('context-id-reused');
  }

  /** Checks 8 and 9. Answers the virtual card of a WS_INS1 call. */
  function checkAssertions(
    message: Message,
    request: InsiRequest,
    operation: InsiOperation,
    contexts: Contexts,
    now: Date,
  ): VirtualVitaleCard | undefined {
    if (request.listener === 'tlsm') {
      refuseAssertions(message);
      if (operation === 'rechercherInsAvecCarteVitale') throw refuse('sim_vitale_mode');
      return undefined;
    }
    const { ps, vitale } = splitAssertions(message, operation);
    const accepted = checkPsAssertion(message, ps, {
      now,
      pki: options.pki,
      reader,
      maxAgeSeconds: options.assertionMaxAgeSeconds ?? 3600,
      futureSeconds,
    });
    if (assertionIds.check(accepted.assertionId) && options.assertionReuse === 'fault')
      throw refuse('sim_assertion_replay');
    if (!vitale) return undefined;
    const card = checkVitaleAssertion(vitale, {
      now,
      maxAgeSeconds: options.vitaleMaxAgeSeconds ?? 1200,
      futureSeconds,
      psId: accepted.nameId,
    });
    refuseSwappedCard(card, contexts.bam, message.body);
    return card;
  }

  function lookupTraits(message: Message, draft: LogDraft): LookupResult {
    const { prenomCount, ...query } = readTraitsBody(message.body, registry.mode);
    if (prenomCount > 1) draft.warnings.push('several-prenom-elements');
    return registry.lookup(query);
  }

  function decisionOf(result: LookupResult): Decision {
    if (result.kind === 'fault') {
      return {
        kind: 'fault',
        fault: result.code === 'insi_101' ? OFFICIAL_FAULTS.technicalVitale : OFFICIAL_FAULTS.technicalTraits,
      };
    }
    const individual = result.code === '00' ? individualOf(result.person, result.canned) : undefined;
    return {
      kind: 'result',
      answer: { code: result.code, libelle: LIBELLES[result.code], ...(individual ? { individual } : {}) },
      style: result.canned ? 'cnda' : 'live',
    };
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
      const certificate =
        request.listener === 'tlsm' ? checkClientCertificate(request.clientCertificate, options.pki, now) : undefined;
      const message = readMessage(reader, request.body);
      messageId = messageIdOf(message);
      decision = decide(
        message,
        request,
        front.action,
        now,
        certificate?.organisationalUnit ?? (certificate ? '' : undefined),
        draft,
      );
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
      for (const seen of [messageIds, contextIds, assertionIds]) seen.clear();
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
