import type { Coded } from '@socle-sante/core/coded';
import type { Checked, Finding } from '@socle-sante/core/finding';
import type {
  Author,
  Custodian,
  Encounter,
  Professional,
  ServiceEvent,
  Submission,
} from '@socle-sante/documents/submission';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { Session } from './session.js';

/** A person that a document may name as author or as signer. `key` is opaque. */
export interface DepositPerson<Person> {
  readonly key: string;
  readonly name: string;
  readonly person: Person;
}

/** What a site knows of the documents that a session deposits: everything that the user need not type. */
export interface DepositDefaults {
  readonly vendor: Submission['vendor'];
  readonly submitter: Author;
  /** JDV_J59. */
  readonly contentType: Coded;
  /** The first is the default. */
  readonly authors: readonly DepositPerson<Author>[];
  /** Who may sign for the documents; the first is the default. */
  readonly signers: readonly DepositPerson<Professional>[];
  readonly custodian?: Custodian;
  /** Cadres d’exercice of the structure (JDV_J62); the first is the default. */
  readonly settings: readonly Coded[];
  /** Where the care takes place (JDV_J61). */
  readonly encounter: Encounter;
  /** Who does the acts by default. */
  readonly performer: NonNullable<ServiceEvent['performer']>;
  /** Acts that the site proposes. */
  readonly acts?: readonly Coded[];
  /** Default type (JDV_J66). */
  readonly type?: Coded;
  /** Channels of this site besides the DMP. */
  readonly channels?: readonly ('mss-pro' | 'mss-patient' | 'pfi')[];
}

/** The official rules as a second layer of checks, beside the native one. */
export interface OfficialLayer {
  /**
   * What both layers say of a CDA document: findings `official.*`, values of the document hidden, and those of the native rules
   * (`cda.*`), which an official finding names in `params.native` when it says the same.
   */
  check(document: Uint8Array): Promise<readonly Finding[]>;
  /** Whether an error of this layer stops a deposit. */
  readonly blocks: boolean;
}

/** What the preparation of documents needs of the site: who deposits, and the key that signs. */
export interface DocumentsService {
  defaults(session: Session, patientRef: string): Promise<DepositDefaults | undefined>;
  /**
   * Builds the documents, their metadata and the signature of the set: `prepareSubmission` of `@socle-sante/documents/prepare`.
   * Rejects with `documents.prepare.refused` and its findings when something cannot be built.
   */
  prepare(submission: Submission, session: Session): Promise<PreparedSubmission>;
  /** Makes a PDF/A-1 of a text or an image: `convertToPdfA1` of `@socle-sante/documents/pdf-convert`. */
  toPdfA?(
    body: { readonly kind: 'text' | 'jpeg'; readonly content: Uint8Array },
    options: { readonly title: string; readonly date: Date },
  ): Promise<Checked<Uint8Array>>;
  /** The author's own layout of a CDA document as HTML, when the document carries a stylesheet that the server may run. */
  producerHtml?(document: Uint8Array): Promise<string | undefined>;
  /** Said of the CDA documents that are brought; absent where the site has no copy of the official rules. */
  readonly official?: OfficialLayer;
}
