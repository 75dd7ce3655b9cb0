import { SocleAnswerError, SocleArgumentError } from '@socle-sante/core/error';

/** Why a signature of submission set is not accepted. */
export type SubmissionSignatureErrorCode =
  /** Not the one shape that is accepted. */
  | 'documents.xades.structure'
  /** XAdES of another version than 1.1.1. */
  | 'documents.xades.version'
  /** An algorithm or a transform that is not in the closed list. */
  | 'documents.xades.algorithm'
  /** An identifier given twice, or a reference that names something else. */
  | 'documents.xades.reference'
  /** The value of the signature does not verify. */
  | 'documents.xades.signature'
  /** The manifest or the signed properties were changed. */
  | 'documents.xades.digest'
  /** The manifest does not list exactly the set and its documents. */
  | 'documents.xades.manifest'
  /** A document was changed. */
  | 'documents.xades.document'
  /** The certificate is not the expected one, too weak, or not the one that the properties name. */
  | 'documents.xades.certificate'
  /** The purpose is not "source". */
  | 'documents.xades.purpose';

const messages: Readonly<Record<SubmissionSignatureErrorCode, string>> = {
  'documents.xades.structure': 'The signature does not have the shape of IHE DSG with XAdES',
  'documents.xades.version': 'The signed properties are not those of XAdES 1.1.1',
  'documents.xades.algorithm': 'An algorithm or a transform of the signature is not in the accepted list',
  'documents.xades.reference': 'A reference of the signature is ambiguous or names something else',
  'documents.xades.signature': 'The value of the signature does not verify',
  'documents.xades.digest': 'A signed part was changed after the signature',
  'documents.xades.manifest': 'The manifest does not list exactly the submission set and its documents',
  'documents.xades.document': 'A document was changed after the signature',
  'documents.xades.certificate': 'The certificate of the signature is not acceptable',
  'documents.xades.purpose': 'The purpose of the signature is not "source"',
};

/** A signature that must not be trusted. The message names the part, never its content. */
export class SubmissionSignatureError extends SocleAnswerError {
  declare readonly code: SubmissionSignatureErrorCode;

  constructor(code: SubmissionSignatureErrorCode, part?: string) {
    super({
      code,
      service: 'documents',
      message: part === undefined ? `${messages[code]}.` : `${messages[code]} (${part}).`,
      audience: 'vendor',
      userMessage: {
        fr: {
          title: 'La signature du lot n’est pas valable',
          action: 'N’utilisez pas ces documents ; prévenez leur émetteur.',
        },
        en: {
          title: 'The signature of the submission is not valid',
          action: 'Do not use these documents; tell their sender.',
        },
      },
    });
  }
}

/** The caller gave something that cannot be signed. Code `documents.xades.input`. */
export function signingInput(message: string): SocleArgumentError {
  return new SocleArgumentError({ code: 'documents.xades.input', service: 'documents', message });
}
