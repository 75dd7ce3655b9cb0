// The contract between a vendor's server and its pages: one table of operations, zod schemas, and the types that follow
// from them. Browser-safe.

export type { AuditEntry, AuditKind, AuditListInput, AuditListOutput } from './contract/audit.js';
export type { Answer, Failure, Meta } from './contract/envelope.js';
export type { EnvironmentKind, EnvironmentView, ServiceStatusView, StatusOutput } from './contract/environment.js';
export {
  type DenialReason,
  type GatewayErrorCode,
  gatewayErrorCodes,
  type UiError,
} from './contract/error.js';
export {
  describeUiError,
  type ErrorText,
  type ErrorTexts,
  errorTexts,
  type TextLocale,
} from './contract/error-texts.js';
export type { FindingView } from './contract/finding.js';
export type {
  ActionId,
  DocumentView,
  DuplicateGroup,
  FormerIns,
  HistoryEntry,
  IdentityAttribute,
  IdentityChangeOutput,
  IdentityDuplicatesInput,
  IdentityDuplicatesOutput,
  IdentityEffect,
  IdentityGetInput,
  IdentityHistoryOutput,
  IdentitySaveInput,
  IdentitySaveOutput,
  IdentitySearchInput,
  IdentitySearchOutput,
  IdentityStatus,
  IdentityTransitionInput,
  InsView,
  Lock,
  PatientRow,
  PatientView,
  Sex,
  TraitField,
  Traits,
  TraitsInput,
  TransitionType,
  TransitionView,
} from './contract/identity.js';
export type {
  DatamatrixDecodeInput,
  DatamatrixDecodeOutput,
  DatamatrixGetInput,
  DatamatrixGetOutput,
  DiffRow,
  DiffVerdict,
  InsAcceptInput,
  InsAcceptOutput,
  InsAttempt,
  InsiSnapshot,
  InsSearchInput,
  InsSearchOutput,
  InsSearchVitaleInput,
  InsVerifyInput,
  InsVerifyListInput,
  InsVerifyListOutput,
  InsVerifyOutput,
  MatriculeViewInput,
  MatriculeViewOutput,
  SentTraits,
  VerificationOutcome,
  VerificationRow,
  VitaleBeneficiary,
  VitaleReading,
} from './contract/ins.js';
export {
  type Contract,
  contract,
  type OperationDefinition,
  type OperationId,
  type OperationInput,
  type OperationOutput,
  operationIds,
  type ResponseKind,
} from './contract/operations.js';
export type {
  Capabilities,
  DocumentType,
  OperationCapability,
  SessionView,
  SiteView,
} from './contract/session.js';
export type { SocleUiEvent, SocleUiEventName } from './contract/ui-event.js';
export {
  CONTRACT_HEADER,
  CONTRACT_VERSION,
  IDEMPOTENCY_HEADER,
  isContractCompatible,
  REQUEST_HEADER,
} from './contract/version.js';
export type { VitaleReader } from './contract/vitale-reader.js';
