import type { Coded } from '@socle-sante/core/coded';
import type { Contact } from './contact.js';

/** Name of a person who is not the patient. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
  /** JDV_J245: `M` or `MME`. */
  readonly prefix?: 'M' | 'MME';
  /** JDV_J246: `DR`, `MC`, `MG`, `PC`, `PG`, `PR`. */
  readonly suffix?: 'DR' | 'MC' | 'MG' | 'PC' | 'PG' | 'PR';
}

/** A structure. */
export interface Organization extends Contact {
  /** Struct_IdNat: `1` + FINESS, `2` + SIREN, `3` + SIRET, `4` + RPPS-rank, `0` + cabinet ADELI. */
  readonly idNat: string;
  readonly name: string;
  /** Cadre d’exercice: JDV_J04 (CI-SIS), JDV_J62 (DMP). */
  readonly setting?: Coded;
}

/** A professional, wherever one may stand. */
export interface Professional extends Contact {
  /** PS_IdNat: `8` + RPPS, `0` + ADELI, `3` + FINESS + `/` + internal id… As read on the card or in the directory. */
  readonly idNat: string;
  readonly name: PersonName;
  /** JDV_J01: `G15_10/SM54`… */
  readonly specialty?: Coded;
  /** Rôle fonctionnel, JDV_J47: `PCP` médecin traitant… */
  readonly function?: Coded;
  readonly organization?: Organization;
}

/** A device or a software, as an author shows itself. */
export interface Device {
  /** `manufacturerModelName`. */
  readonly model: string;
  /** `softwareName`. */
  readonly software: string;
}

/** A professional who wrote the document: specialty and structure are then known. */
export interface ProfessionalAuthor extends Professional {
  readonly kind: 'professional';
  readonly specialty: Coded;
  readonly organization: Organization;
}

/** The patient: the INS and the names come from `Submission.patient`. */
export interface PatientAuthor extends Contact {
  readonly kind: 'patient';
}

/** A device or software of a structure (`DISPOSITIF`, `AUTOMATE`… of JDV_J01). */
export interface SystemAuthor extends Contact {
  readonly kind: 'system';
  /** PS_IdNat form: prefix + identifier of the structure + `/` + local id, e.g. `30B0127189/DEV1`. */
  readonly idNat: string;
  readonly specialty: Coded;
  readonly device: Device;
  readonly organization: Organization;
}

/** A digital service referenced by the State (service numérique référencé). Its code is always SNR. */
export interface ServiceAuthor extends Contact {
  readonly kind: 'service';
  /** OID of the vendor. */
  readonly oid: string;
  readonly extension: string;
  readonly device: Device;
  /** Its vendor. */
  readonly organization: Organization;
}

/** The four kinds of author (CI-SIS, CDA header `author`; cardinalities differ by kind). */
export type Author = ProfessionalAuthor | PatientAuthor | SystemAuthor | ServiceAuthor;
