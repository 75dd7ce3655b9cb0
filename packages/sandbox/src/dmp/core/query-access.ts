import type { Access } from './access.js';
import type { DmpQuery } from './api.js';
import type { DmpCaller } from './caller.js';
import type { DmpPatientId } from './metadata.js';
import { checkQuery, type Visible } from './query.js';
import type { StoredEntry } from './record.js';
import { type DmpRefusal, registryRefusal } from './refusal.js';
import type { DmpStore } from './store.js';

/** What a caller may look at with this query, and what stands against it. */
interface QueryScope {
  readonly action: 'search' | 'searchReference';
  /** Matricule of the record looked at, when known. */
  readonly patient: string | undefined;
  readonly refusals: readonly DmpRefusal[];
  visible(): Visible;
}

const PATIENT_PARAMETERS = [
  '$XDSDocumentEntryPatientId',
  '$XDSSubmissionSetPatientId',
  '$XDSFolderPatientId',
  '$patientId',
] as const;

const ID_PARAMETERS = [
  '$XDSDocumentEntryEntryUUID',
  '$XDSDocumentEntryUniqueId',
  '$XDSDocumentEntryLogicalID',
  '$XDSSubmissionSetEntryUUID',
  '$XDSSubmissionSetUniqueId',
  '$uuid',
] as const;

/** CX.1 and CX.4 of a patient identifier; undefined when it is not one. */
export function patientOfCx(cx: string): DmpPatientId | undefined {
  const [extension = '', , , authority = ''] = cx.split('^');
  const [, oid = '', type] = authority.split('&');
  return extension !== '' && oid !== '' && type === 'ISO' ? { extension, oid } : undefined;
}

export function applyQueryRules(store: DmpStore, access: Access, caller: DmpCaller, query: DmpQuery): QueryScope {
  const refusals: DmpRefusal[] = checkQuery(query);
  const values = (name: string) => (query.parameters[name] ?? []).flat();
  // TD3.1b: the reference of one document that the caller already knows by its uniqueId.
  const reference =
    query.query === 'GetDocuments' &&
    query.returnType === 'ObjectRef' &&
    values('$XDSDocumentEntryUniqueId').length > 0;
  const action = reference ? 'searchReference' : 'search';

  const cx = PATIENT_PARAMETERS.flatMap(values)[0];
  let patientId: DmpPatientId | undefined;
  if (cx !== undefined) {
    patientId = patientOfCx(cx);
    if (!patientId)
      refusals.push(registryRefusal(19, 'XDSStoredQueryParamNumber', 'query.patientId', 'patientId : CX mal formé'));
  } else patientId = caller.patient ?? patientOfObjects(store, ID_PARAMETERS.flatMap(values));
  if (patientId) {
    const opened = access.open(caller, patientId, reference ? 'nothing' : 'authorization');
    refusals.push(
      ...access.allowed(action, caller, access.standing(caller, opened.patient)),
      ...access.samePatient(caller, patientId),
      ...opened.refusals,
    );
  } else refusals.push(...access.allowed(action, caller, access.standing(caller, undefined)));

  const matricule = patientId?.extension;
  if (patientsOfObjects(store, ID_PARAMETERS.flatMap(values)).size > 1)
    refusals.push(
      registryRefusal(19, 'XDSResultNotSinglePatient', 'query.patients', 'objets de plusieurs patients', {
        from: 'dmp',
      }),
    );
  return {
    action,
    patient: matricule,
    refusals,
    visible() {
      const patient = matricule === undefined ? undefined : store.patients.get(matricule);
      const standing = access.standing(caller, patient);
      const mine = <T extends { readonly patient: string }>(all: Iterable<T>) =>
        [...all].filter((object) => object.patient === matricule);
      const entries = mine<StoredEntry>(store.entries.values()).filter((entry) =>
        access.sees(caller, standing, patient, entry),
      );
      const hidden = new Set(
        mine<StoredEntry>(store.entries.values())
          .filter((entry) => !entries.includes(entry))
          .map(({ id }) => id),
      );
      return {
        entries,
        sets: mine(store.sets.values()),
        associations: mine(store.associations.values())
          .filter(({ source, target }) => !hidden.has(source) && !hidden.has(target))
          .map(({ patient: _, ...association }) => association),
      };
    },
  };
}

/** Matricules of all the objects that are registered. */
function patientsOfObjects(store: DmpStore, ids: readonly string[]): ReadonlySet<string> {
  if (ids.length < 2) return new Set();
  const wanted = new Set(ids);
  const found = new Set<string>();
  for (const { id, uniqueId, logicalId, patient } of store.entries.values())
    if (wanted.has(id) || wanted.has(uniqueId) || wanted.has(logicalId)) found.add(patient);
  for (const { id, uniqueId, patient } of store.sets.values())
    if (wanted.has(id) || wanted.has(uniqueId)) found.add(patient);
  return found;
}

/** The patient of the first of these objects that is registered. */
function patientOfObjects(store: DmpStore, ids: readonly string[]): DmpPatientId | undefined {
  const wanted = new Set(ids);
  for (const entry of store.entries.values())
    if (wanted.has(entry.id) || wanted.has(entry.uniqueId) || wanted.has(entry.logicalId)) return entry.patientId;
  for (const set of store.sets.values()) if (wanted.has(set.id) || wanted.has(set.uniqueId)) return set.patientId;
  return undefined;
}
