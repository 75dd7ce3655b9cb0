export { type AuditColumn, AuditTrail, type AuditTrailProps } from './common/AuditTrail/AuditTrail.js';
export { CodeLabel, type CodeLabelProps } from './common/CodeLabel/CodeLabel.js';
export {
  CommuneCountryPicker,
  type CommuneCountryPickerProps,
} from './common/CommuneCountryPicker/CommuneCountryPicker.js';
export { ConfirmDialog, type ConfirmDialogProps } from './common/ConfirmDialog/ConfirmDialog.js';
export { DocumentCheck, type DocumentCheckProps } from './common/DocumentCheck/DocumentCheck.js';
export {
  EnvironmentBanner,
  type EnvironmentBannerProps,
  EnvironmentNote,
} from './common/EnvironmentBanner/EnvironmentBanner.js';
export { FileDrop, type FileDropProps } from './common/FileDrop/FileDrop.js';
export { FindingsList, type FindingsListProps } from './common/FindingsList/FindingsList.js';
export { LiveRegion } from './common/LiveRegion/LiveRegion.js';
export { LunarDateField, type LunarDateFieldProps } from './common/LunarDateField/LunarDateField.js';
export { MatriculeField, type MatriculeFieldProps } from './common/MatriculeField/MatriculeField.js';
export {
  OfficialErrorAlert,
  type OfficialErrorAlertProps,
} from './common/OfficialErrorAlert/OfficialErrorAlert.js';
export { PrintSheet, type PrintSheetProps } from './common/PrintSheet/PrintSheet.js';
export { ServiceStatus, type ServiceStatusProps } from './common/ServiceStatus/ServiceStatus.js';
export { VirtualGrid, type VirtualGridProps } from './common/VirtualGrid/VirtualGrid.js';
