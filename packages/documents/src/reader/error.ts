import { SocleAnswerError } from '@socle-sante/core/error';

/** Why well-formed XML is not read as a CDA document. */
export type CdaReadErrorCode = 'cda.notCda' | 'cda.severalDocuments';

/**
 * The XML is well formed, but it is not one CDA document: it holds no `ClinicalDocument`, or more than one, of which a
 * signature might cover the other.
 */
export class CdaReadError extends SocleAnswerError {
  declare readonly code: CdaReadErrorCode;

  constructor(code: CdaReadErrorCode, message: string) {
    super({
      code,
      service: 'documents',
      message,
      audience: 'vendor',
      retryable: false,
      userMessage: {
        fr: {
          title: 'Ce document ne peut pas être lu',
          action: 'Demandez à son auteur de le transmettre à nouveau ; il n’est pas un document CDA lisible.',
        },
        en: {
          title: 'This document cannot be read',
          action: 'Ask its author to send it again; it is not a readable CDA document.',
        },
      },
    });
  }
}
