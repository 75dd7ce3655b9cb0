import type { DmpAdmin } from './api.js';
import { type CoreEngine, noRecord } from './engine.js';
import type { DmpRecord } from './record.js';
import { register } from './submit.js';

const NEW_RECORD: DmpRecord = {
  status: 'active',
  attachedToMes: true,
  internetAccount: true,
  opposesBreakGlass: false,
  opposesEmergencyAccess: false,
  treatingDoctors: [],
  telecoms: [],
  legalRepresentatives: [],
};

/** What tests and demonstrations do by hand. */
export function createAdmin({ store, clock, random }: CoreEngine): DmpAdmin {
  return {
    patients: () => [...store.patients.values()],
    patient: (matricule) => store.patients.get(matricule),
    setRecord(matricule, change) {
      const patient = store.patients.get(matricule);
      if (!patient) return;
      const { record: _, ...person } = patient;
      const value = change ? { ...person, record: { ...(patient.record ?? NEW_RECORD), ...change } } : person;
      store.commit([{ collection: 'patients', id: matricule, value }]);
    },
    setAuthorization: (matricule, authorization) =>
      store.commit([
        {
          collection: 'authorizations',
          id: `${matricule}|${authorization.holder}`,
          value: { ...authorization, patient: matricule },
        },
      ]),
    removeAuthorization: (matricule, holder) =>
      store.commit([{ collection: 'authorizations', id: `${matricule}|${holder}`, value: undefined }]),
    entries: (matricule) =>
      [...store.entries.values()].filter(
        (entry) => entry.current && (matricule === undefined || entry.patient === matricule),
      ),
    traces: (matricule) =>
      [...store.traces.values()].filter(({ patient }) => patient === matricule).map(({ patient: _, ...rest }) => rest),
    depositAsPatient(matricule, submission) {
      const patient = store.patients.get(matricule);
      if (!patient?.record) throw noRecord();
      const depositor = { userId: matricule, structure: '', byPatient: true };
      return register(store, submission, { patient, depositor, now: clock(), random });
    },
  };
}
