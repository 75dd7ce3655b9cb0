import { isAuthor, isOfStructure, type Standing } from './access.js';
import { DMP_REPOSITORY, type DmpCore, type DmpQuery, type DmpRetrieved, type DmpUpdate } from './api.js';
import type { DmpCaller } from './caller.js';
import type { CoreEngine } from './engine.js';
import { runQuery } from './query.js';
import { applyQueryRules } from './query-access.js';
import type { StoredEntry } from './record.js';
import { type DmpRefusal, DmpRefused, faultRefusal, registryRefusal } from './refusal.js';
import type { DmpAction } from './rights.js';
import { checkSubmission, checkUpdateSet } from './submission-rules.js';
import { checkAgainstRegistry, checkReplacements, checkSetIsNew, register } from './submit.js';
import { applyUpdate, checkUpdate, targetOf } from './update.js';
import { FAULT } from './vocabulary.js';

/** TD2.1, TD2.2, TD3.1, TD3.2, TD3.3. */
export function documentOperations(engine: CoreEngine): Pick<DmpCore, 'submit' | 'query' | 'retrieve' | 'update'> {
  const { store, access, clock, random, operate } = engine;

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

  return {
    submit(caller, submission, findings = []) {
      const { patientId } = submission.set;
      const opened = access.open(caller, patientId, 'nothing');
      const standing = access.standing(caller, opened.patient);
      const action = standing.kind === 'cpe' || standing.kind === 'staffAir' ? 'depositByStaff' : 'deposit';
      return operate(
        caller,
        action === 'deposit' ? 'TD2.1' : 'TD2.2',
        patientId.extension,
        () => [
          ...access.allowed(action, caller, standing),
          ...access.samePatient(caller, patientId),
          ...opened.refusals,
          ...checkSubmission(submission, { caller, patient: opened.patient, now: clock() }),
          ...checkAgainstRegistry(store, submission),
          ...checkReplacements(store, submission),
          ...findings,
        ],
        () => {
          if (!opened.patient) throw new DmpRefused(opened.refusals);
          const depositor = { userId: caller.userId, structure: caller.structure, byPatient: false };
          return register(store, submission, { patient: opened.patient, depositor, now: clock(), random });
        },
        ({ entries }) => entries.map(({ uniqueId }) => uniqueId),
      );
    },
    query(caller, query: DmpQuery) {
      const scope = applyQueryRules(store, access, caller, query);
      return operate(
        caller,
        scope.action === 'search' ? 'TD3.1a' : 'TD3.1b',
        scope.patient,
        () => scope.refusals,
        () => runQuery(query, scope.visible(), engine.maxResults),
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
          if (!patientId) return access.allowed('retrieve', caller, access.standing(caller, undefined));
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
            if ((repositoryUniqueId ?? DMP_REPOSITORY) !== DMP_REPOSITORY) {
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
            ...(update.set
              ? [...checkUpdateSet(update.set, caller), ...checkSetIsNew(store, update.set.uniqueId)]
              : []),
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
  };
}

function nothingAsked(): DmpRefused {
  return new DmpRefused([
    registryRefusal(20, 'XDSDocumentUniqueIdError', 'retrieve.nothing', 'aucun document demandé'),
  ]);
}

function transactionOf({ changes }: DmpUpdate): string {
  if (changes.includes('delete')) return 'TD3.3c';
  if (changes.includes('archive') || changes.includes('unarchive')) return 'TD3.3d';
  return changes.includes('mask') || changes.includes('unmask') ? 'TD3.3a' : 'TD3.3b';
}
