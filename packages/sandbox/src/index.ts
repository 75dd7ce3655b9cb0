/**
 * Strict local simulators of the French national health services, with a test PKI and fault injection.
 */
export type { DescribedIdentity, SandboxDescription } from './description.js';
export type { DmpHttpRequest, DmpHttpResponse } from './dmp/wire/http.js';
export {
  type DmpInProcessContext,
  type DmpInProcessExchange,
  type DmpInProcessRequest,
  dmpInProcessExchange,
} from './dmp/wire/in-process.js';
export type { DmpExchange } from './dmp/wire/log.js';
export { DMP_SCENARIOS, type DmpScenarioName } from './dmp/wire/scenarios.js';
export {
  createDmpService,
  type DmpRecordedMessage,
  type DmpResetOptions,
  type DmpService,
  type DmpServiceOptions,
  type DmpSimulatorOptions,
} from './dmp/wire/service.js';
export { type SandboxFiles, type SandboxIdentityFiles, writeSandboxFiles } from './files.js';
export { OFFICIAL_FAULTS, SIM_CODES, type SimCode } from './insi/faults.js';
export type { InsiRequest, InsiResponse } from './insi/http-front.js';
export {
  type InProcessContext,
  type InProcessOptions,
  type InProcessRequest,
  type InProcessResponse,
  inProcessExchange,
} from './insi/in-process.js';
export type { SandboxExchange } from './insi/log.js';
export { SCENARIOS, type ScenarioName } from './insi/scenarios.js';
export {
  createInsiService,
  DEFAULT_IDAM,
  type InsiService,
  type InsiServiceOptions,
  type InsiSimulatorOptions,
} from './insi/service.js';
export { createTestPki, type TestIdentity, type TestPki, type TestPkiOptions, type TestRole } from './pki.js';
export {
  type Sandbox,
  type SandboxDmp,
  type SandboxInsi,
  type SandboxLogger,
  type SandboxOptions,
  startSandbox,
} from './sandbox.js';
