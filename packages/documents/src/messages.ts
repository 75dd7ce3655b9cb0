import type { FindingCatalogue } from '@socle-sante/core/finding';
import { cdaFindings } from './messages/cda.js';
import { readerFindings } from './messages/reader.js';
import { xdmFindings } from './messages/xdm.js';
import { xdsFindings } from './messages/xds.js';

/** The text of every rule of this package, for `describeFinding`. */
export const documentsFindings: FindingCatalogue = {
  ...readerFindings,
  ...xdmFindings,
  ...xdsFindings,
  ...cdaFindings,
};
