/** The texts of every rule of this package, in French and in English. Browser-safe. */
import {
  describeFinding,
  type Finding,
  type FindingCatalogue,
  type FindingText,
  type Locale,
} from '@socle-sante/core/finding';
import { coreFindings } from '@socle-sante/core/messages';
import { identityFindings } from '@socle-sante/documents/identity';
import { cdaFindings, xdsFindings } from '@socle-sante/documents/patient';
import { datamatrixFindings } from './datamatrix/messages.js';
import { insiFindings } from './insi/findings.js';
import { fhirFindings } from './mappers/fhir/messages.js';
import { hl7v2Findings } from './mappers/hl7v2/messages.js';
import { texts } from './texts.js';

export { identityFindings } from '@socle-sante/documents/identity';
export { cdaFindings, xdsFindings } from '@socle-sante/documents/patient';
export { datamatrixFindings } from './datamatrix/messages.js';
export { insiFindings } from './insi/findings.js';
export { fhirFindings } from './mappers/fhir/messages.js';
export { hl7v2Findings } from './mappers/hl7v2/messages.js';

/** Texts of the rules of a search. */
export const searchFindings: FindingCatalogue = {
  'ins.search.truncated': texts(
    [
      'Tous les prénoms ne seront pas essayés',
      'Cette recherche demanderait {calls} appels, et {max} au plus sont faits.',
      'Placez d’abord les prénoms les plus probables.',
    ],
    [
      'Not all given names will be tried',
      'This search would need {calls} calls, and {max} at most are made.',
      'Put the most likely given names first.',
    ],
  ),
};

/**
 * All of them: one catalogue per area, put together. Pass it to `describeFinding` with `coreFindings`, before or after
 * your own. A page that only scans a datamatrix imports `datamatrixFindings` alone.
 */
export const insFindings: FindingCatalogue = {
  ...identityFindings,
  ...searchFindings,
  ...datamatrixFindings,
  ...hl7v2Findings,
  ...cdaFindings,
  ...xdsFindings,
  ...fhirFindings,
  ...insiFindings,
};

/** The text of a finding of this package or of `core`. Never throws: a rule that is not known gives a generic text. */
export function describeInsFinding(f: Finding, locale: Locale): FindingText {
  return describeFinding(f, locale, insFindings, coreFindings);
}
