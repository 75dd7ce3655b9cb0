import { uuidV4 } from '@socle-sante/core/uuid';
import * as z from 'zod/mini';
import { failure, meta as metaSchema } from '../contract/envelope.js';
import type { UiError } from '../contract/error.js';
import { type InsAttempt, insAttempt } from '../contract/ins.js';
import { contract, type OperationId, type OperationInput, type OperationOutput } from '../contract/operations.js';
import { gatewayEvent } from '../contract/submission.js';
import {
  CONTRACT_HEADER,
  CONTRACT_VERSION,
  IDEMPOTENCY_HEADER,
  isContractCompatible,
  REQUEST_HEADER,
} from '../contract/version.js';
import { GatewayError, isGatewayError } from './error.js';
import { createSender, NoAnswer } from './http.js';
import { readEvents, StreamProblem } from './sse-reader.js';
import type {
  ClientExchange,
  DeriveOptions,
  EventsOptions,
  GatewayClientOptions,
  SearchOptions,
  WriteOptions,
} from './types.js';

const MAX_ANSWER = 16 * 1024 * 1024;
const MAX_EVENT = 512 * 1024;
/** Octets of a file that the page may hold. */
const MAX_FILE = 512 * 1024 * 1024;
const answer = z.object({ data: z.unknown(), meta: metaSchema });

type AnyOptions = WriteOptions & SearchOptions & DeriveOptions;

/** Calls one operation of the contract and gives its data, validated. */
export type Call = <Id extends OperationId>(
  id: Id,
  input: OperationInput<Id>,
  options?: AnyOptions,
) => Promise<OperationOutput<Id>>;

/** What the client is made of. */
export interface Caller {
  readonly call: Call;
  /** Listens to the stream of events until it ends. */
  listen(options: EventsOptions): Promise<void>;
  /** Absolute address of an operation that the browser itself opens. */
  urlOf(id: OperationId, query: Readonly<Record<string, string>>): string;
}

/** Joins the contract and the sender: envelopes, streams, errors. */
export function createCaller(options: GatewayClientOptions): Caller {
  const send = createSender(options.fetch, options.retryDelay);
  const timeoutMs = options.timeout ?? 30_000;
  const now = options.now ?? (() => performance.now());
  const newKey = options.newKey ?? (() => uuidV4());

  async function exchange<Id extends OperationId>(
    id: Id,
    input: OperationInput<Id>,
    call: AnyOptions,
    seen: { status?: number; messageId?: string },
  ): Promise<OperationOutput<Id>> {
    const operation = contract[id];
    const response = await send({
      url: operationUrl(options.baseUrl, operation.path),
      method: operation.method,
      headers: {
        [CONTRACT_HEADER]: CONTRACT_VERSION,
        [REQUEST_HEADER]: '1',
        accept: accepts[operation.response],
        ...(operation.method === 'POST' && operation.request === 'json' ? { 'content-type': 'application/json' } : {}),
        ...(operation.idempotent ? { [IDEMPOTENCY_HEADER]: call.idempotencyKey ?? newKey() } : {}),
      },
      ...(operation.method === 'POST' ? { body: bodyOf(operation.request, input, call.file) } : {}),
      repeatable: operation.effect === 'read',
      timeoutMs,
      ...(call.signal ? { signal: call.signal } : {}),
    });
    seen.status = response.status;
    if (!isContractCompatible(response.headers.get(CONTRACT_HEADER))) throw contractError(response.status);
    const kind = response.headers.get('content-type') ?? '';
    if (response.ok && operation.response === 'csv' && kind.startsWith('text/csv')) {
      return (await readText(response, timeoutMs)) as OperationOutput<Id>;
    }
    if (response.ok && operation.response === 'stream' && kind.startsWith('text/event-stream')) {
      return await readStream(id, response, call, seen);
    }
    if (response.ok && operation.response === 'bytes' && response.headers.has('content-disposition')) {
      const bytes = await readBytes(response, { timeoutMs, maxBytes: MAX_FILE, eachPiece: true });
      return { bytes, mediaType: kind.split(';')[0] ?? '', ...fileNameOf(response) } as OperationOutput<Id>;
    }
    const body = kind.startsWith('application/json') ? parseJson(await readText(response, timeoutMs)) : undefined;
    return readAnswer(id, body, response, call, seen);
  }

  function readAnswer<Id extends OperationId>(
    id: Id,
    body: unknown,
    response: { readonly ok: boolean; readonly status: number; readonly headers?: Headers },
    call: SearchOptions,
    seen: { messageId?: string },
  ): OperationOutput<Id> {
    const failed = z.safeParse(failure, body);
    if (failed.success) throw new GatewayError(failed.data.error, response.status);
    if (!response.ok) throw statusError(response.status, response.headers?.get('retry-after') ?? null);
    const envelope = z.safeParse(answer, body);
    const data = envelope.success ? z.safeParse(contract[id].output, envelope.data.data) : undefined;
    if (!envelope.success || !data?.success) throw contractError(response.status);
    if (envelope.data.meta.messageId !== undefined) seen.messageId = envelope.data.meta.messageId;
    call.onMeta?.(envelope.data.meta);
    return data.data as OperationOutput<Id>;
  }

  async function readStream<Id extends OperationId>(
    id: Id,
    response: Response,
    call: SearchOptions,
    seen: { messageId?: string },
  ): Promise<OperationOutput<Id>> {
    if (!response.body) throw contractError(response.status);
    const { signal } = call;
    const limits = { maxEvent: MAX_EVENT, maxTotal: MAX_ANSWER, idleMs: timeoutMs, ...(signal ? { signal } : {}) };
    for await (const event of readEvents(response.body, limits)) {
      if (signal?.aborted) throw signal.reason;
      if (event.event === 'attempt') {
        const attempt = z.safeParse(insAttempt, parseJson(event.data));
        if (!attempt.success) throw contractError(response.status);
        call.onAttempt?.(attempt.data as InsAttempt);
      } else if (event.event === 'result' || event.event === 'error') {
        return readAnswer(id, parseJson(event.data), { ok: true, status: response.status }, call, seen);
      }
    }
    throw new NoAnswer('network');
  }

  const call: Call = async (id, input, call = {}) => {
    const start = now();
    const seen: { status?: number; messageId?: string } = {};
    const report = (outcome: ClientExchange['outcome'], error?: UiError) =>
      options.onExchange?.({
        operation: id,
        outcome,
        elapsedMs: now() - start,
        ...(seen.status === undefined ? {} : { status: seen.status }),
        ...(error === undefined ? {} : { code: error.code }),
        ...((error?.messageId ?? seen.messageId) === undefined
          ? {}
          : { messageId: error?.messageId ?? seen.messageId }),
      });
    try {
      if (call.signal?.aborted) throw call.signal.reason;
      const data = await exchange(id, input, call, seen);
      report('success');
      return data;
    } catch (thrown) {
      if (call.signal?.aborted) {
        report('aborted');
        throw call.signal.reason;
      }
      const error = toGatewayError(thrown);
      if (error === undefined) throw thrown;
      report('error', error.error);
      throw error;
    }
  };

  async function listen(events: EventsOptions): Promise<void> {
    const { signal } = events;
    try {
      const response = await send({
        url: operationUrl(options.baseUrl, contract.events.path),
        method: 'GET',
        headers: {
          [CONTRACT_HEADER]: CONTRACT_VERSION,
          [REQUEST_HEADER]: '1',
          accept: accepts.events,
          ...(events.lastEventId === undefined ? {} : { 'Last-Event-ID': events.lastEventId }),
        },
        repeatable: false,
        timeoutMs,
        ...(signal ? { signal } : {}),
      });
      const kind = response.headers.get('content-type') ?? '';
      if (!response.ok || !response.body || !kind.startsWith('text/event-stream')) {
        const body = kind.startsWith('application/json') ? parseJson(await readText(response, timeoutMs)) : undefined;
        const failed = z.safeParse(failure, body);
        if (failed.success) throw new GatewayError(failed.data.error, response.status);
        throw statusError(response.status, response.headers.get('retry-after'));
      }
      events.onOpen?.();
      const limits = { maxEvent: MAX_EVENT, idleMs: Math.max(timeoutMs, 45_000), ...(signal ? { signal } : {}) };
      for await (const event of readEvents(response.body, { ...limits, maxTotal: Number.POSITIVE_INFINITY })) {
        if (signal?.aborted) throw signal.reason;
        if (event.id !== undefined) events.onEventId?.(event.id);
        const known = z.safeParse(gatewayEvent, parseJson(event.data));
        // A minor version may add kinds of events: those that are not known are left out.
        if (known.success) events.onEvent(known.data);
      }
      if (signal?.aborted) throw signal.reason;
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      throw toGatewayError(thrown) ?? thrown;
    }
  }

  return {
    call,
    listen,
    urlOf(id, query) {
      const url = new URL(operationUrl(options.baseUrl, contract[id].path));
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },
  };
}

const accepts = {
  json: 'application/json',
  stream: 'text/event-stream, application/json',
  events: 'text/event-stream, application/json',
  csv: 'application/json, text/csv',
  bytes: 'application/octet-stream, application/json, */*',
  redirect: 'application/json',
} as const;

/** JSON, or a form with the input as JSON and the file beside it. */
function bodyOf(request: 'json' | 'multipart', input: unknown, file: Blob | undefined): string | FormData {
  if (request === 'json') return JSON.stringify(input);
  const form = new FormData();
  form.set('input', new Blob([JSON.stringify(input)], { type: 'application/json' }));
  // The name of the file is the user's: it may name a person, and the server does not need it.
  if (file) form.set('file', file, 'document');
  return form;
}

function fileNameOf(response: Response): { fileName?: string } {
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return name === undefined ? {} : { fileName: name };
}

/** Absolute URL of an operation. Without a page (tests, servers) a relative base needs a replaced `fetch`. */
function operationUrl(baseUrl: string, path: string): string {
  const here = globalThis.location?.href;
  const base = here?.startsWith('http') ? here : 'http://localhost/';
  return new URL(`${baseUrl.replace(/\/+$/, '')}/v1${path}`, base).href;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function readText(response: Response, timeoutMs: number): Promise<string> {
  return new TextDecoder().decode(await readBytes(response, { timeoutMs, maxBytes: MAX_ANSWER, eachPiece: false }));
}

/** The whole body, within a cap; `timeoutMs` is for the whole, or for each piece of a file that may be long. */
async function readBytes(
  response: Response,
  limits: { readonly timeoutMs: number; readonly maxBytes: number; readonly eachPiece: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let total = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp: (late: NoAnswer) => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  late.catch(() => undefined);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp(new NoAnswer('timeout')), limits.timeoutMs);
  };
  wait();
  try {
    for (;;) {
      const { done, value } = await Promise.race([
        reader.read().catch(() => Promise.reject(new NoAnswer('network'))),
        late,
      ]);
      if (done) return joined(pieces, total);
      if (limits.eachPiece) wait();
      total += value.byteLength;
      if (total > limits.maxBytes) throw contractError(response.status);
      pieces.push(value);
    }
  } finally {
    clearTimeout(timer);
    await reader.cancel().catch(() => undefined);
  }
}

function joined(pieces: readonly Uint8Array[], total: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

function local(code: string, retryable: boolean, status?: number, extra: Partial<UiError> = {}): GatewayError {
  const audience = code === 'gateway.contract' ? 'vendor' : 'user';
  return new GatewayError({ code, service: 'gateway', retryable, audience, ...extra }, status);
}

function contractError(status: number): GatewayError {
  return local('gateway.contract', false, status);
}

/** An answer that is not ours: a proxy, a login page, a web server in front. */
function statusError(status: number, retryAfter: string | null): GatewayError {
  const seconds = Number(retryAfter);
  const wait = retryAfter !== null && Number.isFinite(seconds) && seconds >= 0 ? { retryAfterS: seconds } : {};
  if (status === 401) return local('gateway.expired', false, status);
  if (status === 403) return local('gateway.forbidden', false, status);
  if (status === 413) return local('gateway.tooLarge', false, status);
  if (status === 429) return local('gateway.tooMany', true, status, wait);
  if (status >= 502 && status <= 504) return local('gateway.timeout', true, status, wait);
  return contractError(status);
}

function toGatewayError(thrown: unknown): GatewayError | undefined {
  if (isGatewayError(thrown)) return thrown;
  if (thrown instanceof NoAnswer) return local(thrown.why === 'timeout' ? 'gateway.timeout' : 'gateway.offline', true);
  if (thrown instanceof StreamProblem) {
    if (thrown.why === 'bounds') return local('gateway.contract', false);
    return local(thrown.why === 'idle' ? 'gateway.timeout' : 'gateway.offline', true);
  }
  return undefined;
}
