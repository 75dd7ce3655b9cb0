import type { DmpCode, DmpPatientId } from './metadata.js';

export type DmpAuthenticationMode = 'DIRECTE' | 'INDIRECTE' | 'INDIRECTE_RENFORCEE';
/** `purposeofuse` of the VIHF. */
export type DmpAccessMode = 'normal' | 'bris_de_glace' | 'centre_15';

/** Who calls, as the VIHF says it. */
export interface DmpCaller {
  readonly mode: DmpAuthenticationMode;
  /** Default `normal`. */
  readonly accessMode?: DmpAccessMode;
  /** NameID: PS_IdNat, or identifier inside the structure. */
  readonly userId: string;
  readonly userName?: string;
  /** First profession (or role of a machine, of a member of staff), then savoir-faire. */
  readonly roles: readonly DmpCode[];
  /** Struct_IdNat */
  readonly structure: string;
  readonly sector?: DmpCode;
  /** `Mode_Acces_Raison` */
  readonly reason?: string;
  /** Connexion secrète of a minor. */
  readonly secretConnection?: boolean;
  /** `resource-id` of the VIHF. */
  readonly patient?: DmpPatientId;
}

/** Columns of the rights matrix (PDT-INF-526 v1.8, PDT-INF-606 v1.3 for the last). */
export type DmpCallerKind = 'ps' | 'medecin' | 'medecinDuTravail' | 'medecinTraitant' | 'cpe' | 'indirect' | 'staffAir';

const PROFESSIONS = '1.2.250.1.71.1.2.7';
const SKILLS = '1.2.250.1.71.4.2.5';
const MACHINES = '1.2.250.1.213.1.1.4.6';
/** Savoir-faire "Médecine du travail". */
const OCCUPATIONAL = new Set(['SM25']);

const has = (caller: DmpCaller, codeSystem: string, accept: (code: string) => boolean) =>
  caller.roles.some((role) => role.codeSystem === codeSystem && accept(role.code));

export function isMedecin(caller: DmpCaller): boolean {
  return has(caller, PROFESSIONS, (code) => code === '10');
}

/** The column in which the caller stands; `treating` says that the record names him médecin traitant. */
export function callerKind(caller: DmpCaller, treating: boolean): DmpCallerKind {
  if (caller.mode === 'INDIRECTE') return 'indirect';
  const staff = has(caller, MACHINES, (code) => code === 'SECRETARIAT_MEDICAL');
  if (staff) return caller.mode === 'DIRECTE' ? 'cpe' : 'staffAir';
  if (!isMedecin(caller)) return 'ps';
  if (treating) return 'medecinTraitant';
  return has(caller, SKILLS, (code) => OCCUPATIONAL.has(code)) ? 'medecinDuTravail' : 'medecin';
}

/** Staff act for their structure; professionals for themselves. */
export function authorisedAs(caller: DmpCaller): string {
  return has(caller, MACHINES, (code) => code === 'SECRETARIAT_MEDICAL') ? caller.structure : caller.userId;
}
