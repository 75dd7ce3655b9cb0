// Components of the DMP. Each line is one component: see the list of `src/dmp`.
export { BrisDeGlaceDialog, type BrisDeGlaceDialogProps } from './dmp/BrisDeGlaceDialog/BrisDeGlaceDialog.js';
export { dmpCatalogues } from './dmp/catalogues.js';
export { DepositQueue, type DepositQueueProps } from './dmp/DepositQueue/DepositQueue.js';
export { DmpAccessHistory, type DmpAccessHistoryProps } from './dmp/DmpAccessHistory/DmpAccessHistory.js';
export { DmpAccessPanel, type DmpAccessPanelProps } from './dmp/DmpAccessPanel/DmpAccessPanel.js';
export { DmpConsentPanel, type DmpConsentPanelProps } from './dmp/DmpConsentPanel/DmpConsentPanel.js';
export { DmpDepositProgress, type DmpDepositProgressProps } from './dmp/DmpDepositProgress/DmpDepositProgress.js';
export { DmpDepositWizard, type DmpDepositWizardProps } from './dmp/DmpDepositWizard/DmpDepositWizard.js';
export { DmpDocumentActions, type DmpDocumentActionsProps } from './dmp/DmpDocumentActions/DmpDocumentActions.js';
export { DmpDocumentList, type DmpDocumentListProps } from './dmp/DmpDocumentList/DmpDocumentList.js';
export type { SavedFilter, SavedFiltersProps } from './dmp/DmpDocumentList/SavedFilters.js';
export type { DmpDocumentColumn } from './dmp/DmpDocumentList/use-document-columns.js';
export { DmpDocumentViewer, type DmpDocumentViewerProps } from './dmp/DmpDocumentViewer/DmpDocumentViewer.js';
export { DmpHoldCheckbox, type DmpHoldCheckboxProps } from './dmp/DmpHoldCheckbox/DmpHoldCheckbox.js';
export { DmpNewDocuments, type DmpNewDocumentsProps } from './dmp/DmpNewDocuments/DmpNewDocuments.js';
export {
  DmpSecretConnectionSwitch,
  type DmpSecretConnectionSwitchProps,
} from './dmp/DmpSecretConnectionSwitch/DmpSecretConnectionSwitch.js';
export { DmpStatusIndicator, type DmpStatusIndicatorProps } from './dmp/DmpStatusIndicator/DmpStatusIndicator.js';
export {
  DmpTraceabilityNotice,
  type DmpTraceabilityNoticeProps,
} from './dmp/DmpTraceabilityNotice/DmpTraceabilityNotice.js';
export { DmpVersionAlert, type DmpVersionAlertProps } from './dmp/DmpVersionAlert/DmpVersionAlert.js';
export { DmpWebAccessLink, type DmpWebAccessLinkProps } from './dmp/DmpWebAccessLink/DmpWebAccessLink.js';
