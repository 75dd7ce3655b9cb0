import type { DmpDocumentEntry, DmpPatientId, DmpStatus, DmpSubmissionSet } from './metadata.js';

export type DmpAuthorizationState = 'VALIDE' | 'EXPIRE' | 'INTERDIT' | 'NON_EXISTE';

/** A professional (or a structure, for staff) and a record. */
export interface DmpAuthorization {
  /** PS_IdNat, or Struct_IdNat when it was given to a structure. */
  readonly holder: string;
  readonly state: 'ACTIVE' | 'EXPIREE' | 'INTERDITE';
  readonly familyName?: string;
  readonly givenName?: string;
  readonly specialty?: { readonly code: string; readonly label: string };
  /** ISO instants. */
  readonly since: string;
  readonly lastAction: string;
}

/** One access, as the patient sees it in the history of his record. */
export interface DmpTrace {
  readonly at: string;
  readonly transaction: string;
  readonly userId: string;
  readonly structure: string;
  readonly mode: string;
  readonly accessMode: string;
  readonly outcome: 'done' | 'refused';
  readonly uniqueIds: readonly string[];
  /** Connexion secrète: not shown to the legal representatives. */
  readonly secret: boolean;
}

/** A person and, when `record` is there, his DMP. */
export interface DmpPatient {
  /** Stable name, as in the personas of INSi. */
  readonly id: string;
  readonly matricule: string;
  readonly birthName: string;
  readonly givenNames: string;
  readonly sex: 'F' | 'M';
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  /** Absent: this person has no DMP. */
  readonly record?: DmpRecord;
}

export interface DmpRecord {
  readonly status: 'active' | 'terminated';
  /** Only when terminated; ISO instant, motive. */
  readonly closedAt?: string;
  readonly closingReason?: string;
  /** Attached to Mon espace santé. */
  readonly attachedToMes: boolean;
  readonly internetAccount: boolean;
  readonly opposesBreakGlass: boolean;
  readonly opposesEmergencyAccess: boolean;
  /** PS_IdNat of the médecins traitants. */
  readonly treatingDoctors: readonly string[];
  readonly telecoms: readonly string[];
  readonly address?: { readonly street?: string; readonly postalCode?: string; readonly city?: string };
  readonly legalRepresentatives: readonly {
    readonly relation: string;
    readonly familyName: string;
    readonly givenName: string;
  }[];
}

/** An entry as the registry keeps it. */
export interface StoredEntry extends DmpDocumentEntry {
  readonly logicalId: string;
  readonly version: string;
  readonly status: DmpStatus;
  readonly hash: string;
  readonly size: number;
  readonly repositoryUniqueId: string;
  /** The patient it belongs to; `patientId` stays as it was sent. */
  readonly patient: string;
  /** Who deposited. */
  readonly depositor: { readonly userId: string; readonly structure: string; readonly byPatient: boolean };
  /** False for the versions of metadata that an update replaced. */
  readonly current: boolean;
  readonly setId: string;
  readonly registeredAt: string;
}

export interface StoredSet extends DmpSubmissionSet {
  readonly status: DmpStatus;
  readonly patient: string;
  readonly registeredAt: string;
}

/** What `findPatients` asks (TD0.5): at least a family name. */
export interface DmpPatientCriteria {
  readonly familyName: string;
  readonly givenName?: string;
  readonly sex?: 'F' | 'M';
  /** `YYYY-MM-DD`, or its beginning. */
  readonly birthDate?: string;
}

/** A patient of an answer, with the INS under the OID of this environment. */
export interface DmpFoundPatient {
  readonly patientId: DmpPatientId;
  readonly familyName: string;
  readonly givenName: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly opposesEmergencyAccess: boolean;
}
