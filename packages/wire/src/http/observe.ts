import { isSocleError } from '@socle-sante/core/error';
import { redact } from '@socle-sante/core/redact';
import { maskXml } from './mask.js';
import type { CallContext, Layer, StreamExchange, WireRequest, WireResponse } from './types.js';

/** One exchange, told without anything personal: no query, no header, no body unless asked for, and then masked. */
export interface ExchangeEvent {
  readonly operation: string;
  readonly method: string;
  /** Without user, query or fragment, redacted. */
  readonly url: string;
  readonly outcome: 'answered' | 'failed';
  readonly status?: number;
  /** Code of the error when `outcome` is `failed`. */
  readonly errorCode?: string;
  readonly messageId?: string;
  /** ISO instant of the call. */
  readonly at: string;
  readonly elapsedMs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** With `includeBodies` only; masked. */
  readonly requestBody?: string;
  readonly responseBody?: string;
}

export interface ObserverOptions {
  /** Adds masked bodies to the events. Default false. */
  readonly includeBodies?: boolean;
  /** Local names of elements and attributes whose values stay readable, beside the technical ones. */
  readonly visible?: readonly string[];
  readonly clock?: () => Date;
  readonly now?: () => number;
}

/** Tells `onExchange` about every exchange, whatever its outcome. An observer that throws changes nothing. */
export function withObserver(onExchange: (event: ExchangeEvent) => void, options: ObserverOptions = {}): Layer {
  const now = options.now ?? (() => performance.now());
  const clock = options.clock ?? (() => new Date());
  return (next) => async (request, context) => {
    const started = now();
    const at = clock().toISOString();
    const tell = (result: { response?: WireResponse; error?: unknown }) => {
      try {
        onExchange(describe(request, context, { at, elapsedMs: now() - started, ...result }, options));
      } catch {
        // An observer is a witness: the exchange goes on without it.
      }
    };
    try {
      const response = await next(request, context);
      tell({ response });
      return response;
    } catch (error) {
      tell({ error });
      throw error;
    }
  };
}

/** The same for large bodies: told once the answer was read, left, or lost. Bodies are never shown. */
export function observeStream(
  exchange: StreamExchange,
  onExchange: (event: ExchangeEvent) => void,
  options: Pick<ObserverOptions, 'clock' | 'now'> = {},
): StreamExchange {
  const now = options.now ?? (() => performance.now());
  const clock = options.clock ?? (() => new Date());
  return async (request, context) => {
    const started = now();
    const at = clock().toISOString();
    let told = false;
    const tell = (result: { status?: number; error?: unknown; received: number }) => {
      if (told) return;
      told = true;
      const { status, error, received } = result;
      const failed = error === undefined ? undefined : isSocleError(error) ? error.code : 'unknown';
      try {
        onExchange({
          operation: request.operation,
          method: request.method,
          url: safeUrl(request.url),
          outcome: failed === undefined ? 'answered' : 'failed',
          ...(status === undefined ? {} : { status }),
          ...(failed === undefined ? {} : { errorCode: failed }),
          ...(context?.messageId === undefined ? {} : { messageId: context.messageId }),
          at,
          elapsedMs: now() - started,
          requestBytes: request.stream?.length ?? request.body?.byteLength ?? 0,
          responseBytes: received,
        });
      } catch {
        // An observer is a witness: the exchange goes on without it.
      }
    };
    try {
      const response = await exchange(request, context);
      const { status } = response;
      const observed = async function* () {
        let received = 0;
        try {
          for await (const chunk of response.body) {
            received += chunk.byteLength;
            yield chunk;
          }
        } catch (error) {
          tell({ status, error, received });
          throw error;
        } finally {
          tell({ status, received });
        }
      };
      let begun = false;
      const body = observed();
      return {
        ...response,
        body: {
          [Symbol.asyncIterator]: () => ({
            next: () => {
              begun = true;
              return body.next();
            },
            return: async () => {
              if (!begun) {
                tell({ status, received: 0 });
                await response.body[Symbol.asyncIterator]().return?.();
              }
              return body.return(undefined);
            },
          }),
        },
      };
    } catch (error) {
      tell({ error, received: 0 });
      throw error;
    }
  };
}

function describe(
  request: WireRequest,
  context: CallContext | undefined,
  result: { at: string; elapsedMs: number; response?: WireResponse; error?: unknown },
  options: ObserverOptions,
): ExchangeEvent {
  const { response, error } = result;
  const errorCode = response === undefined ? (isSocleError(error) ? error.code : 'unknown') : undefined;
  const bodies = options.includeBodies
    ? {
        requestBody: maskXml(request.body ?? new Uint8Array(), options.visible),
        ...(response === undefined ? {} : { responseBody: maskXml(response.body, options.visible) }),
      }
    : {};
  return {
    operation: request.operation,
    method: request.method,
    url: safeUrl(request.url),
    outcome: response === undefined ? 'failed' : 'answered',
    ...(response === undefined ? {} : { status: response.status }),
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(context?.messageId === undefined ? {} : { messageId: context.messageId }),
    at: result.at,
    elapsedMs: result.elapsedMs,
    requestBytes: request.stream?.length ?? request.body?.byteLength ?? 0,
    responseBytes: response?.body.byteLength ?? 0,
    ...bodies,
  };
}

function safeUrl(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, host, pathname } = new URL(url);
  return redact(`${protocol}//${host}${pathname}`);
}
