export type { SchematronFinding } from './pack.js';
export {
  type ClientOptions,
  createValidationClient,
  type PackVerdict,
  type RemotePack,
  type ValidationClient,
  type ValidationOutcome,
  type ValidationRequest,
} from './worker/client.js';
export { type FailureCode, ValidationFailure } from './worker/failure.js';
export type { ImportModule } from './worker/load-page.js';
export { PAGE_ENTRY, type PageFilesOptions, pageFiles } from './worker/page-files.js';
export {
  type PackOutcome,
  type ValidationPort,
  type ValidationProgress,
  WORKER_PROTOCOL,
  type WorkerLimits,
} from './worker/protocol.js';
export { type ServeOptions, serveValidation, type ValidationServer } from './worker/serve.js';
export { type ExtractLine, openSource, type SourceText } from './worker/source.js';
