import { SocleArgumentError } from '@socle-sante/core/error';
import { type RandomBytes, uuidV4 } from '@socle-sante/core/uuid';
import * as z from 'zod/mini';
import {
  CONTRACT_HEADER,
  contract,
  type EnvironmentView,
  IDEMPOTENCY_HEADER,
  isContractCompatible,
  type OperationId,
  type OperationOutput,
  operationIds,
} from '../contract.js';
import { createConsultations } from './consultations.js';
import { createContext, type Operation, type OperationContext } from './context.js';
import { createQueue } from './deposit/queue.js';
import { createDocumentCache } from './document-cache.js';
import { toFailure } from './error-map.js';
import { createEventBus } from './event-bus.js';
import { Failure, fail } from './failure.js';
import { createHealthTracker } from './health.js';
import { once } from './idempotency.js';
import { listen } from './listen.js';
import { readForm } from './multipart.js';
import { openApiDocument } from './openapi.js';
import { useWebTicket } from './operations/dmp-access.js';
import { operations } from './operations/table.js';
import type { GatewayOptions } from './options.js';
import { checkOrigin } from './origin.js';
import { envelope, failed, faultOf } from './outcome.js';
import { createRateLimiter } from './rate.js';
import { MAX_DOCUMENT, readJson } from './read-request.js';
import { csv, errorResponse, file, json, redirect } from './respond.js';
import { searchStream } from './run-stream.js';
import { createSealer } from './sealer.js';
import type { Session } from './session.js';
import type { GatewayState } from './state.js';

/** A mounted gateway: give it every request under its base path. */
export type Gateway = (request: Request) => Promise<Response>;

/**
 * Makes the handlers of the contract over the vendor's ports and services. Uses nothing but `Request`, `Response` and
 * streams: it runs in Node, Deno, Bun, and in a page.
 *
 * @throws SocleArgumentError without an `authorize` function: nothing is allowed by default.
 */
export function createGateway(options: GatewayOptions): Gateway {
  if (typeof options.authorize !== 'function') {
    throw new SocleArgumentError({
      code: 'gateway.authorize',
      service: 'gateway',
      message: 'createGateway needs an `authorize` function: every operation is denied without one.',
    });
  }
  const basePath = (options.basePath ?? '/socle').replace(/\/+$/, '');
  const now = options.clock ?? (() => new Date());
  const newId = () => uuidV4(options.random);
  const kinds = options.environment.services.map(({ kind }) => kind);
  const environment: EnvironmentView = {
    ...options.environment,
    mixed: options.environment.mixed ?? new Set(kinds).size > 1,
  };
  const rateOf = (max: number | undefined) => createRateLimiter(max, 60_000, () => now().getTime());
  const rate = rateOf(options.limits?.insiPerMinute);
  const dmpRate = rateOf(options.limits?.dmpPerMinute);
  const random: RandomBytes = options.random ?? ((length) => crypto.getRandomValues(new Uint8Array(length)));
  const health = createHealthTracker(now);
  const events = createEventBus(newId());
  const state: GatewayState = {
    sealer: createSealer(options.handleKey, random),
    events,
    consultations: createConsultations(),
    documents: createDocumentCache(now),
    queue: createQueue({ options, health, events, now, newId }),
  };
  const shared = {
    options,
    environment,
    health,
    now,
    newId,
    takeInsiCall: rate.take,
    takeDmpCall: dmpRate.take,
    state,
    random,
  };
  const routes = new Map(operationIds.map((id) => [`${basePath}/v1${contract[id].path}`, id]));

  // What waited when the process ended goes on.
  state.queue.wake();

  return async (request) => {
    const reference = newId();
    try {
      const { pathname } = new URL(request.url);
      if (pathname === `${basePath}/openapi.json` && request.method === 'GET')
        return json(200, openApiDocument(basePath));
      const id = routes.get(pathname);
      if (id === undefined) throw new Failure(fail('gateway.method').error, 404);
      if (request.method !== contract[id].method) throw fail('gateway.method');
      if (!isContractCompatible(request.headers.get(CONTRACT_HEADER))) throw fail('gateway.contract');
      checkOrigin(request, contract[id].effect, options);
      const session = await resolveSession(request, options, now());
      return await call(id, createContext(shared, { operation: id, session, request, reference }));
    } catch (thrown) {
      const failure = toFailure(thrown, { reference });
      if (failure.error.code === 'gateway.internal') options.onFault?.(faultOf(thrown, { operation: '', reference }));
      return errorResponse(failure.error, failure.status);
    }
  };
}

async function resolveSession(request: Request, options: GatewayOptions, now: Date): Promise<Session> {
  const session = await options.ports.users.resolve(request);
  if (!session) throw fail('gateway.expired');
  if (session.expiresAt !== undefined && Date.parse(session.expiresAt) <= now.getTime()) throw fail('gateway.expired');
  return session;
}

async function call(id: OperationId, given: OperationContext): Promise<Response> {
  const operation = contract[id];
  const { body, context } = await readInput(id, given);
  const { request } = context;
  const input = z.safeParse(operation.input, body);
  if (!input.success) throw fail('gateway.badRequest', { fields: fieldsOf(input.error.issues) });
  const patientRef = refOf(input.data);
  if (patientRef !== undefined) context.trace.patientRef = patientRef;
  const decision = await context.authorize({ operation: id, ...(patientRef === undefined ? {} : { patientRef }) });
  if (!decision.allowed) {
    await context.audit('denied', { kind: 'access.denied', code: 'gateway.forbidden' });
    throw fail('gateway.forbidden', { reason: decision.reason ?? 'profile' });
  }
  if (!operation.idempotent) return perform(id, input.data, context);
  const key = request.headers.get(IDEMPOTENCY_HEADER);
  const scope = { key, userRef: context.session.userRef, operation: id, body: input.data };
  return once(context.ports.transient, scope, () => perform(id, input.data, context));
}

/** The input of an operation: the query of a `GET`, JSON, or a form with a file. */
async function readInput(
  id: OperationId,
  context: OperationContext,
): Promise<{ readonly body: Record<string, unknown>; readonly context: OperationContext }> {
  const { method, request: kind } = contract[id];
  const { request, options } = context;
  if (method === 'GET') return { body: Object.fromEntries(new URL(request.url).searchParams), context };
  const type = request.headers.get('content-type')?.toLowerCase() ?? '';
  if (kind === 'json' || type.startsWith('application/json')) {
    return { body: await readJson(request, options.limits?.maxBodyBytes), context };
  }
  if (!type.startsWith('multipart/form-data')) throw fail('gateway.mediaType');
  const form = await readForm(request, options.limits?.maxDocumentBytes ?? MAX_DOCUMENT, options.limits?.maxBodyBytes);
  return { body: form.input, context: form.file === undefined ? context : withFile(context, form.file) };
}

/** The same context, and the file of the request: its trace and its meta are shared. */
function withFile(context: OperationContext, file: NonNullable<OperationContext['file']>): OperationContext {
  return Object.assign(context, { file });
}

async function perform(id: OperationId, input: unknown, context: OperationContext): Promise<Response> {
  try {
    if (id === 'ins.search') return await searchStream(input as Parameters<typeof searchStream>[0], context);
    if (id === 'events') return listen(context);
    if (id === 'dmp.webAccess.open') {
      const url = await useWebTicket(context, (input as { readonly ticket: string }).ticket);
      await context.audit('success');
      return redirect(url);
    }
    // The table and the contract have the same keys: the input was checked against the schema of this very operation.
    const output = await (operations[id] as Operation<OperationId>)(input as never, context);
    const { response, status } = contract[id];
    const answer =
      response === 'json' || response === 'stream' ? envelope(contract[id].output, output, context) : undefined;
    await context.audit('success');
    if (answer) return json(status, answer);
    if (response === 'csv') return csv(String(output), `journal-${context.at().slice(0, 10)}.csv`);
    const { bytes, mediaType, fileName = 'document' } = output as OperationOutput<'dmp.document.bytes'>;
    return file(bytes as Uint8Array<ArrayBuffer>, mediaType, fileName);
  } catch (thrown) {
    const failure = await failed(thrown, context);
    return errorResponse(failure.error, failure.status);
  }
}

/** Field → rule, without any value. */
function fieldsOf(
  issues: readonly { readonly path?: PropertyKey[]; readonly code?: string }[],
): Record<string, string> {
  return Object.fromEntries(
    issues.slice(0, 20).map(({ path = [], code = 'custom' }) => [path.map(String).join('.').slice(0, 120), code]),
  );
}

function refOf(input: unknown): string | undefined {
  const ref = typeof input === 'object' && input !== null ? Reflect.get(input, 'patientRef') : undefined;
  return typeof ref === 'string' ? ref : undefined;
}
