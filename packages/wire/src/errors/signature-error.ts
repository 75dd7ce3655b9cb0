import { SocleAnswerError, SocleArgumentError } from '@socle-sante/core/error';

/** Why a signature is refused. Everything that is not exactly what was expected is refused. */
export type SignatureErrorCode =
  | 'signature.missing'
  | 'signature.several'
  | 'signature.misplaced'
  | 'signature.structure'
  | 'signature.algorithm'
  | 'signature.reference'
  | 'signature.transform'
  | 'signature.duplicateId'
  | 'signature.target'
  | 'signature.digest'
  | 'signature.value'
  | 'signature.certificate'
  | 'signature.untrusted'
  | 'signature.expired'
  | 'signature.notYetValid'
  | 'signature.revoked'
  | 'signature.revocationUnknown'
  | 'signature.keyUsage';

/** A signed document that we refuse. The message says which check failed and never quotes the document. */
export class SignatureError extends SocleAnswerError {
  declare readonly code: SignatureErrorCode;

  constructor(code: SignatureErrorCode, message: string, cause?: unknown) {
    super({
      code,
      service: 'wire',
      message,
      audience: 'vendor',
      retryable: false,
      ...(cause === undefined ? {} : { cause }),
      userMessage: {
        fr: {
          title: "La signature du document n'est pas valable",
          action: 'Ne vous fiez pas à ce document ; prévenez son émetteur.',
        },
        en: {
          title: 'The signature of the document is not valid',
          action: 'Do not rely on this document; tell its sender.',
        },
      },
    });
  }
}

/** Why nothing could be signed. */
export type SigningErrorCode =
  | 'signing.target'
  | 'signing.duplicateId'
  | 'signing.alreadySigned'
  | 'signing.position'
  | 'signing.algorithm'
  | 'signing.signerMismatch';

/** The caller's document or signer does not allow the signature that was asked. */
export class SigningError extends SocleArgumentError {
  declare readonly code: SigningErrorCode;

  constructor(code: SigningErrorCode, message: string) {
    super({ code, service: 'wire', message, audience: 'vendor' });
  }
}
