import { createAdmin } from './admin.js';
import type { DmpCore, DmpCoreOptions } from './api.js';
import { authorizationOperations } from './authorization-operations.js';
import { documentOperations } from './document-operations.js';
import { createEngine } from './engine.js';
import { patientOperations } from './patient-operations.js';
import { seedAuthorizations, seedPatients } from './patients.js';
import { recordOperations } from './record-operations.js';
import { seedDocuments } from './seed.js';

/** The registry, the repository and the records, in memory. */
export function createDmpCore(options: DmpCoreOptions): DmpCore {
  const engine = createEngine(options);
  const { store, clock, answerOid } = engine;
  const admin = createAdmin(engine);
  const patients = options.patients ?? seedPatients();
  store.commit(patients.map((value) => ({ collection: 'patients' as const, id: value.matricule, value })));
  const authorizations = options.authorizations ?? (options.patients ? [] : seedAuthorizations(clock()));
  for (const { matricule, authorization } of authorizations) admin.setAuthorization(matricule, authorization);
  if (!options.patients && (options.seedDocuments ?? true)) seedDocuments(store, clock(), answerOid);
  return {
    get level() {
      return engine.level;
    },
    setLevel(level) {
      engine.level = level;
    },
    ...recordOperations(engine),
    ...authorizationOperations(engine),
    ...patientOperations(engine),
    ...documentOperations(engine),
    admin,
    snapshot: () => store.snapshot(),
    restore: (snapshot) => store.restore(snapshot),
    replay: (commit) => store.replay(commit),
  };
}
