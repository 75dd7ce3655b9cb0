import { type Clock, type RandomBytes, uuidUrn, uuidV4 } from '@socle-sante/core/uuid';
import type { TestPki } from '../../pki.js';
import type { DmpCore, DmpCoreOptions } from '../core/api.js';
import { createDmpCore } from '../core/core.js';
import { type DmpLevel, DmpRefused } from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import { CARD_ACTIVITIES, messageIdReused, strayParts, subjectRefusals, WITHOUT_PATIENT } from './call-rules.js';
import { judgeTlsCertificate } from './certificate.js';
import { addressingOf, checkAddressing, readEnvelope, shapeOfBody, writeFault, writeReply } from './envelope.js';
import { bytesResponse, type DmpHttpRequest, type DmpHttpResponse, readHalf, serviceOfPath } from './http.js';
import { createDmpLog, type DmpExchange, type DmpLogDraft } from './log.js';
import { multipartResponse } from './multipart-write.js';
import { DMP_SERVICES, type DmpServiceName, FAULT_ACTION, type OperationShape } from './namespaces.js';
import { enforce, HANDLERS, type OperationAnswer } from './operations.js';
import { acceptedType, type ReceivedBody, receiveBody } from './request-body.js';
import { DMP_SCENARIOS, type DmpScenarioName, isDmpScenario } from './scenarios.js';
import { createSpool, type Spool } from './spool.js';
import { type DmpState, filesOf, openState } from './state.js';
import { readVihf } from './vihf.js';
import { createDmpXml, type DmpXml, ENVELOPE_BOUNDS, UnreadableDmpXml } from './xml.js';

/** A message as it was received or sent, for whoever validates or keeps them. Documents are not in it. */
export interface DmpRecordedMessage {
  readonly direction: 'received' | 'sent';
  readonly endpoint: DmpServiceName;
  /** The envelope, before XOP reconstitution. */
  readonly envelope: Uint8Array;
}

/** Behaviour of the simulated DMP. Every value has a default. */
export interface DmpSimulatorOptions
  extends Pick<
    DmpCoreOptions,
    'patients' | 'authorizations' | 'seedDocuments' | 'insOids' | 'answerOid' | 'maxResults'
  > {
  /** Default `strict`. */
  readonly level?: DmpLevel;
  /** Folder where the state lasts: a deposit that was acknowledged is there after a kill. Default: memory and a temporary folder. */
  readonly state?: string;
  /** Scenario for every exchange, until changed. */
  readonly scenario?: DmpScenarioName;
  /** Delay of `slow-answer`, and whole duration of `slow-body`, in milliseconds; default 2000. */
  readonly slowMs?: number;
  /** Tolerated distance of IssueInstant, in seconds; default 300. */
  readonly maxSkewSeconds?: number;
  /** `VIHF_Version` accepted; default 3.0 and 4.0. */
  readonly vihfVersions?: readonly string[];
  /** An assertion used before: refused (default, at level strict) or accepted. */
  readonly assertionReuse?: 'allow' | 'fault';
  /** A MessageID used before: refused (default, at level strict) or accepted. */
  readonly messageIdReuse?: 'allow' | 'fault';
  /** Struct_IdNat that the simulator pretends not to know. */
  readonly unknownStructures?: readonly string[];
  /** Structures of holders of cards, by PS_IdNat, added to those of the test PKI; a holder without a row may name any. */
  readonly cardStructures?: Readonly<Record<string, readonly string[]>>;
  /** Octets of one document; default 1 GiB. */
  readonly maxDocumentBytes?: number;
  /** Called with every envelope. */
  readonly onMessage?: (message: DmpRecordedMessage) => void;
}

export interface DmpServiceOptions extends DmpSimulatorOptions {
  readonly pki: TestPki;
  readonly clock: Clock;
  readonly random?: RandomBytes;
  readonly onExchange?: (exchange: DmpExchange) => void;
}

export interface DmpResetOptions {
  readonly records?: boolean;
}

/** The DMP without sockets: give it a request, it gives the answer. */
export interface DmpService {
  handle(request: DmpHttpRequest): Promise<DmpHttpResponse>;
  readonly log: readonly DmpExchange[];
  /** The records, the registry and the repository behind the messages. */
  readonly core: DmpCore;
  readonly level: DmpLevel;
  setLevel(level: DmpLevel): void;
  /** Forces a scenario for the next `times` exchanges (default: until changed); undefined goes back to normal. */
  setScenario(scenario: DmpScenarioName | undefined, options?: { readonly times?: number }): void;
  /**
   * Forgets the log, the identifiers seen and the scenario. Records and documents stay, unless `records` asks for those of the
   * beginning: what was deposited since is then gone, on the disk too.
   */
  reset(options?: DmpResetOptions): Promise<void>;
  /** Ends the journal and removes temporary files. */
  close(): Promise<void>;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const SOAP_TYPE = 'application/soap+xml; charset=UTF-8';
const UNAVAILABLE_PAGE =
  '<!DOCTYPE html><html lang="fr"><head><title>503</title></head><body><h1>503 Service Unavailable</h1></body></html>';
const SEEN_LIMIT = 10_000;
const EMPTY = new Uint8Array();

interface CallState {
  endpoint: DmpServiceName;
  shape: OperationShape | undefined;
  relatesTo: string | undefined;
  body: ReceivedBody | undefined;
  kept: boolean;
}

export async function createDmpService(
  options: DmpServiceOptions,
  loading: Promise<DmpXml> = createDmpXml(),
): Promise<DmpService> {
  const { pki, clock } = options;
  const xml = await loading;
  const spool: Spool = createSpool(options.state);
  let state: DmpState | undefined;
  const { onExchange: _, onMessage: __, ...coreOptions } = options;
  const core = createDmpCore({ ...coreOptions, onCommit: (commit) => state?.append(commit) });
  if (options.state !== undefined) state = await openState(options.state, core);
  const log = createDmpLog(options.onExchange);
  const assertionsSeen = new Set<string>();
  const messagesSeen = new Set<string>();
  let scenario = options.scenario;
  let scenarioLeft = Number.POSITIVE_INFINITY;
  const slowMs = options.slowMs ?? 2000;
  const uuid = () => uuidV4(options.random);

  function takeScenario(header: string | undefined): DmpScenarioName | undefined {
    if (header !== undefined && isDmpScenario(header)) return header;
    const current = scenario;
    if (current !== undefined) {
      scenarioLeft -= 1;
      if (scenarioLeft <= 0) scenario = undefined;
    }
    return current;
  }

  /** True when it was there; remembers it. */
  function isSeen(seen: Set<string>, id: string): boolean {
    if (seen.has(id)) return true;
    seen.add(id);
    if (seen.size > SEEN_LIMIT) for (const oldest of seen) return seen.delete(oldest) && false;
    return false;
  }

  /** From the envelope to the answer of the operation; refusals are thrown. */
  async function process(
    request: DmpHttpRequest,
    call: CallState,
    body: ReceivedBody,
    current: DmpScenarioName | undefined,
    draft: DmpLogDraft,
  ): Promise<OperationAnswer> {
    const now = clock();
    const tls = judgeTlsCertificate(request.clientCertificate, pki, now);
    enforce({ core, draft }, [...tls.refusals, ...body.refusals]);
    const envelope = readEnvelope(readRoot(body.envelope), body.envelope);
    const { messageId } = addressingOf(envelope);
    call.relatesTo = messageId;
    if (messageId !== undefined) draft.messageId = messageId;
    call.shape = shapeOfBody(envelope, call.endpoint); // a fault of TD3.2 is multipart, whatever is wrong with it
    const addressing = checkAddressing(envelope, call.endpoint, body.action);
    call.shape = addressing.shape;
    draft.operation = addressing.shape.operation;
    const replayed = messageId !== undefined && isSeen(messagesSeen, messageId);
    enforce({ core, draft }, [
      ...addressing.refusals,
      ...(replayed && options.messageIdReuse !== 'allow' ? [messageIdReused()] : []),
      ...strayParts(addressing.shape.operation, body),
    ]);
    const vihf = readVihf(envelope, {
      pki,
      now,
      xml,
      tls: tls.facts,
      maxSkewSeconds: options.maxSkewSeconds ?? 300,
      versions: options.vihfVersions ?? ['3.0', '4.0'],
      unknownStructures: options.unknownStructures ?? [],
      activities: { ...CARD_ACTIVITIES, ...options.cardStructures },
      patientNeeded: !WITHOUT_PATIENT.has(addressing.shape.operation),
      seen: (id) => isSeen(assertionsSeen, id),
      refuseReuse: options.assertionReuse !== 'allow',
    });
    if (vihf.algorithms !== undefined) draft.vihfAlgorithms = vihf.algorithms;
    enforce({ core, draft }, vihf.refusals);
    if (!vihf.caller) throw new DmpRefused(vihf.refusals);
    enforce({ core, draft }, subjectRefusals(core, vihf.caller));
    return HANDLERS[addressing.shape.operation]({
      core,
      xml,
      pki,
      spool,
      now,
      caller: vihf.caller,
      signer: vihf.signer,
      payload: envelope.payload,
      messageId: messageId ?? '',
      uuid,
      parts: body.parts,
      multipart: body.multipart,
      scenario: current,
      draft,
      kept: () => {
        call.kept = true;
      },
      isKept: () => call.kept,
    });
  }

  function readRoot(bytes: Uint8Array) {
    try {
      return xml.read(bytes, ENVELOPE_BOUNDS);
    } catch (error) {
      if (!(error instanceof UnreadableDmpXml)) throw error;
      throw unreadable(error.message);
    }
  }

  /** The answer as HTTP: plain, or multipart for TD3.2 and its faults. */
  function respond(
    call: CallState,
    status: number,
    envelope: Uint8Array,
    action: string,
    answer: OperationAnswer | undefined,
    current: DmpScenarioName | undefined,
  ): DmpHttpResponse {
    options.onMessage?.({ direction: 'sent', endpoint: call.endpoint, envelope });
    const multipart =
      call.shape?.operation === 'retrieve' || current === 'fault-multipart' || current === 'wrong-boundary';
    if (!multipart) return bytesResponse(status, { 'content-type': SOAP_TYPE }, envelope);
    const boundary = `uuid:${uuid()}`;
    const announced = current === 'wrong-boundary' ? `uuid:${uuid()}` : boundary;
    return multipartResponse(status, envelope, answer?.documents ?? [], boundary, action, announced);
  }

  function fault(call: CallState, error: DmpRefused, current: DmpScenarioName | undefined, draft: DmpLogDraft) {
    const [first] = [...error.refusals].sort((a, b) => Number(b.kind === 'fault') - Number(a.kind === 'fault'));
    const code = first?.code ?? FAULT.technical;
    draft.faultCode = code;
    for (const { reason, check } of error.refusals) {
      draft.reasons.push(reason);
      if (!draft.checks.includes(check)) draft.checks.push(check);
    }
    const envelope = writeFault(
      { messageId: uuidUrn(uuid()), relatesTo: call.relatesTo },
      {
        code,
        context: first?.context ?? '[SIM] erreur technique',
        reason: first?.reason ?? '',
        receiver: code === FAULT.technical,
      },
    );
    return respond(call, 500, envelope, FAULT_ACTION, undefined, current);
  }

  async function answer(request: DmpHttpRequest, draft: DmpLogDraft): Promise<DmpHttpResponse> {
    const endpoint = serviceOfPath(request.path, DMP_SERVICES);
    if (!endpoint) return bytesResponse(404, {}, EMPTY);
    draft.endpoint = endpoint;
    if (request.method !== 'POST') return bytesResponse(405, { allow: 'POST' }, EMPTY);
    const wanted = request.headers['x-sim-scenario'];
    if (wanted !== undefined && !isDmpScenario(wanted))
      return bytesResponse(
        400,
        { 'content-type': 'text/plain; charset=utf-8' },
        utf8(`X-Sim-Scenario: ${DMP_SCENARIOS.join(' ')}\n`),
      );
    const type = acceptedType(request.headers['content-type']);
    if (!type) {
      draft.checks.push(2);
      return bytesResponse(415, { accept: 'application/soap+xml, multipart/related' }, EMPTY);
    }
    const current = takeScenario(wanted);
    if (current) draft.scenario = current;
    if (current === 'timeout') return { ...bytesResponse(0, {}, EMPTY), hang: true };
    if (current === 'reset-during-request') {
      await readHalf(request);
      return { ...bytesResponse(0, {}, EMPTY), resetAfter: 0 };
    }
    if (current === 'http-503')
      return bytesResponse(
        503,
        { 'content-type': 'text/html; charset=utf-8', 'retry-after': '5' },
        utf8(UNAVAILABLE_PAGE),
      );

    const call: CallState = { endpoint, shape: undefined, relatesTo: undefined, body: undefined, kept: false };
    let response: DmpHttpResponse;
    try {
      const body = await receiveBody(request.body, type, spool, {
        partBytes: options.maxDocumentBytes ?? 1024 ** 3,
        totalBytes: 2 * (options.maxDocumentBytes ?? 1024 ** 3),
      });
      call.body = body;
      draft.requestBytes = body.bytes;
      options.onMessage?.({ direction: 'received', endpoint, envelope: body.envelope });
      const done = await process(request, call, body, current, draft);
      const action = call.shape?.replyAction ?? '';
      const envelope = writeReply({ action, messageId: uuidUrn(uuid()), relatesTo: call.relatesTo }, done.payload);
      response = respond(call, 200, envelope, action, done, current);
    } catch (error) {
      if (!(error instanceof DmpRefused)) throw error;
      response = fault(call, error, current, draft);
    } finally {
      if (!call.kept) await call.body?.discard();
    }
    return bend(response, current);
  }

  /** Delivery under a scenario. */
  function bend(response: DmpHttpResponse, current: DmpScenarioName | undefined): DmpHttpResponse {
    switch (current) {
      case 'slow-answer':
        return { ...response, delayMs: slowMs };
      case 'slow-body':
        return { ...response, slow: { pieces: 10, pauseMs: slowMs / 10 } };
      case 'timeout-after-acceptance':
        return { ...response, hang: true };
      case 'reset-during-answer':
        return { ...response, resetAfter: 0.5 };
      default:
        return response;
    }
  }

  return {
    core,
    log: log.entries,
    get level() {
      return core.level;
    },
    setLevel: (level) => core.setLevel(level),
    async handle(request) {
      const draft: DmpLogDraft = { errorCodes: [], reasons: [], checks: [], warnings: [] };
      let response: DmpHttpResponse;
      try {
        response = await answer(request, draft);
      } catch {
        // A fault of ours must still be an HTTP answer, and must not tell what was in the request.
        draft.checks.push(0);
        draft.faultCode = 'sim_internal';
        response = bytesResponse(500, { 'content-type': 'text/plain; charset=utf-8' }, utf8('sim_internal\n'));
      }
      const headers = {
        ...response.headers,
        ...(draft.checks.length > 0 ? { 'x-sim-check': draft.checks.join(' ') } : {}),
        ...(draft.reasons.length > 0 ? { 'x-sim-reason': [...new Set(draft.reasons)].join(' ').slice(0, 2000) } : {}),
        ...(draft.warnings.length > 0
          ? { 'x-sim-warning': [...new Set(draft.warnings)].join(' ').slice(0, 2000) }
          : {}),
      };
      log.add({
        at: clock().toISOString(),
        service: 'dmp',
        requestBytes: 0,
        ...draft,
        status: response.hang || response.resetAfter !== undefined ? 0 : response.status,
        responseBytes: response.length,
      });
      return { ...response, headers };
    },
    setScenario(next, { times = Number.POSITIVE_INFINITY } = {}) {
      scenario = next;
      scenarioLeft = times;
    },
    async reset({ records = false } = {}) {
      log.clear();
      assertionsSeen.clear();
      messagesSeen.clear();
      scenario = options.scenario;
      scenarioLeft = Number.POSITIVE_INFINITY;
      if (!records) return;
      const files = filesOf(core);
      core.restore(createDmpCore(coreOptions).snapshot());
      state?.restart();
      const kept = filesOf(core);
      for (const ref of files) if (!kept.has(ref)) await spool.remove(ref);
    },
    async close() {
      state?.close();
      await spool.close();
    },
  };
}

function unreadable(why: string): DmpRefused {
  return new DmpRefused([
    {
      check: 2,
      kind: 'fault',
      code: FAULT.request,
      reason: 'soap.xml',
      context: `[SIM] enveloppe illisible : ${why}`,
      from: 'lenient',
    },
  ]);
}
