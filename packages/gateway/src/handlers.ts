// The server half of the contract: Request → Response over the vendor's ports and services. No Node API.

export { authorizeByKind, type OperationPattern } from './handlers/authorize-by-kind.js';
export { createGateway, type Gateway } from './handlers/create-gateway.js';
export { defaultDocumentGroups } from './handlers/dmp/groups.js';
export type { DmpCalls, DmpConnection, DmpProfile, DmpService } from './handlers/dmp-service.js';
export type {
  ConsentStore,
  NoticeStore,
  RecordStore,
  StoredChannel,
  StoredConsent,
  StoredDocument,
  StoredDraft,
  StoredSubmission,
  SubmissionQuery,
  SubmissionStore,
} from './handlers/document-ports.js';
export type {
  ComposedDocument,
  DepositDefaults,
  DepositPerson,
  DocumentsService,
  OfficialLayer,
} from './handlers/documents-service.js';
export { openApiDocument } from './handlers/openapi.js';
export type { GatewayFault, GatewayOptions } from './handlers/options.js';
export type {
  AuditQuery,
  AuditSink,
  CheckedDocument,
  GatewayPorts,
  IdentityQuery,
  IdentityRecord,
  IdentityStore,
  ImportedIdentity,
  InsiIdentity,
  KeptInsi,
  ReceivedIns,
  SiteSettings,
  StoredTrace,
  TransientStore,
  UserDirectory,
  VerificationWorklist,
} from './handlers/ports.js';
export type {
  GatewayServices,
  InsiService,
  InsiServiceAttempt,
  InsiServiceResult,
  InsiTraitsQuery,
  ServiceCall,
  VerificationService,
  VitaleService,
} from './handlers/services.js';
export type { AuthorizationRequest, Authorize, Decision, Session } from './handlers/session.js';
export type { MemoryAudit } from './memory/audit.js';
export { createMemoryConsents } from './memory/consents.js';
export { defaultDocumentTypes, defaultSite } from './memory/default-site.js';
export { findDuplicateGroups, type RecordGroup } from './memory/duplicates.js';
export { matchesIdentity, searchKey } from './memory/identity-match.js';
export { createMemoryNotices } from './memory/notices.js';
export { createMemoryPorts, type MemoryPorts, type MemoryPortsOptions } from './memory/ports.js';
export { createMemoryRecords, type MemoryDocument } from './memory/records.js';
export { createMemorySubmissions } from './memory/submissions.js';
export { createMemoryTransient } from './memory/transient.js';
