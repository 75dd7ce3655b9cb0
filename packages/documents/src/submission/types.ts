import type { Coded } from '@socle-sante/core/coded';
import type { IdentityState } from '@socle-sante/core/rniv';
import type { CdaBody, UnstructuredBody } from './body.js';
import type { Contact, InstanceId } from './contact.js';
import type {
  Authenticator,
  Consent,
  Custodian,
  DataEnterer,
  DocumentAuthor,
  Encounter,
  Informant,
  LegalAuthenticator,
  Order,
  Participant,
  Recipient,
  ServiceEvent,
} from './header.js';
import type { Author, PersonName } from './people.js';
import type { StructuredBody } from './structured.js';

/** The patient of a submission. The INS is written only when the status of the identity allows it to leave. */
export interface SubmissionPatient extends Contact {
  readonly identity: IdentityState;
  /** IPP and the like: `root` is the OID of who gave it. */
  readonly localIdentifiers?: readonly Required<InstanceId>[];
  /** Name and city of the place of birth; its code (COG) is a trait. */
  readonly birthPlace?: { readonly name?: string; readonly city?: string };
  readonly guardians?: readonly Guardian[];
  readonly deceased?: { readonly at?: string };
  /** Multiple birth, and the rank of this child. */
  readonly multipleBirth?: { readonly order?: number };
}

/** Legal representative: a person, or an organisation. */
export type Guardian =
  | ({ readonly kind: 'person'; readonly name: PersonName; readonly relationship?: Coded } & Contact)
  | ({ readonly kind: 'organization'; readonly idNat?: string; readonly name?: string } & Contact);

/** Who may see the document, besides its confidentiality (codes of JDV_J58, in the metadata only, never in the CDA). */
export interface Visibility {
  /** MASQUE_PS: only its author and the médecin traitant see it. */
  readonly maskedFromProfessionals?: boolean;
  /** INVISIBLE_PATIENT: until an announcement; it cannot be hidden again later. */
  readonly hiddenFromPatient?: boolean;
  /** INVISIBLE_REPRESENTANTS_LEGAUX: a minor's secret. */
  readonly hiddenFromLegalRepresentatives?: boolean;
}

/** What the document says: a file, a structured content, or a CDA that the vendor wrote. */
export type DocumentBody = UnstructuredBody | StructuredBody | CdaBody;

/** The document that a new version takes the place of. */
export interface ReplacedDocument {
  /** OID (`id/@root`) of the replaced version. */
  readonly uniqueId: string;
  /** entryUUID in the DMP, without which the registry cannot be told; found by a search when absent. */
  readonly entryUuid?: string;
  readonly setId?: string;
  readonly version?: number;
}

/** One document of a submission. */
export interface SubmissionDocument {
  /** OID, at most 64 characters; made under the vendor's OID when absent. */
  readonly id?: string;
  /** The same for all versions; the id of the first version by default. */
  readonly setId?: string;
  /** 1 by default, or that of the replaced document plus one. */
  readonly version?: number;
  readonly replaces?: ReplacedDocument;
  /** JDV_J07 (CI-SIS), JDV_J66 (DMP). */
  readonly type: Coded;
  /** Finer codes of the type, which the document alone carries: imaging says which examinations. */
  readonly typeTranslations?: readonly Coded[];
  readonly title: string;
  /** ISO instant with its offset. */
  readonly createdAt: string;
  /** `fr-FR` by default. */
  readonly language?: string;
  /** `N` by default. */
  readonly confidentiality?: 'N' | 'R' | 'V';
  readonly visibility?: Visibility;
  readonly authors: readonly DocumentAuthor[];
  readonly legalAuthenticator: LegalAuthenticator;
  /** The structure of the first author by default. */
  readonly custodian?: Custodian;
  /** At least one; the first has a performer and a start. */
  readonly acts: readonly ServiceEvent[];
  readonly encounter: Encounter;
  readonly dataEnterer?: DataEnterer;
  readonly informants?: readonly Informant[];
  readonly recipients?: readonly Recipient[];
  readonly authenticators?: readonly Authenticator[];
  readonly participants?: readonly Participant[];
  readonly orders?: readonly Order[];
  readonly consents?: readonly Consent[];
  /** Further events of the metadata (eventCodeList), besides the codes of the acts. */
  readonly events?: readonly Coded[];
  readonly body: DocumentBody;
  /** Comments of the metadata; not in the document. */
  readonly comments?: string;
}

/** What a vendor gives: from it come the CDA documents, their metadata, their signature and their archive. */
export interface Submission {
  readonly vendor: {
    /** OID under which identifiers are made. */
    readonly oid: string;
    /** Identifier of this installation. */
    readonly instance?: string;
  };
  readonly patient: SubmissionPatient;
  /** Who deposits. */
  readonly submitter: Author;
  /** Type of activity, JDV_J59 (contentTypeCode). */
  readonly contentType: Coded;
  readonly title?: string;
  readonly comments?: string;
  /** OID of the set; made under the vendor's OID when absent. */
  readonly id?: string;
  /** ISO instant with its offset; the clock by default. */
  readonly submittedAt?: string;
  readonly documents: readonly SubmissionDocument[];
}
