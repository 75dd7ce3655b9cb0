// Hooks and pure helpers only: no component of react-aria-components in the graph.
export { ANNOUNCEMENT_SPACING_MS, type Announcer, createAnnouncer, type Politeness } from './base/announcer.js';
export {
  type Async,
  type AsyncStatus,
  dataOf,
  type EmptyReason,
  fromError,
  mapAsync,
  PACE_MS,
  type Pace,
} from './base/async.js';
export type { BaseProps, MessagesProp } from './base/component.js';
export { type SocleContextValue, type SocleUiFault, useSocle } from './base/context.js';
export { formatBytes, formatHour, formatInstant, formatInstantWithOffset } from './base/format.js';
export { focusPath, pathName } from './base/locate.js';
export {
  type Catalogue,
  createTranslator,
  type FlatMessages,
  type Message,
  type MessageOverrides,
  type Messages,
  type MessageValue,
  type Translate,
} from './base/messages.js';
export { plural, select } from './base/plural.js';
export { createSocleQueryClient, forget } from './base/query-client.js';
export { allows, sessionQueries, useCapabilities, useGatewayClient, usePermission } from './base/session.js';
export type { SiteSettings } from './base/site.js';
export { toUiError, type UiError } from './base/ui-error.js';
export { type Action, useAction } from './base/use-action.js';
export { type SocleQuery, useAsyncQuery, useSocleQueryClient } from './base/use-async-query.js';
export { type Emit, type UiEventDetail, useEmit } from './base/use-emit.js';
export { useMessages } from './base/use-messages.js';
export { usePace } from './base/use-pace.js';
// Common components
export {
  type AuditFilters,
  type AuditScope,
  type AuditTrailData,
  type AuditTrailOptions,
  type AuditTrailView,
  auditQueries,
  useAuditTrail,
} from './common/AuditTrail/useAuditTrail.js';
export { type CodeEntry, type CodeText, type Nomenclature, useCodeLabel } from './common/CodeLabel/useCodeLabel.js';
export { type CogPlace, type CogPort, type CogQuery, UNKNOWN_PLACE } from './common/CommuneCountryPicker/cog-port.js';
export { embeddedCog } from './common/CommuneCountryPicker/embedded-cog.js';
export {
  type CogOptions,
  type CogResults,
  type CogSource,
  useCog,
  usePlace,
} from './common/CommuneCountryPicker/useCog.js';
export { type Confirm, useConfirm } from './common/ConfirmDialog/useConfirm.js';
export {
  type AppliedPack,
  type CheckedDocument,
  type CheckFailure,
  type CheckPack,
  type CheckState,
  type DocumentCheckOptions,
  type DocumentCheckView,
  useDocumentCheck,
} from './common/DocumentCheck/useDocumentCheck.js';
export { environmentQueries, useEnvironment } from './common/EnvironmentBanner/useEnvironment.js';
export type { AcceptedKind, FileKind } from './common/FileDrop/file-kind.js';
export {
  type DroppedFile,
  type FileDropOptions,
  type FileDropView,
  type FileProblem,
  type FileProblemCode,
  isUsable,
  useFileDrop,
} from './common/FileDrop/useFileDrop.js';
export type { Layer, RuleMessage } from './common/FindingsList/layers.js';
export {
  type FindingItem,
  type Findings,
  type FindingsGroup,
  type FindingsGrouping,
  type FindingsOptions,
  useFindings,
} from './common/FindingsList/useFindings.js';
export { useAnnounce, useAnnounceChange } from './common/LiveRegion/useAnnounce.js';
export type { LunarDateMode, LunarParts, LunarProblem, LunarReading } from './common/LunarDateField/lunar-parts.js';
export { type LunarDate, type LunarDateOptions, useLunarDate } from './common/LunarDateField/useLunarDate.js';
export {
  groupMatricule,
  type Matricule,
  type MatriculeOptions,
  type MatriculeProblem,
  useMatricule,
} from './common/MatriculeField/useMatricule.js';
export {
  type OfficialError,
  type OfficialErrorOptions,
  useOfficialError,
} from './common/OfficialErrorAlert/useOfficialError.js';
export { type PrintSheetOptions, type PrintSheetView, usePrintSheet } from './common/PrintSheet/usePrintSheet.js';
export {
  type CertificateWarning,
  type ServiceLine,
  type ServiceState,
  type ServiceStatusOptions,
  type ServiceStatusResult,
  statusQueries,
  useServiceStatus,
} from './common/ServiceStatus/useServiceStatus.js';
export type { GridColumn, GridSelectionMode, GridSort } from './common/VirtualGrid/grid-types.js';
export {
  useVirtualGrid,
  VIRTUAL_FROM,
  type VirtualGridOptions,
  type VirtualGridView,
} from './common/VirtualGrid/useVirtualGrid.js';
export {
  type EmergencyAccessResult,
  MOTIVE_MIN,
  useEmergencyAccess,
} from './dmp/BrisDeGlaceDialog/useEmergencyAccess.js';
export {
  type DepositQueueOptions,
  type DepositQueueResult,
  type QueueFilter,
  useDepositQueue,
} from './dmp/DepositQueue/useDepositQueue.js';
export {
  type DmpAccessHistoryResult,
  useDmpAccessHistory,
} from './dmp/DmpAccessHistory/useDmpAccessHistory.js';
export { type DmpAccessOptions, type DmpAccessResult, useDmpAccess } from './dmp/DmpAccessPanel/useDmpAccess.js';
export {
  type DmpConsentChange,
  type DmpConsentOptions,
  type DmpConsentResult,
  useDmpConsent,
} from './dmp/DmpConsentPanel/useDmpConsent.js';
export { isEnded, useSubmission } from './dmp/DmpDepositProgress/useSubmission.js';
export {
  type DepositDocument,
  type DepositEdits,
  type DepositOptions,
  type DepositResult,
  depositSteps,
  useDeposit,
} from './dmp/DmpDepositWizard/useDeposit.js';
export {
  type DeleteReason,
  type DocumentActionsOptions,
  type DocumentActionsResult,
  type DocumentChange,
  useDmpDocumentActions,
} from './dmp/DmpDocumentActions/useDmpDocumentActions.js';
export {
  type DmpDocumentsOptions,
  type DmpDocumentsResult,
  type FilingFailure,
  type FilingResult,
  useDmpDocuments,
} from './dmp/DmpDocumentList/useDmpDocuments.js';
export {
  type DmpDocumentOptions,
  type DmpDocumentResult,
  type DocumentPart,
  documentQueries,
  useDmpDocument,
} from './dmp/DmpDocumentViewer/useDmpDocument.js';
export { type HoldOptions, type HoldResult, useHold } from './dmp/DmpHoldCheckbox/useHold.js';
export { type DmpNewDocumentsOptions, useDmpNewDocuments } from './dmp/DmpNewDocuments/useDmpNewDocuments.js';
export {
  type SecretConnectionResult,
  useSecretConnection,
} from './dmp/DmpSecretConnectionSwitch/useSecretConnection.js';
export { type DmpStatusOptions, useDmpStatus } from './dmp/DmpStatusIndicator/useDmpStatus.js';
export {
  type TraceabilityNoticeResult,
  useTraceabilityNotice,
} from './dmp/DmpTraceabilityNotice/useTraceabilityNotice.js';
export {
  type DmpDocumentChange,
  type DmpVersionAlertResult,
  useDmpVersionAlert,
} from './dmp/DmpVersionAlert/useDmpVersionAlert.js';
export {
  useWebAccess,
  type WaitingTab,
  type WebAccessOptions,
  type WebAccessResult,
} from './dmp/DmpWebAccessLink/useWebAccess.js';
export { dmpQueries } from './dmp/queries/dmp.js';
export { submissionQueries } from './dmp/queries/submissions.js';
export { useRecordDocuments } from './dmp/queries/use-record-documents.js';
export {
  type BannerField,
  type IdentityBannerOptions,
  type IdentityBannerView,
  useIdentityBanner,
} from './ins/IdentityBanner/useIdentityBanner.js';
export { type Duplicates, type DuplicatesOptions, useDuplicates } from './ins/IdentityDuplicates/useDuplicates.js';
export {
  type CriteriaProblem,
  type IdentityCriteria,
  type IdentitySearch,
  type IdentitySearchOptions,
  useIdentitySearch,
} from './ins/IdentityDuplicates/useIdentitySearch.js';
export type {
  Consequence,
  IdentityField,
  IdentityIssue,
  IdentityValues,
} from './ins/IdentityForm/identity-values.js';
export {
  type IdentityForm as IdentityFormView,
  type IdentityFormOptions,
  type SaveStep,
  useIdentityForm,
} from './ins/IdentityForm/useIdentityForm.js';
export {
  type IdentityStatusOptions,
  type IdentityStatusView,
  type StatusTransition,
  useIdentityStatus,
} from './ins/IdentityStatusPanel/useIdentityStatus.js';
export {
  type ComparisonKind,
  type ComparisonPart,
  firstNameChoices,
} from './ins/InsComparison/comparison.js';
export {
  type AcceptRefusal,
  type InsComparison as InsComparisonView,
  type InsComparisonOptions,
  type InsRejection,
  useInsComparison,
} from './ins/InsComparison/useInsComparison.js';
export { type DatamatrixSize, MIN_MODULE_MM, type SymbolSize, symbolSize } from './ins/InsDatamatrix/symbol-size.js';
export {
  type DrawnDatamatrix,
  type InsDatamatrixOptions,
  type InsDatamatrixView,
  useInsDatamatrix,
} from './ins/InsDatamatrix/useInsDatamatrix.js';
export {
  type DatamatrixScan,
  type DatamatrixScanOptions,
  type ScanProblem,
  type ScanSource,
  useDatamatrixScan,
} from './ins/InsDatamatrixScanner/useDatamatrixScan.js';
// INS components
export type { InsSearchField, InsSearchPlan, InsSearchTraits } from './ins/InsSearchForm/search-traits.js';
export {
  type InsSearch,
  type InsSearchOptions,
  type RunningAttempt,
  useInsSearch,
} from './ins/InsSearchForm/useInsSearch.js';
export {
  type InsStatusMark,
  type InsStatusOptions,
  type InsStatusView,
  useInsStatus,
} from './ins/InsStatusBadge/useInsStatus.js';
export {
  useVerificationWorklist,
  type VerificationFilter,
  type VerificationResult,
  type VerificationWorklist,
  type VerificationWorklistOptions,
  verificationQueries,
} from './ins/InsVerificationList/useVerificationWorklist.js';
export {
  type ApcvIdentityProvider,
  useVitale,
  type Vitale,
  type VitaleOptions,
  type VitaleState,
} from './ins/InsVitalePanel/useVitale.js';
export {
  type IdCopyPort,
  type Justificatif,
  type JustificatifField,
  type JustificatifOptions,
  type JustificatifProblem,
  type JustificatifValue,
  useJustificatif,
} from './ins/JustificatifCapture/useJustificatif.js';
export { type PrintIdentityView, usePrintIdentity } from './ins/PrintIdentityBlock/usePrintIdentity.js';
export { identityQueries } from './ins/queries/identity.js';
export { MATRICULE_SHOWN_MS, type MatriculeReveal, useMatriculeView } from './ins/shared/use-matricule-view.js';
