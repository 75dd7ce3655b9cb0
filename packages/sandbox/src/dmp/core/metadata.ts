import type { Coded } from '@socle-sante/core/coded';

/** An INS as metadata carry it: CX.1 and CX.4 of `279035121518989^^^&1.2.250.1.213.1.4.10&ISO^NH`. */
export interface DmpPatientId {
  /** Matricule, 15 characters with its key. */
  readonly extension: string;
  readonly oid: string;
}

/** Author of a set or of a document. Persons and institutions stay in their HL7 v2 form (XCN, XON), as on the wire. */
export interface DmpAuthor {
  readonly person?: string;
  readonly institutions: readonly string[];
  readonly roles: readonly string[];
  readonly specialties: readonly string[];
}

/** A code without its label is enough for the simulator; the label is kept and given back. */
export type DmpCode = Coded;

export type DmpStatus = 'Approved' | 'Deprecated' | 'Archived' | 'Deleted';

/** XDS.b DocumentEntry, CI-SIS "Partage de documents de santé" attributes. Times are DTM in UTC, `yyyyMMddHHmmss`. */
export interface DmpDocumentEntry {
  /** Symbolic in a submission, entryUUID (`urn:uuid:…`) once registered. */
  readonly id: string;
  /** `lid`: the same for every metadata update of one version of the document. */
  readonly logicalId?: string;
  readonly version?: string;
  readonly status?: DmpStatus;
  readonly uniqueId: string;
  readonly patientId: DmpPatientId;
  /** CX, as received. */
  readonly sourcePatientId?: string;
  /** `PID-5|…`, `PID-7|…`, `PID-8|…` */
  readonly sourcePatientInfo?: readonly string[];
  readonly mimeType: string;
  /** SHA-1, 40 lower-case hexadecimal characters. */
  readonly hash?: string;
  readonly size?: number;
  readonly creationTime?: string;
  readonly serviceStartTime?: string;
  readonly serviceStopTime?: string;
  readonly languageCode?: string;
  readonly authors: readonly DmpAuthor[];
  /** XCN */
  readonly legalAuthenticator?: string;
  readonly title?: string;
  readonly comments?: string;
  readonly classCode?: DmpCode;
  readonly typeCode?: DmpCode;
  readonly formatCode?: DmpCode;
  readonly confidentiality: readonly DmpCode[];
  readonly healthcareFacilityType?: DmpCode;
  readonly practiceSetting?: DmpCode;
  readonly events: readonly DmpCode[];
  /** CXi, as received. */
  readonly referenceIds: readonly string[];
  readonly repositoryUniqueId?: string;
}

/** XDS.b SubmissionSet. */
export interface DmpSubmissionSet {
  readonly id: string;
  readonly uniqueId: string;
  readonly sourceId?: string;
  readonly patientId: DmpPatientId;
  readonly submissionTime?: string;
  readonly contentType?: DmpCode;
  readonly authors: readonly DmpAuthor[];
  readonly title?: string;
  readonly comments?: string;
  readonly status?: DmpStatus;
}

export interface DmpAssociation {
  readonly id: string;
  /** Whole URI. */
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly submissionSetStatus?: string;
  readonly previousVersion?: string;
  /** Whole URIs, only on `UpdateAvailabilityStatus`. */
  readonly originalStatus?: string;
  readonly newStatus?: string;
}

/**
 * The bytes of a document, or where they are. `sha1` is hexadecimal and always computed by the one who made this object, never
 * copied from the metadata: {@link documentContent}.
 */
export interface DmpContent {
  readonly size: number;
  readonly sha1: string;
  readonly bytes?: Uint8Array;
  /** Name of the bytes in a store outside of the core (the files of the server). */
  readonly ref?: string;
}

/** What TD2.1 carries, once read. */
export interface DmpSubmission {
  readonly set: DmpSubmissionSet;
  readonly entries: readonly DmpDocumentEntry[];
  readonly associations: readonly DmpAssociation[];
  /** `entryId` is the `id` of the entry. */
  readonly documents: readonly { readonly entryId: string; readonly content: DmpContent }[];
}
