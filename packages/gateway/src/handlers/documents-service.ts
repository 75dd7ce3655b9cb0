import type { Coded } from '@socle-sante/core/coded';
import type { Checked, Finding } from '@socle-sante/core/finding';
import type {
  Author,
  Custodian,
  Encounter,
  Professional,
  ServiceEvent,
  Submission,
  SubmissionDocument,
  SubmissionPatient,
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

/**
 * A document that the software of the site composes from what the record holds: a structured content (VSM, letter of discharge…), a
 * file, or a CDA document. What is absent follows from {@link DepositDefaults}; what is there is shown, and not changed on screen but for the
 * title, the dates, the comments and the visibility.
 */
export interface ComposedDocument
  extends Partial<Pick<Submission, 'submitter' | 'contentType' | 'title' | 'comments'>> {
  readonly document: Pick<SubmissionDocument, 'body'> &
    Partial<Omit<SubmissionDocument, 'body' | 'id' | 'setId' | 'version' | 'createdAt' | 'replaces'>>;
  /** What is said of the patient besides the identity, which is that of the record. */
  readonly patient?: Omit<SubmissionPatient, 'identity'>;
  /** The document of the record that it is; without it, what is sent is filed in the record under a new key. */
  readonly documentRef?: string;
}

/** The official rules as a second layer of checks, beside the native one. */
export interface OfficialLayer {
  /**
   * What both layers say of a CDA document: findings `official.*`, values of the document hidden, and those of the native rules
   * (`cda.*`), which an official finding names in `params.native` when it says the same.
   */
  check(document: Uint8Array, options?: { readonly signal?: AbortSignal }): Promise<readonly Finding[]>;
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
  /**
   * The document of a submission as it will be sent, octet for octet: without the set nor its signature, so that no key is asked
   * before the user sends. Rejects as {@link prepare} does. Without it nothing can be shown before it leaves, and the official rules
   * see only the CDA documents that are brought.
   */
  write?(submission: Submission): Promise<Uint8Array>;
  /**
   * A document that the software of the site composes from the record: `ref` is a key of the vendor's (`vsm`, `letter-42`), which the page
   * gives as `source: { kind: 'composed', ref }`. `undefined` when there is none for this session. It is composed once: what the user
   * looks at, corrects and sends is that one.
   */
  compose?(session: Session, patientRef: string, ref: string): Promise<ComposedDocument | undefined>;
  /** Makes a PDF/A-1 of a text or an image: `convertToPdfA1` of `@socle-sante/documents/pdf-convert`. */
  toPdfA?(
    body: { readonly kind: 'text' | 'jpeg'; readonly content: Uint8Array },
    options: { readonly title: string; readonly date: Date },
  ): Promise<Checked<Uint8Array>>;
  /** The author's own layout of a CDA document as HTML, when the document carries a stylesheet that the server may run. */
  producerHtml?(document: Uint8Array): Promise<string | undefined>;
  /** Said of every document before it leaves; absent where the site has no copy of the official rules. */
  readonly official?: OfficialLayer;
}
