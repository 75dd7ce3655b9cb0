// Components of the INS service. Each line is one component: see the list of `src/ins`.
export { insCatalogues } from './ins/catalogues.js';
export { IdentityBanner, type IdentityBannerProps } from './ins/IdentityBanner/IdentityBanner.js';
export {
  IdentityDuplicates,
  type IdentityDuplicatesProps,
} from './ins/IdentityDuplicates/IdentityDuplicates.js';
export type { ComplementField } from './ins/IdentityForm/ComplementFields.js';
export {
  IdentityForm,
  type IdentityFormProps,
  type OptionalIdentityField,
} from './ins/IdentityForm/IdentityForm.js';
export { IdentityStatusPanel, type IdentityStatusPanelProps } from './ins/IdentityStatusPanel/IdentityStatusPanel.js';
export { InsComparison, type InsComparisonProps } from './ins/InsComparison/InsComparison.js';
export { InsDatamatrix, type InsDatamatrixProps } from './ins/InsDatamatrix/InsDatamatrix.js';
export {
  InsDatamatrixScanner,
  type InsDatamatrixScannerProps,
} from './ins/InsDatamatrixScanner/InsDatamatrixScanner.js';
export {
  type InsFound,
  InsSearchForm,
  type InsSearchFormProps,
} from './ins/InsSearchForm/InsSearchForm.js';
export { InsStatusBadge, type InsStatusBadgeProps } from './ins/InsStatusBadge/InsStatusBadge.js';
export { InsVerificationList, type InsVerificationListProps } from './ins/InsVerificationList/InsVerificationList.js';
export { InsVitalePanel, type InsVitalePanelProps } from './ins/InsVitalePanel/InsVitalePanel.js';
export { JustificatifCapture, type JustificatifCaptureProps } from './ins/JustificatifCapture/JustificatifCapture.js';
export { PrintIdentityBlock, type PrintIdentityBlockProps } from './ins/PrintIdentityBlock/PrintIdentityBlock.js';
