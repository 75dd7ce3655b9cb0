// One call: authentication, identifiers, transport, errors, trace. Searches and verifications are built on it.

import { type Clock, defaultRandom, hasErrors, isSocleError, type RandomBytes, systemClock } from '@socle-sante/core';
import type { Exchange, WireRequest, WireResponse } from '@socle-sante/wire';
import { compose, createHttpExchange, type HttpExchange, withObserver } from '@socle-sante/wire/http';
import {
  customInsiEnvironment,
  type InsiEnvironment,
  isProductionInsiAddress,
  isProductionInsiEnvironment,
  resolveInsiEnvironment,
} from '../environments.js';
import { InsiConfigError, InsiInputError } from '../insi/errors.js';
import type { InsiAnswerContext } from '../insi/fault.js';
import { type InsiCallContext, newInsiCallContext } from '../insi/request.js';
import { validateLpsSoftware } from '../insi/software.js';
import type { InsiAuditEvent } from './audit.js';
import { type Authenticator, type Credentials, createAuthenticator } from './authenticator.js';
import type { InsiClientOptions } from './options.js';
import { createRateLimiter, type RateLimiter } from './rate-limit.js';
import { defaultSleep } from './retry.js';
import { abortedError, fromPreparation, fromTransport } from './transport-error.js';
import { untilAborted } from './until-aborted.js';

/** What distinguishes one call from another. */
export interface CallSpec<T> {
  readonly operation: string;
  /** Adds what is special to the call: the second assertion, the coverage of the card. */
  readonly prepare?: (credentials: Credentials) => Promise<Partial<Pick<InsiCallContext, 'assertions' | 'couverture'>>>;
  readonly encode: (context: InsiCallContext) => WireRequest;
  readonly decode: (response: WireResponse, context: InsiAnswerContext) => T;
  /** CodeCR or another short word for the trace. */
  readonly codeOf: (value: T) => string;
  /** Values that no error may repeat. Asked once the request is made. */
  readonly sensitive?: () => readonly string[];
  readonly prenom?: string;
  readonly asked?: InsiAnswerContext['asked'];
  readonly operator?: string;
  readonly signal?: AbortSignal;
}

/** How one call ended, with what identifies it. */
export interface CallRecord<T> {
  readonly messageId: string;
  readonly at: string;
  readonly durationMs: number;
  readonly result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };
}

/** What a client is made of. */
export interface Engine {
  readonly options: InsiClientOptions;
  readonly environment: InsiEnvironment;
  readonly production: boolean;
  readonly authenticator: Authenticator;
  readonly clock: Clock;
  readonly random: RandomBytes;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Makes one call. Rejects only when nothing was sent: a wrong configuration, a card to read again, a cancelled signal.
   */
  call<T>(spec: CallSpec<T>): Promise<CallRecord<T>>;
  close(): Promise<void>;
}

/** @throws InsiInputError, InsiConfigError, InsiUnsupportedError for options that cannot work. */
export function createEngine(options: InsiClientOptions): Engine {
  const environment = customInsiEnvironment(resolveInsiEnvironment(options.environment), {});
  const clock = options.clock ?? systemClock;
  const random = options.random ?? defaultRandom;
  const sleep = options.sleep ?? defaultSleep;
  checkSoftware(options);
  const authenticator = createAuthenticator(options.authentication, { environment, clock, random, options });
  // The mode may bring an address of its own.
  const production = isProductionInsiEnvironment(environment) || isProductionInsiAddress(authenticator.url);
  checkOptions(options, authenticator.url, production);
  const limiter: RateLimiter | undefined = options.rateLimit && createRateLimiter(options.rateLimit, { clock, sleep });
  const transport = createTransport(options, authenticator, clock);

  async function call<T>(spec: CallSpec<T>): Promise<CallRecord<T>> {
    const { signal } = spec;
    if (signal?.aborted) throw abortedError(undefined, signal.reason);
    await limiter?.take(signal).catch((error: unknown) => {
      throw signal?.aborted ? abortedError(undefined, error) : error;
    });
    const credentials = await prepared(() => authenticator.credentials(), signal);
    const special = await prepared(async () => spec.prepare?.(credentials), signal);
    const { emetteur, ...sent } = credentials;
    const sender = { url: authenticator.url, software: options.software, emetteur };
    const context = newInsiCallContext(sender, { clock, random }, { ...sent, ...special });
    const request = await prepared(async () => spec.encode(context), signal);
    const exchange = await prepared(() => transport.open(), signal);
    if (signal?.aborted) throw abortedError(undefined, signal.reason);
    const { messageId } = context;
    let httpStatus: number | undefined;
    let result: CallRecord<T>['result'];
    try {
      const response = await exchange(request, {
        messageId,
        timeoutMs: options.timeoutMs ?? 30_000,
        ...(signal ? { signal } : {}),
      });
      httpStatus = response.status;
      const value = spec.decode(response, {
        messageId,
        production,
        at: clock(),
        sensitive: spec.sensitive?.() ?? [],
        ...(spec.prenom === undefined ? {} : { prenom: spec.prenom }),
        ...(spec.asked ? { asked: spec.asked } : {}),
      });
      result = { ok: true, value };
    } catch (error) {
      result = { ok: false, error: signal?.aborted ? abortedError(messageId, error) : fromTransport(error, messageId) };
    }
    const record = {
      messageId,
      at: context.at.toISOString(),
      durationMs: Math.max(0, clock().getTime() - context.at.getTime()),
      result,
    };
    await options.onAudit?.(auditEvent(spec, record, { environment, authenticator, httpStatus }));
    return record;
  }

  return { options, environment, production, authenticator, clock, random, sleep, call, close: transport.close };
}

/**
 * What fails before anything is sent is an error of this package too: a card that was taken out, a header not obtained. What
 * fails because the caller gave up is a cancellation, whatever a card reader makes of it.
 */
export async function prepared<T>(make: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await untilAborted(make(), signal);
  } catch (error) {
    throw signal?.aborted ? abortedError(undefined, error) : fromPreparation(error);
  }
}

function auditEvent<T>(
  spec: CallSpec<T>,
  record: CallRecord<T>,
  about: { environment: InsiEnvironment; authenticator: Authenticator; httpStatus: number | undefined },
): InsiAuditEvent {
  const { result, messageId, at, durationMs } = record;
  const failure = result.ok ? undefined : result.error;
  const code = result.ok
    ? spec.codeOf(result.value)
    : isSocleError(failure)
      ? (failure.officialCode ?? failure.code)
      : 'unknown';
  return {
    kind: 'insi.call',
    messageId,
    at,
    operation: spec.operation,
    environment: about.environment.name,
    trigger: about.authenticator.trigger,
    ...(spec.operator === undefined ? {} : { operator: spec.operator }),
    code,
    outcome: result.ok ? 'answered' : 'failed',
    ...(about.httpStatus === undefined ? {} : { httpStatus: about.httpStatus }),
    durationMs,
  };
}

function createTransport(options: InsiClientOptions, authenticator: Authenticator, clock: Clock) {
  let http: HttpExchange | undefined;
  const observe = options.onExchange ? [withObserver(options.onExchange, { clock })] : [];
  return {
    async open(): Promise<Exchange> {
      if (options.exchange) return compose(options.exchange, ...observe);
      if (!http) {
        const identity = await authenticator.identity();
        http ??= createHttpExchange({
          tls: { ca: [], ...options.tls, ...(identity ? { identity } : {}) },
          ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
          maxResponseBytes: 1_048_576,
          clock,
        });
      }
      return compose(http, ...observe);
    },
    async close(): Promise<void> {
      const open = http;
      http = undefined;
      await open?.close();
    },
  };
}

function checkSoftware(options: InsiClientOptions): void {
  const findings = validateLpsSoftware(options.software);
  if (hasErrors(findings)) {
    throw new InsiConfigError({
      code: 'insi.config.software',
      origin: 'argument',
      message: 'The software block (IDAM, version, instance, name) is not complete: see findings.',
      audience: 'vendor',
      findings,
    });
  }
}

function checkOptions(options: InsiClientOptions, url: string, production: boolean): void {
  if (!options.exchange && !isProtected(url)) {
    throw new InsiInputError({
      code: 'insi.input.options',
      message: 'The address of INSi must be https: the traits and the INS would travel in clear.',
      audience: 'vendor',
    });
  }
  if (!options.tls && !options.exchange) {
    throw new InsiInputError({
      code: 'insi.input.options',
      message: 'Give tls.ca (the authorities of the server certificate), or a custom exchange.',
      audience: 'vendor',
    });
  }
  if (options.testOidMapping !== undefined && production) {
    throw new InsiConfigError({
      code: 'insi.config.testOid',
      origin: 'argument',
      message: 'testOidMapping is forbidden in production: a real person would get a test OID.',
      audience: 'vendor',
    });
  }
}

/** TLS, or a relay on this very machine. */
function isProtected(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
