// The verification operations exist, their wire format is not public: only the interface is here.

import type { InsIdentifier } from '@socle-sante/core';
import type { XmlElement, XmlElementNode } from '@socle-sante/wire/xml';

/** An INS and its traits, to be confirmed. */
export interface InsToVerify {
  readonly ins: InsIdentifier;
  readonly nomNaissance: string;
  /** One birth prénom, or the list. */
  readonly prenom: string;
  readonly sexe: 'F' | 'M';
  /** `YYYY-MM-DD`. */
  readonly dateNaissance: string;
  /** COG, optional. */
  readonly lieuNaissance?: string;
  /** The caller's own key for this line, given back with its verdict. */
  readonly reference?: string;
}

/** `ok`: the INS and the traits belong together. `ko`: they do not; the INS must not be used. */
export type VerificationOutcome = 'ok' | 'ko';

/** The answer for one identity. */
export interface VerificationAnswer {
  readonly outcome: VerificationOutcome;
  /** Code of the service, when it gives one. */
  readonly code?: string;
}

/** The answer to a deposit. */
export interface BatchReceipt {
  readonly batchId: string;
}

/** The state of a batch: the verdicts come in the order of the deposit. */
export type BatchAnswer =
  | { readonly state: 'pending' }
  | { readonly state: 'done'; readonly answers: readonly VerificationAnswer[] };

/** One operation: its Action, the content of the Body, and the reading of the answer's Body. */
export interface VerificationPart<In, Out> {
  /** `wsa:Action` and Content-Type action. */
  readonly action: string;
  /** Official name, for traces. */
  readonly operation: string;
  encode(input: In): XmlElementNode;
  /** Reads the element inside the SOAP Body. Faults were already turned into errors. Throw to refuse the answer. */
  decode(body: XmlElement): Out;
}

/**
 * The wire format of WS_INS3 (one identity) and of WS_INS4 and WS_INS5 (batches). The vendor who holds the official WSDL
 * writes it: envelope, contexts, assertions, faults and transport are those of the other operations.
 */
export interface VerificationCodec {
  readonly name: string;
  readonly verify?: VerificationPart<InsToVerify, VerificationAnswer>;
  readonly submitBatch?: VerificationPart<readonly InsToVerify[], BatchReceipt>;
  readonly fetchBatch?: VerificationPart<string, BatchAnswer>;
}
