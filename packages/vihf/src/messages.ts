import type { FindingCatalogue } from '@socle-sante/core/finding';
import { assertionFindings } from './messages/assertion.js';
import { claimFindings } from './messages/claims.js';

/** The text of every rule of this package, for `describeFinding`. Those of the INS are in `coreFindings`. */
export const vihfFindings: FindingCatalogue = { ...assertionFindings, ...claimFindings };
