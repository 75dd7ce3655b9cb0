// What the services about patients and authorisations answer (TD0.x, TD1.x). No identity trait of the DMP is ever here
// (RG_0320: they are neither shown nor copied into the local identity).

import type { InsIdentifier } from '@socle-sante/core/ins-identifier';

/** Right of access of the caller, read by its beginning whatever its case; the exact codes are not published. */
export type AuthorisationState = 'valid' | 'expired' | 'denied' | 'none' | 'unknown';

/** AUTORISATION of TD0.2. */
export interface DmpAuthorisation {
  readonly state: AuthorisationState;
  /** As received (`VALIDE`, …). Absent when the DMP said nothing. */
  readonly raw?: string;
}

/** Whether there is a record: `none` (queryResponseCode NF), `active`, `terminated` (closed), or another status kept in `rawStatus`. */
export type DmpRecordStatus = 'none' | 'active' | 'terminated' | 'unknown';

/** Answer of TD0.2. */
export interface DmpExistence {
  readonly status: DmpRecordStatus;
  /** `patient/statusCode/@code` as received. */
  readonly rawStatus?: string;
  /** Says nothing about deposits: a deposit needs an active record, not an authorisation. */
  readonly authorisation: DmpAuthorisation;
  /** STATUT_MT: the caller is the médecin traitant of the patient. */
  readonly treatingDoctor?: boolean;
  /** COMPTE_INTERNET_OUVERT. */
  readonly internetAccountOpen?: boolean;
  /** RATTACHEMENT_ENS: the record belongs to Mon espace santé; then TD1.3b and TD1.4 are refused. */
  readonly attachedToMonEspaceSante?: boolean;
  /** Present when the record is closed and the answer says more; paths not verified. */
  readonly closure?: { readonly date?: string; readonly reason?: string };
  readonly messageId: string;
}

/** One legal representative (`personalRelationship`). */
export interface LegalRepresentative {
  /** Code of the relation, for example `FTH` (2.16.840.1.113883.1.11.19579). */
  readonly relation?: string;
  readonly family?: string;
  readonly given?: string;
}

/** A postal address as HL7 v3 carries it. */
export interface DmpAddress {
  readonly lines: readonly string[];
  readonly postalCode?: string;
  readonly city?: string;
  readonly country?: string;
}

/** Answer of TD1.3a. */
export interface DmpAdministrativeData extends DmpExistence {
  /** OPPOSITION_BRIS_DE_GLACE. */
  readonly opposedToBrisDeGlace?: boolean;
  /** OPPOSITION_ACCES_URGENCE. */
  readonly opposedToEmergencyAccess?: boolean;
  /** Telecommunication addresses (`tel:…`, `mailto:…`). */
  readonly telecoms: readonly string[];
  readonly addresses: readonly DmpAddress[];
  readonly legalRepresentatives: readonly LegalRepresentative[];
}

/** Answer of TD0.3. */
export interface AuthorisationChange {
  /** `DMPOk`, also when nothing had to change: `context` says so. */
  readonly status: string;
  readonly context?: string;
  readonly messageId: string;
}

/** One record that the caller may open (TD0.4). Matched with the local patient by its INS: names are not given. */
export interface AccessibleRecord {
  /** Absent when the DMP gave none but an old INS-C. */
  readonly ins?: InsIdentifier;
  readonly treatingDoctor?: boolean;
  readonly message?: string;
  /** UTC instants as received, `yyyyMMddHHmmss`. */
  readonly lastAccess?: string;
  readonly lastUpdate?: string;
  readonly lastAddition?: string;
}

/** One person found without INS (TD0.5, centre 15). */
export interface PatientCandidate {
  readonly ins?: InsIdentifier;
  /** POURCENTAGE of the match. */
  readonly score?: number;
  readonly opposedToEmergencyAccess?: boolean;
  /**
   * What tells one candidate from another on the screen of the régulation, and nothing else. Not enumerable: it never goes
   * into a log or a serialised answer, and never into the local identity (RG_0320).
   */
  readonly recognise: { readonly names: readonly string[]; readonly birthDate?: string; readonly city?: string };
}

/** One professional authorised or blocked on a record (TD1.6). */
export interface AuthorisedProfessional {
  readonly nationalId: string;
  readonly nationalIdType?: string;
  readonly family?: string;
  readonly given?: string;
  /** For example `G15_10/SM26`. */
  readonly specialtyCode?: string;
  readonly specialtyLabel?: string;
  /** `yyyyMMddHHmmss`. */
  readonly since?: string;
  readonly lastAction?: string;
  /** `ACTIVE`, `INTERDITE`, or another as received. */
  readonly mode?: string;
  readonly specificRight?: string;
}
