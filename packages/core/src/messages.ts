import type { FindingCatalogue } from './finding.js';
import { identifierFindings } from './messages/identifiers.js';
import { insFindings } from './messages/ins.js';
import { rnivFindings } from './messages/rniv.js';
import { traitFindings } from './messages/traits.js';

/** The text of every rule of this package, for `describeFinding`. */
export const coreFindings: FindingCatalogue = {
  ...insFindings,
  ...traitFindings,
  ...rnivFindings,
  ...identifierFindings,
};
