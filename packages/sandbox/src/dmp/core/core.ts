import { type RandomBytes, uuidV4 } from '@socle-sante/core/uuid';
import { accessModeOf, authorizationAction, createAccess, isAuthor, isOfStructure, type Standing } from './access.js';
import {
  DMP_REPOSITORY,
  type DmpCore,
  type DmpCoreOptions,
  type DmpExistence,
  type DmpListedPatient,
  type DmpQuery,
  type DmpRetrieved,
  type DmpUpdate,
} from './api.js';
import { authorisedAs, type DmpCaller } from './caller.js';
import type { DmpPatientId, DmpSubmission } from './metadata.js';
import { seedAuthorizations, seedPatients } from './patients.js';
import { runQuery } from './query.js';
import { applyQueryRules } from './query-access.js';
import type { DmpAuthorization, DmpFoundPatient, DmpPatient, DmpRecord, StoredEntry } from './record.js';
import {
  type DmpLevel,
  type DmpOutcome,
  type DmpRefusal,
  DmpRefused,
  faultRefusal,
  isEnforced,
  registryRefusal,
} from './refusal.js';
import type { DmpAction } from './rights.js';
import { seedDocuments } from './seed.js';
import { createStore } from './store.js';
import { checkSubmission } from './submission-rules.js';
import { checkAgainstRegistry, checkReplacements, register } from './submit.js';
import { applyUpdate, checkUpdate, targetOf } from './update.js';
import { FAULT } from './vocabulary.js';

const INS_OIDS = ['8', '9', '10', '11'].map((last) => `1.2.250.1.213.1.4.${last}`);
const TEST_OID = '1.2.250.1.213.1.4.10';
const MAX_RESULTS = 2000;

/** Sets what is judged against what only is logged, at the current level. */
function judge(refusals: readonly DmpRefusal[], level: DmpLevel) {
  return {
    enforced: refusals.filter((refusal) => isEnforced(refusal, level)),
    logged: refusals.filter((refusal) => !isEnforced(refusal, level)),
  };
}

/** The registry, the repository and the records, in memory. */
export function createDmpCore(options: DmpCoreOptions): DmpCore {
  const { clock } = options;
  const random: RandomBytes | undefined = options.random;
  const answerOid = options.answerOid ?? TEST_OID;
  const store = createStore(options.onCommit);
  const access = createAccess(store, options.insOids ?? INS_OIDS);
  let level = options.level ?? 'strict';

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

  /** Runs one operation: collects refusals, judges them, and only then lets the action happen. */
  function operate<T>(
    caller: DmpCaller,
    transaction: string,
    patient: string | undefined,
    checks: () => readonly DmpRefusal[],
    action: () => T,
    uniqueIds: (value: T) => readonly string[] = () => [],
  ): DmpOutcome<T> {
    let refusals: readonly DmpRefusal[];
    try {
      refusals = checks();
      const { enforced, logged } = judge(refusals, level);
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
  }

  const needPatient = (caller: DmpCaller): DmpPatientId => {
    if (caller.patient) return caller.patient;
    throw new DmpRefused([
      faultRefusal(6, FAULT.vihf, 'vihf.resourceId', 'resource-id absent : le patient n’est pas connu'),
    ]);
  };

  const foundPatient = (patient: DmpPatient, oid: string): DmpFoundPatient => ({
    patientId: { extension: patient.matricule, oid },
    familyName: patient.birthName,
    givenName: patient.givenNames,
    sex: patient.sex,
    birthDate: patient.birthDate,
    opposesEmergencyAccess: patient.record?.opposesEmergencyAccess ?? false,
  });

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
      ],
      () => existenceOf(caller, patientId),
    );
  }

  const setRecord = (patient: DmpPatient, record: DmpRecord) =>
    store.commit([{ collection: 'patients', id: patient.matricule, value: { ...patient, record } }]);

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

  /** The right on one document: plain, own, of the structure; documents of the patient belong to him and to the MT. */
  function entryRights(action: DmpAction, caller: DmpCaller, standing: Standing, entry: StoredEntry): DmpRefusal[] {
    const right = access.right(action, caller, standing);
    if (right === 'no') return [...access.allowed(action, caller, standing)];
    const patients =
      entry.depositor.byPatient && (action === 'archive' || action === 'unarchive' || action === 'delete');
    const mine = patients
      ? standing.kind === 'medecinTraitant'
      : right === 'own'
        ? isAuthor(caller, entry)
        : right === 'structure'
          ? isOfStructure(caller, entry)
          : true;
    return mine
      ? []
      : [
          faultRefusal(
            21,
            FAULT.rights,
            'rights.ownership',
            `matrice d’habilitations : ${action} est réservé à l’auteur`,
            { from: 'dmp' },
          ),
        ];
  }

  function submit(caller: DmpCaller, submission: DmpSubmission, findings: readonly DmpRefusal[], byPatient: boolean) {
    const { patientId } = submission.set;
    const opened = access.open(caller, patientId, 'nothing');
    const standing = access.standing(caller, opened.patient);
    const action = standing.kind === 'cpe' || standing.kind === 'staffAir' ? 'depositByStaff' : 'deposit';
    return operate(
      caller,
      action === 'deposit' ? 'TD2.1' : 'TD2.2',
      patientId.extension,
      () => [
        ...(byPatient ? [] : access.allowed(action, caller, standing)),
        ...access.samePatient(caller, patientId),
        ...opened.refusals,
        ...checkSubmission(submission, { caller, patient: opened.patient, now: clock() }),
        ...checkAgainstRegistry(store, submission),
        ...checkReplacements(store, submission),
        ...findings,
      ],
      () => {
        if (!opened.patient) throw new DmpRefused(opened.refusals);
        const depositor = { userId: caller.userId, structure: caller.structure, byPatient };
        return register(store, submission, { patient: opened.patient, depositor, now: clock(), random });
      },
      ({ entries }) => entries.map(({ uniqueId }) => uniqueId),
    );
  }

  const core: DmpCore = {
    get level() {
      return level;
    },
    setLevel(next) {
      level = next;
    },
    existence: (caller, patient) => readExistence(caller, patient, 'existence', 'TD0.2'),
    administrativeData: (caller, patient) => readExistence(caller, patient, 'administrativeData', 'TD1.3a'),
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
          if (!patient?.record)
            throw new DmpRefused([
              registryRefusal(8, 'XDSUnknownPatientId', 'patient.unknown', 'aucun DMP pour cet INS'),
            ]);
          const { matricule, record } = patient;
          if (action === 'dropTreatingDoctor') {
            const already = !record.treatingDoctors.includes(caller.userId);
            setRecord(patient, {
              ...record,
              treatingDoctors: record.treatingDoctors.filter((id) => id !== caller.userId),
            });
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
    listPatients(caller, request = {}) {
      return operate(
        caller,
        'TD0.4',
        undefined,
        () => access.allowed('listPatients', caller, access.standing(caller, undefined)),
        () => {
          const since = request.startDate === undefined ? '' : isoOf(request.startDate);
          const listed: DmpListedPatient[] = [];
          for (const patient of store.patients.values()) {
            if (patient.record?.status !== 'active') continue;
            const treatingDoctor =
              caller.mode !== 'INDIRECTE' && patient.record.treatingDoctors.includes(caller.userId);
            const holders = caller.mode === 'INDIRECTE' ? [caller.structure, caller.userId] : [authorisedAs(caller)];
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
    submit: (caller, submission, findings = []) => submit(caller, submission, findings, false),
    query(caller, query: DmpQuery) {
      const scope = applyQueryRules(store, access, caller, query);
      return operate(
        caller,
        scope.action === 'search' ? 'TD3.1a' : 'TD3.1b',
        scope.patient,
        () => scope.refusals,
        () => runQuery(query, scope.visible(), options.maxResults ?? MAX_RESULTS),
      );
    },
    retrieve(caller, requests) {
      const entryOf = (uniqueId: string) =>
        [...store.entries.values()].find((entry) => entry.current && entry.uniqueId === uniqueId);
      const patientId =
        caller.patient ?? requests.map(({ documentUniqueId }) => entryOf(documentUniqueId)?.patientId).find((id) => id);
      return operate(
        caller,
        'TD3.2',
        patientId?.extension,
        () => {
          if (!patientId) return [];
          const opened = access.open(caller, patientId, 'authorization');
          return [
            ...access.allowed('retrieve', caller, access.standing(caller, opened.patient)),
            ...(caller.patient ? access.samePatient(caller, caller.patient) : []),
            ...opened.refusals,
          ];
        },
        (): DmpRetrieved => {
          const documents: DmpRetrieved['documents'][number][] = [];
          const failures: DmpRefusal[] = [];
          for (const { repositoryUniqueId, documentUniqueId } of requests) {
            const fail = (code: string, reason: string, context: string) =>
              failures.push(registryRefusal(20, code, reason, context, { location: documentUniqueId }));
            if (repositoryUniqueId !== undefined && repositoryUniqueId !== DMP_REPOSITORY) {
              fail('XDSUnknownRepositoryId', 'retrieve.repository', 'repositoryUniqueId inconnu');
              continue;
            }
            const entry = entryOf(documentUniqueId);
            const content = store.contents.get(documentUniqueId);
            if (!entry || !content || (patientId && entry.patient !== patientId.extension)) {
              fail('XDSDocumentUniqueIdError', 'retrieve.unknown', 'aucun document de ce uniqueId pour ce patient');
              continue;
            }
            const patient = store.patients.get(entry.patient);
            if (!access.sees(caller, access.standing(caller, patient), patient, entry)) {
              fail('XDSDocumentUniqueIdError', 'retrieve.masked', 'document masqué');
              continue;
            }
            documents.push({
              uniqueId: documentUniqueId,
              mimeType: entry.mimeType,
              repositoryUniqueId: DMP_REPOSITORY,
              content,
            });
          }
          if (requests.length === 0) throw nothingAsked();
          if (documents.length === 0) throw new DmpRefused(failures);
          return { documents, failures };
        },
        ({ documents }) => documents.map(({ uniqueId }) => uniqueId),
      );
    },
    update(caller, update: DmpUpdate) {
      const entry = targetOf(store, update);
      return operate(
        caller,
        transactionOf(update),
        entry?.patient,
        () => {
          if (!entry)
            return [
              registryRefusal(21, 'UnresolvedReferenceException', 'update.unresolved', 'entryUUID inconnu ou périmé'),
            ];
          const patient = store.patients.get(entry.patient);
          const standing = access.standing(caller, patient);
          const personal = caller.mode !== 'INDIRECTE' && standing.kind !== 'cpe' && standing.kind !== 'staffAir';
          const patientId = caller.patient ?? entry.patientId;
          const opened = access.open(
            caller,
            { ...patientId, extension: entry.patient },
            personal ? 'authorization' : 'nothing',
          );
          const other =
            patientId.extension === entry.patient
              ? []
              : [
                  registryRefusal(
                    9,
                    'XDSPatientIdDoesNotMatch',
                    'patient.resourceId',
                    'le document est d’un autre patient',
                  ),
                ];
          return [
            ...other,
            ...opened.refusals,
            ...update.changes.flatMap((change) => entryRights(change, caller, standing, entry)),
            ...checkUpdate(entry, update),
          ];
        },
        () => {
          if (!entry) throw new DmpRefused([]);
          return applyUpdate(store, entry, update, { now: clock(), random });
        },
        () => (entry ? [entry.uniqueId] : []),
      );
    },
    admin: {
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
        [...store.traces.values()]
          .filter(({ patient }) => patient === matricule)
          .map(({ patient: _, ...rest }) => rest),
      depositAsPatient(matricule, submission) {
        const patient = store.patients.get(matricule);
        if (!patient?.record)
          throw new DmpRefused([
            registryRefusal(8, 'XDSUnknownPatientId', 'patient.unknown', 'aucun DMP pour cet INS'),
          ]);
        const depositor = { userId: matricule, structure: '', byPatient: true };
        return register(store, submission, { patient, depositor, now: clock(), random });
      },
    },
    snapshot: () => store.snapshot(),
    restore: (snapshot) => store.restore(snapshot),
    replay: (commit) => store.replay(commit),
  };

  function changeRecord(patientId: DmpPatientId, change: Partial<DmpRecord>): DmpRecord {
    const patient = access.find(patientId);
    if (!patient?.record)
      throw new DmpRefused([registryRefusal(8, 'XDSUnknownPatientId', 'patient.unknown', 'aucun DMP pour cet INS')]);
    const record = { ...patient.record, ...change };
    setRecord(patient, record);
    return record;
  }

  const patients = options.patients ?? seedPatients();
  store.commit(patients.map((value) => ({ collection: 'patients' as const, id: value.matricule, value })));
  const authorizations = options.authorizations ?? (options.patients ? [] : seedAuthorizations(clock()));
  for (const { matricule, authorization } of authorizations) core.admin.setAuthorization(matricule, authorization);
  if (!options.patients && (options.seedDocuments ?? true)) seedDocuments(store, clock(), answerOid);
  return core;
}

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

function nothingAsked(): DmpRefused {
  return new DmpRefused([
    registryRefusal(20, 'XDSDocumentUniqueIdError', 'retrieve.nothing', 'aucun document demandé'),
  ]);
}

/** `yyyyMMddHHmmss` in UTC, possibly shortened, as an ISO instant. */
function isoOf(dtm: string): string {
  const [y = '0000', m = '01', d = '01', h = '00', min = '00', s = '00'] =
    /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?/.exec(dtm)?.slice(1) ?? [];
  return `${y}-${m}-${d}T${h}:${min}:${s}.000Z`;
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

function transactionOf({ changes }: DmpUpdate): string {
  if (changes.includes('delete')) return 'TD3.3c';
  if (changes.includes('archive') || changes.includes('unarchive')) return 'TD3.3d';
  return changes.includes('mask') || changes.includes('unmask') ? 'TD3.3a' : 'TD3.3b';
}
