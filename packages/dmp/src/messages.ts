import type { FindingCatalogue } from '@socle-sante/core/finding';

/** The text of every rule of this package, for `describeFinding`. */
export const dmpFindings: FindingCatalogue = {};
