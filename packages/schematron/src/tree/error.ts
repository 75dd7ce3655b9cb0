import { SocleArgumentError } from '@socle-sante/core/error';

/** Why a document was refused by the reader. */
export type DocumentErrorCode =
  | 'document.malformed'
  | 'document.doctype'
  | 'document.encoding'
  | 'document.tooLarge'
  | 'document.tooDeep'
  | 'document.tooMany'
  | 'document.tooSlow';

/**
 * A document that we refuse to read. `line` and `column` start at 1 and are absent when nothing was read yet. The message never
 * quotes the document.
 */
export class DocumentError extends SocleArgumentError {
  declare readonly code: DocumentErrorCode;
  declare readonly line?: number;
  declare readonly column?: number;

  constructor(code: DocumentErrorCode, message: string, at?: { readonly line: number; readonly column: number }) {
    super({
      code,
      service: 'schematron',
      message: at === undefined ? message : `${message} (line ${at.line}, column ${at.column})`,
      audience: 'user',
      userMessage: {
        fr: { title: 'Le document est illisible', action: 'Vérifiez que c’est bien un document XML entier.' },
        en: { title: 'The document cannot be read', action: 'Check that it is a whole XML document.' },
      },
    });
    if (at !== undefined) {
      this.line = at.line;
      this.column = at.column;
    }
  }
}
