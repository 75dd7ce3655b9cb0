import type { FindingCatalogue } from '@socle-sante/core/finding';
import { cdaFindings } from './messages/cda.js';

/** The text of every rule of this package, for `describeFinding`. */
export const documentsFindings: FindingCatalogue = { ...cdaFindings };
