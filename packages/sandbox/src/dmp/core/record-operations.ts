import type { DmpCore, DmpExistence } from './api.js';
import type { DmpCaller } from './caller.js';
import { type CoreEngine, noRecord } from './engine.js';
import type { DmpPatientId } from './metadata.js';
import type { DmpRecord } from './record.js';
import { faultRefusal } from './refusal.js';
import type { DmpAction } from './rights.js';
import { FAULT } from './vocabulary.js';

/** TD0.2, TD1.3a, TD1.3b, TD1.4. */
export function recordOperations(
  engine: CoreEngine,
): Pick<DmpCore, 'existence' | 'administrativeData' | 'updateAdministrativeData' | 'close'> {
  const { store, access, clock, operate } = engine;

  function existenceOf(caller: DmpCaller, patientId: DmpPatientId): DmpExistence {
    const patient = access.find(patientId);
    const standing = access.standing(caller, patient);
    const common = { authorization: standing.authorization, treatingDoctor: standing.treating };
    if (!patient?.record) return { state: 'unknown', ...common };
    return { state: patient.record.status, ...common, patient, record: patient.record };
  }

  function readExistence(caller: DmpCaller, patientId: DmpPatientId, action: DmpAction, td: string) {
    return operate(
      caller,
      td,
      patientId.extension,
      () => [
        ...access.allowed(action, caller, access.standing(caller, access.find(patientId))),
        ...access.samePatient(caller, patientId),
        // TD0.2 tells a blocked professional that he is; the rest is closed to him.
        ...(action === 'existence' ? [] : access.blocked(caller, access.find(patientId))),
      ],
      () => existenceOf(caller, patientId),
    );
  }

  /** TD1.3b and TD1.4: the checks that they share. */
  function managementChecks(caller: DmpCaller, patientId: DmpPatientId, action: 'updateAdministrativeData' | 'close') {
    const opened = access.open(caller, patientId, 'nothing');
    const attached = opened.record?.attachedToMes
      ? [
          faultRefusal(
            8,
            FAULT.rights,
            'patient.attachedToMes',
            'DMP rattaché à Mon espace santé : seul le patient le gère',
            {
              from: 'dmp',
            },
          ),
        ]
      : [];
    return [
      ...access.allowed(action, caller, access.standing(caller, opened.patient)),
      ...access.samePatient(caller, patientId),
      ...opened.refusals,
      ...attached,
    ];
  }

  function changeRecord(patientId: DmpPatientId, change: Partial<DmpRecord>): DmpRecord {
    const patient = access.find(patientId);
    if (!patient?.record) throw noRecord();
    const record = { ...patient.record, ...change };
    store.commit([{ collection: 'patients', id: patient.matricule, value: { ...patient, record } }]);
    return record;
  }

  return {
    existence: (caller, patient) => readExistence(caller, patient, 'existence', 'TD0.2'),
    administrativeData: (caller, patient) => readExistence(caller, patient, 'administrativeData', 'TD1.3a'),
    updateAdministrativeData(caller, patientId, change) {
      return operate(
        caller,
        'TD1.3b',
        patientId.extension,
        () => managementChecks(caller, patientId, 'updateAdministrativeData'),
        () => changeRecord(patientId, change),
      );
    },
    close(caller, patientId, reason) {
      return operate(
        caller,
        'TD1.4',
        patientId.extension,
        () => managementChecks(caller, patientId, 'close'),
        () => changeRecord(patientId, { status: 'terminated', closedAt: clock().toISOString(), closingReason: reason }),
      );
    },
  };
}
