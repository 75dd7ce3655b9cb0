import { SocleAnswerError, SocleArgumentError } from '@socle-sante/core/error';

/** Why a document was refused by the XML reader. */
export type XmlErrorCode =
  | 'xml.malformed'
  | 'xml.doctype'
  | 'xml.tooLarge'
  | 'xml.tooDeep'
  | 'xml.tooMany'
  | 'xml.tooSlow'
  | 'xml.encoding';

/** A document that we refuse to read. `line` and `column` start at 1 and are absent when nothing was read yet. */
export class XmlError extends SocleAnswerError {
  declare readonly code: XmlErrorCode;
  declare readonly line?: number;
  declare readonly column?: number;

  constructor(code: XmlErrorCode, message: string, position?: { readonly line: number; readonly column: number }) {
    super({
      code,
      service: 'wire',
      message: position ? `${message} (line ${position.line}, column ${position.column})` : message,
      audience: 'vendor',
      retryable: false,
      userMessage: {
        fr: {
          title: 'La réponse reçue est illisible',
          action: 'Réessayez plus tard ; si le problème persiste, prévenez votre éditeur.',
        },
        en: {
          title: 'The answer received cannot be read',
          action: 'Try again later; if it goes on, tell your software vendor.',
        },
      },
    });
    if (position) {
      this.line = position.line;
      this.column = position.column;
    }
  }
}

/** Why the XML writer refuses to write. */
export type XmlWriteErrorCode =
  | 'xml.invalidName'
  | 'xml.invalidCharacter'
  | 'xml.duplicateAttribute'
  | 'xml.unboundPrefix';

/** The caller asked to write something that is not XML: a control character in a text, two attributes of one name. */
export class XmlWriteError extends SocleArgumentError {
  declare readonly code: XmlWriteErrorCode;

  constructor(code: XmlWriteErrorCode, message: string) {
    super({ code, service: 'wire', message, audience: 'vendor' });
  }
}
