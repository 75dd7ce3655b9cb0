// WS_INS3 to WS_INS5 through a codec that the vendor supplies: one at a time, in batches, or as a stream.

import {
  type Finding,
  finding,
  hasErrors,
  parseDateLunaire,
  under,
  validateCog,
  validateInsIdentifier,
  validateName,
} from '@socle-sante/core';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import type { Engine } from '../client/engine.js';
import { nextDelay } from '../client/retry.js';
import { abortedError } from '../client/transport-error.js';
import { decodeInsiBody } from '../insi/answer.js';
import { InsiInputError, InsiProtocolError, InsiUnsupportedError } from '../insi/errors.js';
import { encodeInsiRequest } from '../insi/request.js';
import type { BatchAnswer, InsToVerify, VerificationAnswer, VerificationCodec, VerificationPart } from './codec.js';

/** Options of each verification. */
export interface VerificationCall {
  readonly signal?: AbortSignal;
  readonly operator?: string;
}

/** The verdict on one identity. */
export interface VerificationResult extends VerificationAnswer {
  readonly messageId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** One line of a streamed verification: its verdict, or why there is none. */
export type VerifiedItem =
  | { readonly item: InsToVerify; readonly result: VerificationResult }
  | { readonly item: InsToVerify; readonly error: unknown };

/** The verification operations. Everything rejects with `insi.verification.noCodec` until a codec is supplied. */
export interface InsVerifier {
  verifyIns(input: InsToVerify, call?: VerificationCall): Promise<VerificationResult>;
  submitBatch(inputs: readonly InsToVerify[], call?: VerificationCall): Promise<{ batchId: string; messageId: string }>;
  fetchBatch(batchId: string, call?: VerificationCall): Promise<BatchAnswer>;
  /**
   * Verifies a list of any length, one call after the other, in constant memory. A line that fails gives its error and the
   * list goes on; a cancelled signal or a missing codec ends it.
   */
  verifyEach(
    inputs: AsyncIterable<InsToVerify> | Iterable<InsToVerify>,
    call?: VerificationCall,
  ): AsyncGenerator<VerifiedItem, void, undefined>;
}

/** Checks an identity before it is sent: key, OID, lexical profile, date, place. Never throws. */
export function validateInsToVerify(input: InsToVerify, production: boolean): Finding[] {
  return [
    ...under(['ins'], validateInsIdentifier(input.ins, { production })),
    ...validateName(input.nomNaissance, 'nom', { path: ['nomNaissance'] }),
    ...validateName(input.prenom, 'prenom', { path: ['prenom'] }),
    ...(input.sexe === 'F' || input.sexe === 'M' ? [] : [finding('traits.sexe.value', 'error', ['sexe'])]),
    ...under(['dateNaissance'], parseDateLunaire(input.dateNaissance).findings),
    ...(input.lieuNaissance === undefined ? [] : validateCog(input.lieuNaissance, ['lieuNaissance'])),
  ];
}

/** Verifications over an engine. */
export function createVerifier(engine: Engine, codec: VerificationCodec | undefined): InsVerifier {
  const run = async <In, Out>(
    part: VerificationPart<In, Out> | undefined,
    input: In,
    sensitive: readonly string[],
    call: VerificationCall,
  ): Promise<{ value: Out; messageId: string; at: string }> => {
    if (!part) throw noCodec(codec);
    const { signal, operator } = call;
    for (let tried = 1; ; tried += 1) {
      const { result, messageId, at } = await engine.call({
        operation: part.operation,
        encode: (context) =>
          encodeInsiRequest({ operation: part.operation, action: part.action, body: written(part, input) }, context),
        decode: (response, context) => {
          const body = decodeInsiBody(response, context);
          try {
            return part.decode(body);
          } catch (cause) {
            throw refused(cause, context.messageId);
          }
        },
        codeOf: (value) => outcomeWord(value),
        sensitive: () => sensitive,
        ...(operator === undefined ? {} : { operator }),
        ...(signal ? { signal } : {}),
      });
      if (result.ok) return { value: result.value, messageId, at };
      const delay = nextDelay(result.error, tried, engine.options.retry);
      if (delay === undefined) throw result.error;
      await engine.sleep(delay, signal).catch((reason: unknown) => {
        throw abortedError(messageId, reason);
      });
    }
  };

  const verifyIns: InsVerifier['verifyIns'] = async (input, call = {}) => {
    if (!codec?.verify) throw noCodec(codec);
    check([input], engine.production);
    const { value, messageId, at } = await run(judged(codec.verify, isVerdict), input, secrets([input]), call);
    return { ...value, messageId, at };
  };

  return {
    verifyIns,
    async submitBatch(inputs, call = {}) {
      if (!codec?.submitBatch) throw noCodec(codec);
      check(inputs, engine.production);
      const { value, messageId } = await run(codec.submitBatch, inputs, secrets(inputs.slice(0, 100)), call);
      return { batchId: value.batchId, messageId };
    },
    async fetchBatch(batchId, call = {}) {
      return (await run(judged(codec?.fetchBatch, isBatchAnswer), batchId, [], call)).value;
    },
    async *verifyEach(inputs, call = {}) {
      if (!codec?.verify) throw noCodec(codec);
      for await (const item of inputs) {
        if (call.signal?.aborted) throw abortedError(undefined, call.signal.reason);
        try {
          yield { item, result: await verifyIns(item, call) };
        } catch (error) {
          if (call.signal?.aborted) throw error;
          yield { item, error };
        }
      }
    },
  };
}

/** The same operation, whose answer must be one of the known ones: a word that nobody knows is no verdict. */
function judged<In, Out>(
  part: VerificationPart<In, Out> | undefined,
  fits: (value: unknown) => boolean,
): VerificationPart<In, Out> | undefined {
  return (
    part && {
      action: part.action,
      operation: part.operation,
      encode: (input) => part.encode(input),
      decode(body) {
        const value = part.decode(body);
        if (!fits(value)) throw new TypeError('The codec gave neither ok nor ko.');
        return value;
      },
    }
  );
}

function isVerdict(value: unknown): boolean {
  const outcome = typeof value === 'object' && value !== null && 'outcome' in value ? value.outcome : undefined;
  return outcome === 'ok' || outcome === 'ko';
}

function isBatchAnswer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('state' in value)) return false;
  if (value.state === 'pending') return true;
  return value.state === 'done' && 'answers' in value && Array.isArray(value.answers) && value.answers.every(isVerdict);
}

function written<In, Out>(part: VerificationPart<In, Out>, input: In): XmlElementNode {
  try {
    return part.encode(input);
  } catch {
    // Its message may quote what was to be written.
    throw new InsiInputError({
      code: 'insi.input.verification',
      message: 'The codec could not write the request.',
      audience: 'vendor',
    });
  }
}

function outcomeWord(value: unknown): string {
  const { outcome, state } = (typeof value === 'object' && value !== null ? value : {}) as {
    outcome?: unknown;
    state?: unknown;
  };
  return typeof outcome === 'string' ? outcome : typeof state === 'string' ? state : 'ok';
}

function check(inputs: readonly InsToVerify[], production: boolean): void {
  const findings = inputs.flatMap((input, index) => {
    const found = validateInsToVerify(input, production);
    return inputs.length === 1 ? found : under([index], found);
  });
  if (!hasErrors(findings)) return;
  throw new InsiInputError({
    code: 'insi.input.verification',
    message: 'What would be verified breaks the rules of the INS: see findings.',
    findings,
  });
}

function secrets(inputs: readonly InsToVerify[]): string[] {
  return inputs.flatMap(({ nomNaissance, prenom, dateNaissance, ins }) => [
    nomNaissance,
    prenom,
    dateNaissance,
    ins.matricule,
  ]);
}

function refused(cause: unknown, messageId: string | undefined): InsiProtocolError {
  return new InsiProtocolError({
    code: 'insi.protocol.verification',
    message: 'The answer to the verification is refused by its codec.',
    cause,
    ...(messageId === undefined ? {} : { messageId }),
  });
}

function noCodec(codec: VerificationCodec | undefined): InsiUnsupportedError {
  const which = codec ? `The codec "${codec.name}" does not have this operation.` : 'No verificationCodec was given.';
  return new InsiUnsupportedError({
    code: 'insi.verification.noCodec',
    message: `${which} The wire format of WS_INS3 to WS_INS5 is not public: write a VerificationCodec from the WSDL that the GIE SESAM-Vitale gave you (action, content of the Body, reading of the answer) and pass it as verificationCodec.`,
    userMessage: {
      fr: {
        title: 'La vérification d’INS n’est pas disponible',
        action: 'Interrogez INSi par les traits et comparez, ou contactez votre éditeur',
      },
      en: {
        title: 'INS verification is not available',
        action: 'Query INSi by traits and compare, or contact your vendor',
      },
    },
  });
}
