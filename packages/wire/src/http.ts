/** HTTP transport with mutual TLS, and the layers around it. Node only. */
export {
  type TimeoutPhase,
  type WireUnreachableCode,
  WireUnreachableError,
  type WireUnreachableInit,
} from './errors/unreachable-error.js';
export { compose } from './http/compose.js';
export { createHttpExchange, type HttpExchangeOptions } from './http/exchange.js';
export { maskXml } from './http/mask.js';
export { type ExchangeEvent, type ObserverOptions, observeStream, withObserver } from './http/observe.js';
export { type RetryOptions, retryAfterMs, withRetry } from './http/retry.js';
export { streamOver } from './http/stream.js';
export type {
  CallContext,
  Exchange,
  HttpExchange,
  Layer,
  StreamContext,
  StreamExchange,
  StreamedResponse,
  WireRequest,
  WireResponse,
} from './http/types.js';
