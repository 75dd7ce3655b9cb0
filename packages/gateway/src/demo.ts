// The gateway without a server: the real handlers over in-memory ports and simulated services. Browser-safe.

export {
  createDemoGateway,
  type DemoChange,
  type DemoGateway,
  type DemoGatewayOptions,
} from './demo/create.js';
export { demoDocuments } from './demo/dmp/record-documents.js';
export { type DemoPatient, demoImported, demoPatients, demoRecords } from './demo/patients.js';
export type { Latency } from './demo/random.js';
export { type DemoScenario, type DemoScenarioId, demoScenarios } from './demo/scenarios.js';
export type { DemoAnswer, DemoFault, DemoRole, DemoSettings } from './demo/settings.js';
export type { DemoReader } from './demo/vitale.js';
