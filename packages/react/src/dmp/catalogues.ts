import type { Catalogue } from '../base/messages.js';
import { brisDeGlaceDialogMessages } from './BrisDeGlaceDialog/BrisDeGlaceDialog.messages.js';
import { depositQueueMessages } from './DepositQueue/DepositQueue.messages.js';
import { dmpAccessHistoryMessages } from './DmpAccessHistory/DmpAccessHistory.messages.js';
import { dmpAccessPanelMessages } from './DmpAccessPanel/DmpAccessPanel.messages.js';
import { dmpConsentPanelMessages } from './DmpConsentPanel/DmpConsentPanel.messages.js';
import { dmpDepositProgressMessages } from './DmpDepositProgress/DmpDepositProgress.messages.js';
import { dmpDepositWizardMessages } from './DmpDepositWizard/DmpDepositWizard.messages.js';
import { dmpDocumentActionsMessages } from './DmpDocumentActions/DmpDocumentActions.messages.js';
import { dmpDocumentListMessages } from './DmpDocumentList/DmpDocumentList.messages.js';
import { dmpDocumentViewerMessages } from './DmpDocumentViewer/DmpDocumentViewer.messages.js';
import { dmpHoldCheckboxMessages } from './DmpHoldCheckbox/DmpHoldCheckbox.messages.js';
import { dmpNewDocumentsMessages } from './DmpNewDocuments/DmpNewDocuments.messages.js';
import { dmpSecretConnectionSwitchMessages } from './DmpSecretConnectionSwitch/DmpSecretConnectionSwitch.messages.js';
import { dmpStatusIndicatorMessages } from './DmpStatusIndicator/DmpStatusIndicator.messages.js';
import { dmpTraceabilityNoticeMessages } from './DmpTraceabilityNotice/DmpTraceabilityNotice.messages.js';
import { dmpVersionAlertMessages } from './DmpVersionAlert/DmpVersionAlert.messages.js';
import { dmpWebAccessLinkMessages } from './DmpWebAccessLink/DmpWebAccessLink.messages.js';
import { dmpDocumentMessages } from './shared/document.messages.js';
import { dmpSubmissionMessages } from './shared/submission.messages.js';

/** Labels of the DMP components. */
export const dmpCatalogues: readonly Catalogue[] = [
  dmpStatusIndicatorMessages,
  dmpAccessPanelMessages,
  dmpConsentPanelMessages,
  dmpTraceabilityNoticeMessages,
  brisDeGlaceDialogMessages,
  dmpAccessHistoryMessages,
  dmpSecretConnectionSwitchMessages,
  dmpVersionAlertMessages,
  dmpWebAccessLinkMessages,
  dmpNewDocumentsMessages,
  dmpDocumentMessages,
  dmpDocumentActionsMessages,
  dmpDocumentListMessages,
  dmpDocumentViewerMessages,
  dmpSubmissionMessages,
  dmpHoldCheckboxMessages,
  dmpDepositProgressMessages,
  depositQueueMessages,
  dmpDepositWizardMessages,
];
