/** HTTP transport with mutual TLS, and the layers around it. Node only. */
export {
  type TimeoutPhase,
  type WireUnreachableCode,
  WireUnreachableError,
  type WireUnreachableInit,
} from './errors/unreachable-error.js';
export { compose } from './http/compose.js';
export type { CallContext, Exchange, HttpExchange, Layer, WireRequest, WireResponse } from './http/types.js';
