// The client of INSi: joins the operations, the authentication and the transport.

import type { Finding } from '@socle-sante/core';
import { createEngine, prepared } from './client/engine.js';
import type { InsiAuthentication, InsiClientOptions } from './client/options.js';
import type { InsiSearchResult } from './client/results.js';
import {
  type CallOnceInput,
  type CallOnceResult,
  callOnce,
  type SearchByTraitsInput,
  searchByTraits,
} from './client/search-traits.js';
import { createVitaleSearcher, type SearchByVitaleInput } from './client/search-vitale.js';
import type { InsiEnvironment } from './environments.js';
import { createVerifier, type InsVerifier } from './verification/verifier.js';
import type { VitaleCard } from './vitale/card.js';

/**
 * A client of the INSi teleservice. Every method rejects with one of the `Insi…Error` classes, and with nothing else but what
 * your own callbacks (`onAudit`, `onAttempt`) throw.
 */
export interface InsiClient extends InsVerifier {
  readonly environment: InsiEnvironment;
  readonly production: boolean;
  /** WS_INS2 with the sequence of prénoms: at most 6 calls, one after the other (`rechercherInsAvecTraitsIdentite`). */
  searchByTraits(input: SearchByTraitsInput): Promise<InsiSearchResult>;
  /** One single call of WS_INS2. */
  callOnce(input: CallOnceInput): Promise<CallOnceResult>;
  /** WS_INS1 (`rechercherInsAvecCarteVitale`). */
  searchByVitale(input: SearchByVitaleInput): Promise<InsiSearchResult>;
  /** Reads the carte Vitale, to choose the beneficiary. */
  readVitale(input?: { readonly signal?: AbortSignal }): Promise<VitaleCard>;
  /** What is wrong, or soon will be, with the certificate or the card, before any call. */
  preflight(): Promise<readonly Finding[]>;
  /** The same client under another certificate or card: one installation, several structures. To be closed too. */
  withAuthentication(authentication: InsiAuthentication): InsiClient;
  /** Ends the connections. */
  close(): Promise<void>;
}

/**
 * Makes a client. Nothing is sent, no file is read until the first call.
 *
 * @throws InsiConfigError `insi.config.software`, `insi.config.testOid`; InsiInputError `insi.input.options`;
 * InsiUnsupportedError `insi.experimental.psc`.
 */
export function createInsiClient(options: InsiClientOptions): InsiClient {
  const engine = createEngine(options);
  const vitale = createVitaleSearcher(engine);
  const verifier = createVerifier(engine, options.verificationCodec);
  return {
    ...verifier,
    environment: engine.environment,
    production: engine.production,
    searchByTraits: (input) => searchByTraits(engine, input),
    callOnce: (input) => callOnce(engine, input),
    searchByVitale: (input) => vitale.search(input),
    readVitale: (input = {}) => vitale.read(input.signal),
    preflight: () => prepared(() => engine.authenticator.preflight()),
    withAuthentication: (authentication) => createInsiClient({ ...options, authentication }),
    close: () => engine.close(),
  };
}
