import type { FindingCatalogue } from '@socle-sante/core/finding';
import { beyondFindings } from './cda-beyond.js';
import { headerFindings } from './cda-header.js';
import { typeFindings } from './cda-types.js';

/** Texts of the rules of `validateCda`. */
export const cdaFindings: FindingCatalogue = { ...headerFindings, ...typeFindings, ...beyondFindings };
