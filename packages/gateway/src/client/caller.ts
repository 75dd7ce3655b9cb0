import { uuidV4 } from '@socle-sante/core/uuid';
import * as z from 'zod/mini';
import { failure, meta as metaSchema } from '../contract/envelope.js';
import type { UiError } from '../contract/error.js';
import { type InsAttempt, insAttempt } from '../contract/ins.js';
import { contract, type OperationId, type OperationInput, type OperationOutput } from '../contract/operations.js';
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
import type { ClientExchange, GatewayClientOptions, SearchOptions, WriteOptions } from './types.js';

const MAX_ANSWER = 16 * 1024 * 1024;
const MAX_EVENT = 512 * 1024;
const answer = z.object({ data: z.unknown(), meta: metaSchema });

/** Calls one operation of the contract and gives its data, validated. */
export type Call = <Id extends OperationId>(
  id: Id,
  input: OperationInput<Id>,
  options?: WriteOptions & SearchOptions,
) => Promise<OperationOutput<Id>>;

/** Joins the contract and the sender: envelopes, streams, errors. */
export function createCaller(options: GatewayClientOptions): Call {
  const send = createSender(options.fetch, options.retryDelay);
  const timeoutMs = options.timeout ?? 30_000;
  const now = options.now ?? (() => performance.now());
  const newKey = options.newKey ?? (() => uuidV4());

  async function exchange<Id extends OperationId>(
    id: Id,
    input: OperationInput<Id>,
    call: WriteOptions & SearchOptions,
    seen: { status?: number; messageId?: string },
  ): Promise<OperationOutput<Id>> {
    const operation = contract[id];
    const response = await send({
      url: operationUrl(options.baseUrl, operation.path),
      method: operation.method,
      headers: {
        [CONTRACT_HEADER]: CONTRACT_VERSION,
        [REQUEST_HEADER]: '1',
        accept: operation.response === 'stream' ? 'text/event-stream, application/json' : 'application/json, text/csv',
        ...(operation.method === 'POST' ? { 'content-type': 'application/json' } : {}),
        ...(operation.idempotent ? { [IDEMPOTENCY_HEADER]: call.idempotencyKey ?? newKey() } : {}),
      },
      ...(operation.method === 'POST' ? { body: JSON.stringify(input) } : {}),
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

  return async (id, input, call = {}) => {
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
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer('timeout')), timeoutMs);
  });
  let text = '';
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([
        reader.read().catch(() => Promise.reject(new NoAnswer('network'))),
        late,
      ]);
      if (done) return text + decoder.decode();
      total += value.byteLength;
      if (total > MAX_ANSWER) throw contractError(response.status);
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    clearTimeout(timer);
    await reader.cancel().catch(() => undefined);
  }
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
