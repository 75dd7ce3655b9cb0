import type { Finding } from '@socle-sante/core/finding';
import type { RandomBytes } from '@socle-sante/core/uuid';
import type { WireRequest, WireResponse } from '@socle-sante/wire/http';
import type { DmpTransaction } from '../access.js';
import type { DmpSoftware, DmpWireOptions } from '../client/options.js';
import type { DmpEnvironment } from '../environments.js';

/** Everything that surrounds the body of one call. Made anew for each call: neither MessageID nor assertion may serve twice. */
export interface DmpCallContext {
  readonly environment: DmpEnvironment;
  readonly software: DmpSoftware;
  /** `urn:uuid:` and a version 4 UUID. */
  readonly messageId: string;
  /** The signed `saml2:Assertion`, serialised. Written unchanged: one more space would break its digest. */
  readonly assertion: string;
  readonly at: Date;
  /** For identifiers inside the message. */
  readonly random: RandomBytes;
  readonly wire?: DmpWireOptions;
}

/** What an answer is held against. */
export interface DmpAnswerContext {
  /** MessageID of the request: an answer that relates to another message is refused. */
  readonly messageId?: string;
  readonly wire?: DmpWireOptions;
}

/** One transaction in three steps that can be used alone: log, queue, sign or replay between them. It knows nothing of sockets. */
export interface DmpOperation<In, Out> {
  readonly transaction: DmpTransaction;
  /** WS-Addressing Action of the request. */
  readonly action: string;
  /** True when a second sending changes nothing more than the first. */
  readonly repeatable: boolean;
  /** Checks the input; never throws. */
  validate(input: In): readonly Finding[];
  /** @throws DmpInputError `dmp.input.request` when {@link validate} finds an error. */
  encode(input: In, context: DmpCallContext): WireRequest;
  /** @throws DmpRefusedError, DmpConfigError, DmpUnavailableError, DmpProtocolError. */
  decode(response: WireResponse, context?: DmpAnswerContext): Out;
}
