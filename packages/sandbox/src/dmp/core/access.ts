import type { DmpSetAuthorization } from './api.js';
import { authorisedAs, callerKind, type DmpCaller, type DmpCallerKind } from './caller.js';
import type { DmpPatientId } from './metadata.js';
import type { DmpAuthorizationState, DmpPatient, DmpRecord, StoredEntry } from './record.js';
import { type DmpRefusal, faultRefusal, registryRefusal } from './refusal.js';
import { type DmpAction, type DmpRight, rightOf } from './rights.js';
import type { DmpStore } from './store.js';
import { FAULT, MASKED } from './vocabulary.js';

/** What the record says of a caller. */
export interface Standing {
  readonly kind: DmpCallerKind;
  readonly treating: boolean;
  readonly authorization: DmpAuthorizationState;
}

/** Identifier of an HL7 v2 composite (XCN.1) or structure (XON.10). */
export const xcnId = (xcn: string) => xcn.split('^')[0] ?? '';
export const xonId = (xon: string) => xon.split('^')[9] ?? '';

export const accessModeOf = (caller: DmpCaller) => caller.accessMode ?? 'normal';

export function isAuthor(caller: DmpCaller, entry: StoredEntry): boolean {
  return (
    entry.depositor.userId === caller.userId ||
    entry.authors.some(({ person }) => person !== undefined && xcnId(person) === caller.userId)
  );
}

export function isOfStructure(caller: DmpCaller, entry: StoredEntry): boolean {
  return (
    entry.depositor.structure === caller.structure ||
    entry.authors.some(({ institutions }) => institutions.some((xon) => xonId(xon) === caller.structure))
  );
}

export const isMasked = (entry: Pick<StoredEntry, 'confidentiality'>) =>
  entry.confidentiality.some(({ code }) => code === MASKED);

/** Rights and openings, on the state of the store. */
export interface Access {
  /** Checks the OID of the environment and that caller and message speak of the same patient (check 9). */
  samePatient(caller: DmpCaller, patient: DmpPatientId): readonly DmpRefusal[];
  find(patient: DmpPatientId): DmpPatient | undefined;
  standing(caller: DmpCaller, patient: DmpPatient | undefined): Standing;
  right(action: DmpAction, caller: DmpCaller, standing: Standing): DmpRight;
  /** Check 7 for an action whose right does not depend on the document. */
  allowed(action: DmpAction, caller: DmpCaller, standing: Standing): readonly DmpRefusal[];
  /** Check 8, for whom the patient blocked: no access whatever the mode. */
  blocked(caller: DmpCaller, patient: DmpPatient | undefined): readonly DmpRefusal[];
  /** Check 8: there is a DMP, active; the caller is not blocked; access modes that the patient opposed. */
  open(
    caller: DmpCaller,
    patient: DmpPatientId,
    needs: 'nothing' | 'authorization',
  ): { readonly patient?: DmpPatient; readonly record?: DmpRecord; readonly refusals: readonly DmpRefusal[] };
  /** May the caller see this document at all? */
  sees(caller: DmpCaller, standing: Standing, patient: DmpPatient | undefined, entry: StoredEntry): boolean;
}

export function createAccess(store: DmpStore, insOids: readonly string[]): Access {
  const find = ({ extension }: DmpPatientId) => store.patients.get(extension);
  const right = (action: DmpAction, caller: DmpCaller, standing: Standing) =>
    rightOf(action, standing.kind, accessModeOf(caller), caller.mode === 'INDIRECTE_RENFORCEE');
  const opposed = (caller: DmpCaller, record: DmpRecord | undefined) =>
    (accessModeOf(caller) === 'bris_de_glace' && record?.opposesBreakGlass === true) ||
    (accessModeOf(caller) === 'centre_15' && record?.opposesEmergencyAccess === true);

  function standing(caller: DmpCaller, patient: DmpPatient | undefined): Standing {
    const treating = caller.mode !== 'INDIRECTE' && (patient?.record?.treatingDoctors.includes(caller.userId) ?? false);
    const kind = callerKind(caller, treating);
    const held = patient && store.authorizations.get(`${patient.matricule}|${authorisedAs(caller)}`);
    const own = patient && store.authorizations.get(`${patient.matricule}|${caller.userId}`);
    const authorization: DmpAuthorizationState =
      own?.state === 'INTERDITE' || held?.state === 'INTERDITE'
        ? 'INTERDIT'
        : treating || held?.state === 'ACTIVE'
          ? 'VALIDE'
          : held?.state === 'EXPIREE'
            ? 'EXPIRE'
            : 'NON_EXISTE';
    return { kind, treating, authorization };
  }

  const blocked = (caller: DmpCaller, patient: DmpPatient | undefined): readonly DmpRefusal[] =>
    standing(caller, patient).authorization === 'INTERDIT'
      ? [
          faultRefusal(8, FAULT.rights, 'authorization.blocked', 'le patient a bloqué ce professionnel', {
            from: 'dmp',
          }),
        ]
      : [];

  return {
    find,
    standing,
    right,
    samePatient(caller, patient) {
      const refusals: DmpRefusal[] = [];
      if (!insOids.includes(patient.oid)) {
        refusals.push(
          registryRefusal(
            9,
            'XDSPatientIdDoesNotMatch',
            'patient.oid',
            'patientId : OID d’INS étranger à cet environnement',
            {
              from: 'dmp',
            },
          ),
        );
      }
      if (caller.patient && (caller.patient.extension !== patient.extension || caller.patient.oid !== patient.oid)) {
        refusals.push(
          registryRefusal(
            9,
            'XDSPatientIdDoesNotMatch',
            'patient.resourceId',
            'le patient du message n’est pas celui de resource-id',
            { from: 'dmp' },
          ),
        );
      }
      return refusals;
    },
    allowed(action, caller, standingOf) {
      if (right(action, caller, standingOf) !== 'no') return [];
      return [
        faultRefusal(
          7,
          FAULT.rights,
          `rights.${action}`,
          `matrice d’habilitations : ${action} n’est pas permis (${caller.mode}, ${accessModeOf(caller)}, ${standingOf.kind})`,
          { from: 'dmp' },
        ),
      ];
    },
    blocked,
    open(caller, patientId, needs) {
      const patient = find(patientId);
      const record = patient?.record;
      if (!patient || !record) {
        return {
          refusals: [registryRefusal(8, 'XDSUnknownPatientId', 'patient.unknown', 'aucun DMP pour cet INS')],
        };
      }
      const refusals: DmpRefusal[] = [];
      if (record.status === 'terminated') {
        refusals.push(registryRefusal(8, 'XDSUnknownPatientId', 'patient.closed', 'le DMP est fermé', { from: 'dmp' }));
      }
      const { authorization } = standing(caller, patient);
      const denied = (reason: string, context: string) =>
        refusals.push(faultRefusal(8, FAULT.rights, reason, context, { from: 'dmp' }));
      if (authorization === 'INTERDIT') refusals.push(...blocked(caller, patient));
      else if (opposed(caller, record))
        denied('patient.opposition', `le patient s’oppose au mode ${accessModeOf(caller)}`);
      else if (needs === 'authorization' && accessModeOf(caller) === 'normal' && authorization !== 'VALIDE') {
        denied(
          authorization === 'EXPIRE' ? 'authorization.expired' : 'authorization.absent',
          authorization === 'EXPIRE' ? 'l’autorisation d’accès a expiré' : 'pas d’autorisation d’accès à ce DMP',
        );
      }
      return { patient, record, refusals };
    },
    sees(caller, standingOf, patient, entry) {
      if (!entry.current) return false;
      if (!isMasked(entry)) return true;
      const verdict = right('retrieveMasked', caller, standingOf);
      if (verdict === 'yes' || isAuthor(caller, entry)) return true;
      if (verdict === 'emergency') return !opposed(caller, patient?.record);
      // For a structure, by its reference: it may delete what it deposited.
      return (
        (standingOf.kind === 'indirect' || standingOf.kind === 'cpe' || standingOf.kind === 'staffAir') &&
        isOfStructure(caller, entry)
      );
    },
  };
}

/** The action that a TD0.3 asks for. */
export function authorizationAction(request: DmpSetAuthorization): DmpAction {
  if (request.role === 'MEDECIN_TRAITANT' && request.action === 'SUPPRESSION') return 'dropTreatingDoctor';
  return request.action === 'AJOUT' ? 'authoriseSelf' : 'removeAuthorization';
}
