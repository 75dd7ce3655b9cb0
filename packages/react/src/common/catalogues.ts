import { auditTrailMessages } from './AuditTrail/AuditTrail.messages.js';
import { codeLabelMessages } from './CodeLabel/CodeLabel.messages.js';
import { communeCountryPickerMessages } from './CommuneCountryPicker/CommuneCountryPicker.messages.js';
import { confirmDialogMessages } from './ConfirmDialog/ConfirmDialog.messages.js';
import { documentCheckMessages } from './DocumentCheck/DocumentCheck.messages.js';
import { environmentBannerMessages } from './EnvironmentBanner/EnvironmentBanner.messages.js';
import { fileDropMessages } from './FileDrop/FileDrop.messages.js';
import { findingsListMessages } from './FindingsList/FindingsList.messages.js';
import { lunarDateFieldMessages } from './LunarDateField/LunarDateField.messages.js';
import { matriculeFieldMessages } from './MatriculeField/MatriculeField.messages.js';
import { officialErrorAlertMessages } from './OfficialErrorAlert/OfficialErrorAlert.messages.js';
import { printSheetMessages } from './PrintSheet/PrintSheet.messages.js';
import { serviceStatusMessages } from './ServiceStatus/ServiceStatus.messages.js';
import { virtualGridMessages } from './VirtualGrid/VirtualGrid.messages.js';

/** Labels of the common components. */
export const commonCatalogues = [
  auditTrailMessages,
  codeLabelMessages,
  communeCountryPickerMessages,
  confirmDialogMessages,
  documentCheckMessages,
  environmentBannerMessages,
  fileDropMessages,
  findingsListMessages,
  lunarDateFieldMessages,
  matriculeFieldMessages,
  officialErrorAlertMessages,
  printSheetMessages,
  serviceStatusMessages,
  virtualGridMessages,
] as const;
