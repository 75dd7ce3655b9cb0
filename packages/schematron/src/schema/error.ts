import { SocleArgumentError, type UserText } from '@socle-sante/core/error';

/** Where a schema is wrong: a file by the name its loader gives, a line and a column from 1 (in UTF-16 units). */
export interface SchemaPosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Codes of {@link SchemaError}. They are API; the messages are not. */
export type SchemaErrorCode =
  /** The main file, or an included one when `missing` is `'error'`, does not exist. */
  | 'schema.missing'
  /** A path that would leave the folder: `..`, absolute, a URL, a symbolic link. */
  | 'schema.outside'
  | 'schema.encoding'
  /** Not well-formed XML. */
  | 'schema.xml'
  /** The namespace is not the one of ISO/IEC 19757-3: none, or the old one of Schematron 1.5. */
  | 'schema.namespace'
  /** The root is not `schema`, or an element stands where it has no meaning. */
  | 'schema.structure'
  /** An attribute that the standard requires is absent, or its value is not what it may be. */
  | 'schema.attribute'
  /** A query language other than XPath and XSLT. */
  | 'schema.binding'
  /** Two things that must be told apart have one name. */
  | 'schema.duplicate'
  /** An `include` or an `extends` that comes back to itself. */
  | 'schema.cycle'
  /** A reference to something that the schema does not have. */
  | 'schema.reference'
  /** An XSLT instruction, or a part of Schematron, that is not supported here. */
  | 'schema.unsupported'
  /** More files, bytes, depth or expansion than allowed. */
  | 'schema.limit';

const text: Readonly<Record<'fr' | 'en', UserText>> = {
  fr: {
    title: 'Ces règles Schematron ne peuvent pas être lues.',
    action: "Corriger le fichier à l'endroit indiqué, ou prendre une autre version du jeu de règles.",
  },
  en: {
    title: 'These Schematron rules cannot be read.',
    action: 'Correct the file at the place given, or take another version of the rules.',
  },
};

/** A schema that cannot be read. The message says where, what, and what to do. */
export class SchemaError extends SocleArgumentError {
  declare readonly code: SchemaErrorCode;
  /** File, line and column; absent when no file is at fault. */
  readonly position: SchemaPosition | undefined;

  constructor(code: SchemaErrorCode, message: string, position?: SchemaPosition, cause?: unknown) {
    const where = position === undefined ? '' : `${position.file}:${position.line}:${position.column}: `;
    super({
      code,
      service: 'schematron',
      message: `${where}${message}`,
      userMessage: text,
      audience: 'vendor',
      ...(cause === undefined ? {} : { cause }),
    });
    this.position = position;
  }
}
