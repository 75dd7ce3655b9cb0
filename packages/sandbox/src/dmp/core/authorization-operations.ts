import { authorizationAction } from './access.js';
import type { DmpCore } from './api.js';
import { authorisedAs, type DmpCaller } from './caller.js';
import { type CoreEngine, needPatient, noRecord } from './engine.js';
import type { DmpAuthorization } from './record.js';

/** TD0.3, TD1.6. */
export function authorizationOperations(engine: CoreEngine): Pick<DmpCore, 'setAuthorization' | 'listAuthorizations'> {
  const { store, access, clock, operate } = engine;
  return {
    setAuthorization(caller, request) {
      const action = authorizationAction(request);
      return operate(
        caller,
        'TD0.3',
        caller.patient?.extension,
        () => {
          const patientId = needPatient(caller);
          const opened = access.open(caller, patientId, 'nothing');
          return [
            ...access.allowed(action, caller, access.standing(caller, opened.patient)),
            ...access.samePatient(caller, patientId),
            ...opened.refusals,
          ];
        },
        () => {
          const patient = access.find(needPatient(caller));
          if (!patient?.record) throw noRecord();
          const { matricule, record } = patient;
          if (action === 'dropTreatingDoctor') {
            const already = !record.treatingDoctors.includes(caller.userId);
            store.commit([
              {
                collection: 'patients',
                id: matricule,
                value: {
                  ...patient,
                  record: {
                    ...record,
                    treatingDoctors: record.treatingDoctors.filter((id) => id !== caller.userId),
                  },
                },
              },
            ]);
            return { already };
          }
          const holder = authorisedAs(caller);
          const id = `${matricule}|${holder}`;
          const known = store.authorizations.get(id);
          const now = clock().toISOString();
          if (action === 'removeAuthorization') {
            store.commit([{ collection: 'authorizations', id, value: undefined }]);
            return { already: known === undefined };
          }
          const already = known?.state === 'ACTIVE';
          const value = {
            ...known,
            holder,
            patient: matricule,
            state: 'ACTIVE' as const,
            since: already ? known.since : now,
            lastAction: now,
            ...(caller.userName === undefined ? {} : namesOf(caller.userName)),
            ...(holder === caller.userId ? specialtyOf(caller) : {}),
          };
          store.commit([{ collection: 'authorizations', id, value }]);
          return { already };
        },
      );
    },
    listAuthorizations(caller, mode = 'TOUTE') {
      return operate(
        caller,
        'TD1.6',
        caller.patient?.extension,
        () => {
          const patientId = needPatient(caller);
          const opened = access.open(caller, patientId, 'authorization');
          return [
            ...access.allowed('listAuthorizations', caller, access.standing(caller, opened.patient)),
            ...access.samePatient(caller, patientId),
            ...opened.refusals,
          ];
        },
        () =>
          [...store.authorizations.values()]
            .filter(({ patient }) => patient === needPatient(caller).extension)
            .filter(({ state }) =>
              mode === 'TOUTE' ? true : mode === 'INTERDITE' ? state === 'INTERDITE' : state === 'ACTIVE',
            )
            .map(({ patient: _, ...authorization }): DmpAuthorization => authorization),
      );
    },
  };
}

function namesOf(userName: string): { familyName: string; givenName: string } {
  const [familyName = '', ...given] = userName.trim().split(/\s+/);
  return { familyName, givenName: given.join(' ') };
}

function specialtyOf(caller: DmpCaller): { specialty?: { code: string; label: string } } {
  const [profession, skill] = caller.roles;
  if (!profession) return {};
  const code = `G15_${profession.code}${skill ? `/${skill.code}` : ''}`;
  return { specialty: { code, label: [profession.displayName, skill?.displayName].filter(Boolean).join(' - ') } };
}
