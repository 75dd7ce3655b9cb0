import { SocleAnswerError } from '@socle-sante/core/error';

/**
 * Why an answer is not the SOAP 1.2 message that was expected.
 * 'soap.empty' no byte · 'soap.notXml' HTML page, text, JSON · 'soap.version' SOAP 1.1 · 'soap.notEnvelope' XML, but not SOAP ·
 * 'soap.structure' an envelope without Body, or with something other than one element in it.
 */
export type SoapErrorCode = 'soap.empty' | 'soap.notXml' | 'soap.version' | 'soap.notEnvelope' | 'soap.structure';

/** An answer that is not a SOAP 1.2 message: a proxy's HTML page, a SOAP 1.1 envelope, an empty body. */
export class SoapError extends SocleAnswerError {
  declare readonly code: SoapErrorCode;

  constructor(
    code: SoapErrorCode,
    message: string,
    more: { readonly httpStatus?: number; readonly messageId?: string; readonly cause?: unknown } = {},
  ) {
    const busy = more.httpStatus !== undefined && (more.httpStatus === 429 || more.httpStatus >= 502);
    super({
      code,
      service: 'wire',
      message,
      retryable: busy,
      audience: 'admin',
      ...(more.httpStatus === undefined ? {} : { httpStatus: more.httpStatus }),
      ...(more.messageId === undefined ? {} : { messageId: more.messageId }),
      ...(more.cause === undefined ? {} : { cause: more.cause }),
      userMessage: {
        fr: {
          title: busy ? 'Le service est momentanément indisponible' : 'Le service a renvoyé une réponse inattendue',
          action: 'Réessayez dans quelques minutes ; si le problème persiste, prévenez votre administrateur.',
        },
        en: {
          title: busy ? 'The service is unavailable for the moment' : 'The service sent an unexpected answer',
          action: 'Try again in a few minutes; if it goes on, tell your administrator.',
        },
      },
    });
  }
}
