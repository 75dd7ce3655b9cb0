import { type Clock, type RandomBytes, uuidV4 } from '@socle-sante/core/uuid';
import { type Access, accessModeOf, createAccess } from './access.js';
import type { DmpCoreOptions } from './api.js';
import type { DmpCaller } from './caller.js';
import type { DmpPatientId } from './metadata.js';
import {
  type DmpLevel,
  type DmpOutcome,
  type DmpRefusal,
  DmpRefused,
  faultRefusal,
  isEnforced,
  registryRefusal,
} from './refusal.js';
import { createStore, type DmpStore } from './store.js';
import { isMinor } from './submission-rules.js';
import { FAULT } from './vocabulary.js';

const INS_OIDS = ['8', '9', '10', '11'].map((last) => `1.2.250.1.213.1.4.${last}`);
const TEST_OID = '1.2.250.1.213.1.4.10';
const MAX_RESULTS = 2000;

/** What every operation works with. */
export interface CoreEngine {
  readonly store: DmpStore;
  readonly access: Access;
  readonly clock: Clock;
  readonly random: RandomBytes | undefined;
  readonly answerOid: string;
  readonly maxResults: number;
  level: DmpLevel;
  /**
   * Runs one operation: collects refusals, judges them at the current level, and only then lets the action happen. Leaves a trace in
   * the record of the patient, when there is one.
   */
  operate<T>(
    caller: DmpCaller,
    transaction: string,
    patient: string | undefined,
    checks: () => readonly DmpRefusal[],
    action: () => T,
    uniqueIds?: (value: T) => readonly string[],
  ): DmpOutcome<T>;
}

/** Sets what is judged against what only is logged, at the current level. */
function judge(refusals: readonly DmpRefusal[], level: DmpLevel) {
  return {
    enforced: refusals.filter((refusal) => isEnforced(refusal, level)),
    logged: refusals.filter((refusal) => !isEnforced(refusal, level)),
  };
}

export function createEngine(options: DmpCoreOptions): CoreEngine {
  const { clock, random } = options;
  const store = createStore(options.onCommit);

  function trace(
    caller: DmpCaller,
    patient: string | undefined,
    transaction: string,
    outcome: 'done' | 'refused',
    uniqueIds: readonly string[] = [],
  ): void {
    if (patient === undefined || !store.patients.get(patient)?.record) return;
    const value = {
      patient,
      at: clock().toISOString(),
      transaction,
      userId: caller.userId,
      structure: caller.structure,
      mode: caller.mode,
      accessMode: accessModeOf(caller),
      outcome,
      uniqueIds,
      secret: caller.secretConnection ?? false,
    };
    store.commit([{ collection: 'traces', id: uuidV4(random), value }]);
  }

  /** Check 6: a secret connection hides an access from the legal representatives of a minor; an adult has none. */
  function secretConnection(caller: DmpCaller): DmpRefusal[] {
    const patient = caller.patient && store.patients.get(caller.patient.extension);
    return caller.secretConnection && patient && !isMinor(patient, clock())
      ? [
          faultRefusal(6, FAULT.vihf, 'vihf.secretAdult', 'connexion secrète : le patient n’est pas mineur', {
            from: 'strict',
          }),
        ]
      : [];
  }

  const engine: CoreEngine = {
    store,
    access: createAccess(store, options.insOids ?? INS_OIDS),
    clock,
    random,
    answerOid: options.answerOid ?? TEST_OID,
    maxResults: options.maxResults ?? MAX_RESULTS,
    level: options.level ?? 'strict',
    operate(caller, transaction, patient, checks, action, uniqueIds = () => []) {
      let refusals: readonly DmpRefusal[];
      try {
        refusals = [...secretConnection(caller), ...checks()];
        const { enforced, logged } = judge(refusals, engine.level);
        if (enforced.length === 0) {
          const value = action();
          trace(caller, patient, transaction, 'done', uniqueIds(value));
          return { ok: true, value, warnings: logged };
        }
        trace(caller, patient, transaction, 'refused');
        return { ok: false, refusals: enforced, warnings: logged };
      } catch (error) {
        if (!(error instanceof DmpRefused)) throw error;
        trace(caller, patient, transaction, 'refused');
        return { ok: false, refusals: error.refusals, warnings: [] };
      }
    },
  };
  return engine;
}

/** The patient of the VIHF, which operations without a patient of their own need. */
export function needPatient(caller: DmpCaller): DmpPatientId {
  if (caller.patient) return caller.patient;
  throw new DmpRefused([
    faultRefusal(6, FAULT.vihf, 'vihf.resourceId', 'resource-id absent : le patient n’est pas connu'),
  ]);
}

/** For an action that the checks of {@link Access.open} should have stopped. */
export function noRecord(): DmpRefused {
  return new DmpRefused([registryRefusal(8, 'XDSUnknownPatientId', 'patient.unknown', 'aucun DMP pour cet INS')]);
}
