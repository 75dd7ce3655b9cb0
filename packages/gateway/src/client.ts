// The browser client of the gateway: ky behind one factory, every answer validated.

import { createCaller } from './client/caller.js';
import type { GatewayClient, GatewayClientOptions } from './client/types.js';

export { GatewayError, isGatewayError } from './client/error.js';
export type {
  CallOptions,
  ClientExchange,
  DeriveOptions,
  EventsOptions,
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
  const { call, listen, urlOf } = createCaller(options);
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
    notices: {
      due: (options) => call('notices.due', {}, options),
      acknowledge: (input, options) => call('notices.acknowledge', input, options),
    },
    dmp: {
      status: (input, options) => call('dmp.status', input, options),
      access: (input, options) => call('dmp.access', input, options),
      authorise: (input, options) => call('dmp.authorise', input, options),
      consent: {
        get: (input, options) => call('dmp.consent.get', input, options),
        set: (input, options) => call('dmp.consent.set', input, options),
      },
      search: (input, options) => call('dmp.search', input, options),
      newCounts: (input, options) => call('dmp.newCounts', input, options),
      document: {
        get: (input, options) => call('dmp.document.get', input, options),
        rendering: (input, options) => call('dmp.document.rendering', input, options),
        bytes: (input, options) => call('dmp.document.bytes', input, options),
        integrate: (input, options) => call('dmp.document.integrate', input, options),
      },
      update: (input, options) => call('dmp.update', input, options),
      authorisations: (input, options) => call('dmp.authorisations', input, options),
      history: (input, options) => call('dmp.history', input, options),
      emergency: {
        open: (input, options) => call('dmp.emergency.open', input, options),
        close: (input, options) => call('dmp.emergency.close', input, options),
      },
      secretConnection: (input, options) => call('dmp.secretConnection', input, options),
      webAccess: (input, options) => call('dmp.webAccess', input, options),
      webAccessUrl: (ticket) => urlOf('dmp.webAccess.open', { ticket }),
    },
    record: {
      documents: (input, options) => call('record.documents', input, options),
      remove: (input, options) => call('record.remove', input, options),
    },
    submission: {
      derive: (input, options) => call('submission.derive', input, options),
      preview: (input, options) => call('submission.preview', input, options),
      create: (input, options) => call('submission.create', input, options),
      get: (input, options) => call('submission.get', input, options),
      list: (input = {}, options = {}) => call('submission.list', input, options),
      replay: (input, options) => call('submission.replay', input, options),
      cancel: (input, options) => call('submission.cancel', input, options),
      hold: (input, options) => call('submission.hold', input, options),
      pause: (input, options) => call('submission.pause', input, options),
    },
    events: (options) => listen(options),
    audit: {
      list: (input = {}, options = {}) => call('audit.list', input, options),
      export: (input = {}, options = {}) => call('audit.export', input, options),
    },
  };
}
