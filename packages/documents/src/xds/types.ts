import type { Coded } from '@socle-sante/core/coded';
import type { Finding } from '@socle-sante/core/finding';
import type { EntryUuid, LogicalId, UniqueId } from './ids.js';
import type { AssociationType, AvailabilityStatus } from './uris.js';

/** HL7 v2 CX as XDS restricts it: identifier, OID of the authority, type (`NH` for the INS, `PI` for a local identifier). */
export interface XdsPatientId {
  readonly extension: string;
  /** OID of the assigning authority. */
  readonly oid: string;
  /** CX.5; `NH` when the object was made here for an INS. */
  readonly type?: string;
}

/** HL7 v2 XCN: a person or a device (volet Partage de documents de santé, authorPerson and legalAuthenticator). */
export interface Xcn {
  /** XCN.1: PS_IdNat, internal identifier, INS of a patient who is the author. */
  readonly id: string;
  /** XCN.2. */
  readonly family?: string;
  /** XCN.3. */
  readonly given?: string;
  /** XCN.5. */
  readonly suffix?: string;
  /** XCN.6. */
  readonly prefix?: string;
  /** XCN.9: OID of the authority. */
  readonly authority?: string;
  /** XCN.10: `D` for a person, `U` for a device. */
  readonly nameType?: string;
  /** XCN.13: `IDNPS`, `EI`, `NH`, `RI`. */
  readonly idType?: string;
}

/** HL7 v2 XON: a structure (authorInstitution). */
export interface Xon {
  /** XON.1. */
  readonly name: string;
  /** XON.6: OID of the authority. */
  readonly authority?: string;
  /** XON.7: `IDNST`, `SIREN`. */
  readonly idType?: string;
  /** XON.10: Struct_IdNat. */
  readonly id?: string;
}

/** HL7 v2 CXi: a reference to something outside XDS (referenceIdList). */
export interface ReferenceId {
  readonly id: string;
  /** OID of the authority. */
  readonly oid?: string;
  /** CXi.5, for example `urn:ihe:iti:xds:2013:order`. */
  readonly type?: string;
}

/** One author; a document has one per author of the CDA, in the same order. */
export interface XdsAuthor {
  readonly person?: Xcn;
  readonly institutions: readonly Xon[];
  readonly roles: readonly string[];
  readonly specialties: readonly Coded[];
}

/** Slots that the model does not name, kept as read: name to values. */
export type XdsSlots = Readonly<Record<string, readonly string[]>>;

/**
 * `yyyy[MM[dd[HH[mm[ss]]]]]`, UTC (IHE ITI TF-3 table 4.2.3.1.7-2, DTM). `toXdsTime` and `xdsInstant` convert.
 */
export type XdsTime = string;

/** Metadata of one document (volet Partage de documents de santé, DocumentEntry). */
export interface DocumentEntry {
  /** The entryUUID when the registry gave it, else a symbolic name that holds in one message. See `entryUuidOf`. */
  readonly id: string;
  readonly logicalId?: LogicalId;
  /** `VersionInfo/@versionName`. */
  readonly version?: string;
  readonly status?: AvailabilityStatus;
  readonly uniqueId: UniqueId;
  readonly patientId: XdsPatientId;
  readonly sourcePatientId: XdsPatientId;
  /** `PID-n|…` as on the wire; `readSourcePatientInfo` reads them. Absent for the signature. */
  readonly sourcePatientInfo?: readonly string[];
  readonly mimeType: string;
  /** SHA-1 of the bytes, 40 hexadecimal digits in lower case. */
  readonly hash?: string;
  /** In bytes. */
  readonly size?: number;
  readonly creationTime: XdsTime;
  readonly serviceStartTime?: XdsTime;
  readonly serviceStopTime?: XdsTime;
  readonly languageCode: string;
  readonly authors: readonly XdsAuthor[];
  readonly legalAuthenticator?: Xcn;
  readonly title?: string;
  readonly comments?: string;
  readonly classCode: Coded;
  readonly typeCode: Coded;
  readonly formatCode: Coded;
  readonly confidentiality: readonly Coded[];
  readonly healthcareFacilityType: Coded;
  readonly practiceSetting: Coded;
  readonly events: readonly Coded[];
  readonly referenceIds: readonly ReferenceId[];
  readonly repositoryUniqueId?: string;
  /** `URI`, in an XDM archive only. */
  readonly uri?: string;
  /** Slots that this model does not name, kept as they were read. */
  readonly extraSlots: XdsSlots;
  /**
   * What the registry wrote and this model reads only in part, or not at all. It is written again with the entry, so that an update of
   * the metadata (ITI-57) loses nothing of it. Absent for nearly every entry.
   */
  readonly unread?: readonly UnreadMetadata[];
}

/** A part of an entry that the model does not read whole: components of a name, a classification, an identifier, another language. */
export interface UnreadMetadata {
  /** Which part. Of no use outside this package. */
  readonly key: string;
  /** The elements as they were, one text each. */
  readonly xml: readonly string[];
  /** What the model reads of it: once that is changed, what the model says counts alone. Absent when it reads nothing. */
  readonly as?: string;
}

/** Metadata of one submission (volet Partage de documents de santé, SubmissionSet). */
export interface SubmissionSet {
  readonly id: string;
  readonly logicalId?: LogicalId;
  readonly version?: string;
  readonly status?: AvailabilityStatus;
  /** OID, new for every submission. */
  readonly uniqueId: UniqueId;
  /** OID of the software instance that submits. */
  readonly sourceId: string;
  readonly patientId: XdsPatientId;
  readonly submissionTime: XdsTime;
  readonly contentType: Coded;
  /** Exactly one for the DMP: the submitter. */
  readonly authors: readonly XdsAuthor[];
  readonly title?: string;
  readonly comments?: string;
  readonly extraSlots: XdsSlots;
}

/** A folder (CI-SIS model). No message of the DMP is known to carry one. */
export interface Folder {
  readonly id: string;
  readonly logicalId?: LogicalId;
  readonly version?: string;
  readonly status?: AvailabilityStatus;
  readonly uniqueId: UniqueId;
  readonly patientId: XdsPatientId;
  readonly lastUpdateTime?: XdsTime;
  readonly codes: readonly Coded[];
  readonly title?: string;
  readonly comments?: string;
  readonly extraSlots: XdsSlots;
}

/** A link between two objects: symbolic names or entryUUIDs. */
export interface Association {
  readonly id: string;
  readonly logicalId?: LogicalId;
  readonly status?: AvailabilityStatus;
  readonly type: AssociationType;
  readonly source: string;
  readonly target: string;
  /** `SubmissionSetStatus`, `PreviousVersion`, `OriginalStatus`, `NewStatus`, … */
  readonly slots: XdsSlots;
}

/** What a `rim:RegistryObjectList` holds. */
export interface RegistryObjects {
  readonly submissionSets: readonly SubmissionSet[];
  readonly documentEntries: readonly DocumentEntry[];
  readonly folders: readonly Folder[];
  readonly associations: readonly Association[];
  /** `ObjectRef/@id`. */
  readonly objectRefs: readonly EntryUuid[];
}

/** One document with the exact bytes that travel. */
export interface PreparedDocument {
  /** `DocumentEntry.id` of its metadata. */
  readonly entryId: string;
  readonly uniqueId: UniqueId;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** Everything that a deposit sends, signature entry and document included. */
export interface PreparedSubmission {
  readonly submissionSet: SubmissionSet;
  readonly entries: readonly DocumentEntry[];
  readonly associations: readonly Association[];
  readonly documents: readonly PreparedDocument[];
  readonly findings: readonly Finding[];
}
