import type { DmpCore, DmpListedPatient, DmpListPatients } from './api.js';
import { authorisedAs, type DmpCaller } from './caller.js';
import type { CoreEngine } from './engine.js';
import { structureOf } from './patients.js';
import type { DmpFoundPatient, DmpPatient } from './record.js';
import { type DmpRefusal, faultRefusal } from './refusal.js';
import { FAULT } from './vocabulary.js';

/** TD0.4, TD0.5. */
export function patientOperations(engine: CoreEngine): Pick<DmpCore, 'listPatients' | 'findPatients'> {
  const { store, access, answerOid, operate } = engine;

  const foundPatient = (patient: DmpPatient, oid: string): DmpFoundPatient => ({
    patientId: { extension: patient.matricule, oid },
    familyName: patient.birthName,
    givenName: patient.givenNames,
    sex: patient.sex,
    birthDate: patient.birthDate,
    opposesEmergencyAccess: patient.record?.opposesEmergencyAccess ?? false,
  });

  return {
    listPatients(caller, request = {}) {
      return operate(
        caller,
        'TD0.4',
        undefined,
        () => [
          ...access.allowed('listPatients', caller, access.standing(caller, undefined)),
          ...ownerRefusals(caller, request),
        ],
        () => {
          const owner = request.ownerId ?? caller.userId;
          const since = request.startDate === undefined ? '' : isoOf(request.startDate);
          const listed: DmpListedPatient[] = [];
          for (const patient of store.patients.values()) {
            if (patient.record?.status !== 'active') continue;
            const treatingDoctor = caller.mode !== 'INDIRECTE' && patient.record.treatingDoctors.includes(owner);
            const holders =
              request.ownerId !== undefined
                ? [request.ownerId]
                : caller.mode === 'INDIRECTE'
                  ? [caller.structure, caller.userId]
                  : [authorisedAs(caller)];
            const held = holders
              .map((holder) => store.authorizations.get(`${patient.matricule}|${holder}`))
              .find((authorization) => authorization?.state === 'ACTIVE');
            if (!held && !treatingDoctor) continue;
            const own = [...store.entries.values()].filter((entry) => entry.patient === patient.matricule);
            const dates = own.map(({ registeredAt }) => registeredAt).sort();
            const lastAddAt = own
              .filter(({ version }) => version === '1')
              .map(({ registeredAt }) => registeredAt)
              .sort()
              .at(-1);
            const lastAccessAt = [...store.traces.values()].filter((t) => t.patient === patient.matricule).at(-1)?.at;
            const compared = request.dateType === 'LASTDOC' ? lastAddAt : (held?.since ?? lastAddAt);
            if (since !== '' && (compared === undefined || compared < since)) continue;
            const lastUpdateAt = dates.at(-1);
            listed.push({
              ...foundPatient(patient, answerOid),
              treatingDoctor,
              ...(held ? { authorizedAt: held.since } : {}),
              ...(lastAccessAt === undefined ? {} : { lastAccessAt }),
              ...(lastUpdateAt === undefined ? {} : { lastUpdateAt }),
              ...(lastAddAt === undefined ? {} : { lastAddAt }),
            });
          }
          return listed;
        },
      );
    },
    findPatients(caller, criteria) {
      return operate(
        caller,
        'TD0.5',
        undefined,
        () => access.allowed('findPatients', caller, access.standing(caller, undefined)),
        () => {
          const fold = (text: string) =>
            text
              .normalize('NFD')
              .replace(/[\u0300-\u036f]/g, '')
              .toUpperCase();
          const name = fold(criteria.familyName);
          const given = fold(criteria.givenName ?? '');
          return [...store.patients.values()]
            .filter(
              (patient) =>
                patient.record?.status === 'active' &&
                name !== '' &&
                fold(patient.birthName).startsWith(name) &&
                fold(patient.givenNames).startsWith(given) &&
                (criteria.sex === undefined || patient.sex === criteria.sex) &&
                (criteria.birthDate === undefined || patient.birthDate.startsWith(criteria.birthDate)),
            )
            .map((patient) => foundPatient(patient, answerOid));
        },
      );
    },
  };
}

/** Only staff look at the records of somebody else, and only of their structure. */
function ownerRefusals(caller: DmpCaller, { ownerId }: DmpListPatients): DmpRefusal[] {
  if (ownerId === undefined || ownerId === caller.userId) return [];
  const staff = authorisedAs(caller) === caller.structure;
  return staff && structureOf(ownerId) === caller.structure
    ? []
    : [
        faultRefusal(
          7,
          FAULT.rights,
          'rights.psOwner',
          'psOwnerId : les dossiers d’un professionnel de sa structure, par le personnel de celle-ci',
          { from: 'dmp' },
        ),
      ];
}

/** `yyyyMMddHHmmss` in UTC, possibly shortened, as an ISO instant. */
function isoOf(dtm: string): string {
  const [y = '0000', m = '01', d = '01', h = '00', min = '00', s = '00'] =
    /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?/.exec(dtm)?.slice(1) ?? [];
  return `${y}-${m}-${d}T${h}:${min}:${s}.000Z`;
}
