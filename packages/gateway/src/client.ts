// The browser client of the gateway: ky behind one factory, every answer validated.

import { type Call, createCaller } from './client/caller.js';
import type { GatewayClient, GatewayClientOptions } from './client/types.js';

export { GatewayError, isGatewayError } from './client/error.js';
export type {
  CallOptions,
  ClientExchange,
  GatewayClient,
  GatewayClientOptions,
  SearchOptions,
  WriteOptions,
} from './client/types.js';

/**
 * Makes the client of a gateway mounted at `baseUrl`. Reads are sent again twice on network errors and 502–504; writes
 * are sent once, with an idempotency key. Nothing is kept between calls.
 */
export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const call: Call = createCaller(options);
  return {
    session: {
      get: (options) => call('session.get', {}, options),
      capabilities: (options) => call('session.capabilities', {}, options),
    },
    environment: { get: (options) => call('environment.get', {}, options) },
    status: { get: (options) => call('status.get', {}, options) },
    identity: {
      get: (input, options) => call('identity.get', input, options),
      search: (input, options) => call('identity.search', input, options),
      save: (input, options) => call('identity.save', input, options),
      transition: (input, options) => call('identity.transition', input, options),
      history: (input, options) => call('identity.history', input, options),
      duplicates: (input = {}, options = {}) => call('identity.duplicates', input, options),
    },
    ins: {
      search: (input, options) => call('ins.search', input, options),
      searchVitale: (input, options) => call('ins.searchVitale', input, options),
      accept: (input, options) => call('ins.accept', input, options),
      verify: (input, options) => call('ins.verify', input, options),
      verifyList: (input = {}, options = {}) => call('ins.verifyList', input, options),
      datamatrix: {
        decode: (input, options) => call('ins.datamatrix.decode', input, options),
        get: (input, options) => call('ins.datamatrix.get', input, options),
      },
      matricule: { view: (input, options) => call('ins.matricule.view', input, options) },
      vitale: { read: (options) => call('ins.vitale.read', {}, options) },
    },
    audit: {
      list: (input = {}, options = {}) => call('audit.list', input, options),
      export: (input = {}, options = {}) => call('audit.export', input, options),
    },
  };
}
