import type { Finding } from '@socle-sante/core/finding';
import type { InsIdentifier, InsOidKind } from '@socle-sante/core/ins-identifier';
import type { XmlElement } from '@socle-sante/wire/xml';
import type { CdaAddress, CdaCode, CdaId, CdaInterval, CdaPersonName, CdaTelecom, CdaTime } from './data-types.js';

/** The header of a CDA document: every participant of « CI-SIS, volet Structuration minimale » 1.16. */
export interface CdaHeader {
  readonly realmCode?: string;
  readonly typeId?: CdaId;
  readonly templateIds: readonly CdaId[];
  readonly id?: CdaId;
  readonly code?: CdaCode;
  readonly title?: string;
  readonly effectiveTime?: CdaTime;
  readonly confidentialityCode?: CdaCode;
  /** `@code`, for example `fr-FR`. */
  readonly languageCode?: string;
  readonly setId?: CdaId;
  /** As written; see {@link versionNumber}. */
  readonly version?: string;
  /** The version when it is a whole number from 1. */
  readonly versionNumber?: number;
  readonly copyTime?: CdaTime;
  readonly patient?: CdaPatient;
  /** Every `recordTarget`; the first is {@link patient}. */
  readonly patients: readonly CdaPatient[];
  readonly authors: readonly CdaAuthor[];
  readonly dataEnterer?: CdaDataEnterer;
  readonly informants: readonly CdaInformant[];
  readonly custodian?: CdaOrganization;
  readonly informationRecipients: readonly CdaRecipient[];
  readonly legalAuthenticator?: CdaAuthenticator;
  readonly authenticators: readonly CdaAuthenticator[];
  readonly participants: readonly CdaParticipant[];
  readonly orders: readonly CdaOrder[];
  readonly serviceEvents: readonly CdaServiceEvent[];
  readonly relatedDocuments: readonly CdaRelatedDocument[];
  readonly consents: readonly CdaConsent[];
  readonly encounter?: CdaEncounter;
}

/** One INS of the patient: what was written, and the identifier when it is a right one. */
export interface CdaPatientIns {
  readonly id: CdaId;
  readonly kind: InsOidKind;
  /** Absent when the matricule or its key is wrong: see {@link findings}. */
  readonly identifier?: InsIdentifier;
  readonly findings: readonly Finding[];
}

/** The traits that the header carries, by their national names. Texts as written. */
export interface CdaPatientTraits {
  readonly nomNaissance?: string;
  readonly nomUtilise?: string;
  readonly premierPrenom?: string;
  /** The `given` without qualifier; several make one list. */
  readonly listePrenoms?: string;
  readonly prenomUtilise?: string;
  readonly sexe?: string;
  /** `YYYY-MM-DD` when eight digits were written, else what was written. */
  readonly dateNaissance?: string;
  /** Code COG of `birthplace/place/addr/county`. */
  readonly lieuNaissance?: string;
}

export interface CdaPatient {
  readonly ids: readonly CdaId[];
  /** Identifiers under an INS root. */
  readonly ins: readonly CdaPatientIns[];
  /** Identifiers under any other root. */
  readonly localIds: readonly CdaId[];
  readonly traits: CdaPatientTraits;
  readonly names: readonly CdaPersonName[];
  readonly gender?: CdaCode;
  readonly birthTime?: CdaTime;
  readonly deceased?: boolean;
  readonly deceasedTime?: CdaTime;
  readonly multipleBirth?: boolean;
  readonly multipleBirthOrder?: string;
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
  readonly guardians: readonly CdaGuardian[];
  readonly birthplace?: { readonly name?: string; readonly address?: CdaAddress };
  readonly element: XmlElement;
}

export interface CdaGuardian {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
  readonly person?: CdaPerson;
  readonly organization?: CdaOrganization;
}

export interface CdaPerson {
  readonly names: readonly CdaPersonName[];
}

export interface CdaDevice {
  readonly manufacturerModelName?: string;
  readonly softwareName?: string;
  readonly code?: CdaCode;
}

export interface CdaOrganization {
  readonly ids: readonly CdaId[];
  readonly names: readonly string[];
  readonly telecoms: readonly CdaTelecom[];
  readonly addresses: readonly CdaAddress[];
  readonly standardIndustryClassCode?: CdaCode;
  readonly partOf?: { readonly ids: readonly CdaId[]; readonly code?: CdaCode; readonly whole?: CdaOrganization };
}

/** `assignedEntity`: who acts, and for whom. */
export interface CdaAssignedEntity {
  readonly classCode?: string;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
  readonly person?: CdaPerson;
  readonly organization?: CdaOrganization;
}

/**
 * What an author is, said by its identifiers and content (IG-document-core, ressourcesCDA-entete, author): a health
 * professional, the patient, a system of a structure (device), a referenced digital service (device, code `SNR`).
 */
export type CdaAuthorKind = 'professional' | 'patient' | 'system' | 'service' | 'unknown';

export interface CdaAuthor {
  readonly kind: CdaAuthorKind;
  readonly templateIds: readonly CdaId[];
  readonly time?: CdaTime;
  readonly functionCode?: CdaCode;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
  readonly person?: CdaPerson;
  readonly device?: CdaDevice;
  readonly organization?: CdaOrganization;
  readonly element: XmlElement;
}

export interface CdaDataEnterer {
  readonly time?: CdaTime;
  readonly entity: CdaAssignedEntity;
  readonly element: XmlElement;
}

export type CdaInformant =
  | { readonly kind: 'assigned'; readonly entity: CdaAssignedEntity; readonly element: XmlElement }
  | {
      readonly kind: 'related';
      /** `ECON`, `NOK`, `CON`, `CAREGIVER`, `PAT`. */
      readonly classCode?: string;
      readonly code?: CdaCode;
      readonly addresses: readonly CdaAddress[];
      readonly telecoms: readonly CdaTelecom[];
      readonly person?: CdaPerson;
      readonly element: XmlElement;
    };

export interface CdaRecipient {
  readonly typeCode?: string;
  readonly classCode?: string;
  readonly templateIds: readonly CdaId[];
  readonly ids: readonly CdaId[];
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
  readonly person?: CdaPerson;
  readonly organization?: CdaOrganization;
  readonly element: XmlElement;
}

export interface CdaAuthenticator {
  readonly templateIds: readonly CdaId[];
  readonly time?: CdaTime;
  readonly signatureCode?: string;
  readonly entity?: CdaAssignedEntity;
  readonly element: XmlElement;
}

export interface CdaParticipant {
  /** JDV_J144: `REF`, `INF`, `PRF`, … */
  readonly typeCode?: string;
  readonly templateIds: readonly CdaId[];
  readonly functionCode?: CdaCode;
  readonly time?: CdaInterval;
  readonly classCode?: string;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
  readonly person?: CdaPerson;
  readonly organization?: CdaOrganization;
  readonly element: XmlElement;
}

export interface CdaOrder {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  /** `ps3-20:accessionNumber`. */
  readonly accessionNumbers: readonly CdaId[];
  readonly element: XmlElement;
}

export interface CdaPerformer {
  readonly typeCode?: string;
  readonly templateIds: readonly CdaId[];
  /** `functionCode`, or `sdtc:functionCode` in an entry. */
  readonly functionCode?: CdaCode;
  readonly modeCode?: CdaCode;
  readonly time?: CdaInterval;
  readonly entity?: CdaAssignedEntity;
  readonly element: XmlElement;
}

/** `subject` of a section or of an entry: the person it speaks of, who is not the patient of the document. */
export interface CdaSubject {
  readonly templateIds: readonly CdaId[];
  /** `relatedSubject/@classCode`: `PRS` for a relative. */
  readonly classCode?: string;
  /** The relation to the patient: `FTH`, `CHILD`… */
  readonly code?: CdaCode;
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
  /** `sdtc:id`. */
  readonly ids: readonly CdaId[];
  readonly names: readonly CdaPersonName[];
  readonly gender?: CdaCode;
  readonly birthTime?: CdaTime;
  readonly deceased?: boolean;
  readonly deceasedTime?: CdaTime;
  readonly multipleBirth?: boolean;
  readonly multipleBirthOrder?: string;
  readonly element: XmlElement;
}

/** One `documentationOf/serviceEvent`. The first one holds the performer and the dates of the main act. */
export interface CdaServiceEvent {
  readonly classCode?: string;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  /** `lab:statusCode/@code`. */
  readonly statusCode?: string;
  readonly effectiveTime?: CdaInterval;
  readonly performers: readonly CdaPerformer[];
  readonly element: XmlElement;
}

export interface CdaRelatedDocument {
  /** `RPLC` in France; `APND` and `XFRM` exist in the standard. */
  readonly typeCode?: string;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly setId?: CdaId;
  readonly version?: string;
  readonly element: XmlElement;
}

export interface CdaConsent {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly statusCode?: string;
  readonly element: XmlElement;
}

export interface CdaEncounterParticipant {
  /** JDV_J140: `ADM`, `ATND`, `CON`, `DIS`, `REF`, `RESP`. */
  readonly typeCode?: string;
  readonly time?: CdaInterval;
  readonly entity?: CdaAssignedEntity;
}

/** `componentOf/encompassingEncounter`. */
export interface CdaEncounter {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly effectiveTime?: CdaInterval;
  readonly dischargeDispositionCode?: CdaCode;
  readonly responsibleParty?: CdaAssignedEntity;
  readonly participants: readonly CdaEncounterParticipant[];
  readonly facility?: CdaFacility;
  readonly element: XmlElement;
}

export interface CdaFacility {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  /** `location/name` and `location/addr`. */
  readonly name?: string;
  readonly address?: CdaAddress;
  readonly organization?: CdaOrganization;
}
