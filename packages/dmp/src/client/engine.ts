// One call: guards, assertion, identifiers, transport, errors, repetition. The methods of the client are built on it.

import { isSocleError } from '@socle-sante/core/error';
import type { InsIdentifier } from '@socle-sante/core/ins-identifier';
import { canTransmitIns, type IdentityState } from '@socle-sante/core/rniv';
import { type Clock, systemClock } from '@socle-sante/core/time';
import type { TraitsIns } from '@socle-sante/core/traits';
import { defaultRandom, type RandomBytes, uuidV4 } from '@socle-sante/core/uuid';
import type { StreamedResponse, WireRequest, WireResponse } from '@socle-sante/wire/http';
import { collectChunks } from '@socle-sante/wire/multipart';
import { type DmpCall, type DmpTransaction, forbiddenByMode } from '../access.js';
import { kindTexts } from '../codes.js';
import { DmpInputError, DmpUnavailableError, DmpUnsupportedError } from '../errors.js';
import type { DmpCallContext, DmpOperation } from '../operations/operation.js';
import type { DmpClientOptions, DmpWireOptions } from './options.js';
import { defaultSleep, untilAborted } from './sleep.js';
import { createTransport } from './transport.js';
import { abortedError, fromPreparation, fromTransport, neverConnected } from './transport-error.js';
import type { DmpCallInput } from './types.js';

/** A patient whose INS may leave. */
export interface KnownPatient {
  readonly ins: InsIdentifier;
  readonly traits: TraitsIns;
}

/** What surrounds one call, whatever the transaction. */
export interface CallAbout extends DmpCallInput {
  readonly known?: KnownPatient;
}

/** What is needed to send one message. */
interface Sending<Out> {
  readonly transaction: DmpTransaction;
  readonly repeatable: boolean;
  encode(context: DmpCallContext): WireRequest;
  /** Documents come or go: sent and received chunk by chunk. */
  readonly streamed?: (response: StreamedResponse, messageId: string) => Promise<Out>;
  readonly decode?: (response: WireResponse, messageId: string) => Out;
}

/** What the client is made of. */
export interface Engine {
  readonly options: DmpClientOptions;
  readonly wire: DmpWireOptions;
  readonly clock: Clock;
  readonly random: RandomBytes;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** @throws DmpInputError `dmp.input.patient`, `dmp.input.environment`. */
  patient(state: IdentityState): KnownPatient;
  /** One transaction, made again when that is safe. */
  call<In, Out>(operation: DmpOperation<In, Out>, input: In, about: CallAbout): Promise<Out>;
  send<Out>(sending: Sending<Out>, about: CallAbout): Promise<Out>;
  close(): Promise<void>;
}

const RETRY_DELAYS: readonly number[] = [500, 2_000];
/** A server that asks for a longer wait is not called again by itself. */
export const MAX_RETRY_AFTER = 30_000;
/** The answer to a deposit is one small envelope. */
const MAX_SMALL_ANSWER = 16 * 1_048_576;

/** @throws DmpInputError for options that cannot work. */
export function createEngine(options: DmpClientOptions): Engine {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? defaultRandom;
  const sleep = options.sleep ?? defaultSleep;
  const wire = options.wire ?? {};
  const { environment, authentication } = options;
  const transport = createTransport(options);

  function guard(transaction: DmpTransaction, about: CallAbout): void {
    const refusal = forbiddenByMode(transaction, authentication);
    if (refusal !== undefined) {
      throw new DmpUnsupportedError({
        code: 'dmp.forbiddenByMode',
        message: `${transaction} cannot be sent in the mode ${authentication.mode}${authentication.staff ? ' by staff' : ''} (${refusal}).`,
        userMessage: kindTexts('rights'),
      });
    }
    if (
      about.purpose === 'bris_de_glace' &&
      wire.reasonForBrisDeGlace !== false &&
      (about.reason ?? '').trim() === ''
    ) {
      throw new DmpInputError({
        code: 'dmp.input.reason',
        message: 'The access mode bris_de_glace needs a reason.',
        userMessage: {
          fr: { title: 'Motif obligatoire', action: 'Indiquez pourquoi vous ouvrez ce dossier en bris de glace' },
          en: { title: 'A reason is needed', action: 'Say why you break the glass for this record' },
        },
      });
    }
  }

  async function once<Out>(sending: Sending<Out>, about: CallAbout): Promise<Out> {
    const { signal, known, purpose = 'normal', reason, secretConnection } = about;
    if (signal?.aborted) throw abortedError(undefined, signal.reason);
    const call: DmpCall = {
      transaction: sending.transaction,
      mode: authentication.mode,
      purpose,
      ...(known === undefined ? {} : { patient: known.ins }),
      ...(reason === undefined ? {} : { reason }),
      ...(secretConnection === undefined ? {} : { secretConnection }),
    };
    let assertion: string;
    try {
      assertion = await untilAborted(authentication.vihf(call), signal);
    } catch (error) {
      throw signal?.aborted ? abortedError(undefined, error) : fromPreparation(error);
    }
    const messageId = `urn:uuid:${uuidV4(random)}`;
    let request: WireRequest;
    try {
      request = sending.encode({
        environment,
        software: options.software,
        messageId,
        assertion: assertion.replace(/^\s*<\?xml[^?]*\?>\s*/, ''),
        at: clock(),
        random,
        wire,
      });
    } catch (error) {
      // An assertion that is not XML, most of all.
      throw fromPreparation(error);
    }
    const context = { messageId, ...(signal === undefined ? {} : { signal }) };
    try {
      if (sending.streamed !== undefined || request.stream !== undefined) {
        const response = await transport.stream(request, context);
        if (sending.streamed !== undefined) return await sending.streamed(response, messageId);
        return decoded(sending, await small(response), messageId);
      }
      return decoded(sending, await transport.exchange(request, context), messageId);
    } catch (error) {
      throw signal?.aborted ? abortedError(messageId, error) : fromTransport(error, messageId);
    }
  }

  async function send<Out>(sending: Sending<Out>, about: CallAbout): Promise<Out> {
    guard(sending.transaction, about);
    const delays = options.retry === false ? [] : (options.retry?.delaysMs ?? RETRY_DELAYS);
    for (let tried = 1; ; tried += 1) {
      try {
        return await once(sending, about);
      } catch (error) {
        const delay = nextDelay(error, sending.repeatable, delays[tried - 1]);
        if (delay === undefined) throw error;
        await sleep(delay, about.signal).catch((reason: unknown) => {
          throw about.signal?.aborted ? abortedError(undefined, reason) : reason;
        });
      }
    }
  }

  return {
    options,
    wire,
    clock,
    random,
    sleep,
    patient: (state) => checkPatient(state, environment.insOids, environment.name),
    call: (operation, input, about) =>
      send(
        {
          transaction: operation.transaction,
          repeatable: operation.repeatable,
          encode: (context) => operation.encode(input, context),
          decode: (response, messageId) => operation.decode(response, { messageId, wire }),
        },
        about,
      ),
    send,
    close: transport.close,
  };
}

function decoded<Out>(sending: Sending<Out>, response: WireResponse, messageId: string): Out {
  if (sending.decode === undefined) throw new TypeError('A call without decoder.');
  return sending.decode(response, messageId);
}

async function small(response: StreamedResponse): Promise<WireResponse> {
  const { status, headers } = response;
  const body = await collectChunks(response.body, { maxBytes: MAX_SMALL_ANSWER });
  return { status, headers, body, elapsedMs: response.elapsedMs() };
}

/**
 * The wait before another sending, or `undefined`. A call that reads goes again after any passing failure; one that writes only when
 * no connection was made at all: whatever came later may have been treated.
 */
function nextDelay(error: unknown, repeatable: boolean, delay: number | undefined): number | undefined {
  if (delay === undefined || !isSocleError(error) || !(error instanceof DmpUnavailableError)) return undefined;
  if (error.code === 'aborted' || error.code.startsWith('tls.')) return undefined;
  if (!neverConnected(error) && !(repeatable && error.retryable)) return undefined;
  if (error.retryAfterMs !== undefined && error.retryAfterMs > MAX_RETRY_AFTER) return undefined;
  return Math.max(delay, error.retryAfterMs ?? 0);
}

function checkPatient(state: IdentityState, insOids: readonly string[], environment: string): KnownPatient {
  const decision = canTransmitIns(state);
  if (!decision.ok) {
    throw new DmpInputError({
      code: 'dmp.input.patient',
      message: `The identity may not be sent (${decision.reason}): only a qualified INS leaves.`,
      findings: [decision.finding],
      userMessage: {
        fr: {
          title: 'DMP non interrogé : identité non qualifiée',
          action: 'Qualifiez l’identité du patient (INSi et pièce d’identité)',
        },
        en: {
          title: 'DMP not asked: identity not qualified',
          action: 'Qualify the identity of the patient (INSi and identity document)',
        },
      },
    });
  }
  if (!insOids.includes(decision.ins.oid)) {
    throw new DmpInputError({
      code: 'dmp.input.environment',
      message: `The authority of this INS (${decision.ins.oid}) may not be sent to the environment ${environment}.`,
      audience: 'vendor',
    });
  }
  return { ins: decision.ins, traits: decision.traits };
}
