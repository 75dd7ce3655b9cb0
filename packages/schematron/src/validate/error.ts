import { SocleArgumentError } from '@socle-sante/core/error';

export type PackErrorCode =
  /** The pack was compiled by another version. */
  | 'pack.format'
  /** A file of the pack is missing, or is not what the manifest says. */
  | 'pack.incomplete'
  | 'pack.phase'
  /** The pattern is in a chunk that was not loaded. */
  | 'pack.notLoaded';

/** A compiled pack that cannot be used as it was asked. */
export class PackError extends SocleArgumentError {
  declare readonly code: PackErrorCode;
  constructor(code: PackErrorCode, message: string, cause?: unknown) {
    super({
      code,
      service: 'schematron',
      message,
      ...(cause === undefined ? {} : { cause }),
      userMessage: {
        fr: { title: 'Ce jeu de règles compilé ne peut pas être utilisé', action: 'Compilez-le à nouveau.' },
        en: { title: 'These compiled rules cannot be used', action: 'Compile them again.' },
      },
    });
  }
}
