import type { Exchange, Layer } from './types.js';

/** Wraps a transport in layers, the first one outermost: `compose(exchange, withObserver(…), withRetry(…))`. */
export function compose(exchange: Exchange, ...layers: readonly Layer[]): Exchange {
  return layers.reduceRight<Exchange>((next, layer) => layer(next), exchange);
}
