// The server half of the contract: Request → Response over the vendor's ports and services. No Node API.

export { authorizeByKind, type OperationPattern } from './handlers/authorize-by-kind.js';
export { createGateway, type Gateway } from './handlers/create-gateway.js';
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
export { defaultDocumentTypes, defaultSite } from './memory/default-site.js';
export { findDuplicateGroups, type RecordGroup } from './memory/duplicates.js';
export { matchesIdentity, searchKey } from './memory/identity-match.js';
export { createMemoryPorts, type MemoryPorts, type MemoryPortsOptions } from './memory/ports.js';
export { createMemoryTransient } from './memory/transient.js';
