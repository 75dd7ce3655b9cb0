import type { FindingCatalogue } from '@socle-sante/core/finding';
import { bodyFindings } from './messages/body.js';
import { cdaFindings } from './messages/cda.js';
import { clinicalContentFindings } from './messages/clinical-content.js';
import { officialLayerFindings } from './messages/official.js';
import { readerFindings } from './messages/reader.js';
import { submissionFindings } from './messages/submission.js';
import { xdmFindings } from './messages/xdm.js';
import { xdsFindings } from './messages/xds.js';
import { cdaFindings as patientCdaFindings } from './patient/cda/messages.js';
import { identityFindings } from './patient/messages.js';
import { xdsFindings as patientXdsFindings } from './patient/xds/messages.js';

/** The text of every rule of this package, for `describeFinding`. */
export const documentsFindings: FindingCatalogue = {
  ...readerFindings,
  ...xdmFindings,
  ...xdsFindings,
  ...cdaFindings,
  ...submissionFindings,
  ...bodyFindings,
  ...clinicalContentFindings,
  ...officialLayerFindings,
  ...identityFindings,
  ...patientCdaFindings,
  ...patientXdsFindings,
};
