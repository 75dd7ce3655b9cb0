import type { Catalogue } from '../base/messages.js';
import { identityBannerMessages } from './IdentityBanner/IdentityBanner.messages.js';
import { identityDuplicatesMessages } from './IdentityDuplicates/IdentityDuplicates.messages.js';
import { identityFormMessages } from './IdentityForm/IdentityForm.messages.js';
import { identityStatusPanelMessages } from './IdentityStatusPanel/IdentityStatusPanel.messages.js';
import { insComparisonMessages } from './InsComparison/InsComparison.messages.js';
import { insDatamatrixMessages } from './InsDatamatrix/InsDatamatrix.messages.js';
import { insDatamatrixScannerMessages } from './InsDatamatrixScanner/InsDatamatrixScanner.messages.js';
import { insSearchFormMessages } from './InsSearchForm/InsSearchForm.messages.js';
import { insStatusBadgeMessages } from './InsStatusBadge/InsStatusBadge.messages.js';
import { insVerificationListMessages } from './InsVerificationList/InsVerificationList.messages.js';
import { insVitalePanelMessages } from './InsVitalePanel/InsVitalePanel.messages.js';
import { justificatifCaptureMessages } from './JustificatifCapture/JustificatifCapture.messages.js';
import { printIdentityBlockMessages } from './PrintIdentityBlock/PrintIdentityBlock.messages.js';
import { traitsMessages } from './shared/traits.messages.js';

/** Labels of the INS components. */
export const insCatalogues: readonly Catalogue[] = [
  traitsMessages,
  insSearchFormMessages,
  insComparisonMessages,
  identityFormMessages,
  identityDuplicatesMessages,
  insVitalePanelMessages,
  insStatusBadgeMessages,
  identityStatusPanelMessages,
  justificatifCaptureMessages,
  identityBannerMessages,
  insDatamatrixMessages,
  printIdentityBlockMessages,
  insDatamatrixScannerMessages,
  insVerificationListMessages,
];
